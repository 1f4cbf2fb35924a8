import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { at, type Role, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const auditorIsAudited = rule({
  id: "auditor-is-audited",
  category: "conflict",
  severity: "warning",
  title: "Head of internal audit in a post that is audited",
  reportTitle: "Internal audit shares its head with what it examines",
  why: "Internal audit is worth what its independence is worth: the board reads its reports because their author has no share in what they describe. An auditor who also runs IT, security, finance, risk or compliance examines work of their own, and the board has nobody left to ask.",
  reason: "Whoever examines the work would be examining work of their own.",
  rests: ["iia-7-1", "dora-6-4"],
  avoid: "The head of internal audit also leads IT, security, technology, finance, risk or compliance.",
  prefer: "Internal audit is a post of its own, even where it is vacant for now or bought from outside.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  head-internal-audit: { heldBy: Dee Fox, reportsTo: board }
  #                              ^^^^^^^ 💡 warning: auditor-is-audited
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  head-internal-audit: { heldBy: vacant, reportsTo: board }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Roe, reportsTo: board }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: not-asked, reportsTo: ceo }
  head-internal-audit: { heldBy: Dee Fox, reportsTo: board }
`,
  },
  *check({ org }) {
    const audited = org.posts(...auditedRoles);
    for (const auditor of org.posts("head-internal-audit")) {
      const dual = ask.dualRole(org, auditor, audited);
      yield verdict(at(auditor, "heldBy"), dual.truth, () => ({
        says: say.saysDualRole(org, dual),
        related: say.placesOfDualRole(dual),
        fixes: mend.separatePost(org, dual),
      }));
    }
  },
});

const auditedRoles: readonly Role[] = [...ask.itLeadershipRoles, "ciso", "cto", "cfo", "cro", "head-compliance"];
