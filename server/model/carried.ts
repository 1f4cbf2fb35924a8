import type { ActivityId } from "../knowledge/catalogues.ts";
import type { Activity, Post, Team } from "./entities.ts";
import { all, cannotTell, holds, itemsOf, some, type Truth, truth } from "./fact.ts";
import { isSameHolder } from "./holders.ts";
import type { Org } from "./org.ts";
import type { Place } from "./place.ts";
import type { Capacity } from "./same-hands.ts";
import type { Ref } from "./values.ts";

/** A team that a post heads, or an activity that it has a duty in: whether it does, and where the file says so. */
export interface Carried<Entity extends Team | Activity = Team | Activity> {
  readonly entity: Entity;
  readonly at: Place;
  readonly truth: Truth;
}

/** The teams with one of these functions, and whether the post heads them; `apart` are the other posts, as in `isItself`. */
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
      holds(team.headedBy, (head) => isItself(org, head, post, apart)),
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
    const index = itemsOf(activity[capacity]).findIndex((ref) => isItself(org, ref, post, apart) === "yes");
    return {
      entity: activity,
      at: index < 0 ? [...activity.at, capacity] : [...activity.at, capacity, index],
      truth: all(
        activity.exists,
        holds(activity[capacity], (refs) => some(refs, (ref) => isItself(org, ref, post, apart))),
      ),
    };
  });
}

/**
 * Whether a reference means this post: by its id, or by somebody who is in it. Whoever is also in one of the posts
 * `apart` may act as that one, and so is not meant here.
 */
export function isItself(org: Org, ref: Ref, post: Post, apart: readonly Post[] = []): Truth {
  if (ref.to === "post") return truth(ref.id === post.id);
  if (ref.to !== "person" && ref.to !== "provider") return "no";
  const isIn = (other: Post) => itemsOf(other.heldBy).some((holder) => isSameHolder(org, holder, ref));
  if (apart.some((other) => other !== post && isIn(other))) return "no";
  // One question for each post is enough: who holds it is asked for elsewhere.
  return post.heldBy.is === "unknown" ? cannotTell({ at: post.heldBy.at, why: post.heldBy.why }) : truth(isIn(post));
}
