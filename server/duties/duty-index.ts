import type { DutyPair } from "../knowledge/duties.ts";
import type { Activity } from "../model/org/entities.ts";
import { employerOf } from "../model/org/holders.ts";
import { kindOf, type Org } from "../model/org/org.ts";
import { canMeet } from "../model/org/same-hands.ts";
import { type Fact, itemsOf } from "../model/words/fact.ts";
import { type Ref, refKey } from "../model/words/values.ts";

/** More of one duty in the same hands says nothing new, and a reader would not look at the fiftieth. */
const most = 50;

/**
 * Finds, of a pair's first duties, those to compare with a second one: those with somebody in common, and those of
 * which too little is known. Comparing each with each would take minutes in a file of thousands of activities.
 */
export function firstsFor(org: Org, pair: DutyPair, firsts: readonly Activity[]): (second: Activity) => Activity[] {
  const byHand = new Map<string, number[]>();
  const open: number[] = [];
  firsts.forEach((first, i) => {
    if (isOpen(org, pair, first)) open.push(i);
    for (const key of handsIn(org, first)) {
      const same = byHand.get(key);
      if (same) same.push(i);
      else byHand.set(key, [i]);
    }
  });
  return (second) => {
    const isMet = (i: number) => canMeet(firsts[i]!, second);
    const shared = [...handsIn(org, second)].flatMap((key) => byHand.get(key) ?? []);
    const found = take([...new Set([...shared, ...open])], isMet);
    // What is not known of the second duty is the same question beside any first one.
    const another = isOpen(org, pair, second)
      ? firsts.findIndex((first, i) => handsIn(org, first).size > 0 && isMet(i))
      : -1;
    const all = another === -1 ? found : [...new Set([...found, another])];
    return all.sort((a, b) => a - b).map((i) => firsts[i]!);
  };
}

function take(indexes: readonly number[], isMet: (i: number) => boolean): number[] {
  const found: number[] = [];
  for (const i of indexes) {
    if (found.length === most) break;
    if (isMet(i)) found.push(i);
  }
  return found;
}

/** Whether who has a duty, in a capacity that counts for the pair, is not known. */
function isOpen(org: Org, pair: DutyPair, activity: Activity): boolean {
  const { exists, responsible, accountable } = activity;
  const answers = pair.compareAccountables || org.knowledge.duties.approving.has(kindOf(activity));
  return exists !== "yes" || isUntold(org, responsible) || (answers === true && isUntold(org, accountable));
}

const isUntold = (org: Org, fact: Fact<readonly Ref[]>): boolean =>
  (fact.is !== "known" && fact.is !== "none") ||
  itemsOf(fact).some((ref) => {
    const heldBy = ref.to === "post" ? org.data.posts.get(ref.id)?.heldBy : undefined;
    return heldBy !== undefined && heldBy.is !== "known" && heldBy.is !== "none";
  });

/** Whatever two duties in the same hands have in common: the post, the person, the provider, the team. */
function handsIn(org: Org, { responsible, accountable }: Activity): Set<string> {
  const refs = [...itemsOf(responsible), ...itemsOf(accountable)];
  const holders = refs.flatMap((ref) =>
    ref.to === "post" ? itemsOf(org.data.posts.get(ref.id)?.heldBy ?? nobody) : [],
  );
  return new Set(
    [...refs, ...holders].flatMap((ref) => {
      const employer = employerOf(org, ref);
      return employer === undefined ? [refKey(ref)] : [refKey(ref), `provider:${employer}`];
    }),
  );
}

const nobody = { is: "none" } as const;
