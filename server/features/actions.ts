import { acceptanceStep } from "../analysis/acceptance-step.ts";
import type { Analysis } from "../analysis/check.ts";
import type { Finding } from "../analysis/finding.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import type { Edit, Span } from "../base/text.ts";
import type { Fix } from "../model/change.ts";
import { textEdits } from "../model/edit.ts";

/** A remedy that the editor can apply: a fix ends its findings, a first step only helps. */
export interface Action {
  readonly title: string;
  readonly kind: Fix["kind"];
  readonly isPreferred: boolean;
  /** What it is a remedy for; several findings can share one. */
  readonly findings: readonly Finding[];
  readonly fix: Fix;
}

/** The remedies for the findings that meet a range (offsets in UTF-16; an empty range is the cursor), fixes first and accepting last. */
export function actions({ analysis }: Snapshot, range: Span): Action[] {
  const met = analysis.findings.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const byRemedy = new Map<string, Action>();
  for (const finding of met) {
    for (const fix of remediesOf(analysis, finding)) {
      const key = JSON.stringify([fix.kind, fix.title, fix.changes]);
      const known = byRemedy.get(key);
      const action: Action = {
        title: fix.title,
        kind: fix.kind,
        isPreferred: fix.preferred ?? false,
        findings: [finding],
        fix,
      };
      byRemedy.set(key, known ? { ...known, findings: [...known.findings, finding] } : action);
    }
  }
  const all = [...byRemedy.values()];
  return [...all.filter(({ kind }) => kind === "fix"), ...all.filter(({ kind }) => kind === "first-step")];
}

function remediesOf(analysis: Analysis, finding: Finding): Fix[] {
  const acceptance = acceptanceStep(analysis, finding);
  return [...finding.fixes, ...finding.firstSteps, ...(acceptance ? [acceptance] : [])];
}

/** What an action changes, computed only when it is asked for. */
export const editsOf = ({ analysis }: Snapshot, { fix }: Action): Edit[] => textEdits(analysis.document, fix.changes);
