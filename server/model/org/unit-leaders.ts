import { given, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Committee, OrgData, Post } from "./entities.ts";
import { topRoles } from "./top-roles.ts";

/** How far a line leads up to a post: whether it does, or ends in a fact that nobody has given. */
type Leads = Extract<Truth, "yes" | "no"> | "open";

/**
 * The IT leaders of units who lead IT for the organization as a whole, though each stands in a unit: where no such post
 * stands outside of units, exactly one of them is the highest, and every other one whose line is known reports up to it.
 * The highest comes first, then those whose lines lead to it. `ranks`: the roles that lead IT, highest first.
 */
export function leadersInUnits(data: OrgData, ranks: readonly string[]): readonly Post[] {
  const rankOf = (post: Post) => ranks.indexOf(given(post.role) ?? "");
  const leaders = [...data.posts.values()].filter((post) => post.exists === "yes" && rankOf(post) >= 0);
  if (leaders.length === 0 || leaders.some(({ unit }) => unit.is !== "known")) return [];
  const best = Math.min(...leaders.map(rankOf));
  const highest = leaders.filter((post) => rankOf(post) === best);
  const tops = highest.filter((post) => highest.every((other) => other === post || leads(data, other, post) === "yes"));
  const [top, ...others] = tops;
  if (!top || others.length > 0) return [];
  const below = leaders.filter((post) => post !== top).map((post) => ({ post, leads: leads(data, post, top) }));
  if (below.some((one) => one.leads === "no")) return [];
  return [top, ...below.flatMap((one) => (one.leads === "yes" ? one.post : []))];
}

function leads(data: OrgData, from: Post, to: Post): Leads {
  const seen = new Set<Post | Committee>();
  let step: Post | Committee = from;
  while (!seen.has(step)) {
    seen.add(step);
    const own = step.entity === "post" ? given(step.role) : undefined;
    if (topRoles.some((role) => role === own)) return "no";
    if (step.reportsTo.is === "unknown") return "open";
    const ref: Ref | undefined = given(step.reportsTo);
    const above: Post | Committee | undefined =
      ref?.to === "post" ? data.posts.get(ref.id) : ref?.to === "committee" ? data.committees.get(ref.id) : undefined;
    if (!above) return "no";
    if (above === to) return "yes";
    step = above;
  }
  return "no";
}
