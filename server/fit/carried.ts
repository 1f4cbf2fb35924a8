import { memo } from "../base/memo.ts";
import type { ActivityId } from "../knowledge/catalogues.ts";
import type { Activity, Post, Team } from "../model/org/entities.ts";
import { isSameHolder } from "../model/org/holders.ts";
import { itPostRoles, kindOf, type Org } from "../model/org/org.ts";
import type { Capacity } from "../model/org/same-hands.ts";
import { all, cannotTell, given, holds, itemsOf, some, type Truth, truth } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { type Ref, refKey } from "../model/words/values.ts";

/** A team that a post heads, or an activity that it has a duty in: whether it does, and where the file says so. */
export interface Carried<Entity extends Team | Activity = Team | Activity> {
  readonly entity: Entity;
  readonly at: Place;
  readonly truth: Truth;
}

/** The teams with one of these functions, and whether the post heads them; `apart` are the other posts, as in `itself`. */
export function teamsHeaded(
  org: Org,
  post: Post,
  functions: readonly string[],
  apart: readonly Post[] = [],
): Carried<Team>[] {
  return [...org.data.teams.values()].map((team) => ({
    entity: team,
    at: [...team.at, "headedBy"],
    truth: all(
      team.exists,
      holds(team.functions, (own) => own.some((one) => functions.includes(one))),
      holds(team.headedBy, (head) => itself(org, head, post, apart)),
    ),
  }));
}

/** The entries about an activity, and whether the post has this duty in them; an entry's own list where nothing is in it. */
export function dutiesCarried(
  org: Org,
  post: Post,
  id: ActivityId,
  capacity: Capacity,
  apart: readonly Post[] = [],
): Carried<Activity>[] {
  return org.activities(id).map((activity) => {
    const index = itemsOf(activity[capacity]).findIndex((ref) => itself(org, ref, post, apart) === "yes");
    return {
      entity: activity,
      at: index < 0 ? [...activity.at, capacity] : [...activity.at, capacity, index],
      truth: all(
        activity.exists,
        holds(activity[capacity], (refs) => some(refs, (ref) => itself(org, ref, post, apart))),
      ),
    };
  });
}

/**
 * Whether a reference means this post: by its id, or by somebody who is in it. Whoever is also in one of the posts
 * `apart` may act as that one, and so is not meant here.
 */
export function itself(org: Org, ref: Ref, post: Post, apart: readonly Post[] = []): Truth {
  if (ref.to === "post") return truth(ref.id === post.id);
  if (ref.to !== "person" && ref.to !== "provider") return "no";
  const isIn = (other: Post) => itemsOf(other.heldBy).some((holder) => isSameHolder(org, holder, ref));
  if (apart.some((other) => other !== post && isIn(other))) return "no";
  // One question for each post is enough: who holds it is asked for elsewhere.
  return post.heldBy.is === "unknown" ? cannotTell({ at: post.heldBy.at, why: post.heldBy.why }) : truth(isIn(post));
}

/** Something that a post carries, as role definitions write it: `heads:helpdesk`, `accountable:it-strategy`. */
export interface CarriedValue {
  readonly value: string;
  readonly at: Place;
}

/** What a post heads, and answers or works for, by its own name or that of somebody who is in no other IT post. */
export function carriedBy(org: Org, post: Post): CarriedValue[] {
  const own = itemsOf(post.heldBy).filter((holder) => itPostsOf(org).get(refKey(holder)) === 1);
  return [{ to: "post", id: post.id } as const, ...own].flatMap((ref) => carriedByRef(org).get(refKey(ref)) ?? []);
}

/** In how many posts of IT and security each holder is: who is in several may carry a thing in each of them. */
const itPostsOf = memo((org: Org): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const posts = org.posts(...itPostRoles);
  for (const ref of posts.flatMap((post) => itemsOf(post.heldBy)))
    counts.set(refKey(ref), (counts.get(refKey(ref)) ?? 0) + 1);
  return counts;
});

const carriedByRef = memo((org: Org): ReadonlyMap<string, readonly CarriedValue[]> => {
  const byRef = new Map<string, CarriedValue[]>();
  const put = (ref: Ref, value: string, at: Place) => {
    const key = refKey(ref);
    const known = byRef.get(key);
    if (known) known.push({ value, at });
    else byRef.set(key, [{ value, at }]);
  };
  for (const team of org.data.teams.values()) {
    const head = team.exists === "yes" ? given(team.headedBy) : undefined;
    for (const name of head ? itemsOf(team.functions) : []) put(head!, `heads:${name}`, [...team.at, "headedBy"]);
  }
  for (const activity of org.data.activities.values()) {
    if (activity.exists !== "yes") continue;
    const id = kindOf(activity);
    for (const capacity of ["accountable", "responsible"] as const)
      for (const [i, ref] of itemsOf(activity[capacity]).entries())
        put(ref, `${capacity}:${id}`, [...activity.at, capacity, i]);
  }
  return byRef;
});
