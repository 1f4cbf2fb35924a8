import type { Analysis } from "../../../analysis/check.ts";
import type { Question } from "../../../analysis/finding.ts";
import { filled } from "../../../analysis/questions.ts";
import { groupBy } from "../../../base/group.ts";
import type { Post } from "../../../model/org/entities.ts";
import { postName, refName } from "../../../model/org/names.ts";
import type { Org } from "../../../model/org/org.ts";
import { given, itemsOf } from "../../../model/words/fact.ts";
import { foldName, foldText, type Ref } from "../../../model/words/values.ts";
import { full, keyOfWords, listOf, spoken, words } from "../../../model/words/words.ts";

export const forConsultant = "For you to judge, or to find out";

export interface Group {
  /** The post or person to ask; null for the consultant. */
  readonly ask: string | null;
  /** "Maria Chen (CEO)", "the CFO". */
  readonly whom: string;
  /** When that person was last spoken with, as far as the file says. */
  readonly last: string | undefined;
  readonly items: readonly Item[];
}

/** What is asked in one go: the same question about several posts is one. */
export interface Item {
  readonly text: string;
  readonly blocks: readonly string[];
}

/** Grouped by whom to ask, each group standing where its most important question stands; the consultant's own last. */
export function grouped({ document, questions }: Analysis): Group[] {
  const { org } = document;
  const asked = [...new Set(questions.map((question) => question.ask))];
  const ordered = [...asked.filter((ask) => ask !== null), ...asked.filter((ask) => ask === null)];
  return ordered.map((ask) => {
    const post = ask === null ? undefined : org.data.posts.get(ask);
    return {
      ask,
      whom: ask === null ? forConsultant : whom(org, post, ask),
      last: post && lastInterview(org, itemsOf(post.heldBy)),
      items: merged(questions.filter((question) => question.ask === ask)),
    };
  });
}

function whom(org: Org, post: Post | undefined, ask: string): string {
  const people = post && itemsOf(post.heldBy).filter(({ to }) => to === "person");
  if (post && people && people.length > 0) {
    const name = listOf(people.map((ref) => refName(org, ref)));
    return `${spoken(name, full)} (${spoken(postName(post), full)})`;
  }
  if (post) return `the ${spoken(postName(post), full)}`;
  const role = org.knowledge.format.catalogue("role").get(ask);
  return role ? `the ${role.title}` : ask;
}

function lastInterview(org: Org, holders: readonly Ref[]): string | undefined {
  const names = holders.flatMap((ref) => (ref.to === "person" ? [foldName(ref.name)] : []));
  const dates = org.data.interviews
    .filter((interview) =>
      names.some((name) => writings(given(interview.with) ?? "").some((text) => text.includes(name))),
    )
    .flatMap(({ date }) => given(date) ?? []);
  return dates.sort().at(-1);
}

/** The same question about several posts becomes one, where the first of them stands. */
function merged(questions: readonly Question[]): Item[] {
  const byTemplate = groupBy(questions, ({ pattern, question }) => keyOfWords(pattern?.template ?? question));
  return [...byTemplate.values()].map((same) => {
    const blocks = [...new Set(same.flatMap((one) => one.blocks))].sort();
    const [first] = same;
    const all = same.flatMap(({ pattern }) => (pattern ? [pattern.the] : []));
    if (same.length === 1 || !first?.pattern) return { text: spoken(first?.question ?? "", full), blocks };
    const each = words`each of ${listOf(all)}`;
    return { text: spoken(filled(first.pattern.template, { the: each, a: each }), full), blocks };
  });
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

/** Whom an interview was with, in both forms that a name is compared in: of one word, it is as written. */
const writings = (text: string): string[] => [foldName(text), foldText(text), text];
