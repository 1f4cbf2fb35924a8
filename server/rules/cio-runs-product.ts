import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, rule, type Sayable, type Team, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cioRunsProduct = rule({
  id: "cio-runs-product",
  category: "role",
  severity: "info",
  title: "A CIO who runs the product beside a CTO",
  reportTitle: "The CIO post runs product teams, although there is a CTO post",
  why: "Where technology is sold, the people who design and build it work for customers and revenue. The sources leave them to the CTO and internal IT to the CIO: whoever has both decides alone whether a week goes to the product or to colleagues.",
  reason: "Those who build what is sold are the CTO's; a CIO's technology serves the inside.",
  rests: ["S1-05", "S3-13"],
  note: "A team that develops for colleagues alone is no product team: record its functions so that this can be seen, or accept the finding with that reason. Below 50 people the finding is a hint.",
  remedies: ["let-<post>-head-teams"],
  avoid: "Technology is sold, there is a CTO, and a team that develops software or owns products is headed by the CIO.",
  prefer: "The CTO heads those who build what is sold.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo, dottedLineTo: [cio] }
teams:
  product: { headedBy: cio, functions: [software-development, product-owner] }
  #                    ^^^ 💡 info: cio-runs-product
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo, dottedLineTo: [cio] }
teams:
  product: { headedBy: cto, functions: [software-development, product-owner] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo, dottedLineTo: [cio] }
teams:
  data: { headedBy: cio, functions: [data, business-analysis] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo, dottedLineTo: [cio] }
teams:
  product: { headedBy: cio, functions: [software-development, product-owner] }
`,
  },
  *check({ org }) {
    const ctos = org.posts("cto");
    for (const cio of org.posts("cio")) {
      const teams = ask.teamsHeaded(org, cio, ["software-development", "product-owner"], ctos);
      const found = teams.filter(({ truth }) => truth === "yes");
      const violated = fact.all(
        fact.any(...teams.map(({ truth }) => truth)),
        ask.scopeOf(org, cio).exists("cto"),
        fact.holds(org.data.organization.sellsTechnology, (sells) => sells),
      );
      yield verdict(found[0]?.at ?? ["teams"], violated, () => ({
        says: says(
          org,
          cio,
          found.map(({ entity }) => entity),
        ),
        related: found
          .slice(1)
          .map((one) => ({ at: one.at, says: say.words`${say.postName(cio)} heads this team as well` })),
        fixes: moveToCto(
          org,
          cio,
          found.map(({ entity }) => entity),
        ),
      }));
    }
  },
});

function says(org: Org, cio: Post, teams: readonly Team[]): Sayable {
  const name = say.holderNames(org, cio);
  const names = say.listOf(teams.map((team) => say.refName(org, { to: "team", id: team.id })));
  return say.words`${say.sentence(say.thePost(cio))}${name ? say.aside(say.words`, ${name},`) : ""} heads ${names}; technology is sold here, and there is a CTO.`;
}

function moveToCto(org: Org, cio: Post, teams: readonly Team[]): Fix[] {
  const ctos = ask.scopeOf(org, cio).posts("cto");
  const to = ctos.find((post) => ask.sharedHolders(org, cio, post).length === 0) ?? ctos[0];
  if (!to) return [];
  const which = teams.length === 1 ? "the team" : "these teams";
  return [
    mend.fix(
      mend.does("let-<post>-head-teams", to.id),
      say.words`Let ${say.thePost(to)} head ${which}`,
      teams.map((team) => mend.set(at(team, "headedBy"), to.id)),
    ),
  ];
}
