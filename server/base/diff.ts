import type { Edit } from "./text.ts";

/** A run of lines that differs: `before` lines from `start` on are replaced by `after`. Lines keep their breaks. */
export interface Hunk {
  /** The index of its first line in the old text. */
  readonly start: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Beyond this many differing lines two texts count as different throughout, since looking closer would take too long. */
const mostDifferences = 500;

/** The runs of lines in which two texts differ, in order: a shortest way from the one to the other (Myers). */
export function changedLines(before: string, after: string): Hunk[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const [oldMiddle, nowMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  if (oldMiddle.length === 0 && nowMiddle.length === 0) return [];
  const kept = keptLines(oldMiddle, nowMiddle);
  const hunks: Hunk[] = [];
  let [x, y] = [0, 0];
  for (const [keptX, keptY] of [...kept, [oldMiddle.length, nowMiddle.length] as const]) {
    if (keptX > x || keptY > y)
      hunks.push({ start: head + x, before: oldMiddle.slice(x, keptX), after: nowMiddle.slice(y, keptY) });
    [x, y] = [keptX + 1, keptY + 1];
  }
  return hunks;
}

/** The same as edits that do not overlap (offsets in UTF-16), each as short as its ends allow. */
export function editsBetween(before: string, after: string): Edit[] {
  const starts = [0];
  for (const line of linesOf(before)) starts.push(starts.at(-1)! + line.length);
  return changedLines(before, after).map((hunk) => {
    const [old, now] = [hunk.before.join(""), hunk.after.join("")];
    const shorter = Math.min(old.length, now.length);
    let head = 0;
    while (head < shorter && old[head] === now[head]) head++;
    let tail = 0;
    while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
    // Half a character beyond the basic plane is none, nor is half a line break.
    if (isInside(old, head)) head--;
    if (tail > 0 && isInside(old, old.length - tail)) tail--;
    const start = starts[hunk.start]!;
    return {
      span: { start: start + head, end: start + old.length - tail },
      newText: now.slice(head, now.length - tail),
    };
  });
}

/** Two texts as a unified diff, with three lines around each change; empty where nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = linesOf(before);
  const groups: Hunk[][] = [];
  for (const hunk of changedLines(before, after)) {
    const last = groups.at(-1)?.at(-1);
    if (last && hunk.start - (last.start + last.before.length) <= 2 * context) groups.at(-1)!.push(hunk);
    else groups.push([hunk]);
  }
  let shift = 0;
  const parts = groups.map((hunks) => {
    const first = Math.max(0, hunks[0]!.start - context);
    const end = hunks.at(-1)!.start + hunks.at(-1)!.before.length;
    const last = Math.min(old.length, end + context);
    const grown = hunks.reduce((sum, hunk) => sum + hunk.after.length - hunk.before.length, 0);
    const lines: string[] = [];
    let next = first;
    for (const hunk of hunks) {
      lines.push(...old.slice(next, hunk.start).map((line) => ` ${line}`));
      lines.push(...hunk.before.map((line) => `-${line}`), ...hunk.after.map((line) => `+${line}`));
      next = hunk.start + hunk.before.length;
    }
    lines.push(...old.slice(next, last).map((line) => ` ${line}`));
    const head = `@@ -${rangeOf(first, last - first)} +${rangeOf(first + shift, last - first + grown)} @@\n`;
    shift += grown;
    return (
      head + lines.map((line) => (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`)).join("")
    );
  });
  return parts.length === 0 ? "" : `--- a/${path}\n+++ b/${path}\n${parts.join("")}`;
}

const context = 3;

/** Lines count from 1; an empty range names the line before it. */
const rangeOf = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Whether an offset lies between two units that belong together. */
const isInside = (text: string, offset: number): boolean =>
  /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(offset - 1, offset + 1));

/** The pairs of lines, by index in the one and in the other, that stay as they are. */
function keptLines(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  const most = Math.min(old.length + now.length, mostDifferences);
  for (let cost = 0; cost <= most; cost++) {
    trace.push(new Map(furthest));
    const next = new Map(furthest);
    for (let k = -cost; k <= cost; k += 2) {
      const isDown = k === -cost || (k !== cost && reach(furthest, k - 1) < reach(furthest, k + 1));
      let x = isDown ? reach(furthest, k + 1) : reach(furthest, k - 1) + 1;
      let y = x - k;
      while (x < old.length && y < now.length && old[x] === now[y]) {
        x++;
        y++;
      }
      next.set(k, x);
      if (x >= old.length && y >= now.length) return wayBack(trace, old.length, now.length);
    }
    furthest = next;
  }
  return [];
}

function wayBack(trace: readonly Map<number, number>[], endX: number, endY: number): [number, number][] {
  const kept: [number, number][] = [];
  let [x, y] = [endX, endY];
  for (let cost = trace.length - 1; cost >= 0; cost--) {
    const furthest = trace[cost]!;
    const k = x - y;
    const isDown = k === -cost || (k !== cost && reach(furthest, k - 1) < reach(furthest, k + 1));
    const before = isDown ? k + 1 : k - 1;
    const [beforeX, beforeY] = cost === 0 ? [0, 0] : [reach(furthest, before), reach(furthest, before) - before];
    while (x > beforeX && y > beforeY) kept.push([--x, --y]);
    [x, y] = [beforeX, beforeY];
  }
  return kept.reverse();
}

const reach = (furthest: ReadonlyMap<number, number>, k: number): number => furthest.get(k) ?? -1;
