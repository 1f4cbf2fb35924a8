import {
  type DocumentLink,
  type FoldingRange,
  FoldingRangeKind,
  type SelectionRange,
  type SelectionRangeParams,
} from "vscode-languageserver";
import type { Fold } from "../features/folding.ts";
import type { Link } from "../features/links.ts";
import { selectionSpans } from "../features/selection.ts";
import type { Here } from "./feature.ts";
import { toRange } from "./text.ts";

export const toFolds = (found: readonly Fold[]): FoldingRange[] =>
  found.map(({ first, last, kind }) => ({
    startLine: first,
    endLine: last,
    ...(kind === "comment" ? { kind: FoldingRangeKind.Comment } : {}),
  }));

/** For each position its ranges, from the innermost one outwards. */
export function selections(
  { document: { text }, snapshot }: Here,
  { positions }: SelectionRangeParams,
): SelectionRange[] {
  return positions.map((position) => {
    const ranges = selectionSpans(snapshot, text.offsetAt(position)).map((span) => toRange(text, span));
    const outwards = ranges.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    );
    return outwards ?? { range: { start: position, end: position } };
  });
}

export const toLinks = ({ document: { text } }: Here, found: readonly Link[]): DocumentLink[] =>
  found.map(({ span, address, about }) => ({
    range: toRange(text, span),
    target: address,
    tooltip: `Read about this ${about}`,
  }));
