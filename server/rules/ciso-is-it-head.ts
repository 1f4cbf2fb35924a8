import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cisoIsItHead = rule({
  id: "ciso-is-it-head",
  category: "conflict",
  severity: "warning",
  title: "CISO and head of IT in one person",
  reportTitle: "Security and IT operations are in one pair of hands",
  why: "Running IT means keeping systems useful, on time and within the budget; guarding it means sometimes saying no to all three. Whoever does both settles every such question alone, and nobody else hears that there was one. It is often done, and it is still a conflict.",
  reason: "Whoever protects the data would also answer for keeping IT running on time and on budget.",
  rests: ["S1-12", "S1-13", "S1-16", "ffiec-mgmt", "nca-1-2-1"],
  note: "That security is often merged into a post of IT is a fact that the same article reports before it advises against it. Where the two cannot be separated, record who accepted that, and which control makes up for it.",
  absorbs: ["ciso-in-it-line", "supervises-self"],
  avoid: "The CIO, an IT director, an IT manager or a CTO for internal technology is also the CISO.",
  prefer: "Security is a post of its own, even where it is vacant for now or filled for a few days a week.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
  #               ^^^^^ 💡 warning: ciso-is-it-head
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: vacant, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: not-asked, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const leaders = org.posts(...ask.itLeadershipRoles);
    for (const ciso of org.posts("ciso")) {
      const dual = ask.dualRole(org, ciso, leaders);
      yield verdict(at(ciso, "heldBy"), dual.truth, () => ({
        says: say.saysDualRole(org, dual),
        related: say.placesOfDualRole(dual),
        fixes: mend.separatePost(org, dual),
      }));
    }
  },
});
