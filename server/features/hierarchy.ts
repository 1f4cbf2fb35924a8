import type { Snapshot } from "../analysis/snapshot.ts";
import { groupBy } from "../base/group.ts";
import type { Span } from "../base/text.ts";
import { extentOf } from "../model/find/extents.ts";
import { occurrencesOf, type Target, targetKey, targetOf } from "../model/find/occurrences.ts";
import { summaryOf } from "../model/find/summary.ts";
import { occurrenceAt } from "../model/find/where.ts";
import { postsHeldBy } from "../model/org/holders.ts";
import type { Superior } from "../model/org/lines.ts";
import type { OrgDocument } from "../model/read/document.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import type { Ref } from "../model/words/values.ts";
import { full, spoken } from "../model/words/words.ts";

/** A post or a committee in the lines along which an organization reports. */
export interface Station {
  readonly target: Target;
  readonly detail: string;
  /** All of its entry, and the key. What has no entry stands where it is referred to. */
  readonly span: Span;
  readonly nameSpan: Span;
}

/** A line from or to a station, and the references that draw it. */
export interface Link {
  readonly station: Station;
  readonly references: readonly Span[];
}

/**
 * Whose lines can be followed from an offset (UTF-16): the post or committee that is named there, the posts of the
 * person who is, or else the entry around it.
 */
export function stationsAt({ analysis: { document } }: Snapshot, offset: number): Station[] {
  const here = occurrenceAt(document, offset);
  if (here?.target.section === "people")
    return postsHeldBy(document.org, { to: "person", name: here.target.id }).map((post) =>
      station(document, { section: "posts", id: post.id }, here.span),
    );
  const { place } = document.map.placeAt(offset);
  const [section, id] = here ? [here.target.section, here.target.id] : place;
  if ((section !== "posts" && section !== "committees") || typeof id !== "string") return [];
  const target: Target = { section, id };
  return here || entryOf(document, target) ? [station(document, target, here?.span ?? document.map.span(place))] : [];
}

/** Whoever reports to a post or a committee directly. */
export function reportsOf({ analysis: { document } }: Snapshot, target: Target): Link[] {
  const { posts, committees } = document.org.data;
  return [...posts.values(), ...committees.values()].flatMap((entry) =>
    linesFrom(document, entry)
      .filter(({ to, isDotted }) => !isDotted && targetKey(to) === targetKey(target))
      .map(({ span }) => ({ station: station(document, targetFor(entry), span), references: [span] })),
  );
}

/** To whom a post or a committee reports, and to whom a dotted line leads from it. */
export function superiorsOf({ analysis: { document } }: Snapshot, target: Target): Link[] {
  const entry = entryOf(document, target);
  const lines = entry ? linesFrom(document, entry) : [];
  return [...groupBy(lines, ({ to }) => targetKey(to)).values()].map((same) => ({
    station: station(document, same[0]!.to, same[0]!.span),
    references: same.map(({ span }) => span),
  }));
}

interface Line {
  readonly to: Target;
  readonly isDotted: boolean;
  /** The reference that draws it. */
  readonly span: Span;
}

function linesFrom({ org: { data }, map }: OrgDocument, entry: Superior): Line[] {
  const line = (ref: Ref | undefined, place: Place, isDotted: boolean): Line[] => {
    const to = ref && targetOf(data, ref);
    return to ? [{ to, isDotted, span: map.span(place) }] : [];
  };
  const dotted = entry.entity === "post" ? itemsOf(entry.dottedLineTo) : [];
  return [
    ...line(given(entry.reportsTo), [...entry.at, "reportsTo"], false),
    ...dotted.flatMap((ref, i) => line(ref, [...entry.at, "dottedLineTo", i], true)),
  ];
}

const targetFor = ({ entity, id }: Superior): Target => ({ section: `${entity}s`, id });

const entryOf = ({ org: { data } }: OrgDocument, { section, id }: Target): Superior | undefined =>
  section === "posts" || section === "committees" ? data[section].get(id) : undefined;

/** `reference` is where what has no entry stands. */
function station(document: OrgDocument, target: Target, reference: Span): Station {
  const entry = entryOf(document, target);
  const detail = entry ? spoken(summaryOf(document.org, entry), full) : "";
  const key = occurrencesOf(document, target).find(({ as }) => as === "declaration");
  return key && entry
    ? { target, detail, span: extentOf(document, entry.at), nameSpan: key.span }
    : { target, detail, span: reference, nameSpan: reference };
}
