import { given } from "../words/fact.ts";
import { isInside, type Place, placeFromString } from "../words/place.ts";
import type { Acceptance } from "./entities.ts";
import type { Org } from "./org.ts";

/** Past its date, or without a reason or an approver, an entry covers nothing. The date itself is still covered. */
export function isAcceptanceInForce(acceptance: Acceptance, today: string): boolean {
  const { rule, at, reason, approvedBy, until } = acceptance;
  if ([rule, at, reason, approvedBy].some((fact) => fact.is !== "known")) return false;
  if (until.is === "unknown") return until.why !== "unreadable";
  return until.is !== "known" || until.value >= today;
}

/** Whether an entry in force puts another control on record for a finding of one of these rules at one of these places. */
export function isCompensated(org: Org, rules: readonly string[], places: readonly Place[], today: string): boolean {
  return org.data.accepted.some((acceptance) => {
    const at = placeFromString(given(acceptance.at) ?? "");
    return (
      rules.includes(given(acceptance.rule) ?? "") &&
      given(acceptance.compensatingControl) !== undefined &&
      at !== undefined &&
      at.length > 0 &&
      isAcceptanceInForce(acceptance, today) &&
      places.some((place) => isInside(place, at))
    );
  });
}
