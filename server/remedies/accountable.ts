import type { ActivityId } from "../knowledge/catalogues.ts";
import type { Scope } from "../model/org/org.ts";
import { type Change, set, type Value } from "../model/words/change.ts";
import type { Place } from "../model/words/place.ts";
import { placeOfSection } from "./missing-entry.ts";
import { freeId } from "./remedies.ts";

/** Makes somebody accountable for an activity, in every entry that the file has of it, or in a new one. */
export const makeAccountable = (scope: Scope, id: ActivityId, who: string): Change[] =>
  assignDuty(scope, id, "accountable", who);

/** The same for another of the lists that an activity has. */
export function assignDuty(scope: Scope, id: ActivityId, duty: "accountable" | "responsible", who: string): Change[] {
  const { org, unit } = scope;
  const value: Value = duty === "responsible" ? [who] : who;
  const entries = scope.activities(id);
  if (entries.length > 0)
    return entries.map((entry) =>
      entry.exists === "yes" && entry.written
        ? set([...entry.at, duty], value)
        : set(["activities", entry.id], { [duty]: value }),
    );
  const key = freeId(org.data.activities, unit ? `${unit.id}-${id}` : id);
  return [set(["activities", key], { ...(unit ? { activity: id, unit: unit.id } : {}), [duty]: value })];
}

/** Where an activity is reported that nobody does, or answers for: at its key, else its section, else the organization. */
export function placeOfActivity(scope: Scope, id: ActivityId): Place {
  const [entry] = scope.activities(id).filter(({ written }) => written);
  if (entry) return entry.at;
  if (scope.unit) return scope.at;
  return placeOfSection(scope.org, "activities");
}
