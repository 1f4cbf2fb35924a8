import { groupBy } from "../base/group.ts";
import type { Post } from "../model/org/entities.ts";
import { postName, refName } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import { full, keyOfWords, listOf, type Names, person, spoken, words } from "../model/words/words.ts";
import type { Analysis } from "./check.ts";
import type { Question } from "./finding.ts";
import { filled } from "./questions.ts";
import { lastInterview } from "./whom-to-ask.ts";

export const forConsultant = "For you to judge, or to find out";

/** The questions for one person. */
export interface Sheet {
  /** The post or person to ask; null for the consultant. */
  readonly ask: string | null;
  /** "Maria Chen (CEO)", "the CFO". */
  readonly whom: string;
  /** When that person was last spoken with, as far as the file says. */
  readonly last: string | undefined;
  /** At most ten, in the order of a talk. */
  readonly now: readonly Item[];
  /** What is asked only if there is time. */
  readonly later: readonly Item[];
}

/** What is asked in one go: up to four facts of one subject. */
export interface Item {
  readonly number: number;
  readonly text: string;
  readonly blocks: readonly string[];
  /** The facts that it asks for, one by one. */
  readonly facts: readonly Question[];
  /** Its place among all, the most important first. */
  readonly rank: number;
}

/** A sheet a person, in the order of their numbers; the consultant's own last. */
export function sheets({ document, questions }: Analysis, names: Names = full): Sheet[] {
  const { org } = document;
  const inOrder = questions.toSorted((a, b) => a.group - b.group);
  const asked = [...new Set(inOrder.map((question) => question.ask))];
  const rank = new Map(questions.map((question, i) => [question, i]));
  const itemsIn = (some: readonly Question[]): Item[] =>
    [...groupBy(some, ({ group }) => group)].map(([number, facts]) => ({
      number,
      text: textOf(facts, names),
      blocks: [...new Set(facts.flatMap(({ blocks }) => blocks))].sort(),
      facts,
      rank: Math.min(...facts.map((fact) => rank.get(fact) ?? 0)),
    }));
  const ordered = [...asked.filter((ask) => ask !== null), ...asked.filter((ask) => ask === null)];
  return ordered.map((ask) => {
    const post = ask === null ? undefined : org.data.posts.get(ask);
    const own = inOrder.filter((question) => question.ask === ask);
    return {
      ask,
      whom: ask === null ? forConsultant : whom(org, post, ask, names),
      last: post && lastInterview(org, itemsOf(post.heldBy)),
      now: itemsIn(own.filter(({ later }) => !later)),
      later: itemsIn(own.filter(({ later }) => later)),
    };
  });
}

/** The same question about several things is one sentence; several about one thing follow each other. */
function textOf(facts: readonly Question[], names: Names): string {
  const alike = groupBy(facts, ({ pattern, question }) => keyOfWords(pattern?.template ?? question));
  return [...alike.values()]
    .map((same) => {
      const [first] = same;
      const all = same.flatMap(({ pattern }) => (pattern ? [pattern.the] : []));
      if (same.length === 1 || !first?.pattern) return spoken(first?.question ?? "", names);
      const each = words`each of ${listOf(all)}`;
      return spoken(filled(first.pattern.template, { the: each, a: each }), names);
    })
    .join(" ");
}

function whom(org: Org, post: Post | undefined, ask: string, names: Names): string {
  const people = post && itemsOf(post.heldBy).filter(({ to }) => to === "person");
  if (post && people && people.length > 0 && names.asides) {
    // Of several in one post, those who were spoken with are meant.
    const met = people.filter((ref) => lastInterview(org, [ref]) !== undefined);
    const name = listOf((met.length > 0 ? met : people).map((ref) => refName(org, ref)));
    return `${spoken(name, names)} (${spoken(postName(post), names)})`;
  }
  if (post) return `the ${spoken(postName(post), names)}`;
  const role = org.knowledge.format.catalogue("role").get(ask);
  return role ? `the ${role.title}` : names === full ? ask : spoken(person(ask), names);
}

/** "Spoken with so far: Maria Chen on 2026-11-18 (L. Ortega)." Nothing where the file lists no interview. */
export function spokenWith({ document }: Analysis): string | undefined {
  const lines = document.org.data.interviews.flatMap((interview) => {
    const name = given(interview.with);
    if (name === undefined) return [];
    const [date, by] = [given(interview.date), given(interview.by)];
    return `${name}${date ? ` on ${date}` : ""}${by ? ` (by ${by})` : ""}`;
  });
  return lines.length === 0 ? undefined : `Spoken with so far: ${lines.join("; ")}.`;
}
