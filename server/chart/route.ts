import type { Line, Placed, Point, Rect } from "./drawing.ts";
import { rectOf } from "./drawing.ts";

/**
 * Lines beside the tree, around all boxes: out of the source at a side or its top, along a free column, and into the
 * target from above or at a side. A curve over boxes would hide their words, one under them seem to end there.
 */

/** How near a line comes to a box, and to the lines of the tree. */
const clearance = 4;
const lane = 7;
const bendCost = 40;
const crossingCost = 30;
const sharedCost = 4;
/** Columns are tried this far around the two boxes, nearest first. */
const columnsTried = 40;

export interface Obstacles {
  readonly boxes: readonly Rect[];
  readonly lines: readonly Line[];
}

/** The best way, or undefined where there is none without a box in it, or none as short as `longest`. */
export function route(from: Placed, to: Placed, { boxes, lines }: Obstacles, longest: number): Point[] | undefined {
  const [source, target] = [rectOf(from), rectOf(to)];
  if (distance(source, target) > longest) return undefined;
  const segments = lines.flatMap(({ points }) => points.slice(1).map((end, i) => [points[i]!, end] as const));
  let best: { readonly points: readonly Point[]; readonly cost: number } | undefined;
  for (const { points, length, cost } of waysBetween(source, target, boxes).sort((a, b) => a.cost - b.cost)) {
    if (length > longest || (best && cost >= best.cost)) break;
    const path = simplified(points);
    if (isBlocked(path, boxes, source, target)) continue;
    const whole = cost + costOfLines(path, segments);
    if (!best || whole < best.cost) best = { points: path, cost: whole };
  }
  return best && [...best.points];
}

/** Not yet without the points that change nothing; `cost` is the length and what its bends add. */
interface Way {
  readonly points: readonly Point[];
  readonly length: number;
  readonly cost: number;
}

function waysBetween(source: Rect, target: Rect, boxes: readonly Rect[]): Way[] {
  const columns = columnsNear(source, target, boxes);
  const entries = entriesOf(target);
  const ways = exitsOf(source).flatMap((exit) =>
    columns.flatMap((x) =>
      entries.map((entry) => wayOf([...exit, { x, y: exit.at(-1)!.y }, { x, y: entry[0]!.y }, ...entry])),
    ),
  );
  return [...straight(source, target), ...ways];
}

function wayOf(points: readonly Point[]): Way {
  const length = lengthOf(points);
  return { points, length, cost: length + bendCost * (points.length - 2) };
}

/** Boxes beside each other are joined straight across. */
function straight(source: Rect, target: Rect): Way[] {
  const top = Math.max(source.y, target.y);
  const bottom = Math.min(source.y + source.height, target.y + target.height);
  if (bottom - top <= 10) return [];
  const y = top + (bottom - top) * 0.6;
  const isRightwards = source.x < target.x;
  const start = { x: isRightwards ? source.x + source.width : source.x, y };
  return [wayOf([start, { x: isRightwards ? target.x : target.x + target.width, y }])];
}

/** The shortest that any line between two boxes can be. */
function distance(a: Rect, b: Rect): number {
  const across = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  return across + Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
}

/** Out at a side, at two heights; or up into the gap above, beside the middle, where the tree's own line is. */
const exitsOf = ({ x, y, width, height }: Rect): Point[][] => [
  ...[0.5, 0.75].flatMap((part) => [[{ x, y: y + height * part }], [{ x: x + width, y: y + height * part }]]),
  [
    { x: x + width * 0.8, y },
    { x: x + width * 0.8, y: y - lane },
  ],
  [
    { x: x + width * 0.2, y },
    { x: x + width * 0.2, y: y - lane },
  ],
  [
    { x: x + width * 0.8, y: y + height },
    { x: x + width * 0.8, y: y + height + lane },
  ],
];

const entriesOf = ({ x, y, width, height }: Rect): Point[][] => [
  [
    { x: x + width * 0.7, y: y - lane },
    { x: x + width * 0.7, y },
  ],
  [
    { x: x + width * 0.3, y: y - lane },
    { x: x + width * 0.3, y },
  ],
  [{ x, y: y + height * 0.6 }],
  [{ x: x + width, y: y + height * 0.6 }],
  [
    { x: x + width * 0.7, y: y + height + lane },
    { x: x + width * 0.7, y: y + height },
  ],
];

/** Beside every box in reach, nearest to the two first. */
function columnsNear(source: Rect, target: Rect, boxes: readonly Rect[]): number[] {
  const columns = new Set<number>();
  for (const { x, width } of [source, target, ...boxes]) {
    columns.add(x - lane);
    columns.add(x + width + lane);
  }
  const [low, high] = [Math.min(source.x, target.x), Math.max(source.x + source.width, target.x + target.width)];
  const away = (x: number) => Math.max(0, low - x, x - high);
  const middle = (low + high) / 2;
  const rank = (x: number) => away(x) * 1000 + Math.abs(x - middle);
  return [...columns].sort((a, b) => rank(a) - rank(b) || a - b).slice(0, columnsTried);
}

/** Without points that change nothing. */
function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    const isStraight =
      before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isStraight) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isBlocked(points: readonly Point[], boxes: readonly Rect[], source: Rect, target: Rect): boolean {
  const last = points.length - 2;
  return points.slice(1).some((end, i) => {
    const start = points[i]!;
    const hits = (box: Rect, margin: number) => crosses(start, end, box, margin);
    // At its ends a line touches its own boxes; it must not go through them, nor anywhere else near them.
    if (hits(source, i === 0 ? -1 : clearance) || hits(target, i === last ? -1 : clearance)) return true;
    return boxes.some((box) => hits(box, clearance));
  });
}

/** Whether a line, level or upright, runs through a box made larger by a margin. */
export function crosses(a: Point, b: Point, { x, y, width, height }: Rect, margin: number): boolean {
  const isBeside = Math.max(a.x, b.x) <= x - margin || Math.min(a.x, b.x) >= x + width + margin;
  return !isBeside && !(Math.max(a.y, b.y) <= y - margin || Math.min(a.y, b.y) >= y + height + margin);
}

/** Crossing a line of the tree is bad; running along it is worse, since the two cannot be told apart. */
function costOfLines(points: readonly Point[], segments: readonly (readonly [Point, Point])[]): number {
  let cost = 0;
  for (const [i, end] of points.slice(1).entries()) {
    const start = points[i]!;
    for (const [a, b] of segments) {
      const alongX =
        Math.min(Math.max(start.x, end.x), Math.max(a.x, b.x)) - Math.max(Math.min(start.x, end.x), Math.min(a.x, b.x));
      const alongY =
        Math.min(Math.max(start.y, end.y), Math.max(a.y, b.y)) - Math.max(Math.min(start.y, end.y), Math.min(a.y, b.y));
      if (alongX < -3 || alongY < -3) continue;
      const isAlong = (start.x === end.x) === (a.x === b.x);
      cost += isAlong ? sharedCost * Math.max(alongX, alongY) + crossingCost : crossingCost;
    }
  }
  return cost;
}

function lengthOf(points: readonly Point[]): number {
  return points
    .slice(1)
    .reduce((sum, end, i) => sum + Math.abs(end.x - points[i]!.x) + Math.abs(end.y - points[i]!.y), 0);
}
