import type { Snapshot } from "../analysis/snapshot.ts";
import { blocksIn } from "../model/find/extents.ts";

/** Lines that an editor can fold away below the first of them; lines count from 0. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly kind: "entry" | "comment";
}

/** Sections, entries and everything else that takes several lines, without the comments behind it; and runs of comments. */
export function folds({ text, analysis: { document } }: Snapshot): Fold[] {
  const { entries, comments } = blocksIn(document);
  const all = [
    ...entries.map((span) => ({ span, kind: "entry" as const })),
    ...comments.map((span) => ({ span, kind: "comment" as const })),
  ];
  const byFirst = new Map<number, Fold>();
  for (const { span, kind } of all) {
    const fold = { first: text.positionAt(span.start).line, last: text.positionAt(span.end).line, kind };
    // Of several that begin on one line, such as a list's first item and its first field, the largest is folded.
    const known = byFirst.get(fold.first);
    if (!known || known.last < fold.last) byFirst.set(fold.first, fold);
  }
  return [...byFirst.values()].sort((a, b) => a.first - b.first);
}
