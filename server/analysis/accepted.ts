import { isAcceptanceInForce } from "../model/org/acceptances.ts";
import type { Acceptance } from "../model/org/entities.ts";
import { refName } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { given } from "../model/words/fact.ts";
import { isInside, type Place, placeFromString } from "../model/words/place.ts";
import type { Ref } from "../model/words/values.ts";
import { type Sayable, wordsOf } from "../model/words/words.ts";
import type { AcceptanceUse } from "../rules/rule.ts";
import type { Accepted, Finding } from "./finding.ts";

/** Every entry of `accepted` with the findings that it speaks of. */
export function acceptancesOf(org: Org, findings: readonly Finding[], today: string): AcceptanceUse[] {
  return org.data.accepted.map((acceptance) => ({
    acceptance,
    matches: findings
      .filter((finding) => matches(acceptance, finding))
      .map((finding) => ({ rule: finding.rule, places: placesOf(finding) })),
    inForce: isAcceptanceInForce(acceptance, today),
  }));
}

/** The findings, each with the decision on record that covers it. */
export function withAcceptances(org: Org, findings: readonly Finding[], uses: readonly AcceptanceUse[]): Finding[] {
  const inForce = uses.filter((use) => use.inForce);
  if (inForce.length === 0) return [...findings];
  return findings.map((finding) => {
    const use = inForce.find(({ acceptance }) => matches(acceptance, finding));
    return use ? { ...finding, accepted: onRecord(org, use.acceptance) } : finding;
  });
}

/** The entries that cover something, in the order of the file. */
export function covering(org: Org, uses: readonly AcceptanceUse[]): Accepted[] {
  return uses.filter((use) => use.inForce && use.matches.length > 0).map((use) => onRecord(org, use.acceptance));
}

/**
 * An entry matches a finding of its rule, or of a rule that absorbed its rule or cites it as a provision, whose place, or one of whose
 * related places, or the place of a finding that joined it, is the entry's `at` or lies inside it.
 */
export function matches(acceptance: Acceptance, finding: Finding): boolean {
  const rule = given(acceptance.rule);
  const at = placeFromString(given(acceptance.at) ?? "");
  if (rule === undefined || at === undefined || at.length === 0) return false;
  if (![finding.rule, ...finding.absorbed, ...finding.hits.map(({ id }) => id)].includes(rule)) return false;
  return placesOf(finding).some((place) => isInside(place, at));
}

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
    approvedBy: approver === undefined ? [] : wordsOf(approvedBy(org, approver)),
    reason: given(acceptance.reason) ?? "",
    until: given(acceptance.until) ?? null,
    compensatingControl: control.is === "none" ? "none" : (given(control) ?? null),
  };
}

/** The approver as the file writes it, since the JSON contract gives the reference itself. */
function approvedBy(org: Org, ref: Ref): Sayable {
  if (ref.to === "post" || ref.to === "committee") return ref.id;
  if (ref.to === "provider" || ref.to === "team") return `${ref.to}:${ref.id}`;
  return ref.to === "board" || ref.to === "external" ? ref.to : refName(org, ref);
}
