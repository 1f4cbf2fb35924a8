import { type every, holds, missing, type some, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import { type Sayable, words } from "../words/words.ts";
import type { Committee, Post } from "./entities.ts";
import { employerOf, postsHeldBy } from "./holders.ts";
import { inRole, worksInIt } from "./it-line.ts";
import { lineMeets } from "./lines.ts";
import { refName, theCommittee } from "./names.ts";
import { itLeadershipRoles, type Org, roleOf } from "./org.ts";
import { teamLine } from "./team-head.ts";

/**
 * Whether whoever has a seat on a committee is in the IT line. A post counts for itself, whoever holds it. A person
 * counts by the posts that he holds: `some` says that one of them is enough, `every` that there is no other. A
 * provider speaks neither for IT nor for the business, so it is left out.
 */
export function seatOfIt(org: Org, committee: Committee, ref: Ref, counting: typeof some | typeof every): Truth {
  switch (ref.to) {
    case "post": {
      const post = org.data.posts.get(ref.id);
      return post ? postOfIt(org, committee, post) : "left-out";
    }
    case "person": {
      const posts = postsHeldBy(org, ref);
      if (posts.length > 0) return counting(posts, (post) => postOfIt(org, committee, post));
      if (employerOf(org, ref) !== undefined) return "left-out";
      return org.isComplete("posts") ? "no" : missing(["people", ref.name], speaksFor(org, committee, ref));
    }
    case "team": {
      const { teams, head } = teamLine(org, ref.id);
      return teams.length > 0 ? holds(head, (one) => seatOfIt(org, committee, one, counting)) : "left-out";
    }
    case "provider":
    case "nothing":
      return "left-out";
    default:
      return "no";
  }
}

function postOfIt(org: Org, committee: Committee, post: Post): Truth {
  if (post.exists === "no") return "left-out";
  const role = roleOf(post);
  if (role === "ciso") return "no";
  const leads = role === "cto" ? worksInIt(org, post) : inRole(post, itLeadershipRoles);
  if (leads !== "no") return leads;
  const supplied = holds(
    post.heldBy,
    (refs) => refs.length > 0 && refs.every((ref) => employerOf(org, ref) !== undefined),
  );
  if (supplied === "yes") return "left-out";
  // A post without a role below the head of IT may be a part of IT, or the link to another department.
  const isBelowIt = post.role.is === "unknown" && lineMeets(org, post, (above) => worksInIt(org, above)) === "yes";
  return isBelowIt ? missing([...post.at, "role"], speaksFor(org, committee, { to: "post", id: post.id })) : "no";
}

const speaksFor = (org: Org, committee: Committee, ref: Ref): Sayable =>
  words`Does ${refName(org, ref)} speak for IT or for the business on ${theCommittee(committee)}?`;
