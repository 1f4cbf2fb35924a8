import { groupBy } from "../../base/group.ts";
import { memo } from "../../base/memo.ts";
import type { Post } from "./entities.ts";
import { directSuperior } from "./lines.ts";
import type { Org } from "./org.ts";

/** The posts that report straight to a post, in the order of the file. */
export const directReports = (org: Org, post: Post): readonly Post[] => bySuperior(org).get(post) ?? [];

const bySuperior = memo((org: Org) => groupBy(org.allPosts, (post) => directSuperior(org, post)));
