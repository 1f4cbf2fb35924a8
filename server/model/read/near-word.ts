import { digitsOf, isCertain, nearest } from "../../base/spelling.ts";
import type { Format } from "../../knowledge/format.ts";
import { fix, rename, set } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { inSentence, words } from "../words/words.ts";
import { isIdForm } from "./references.ts";
import { usualWord } from "./slips.ts";

/**
 * What is told of a word of the user's own that is nearly one of a catalogue's, or means one; undefined of any other. Other numbers make
 * another standard, not a slip. Where the word is a key, `beside` are the keys of its section: none stands there twice.
 */
export function nearWord(
  word: string,
  catalogues: readonly string[],
  at: Place,
  format: Format,
  beside?: ReadonlyMap<string, unknown>,
): Problem | undefined {
  const entries = new Map(catalogues.flatMap((name) => [...format.catalogue(name)]));
  if (entries.has(word) || !isIdForm(word)) return undefined;
  const usual = usualWord(word, entries);
  if (usual !== undefined && beside?.has(usual)) return undefined;
  const near = usual
    ? [usual]
    : nearest(word, entries.keys()).filter((candidate) => digitsOf(candidate) === digitsOf(word));
  if (near.length === 0) return undefined;
  // The user's own words are allowed, so only a long one that misses by a letter is certainly a slip.
  const safe = usual === undefined && word.length > 5 && isCertain(word, near);
  const free = near.filter((candidate) => !beside?.has(candidate));
  const fixes = free.slice(0, 3).map((candidate, i) =>
    fix(
      does("change-to-<item>", candidate),
      `Write \`${candidate}\``,
      [beside ? rename(at, candidate) : set(at, candidate)],
      {
        preferred: i === 0,
        safe,
      },
    ),
  );
  const title = entries.get(near[0]!)?.title ?? near[0]!;
  return {
    kind: "slip",
    at,
    ...(beside ? { part: "key" } : {}),
    says: usual
      ? words`\`${{ quoted: word }}\` is a word of your own; ${inSentence(title)} is known here as \`${usual}\`. Only the latter is checked.`
      : words`\`${{ quoted: word }}\` is a word of your own, but nearly \`${near[0]!}\` (${title}). Only the latter is checked.`,
    fixes,
  };
}
