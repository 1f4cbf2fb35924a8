import type { Snapshot } from "../analysis/snapshot.ts";
import type { Edit, Span } from "../base/text.ts";
import { formatted } from "../model/write/formatted.ts";

/** The edits (UTF-16 offsets) that lay a file out, or the lines that a span touches; none where it cannot be read. */
export function formatting({ text, analysis: { document } }: Snapshot, within?: Span): Edit[] {
  if (!within) return formatted(document);
  const first = text.positionAt(within.start).line;
  const last = text.positionAt(within.end);
  // A selection of whole lines ends at the beginning of the line behind them.
  const lastLine = last.character === 0 && last.line > first ? last.line - 1 : last.line;
  return formatted(document, {
    start: text.offsetAt({ line: first, character: 0 }),
    end: text.offsetAt({ line: lastLine, character: Number.MAX_SAFE_INTEGER }),
  });
}
