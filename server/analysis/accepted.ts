import { isAcceptanceInForce } from "../model/org/acceptances.ts";
import type { Acceptance } from "../model/org/entities.ts";
import type { Org } from "../model/org/org.ts";
import { given } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import type { Words } from "../model/words/words.ts";
import type { AcceptanceUse } from "../rules/rule.ts";
import { asWritten, Entries, findingsOf } from "./entries.ts";
import type { Accepted, Finding } from "./finding.ts";
import { canBeAccepted, needsControl } from "./law.ts";

/** Every entry of `accepted` with the findings that it speaks of. */
export function acceptancesOf(org: Org, findings: readonly Finding[], today: string): AcceptanceUse[] {
  const ownOf = findingsOf(org.data.accepted, findings);
  return org.data.accepted.map((acceptance) => {
    const own = ownOf(acceptance);
    return {
      acceptance,
      matches: own.map((finding) => ({ rule: finding.rule, places: placesOf(finding) })),
      inForce: isAcceptanceInForce(acceptance, today),
      // It speaks of findings and can cover none of them.
      isRefused: own.length > 0 && own.every((finding) => !canBeAccepted(org, finding)),
    };
  });
}

/** The findings, each with the decision on record that covers it. */
export function withAcceptances(org: Org, findings: readonly Finding[], uses: readonly AcceptanceUse[]): Finding[] {
  const inForce = uses.filter((use) => use.inForce).map(({ acceptance }) => acceptance);
  if (inForce.length === 0) return [...findings];
  const index = new Entries(inForce);
  return findings.map((finding) => {
    const acceptance = index.of(finding).find((one) => isCovered(org, one, finding));
    return acceptance ? { ...finding, accepted: onRecord(org, acceptance) } : finding;
  });
}

/** The entries that cover something, in the order of the file. */
export function covering(org: Org, uses: readonly AcceptanceUse[]): Accepted[] {
  return uses
    .filter((use) => use.inForce && use.matches.length > 0 && !use.isRefused)
    .map((use) => onRecord(org, use.acceptance));
}

/** What the law leaves no room for nobody can accept; where it allows another control, that has to be named. */
const isCovered = (org: Org, { compensatingControl }: Acceptance, finding: Finding): boolean =>
  canBeAccepted(org, finding) && (!needsControl(org, finding) || given(compensatingControl) !== undefined);

const placesOf = (finding: Finding): Place[] => [
  finding.at,
  ...finding.related.map((related) => related.at),
  ...finding.absorbedAt,
];

function onRecord(org: Org, acceptance: Acceptance): Accepted {
  const control = acceptance.compensatingControl;
  const approver = given(acceptance.approvedBy);
  return {
    rule: given(acceptance.rule) ?? "",
    at: given(acceptance.at) ?? "",
    approvedBy: approver === undefined ? [] : asWritten(org, approver),
    reason: noted(given(acceptance.reason) ?? ""),
    until: given(acceptance.until) ?? null,
    compensatingControl: control.is === "none" ? ["none"] : control.is === "known" ? noted(control.value) : null,
  };
}

const noted = (note: string): Words => (note === "" ? [] : [{ note }]);
