import { type every, holds, missing, type some, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Committee, Post } from "./entities.ts";
import { employerOf, postsHeldBy } from "./holders.ts";
import { isItPost, isOfRole } from "./it-line.ts";
import { lineMeets } from "./lines.ts";
import { refName, theCommittee } from "./names.ts";
import { itLeadershipRoles, type Org, roleOf } from "./org.ts";

/**
 * Whether whoever has a seat on a committee is in the IT line. A post counts for itself, whoever holds it. A person
 * counts by the posts that he holds: `some` says that one of them is enough, `every` that there is no other. A
 * provider speaks neither for IT nor for the business, so it is left out.
 */
export function isSeatOfIt(org: Org, committee: Committee, ref: Ref, counting: typeof some | typeof every): Truth {
  switch (ref.to) {
    case "post": {
      const post = org.data.posts.get(ref.id);
      return post ? isPostOfIt(org, committee, post) : "left-out";
    }
    case "person": {
      const posts = postsHeldBy(org, ref);
      if (posts.length > 0) return counting(posts, (post) => isPostOfIt(org, committee, post));
      if (employerOf(org, ref) !== undefined) return "left-out";
      return org.isComplete("posts") ? "no" : missing(["people", ref.name], speaksFor(org, committee, ref));
    }
    case "team": {
      const team = org.data.teams.get(ref.id);
      return team ? holds(team.headedBy, (head) => isSeatOfIt(org, committee, head, counting)) : "left-out";
    }
    case "provider":
    case "nothing":
      return "left-out";
    default:
      return "no";
  }
}

function isPostOfIt(org: Org, committee: Committee, post: Post): Truth {
  if (post.exists === "no") return "left-out";
  const role = roleOf(post);
  if (role === "ciso") return "no";
  const isLeader = role === "cto" ? isItPost(org, post) : isOfRole(post, itLeadershipRoles);
  if (isLeader !== "no") return isLeader;
  const isSupplied = holds(
    post.heldBy,
    (refs) => refs.length > 0 && refs.every((ref) => employerOf(org, ref) !== undefined),
  );
  if (isSupplied === "yes") return "left-out";
  // A post without a role below the head of IT may be a part of IT, or the link to another department.
  const isBelowIt = post.role.is === "unknown" && lineMeets(org, post, (above) => isItPost(org, above)) === "yes";
  return isBelowIt ? missing([...post.at, "role"], speaksFor(org, committee, { to: "post", id: post.id })) : "no";
}

const speaksFor = (org: Org, committee: Committee, ref: Ref): string =>
  `Does ${refName(org, ref)} speak for IT or for the business on ${theCommittee(committee)}?`;
