import { groupBy } from "../../base/group.ts";
import { describesTarget } from "../../model/org/state.ts";
import { type Place, placeToString } from "../../model/words/place.ts";
import { asReservedWord } from "../../model/words/values.ts";
import { plainText } from "../../model/yaml/written.ts";
import type { Analysis } from "../check.ts";
import type { Finding, Question } from "../finding.ts";
import { type Difference, differencesOf } from "./changes.ts";
import { Pairs } from "./pairs.ts";

/** Two files about one client, and what is between them. */
export interface Comparison {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly changes: readonly Difference[];
  readonly findings: {
    /** Of the file before. */
    readonly ended: readonly Finding[];
    readonly remaining: readonly Finding[];
    readonly new: readonly Finding[];
  };
  readonly questions: {
    /** Of the file before: something stands there now. */
    readonly answered: readonly Question[];
    readonly open: readonly Question[];
    readonly new: readonly Question[];
  };
}

/** Compares what two files say and what is found in them. Each is taken as it was checked. */
export function comparisonOf(before: Analysis, after: Analysis): Comparison {
  const [was, is] = [before.document.org, after.document.org];
  const pairs = new Pairs(was, is);
  return {
    before,
    after,
    changes: differencesOf(was, is, pairs),
    findings: findingsOf(before, after, pairs),
    questions: questionsOf(before, after, pairs),
  };
}

/** A finding is the same where its rule and its place are; of several, as many as there were. */
function findingsOf(before: Analysis, after: Analysis, pairs: Pairs): Comparison["findings"] {
  const left = new Map(
    [...groupBy(before.findings, ({ rule, at }) => `${rule} ${placeToString(pairs.placeNow(at))}`)].map(
      ([key, some]) => [key, [...some]],
    ),
  );
  const remaining: Finding[] = [];
  const come: Finding[] = [];
  for (const finding of after.findings) {
    const known = left.get(`${finding.rule} ${placeToString(finding.at)}`)?.shift();
    (known ? remaining : come).push(finding);
  }
  const gone = new Set([...left.values()].flat());
  return { ended: before.findings.filter((finding) => gone.has(finding)), remaining, new: come };
}

/** In the file of a target nothing is asked, so what nobody has answered by then is open still. */
function questionsOf(before: Analysis, after: Analysis, pairs: Pairs): Comparison["questions"] {
  const isTarget = describesTarget(after.document.org);
  const now = new Set(after.questions.map(({ at }) => placeToString(at)));
  const were = new Set(before.questions.map(({ at }) => placeToString(pairs.placeNow(at))));
  const stillAsked = (question: Question) => now.has(placeToString(pairs.placeNow(question.at)));
  const gone = before.questions.filter((question) => !stillAsked(question));
  const isAnswered = ({ at }: Question) => {
    const now = answerAt(after, pairs.placeNow(at));
    return now !== undefined && now !== answerAt(before, at);
  };
  return {
    answered: gone.filter(isAnswered),
    open: isTarget ? gone.filter((question) => !isAnswered(question)) : before.questions.filter(stillAsked),
    new: after.questions.filter(({ at }) => !were.has(placeToString(at))),
  };
}

const unanswered: ReadonlySet<string | undefined> = new Set(["unknown", "not-asked", "declined"]);

/** What stands at a place, as it is written; undefined where nothing does, or only that nobody could say. */
function answerAt({ document: { map, text } }: Analysis, at: Place): string | undefined {
  const value = map.find(at)?.value;
  if (!value || unanswered.has(asReservedWord(plainText(value)))) return undefined;
  return text.content.slice(value.span.start, value.span.end);
}
