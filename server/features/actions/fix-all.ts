import { type Choice, firstFixOf, fixAll, safeFix } from "../../analysis/fix-all.ts";
import { type Snapshot, withText } from "../../analysis/snapshot.ts";
import { editsBetween } from "../../base/diff.ts";
import type { Edit, Span } from "../../base/text.ts";
import { describesTarget } from "../../model/org/state.ts";
import type { Action } from "./action.ts";

/** At a finding: what ends all findings of its rule in the file, where there are several that can be ended. */
export function fixesOfRules(snapshot: Snapshot, range: Span): Action[] {
  const { findings, config } = snapshot.analysis;
  const met = findings.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  return [...new Set(met.map(({ rule }) => rule))].flatMap((rule): Action[] => {
    const choose = firstFixOf(rule, describesTarget(snapshot.analysis.document.org));
    const own = met.filter((finding) => choose(finding));
    if (own.length === 0 || findings.filter((finding) => choose(finding)).length < 2) return [];
    const title = `Fix all: ${config.ruleById.get(rule)?.title ?? rule}`;
    return [{ title, kind: "fix-rule", isPreferred: false, findings: own, edits: () => editsOf(snapshot, choose) }];
  });
}

/** For the whole file: whatever can be mended without judgement. */
export function safeFixes(snapshot: Snapshot): Action[] {
  const own = snapshot.analysis.findings.filter((finding) => safeFix(finding));
  if (own.length === 0) return [];
  const title = "Fix what needs no judgement";
  return [{ title, kind: "fix-all", isPreferred: false, findings: own, edits: () => editsOf(snapshot, safeFix) }];
}

function editsOf(snapshot: Snapshot, choose: Choice): Edit[] {
  const { after } = fixAll(snapshot.analysis, choose, (text) => withText(snapshot, text).analysis);
  return editsBetween(snapshot.text.content, after.document.text.content);
}
