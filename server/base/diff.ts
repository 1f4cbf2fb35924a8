import { diffArrays, FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from "diff";
import type { Edit } from "./text.ts";

/** A run of lines that differs: `before` lines from `start` on are replaced by `after`. Lines keep their breaks. */
export interface Hunk {
  /** The index of its first line in the old text. */
  readonly start: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Beyond this many differing lines two texts count as different throughout, since looking closer would take too long. */
const maxEditLength = 500;

/** The runs of lines in which two texts differ, in order: a shortest way from the one to the other. */
export function changedLines(before: string, after: string): Hunk[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const parts = diffArrays(old, now, { maxEditLength });
  if (!parts) return [{ start: 0, before: old, after: now }];
  const hunks: Hunk[] = [];
  let start = 0;
  for (const [i, { added, removed, value }] of parts.entries()) {
    const last = hunks.at(-1);
    const goesOn = last !== undefined && i > 0 && (parts[i - 1]!.added || parts[i - 1]!.removed);
    if (added || removed) {
      const run = { start, before: removed ? value : [], after: added ? value : [] };
      if (goesOn)
        hunks.splice(-1, 1, { ...last, before: [...last.before, ...run.before], after: [...last.after, ...run.after] });
      else hunks.push(run);
    }
    if (!added) start += value.length;
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
  if (before === after) return "";
  const names = [`a/${path}`, `b/${path}`] as const;
  // Texts that differ throughout are replaced as a whole: no line of the one is looked for in the other.
  const patch =
    structuredPatch(...names, before, after, undefined, undefined, { context: 3, maxEditLength }) ??
    replacing(names, before, after);
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

function replacing(
  [oldFileName, newFileName]: readonly [string, string],
  before: string,
  after: string,
): StructuredPatch {
  const marked = (sign: string, text: string) =>
    linesOf(text).flatMap((line) =>
      line.endsWith("\n") ? `${sign}${line.slice(0, -1)}` : [`${sign}${line}`, "\\ No newline at end of file"],
    );
  const [oldLines, newLines] = [linesOf(before).length, linesOf(after).length];
  const lines = [...marked("-", before), ...marked("+", after)];
  const hunk = { oldStart: 1, oldLines, newStart: 1, newLines, lines };
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Whether an offset lies between two units that belong together. */
const isInside = (text: string, offset: number): boolean =>
  /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(offset - 1, offset + 1));
