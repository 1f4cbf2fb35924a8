import { isGroup, isList, isRepeat, isScalar, type Piece } from "../yaml/written.ts";

type Twins = readonly [one: Piece | undefined, other: Piece | undefined];

/** Whether two trees say the same, wherever their parts stand: the same keys, values, anchors and tags in one order. */
export function sameMeaning(a: Piece | undefined, b: Piece | undefined): boolean {
  const open: Twins[] = [[a, b]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [one, other] = next;
    const inner = one === other ? [] : innerPairs(one, other);
    if (!inner) return false;
    for (const pair of inner) open.push(pair);
  }
  return true;
}

/** What has to be the same inside two things that are; undefined where they differ already. */
function innerPairs(one: Piece | undefined, other: Piece | undefined): readonly Twins[] | undefined {
  if (isRepeat(one) || isRepeat(other))
    return isRepeat(one) && isRepeat(other) && one.name === other.name ? [] : undefined;
  if (isScalar(one) && isScalar(other))
    return Object.is(one.value, other.value) &&
      (one.style === "plain") === (other.style === "plain") &&
      sameMarks(one, other)
      ? []
      : undefined;
  if (isGroup(one) && isGroup(other)) {
    if (one.entries.length !== other.entries.length || !sameMarks(one, other)) return undefined;
    return one.entries.flatMap(({ keyPiece, value }, i) => {
      const twin = other.entries[i]!;
      return [[keyPiece, twin.keyPiece] as const, [value, twin.value] as const];
    });
  }
  if (isList(one) && isList(other) && one.items.length === other.items.length && sameMarks(one, other))
    return one.items.map((item, i) => [item, other.items[i]] as const);
  return undefined;
}

const sameMarks = (a: Piece, b: Piece): boolean => a.anchor === b.anchor && a.tag === b.tag;
