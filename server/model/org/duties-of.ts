import { addTo } from "../../base/group.ts";
import { memo } from "../../base/memo.ts";
import { itemsOf } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import { type Ref, refKey } from "../words/values.ts";
import type { Activity } from "./entities.ts";
import type { Org } from "./org.ts";

/** Something that somebody answers for or does, and the reference that says so. */
export interface Duty {
  readonly activity: Activity;
  readonly as: "accountable" | "responsible";
  readonly at: Place;
}

/** What the activities of a file lay on whoever a reference names, by that name: not what lies on their posts or people. */
export const dutiesOf = (org: Org, ref: Ref): readonly Duty[] => byHolder(org).get(refKey(ref)) ?? [];

const byHolder = memo((org: Org): ReadonlyMap<string, readonly Duty[]> => {
  const duties = new Map<string, Duty[]>();
  for (const activity of org.data.activities.values()) {
    for (const as of ["accountable", "responsible"] as const) {
      for (const [i, ref] of itemsOf(activity[as]).entries())
        addTo(duties, refKey(ref), { activity, as, at: [...activity.at, as, i] });
    }
  }
  return duties;
});
