import { isScalar, type Node } from "yaml";
import { fix, set } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { quoted, words } from "../words/words.ts";
import { isPlain } from "../yaml/syntax.ts";

/** A text between quotes that a word processor writes, without them; undefined for any other text. */
export const withoutForeignQuotes = (text: string): string | undefined =>
  /^[“”„‟«»‘’‚‹›](.+)[“”‟«»‘’‹›]$/u.exec(text)?.[1]?.trim();

/** What is told of such a text, where its quotes are read as part of a name or a title; undefined of any other. */
export function foreignQuotes(text: string, at: Place): Problem | undefined {
  const bare = withoutForeignQuotes(text);
  if (bare === undefined || bare === "") return undefined;
  const what = at.at(-1) === "title" ? "title" : "name";
  const says = words`The quotes of \`${quoted(text)}\` are not those of a keyboard, so they are read as part of the ${what}. Leave them out.`;
  const fixes = [
    fix(does("change-to-<item>", bare), words`Write \`${quoted(bare)}\``, [set(at, bare)], {
      preferred: true,
      safe: true,
    }),
  ];
  return { kind: "slip", at, part: "value", says, fixes };
}

/** The same for what stands at a field that is a name or a title. */
export const quotesOfText = (node: Node, at: Place): Problem | undefined =>
  isPlain(node) && isScalar(node) && typeof node.value === "string" && /^(?:name|title)$/.test(String(at.at(-1)))
    ? foreignQuotes(node.value, at)
    : undefined;
