import type { Service } from "../knowledge/catalogues.ts";
import type { Demand, Law, Provision } from "../knowledge/regimes.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Fix, type Org, type Post, ruleFrom, type Scope, verdict } from "./rule.ts";
import * as say from "./say.ts";

const demandingIn = ({ provisions }: Law): { readonly law: Provision; readonly demand: Demand }[] =>
  [...provisions.values()].flatMap((law) => (law.demands && law.reviewed ? [{ law, demand: law.demands }] : []));

export const requiredPostVacant = ruleFrom(({ law }) => ({
  id: "required-post-vacant",
  category: "gap",
  severity: "warning",
  about: "demands",
  title: "Nobody in a post that the law demands",
  reportTitle: "A post that a declared law demands is vacant",
  why: "Some laws name a post that has to be filled, because one person is to answer for the matter. The chart shows the post and nobody in it: whoever asks for that person, an authority or a client, finds nobody.",
  reason: "A law or standard that is declared asks for somebody in it.",
  rests: demandingIn(law).map(({ law }) => law.id),
  note: "It looks only where the law is declared. Where the text speaks of a missing or an empty post alike, the finding is an error; where it speaks of the post alone, a warning. A provider that supplies the service counts as somebody in it.",
  remedies: ["let-<item>-fill-in", "supply-<item>-from-outside"],
  avoid: "A declared law asks for a data protection officer, and the post is vacant.",
  prefer: "Somebody fills the post, if only for the time being, or a provider does.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300, publicAuthority: yes }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: vacant, reportsTo: ceo }
  #^^ 💡 error: required-post-vacant
providers: none
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300, publicAuthority: yes }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: provider:dpo, reportsTo: ceo }
providers:
  dpo: { services: [dpo] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300, publicAuthority: no, largeScaleMonitoring: no, largeScaleSensitiveData: no }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: vacant, reportsTo: ceo }
providers: none
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300, largeScaleMonitoring: no, largeScaleSensitiveData: no }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: vacant, reportsTo: ceo }
providers: none
`,
  },
  *check({ org }) {
    const inForce = demandingIn(org.knowledge.law).filter(({ law }) => ask.provisionInForce(org, law.id) !== "no");
    for (const scope of org.scopes()) {
      const isAsked = (id: string) => ask.scopesAsked(org, id).some(({ unit }) => unit === scope.unit);
      const asked = inForce
        .filter((one) => isAsked(one.law.id))
        .map((one) => ({ ...one, post: emptyPost(scope, one.demand) }));
      for (const post of new Set(asked.flatMap((one) => one.post ?? []))) {
        const demands = asked
          .filter((one) => one.post === post)
          .map((one) => ({
            ...one,
            truth: fact.all(ask.provisionInForce(org, one.law.id), ask.demandVacant(scope, post, one.demand)),
          }));
        const met = demands.filter(({ truth }) => truth === "yes");
        yield verdict(post.at, fact.any(...demands.map(({ truth }) => truth)), () => ({
          says: say.words`The post of ${say.postName(post)} is vacant.`,
          reason: `${met[0]!.demand.asks}; nobody appears to be in office.`,
          severity: "hint",
          provisions: met.map(({ law, demand }) => ({ id: law.id, severity: demand.vacant })),
          rests: met.map(({ law }) => law.id),
          fixes: fillings(org, post, met[0]!.demand),
        }));
      }
    }
  },
}));

/** The post that the finding is about: the first that nobody holds, of those that would do. */
function emptyPost(scope: Scope, { roles }: Demand): Post | undefined {
  const posts = scope.posts(...roles);
  return posts.find((post) => ask.vacant(post) === "yes") ?? posts.find((post) => ask.held(post) !== "yes");
}

/** Whoever deputizes, or could; else a provider, where one would do. */
const fillings = (org: Org, post: Post, { services = [] }: Demand): Fix[] => [
  ...mend.fillForNow(org, post),
  ...services.map((service) => mend.takeFromOutside(org, post, service as Service, () => true)),
];
