import type { Analysis } from "../../../analysis/check.ts";
import type { Question } from "../../../analysis/finding.ts";
import { given } from "../../../model/words/fact.ts";
import { placeToString } from "../../../model/words/place.ts";
import { full, spoken } from "../../../model/words/words.ts";
import { type Checked, type Format, isRead, jsonOf } from "../format.ts";

export const json: Format = jsonOf(questionsJson);

function questionsJson(files: readonly Checked[]): object {
  return {
    version: 1,
    files: files.map((file) =>
      isRead(file)
        ? {
            path: file.path,
            organization: organizationOf(file.analysis),
            questions: file.analysis.questions.map(questionJson),
          }
        : { path: file.path, error: file.error, organization: null, questions: [] },
    ),
  };
}

export const organizationOf = (analysis: Analysis): string | null =>
  given(analysis.document.org.data.organization.name) ?? null;

export const questionJson = ({ at, ask, question, blocks, group, later }: Question): object => ({
  at: placeToString(at),
  ask,
  question: spoken(question, full),
  blocks,
  group,
  later: later ? "yes" : "no",
});
