import type { Snapshot } from "../../analysis/snapshot.ts";
import type { Span } from "../../base/text.ts";
import { type Place, placeFromString, placeToString } from "../../model/words/place.ts";

/** Where a place stands in the text; an absent one at what is nearest to it. Undefined for what is no place. */
export function spanOf({ analysis }: Snapshot, at: string): { at: string; span: Span } | undefined {
  const place = placeFromString(at);
  return place && { at, span: analysis.document.map.span(place) };
}

/** The entry around an offset: "posts.ciso", "recommended[0]". Undefined outside of all entries. */
export function entryAt({ analysis }: Snapshot, offset: number): { at: string; span: Span } | undefined {
  const { map } = analysis.document;
  const place: Place = map.placeAt(offset).place.slice(0, 2);
  return place.length === 2 ? { at: placeToString(place), span: map.span(place) } : undefined;
}
