import { answerForm, peopleNamed } from "../../analysis/answer-form.ts";
import { type Item, sheets } from "../../analysis/asked.ts";
import type { Question } from "../../analysis/finding.ts";
import { subjectOf } from "../../analysis/question-groups.ts";
import type { Snapshot } from "../../analysis/snapshot.ts";
import { given, itemsOf } from "../../model/words/fact.ts";
import { placeToString } from "../../model/words/place.ts";
import { full, spoken } from "../../model/words/words.ts";

export interface QuestionsTab {
  readonly tab: "questions";
  readonly today: string;
  readonly people: readonly string[];
  readonly lists: Readonly<Record<string, Choices>>;
  readonly sheets: readonly ShownSheet[];
  readonly interviews: readonly { readonly with: string; readonly date: string; readonly note: string }[];
}

type Choices = readonly { readonly id: string; readonly title: string }[];

interface ShownSheet {
  readonly ask: string | null;
  readonly whom: string;
  readonly people: readonly string[];
  readonly last: string | null;
  readonly questions: readonly ShownQuestion[];
}

interface ShownQuestion {
  readonly number: number;
  readonly text: string;
  readonly subject: string;
  readonly later: boolean;
  readonly decides: readonly string[];
  readonly facts: readonly ShownFact[];
}

interface ShownFact {
  readonly at: string;
  readonly question: string;
  readonly parts: readonly {
    readonly key: string;
    readonly title: string;
    readonly kind: "one" | "several" | "number" | "range" | "date" | "text";
    readonly choices: Choices;
    readonly list: string | null;
    readonly except: string | null;
    readonly own: boolean;
  }[];
  readonly words: readonly string[];
}

/** The questions, a sheet a person, each fact with how it can be answered. */
export function questionsTab(snapshot: Snapshot): QuestionsTab {
  const { analysis } = snapshot;
  const { org } = analysis.document;
  const lists: Record<string, Choices> = {};
  return {
    tab: "questions",
    today: analysis.today,
    people: peopleNamed(org),
    lists,
    sheets: sheets(analysis).map(({ ask, whom, last, now, later }) => {
      const post = ask === null ? undefined : org.data.posts.get(ask);
      return {
        ask,
        whom,
        people: post ? itemsOf(post.heldBy).flatMap((ref) => (ref.to === "person" ? [ref.name] : [])) : [],
        last: last ?? null,
        questions: [
          ...now.map((item) => questionOf(snapshot, item, false, lists)),
          ...later.map((item) => questionOf(snapshot, item, true, lists)),
        ],
      };
    }),
    interviews: org.data.interviews
      .map((one) => ({ with: given(one.with) ?? "", date: given(one.date) ?? "", note: given(one.note) ?? "" }))
      .reverse(),
  };
}

function questionOf(
  { analysis, config }: Snapshot,
  item: Item,
  later: boolean,
  lists: Record<string, Choices>,
): ShownQuestion {
  const { org } = analysis.document;
  return {
    number: item.number,
    text: item.text,
    subject: subjectOf(org, item.facts[0]?.at ?? []),
    later,
    decides: item.blocks.map((id) => config.ruleById.get(id)?.title ?? id),
    facts: item.facts.map((fact) => factOf(analysis, fact, lists)),
  };
}

/** A list that many facts share is handed over once: each of 300 posts can stand in for each other. */
function factOf(
  { document: { org } }: Snapshot["analysis"],
  { at, question }: Question,
  lists: Record<string, Choices>,
): ShownFact {
  const { parts, words } = answerForm(org, at);
  return {
    at: placeToString(at),
    question: spoken(question, full),
    parts: parts.map(({ key, title, kind, choices, list, except, own }) => {
      if (list !== undefined) lists[list] = choices;
      const shown = list === undefined ? choices : [];
      return { key, title, kind, choices: shown, list: list ?? null, except: except ?? null, own };
    }),
    words,
  };
}
