import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Parser,
  visit,
  type YAMLError,
} from "yaml";

/** The documents of a text, as YAML 1.2 without the library's own checks of keys, which look at every pair of them. */
export const composed = (tokens: Iterable<CST.Token>, length: number): Document[] => [
  ...new Composer({ version: "1.2", schema: "core", uniqueKeys: false, merge: false, prettyErrors: false }).compose(
    tokens,
    true,
    length,
  ),
];

/** A stretch of text read by itself. */
export interface Stretch {
  readonly root: Node | null;
  readonly errors: readonly YAMLError[];
}

export function stretchOf(text: string): Stretch {
  const [document, second] = composed(new Parser().parse(text), text.length);
  const root = (document?.contents as Node | null | undefined) ?? null;
  return { root, errors: [...(document?.errors ?? []), ...(second?.errors ?? [])] };
}

/** Signs that look like a blank, and are none to YAML. */
export const oddBlanks = "\u00a0\u2000-\u200a\u202f\u205f\u3000";
/** What a word processor puts before the items of a list. */
export const bullets = "\u2022\u00b7\u25aa\u25e6\u25cf\u2023\u2013\u2014";

const oddKey = new RegExp(`[${oddBlanks}\uff1a\uff0c{}[\\]]|^[${bullets}*]\\s`);

/** A key with its value that is all one text to YAML. */
const oddPair = new RegExp(`^[\\w-]+(?::[${oddBlanks}]|\uff1a)`);

/** Whether a text that is YAML may have keys that nobody meant to write so. */
export const mayHaveOddKeys = (content: string): boolean =>
  new RegExp(`[${oddBlanks}\uff1a\uff0c]|^\\s*[${bullets}*]\\s|^\\s*(?:- +)?[\\w-]+(?:[ \\t]*|:)[{[]`, "m").test(
    content,
  );

/** A key without quotes that has a bracket in it, or a sign that only looks like a blank or a colon. */
function hasOddKey(root: Node | null): boolean {
  let isOdd = false;
  visit(root, {
    Scalar: (position, { type, source = "" }) => {
      if (type !== "PLAIN" || !(position === "key" ? oddKey : oddPair).test(source)) return undefined;
      isOdd = true;
      return visit.BREAK;
    },
  });
  return isOdd;
}

/** Whether a stretch of text reads as keys or items, each on its place, and nothing else; or as nothing. */
export function isSound(text: string): boolean {
  const { root, errors } = stretchOf(text);
  if (errors.length > 0 || (mayHaveOddKeys(text) && hasOddKey(root))) return false;
  return root === null || isMap(root) || isSeq(root) || (isScalar(root) && root.value === null && !root.source);
}
