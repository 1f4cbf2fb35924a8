import type { Format } from "../../knowledge/format.ts";
import type { Activity, Provider } from "../org/entities.ts";
import type { ActivityFields } from "../org/fields.ts";
import { given, isCannotTell, itemsOf, known, none } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Ref } from "../words/values.ts";
import { activityNames } from "./catalogue-names.ts";

/** The fields of an activity of which nothing is written. */
type Unwritten = (at: Place) => ActivityFields;

/**
 * Duties that a provider's services imply count as declared, the provider being responsible: whoever hosts a system
 * administers it. Where the file says who is responsible, or that nobody does it, the file holds.
 */
export function withImpliedDuties(
  activities: ReadonlyMap<string, Activity>,
  providers: ReadonlyMap<string, Provider>,
  format: Format,
  unwritten: Unwritten,
): Map<string, Activity> {
  const result = new Map(activities);
  for (const [duty, responsible] of impliedDuties(providers, format)) {
    const entries = [...activities.values()].filter((activity) => given(activity.activity) === duty);
    if (entries.length === 0) result.set(duty, impliedActivity(duty, responsible, format, unwritten));
    else if (entries.every(isSilent))
      result.set(entries[0]!.id, { ...entries[0]!, exists: "yes", responsible: known(responsible) });
  }
  return result;
}

function impliedDuties(providers: ReadonlyMap<string, Provider>, format: Format): Map<string, Ref[]> {
  const services = format.catalogue("service");
  const duties = new Map<string, Ref[]>();
  for (const provider of providers.values()) {
    if (provider.exists !== "yes") continue;
    for (const service of itemsOf(provider.services)) {
      const duty = services.get(service)?.implies;
      if (!duty) continue;
      if (!duties.has(duty)) duties.set(duty, []);
      duties.get(duty)!.push({ to: "provider", id: provider.id });
    }
  }
  return duties;
}

/** Nobody has said yet who does it. An entry that only keeps the slot says as little as one that is not there. */
function isSilent({ exists, responsible }: Activity): boolean {
  const isAsked = isCannotTell(exists) && exists.needs.some((need) => need.why !== "not-asked");
  return (
    (exists === "yes" || (isCannotTell(exists) && !isAsked)) &&
    responsible.is === "unknown" &&
    (responsible.why === "absent" || responsible.why === "not-asked")
  );
}

function impliedActivity(id: string, responsible: readonly Ref[], format: Format, unwritten: Unwritten): Activity {
  const at = ["activities", id];
  const activity = known(id);
  const told = { ...unwritten(at), activity, responsible: known(responsible), unit: none };
  return { entity: "activity", id, at, exists: "yes", written: false, ...told, ...activityNames(id, activity, format) };
}
