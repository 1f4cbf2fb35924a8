import { addTo } from "../../base/group.ts";
import {
  all,
  any,
  cannotTell,
  type Fact,
  holds,
  itemsOf,
  known,
  lacking,
  missing,
  none,
  not,
  type Truth,
  truth,
} from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import { foldText, type Ref, refKey } from "../words/values.ts";
import type { Activity, Post } from "./entities.ts";
import { employerOf, isSameHolder } from "./holders.ts";
import type { Org } from "./org.ts";
import { teamLine } from "./team-head.ts";

/** In which way somebody has a duty. */
export type Capacity = "responsible" | "accountable";

/** Who has one duty and also another, by one entry of each. */
export interface Overlap {
  readonly first: Share;
  readonly second: Share;
  /** The people or providers who are in both; none where one post is and nobody knows who holds it, and for a team. */
  readonly who: readonly Ref[];
  /** The posts through which they act. */
  readonly posts: readonly Post[];
}

/** One item of an activity's list. */
export interface Share {
  readonly activity: Activity;
  readonly capacity: Capacity;
  readonly index: number;
  readonly ref: Ref;
}

/** Whether anybody has both duties in these capacities, and every way in which that is so. */
export function overlapsOf(
  org: Org,
  [first, firstAs]: readonly [Activity, Capacity],
  [second, secondAs]: readonly [Activity, Capacity],
): { readonly truth: Truth; readonly overlaps: readonly Overlap[] } {
  const overlaps: Overlap[] = [];
  const settled = all(first.exists, second.exists);
  if (settled !== "yes") return { truth: settled, overlaps };
  const [ones, others] = [itemsOf(first[firstAs]), itemsOf(second[secondAs])];
  const withHands = handIndex(org, others);
  for (const [i, one] of ones.entries())
    for (const j of withHands(one)) {
      const other = others[j]!;
      const { truth: same, who, posts } = inBoth(org, one, other);
      const shares = {
        first: { activity: first, capacity: firstAs, index: i, ref: one },
        second: { activity: second, capacity: secondAs, index: j, ref: other },
      };
      if (same === "yes") overlaps.push({ ...shares, who, posts });
    }
  const same = overlaps.length > 0 ? "yes" : openBetween(org, ones, others);
  const somebodyNamed = all(not(lacking(first[firstAs])), not(lacking(second[secondAs])));
  return { truth: somebodyNamed === "yes" ? same : somebodyNamed, overlaps };
}

/** Which items of a list may be the same hands as somebody: looked up, since lists may be long on both sides. */
function handIndex(org: Org, others: readonly Ref[]): (one: Ref) => number[] {
  const byHand = new Map<string, number[]>();
  for (const [j, other] of others.entries()) for (const key of handKeys(org, [other]).own) addTo(byHand, key, j);
  return (one) => {
    const found = new Set(handKeys(org, [one]).sought.flatMap((key) => byHand.get(key) ?? []));
    return [...found].sort((a, b) => a - b);
  };
}

/**
 * By which the same hands are found: what stands in an index for some, and what to look up for others. Two people of one
 * provider are no same hands; a provider and either of them are.
 */
export function handKeys(org: Org, refs: readonly Ref[]): { readonly own: string[]; readonly sought: string[] } {
  const own = new Set<string>();
  const sought = new Set<string>();
  for (const ref of refs)
    for (const hand of [ref, ...itemsOf(handsBehind(ref, postOf(org, ref)))]) {
      const key = refKey(hand);
      const employer = hand.to === "person" ? employerOf(org, hand) : undefined;
      own.add(key);
      sought.add(key);
      if (hand.to === "provider") sought.add(`works for ${key}`);
      if (employer === undefined) continue;
      own.add(`works for provider:${employer}`);
      sought.add(`provider:${employer}`);
    }
  return { own: [...own], sought: [...sought] };
}

/** What would have to be known where nobody is known to be on both sides: the holders of posts, each beside somebody. */
function openBetween(org: Org, ones: readonly Ref[], others: readonly Ref[]): Truth {
  const handsOf = (refs: readonly Ref[]) =>
    refs
      .map((ref) => handsBehind(ref, postOf(org, ref)))
      .filter((hands) => hands.is !== "known" || hands.value.length > 0);
  const untold = (hands: Fact<readonly Ref[]>) =>
    hands.is === "unknown" ? [cannotTell({ at: hands.at, why: hands.why })] : [];
  const [mine, theirs] = [handsOf(ones), handsOf(others)];
  if (mine.length === 0 || theirs.length === 0) return "no";
  return any("no", ...mine.slice(0, 1).flatMap(untold), ...theirs.flatMap(untold), ...mine.slice(1).flatMap(untold));
}

/**
 * Whether whoever heads a team that has one duty has another in this capacity. Where the head is named beside the team,
 * the two are the person's own duties, and no case of this.
 */
