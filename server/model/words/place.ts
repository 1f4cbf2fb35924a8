/**
 * Where something stands in a file, by logic and not by position: the keys and list indexes from the root down.
 * `["posts", "ciso", "heldBy", 0]` is written `posts.ciso.heldBy[0]`. The root is the empty list.
 */
export type Place = readonly (string | number)[];

/** Which half of an entry is meant: its key or its value. */
export type Part = "key" | "value";

/** Writes a place as the `at` of the JSON contract: dots between keys, `[0]` for items, odd keys as JSON strings. */
export function placeToString(place: Place): string {
  let path = "";
  for (const step of place) {
    if (typeof step === "number") path += `[${step}]`;
    else if (step === "" || /[.\s"'[\]]/.test(step)) path += `[${JSON.stringify(step)}]`;
    else path += path === "" ? step : `.${step}`;
  }
  return path;
}

/** Reads what `placeToString` writes. Returns undefined where the text is no path. */
export function placeFromString(path: string): Place | undefined {
  const steps: (string | number)[] = [];
  const token = /\.?([^.\s"'[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;
  while (token.lastIndex < path.length) {
    const start = token.lastIndex;
    const match = token.exec(path);
    if (!match) return undefined;
    // A key needs a dot before it everywhere but at the start, and the start has none.
    if (match[1] !== undefined && (match[0].startsWith(".") ? start === 0 : start !== 0)) return undefined;
    if (match[1] !== undefined) steps.push(match[1]);
    else if (match[2] !== undefined) steps.push(Number(match[2]));
    else steps.push(parseQuoted(match[3]!));
  }
  return steps;
}

function parseQuoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** Whether `place` is `ancestor` or lies inside it. */
export function isInside(place: Place, ancestor: Place): boolean {
  return ancestor.length <= place.length && ancestor.every((step, i) => step === place[i]);
}

export function samePlace(a: Place, b: Place): boolean {
  return a.length === b.length && isInside(a, b);
}

/** The place itself, or the key around it where it is an item of a list: what an entry that we write may name. */
export const nearestKey = (place: Place): Place =>
  typeof place.at(-1) === "number" ? nearestKey(place.slice(0, -1)) : place;
