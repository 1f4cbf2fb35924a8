import { type MarkKind, worst } from "./chart.ts";
import type { FoundAt } from "./found.ts";
import { branch, type Tree } from "./tree.ts";

/** Where boxes become too many to be read, and where too many to be drawn. */
const readable = 120;
const drawnAtMost = 1500;
/** From here on also lines inside a box fold. */
const manyPosts = 5000;

/** What is folded: vertices that, with everything below them, are only counted at their superior. */
export interface Folding {
  readonly folded: ReadonlySet<string>;
  /** `plain`: branches of no interest. `graver`: also such as have findings or IT in them. */
  readonly how: "nothing" | "plain" | "graver";
}

export interface Foldable {
  readonly tree: Tree;
  readonly found: FoundAt;
  readonly roots: readonly string[];
  /** What is to be drawn at all. */
  readonly isKept: (key: string) => boolean;
  readonly isRow: (key: string) => boolean;
  /** A post of IT, or somebody who answers for something. */
  readonly matters: (key: string) => boolean;
  readonly unfold: boolean;
}

const ranks: Readonly<Record<MarkKind, number>> = { settled: 1, hint: 1, info: 2, warning: 3, error: 4 };

/** Folds no more than it must, from what matters least. */
export function fold(chart: Foldable): Folding {
  const keys = chart.roots.flatMap((root) => branch(chart.tree, root)).filter(chart.isKept);
  const weights = weigh(chart, keys);
  const count = (folded: ReadonlySet<string>) => drawn(chart, keys, folded).filter((key) => !chart.isRow(key)).length;
  const none: ReadonlySet<string> = new Set();
  const all = count(none);
  const isMany = keys.length > manyPosts;
  if (all < readable && !isMany) return { folded: none, how: "nothing" };
  const withRows = isMany || all > drawnAtMost;
  const isPlain = (key: string) => !weights.matters.get(key) && weights.rank.get(key) === 0;
  const level = (test: (key: string) => boolean): ReadonlySet<string> =>
    new Set(keys.filter((key) => test(key) && (withRows || !chart.isRow(key))));
  const plain = level(isPlain);
  if (chart.unfold && all <= drawnAtMost && !isMany) return { folded: none, how: "nothing" };
  if (count(plain) <= drawnAtMost) return { folded: plain, how: "plain" };
  for (const keepsIt of [true, false]) {
    for (const rank of [1, 2, 3]) {
      const folded = level((key) => weights.rank.get(key)! <= rank && !(keepsIt && weights.matters.get(key)));
      if (count(folded) <= drawnAtMost) return { folded, how: "graver" };
    }
  }
  return { folded: nearestTheTop(chart, keys), how: "graver" };
}

/** What remains of the keys when these are folded. */
export function drawn(
  { tree }: Pick<Foldable, "tree">,
  keys: readonly string[],
  folded: ReadonlySet<string>,
): string[] {
  const hidden = new Set<string>();
  return keys.filter((key) => {
    // Superiors come before those below them.
    const isHidden = folded.has(key) || hidden.has(tree.above.get(key) ?? "");
    if (isHidden) hidden.add(key);
    return !isHidden;
  });
}

/** The gravest finding, and whether anything matters, in each branch. */
function weigh(chart: Foldable, keys: readonly string[]): { rank: Map<string, number>; matters: Map<string, boolean> } {
  const rank = new Map<string, number>();
  const matters = new Map<string, boolean>();
  for (const key of [...keys].reverse()) {
    const below = chart.tree.below.get(key) ?? [];
    const kind = worst(chart.found.at(key));
    rank.set(key, Math.max(kind ? ranks[kind] : 0, ...below.map((one) => rank.get(one) ?? 0)));
    matters.set(key, chart.matters(key) || below.some((one) => matters.get(one) === true));
  }
  return { rank, matters };
}

/** The last resort: the layers that still fit, from the top. */
function nearestTheTop(chart: Foldable, keys: readonly string[]): ReadonlySet<string> {
  const depths = new Map(keys.map((key) => [key, depthOf(chart.tree, key)]));
  const nearest = keys.toSorted((a, b) => depths.get(a)! - depths.get(b)!);
  const kept = new Set(nearest.slice(0, drawnAtMost));
  return new Set(keys.filter((key) => !kept.has(key)));
}

function depthOf(tree: Tree, key: string): number {
  let depth = 0;
  for (let above = tree.above.get(key); above !== undefined; above = tree.above.get(above)) depth++;
  return depth;
}
