import { any, holds, isCannotTell, missing, some, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Post } from "./entities.ts";
import { isPostOrHolder } from "./holders.ts";
import { isItLeaderOrCto, isOfRole } from "./it-line.ts";
import { lineMeets } from "./lines.ts";
import type { Org } from "./org.ts";

/**
 * Whether a duty's holder belongs to internal audit: its head, whoever stands in that line, or somebody in such a post.
 * A provider never does. Of a person in no post of the file, and of a post without a role outside IT, nobody knows.
 */
export function isOfInternalAudit(org: Org, ref: Ref): Truth {
  switch (ref.to) {
    case "post": {
      const post = org.data.posts.get(ref.id);
      return post ? isAuditPost(org, post) : "no";
    }
    case "person": {
      const posts = org.allPosts.filter((post) => isPostOrHolder(org, ref, post) === "yes");
      if (posts.length > 0) return some(posts, (post) => isAuditPost(org, post));
      return org.isComplete("posts") ? "no" : missing(["people", ref.name], `Which post does ${ref.name} hold?`);
    }
    case "team": {
      const team = org.data.teams.get(ref.id);
      return team ? holds(team.headedBy, (head) => isOfInternalAudit(org, head)) : "no";
    }
    default:
      return "no";
  }
}

function isAuditPost(org: Org, post: Post): Truth {
  const isHead = (one: Post) => isOfRole(one, ["head-internal-audit"]);
  const inLine = any(isHead(post), lineMeets(org, post, isHead));
  // A post with a role of its own is outside, unless its line is known to lead there.
  if (post.role.is !== "unknown") return inLine === "yes" ? "yes" : "no";
  if (inLine !== "no") return inLine;
  // It may be internal audit under another name, unless it stands in the line of IT.
  const inIt = lineMeets(org, post, isItLeaderOrCto);
  return inIt === "yes" ? "no" : isCannotTell(inIt) ? inIt : missing([...post.at, "role"]);
}
