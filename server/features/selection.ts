import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { spansAround } from "../model/find/extents.ts";
import { occurrenceAt } from "../model/find/where.ts";

/**
 * What a selection at an offset (UTF-16) grows to, step by step: the name, the text that it stands in, the field, the
 * entry, the section, the file. Each span is inside the next.
 */
export function selectionSpans({ analysis: { document } }: Snapshot, offset: number): Span[] {
  const spans = spansAround(document, offset);
  const name = occurrenceAt(document, offset)?.span;
  const [first] = spans;
  const isInside =
    name !== undefined &&
    first !== undefined &&
    name.start <= offset &&
    offset <= name.end &&
    first.start <= name.start &&
    name.end <= first.end &&
    name.end - name.start < first.end - first.start;
  return isInside ? [name, ...spans] : spans;
}
