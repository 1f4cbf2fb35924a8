import type { Finding } from "../../analysis/finding.ts";
import { isRecommended, recommendationEnding, shownRecommendation } from "../../analysis/recommend.ts";
import type { Snapshot } from "../../analysis/snapshot.ts";
import { type Severity, severities } from "../../knowledge/severity.ts";
import { placeToString } from "../../model/words/place.ts";
import { full, spoken } from "../../model/words/words.ts";

export interface FindingsTab {
  readonly tab: "findings";
  readonly findings: readonly ShownFinding[];
}

export interface ShownFinding {
  readonly rule: string;
  readonly at: string;
  readonly title: string;
  readonly severity: Severity;
  readonly says: string;
  readonly reason: string;
  readonly sources: readonly string[];
  readonly state: "open" | "proposed" | "recommended" | "accepted";
  readonly settled: string;
}

/** What was found, worst first; what is accepted stands behind all that is not. */
export function findingsTab({ analysis: { findings }, config, knowledge }: Snapshot): FindingsTab {
  const inOrder = severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
  const sorted = [...inOrder.filter(({ accepted }) => !accepted), ...inOrder.filter(({ accepted }) => accepted)];
  return {
    tab: "findings",
    findings: sorted.map((finding) => ({
      rule: finding.rule,
      at: placeToString(finding.at),
      title: config.ruleById.get(finding.rule)?.title ?? finding.rule,
      severity: finding.severity,
      says: spoken(finding.says, full),
      reason: spoken(finding.reason, full),
      sources: knowledge.evidence.shortNames(finding.citations),
      state: stateOf(finding),
      settled: settledOf(finding),
    })),
  };
}

function stateOf(finding: Finding): ShownFinding["state"] {
  if (finding.accepted) return "accepted";
  if (isRecommended(finding)) return "recommended";
  return shownRecommendation(finding) ? "proposed" : "open";
}

function settledOf(finding: Finding): string {
  const { accepted } = finding;
  if (!accepted) return spoken(recommendationEnding(finding), full);
  const until = accepted.until === null ? "" : ` (${accepted.until})`;
  return `${spoken(accepted.reason, full)}, ${spoken(accepted.approvedBy, full)}${until}`;
}
