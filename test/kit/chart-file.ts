import { chartFindings } from "../../server/analysis/chart-findings.ts";
import { Text } from "../../server/base/text.ts";
import type { ChartFinding } from "../../server/chart/found.ts";
import type { Org } from "../../server/model/org/org.ts";
import { analyze } from "./standard.ts";

/** A file's organization and its findings, as the chart takes them. */
export function chartFile(content: string): { readonly org: Org; readonly findings: readonly ChartFinding[] } {
  const analysis = analyze(new Text(content), { today: "2026-11-22" });
  return { org: analysis.document.org, findings: chartFindings(analysis) };
}
