import type { Role } from "../knowledge/catalogues.ts";
import { dutiesOf } from "../model/org/duties-of.ts";
import type { Post } from "../model/org/entities.ts";
import { itPostRoles, type Org, roleOf } from "../model/org/org.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import { type Ref, refKey } from "../model/words/values.ts";
import { branch, type Tree } from "./tree.ts";

const ofIt: readonly Role[] = [
  ...itPostRoles,
  "enterprise-architect",
  "head-engineering",
  "hipaa-security-official",
  "qualified-individual",
  "third-party-risk",
];

/** Posts that a review of IT is about: by role, by a title that may mean one, or since they head a team of IT. */
export function isOfIt(org: Org, post: Post): boolean {
  const role = roleOf(post);
  if (role !== undefined) return ofIt.includes(role) || headsTeam(org, post);
  return post.titledAs.some((one) => ofIt.includes(one)) || headsTeam(org, post);
}

/** Whether somebody in a post answers for an activity. */
export function answersForSomething(org: Org, post: Post): boolean {
  const refs: Ref[] = [{ to: "post", id: post.id }, ...itemsOf(post.heldBy)];
  return refs.some((ref) => dutiesOf(org, ref).some((duty) => duty.as === "accountable"));
}

/** The posts of IT, everything below those that lead, and everybody on their lines upwards. */
export function onlyIt(org: Org, tree: Tree): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const vertex of tree.vertices.values()) {
    if (vertex.is !== "post" || !isOfIt(org, vertex.post)) continue;
    for (const key of branch(tree, vertex.key)) kept.add(key);
    for (let key = tree.above.get(vertex.key); key !== undefined && !kept.has(key); key = tree.above.get(key))
      kept.add(key);
  }
  return kept;
}

function headsTeam(org: Org, post: Post): boolean {
  const refs = new Set([`post:${post.id}`, ...itemsOf(post.heldBy).map(refKey)]);
  return [...org.data.teams.values()].some((team) => {
    const head = given(team.headedBy);
    return head !== undefined && refs.has(refKey(head));
  });
}
