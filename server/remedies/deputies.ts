import type { Activity, Post } from "../model/org/entities.ts";
import { employerOf, postsHeldBy } from "../model/org/holders.ts";
import { thePost } from "../model/org/names.ts";
import { type Org, unitOf } from "../model/org/org.ts";
import { type Fix, firstStep, fix, set } from "../model/words/change.ts";
import { cannotTell, every, lacking, type Truth } from "../model/words/fact.ts";
import type { Ref } from "../model/words/values.ts";
import { freeId, standIn } from "./remedies.ts";

/** Names somebody who is there already as the deputy of a post. */
export function nameDeputy(org: Org, post: Post): Fix[] {
  const person = standIn(org, post);
  if (!person) return [];
  return [fix(`Let ${thePost(person)} deputize for ${thePost(post)}`, [set([...post.at, "deputy"], person.id)])];
}

/** As a first step: names a deputy, or adds a vacant post of one where nobody is there who could be. */
export function addDeputy(org: Org, post: Post): Fix[] {
  if (post.deputy.is === "known") return [];
  const person = standIn(org, post);
  const title = (what: string) => `First step: ${what}`;
  if (person)
    return [
      firstStep(title(`let ${thePost(person)} deputize for ${thePost(post)}`), [
        set([...post.at, "deputy"], person.id),
      ]),
    ];
  const id = freeId(org.data.posts, `deputy-${post.id}`);
  const unit = unitOf(post);
  return [
    firstStep(title(`add a vacant post of deputy to ${thePost(post)}`), [
      set(["posts", id], { heldBy: "vacant", reportsTo: post.id, ...(unit ? { unit } : {}) }),
      set([...post.at, "deputy"], id),
    ]),
  ];
}

/** The posts through which somebody has a duty: the post that is named, or those of the person who is. */
export function postsBehind(org: Org, ref: Ref): readonly Post[] {
  if (ref.to === "post") return [org.data.posts.get(ref.id)].flatMap((post) => post ?? []);
  if (ref.to !== "person") return [];
  const employer = employerOf(org, ref);
  const hands: Ref[] = [ref, ...(employer === undefined ? [] : [{ to: "provider" as const, id: employer }])];
  return hands.flatMap((hand) => postsHeldBy(org, hand));
}

/**
 * Whether nobody stands in for whoever has this duty. What the activity says settles it; where it says nothing, the
 * deputies of the posts behind it are read.
 */
export function withoutDeputy(org: Org, { deputy }: Activity, ref: Ref): Truth {
  if (deputy.is !== "unknown") return lacking(deputy);
  const posts = postsBehind(org, ref);
  const isSilent = deputy.why === "absent" || deputy.why === "not-asked";
  if (!isSilent || posts.length === 0) return cannotTell({ at: deputy.at, why: deputy.why });
  return every(posts, (post) => lacking(post.deputy));
}
