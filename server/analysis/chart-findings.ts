import type { ChartFinding } from "../chart/found.ts";
import type { Analysis } from "./check.ts";
import { isRecommended } from "./recommend.ts";

/** Findings as far as a chart or a matrix shows them: by the rule's title, in which no name of the file stands. */
export const chartFindings = ({ findings, config }: Analysis): ChartFinding[] =>
  findings.map((finding) => ({
    rule: finding.rule,
    at: finding.at,
    severity: finding.severity,
    title: config.ruleById.get(finding.rule)?.title ?? finding.rule,
    aboutPair: finding.category === "duties",
    settled: finding.accepted !== null || isRecommended(finding),
    related: finding.related.map((one) => one.at),
  }));
