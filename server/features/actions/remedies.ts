import { acceptanceStep } from "../../analysis/acceptance-step.ts";
import type { Analysis } from "../../analysis/check.ts";
import type { Finding } from "../../analysis/finding.ts";
import type { Snapshot } from "../../analysis/snapshot.ts";
import type { Span } from "../../base/text.ts";
import type { Fix } from "../../model/words/change.ts";
import { full, spoken } from "../../model/words/words.ts";
import { textEdits } from "../../model/write/edit.ts";
import type { Action } from "./action.ts";

/** The remedies for the findings that meet a range: fixes, then first steps, accepting a risk last. */
export function remedies({ analysis }: Snapshot, range: Span): Action[] {
  const met = analysis.findings.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const byRemedy = new Map<string, Action>();
  for (const finding of met) {
    for (const fix of remediesOf(analysis, finding)) {
      const key = JSON.stringify([fix.kind, fix.title, fix.changes]);
      const known = byRemedy.get(key);
      const action: Action = {
        title: spoken(fix.title, full),
        kind: fix.kind,
        isPreferred: fix.preferred ?? false,
        findings: [...(known?.findings ?? []), finding],
        edits: () => textEdits(analysis.document, fix.changes),
      };
      byRemedy.set(key, action);
    }
  }
  const all = [...byRemedy.values()];
  return [...all.filter(({ kind }) => kind === "fix"), ...all.filter(({ kind }) => kind === "first-step")];
}

function remediesOf(analysis: Analysis, finding: Finding): Fix[] {
  const acceptance = acceptanceStep(analysis, finding);
  const all = [...finding.fixes, ...finding.firstSteps, ...(acceptance ? [acceptance] : [])];
  // Beside what could not be read, and where something else repeats the text, a remedy may have nothing that it can do.
  return all.filter(({ changes }) => textEdits(analysis.document, changes).length > 0);
}
