import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { isPlain } from "../yaml/syntax.ts";

/** Whether two trees say the same, wherever their parts stand: the same keys, values, anchors and tags in one order. */
export function sameMeaning(a: Node | null, b: Node | null): boolean {
  const open: (readonly [unknown, unknown])[] = [[a, b]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [one, other] = next;
    const inner = one === other ? [] : innerPairs(one, other);
    if (!inner) return false;
    for (const pair of inner) open.push(pair);
  }
  return true;
}

/** What has to be the same inside two things that are; undefined where they differ already. */
function innerPairs(one: unknown, other: unknown): (readonly [unknown, unknown])[] | undefined {
  if (isAlias(one) || isAlias(other))
    return isAlias(one) && isAlias(other) && one.source === other.source ? [] : undefined;
  if (isScalar(one) && isScalar(other))
    return Object.is(one.value, other.value) && isPlain(one) === isPlain(other) && sameMarks(one, other)
      ? []
      : undefined;
  if (isMap(one) && isMap(other)) {
    if (one.items.length !== other.items.length || !sameMarks(one, other)) return undefined;
    return (one.items as Pair[]).flatMap(({ key, value }, i) => {
      const twin = other.items[i] as Pair;
      return [[key, twin.key] as const, [value, twin.value] as const];
    });
  }
  if (isSeq(one) && isSeq(other) && one.items.length === other.items.length && sameMarks(one, other))
    return one.items.map((item, i) => [item, other.items[i]] as const);
  return undefined;
}

const sameMarks = (a: { anchor?: string; tag?: string }, b: { anchor?: string; tag?: string }): boolean =>
  a.anchor === b.anchor && a.tag === b.tag;
