import { memo } from "../base/memo.ts";
import type { ActivityId } from "../knowledge/catalogues.ts";
import type { Activity } from "../model/org/entities.ts";
import { isTop } from "../model/org/lines.ts";
import { kindOf, type Org, unitOf } from "../model/org/org.ts";
import { type Capacity, canMeet } from "../model/org/same-hands.ts";
import type { Top } from "../model/org/top.ts";
import { add, type Change } from "../model/words/change.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import { isReservedWord, type Ref, refKey } from "../model/words/values.ts";
import { candidates } from "./candidates.ts";
import { distinct } from "./reassign.ts";

/** Whether an activity is one of security. */
export const isOfSecurity = ({ knowledge }: Org, activity: Activity): boolean =>
  isOneOf(knowledge.activities.security, activity);

const isOneOf = (kinds: readonly string[], activity: Activity): boolean => kinds.includes(kindOf(activity));

/**
 * Whoever could answer for an activity, the better first, as candidates.ts chooses: nobody in whose hands it would meet a
 * duty that it has to be kept apart from. `from` is who answers for it now.
 */
export function ownersOf(org: Org, activity: Activity, from: readonly Ref[] = []): Top[] {
  const unit = org.data.units.get(unitOf(activity) ?? "");
  const taken = barredAlike(org, activity, "accountable");
  return candidates(org, { duty: kindOf(activity), as: "accountable", unit, taken, from });
}

/** The people who are themselves named as responsible for an activity. */
export const peopleIn = memo((activity: Activity) => itemsOf(activity.responsible).filter(({ to }) => to === "person"));

/** Whoever is responsible or accountable for an activity: the same list every time. */
export const everybodyIn = memo(({ responsible, accountable }: Activity) => [
  ...itemsOf(responsible),
  ...itemsOf(accountable),
]);

/** The same list for all activities that the same ones meet. */
function barredAlike(org: Org, activity: Activity, capacity: Capacity): readonly Ref[] {
  const known = barredBySort(org);
  const key = JSON.stringify([kindOf(activity), given(activity.unit), given(activity.scope), capacity]);
  const barred = known.get(key) ?? distinct(barredFrom(org, activity, capacity));
  known.set(key, barred);
  return barred;
}

const barredBySort = memo((_org: Org) => new Map<string, readonly Ref[]>());

/** Whoever has a duty that is not to meet this activity in one pair of hands, where these have it in this capacity. */
export function barredFrom(org: Org, activity: Activity, capacity: Capacity): Ref[] {
  const kind = kindOf(activity);
  const { pairs, approving } = org.knowledge.duties;
  return pairs.flatMap(({ first, second, compareAccountables }) => {
    const others = isAmong(first, kind) ? second : isAmong(second, kind) ? first : [];
    const entries = others.flatMap((id) => org.activities(id)).filter((entry) => canMeet(activity, entry));
    return entries.flatMap((entry) => {
      const isReviewed = capacity === "responsible" || approving.has(kind);
      const isReviewing = capacity === "responsible" ? approving.has(kindOf(entry)) : compareAccountables;
      return [...(isReviewed ? itemsOf(entry.responsible) : []), ...(isReviewing ? itemsOf(entry.accountable) : [])];
    });
  });
}

const isAmong = (ids: readonly ActivityId[], kind: string): boolean => ids.some((id) => id === kind);

/** The head of an organization whom the file only refers to: somebody is in that post, and nobody doubts whose. */
export function isAssumedHead(org: Org, ref: Ref): boolean {
  const post = ref.to === "post" ? org.data.posts.get(ref.id) : undefined;
  return post !== undefined && !post.written && isTop(post);
}

/** Makes these responsible for an activity, besides whoever is already. */
export function makeResponsible(activity: Activity, refs: readonly Ref[]): Change[] {
  const present = new Set(itemsOf(activity.responsible).map(refKey));
  return refs.filter((ref) => !present.has(refKey(ref))).map((ref) => addRef([...activity.at, "responsible"], ref));
}

function addRef(place: Change["at"], ref: Ref): Change {
  switch (ref.to) {
    case "provider":
    case "team":
      return add(place, `${ref.to}:${ref.id}`);
    case "person":
      // A person whose name is a word of the format keeps the quotes that make it a name.
      return isReservedWord(ref.name) ? { do: "add", at: place, value: ref.name, quoted: true } : add(place, ref.name);
    case "board":
    case "external":
    case "self":
      return add(place, ref.to);
    case "nothing":
      return add(place, ref.text);
    case "to-be-filled":
      return add(place, ref.post);
    default:
      return add(place, ref.id);
  }
}
