import { countOf } from "../analysis/question-groups.ts";
import { isRecommended } from "../analysis/recommend.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import type { Severity } from "../knowledge/severity.ts";

/** How a file stands: its findings by severity, those that are accepted apart, and the open questions. */
export interface Status extends Readonly<Record<Severity, number>> {
  readonly accepted: number;
  readonly questions: number;
  /** Those among them that are not for later. */
  readonly questionsNow: number;
  /** The findings about which something is agreed; they count in their severity, too. */
  readonly recommended: number;
  /** The configuration that counts, by its name and its address; none where the standard does. */
  readonly config?: { readonly name: string; readonly uri: string };
  /** The rules that it turns off. */
  readonly off: readonly string[];
}

export function status({ analysis: { findings, questions }, config }: Snapshot): Status {
  const count = { error: 0, warning: 0, info: 0, hint: 0, accepted: 0 };
  for (const { severity, accepted } of findings) count[accepted ? "accepted" : severity]++;
  const { all, now } = countOf(questions);
  const { path, uri, rulesOff } = config;
  return {
    ...count,
    questions: all,
    questionsNow: now,
    recommended: findings.filter(isRecommended).length,
    ...(path === undefined || uri === undefined ? {} : { config: { name: path, uri } }),
    off: rulesOff,
  };
}
