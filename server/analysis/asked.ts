import { groupBy } from "../base/group.ts";
import type { Post } from "../model/org/entities.ts";
import { postName, refName } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { given } from "../model/words/fact.ts";
import type { Ref } from "../model/words/values.ts";
import { full, keyOfWords, listOf, type Names, person, spoken, words } from "../model/words/words.ts";
import type { Analysis } from "./check.ts";
import type { Question } from "./finding.ts";
import { filled } from "./questions.ts";
import { lastInterview, respondents, sheetOf } from "./whom-to-ask.ts";

export const forConsultant = "For you to judge, or to find out";

/** The questions for one person. */
export interface Sheet {
  /** The post to ask, of several that one person holds the first; null for the consultant. */
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
  const rank = new Map(questions.map((question, i) => [question, i]));
  const itemsIn = (some: readonly Question[]): Item[] =>
    [...groupBy(some, ({ group }) => group)].map(([number, facts]) => ({
      number,
      text: textOf(facts, names),
      blocks: [...new Set(facts.flatMap(({ blocks }) => blocks))].sort(),
      facts,
      rank: Math.min(...facts.map((fact) => rank.get(fact) ?? 0)),
    }));
  const byPerson = [...groupBy(inOrder, ({ ask }) => sheetOf(org, ask)).values()];
  const isOurs = (own: readonly Question[]) => own[0]?.ask === null;
  return [...byPerson.filter((own) => !isOurs(own)), ...byPerson.filter(isOurs)].map((own) => {
    const asked = [...new Set(own.flatMap(({ ask }) => ask ?? []))];
    const posts = asked.flatMap((ask) => org.data.posts.get(ask) ?? []);
    const people = posts[0] ? respondents(org, posts[0]) : [];
    return {
      ask: asked[0] ?? null,
      whom: asked[0] === undefined ? forConsultant : whom(org, { people, posts, ask: asked[0] }, names),
      last: lastInterview(org, people),
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

interface Asked {
  readonly people: readonly Ref[];
  readonly posts: readonly Post[];
  readonly ask: string;
}

function whom(org: Org, { people, posts, ask }: Asked, names: Names): string {
  const titles = spoken(listOf(posts.map((post) => postName(post))), names);
  if (people.length > 0 && names.asides)
    return `${spoken(listOf(people.map((ref) => refName(org, ref))), names)} (${titles})`;
  if (posts.length > 0) return `the ${titles}`;
  const role = org.knowledge.format.catalogue("role").get(ask);
  return role ? `the ${role.title}` : names === full ? ask : spoken(person(ask), names);
}

/** "Spoken with so far: Maria Chen on 2026-11-18 (L. Ortega)." Nothing where the file lists no interview. */
export function spokenWith({ document }: Analysis, names: Names = full): string | undefined {
  const say = (name: string): string => (names === full ? name : spoken(person(name), names));
  const lines = document.org.data.interviews.flatMap((interview) => {
    const name = given(interview.with);
    if (name === undefined) return [];
    const [date, by] = [given(interview.date), given(interview.by)];
    return `${say(name)}${date ? ` on ${date}` : ""}${by ? ` (by ${say(by)})` : ""}`;
  });
  return lines.length === 0 ? undefined : `Spoken with so far: ${lines.join("; ")}.`;
}
