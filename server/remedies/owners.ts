import type { ActivityId } from "../knowledge/catalogues.ts";
import type { Activity, Post } from "../model/org/entities.ts";
import { inPost } from "../model/org/holders.ts";
import { headOfIt, leadsItOrTechnology } from "../model/org/it-line.ts";
import { isTop, lineMeets } from "../model/org/lines.ts";
import { thePost } from "../model/org/names.ts";
import { held, itLeadershipRoles, kindOf, type Org, Scope, unitOf } from "../model/org/org.ts";
import { fromOutside } from "../model/org/outside.ts";
import { type Capacity, canMeet } from "../model/org/same-hands.ts";
import { headOf, type Top } from "../model/org/top.ts";
import { add, type Change } from "../model/words/change.ts";
import { itemsOf, truth } from "../model/words/fact.ts";
import { isReservedWord, type Ref, refKey } from "../model/words/values.ts";

/** Whether an activity is one of security. */
export const isOfSecurity = ({ knowledge }: Org, activity: Activity): boolean =>
  isOneOf(knowledge.activities.security, activity);

const isOneOf = (kinds: readonly string[], activity: Activity): boolean => kinds.includes(kindOf(activity));

/**
 * Whoever could answer for an activity, best first: for security the CISO, else the head of IT, and the head of the
 * organization last; of the activity's own unit before others. Nobody from outside, no empty post, and nobody in whose
 * hands the activity would meet a duty that it has to be kept apart from.
 */
export function ownersOf(org: Org, activity: Activity): Top[] {
  const unit = org.data.units.get(unitOf(activity) ?? "");
  const scopes = unit ? [new Scope(org, unit), org.whole] : [org.whole];
  const posts = scopes.flatMap((scope) => suitedPosts(scope, activity));
  const head = headOf(org, unit);
  const barred = barredFrom(org, activity, "accountable");
  const offered = [...posts.map((post) => ({ id: post.id, name: thePost(post) })), ...(head ? [head] : [])];
  return offered.filter(
    ({ id }, i) => offered.findIndex((other) => other.id === id) === i && canOwn(org, org.data.posts.get(id), barred),
  );
}

/**
 * Whoever could bear a risk of IT in place of those who have it, best first, none of whom is among `taken`. Accepting one
 * is for the head of the organization, or the COO where IT does not report there: a risk officer advises and challenges.
 * Answering for how risks are managed (`managing`) is that officer's very work.
 */
export function riskBearers(org: Org, taken: readonly Ref[], managing: boolean): Top[] {
  const head = headOf(org);
  const isFree = (post: Post) =>
    lineMeets(org, post, leadsItOrTechnology) === "no" && leadsItOrTechnology(post) === "no" && held(post) === "yes";
  const isAboveIt = (coo: Post) => org.posts(...itLeadershipRoles).some((post) => standsAbove(org, coo, post));
  const officers = managing ? org.posts("cro", "head-compliance") : org.posts("coo").filter((coo) => !isAboveIt(coo));
  const posts = officers.filter(isFree).map((post) => ({ id: post.id, name: thePost(post) }));
  const offered = managing ? [...posts, ...(head ? [head] : [])] : [...(head ? [head] : []), ...posts];
  return offered.filter(({ id }) => canOwn(org, org.data.posts.get(id), taken)).slice(0, 2);
}

const standsAbove = (org: Org, above: Post, post: Post): boolean =>
  lineMeets(org, post, (step) => truth(step === above)) !== "no";

function suitedPosts(scope: Scope, activity: Activity): readonly Post[] {
  if (isOneOf(scope.org.knowledge.activities.audit, activity)) return scope.posts("head-internal-audit");
  if (isOfSecurity(scope.org, activity)) return scope.posts("ciso", "cro");
  const { post } = headOfIt(scope);
  return post ? [post] : [];
}

/** A post that the file only refers to may well be held. */
function canOwn(org: Org, post: Post | undefined, barred: readonly Ref[]): boolean {
  if (!post) return true;
  if (held(post) === "no" || fromOutside(org, { to: "post", id: post.id }) === "yes") return false;
  return barred.every((ref) => inPost(org, ref, post) !== "yes");
}

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
      return add(place, ref.to);
    case "nothing":
      return add(place, ref.text);
    case "to-be-filled":
      return add(place, ref.post);
    default:
      return add(place, ref.id);
  }
}
