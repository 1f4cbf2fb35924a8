import type { Finding, Question } from "../../../analysis/finding.ts";
import { spoken } from "../../../model/words/words.ts";
import { tellingOf } from "../telling.ts";
import { type Compared, type CompareFormat, namesOf } from "./compared.ts";

/** Its shape is a contract: schemas/compare-output.schema.json. */
export const json: CompareFormat = {
  says: "for other programs",
  write: (compared) => `${JSON.stringify(compareJson(compared), null, 2)}\n`,
};

function compareJson(compared: Compared): object {
  const { paths, comparison, names: naming } = compared;
  const { before, after, changes, findings, questions } = comparison;
  const names = namesOf(compared);
  const [was, is] = [before, after].map((one) => tellingOf(one, naming, names));
  const found = (some: readonly Finding[], telling = is!) => some.map(({ rule, at }) => ({ rule, at: telling.at(at) }));
  const asked = (some: readonly Question[], telling = is!) =>
    some.map(({ at, question }) => ({ at: telling.at(at), question: telling.says(question) }));
  return {
    version: 1,
    before: { path: paths.before, organization: was!.organization },
    after: { path: paths.after, organization: is!.organization },
    changes: changes.map((change) => ({
      kind: change.kind,
      what: change.what,
      at: (change.is === null ? was! : is!).at(change.at),
      was: change.was && spoken(change.was, names),
      is: change.is && spoken(change.is, names),
      says: spoken(change.says, names),
    })),
    findings: {
      ended: found(findings.ended, was),
      remaining: found(findings.remaining),
      new: found(findings.new),
    },
    questions: {
      answered: asked(questions.answered, was),
      open: asked(questions.open, was),
      new: asked(questions.new),
    },
  };
}
