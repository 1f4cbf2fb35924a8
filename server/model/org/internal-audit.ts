import { any, holds, isCannotTell, missing, some, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import { words } from "../words/words.ts";
import type { Post } from "./entities.ts";
import { inPost } from "./holders.ts";
import { inRole, leadsItOrTechnology } from "./it-line.ts";
import { lineMeets } from "./lines.ts";
import { refName } from "./names.ts";
import type { Org } from "./org.ts";
import { teamLine } from "./team-head.ts";

/**
 * Whether a duty's holder belongs to internal audit: its head, whoever stands in that line, or somebody in such a post.
 * A provider never does. Of a person in no post of the file, and of a post without a role outside IT, nobody knows.
 */
export function ofInternalAudit(org: Org, ref: Ref): Truth {
  switch (ref.to) {
    case "post": {
      const post = org.data.posts.get(ref.id);
      return post ? worksInAudit(org, post) : "no";
    }
    case "person": {
      const posts = org.allPosts.filter((post) => inPost(org, ref, post) === "yes");
      if (posts.length > 0) return some(posts, (post) => worksInAudit(org, post));
      return org.isComplete("posts")
        ? "no"
        : missing(["people", ref.name], words`Which post does ${refName(org, ref)} hold?`);
    }
    case "team":
      return holds(teamLine(org, ref.id).head, (head) => ofInternalAudit(org, head));
    default:
      return "no";
  }
}

function worksInAudit(org: Org, post: Post): Truth {
  const headsAudit = (one: Post) => inRole(one, ["head-internal-audit"]);
  const inLine = any(headsAudit(post), lineMeets(org, post, headsAudit));
  // A post with a role of its own is outside, unless its line is known to lead there.
  if (post.role.is !== "unknown") return inLine === "yes" ? "yes" : "no";
  if (inLine !== "no") return inLine;
  // It may be internal audit under another name, unless it stands in the line of IT.
  const inIt = lineMeets(org, post, leadsItOrTechnology);
  return inIt === "yes" ? "no" : isCannotTell(inIt) ? inIt : missing([...post.at, "role"]);
}
