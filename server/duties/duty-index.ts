import type { DutyPair } from "../knowledge/duties.ts";
import type { Activity } from "../model/org/entities.ts";
import { kindOf, type Org } from "../model/org/org.ts";
import { type Capacity, canMeet, handKeys } from "../model/org/same-hands.ts";
import { teamLine } from "../model/org/team-head.ts";
import { type Fact, given, itemsOf } from "../model/words/fact.ts";
import type { Ref } from "../model/words/values.ts";

/** So many like first duties beside one second are read by a person; of more, one of each sort is compared. */
const most = 50;

/** First duties, by their number, of one sort: of one kind, in one unit and scope. They meet the same others. */
interface Sort {
  readonly one: Activity;
  readonly all: number[];
}

/**
 * Finds, of a pair's first duties, those to compare with a second one: those with somebody in common, and those of
 * which too little is known. Comparing each with each would take minutes in a file of thousands of activities; and where
 * the same hands have thousands of one sort, the fifty-first says nothing that the first fifty do not.
 */
export function firstsFor(org: Org, pair: DutyPair, firsts: readonly Activity[]): (second: Activity) => Activity[] {
  const bySort = new Map<string, Sort>();
  const byHand = new Map<string, Set<Sort>>();
  const open: number[] = [];
  const held: number[] = [];
  firsts.forEach((first, i) => {
    if (isOpen(org, pair, first)) open.push(i);
    const hands = capacitiesOf(org, pair, first).flatMap((capacity) => itemsOf(first[capacity]));
    const keys = handKeys(org, [...hands, ...(pair.headOfTeam ? headsOf(org, first) : [])]).own;
    if (keys.length > 0) held.push(i);
    const sorting = sortOf(first);
    for (const key of new Set(keys)) {
      const name = `${sorting}\u0000${key}`;
      const sort = bySort.get(name) ?? { one: first, all: [] };
      bySort.set(name, sort);
      sort.all.push(i);
      const sorts = byHand.get(key) ?? new Set();
      byHand.set(key, sorts.add(sort));
    }
  });
  /** What is not known is a question once, whichever second duty it is asked for. */
  const untold = new Set(open);
  return (second) => {
    const isMet = (i: number) => canMeet(firsts[i]!, second);
    const hands = capacitiesOf(org, pair, second).flatMap(
      (capacity) => handKeys(org, itemsOf(second[capacity])).sought,
    );
    const sorts = new Set([...new Set(hands)].flatMap((key) => [...(byHand.get(key) ?? [])]));
    const shared = [...sorts]
      .filter(({ one }) => one === second || canMeet(one, second))
      .map(({ all }) => all.slice(0, most).filter(isMet));
    const asked = take(open, isMet);
    const unasked = [...untold].filter(isMet);
    for (const i of [...asked, ...unasked]) untold.delete(i);
    // What is not known of the second duty is the same question beside any first one.
    const another = isOpen(org, pair, second) ? held.find(isMet) : undefined;
    const found = new Set([
      ...shared.flatMap((all) => all.slice(0, 1)),
      ...shared
        .flat()
        .sort((a, b) => a - b)
        .slice(0, most),
      ...asked,
      ...unasked,
    ]);
    if (another !== undefined) found.add(another);
    return [...found].sort((a, b) => a - b).map((i) => firsts[i]!);
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

const sortOf = (activity: Activity): string =>
  JSON.stringify([kindOf(activity), given(activity.unit), given(activity.scope), activity.exists, activity.written]);

/** In which capacities an activity's people count for a pair. */
const capacitiesOf = ({ knowledge }: Org, { compareAccountables }: DutyPair, activity: Activity): Capacity[] =>
  compareAccountables || knowledge.duties.approving.has(kindOf(activity))
    ? ["responsible", "accountable"]
    : ["responsible"];

/** Whether who has a duty, in a capacity that counts for the pair, is not known. */
const isOpen = (org: Org, pair: DutyPair, activity: Activity): boolean =>
  activity.exists !== "yes" ||
  (pair.headOfTeam === true && isHeadUntold(org, activity)) ||
  capacitiesOf(org, pair, activity).some((capacity) => isUntold(org, activity[capacity]));

const isHeadUntold = (org: Org, { responsible }: Activity): boolean =>
  itemsOf(responsible).some((ref) => ref.to === "team" && teamLine(org, ref.id).head.is === "unknown");

const isUntold = (org: Org, fact: Fact<readonly Ref[]>): boolean =>
  (fact.is !== "known" && fact.is !== "none") ||
  itemsOf(fact).some((ref) => {
    const heldBy = ref.to === "post" ? org.data.posts.get(ref.id)?.heldBy : undefined;
    return heldBy !== undefined && heldBy.is !== "known" && heldBy.is !== "none";
  });

/** Those who head the teams that have a duty. */
const headsOf = (org: Org, { responsible }: Activity): Ref[] =>
  itemsOf(responsible).flatMap((ref) => (ref.to === "team" ? (given(teamLine(org, ref.id).head) ?? []) : []));
