import type { ActivityId } from "../../knowledge/catalogues.ts";
import { all, holds, isCannotTell, itemsOf, missing, some, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Post } from "./entities.ts";
import { inPost } from "./holders.ts";
import type { Org } from "./org.ts";
import type { Capacity, Share } from "./same-hands.ts";

/**
 * Whether a post, or somebody in it, is responsible or accountable for an activity, by the entries that the file has
 * of it, and every item that says so. A post that stands empty does nothing, whatever it is named for. `question` asks
 * for an entry of which nothing is known.
 */
export function sharesOf(
  org: Org,
  id: ActivityId,
  post: Post,
  question: string,
): { readonly truth: Truth; readonly shares: readonly Share[] } {
  const activities = org.activities(id);
  const isEmpty = post.heldBy.is === "none" || (post.heldBy.is === "known" && post.heldBy.value.length === 0);
  if (isEmpty || (activities.length === 0 && org.isComplete("activities"))) return { truth: "no", shares: [] };
  if (activities.length === 0) return { truth: missing(["activities", id], question), shares: [] };
  const thisPost = (ref: Ref) => inPost(org, ref, post);
  const shares = activities.flatMap((activity) =>
    capacities.flatMap((capacity) =>
      itemsOf(activity[capacity]).flatMap((ref, index) =>
        thisPost(ref) === "yes" ? [{ activity, capacity, index, ref }] : [],
      ),
    ),
  );
  const truth = some(activities, (activity) => {
    if (isCannotTell(activity.exists)) {
      return { ...activity.exists, needs: activity.exists.needs.map((need) => ({ ...need, question })) };
    }
    return all(
      activity.exists,
      some(capacities, (capacity) => holds(activity[capacity], (refs) => some(refs, thisPost))),
    );
  });
  return { truth, shares };
}

const capacities: readonly Capacity[] = ["accountable", "responsible"];
