import { given } from "../words/fact.ts";
import type { Post } from "./entities.ts";
import { held } from "./org.ts";

/** Whether a post is filled for a time that is over on this day (YYYY-MM-DD); its last day is still part of it. */
export function isTermOver(post: Post, today: string): boolean {
  const until = given(post.until);
  return given(post.interim) === true && until !== undefined && until < today && held(post) !== "no";
}
