import { countOf } from "../analysis/question-groups.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import type { Severity } from "../knowledge/severity.ts";

/** How a file stands: its findings by severity, those that are accepted apart, and the open questions. */
export interface Status extends Readonly<Record<Severity, number>> {
  readonly accepted: number;
  readonly questions: number;
  /** Those among them that are not for later. */
  readonly questionsNow: number;
}

export function status({ analysis: { findings, questions } }: Snapshot): Status {
  const count = { error: 0, warning: 0, info: 0, hint: 0, accepted: 0 };
  for (const { severity, accepted } of findings) count[accepted ? "accepted" : severity]++;
  const { all, now } = countOf(questions);
  return { ...count, questions: all, questionsNow: now };
}
