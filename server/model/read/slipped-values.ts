import { isMap, isScalar, type Node, type YAMLSeq } from "yaml";
import type { FieldSpec, Shape } from "../../knowledge/format.ts";
import { add, type Fix, fix, remove, rewrite, set } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { joinedBy, quoted, words } from "../words/words.ts";
import { isPlain, type Syntax } from "../yaml/syntax.ts";
import { quotesOfText } from "./foreign-quotes.ts";
import { type Reading, wrong } from "./read-value.ts";
import { moneyMeant } from "./slips.ts";

/**
 * What is told of a text that a `#` cuts short, as in `Kestrel #1 Foods`: YAML takes all that stands behind a blank and
 * `#` for a comment. A number right behind the `#` is hardly one. Undefined for any other text.
 */
function cutText(node: Node, at: Place, content: string): Problem | undefined {
  if (!isPlain(node) || typeof node.value !== "string" || !node.range) return undefined;
  const [start, end] = node.range;
  const rest = /^[ \t]+#\w*\d[^\r\n]*/.exec(content.slice(end, end + 1000))?.[0].trimEnd();
  if (rest === undefined) return undefined;
  const whole = JSON.stringify(content.slice(start, end) + rest);
  const says = words`What stands behind \`#\` is a comment, so only \`${quoted(node.value)}\` is read here. If the rest belongs to it, put all of it in quotes.`;
  const edits = [{ span: { start, end: end + rest.length }, newText: whole }];
  const fixes = [
    fix(does("write-as-text"), words`Write \`${quoted(whole)}\``, [rewrite(at, edits)], { preferred: true }),
  ];
  return { kind: "slip", at, part: "value", says, fixes };
}

/** What is told of a text that is not all that was meant, or more: cut at a `#`, or in quotes of a word processor. */
export const slippedText = (node: Node, at: Place, content: string): Problem | undefined =>
  cutText(node, at, content) ?? quotesOfText(node, at);

/** `41 Mio EUR` as an amount and its currency. */
export function moneyFixes(node: Node, at: Place): Fix[] {
  const text = isScalar(node) ? (node.source ?? String(node.value)) : "";
  const meant = moneyMeant(text);
  if (!meant) return [];
  const title = words`Write { amount: ${meant.amount}, currency: ${meant.currency} } in place of \`${quoted(text)}\``;
  return [fix(does("write-as-number"), title, [set(at, meant)], { preferred: true })];
}

/** Of several superiors one is the one that counts, and lines to the others are dotted. Undefined for any other field. */
export function severalSuperiors(
  list: YAMLSeq,
  at: Place,
  spec: FieldSpec,
  syntax: Syntax,
): Reading<never> | undefined {
  if (spec.name !== "reportsTo" || at[0] !== "posts") return undefined;
  const items = list.items.map((item) => syntax.resolve(item as Node | null));
  const names = items.flatMap((item) => (isScalar(item) && typeof item.value === "string" ? [item.value] : []));
  const fixes = superiorsApart(names.length === items.length ? names : [], at);
  return wrong("A post reports to one other; what goes to more is a dotted line, `dottedLineTo`.", fixes);
}

/** The same for names: each can be the one that counts. */
export function superiorsApart(names: readonly string[], at: Place): Fix[] {
  const dotted = [...at.slice(0, -1), "dottedLineTo"];
  return names.map((name) => {
    const others = names.filter((other) => other !== name);
    const title = words`Write \`reportsTo: ${{ quoted: name }}\`, and ${joinedBy(
      others.map((one) => words`\`${{ quoted: one }}\``),
      ", ",
    )} as \`dottedLineTo\``;
    return fix(does("report-to-<item>-others-dotted", name), title, [
      set(at, name),
      ...others.map((other) => add(dotted, other)),
    ]);
  });
}

/** What is told of a word or name that stands twice in one list; undefined where none does. */
export function repeatedItem(list: YAMLSeq, at: Place, syntax: Syntax): Problem | undefined {
  const seen = new Set<string>();
  for (const [index, raw] of list.items.entries()) {
    const item = syntax.resolve(raw as Node | null);
    const text = isScalar(item) && typeof item.value === "string" ? item.value.trim() : undefined;
    if (text === undefined || text === "") continue;
    if (seen.has(text)) {
      const fixes = [
        fix(does("leave-out-repetition"), words`Leave out the second \`${quoted(text)}\``, [remove([...at, index])], {
          preferred: true,
        }),
      ];
      const says = words`\`${quoted(text)}\` stands twice in this list.`;
      return { kind: "slip", at: [...at, index], part: "value", says, fixes };
    }
    seen.add(text);
  }
  return undefined;
}

/** `provider: aegis` inside a list is a group of keys to YAML; what was meant is the reference `provider:aegis`. */
export function splitPrefix(node: Node): string | undefined {
  if (!isMap(node) || node.items.length !== 1) return undefined;
  const { key, value } = node.items[0]!;
  const isPrefix = isScalar(key) && (key.value === "provider" || key.value === "team");
  return isPrefix && isScalar(value) && typeof value.value === "string" ? `${key.value}:${value.value}` : undefined;
}

export function unwrapped(only: Node, at: Place): Fix[] {
  const value = isScalar(only) && typeof only.value === "string" ? only.value : undefined;
  return value === undefined
    ? []
    : [
        fix(does("write-without-list"), words`Write \`${{ quoted: value }}\` without the list`, [set(at, value)], {
          preferred: true,
        }),
      ];
}

export function keysOf({ fields }: Shape): string {
  return [...fields.keys()].map((key) => `\`${key}\``).join(", ");
}
