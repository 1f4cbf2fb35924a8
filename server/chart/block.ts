import type { UnitOfChart } from "./chart.ts";
import type { Frame, Line, Measured, Placed, Point, TextLine } from "./drawing.ts";
import { smallBold } from "./drawing.ts";
import { wrap } from "./text.ts";

/**
 * Boxes that stand in a fixed order to one another, with their left upper corner at 0, 0. Blocks hold blocks, and are
 * moved as a whole, so that many arrangements can be tried before one is drawn.
 */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly box: Measured | undefined;
  readonly frame: Frame | undefined;
  readonly lines: readonly Line[];
  readonly inside: readonly SetBlock[];
  /** Where a line from above ends. */
  readonly tops: readonly Point[];
  /** Where a line from the left ends. */
  readonly sides: readonly Point[];
}

/** A block where it stands in another. */
export interface SetBlock extends Point {
  readonly block: Block;
}

/** Between boxes one above the other, and side by side. */
const gap = 12;
const columnGap = 20;
/** From a superior's left edge to those who hang below. */
const indent = 20;
const bus = 10;
const framePadding = 10;
const frameTitle = 24;

export const leaf = (box: Measured): Block => ({
  ...nothing,
  width: box.width,
  height: box.height,
  box,
  tops: [{ x: box.width / 2, y: 0 }],
  sides: [{ x: 0, y: Math.min(box.height / 2, 24) }],
});

const nothing = { box: undefined, frame: undefined, lines: [], inside: [] } as const;

/** Where the lines to a block end that is set into another. */
export const topsOf = ({ x, y, block }: SetBlock): Point[] => block.tops.map((top) => ({ x: top.x + x, y: top.y + y }));
export const sidesOf = ({ x, y, block }: SetBlock): Point[] =>
  block.sides.map((side) => ({ x: side.x + x, y: side.y + y }));

/** Everything in a block that is set somewhere, in the order of the tree. */
export function everythingIn(set: SetBlock): { boxes: Placed[]; lines: Line[]; frames: Frame[] } {
  const found = { boxes: [] as Placed[], lines: [] as Line[], frames: [] as Frame[] };
  const visit = ({ x, y, block }: SetBlock): void => {
    const move = <P extends Point>(point: P): P => ({ ...point, x: point.x + x, y: point.y + y });
    if (block.frame) found.frames.push({ ...move(block.frame), title: move(block.frame.title) });
    if (block.box) found.boxes.push({ x, y, box: block.box });
    for (const line of block.lines) found.lines.push({ ...line, points: line.points.map(move) });
    for (const inner of block.inside) visit({ x: x + inner.x, y: y + inner.y, block: inner.block });
  };
  visit(set);
  return found;
}

/** Blocks as one, with the ends of lines given. */
export const merged = (
  inside: readonly SetBlock[],
  lines: readonly Line[],
  { tops, sides }: Pick<Block, "tops" | "sides">,
): Block => ({
  ...nothing,
  width: Math.max(0, ...inside.map(rightOf)),
  height: Math.max(0, ...inside.map(bottomOf)),
  lines,
  inside,
  tops,
  sides,
});

/** A superior with those who report to it hung below in columns, joined at their left. */
export function hung(head: Measured, children: readonly Block[], columns: number): Block {
  const own = leaf(head);
  if (children.length === 0) return own;
  const placed: SetBlock[] = [{ x: 0, y: 0, block: own }];
  const lines: Line[] = [];
  const start = head.height + 16;
  const drops: number[] = [];
  const inOrder = inColumns(children, columns);
  const from = inOrder.length === 1 ? head.height : head.height + 8;
  let x = 0;
  for (const column of inOrder) {
    let y = start;
    let last = start;
    let right = 0;
    for (const block of column) {
      const set = { x: x + indent, y, block };
      for (const side of sidesOf(set)) {
        lines.push(solid({ x: x + bus, y: side.y }, side));
        last = side.y;
      }
      placed.push(set);
      right = Math.max(right, rightOf(set));
      y += block.height + gap;
    }
    drops.push(x + bus);
    lines.push(solid({ x: x + bus, y: from }, { x: x + bus, y: last }));
    x = right + columnGap - bus;
  }
  if (drops.length > 1) {
    lines.push(solid({ x: bus, y: head.height }, { x: bus, y: from }));
    lines.push(solid({ x: bus, y: from }, { x: drops.at(-1)!, y: from }));
  }
  return merged(placed, lines, own);
}

/** Side by side, as those of one frame stand below their superior. */
export function row(blocks: readonly Block[], between: number): Block {
  let x = 0;
  const placed = blocks.map((block) => {
    const set = { x, y: 0, block };
    x += block.width + between;
    return set;
  });
  return merged(placed, [], { tops: placed.flatMap(topsOf), sides: placed.slice(0, 1).flatMap(sidesOf) });
}

export function stack(blocks: readonly Block[]): Block {
  let y = 0;
  const placed = blocks.map((block) => {
    const set = { x: 0, y, block };
    y += block.height + gap;
    return set;
  });
  return merged(placed, [], { tops: placed.slice(0, 1).flatMap(topsOf), sides: placed.flatMap(sidesOf) });
}

/** A block inside a unit's frame; lines end at the boxes, not at the frame. */
export function framed(block: Block, unit: UnitOfChart): Block {
  const inner = { x: framePadding, y: framePadding, block };
  const width = block.width + framePadding * 2;
  const height = block.height + framePadding + frameTitle;
  const [text = ""] = wrap(unit.title, block.width, smallBold, 1);
  const title: TextLine = { x: framePadding, y: height - 8, text, style: smallBold, tone: "faint" };
  const frame: Frame = { x: 0, y: 0, width, height, at: unit.at, title };
  return { ...nothing, width, height, frame, inside: [inner], tops: topsOf(inner), sides: sidesOf(inner) };
}

export const solid = (...points: Point[]): Line => ({ kind: "solid", points });

/** What fills at most so many columns, none higher than it must be, in its order. */
function inColumns(blocks: readonly Block[], columns: number): Block[][] {
  if (columns === 1) return [[...blocks]];
  let least = Math.max(...blocks.map((one) => one.height));
  let most = blocks.reduce((sum, one) => sum + one.height + gap, 0);
  for (let i = 0; i < 16; i++) {
    const middle = (least + most) / 2;
    if (filled(blocks, middle).length <= columns) most = middle;
    else least = middle;
  }
  return filled(blocks, most);
}

function filled(blocks: readonly Block[], height: number): Block[][] {
  const result: Block[][] = [[]];
  let y = 0;
  for (const block of blocks) {
    if (y > 0 && y + block.height > height) {
      result.push([]);
      y = 0;
    }
    result.at(-1)!.push(block);
    y += block.height + gap;
  }
  return result;
}

const rightOf = ({ x, block }: SetBlock): number => x + block.width;
const bottomOf = ({ y, block }: SetBlock): number => y + block.height;
