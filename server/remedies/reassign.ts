import type { Role } from "../knowledge/catalogues.ts";
import type { Activity, Post } from "../model/org/entities.ts";
import { employerOf, inPost } from "../model/org/holders.ts";
import { headOfIt, leadsItOrTechnology } from "../model/org/it-line.ts";
import { directSuperior, isTop, lineMeets } from "../model/org/lines.ts";
import { held, itLeadershipRoles, type Org, roleOf, unitOf } from "../model/org/org.ts";
import type { Capacity } from "../model/org/same-hands.ts";
import { type Change, remove, set } from "../model/words/change.ts";
import { itemsOf } from "../model/words/fact.ts";
import { type Ref, refKey } from "../model/words/values.ts";

/** Posts that watch over the others' work, and would lose their independence with a share in it. */
const watchers: readonly (Role | undefined)[] = ["dpo", "head-internal-audit", "board-chair"];

/** Posts of another field, to which nothing of IT belongs. */
const otherFields: readonly (Role | undefined)[] = [
  "general-counsel",
  "chief-medical-officer",
  "head-hr",
  "head-marketing",
];

/** Posts that weigh risks: they approve and review, and neither do the work of IT nor buy for it. */
const riskPosts: readonly (Role | undefined)[] = ["ciso", "cro", "head-compliance"];

/**
 * The held posts that could take a duty over from somebody, best first: the direct superior, the head of IT, whoever
 * has the same superior, other leaders of IT, then everybody else, and the head of the organization last; within that,
 * the same unit before others. Work on systems goes to IT's own posts and buying to the business's, where there are
 * any. Never a provider's people, and nobody among `taken`. `duty` is the activity's kind.
 */
export function otherHands(org: Org, from: readonly Ref[], taken: readonly Ref[], duty: string): Post[] {
  const doing = distinct(from);
  const present = org.allPosts.filter((post) => doing.some((ref) => inPost(org, ref, post) === "yes"));
  const superiors = new Set(present.flatMap((post) => directSuperior(org, post) ?? []));
  const head = headOfIt(org.whole).post;
  const inOrder = [
    ...superiors,
    ...(head ? [head] : []),
    ...org.allPosts.filter((post) => superiors.has(directSuperior(org, post)!)),
    ...org.posts(...itLeadershipRoles),
    ...org.allPosts.filter((post) => !isTop(post)),
    ...org.allPosts,
  ];
  const barred = distinct(taken);
  const canTake = (post: Post) =>
    held(post) === "yes" &&
    !watchers.includes(roleOf(post)) &&
    itemsOf(post.heldBy).every((holder) => employerOf(org, holder) === undefined) &&
    barred.every((ref) => inPost(org, ref, post) !== "yes");
  const units = new Set(present.map(unitOf));
  const rank = (post: Post) => (units.size === 0 || units.has(unitOf(post)) ? 0 : 1);
  const able = [...new Set(inOrder)].filter(canTake).sort((a, b) => rank(a) - rank(b));
  const suited = able.filter((post) => isSuited(org, post, duty));
  return suited.length > 0 ? suited : able.filter((post) => !otherFields.includes(roleOf(post)));
}

function isSuited(org: Org, post: Post, duty: string): boolean {
  const { technical, business } = org.knowledge.activities;
  const isOneOf = (kinds: readonly string[]) => kinds.includes(duty);
  const role = roleOf(post);
  const isOfIt = () => leadsItOrTechnology(post) === "yes" || lineMeets(org, post, leadsItOrTechnology) === "yes";
  if (otherFields.includes(role)) return false;
  if (isOneOf(technical)) return !riskPosts.includes(role) && isOfIt();
  return isOneOf(business) ? !riskPosts.includes(role) && !isOfIt() : true;
}

/** Each once, however often and however spelled. */
export const distinct = (refs: readonly Ref[]): Ref[] => [...new Map(refs.map((ref) => [refKey(ref), ref])).values()];

/** Puts a post in the place of these items of an activity's list; items beyond the first go. */
export function handOver(
  activity: Activity,
  capacity: Capacity,
  items: readonly number[],
  to: { readonly id: string },
): Change[] {
  const place = [...activity.at, capacity];
  const indexes = [...new Set(items)].sort((a, b) => a - b);
  const [first, ...others] = indexes;
  if (first === undefined) return [];
  if (!activity.written) return [set(place, [to.id])];
  const isThere = itemsOf(activity[capacity]).some((ref) => ref.to === "post" && ref.id === to.id);
  const gone = isThere ? indexes : others;
  // The last goes first, so that the indexes of those before it still hold.
  const removals = gone.toReversed().map((index) => remove([...place, index]));
  return isThere ? removals : [set([...place, first], to.id), ...removals];
}
