import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Org, type Post, rule, type Severity, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const keyPerson = rule({
  id: "key-person",
  category: "continuity",
  severity: "info",
  title: "Nobody stands in for a leader of IT or security",
  reportTitle: "A post that leads IT or security has no deputy",
  why: "Illness, holidays and resignations do not wait. Where nobody can stand in for a post that leads IT or security, knowledge, passwords and decisions are out of reach just when they are needed.",
  reason: "Decisions, and what only the holder knows, are out of reach when the holder is ill or leaves.",
  rests: ["practice"],
  absorbs: ["one-person-it", "no-deputy"],
  tells: ["one-person-it"],
  note: "It looks at every post that leads IT and at the CISO. It is a warning where the holder also does technical work, where nobody else leads IT, and from 250 people on. A post that stands vacant is left out. Whoever is named as their own deputy, by name or by another post, stands in for nobody.",
  remedies: ["name-deputy-<post>"],
  avoid: "It was asked who stands in, and the answer was nobody.",
  prefer: "A named person or post stands in, knows it, and has the access it takes.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic], deputy: none }
  #                                                                         ^^^^ 💡 info: key-person
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [operational] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic], deputy: it-manager }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [operational] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic], deputy: Dee Fox }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [operational], deputy: it-director }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const heads = new Set(org.scopes().map((scope) => ask.headOfIt(scope).post));
    const guards = new Set(ask.leadingGuards(org));
    const posts = org.allPosts.filter((post) => ask.isItLeadership(post) || guards.has(post) || heads.has(post));
    const told = new Set<Post>();
    // The highest post first, because what is said of one person's several posts is said there.
    for (const post of new Set([...ask.byRank(org, posts), ...posts])) {
      if (ask.held(post) === "no") continue;
      const isLacking = ask.withoutStandIn(org, post) === "yes";
      const others = isLacking
        ? posts.filter((one) => !told.has(one) && ask.allHoldAlso(org, post, one) === "yes")
        : [];
      for (const one of others) told.add(one);
      yield verdict(
        at(post, "deputy"),
        ask.withoutStandIn(org, post),
        () => {
          const name = say.holderNames(org, post);
          const why = say.whyNobody(org, post, { to: "post", id: post.id });
          return {
            says: say.words`Nobody stands in for ${say.thePost(post)}${name ? say.aside(say.words`, ${name}`) : ""}${why}.`,
            severity: severityOf(org, post),
            // That one person leads IT alone, in whichever of their posts it is said, is the same fact.
            covers: others.map((one) => one.at),
            fixes: mend.nameDeputy(org, post),
          };
        },
        () => {
          const deputy = fact.given(post.deputy);
          return {
            says: say.words`${deputy ? say.sentence(say.refName(org, deputy)) : "Somebody"} stands in for ${say.thePost(post)}.`,
            facts: [at(post, "deputy")],
          };
        },
      );
    }
  },
});

function severityOf(org: Org, post: Post): Severity {
  const isWorse = fact.given(post.handsOn) === true || isOnlyLeader(org, post) || org.large() === "yes";
  return isWorse ? "warning" : "info";
}

/** A post that is known to stand empty leads nobody; one whose holder is unknown may well. */
function isOnlyLeader(org: Org, post: Post): boolean {
  if (ask.worksInIt(org, post) !== "yes") return false;
  const line = [...ask.itLeadershipRoles, "cto" as const].flatMap((role) => org.declaredPosts(role));
  return line.every((other) => other === post || ask.held(other) === "no" || ask.worksInIt(org, other) === "no");
}