export function headsOverlap(
  org: Org,
  first: Activity,
  [second, secondAs]: readonly [Activity, Capacity],
): { readonly truth: Truth; readonly overlaps: readonly Overlap[] } {
  const overlaps: Overlap[] = [];
  const open: Truth[] = [];
  const settled = all(first.exists, second.exists);
  const [named, others] = [itemsOf(first.responsible), itemsOf(second[secondAs])];
  if (settled !== "yes" || others.length === 0) return { truth: settled === "yes" ? "no" : settled, overlaps };
  const [besides, withHands] = [handIndex(org, named), handIndex(org, others)];
  for (const [index, team] of named.entries()) {
    const head = team.to === "team" ? teamLine(org, team.id).head : none;
    if (head.is === "unknown") open.push(cannotTell({ at: head.at, why: head.why }));
    if (head.is !== "known") continue;
    if (besides(head.value).some((i) => inBoth(org, named[i]!, head.value).truth === "yes")) continue;
    const share: Share = { activity: first, capacity: "responsible", index, ref: team };
    for (const j of withHands(head.value)) {
      const { truth: same, who, posts } = inBoth(org, head.value, others[j]!);
      if (same !== "yes") continue;
      overlaps.push({
        first: share,
        second: { activity: second, capacity: secondAs, index: j, ref: others[j]! },
        who,
        posts,
      });
    }
    open.push(openBetween(org, [head.value], others));
  }
  return { truth: overlaps.length > 0 ? "yes" : any("no", ...open), overlaps };
}

interface InBoth {
  readonly truth: Truth;
  readonly who: readonly Ref[];
  readonly posts: readonly Post[];
}

/** Whether two who have duties are the same hands; cannot be told where it is not known who holds a post. */
export const sameHands = (org: Org, one: Ref, other: Ref): Truth => inBoth(org, one, other).truth;

/** One post on both sides is the same, whoever holds it; otherwise a person or provider must be behind both. */
function inBoth(org: Org, one: Ref, other: Ref): InBoth {
  const [a, b] = [postOf(org, one), postOf(org, other)];
  const posts = [...new Set([a, b].flatMap((post) => post ?? []))];
  if (a && a === b) return { truth: "yes", who: itemsOf(a.heldBy), posts };
  if (!a && !b && one.to === "team") return { truth: truth(refKey(one) === refKey(other)), who: [], posts };
  const [mine, theirs] = [handsBehind(one, a), handsBehind(other, b)];
  // An empty post, a committee or a team is nobody in particular, whoever stands on the other side.
  const isEmpty = [mine, theirs].some((hands) => hands.is === "known" && hands.value.length === 0);
  if (isEmpty) return { truth: "no", who: [], posts };
  const open = [mine, theirs].flatMap((hands) =>
    hands.is === "unknown" ? [cannotTell({ at: hands.at, why: hands.why })] : [],
  );
  if (open.length > 0) return { truth: any(...open), who: [], posts };
  const who = itemsOf(mine).filter((hand) => itemsOf(theirs).some((another) => isSameHolder(org, hand, another)));
  return { truth: truth(who.length > 0), who, posts };
}

const postOf = (org: Org, ref: Ref): Post | undefined => (ref.to === "post" ? org.data.posts.get(ref.id) : undefined);

function handsBehind(ref: Ref, post: Post | undefined): Fact<readonly Ref[]> {
  if (post) return post.heldBy;
  return known(ref.to === "person" || ref.to === "provider" ? [ref] : []);
}

/** Whether two activities can meet at all: not where their known scopes, or their units, have nothing in common. */
export function canMeet(a: Activity, b: Activity): boolean {
  const [mine, theirs] = [a.scope, b.scope].map((scope) => itemsOf(scope).map(foldText)) as [string[], string[]];
  const apart = mine.length > 0 && theirs.length > 0 && !mine.some((one) => theirs.includes(one));
  const units = [a.unit, b.unit].flatMap((unit) => (unit.is === "known" ? [refKey(unit.value)] : []));
  return a !== b && !apart && (units.length < 2 || units[0] === units[1]);
}

/**
 * Whether the work of two activities falls under one of these scopes. The second one's scope says so, or the first's
 * where the second has none; where neither has, it is a question.
 */
export function concernsScope(first: Activity, second: Activity, scopes: readonly string[]): Truth {
  const decides = second.scope.is === "unknown" && first.scope.is === "known" ? first : second;
  return holds(decides.scope, (words) => words.some((word) => scopes.includes(word)));
}

/**
 * Whether the work that two activities share may touch card data. A scope says so; without one in both, an organization
 * that handles card data does it with all its systems until somebody has told them apart.
 */
export function concernsCards(org: Org, first: Activity, second: Activity): Truth {
  const scopes = [second, first].flatMap(({ scope }) => (scope.is === "known" ? [scope] : []));
  if (scopes.length > 0) return truth(scopes.every(({ value }) => value.map(foldText).includes("card-data")));
  const { cardData } = org.data.organization;
  const handled = holds(cardData, (kind) => kind !== "none");
  return handled === "no" || handled === "left-out" ? missing([...second.at, "scope"]) : handled;
}

/** Where a share stands; what only a provider's services imply stands at those services. */
export function placeOfShare({ activity, capacity, index, ref }: Share): Place {
  if (activity.written || ref.to !== "provider") return [...activity.at, capacity, index];
  return ["providers", ref.id, "services"];
}
