import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import { type Org, type Post, type Role, rule, type Sayable, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const spanTooWide = rule({
  id: "span-too-wide",
  category: "span",
  severity: "info",
  title: "Many direct reports",
  reportTitle: "A post has many direct reports",
  why: "Each direct report needs time: to be heard, to be taught, to have conflicts settled. Whoever has very many of them, or has technical work of their own besides, must choose who gets it. How many are too many depends on how alike the work is.",
  reason: "No single number is right for everybody; it is worth asking whether each of them gets the time it takes.",
  rests: ["mckinsey-2017-12"],
  note: "It looks at posts of IT and security, at posts in their line, and at heads of teams that do the work of IT. It counts the posts that report straight to a post and are not known to stand empty. Whether the work is so much alike that many direct reports do no harm, only an interview tells.",
  avoid: "More than fifteen posts report to one, or more than five to somebody who also does technical work.",
  prefer: "A layer of leads between, or less technical work for whoever leads.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Ann Ode, reportsTo: ceo, level: [operational], handsOn: yes }
  #^^^^^^^^^ info: span-too-wide
  desk-a: { heldBy: Bo Li, reportsTo: it-manager }
  desk-b: { heldBy: Cy Ho, reportsTo: it-manager }
  network: { heldBy: Dee Fox, reportsTo: it-manager }
  servers: { heldBy: Eve Roy, reportsTo: it-manager }
  databases: { heldBy: Gil Roe, reportsTo: it-manager }
  phones: { heldBy: Ida Lux, reportsTo: it-manager }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Ann Ode, reportsTo: ceo, level: [operational], handsOn: yes }
  desk-lead: { heldBy: Bo Li, reportsTo: it-manager }
  desk-b: { heldBy: Cy Ho, reportsTo: desk-lead }
  network: { heldBy: Dee Fox, reportsTo: it-manager }
  servers: { heldBy: Eve Roy, reportsTo: it-manager }
  databases: { heldBy: Gil Roe, reportsTo: it-manager }
  phones: { heldBy: Ida Lux, reportsTo: desk-lead }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Ann Ode, reportsTo: ceo, level: [operational], handsOn: no }
  desk-a: { heldBy: Bo Li, reportsTo: it-manager }
  desk-b: { heldBy: Cy Ho, reportsTo: it-manager }
  network: { heldBy: Dee Fox, reportsTo: it-manager }
  servers: { heldBy: Eve Roy, reportsTo: it-manager }
  databases: { heldBy: Gil Roe, reportsTo: it-manager }
  phones: { heldBy: Ida Lux, reportsTo: it-manager }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Ann Ode, reportsTo: ceo, level: [operational] }
  desk-a: { heldBy: Bo Li, reportsTo: it-manager }
  desk-b: { heldBy: Cy Ho, reportsTo: it-manager }
  network: { heldBy: Dee Fox, reportsTo: it-manager }
  servers: { heldBy: Eve Roy, reportsTo: it-manager }
  databases: { heldBy: Gil Roe, reportsTo: it-manager }
  phones: { heldBy: Ida Lux, reportsTo: it-manager }
`,
  },
  *check({ org }) {
    const { span, handsOnSpan } = org.thresholds;
    for (const [post, count] of reportsOf(org)) {
      if (count <= Math.min(span, handsOnSpan) || !isOfIt(org, post)) continue;
      const wide = fact.any(
        fact.truth(count > span),
        fact.all(
          fact.truth(count > handsOnSpan),
          fact.holds(post.handsOn, (yes) => yes),
        ),
      );
      yield verdict(post.at, wide, () => ({ says: says(org, post, count) }));
    }
  },
});

/** In the line of IT, of security, or the head of a team that does the work of IT: others are not ours to judge. */
function isOfIt(org: Org, post: Post): boolean {
  const role = ask.roleOf(post);
  if (role !== undefined && ofItOrSecurity.includes(role)) return true;
  if (ask.lineMeets(org, post, (above) => fact.truth(ofIt.includes(ask.roleOf(above) ?? "owner"))) === "yes")
    return true;
  return ask.teamsHeaded(org, post, itFunctions).some(({ truth }) => truth === "yes");
}

const ofIt: readonly Role[] = [...ask.itPostRoles];
const ofItOrSecurity: readonly Role[] = [...ofIt, "hipaa-security-official", "qualified-individual"];
const itFunctions = ["helpdesk", "infrastructure", "network", "database", "security"];

/** How many posts report straight to each post. Nobody has to be led in a post that stands empty. */
function reportsOf(org: Org): Map<Post, number> {
  const counts = new Map<Post, number>();
  for (const post of org.allPosts) {
    const superior = ask.directSuperior(org, post);
    if (!superior || superior === post || ask.held(post) === "no") continue;
    counts.set(superior, (counts.get(superior) ?? 0) + 1);
  }
  return counts;
}

function says(org: Org, post: Post, count: number): Sayable {
  const name = say.holderNames(org, post);
  const also = fact.given(post.handsOn) === true ? " and does technical work as well" : "";
  return say.words`${say.sentence(say.thePost(post))}${name ? say.aside(say.words`, ${name},`) : ""} has ${count} direct reports${also}.`;
}
