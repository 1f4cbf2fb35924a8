import { groupBy } from "../base/group.ts";
import type { MissingLetter } from "../chart/letters.ts";

/** Which letters no font has, by the box in which they stand, so that somebody can look there. */
export function missingText(missing: readonly MissingLetter[]): string {
  const byPlace = groupBy(
    missing.flatMap(({ letter, where }) => where.map((place) => ({ letter, place }))),
    ({ place }) => place,
  );
  const lines = [...byPlace].map(
    ([place, of]) => `  ${place}: ${[...new Set(of.map(({ letter }) => letter))].join(" ")}`,
  );
  return `these letters are in no font and are drawn as \u25a1; --font FILE adds a font that has them:\n${lines.join("\n")}`;
}
