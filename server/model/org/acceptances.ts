import { memo } from "../../base/memo.ts";
import { given } from "../words/fact.ts";
import { type Place, placeFromString } from "../words/place.ts";
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
  const controls = controlsOnRecord(org)(today);
  if (controls.size === 0) return false;
  return rules.some((rule) =>
    places.some((place) => place.some((_, i) => controls.has(JSON.stringify([rule, place.slice(0, i + 1)])))),
  );
}

/** The rules and places of the entries in force that name another control, by the day. */
const controlsOnRecord = memo((org: Org) => {
  const byDay = new Map<string, ReadonlySet<string>>();
  return (today: string): ReadonlySet<string> => {
    const known = byDay.get(today);
    if (known) return known;
    const named = org.data.accepted.flatMap((acceptance) => {
      if (given(acceptance.compensatingControl) === undefined || !isAcceptanceInForce(acceptance, today)) return [];
      return [JSON.stringify([given(acceptance.rule), placeFromString(given(acceptance.at) ?? "")])];
    });
    const controls = new Set(named);
    byDay.set(today, controls);
    return controls;
  };
});
