import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cisoIsCeo = rule({
  id: "ciso-is-ceo",
  category: "conflict",
  severity: "info",
  title: "CISO and head of the organization in one person",
  reportTitle: "Security and the last word about it are in one pair of hands",
  why: "Safety and usefulness pull in different directions, and the head of the organization is the one who settles it. That works where security has a voice of its own to settle it against. Where the head is the CISO as well, one of the two sides is never argued by anybody.",
  reason: "The head of the organization should hear security argued, and then decide.",
  rests: ["S1-17"],
  note: "We draw this from what one article says of the chief executive as the one who decides between CIO and CISO. The head of an agency counts as chief executive, and so does an owner.",
  avoid: "The chief executive, the head of the agency or the owner is also the CISO.",
  prefer: "Security is a post of its own, and the chief executive decides what it is worth.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Ann Ode, reportsTo: board }
  #               ^^^^^^^ 💡 info: ciso-is-ceo
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: vacant, reportsTo: board }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: not-asked, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: board }
`,
  },
  *check({ org }) {
    const heads = org.posts(...ask.headRoles);
    for (const ciso of org.posts("ciso")) {
      const dual = ask.dualRole(org, ciso, heads);
      yield verdict(at(ciso, "heldBy"), dual.truth, () => ({
        says: say.saysDualRole(org, dual),
        related: say.placesOfDualRole(dual),
        fixes: mend.separatePost(org, dual),
      }));
    }
  },
});
