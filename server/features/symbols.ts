import type { Snapshot } from "../analysis/snapshot.ts";
import { groupBy } from "../base/group.ts";
import type { Span } from "../base/text.ts";
import { extentOf } from "../model/find/extents.ts";
import { summaryOf } from "../model/find/summary.ts";
import { entitiesOf } from "../model/find/where.ts";
import type { Post } from "../model/org/entities.ts";
import { directSuperior } from "../model/org/lines.ts";
import type { OrgDocument } from "../model/read/document.ts";
import { given } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { full, spoken } from "../model/words/words.ts";

/** A part of a file as an editor lists it, with what is inside it; with a post, those that report to it. */
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

/** A tree of more levels would help nobody to find anything, and exhausts whoever walks it. */
const maxDepth = 50;

/** The sections of a file with their entries; the posts as the tree in which they report. */
export function symbols({ analysis: { document }, knowledge: { format } }: Snapshot): Outline[] {
  return document.map
    .keysIn([])
    .filter((section) => format.sections.has(section) && !["itorg", "asOf", "state"].includes(section))
    .map((section) => {
      const children = section === "posts" ? reportingTree(document) : entries(document, section);
      return symbol(document, [section], "section", sectionDetail(document, section), children);
    });
}

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
    .map((one) => symbol(document, one.at, section, spoken(summaryOf(org, one), full)));
}

/** Every post below the one that it reports to. One post of a circle stands at the top, with the others below it. */
function reportingTree(document: OrgDocument): Outline[] {
  const { org } = document;
  const posts = [...org.data.posts.values()].filter(({ written }) => written);
  const superiorOf = (post: Post): Post | undefined => {
    const superior = directSuperior(org, post);
    return superior?.written ? superior : undefined;
  };
  const below = groupBy(posts, superiorOf);
  const done = new Set<Post>();
  const tops = posts.filter((post) => superiorOf(post) === undefined);

  const grow = (post: Post, depth: number): Outline => {
    done.add(post);
    const open = (below.get(post) ?? []).filter((one) => !done.has(one));
    if (depth === maxDepth) tops.push(...open.splice(0));
    const children = open.map((one) => grow(one, depth + 1));
    const own = symbol(document, post.at, "posts", spoken(summaryOf(org, post), full), children);
    // Editors look for the cursor inside a symbol's span before they look at its children: it takes all of them in.
    const start = Math.min(own.span.start, ...children.map(({ span }) => span.start));
    const end = Math.max(own.span.end, ...children.map(({ span }) => span.end));
    return { ...own, span: { start, end } };
  };

  const grown: Outline[] = [];
  const growAll = () => {
    for (let top = tops.pop(); top; top = tops.pop()) grown.push(grow(top, 0));
  };
  growAll();
  for (const post of posts) {
    if (done.has(post)) continue;
    tops.push(onCircle(post, superiorOf));
    growAll();
  }
  return grown.sort((a, b) => a.span.start - b.span.start);
}

/** The first post that comes twice on a line which does not end. */
function onCircle(from: Post, superiorOf: (post: Post) => Post | undefined): Post {
  const met = new Set<Post>();
  let post = from;
  while (!met.has(post)) {
    met.add(post);
    post = superiorOf(post) ?? post;
  }
  return post;
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
