import { layout, Tree } from "non-layered-tidy-tree-layout/src/algorithm.js";
import { type Block, framed, hung, leaf, merged, row, type SetBlock, sidesOf, solid, stack, topsOf } from "./block.ts";
import type { Box, UnitOfChart } from "./chart.ts";
import type { Line, Measured, Point } from "./drawing.ts";

/** How a tree is laid out: the layers that spread out side by side, and into how many columns the rest hangs. */
export interface Arrangement {
  readonly hangFrom: number;
  readonly columns: number;
}

export type Measure = (box: Box, level: number) => Measured;

const siblingGap = 18;
const layerGap = 36;

/** One tree from its top. */
export function arranged(root: Box, how: Arrangement, measure: Measure, units: readonly UnitOfChart[]): Block {
  return new Arranger(how, measure, units).tree([root], 0);
}

class Arranger {
  readonly #how: Arrangement;
  readonly #measure: Measure;
  readonly #units: ReadonlyMap<string, UnitOfChart>;

  constructor(how: Arrangement, measure: Measure, units: readonly UnitOfChart[]) {
    this.#how = how;
    this.#measure = measure;
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
  }

  /** One box with all below it, or the several of one framed unit. */
  tree(roots: readonly Box[], depth: number, inside?: string): Block {
    const unit = roots[0]!.unit === inside ? undefined : this.#units.get(roots[0]!.unit ?? "");
    const hangs = depth >= this.#how.hangFrom;
    const blocks = roots.map((root) =>
      hangs ? this.#hung(root, depth, root.unit) : this.#spread(root, depth, root.unit),
    );
    const block = blocks.length === 1 ? blocks[0]! : this.#isBelowHung(depth) ? stack(blocks) : row(blocks, siblingGap);
    return unit ? framed(block, unit) : block;
  }

  /** Whether a box at this depth is joined to its superior at its left, not from above. */
  #isBelowHung = (depth: number): boolean => depth - 1 >= this.#how.hangFrom;

  #hung(box: Box, depth: number, unit: string | undefined): Block {
    const children = groups(box.children, unit).map((group) => this.tree(group, depth + 1, unit));
    return hung(this.#measure(box, depth + 1), children, this.#how.columns);
  }

  /** The spread layers of a tree at once, so that they can come as close as they may. */
  #spread(root: Box, depth: number, unit: string | undefined): Block {
    const heights = new Map<number, number>();
    const top = this.#node(root, depth, unit, heights);
    const tree = sized(top, 0, heights);
    layout(tree);
    const all: { node: Node; at: Tree }[] = [];
    const visit = (node: Node, at: Tree): void => {
      all.push({ node, at });
      for (const [i, child] of node.children.entries()) visit(child, at.c[i]!);
    };
    visit(top, tree);
    const leftmost = Math.min(...all.map(({ at }) => at.x));
    const placed = new Map(
      all.map(({ node, at }) => [node, { x: round(at.x - leftmost), y: at.y, block: node.block }]),
    );
    const lines = all.flatMap(({ node, at }) =>
      linesBelow(
        placed.get(node)!,
        node.children.map((child) => placed.get(child)!),
        at.c[0]?.y ?? 0,
      ),
    );
    const own = placed.get(top)!;
    return merged([...placed.values()], lines, { tops: topsOf(own), sides: sidesOf(own) });
  }

  #node(box: Box, depth: number, unit: string | undefined, heights: Map<number, number>): Node {
    const isSpread = depth < this.#how.hangFrom;
    if (!isSpread) return { block: this.#hung(box, depth, unit), depth, children: [] };
    const block = leaf(this.#measure(box, depth + 1));
    heights.set(depth, Math.max(heights.get(depth) ?? 0, block.height));
    const children = groups(box.children, unit).map((group) => {
      const isFramed = group[0]!.unit !== unit && this.#units.has(group[0]!.unit ?? "");
      if (isFramed) return { block: this.tree(group, depth + 1, unit), depth: depth + 1, children: [] };
      return this.#node(group[0]!, depth + 1, unit, heights);
    });
    return { block, depth, children };
  }
}

/** A block in the spread layers, and those below it. */
interface Node {
  readonly block: Block;
  readonly depth: number;
  readonly children: readonly Node[];
}

/** Boxes of one layer are as high as its highest, so that the next layer is in line and lines have their gap. */
function sized(node: Node, y: number, heights: ReadonlyMap<number, number>): Tree {
  const height = Math.max(node.block.height, heights.get(node.depth) ?? 0) + layerGap;
  const children = node.children.map((child) => sized(child, y + height, heights));
  return new Tree(node.block.width + siblingGap, height, y, children);
}

function linesBelow(superior: SetBlock, children: readonly SetBlock[], top: number): Line[] {
  const { box } = superior.block;
  if (children.length === 0 || !box) return [];
  const middle = superior.x + box.width / 2;
  const y = top - layerGap / 2;
  const ends: Point[] = children.flatMap(topsOf);
  const xs = [middle, ...ends.map((end) => end.x)];
  const across = [Math.min(...xs), Math.max(...xs)] as const;
  return [
    solid({ x: middle, y: superior.y + box.height }, { x: middle, y }),
    ...(across[1] - across[0] > 0.05 ? [solid({ x: across[0], y }, { x: across[1], y })] : []),
    ...ends.map((end) => solid({ x: end.x, y }, end)),
  ];
}

/** Siblings one by one; those of one framed unit, which stand side by side, together. */
function groups(children: readonly Box[], unit: string | undefined): Box[][] {
  const result: Box[][] = [];
  for (const child of children) {
    const last = result.at(-1);
    const belongs = child.unit !== undefined && child.unit !== unit && last?.[0]?.unit === child.unit;
    if (belongs) last!.push(child);
    else result.push([child]);
  }
  return result;
}

const round = (number: number): number => Math.round(number * 10) / 10;
