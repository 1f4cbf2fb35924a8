import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { occurrencesOf } from "../model/find/occurrences.ts";
import { occurrenceAt } from "../model/find/where.ts";

/** A place where something is named. */
export interface Reference {
  readonly span: Span;
  /** The key of its entry, which is where it gets the name. */
  readonly isEntry: boolean;
}

/**
 * Everywhere in the file that names what the text at an offset (UTF-16) names, in the order of the text. Undefined
 * where nothing is named.
 */
export function references({ analysis: { document } }: Snapshot, offset: number): Reference[] | undefined {
  const here = occurrenceAt(document, offset);
  if (!here) return undefined;
  return occurrencesOf(document, here.target).map(({ span, as }) => ({ span, isEntry: as === "declaration" }));
}
