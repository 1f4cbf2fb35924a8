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
  readonly sheets: readonly ShownSheet[];
  readonly interviews: readonly { readonly with: string; readonly date: string; readonly note: string }[];
}

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
    readonly choices: readonly { readonly id: string; readonly title: string }[];
    readonly own: boolean;
  }[];
  readonly words: readonly string[];
}

/** The questions, a sheet a person, each fact with how it can be answered. */
export function questionsTab(snapshot: Snapshot): QuestionsTab {
  const { analysis } = snapshot;
  const { org } = analysis.document;
  return {
    tab: "questions",
    today: analysis.today,
    people: peopleNamed(org),
    sheets: sheets(analysis).map(({ ask, whom, last, now, later }) => {
      const post = ask === null ? undefined : org.data.posts.get(ask);
      return {
        ask,
        whom,
        people: post ? itemsOf(post.heldBy).flatMap((ref) => (ref.to === "person" ? [ref.name] : [])) : [],
        last: last ?? null,
        questions: [
          ...now.map((item) => questionOf(snapshot, item, false)),
          ...later.map((item) => questionOf(snapshot, item, true)),
        ],
      };
    }),
    interviews: org.data.interviews
      .map((one) => ({ with: given(one.with) ?? "", date: given(one.date) ?? "", note: given(one.note) ?? "" }))
      .reverse(),
  };
}

function questionOf({ analysis, config }: Snapshot, item: Item, later: boolean): ShownQuestion {
  const { org } = analysis.document;
  return {
    number: item.number,
    text: item.text,
    subject: subjectOf(org, item.facts[0]?.at ?? []),
    later,
    decides: item.blocks.map((id) => config.ruleById.get(id)?.title ?? id),
    facts: item.facts.map((fact) => factOf(analysis, fact)),
  };
}

function factOf({ document: { org } }: Snapshot["analysis"], { at, question }: Question): ShownFact {
  const { parts, words } = answerForm(org, at);
  return {
    at: placeToString(at),
    question: spoken(question, full),
    parts: parts.map(({ key, title, kind, choices, own }) => ({ key, title, kind, choices, own })),
    words,
  };
}
