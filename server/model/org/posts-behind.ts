import { given } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Post } from "./entities.ts";
import { employerOf, postsHeldBy } from "./holders.ts";
import type { Org } from "./org.ts";

/** The posts through which somebody has a duty: the post that is named, or those of the person who is. */
export function postsBehind(org: Org, ref: Ref): readonly Post[] {
  if (ref.to === "post") return [org.data.posts.get(ref.id)].flatMap((post) => post ?? []);
  if (ref.to !== "person") return [];
  const employer = employerOf(org, ref);
  const hands: Ref[] = [ref, ...(employer === undefined ? [] : [{ to: "provider" as const, id: employer }])];
  return hands.flatMap((hand) => postsHeldBy(org, hand));
}

/** The same where somebody answers for something: for a team its head does, and a provider in the posts that it holds. */
export function answeringPosts(org: Org, ref: Ref): readonly Post[] {
  if (ref.to === "provider") return postsHeldBy(org, ref);
  const head = ref.to === "team" ? org.data.teams.get(ref.id)?.headedBy : undefined;
  return postsBehind(org, (head && given(head)) ?? ref);
}
