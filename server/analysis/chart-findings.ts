import type { ChartFinding } from "../chart/found.ts";
import type { Analysis } from "./check.ts";

/** Findings as far as a chart or a matrix shows them: by the rule's title, in which no name of the file stands. */
export const chartFindings = ({ findings, config }: Analysis): ChartFinding[] =>
  findings.map(({ rule, at, severity, category, accepted, related }) => ({
    rule,
    at,
    severity,
    title: config.ruleById.get(rule)?.title ?? rule,
    aboutPair: category === "duties",
    settled: accepted !== null,
    related: related.map((one) => one.at),
  }));
