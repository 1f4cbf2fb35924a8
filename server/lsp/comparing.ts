import { RequestType } from "vscode-languageserver";
import { analyze } from "../analysis/check.ts";
import { comparisonOf } from "../analysis/compare/compare.ts";
import type { Finding } from "../analysis/finding.ts";
import { Text } from "../base/text.ts";
import { describesTarget } from "../model/org/state.ts";
import { type CompareParams, type CompareResult, compareRequest } from "../protocol.ts";
import { markdown } from "../reports/formats/compare/markdown.ts";
import type { Here } from "./feature.ts";

export const comparing = new RequestType<CompareParams, CompareResult, void>(compareRequest);

/** What is between a file and another text, both checked by the configuration of the file. */
export function comparedIn({ snapshot: { analysis } }: Here, { other, names }: CompareParams): CompareResult {
  const { today, config, document } = analysis;
  const second = analyze(new Text(String(other)), { today, config });
  const isOtherLater = describesTarget(second.document.org) && !describesTarget(document.org);
  const [before, after] = isOtherLater ? [analysis, second] : [second, analysis];
  const comparison = comparisonOf(before, after);
  const [here, there] = [String(names.here), String(names.other)];
  const paths = isOtherLater ? { before: here, after: there } : { before: there, after: here };
  const grave = (some: readonly Finding[]) => some.filter(({ severity }) => severity !== "hint").length;
  return {
    markdown: markdown.write({ paths, comparison, names: "full" }),
    changes: comparison.changes.length,
    ended: grave(comparison.findings.ended),
    new: grave(comparison.findings.new),
    isOtherLater,
  };
}
