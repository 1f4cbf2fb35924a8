import type { OrgDocument } from "../read/document.ts";
import type { Change } from "../words/change.ts";
import { isInside, type Place } from "../words/place.ts";
import { isReservedWord } from "../words/values.ts";
import { isGroup, isList, isScalar, type Piece } from "../yaml/written.ts";

/** Whether every text of a file is still there after some changes, but for those that stood where something was changed. */
export function isRestKept(before: OrgDocument, after: OrgDocument, changes: readonly Change[]): boolean {
  // What was rewritten as text may be another tree than before; its own edits are all that was touched.
  if (changes.some((change) => change.do === "rewrite")) return true;
  const left = countOf(textsOf(after, []));
  return textsOf(before, changes).every((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
}

function textsOf({ map }: OrgDocument, changes: readonly Change[]): string[] {
  const found: string[] = [];
  const changed = changes.map(({ at }) => map.asWritten(at));
  const open: { piece: Piece | undefined; place: Place }[] = [{ piece: map.root, place: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { piece, place } = next;
    if (changed.some((at) => isInside(place, at))) continue;
    if (isGroup(piece)) for (const { key, value } of piece.entries) open.push({ piece: value, place: [...place, key] });
    else if (isList(piece))
      for (const [i, item] of piece.items.entries()) open.push({ piece: item, place: [...place, i] });
    // A word in place of a fact goes when the fact comes.
    else if (isScalar(piece) && piece.text !== "" && !isReservedWord(piece.text)) found.push(piece.text);
  }
  return found;
}

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
