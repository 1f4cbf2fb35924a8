import type { Severity } from "../knowledge/severity.ts";
import { isAtLeast } from "../knowledge/severity.ts";
import type { Fix } from "../model/words/change.ts";
import type { Analysis } from "./check.ts";
import { speaksOf } from "./entries.ts";
import type { Finding, Recommended } from "./finding.ts";

/** What is to be done at one client. */
export interface Plan {
  /** All that is not dropped, by owner and then by day; what nobody has taken on stands last. */
  readonly recommended: readonly Planned[];
  /** The findings above a hint for which nothing is recommended and which nobody has accepted. */
  readonly unplanned: readonly Unplanned[];
}

export interface Planned extends Recommended {
  /** Of the gravest finding that it speaks of; null where there is none any more. */
  readonly severity: Severity | null;
  /** Whether a finding that it speaks of is there still. */
  readonly stands: boolean;
}

export interface Unplanned {
  readonly finding: Finding;
  /** Its first remedy, if it has one. */
  readonly first: Fix | undefined;
}

export function planOf({ findings, recommended, document: { org } }: Analysis): Plan {
  const planned = recommended
    .filter(({ status }) => status !== "dropped")
    .map((entry): Planned => {
      const written = org.data.recommended.find(({ place }) => place === entry.place);
      const own = written ? findings.filter((finding) => speaksOf(written, finding)) : [];
      const [first] = own.map(({ severity }) => severity).sort((a, b) => (isAtLeast(a, b) ? -1 : 1));
      return { ...entry, severity: first ?? null, stands: own.length > 0 };
    });
  const unplanned = findings
    .filter(
      (one) => one.category !== "format" && one.severity !== "hint" && !one.accepted && one.recommended.length === 0,
    )
    .map((finding) => ({ finding, first: finding.fixes[0] ?? finding.firstSteps[0] }));
  return { recommended: planned.sort(byOwnerAndDay), unplanned };
}

const last = "\uffff";
const keyOf = ({ owner, due }: Planned): string =>
  [owner ? JSON.stringify(owner.written) : last, due ?? last].join("\u0000");

const byOwnerAndDay = (a: Planned, b: Planned): number => {
  const [one, two] = [keyOf(a), keyOf(b)];
  return one < two ? -1 : one > two ? 1 : 0;
};
