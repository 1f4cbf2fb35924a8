import type { Post } from "../model/org/entities.ts";
import { roleOf, unitOf } from "../model/org/org.ts";
import type { Fact } from "../model/words/fact.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import type { Ref } from "../model/words/values.ts";
import { type Called, holdersOf } from "./called.ts";

/** The headings of the list of posts, and of each row. Lines and units are named by their ids, so that rows can be joined. */
export const postColumns = [
  "post",
  "title",
  "role",
  "holder",
  "status",
  "reports to",
  "dotted line to",
  "unit",
] as const;

export function postRow(called: Called, post: Post): string[] {
  const holders = holdersOf(called, post).filter((name) => name !== undefined);
  return [
    post.id,
    called.post(post),
    roleOf(post) ?? "",
    holders.join("; "),
    statusOf(post),
    lineOf(post.reportsTo),
    itemsOf(post.dottedLineTo).map(idOf).join("; "),
    unitOf(post) ?? "",
  ];
}

function statusOf({ exists, heldBy, interim }: Post): string {
  if (exists === "no") return "none";
  if (exists !== "yes" || heldBy.is === "unknown" || heldBy.is === "not-applicable") return "not known";
  if (heldBy.is === "none" || heldBy.value.length === 0) return "vacant";
  return given(interim) === true ? "interim" : "held";
}

/** What nobody said is empty; "none" was said. */
const lineOf = (fact: Fact<Ref>): string => (fact.is === "known" ? idOf(fact.value) : fact.is === "none" ? "none" : "");

const idOf = (ref: Ref): string => ("id" in ref ? ref.id : ref.to === "person" ? "" : ref.to);
