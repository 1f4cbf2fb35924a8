import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import { at, type Org, type Provider, type Related, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

const many = 3;

export const providerConcentration = rule({
  id: "provider-concentration",
  category: "provider",
  severity: "info",
  title: "Much in the hands of one provider",
  reportTitle: "One outside provider serves in several areas at once",
  why: "The more areas one firm serves in, the more stands still when it fails, and the harder it is to leave. A firm that advises, runs, secures, tests and sells also has few around it who could see what it does badly.",
  reason: "Where it fails, or is to be replaced, all of that is at stake together.",
  rests: ["rbi-10", "practice"],
  note: "The areas are leadership, daily operations, security operations, security testing, and supply, which is resale and implementation. It is information: to buy much from one firm can be the right choice, when it was weighed.",
  avoid: "One provider serves in three areas or more, and nobody has weighed what follows.",
  prefer: "The dependence is known and there is a way out of it, or the areas are shared among several firms.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk, security-operations, licence-resale], overseenBy: ciso }
  #                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info: provider-concentration
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk, licence-resale], overseenBy: ciso }
  southwind: { name: Southwind, services: [security-operations], overseenBy: ciso }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk, hosting, network, backup, hardware-resale], overseenBy: ciso }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ciso: { heldBy: not-asked, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk, licence-resale], overseenBy: ceo }
`,
  },
  *check({ org }) {
    for (const provider of org.data.providers.values()) {
      const areas = org.knowledge.activities.serviceAreas.map(({ name, services }) => ({
        name,
        truth: servesIn(org, provider, services),
      }));
      const served = areas.filter(({ truth }) => truth === "yes");
      const open = areas.map(({ truth }) => truth).filter(fact.isCannotTell);
      const much: Truth =
        served.length >= many
          ? "yes"
          : served.length + open.length >= many
            ? fact.cannotTell(...open.flatMap(({ needs }) => needs))
            : "no";
      yield verdict(at(provider, "services"), fact.all(provider.exists, much), () => ({
        says: say.words`${say.providerName(provider)} serves in ${served.length} areas: ${say.listOf(served.map(({ name }) => name))}.`,
        related: postsOf(org, provider),
      }));
    }
  },
});

/** The posts that are an outside service as well; whoever holds one serves in leadership. */
const leadingRoles = ["vcio", "ciso", "dpo"] as const;

function servesIn(org: Org, provider: Provider, services: readonly string[]): Truth {
  const posts = leadingRoles.filter((role) => services.includes(role));
  return fact.any(
    fact.holds(provider.services, (own) => own.some((id) => services.includes(id))),
    ...posts.map((role) => ask.holdsPost(org, provider, role)),
  );
}

const postsOf = (org: Org, provider: Provider): Related[] =>
  org
    .posts(...leadingRoles)
    .filter((post) => ask.ofProvider(org, { to: "post", id: post.id }, provider.id) === "yes")
    .map((post) => ({
      at: at(post, "heldBy"),
      says: say.words`${say.thePost(post)} is of ${say.providerName(provider)}`,
    }));
