import { countOf } from "../../../analysis/question-groups.ts";
import { isRecommended } from "../../../analysis/recommend.ts";
import { type Severity, severities } from "../../../knowledge/severity.ts";
import { type Checked, isRead } from "../format.ts";

export const severityWords = { error: "error", warning: "warning", info: "information", hint: "hint" } as const;
const plurals = { error: "errors", warning: "warnings", info: "information", hint: "hints" } as const;

/** What the configurations of these files turn off, in the order of the product's list; each once. */
export function rulesOffIn(files: readonly Checked[]): string[] {
  return [...new Set(files.filter(isRead).flatMap(({ analysis }) => analysis.config.rulesOff))];
}

/** How many findings of each severity the files have; accepted ones count as nothing else. */
export function summarize(files: readonly Checked[]): Record<string, number> {
  const analyses = files.filter(isRead).map((file) => file.analysis);
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const open = findings.filter((finding) => !finding.accepted);
  return {
    files: files.length,
    ...Object.fromEntries(
      severities.map((severity) => [severity, open.filter((finding) => finding.severity === severity).length]),
    ),
    accepted: findings.length - open.length,
    recommended: open.filter(isRecommended).length,
    questions: analyses.reduce((sum, analysis) => sum + countOf(analysis.questions).all, 0),
  };
}

/** "1 error, 3 warnings, 1 accepted in 2 files." `told` may colour a part by its severity. */
export function countsIn(
  files: readonly Checked[],
  told: (severity: Severity, text: string) => string = (_, text) => text,
): string {
  const sums = summarize(files);
  const counts = severities
    .filter((severity) => sums[severity])
    .map((severity) =>
      told(severity, `${sums[severity]} ${(sums[severity] === 1 ? severityWords : plurals)[severity]}`),
    );
  const read = files.filter(isRead).length;
  const accepted = sums["accepted"] ? `, ${sums["accepted"]} accepted` : "";
  const recommended = sums["recommended"] ? `, ${sums["recommended"]} with a recommendation agreed` : "";
  const where = `${read} ${read === 1 ? "file" : "files"}`;
  return `${counts.length > 0 ? counts.join(", ") : "No findings"}${accepted}${recommended} in ${where}.`;
}
