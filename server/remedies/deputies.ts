import type { Activity, Post } from "../model/org/entities.ts";

import { handsOf } from "../model/org/holders.ts";
import { postName, refName, thePost } from "../model/org/names.ts";

import { type Org, unitOf, vacant } from "../model/org/org.ts";
import { postsBehind } from "../model/org/posts-behind.ts";
import { type Fix, firstStep, fix, set } from "../model/words/change.ts";
import { cannotTell, every, given, lacking, type Truth } from "../model/words/fact.ts";
import { does } from "../model/words/remedy-id.ts";
import { type Ref, refKey } from "../model/words/values.ts";
import { type Words, words } from "../model/words/words.ts";
import { standIn } from "./candidates.ts";
import { freeId } from "./remedies.ts";

/** Names somebody who is there already as the deputy of a post. */
export function nameDeputy(org: Org, post: Post): Fix[] {
  const person = standIn(org, post);
  if (!person) return [];
  return [
    fix(does("name-deputy-<post>", person.id), words`Let ${thePost(person)} deputize for ${thePost(post)}`, [
      set([...post.at, "deputy"], person.id),
    ]),
  ];
}

/** As a first step: names a deputy, or adds a vacant post of one where nobody is there who could be. */
export function addDeputy(org: Org, post: Post): Fix[] {
  if (post.deputy.is === "known" && !isOwnDeputy(org, post)) return [];
  const person = standIn(org, post);
  const title = (what: Words) => words`First step: ${what}`;
  if (person)
    return [
      firstStep(
        does("name-deputy-<post>", person.id),
        title(words`let ${thePost(person)} deputize for ${thePost(post)}`),
        [set([...post.at, "deputy"], person.id)],
      ),
    ];
  const id = freeId(org.data.posts, `deputy-${post.id}`);
  const unit = unitOf(post);
  return [
    firstStep(does("add-deputy-post"), title(words`add a vacant post of deputy to ${thePost(post)}`), [
      set(["posts", id], { heldBy: "vacant", reportsTo: post.id, ...(unit ? { unit } : {}) }),
      set([...post.at, "deputy"], id),
    ]),
  ];
}

/** Whether nobody stands in for a post; whoever holds it stands in for nobody, also by another post of theirs. */
export const withoutStandIn = (org: Org, post: Post): Truth =>
  isOwnDeputy(org, post) || (post.deputy.is === "known" && isEmptyPost(org, post.deputy.value))
    ? "yes"
    : lacking(post.deputy);

/** A post that stands empty, or is not there, stands in for nobody. */
function isEmptyPost(org: Org, ref: Ref): boolean {
  const post = ref.to === "post" ? org.data.posts.get(ref.id) : undefined;
  return post !== undefined && (post.exists === "no" || vacant(post) === "yes");
}

/** Whether the deputy of a post is the post itself, or one in the same hands. */
export function isOwnDeputy(org: Org, { id, deputy }: Post): boolean {
  return deputy.is === "known" && isSameHands(org, deputy.value, { to: "post", id });
}

/** Two people in one post stand in for each other, so that one of them may be the deputy; a team is no one's hands. */
function isSameHands(org: Org, deputy: Ref, ref: Ref): boolean {
  if (refKey(deputy) === refKey(ref)) return true;
  const handsBehind = (one: Ref) => new Set(handsOf(org, one).refs.map(refKey));
  const [theirs, own] = [handsBehind(deputy), handsBehind(ref)];
  return theirs.size === 1 && own.size === 1 && [...theirs].every((key) => own.has(key));
}

/** What to add to "nobody stands in" where a deputy is named: that it is the same hands; empty where none is. */
export function whyNobody(org: Org, { deputy }: Pick<Post, "deputy">, ref: Ref): string {
  if (deputy.is !== "known") return "";
  if (isEmptyPost(org, deputy.value)) return ": the deputy's post is empty";
  if (!isSameHands(org, deputy.value, ref)) return "";
  if (ref.to === "post" && refKey(deputy.value) === refKey(ref)) return ": the deputy is the post itself";
  const [hand] = handsOf(org, deputy.value).refs;
  return `: the deputy is the same ${hand?.to === "person" ? "person" : "hands"}`;
}

/**
 * Whether nobody stands in for whoever has this duty. What the activity says settles it; where it says nothing, the
 * deputies of the posts behind it are read.
 */
export function withoutDeputy(org: Org, { deputy }: Activity, ref: Ref): Truth {
  if (deputy.is === "known" && (isSameHands(org, deputy.value, ref) || isEmptyPost(org, deputy.value))) return "yes";
  if (deputy.is !== "unknown") return lacking(deputy);
  const posts = postsBehind(org, ref);
  const isSilent = deputy.why === "absent" || deputy.why === "not-asked";
  if (!isSilent || posts.length === 0) return cannotTell({ at: deputy.at, why: deputy.why });
  return every(posts, (post) => withoutStandIn(org, post));
}

/** The people who deputize for a post by the file: the deputy, or whoever is in the deputy's post. */
export const deputiesOf = (org: Org, post: Post): Ref[] =>
  isOwnDeputy(org, post) ? [] : personsBehind(org, given(post.deputy));

const personsBehind = (org: Org, ref: Ref | undefined): Ref[] =>
  ref ? handsOf(org, ref).refs.filter((one) => one.to === "person") : [];

/** Whoever deputizes in an empty post, or could, fills it until somebody is found. */
export function fillForNow(org: Org, post: Post): Fix[] {
  const deputies = deputiesOf(org, post);
  const other = standIn(org, post);
  const [first] = deputies.length > 0 ? deputies : personsBehind(org, other && { to: "post", id: other.id });
  if (first?.to !== "person") return [];
  return [
    fix(
      does("let-<item>-fill-in", deputies.length > 0 ? "deputy" : other!.id),
      words`Let ${refName(org, first)} fill the post of ${postName(post)} for the time being`,
      [set([...post.at, "heldBy"], first.name), set([...post.at, "interim"], "yes")],
    ),
  ];
}
