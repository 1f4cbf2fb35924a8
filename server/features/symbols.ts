import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { extentOf } from "../model/find/extents.ts";
import { summaryOf } from "../model/find/summary.ts";
import { entitiesOf } from "../model/find/where.ts";
import type { OrgDocument } from "../model/read/document.ts";
import { given } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { full, spoken } from "../model/words/words.ts";

/** A part of a file as an editor lists it, with what is inside it. */
export interface Outline {
  readonly name: string;
  /** Who or what it is, in a few words; may be empty. */
  readonly detail: string;
  /** The section that it is an entry of; "section" for one of the sections. */
  readonly kind: string;
  /** All of it, and its name in there. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly Outline[];
}

/**
 * The sections of a file with their entries, in the order of the text: only so does a list follow the cursor. The tree
 * in which posts report is in the chart and in the hierarchy of calls.
 */
export function symbols({ analysis: { document }, knowledge: { format }, is }: Snapshot): Outline[] {
  if (is === "configuration") return keysOf(document, []);
  return document.map
    .keysIn([])
    .filter((section) => format.sections.has(section) && !["itorg", "asOf", "state"].includes(section))
    .map((section) => {
      const children = entries(document, section);
      return symbol(document, [section], "section", sectionDetail(document, section), children);
    });
}

/** What stands in a configuration: its sections, and what each of them says something of. */
const keysOf = (document: OrgDocument, place: Place): Outline[] =>
  document.map.keysIn(place).map((key) => {
    const here = [...place, key];
    return symbol(document, here, "section", "", place.length === 0 ? keysOf(document, here) : []);
  });

function sectionDetail({ org: { data } }: OrgDocument, section: string): string {
  return section === "organization" ? (given(data.organization.name) ?? "") : (data.sectionWords.get(section) ?? "");
}

function entries(document: OrgDocument, section: string): Outline[] {
  const { org } = document;
  if (section === "accepted" || section === "recommended")
    return org.data[section].map(({ place, rule, at }) => ({
      ...symbol(document, place, section, given(at) ?? ""),
      name: given(rule) ?? section,
    }));
  if (section === "interviews")
    return org.data.interviews.map((interview) => ({
      ...symbol(document, interview.at, section, given(interview.date) ?? ""),
      name: given(interview.with) ?? "interview",
    }));
  return [...entitiesOf(org.data, section).values()]
    .filter(({ at }) => document.map.find(at) !== undefined)
    .map((one) => symbol(document, one.at, section, spoken(summaryOf(org, one), full)))
    .sort((a, b) => a.span.start - b.span.start);
}

function symbol(
  document: OrgDocument,
  place: Place,
  kind: string,
  detail: string,
  children: readonly Outline[] = [],
): Outline {
  const span = extentOf(document, place);
  const name = document.map.span(place, "key");
  const isInside = span.start <= name.start && name.end <= span.end;
  return { name: String(place.at(-1)), detail, kind, span, nameSpan: isInside ? name : span, children };
}
