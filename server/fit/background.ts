import type { Background } from "../knowledge/catalogues.ts";
import type { Post, Ref } from "../model/org/entities.ts";
import { personOf } from "../model/org/holders.ts";
import type { Org } from "../model/org/org.ts";
import { type Fact, given, itemsOf } from "../model/words/fact.ts";

/** Where whoever is in a post comes from: what the post says of it wins over what `people` says of its holders. */
export function backgroundOf(org: Org, post: Post): Fact<Background> {
  if (post.background.is !== "unknown") return post.background;
  const facts = itemsOf(post.heldBy).flatMap((ref) => backgroundOfHolder(org, ref) ?? []);
  const [first] = facts;
  // Several people in one post have a background in common or none that could be told.
  const isCommon = facts.length === itemsOf(post.heldBy).length && facts.every((fact) => given(fact) === given(first!));
  if (first?.is === "known" && isCommon) return first;
  // An answer that was refused of the person is not asked for again at the post.
  const isAnswered = facts.length === 1 && first?.is === "unknown" && first.why !== "absent";
  return isAnswered && post.background.why === "absent" ? first : post.background;
}

/** Where a person comes from; undefined for a provider, and for whoever has no entry under `people`. */
export function backgroundOfHolder(org: Org, ref: Ref): Fact<Background> | undefined {
  return ref.to === "person" ? personOf(org, ref.name)?.background : undefined;
}
