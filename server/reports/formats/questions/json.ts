import type { Analysis } from "../../../analysis/check.ts";
import type { Question } from "../../../analysis/finding.ts";
import { given } from "../../../model/words/fact.ts";
import { type Asked, type Checked, type Format, isRead, jsonOf } from "../format.ts";
import { type Telling, tellingOf } from "../telling.ts";

export const json: Format = jsonOf(questionsJson);

function questionsJson(files: readonly Checked[], { names }: Asked): object {
  return {
    version: 1,
    files: files.map((file) => {
      if (!isRead(file)) return { path: file.path, error: file.error, organization: null, questions: [] };
      const telling = tellingOf(file.analysis, names);
      return {
        path: file.path,
        organization: telling.organization,
        questions: file.analysis.questions.map((question) => questionJson(question, telling)),
      };
    }),
  };
}

export const organizationOf = (analysis: Analysis): string | null =>
  given(analysis.document.org.data.organization.name) ?? null;

export const questionJson = ({ at, ask, question, blocks, group, later }: Question, telling: Telling): object => ({
  at: telling.at(at),
  ask: ask && telling.id(ask),
  question: telling.says(question),
  blocks,
  group,
  later: later ? "yes" : "no",
});
