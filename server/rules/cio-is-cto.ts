import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cioIsCto = rule({
  id: "cio-is-cto",
  category: "conflict",
  severity: "info",
  title: "CIO and CTO in one person",
  reportTitle: "Internal IT and product technology are in one pair of hands",
  why: "A CIO looks inward, to what colleagues need; a CTO looks outward, to what customers buy. In a large company that sells technology each is work enough for one person. Joined, the product usually wins, because revenue hangs on it, and internal IT is run with what is left.",
  reason: "What customers buy and what colleagues need would compete for one person's attention.",
  rests: ["S1-10", "S4-07", "S4-30"],
  contested: ["S4-28"],
  note: "It speaks only of organizations of 250 people and more that sell technology. The article that explains why large organizations divide the two also says that one person may do both.",
  avoid: "A large organization that sells technology has one person for the posts of CIO and CTO.",
  prefer: "Two people, one for internal IT and one for the technology that is sold, who work closely together.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Bo Li, reportsTo: ceo }
  #              ^^^^^ 💡 info: cio-is-cto
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: vacant, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Bo Li, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Bo Li, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const cios = org.posts("cio");
    const sells = fact.holds(org.data.organization.sellsTechnology, (value) => value);
    for (const cto of org.posts("cto")) {
      const dual = ask.dualRole(org, cto, cios);
      yield verdict(at(cto, "heldBy"), fact.all(dual.truth, sells, org.large()), () => ({
        says: say.saysDualRole(org, dual),
        related: say.placesOfDualRole(dual),
        fixes: mend.separatePost(org, dual),
      }));
    }
  },
});
