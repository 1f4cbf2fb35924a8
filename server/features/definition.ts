import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { extentOf } from "../model/find/extents.ts";
import { type Occurrence, occurrencesOf } from "../model/find/occurrences.ts";
import { aliasAt, occurrenceAt } from "../model/find/where.ts";

/** A way from one place of a file to another. */
export interface Definition {
  /** The text that leads there. */
  readonly from: Span;
  /** All of what it leads to, and the name in it. */
  readonly to: Span;
  readonly name: Span;
}

/**
 * Where that is described which the text at an offset (UTF-16) names: its entry, or for a person without one the posts
 * that they hold. Empty where nothing is named, or nothing describes it.
 */
export function definition({ analysis: { document } }: Snapshot, offset: number): Definition[] {
  const here = occurrenceAt(document, offset);
  if (!here) {
    const alias = aliasAt(document, offset);
    return alias ? [{ from: alias.span, to: alias.of, name: alias.of }] : [];
  }
  const from = here.span;
  if (here.path && document.map.find(here.path))
    return [{ from, to: extentOf(document, here.path), name: document.map.span(here.path) }];
  const all = occurrencesOf(document, here.target);
  const entries = all.filter((one) => one.as === "declaration");
  const described = entries.length > 0 ? entries : all.filter(isHolder);
  return described.map(({ at, span }) => {
    // What a merge key takes over is written elsewhere than the entry that it is part of.
    const to = extentOf(document, at.slice(0, 2));
    return { from, to: to.start <= span.start && span.end <= to.end ? to : span, name: span };
  });
}

const isHolder = ({ at, target }: Occurrence): boolean =>
  target.section === "people" && at[0] === "posts" && at[2] === "heldBy";
