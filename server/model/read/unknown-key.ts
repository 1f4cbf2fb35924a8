import { isScalar } from "yaml";
import { digitsOf, isCertain, nearest } from "../../base/spelling.ts";
import type { Format } from "../../knowledge/format.ts";
import { type Fix, fix, remove, rename, rewrite } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { quoted, type Sayable, type Words, words } from "../words/words.ts";
import type { Keyed } from "../yaml/syntax.ts";

/** What is told of a key that cannot stand among `entries`. `what` is what its neighbours are, where they are no keys of the format. */
export function unknownKey(
  { key, keyNode, value, merged }: Keyed,
  entries: ReadonlyMap<string, Keyed>,
  knownKeys: ReadonlySet<string>,
  at: Place,
  format: Format,
  what?: string,
): Problem {
  const place = [...at, key];
  const joined = /^([A-Za-z0-9-]+):\S/.exec(key)?.[1];
  const problem = { kind: "key" as const, at: place, part: "key" as const };
  // To YAML all of `heldBy:Ann` is one key. Nothing is removed here, since it holds a fact.
  if (joined !== undefined && knownKeys.has(joined)) {
    const colon = (keyNode.range?.[0] ?? 0) + joined.length + 1;
    const edits = [{ span: { start: colon, end: colon }, newText: " " }];
    const title = words`Write \`${quoted(`${joined}: ${key.slice(joined.length + 1)}`)}\``;
    const isPlainKey = value === null && isScalar(keyNode) && keyNode.type === "PLAIN";
    const fixes = isPlainKey
      ? [fix(does("mend-text"), title, [rewrite(place, edits)], { preferred: true, safe: true })]
      : [];
    return { ...problem, says: lacksBlank(joined), fixes };
  }
  // `members 9` in braces, or `cio = none`: the key and its value, and no colon.
  const apart = value === null && keyNode?.range ? /^([A-Za-z][A-Za-z0-9-]*)( *= *| +)(?=\S)/.exec(key) : null;
  if (apart && knownKeys.has(apart[1]!) && !entries.has(apart[1]!)) {
    const start = keyNode.range![0];
    const edits = [{ span: { start: start + apart[1]!.length, end: start + apart[0].length }, newText: ": " }];
    const title = words`Write \`${quoted(`${apart[1]}: ${key.slice(apart[0].length)}`)}\``;
    return {
      ...problem,
      says: words`A colon is missing behind \`${{ quoted: apart[1]! }}\`.`,
      fixes: [fix(does("mend-text"), title, [rewrite(place, edits)], { preferred: true, safe: true })],
    };
  }
  const open = [...knownKeys].filter((known) => !entries.has(known));
  const near = nearest(key, open).filter((candidate) => digitsOf(candidate) === digitsOf(key));
  const safe = isCertain(key, near);
  const fixes: Fix[] = near.slice(0, 3).map((candidate, i) =>
    fix(does("change-to-<item>", candidate), `Write \`${candidate}\``, [rename(place, candidate)], {
      preferred: i === 0,
      safe,
    }),
  );
  const isWritten = value !== null && !(isScalar(value) && value.value === null);
  // What somebody wrote is an answer, whatever its key: it is kept, and only an empty key goes.
  if (!merged && isWritten && /^[A-Za-z][\w-]*$/.test(key))
    fixes.push(fix(does("keep-as-own"), words`Keep it as your own: \`x-${quoted(key)}\``, [rename(place, `x-${key}`)]));
  if (!merged && !isWritten && key !== "")
    fixes.push(fix(does("remove-key"), words`Remove \`${quoted(key)}\``, [remove(place)]));
  const section = at.length === 0 ? sectionOf(key, knownKeys, format) : undefined;
  if (section !== undefined && !near[0])
    return { ...problem, says: `\`${key}\` belongs below \`${section}\`. Begin its line with two blanks.`, fixes };
  const wrong = what
    ? words`There is no ${what} \`${quoted(key)}\`.`
    : words`\`${quoted(key)}\` is not a key that can stand here.`;
  return {
    ...problem,
    says: near[0] ? words`${wrong} Did you mean \`${near[0]}\`?` : what ? wrong : words`${wrong} ${own}`,
    fixes,
  };
}

/** What to do about a key that YAML takes together with its value. */
export const lacksBlank = (key: Sayable): Words =>
  words`A blank is missing behind the colon of \`${key}\`. Without it, all of this is read as one word.`;

/** What stands behind a key in a text that lacks the blank between the two, such as `name:Acme`; any other text as it is. */
export const withoutKey = (text: string, key: string | undefined): string =>
  key !== undefined && text.length > key.length + 1 && text.startsWith(`${key}:`) ? text.slice(key.length + 1) : text;

const own = "A key of your own begins with `x-`.";

/** The section that has entries of this name, for a line that was not indented. */
function sectionOf(key: string, knownKeys: ReadonlySet<string>, format: Format): string | undefined {
  const sections = [...format.sections.values()];
  const holds = sections.filter(({ keys }) => keys !== undefined && format.catalogue(keys).has(key));
  return holds.length === 1 && knownKeys.has(holds[0]!.name) ? holds[0]!.name : undefined;
}
