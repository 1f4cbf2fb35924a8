import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

const subject = "is-audit";

export const auditOmitsIt = rule({
  id: "audit-omits-it",
  category: "committee",
  severity: "info",
  title: "Audit committee that leaves out IT",
  reportTitle: "The audit of IT is outside the audit committee's view",
  why: "Whoever audits IT needs somebody above to read the results and to ask what became of them. That body is the audit committee. If the audit of IT is not among its tasks, findings about systems end with the people who run the systems.",
  reason: "What an audit of IT finds then reaches nobody who stands above IT.",
  rests: ["rbi-30", "practice"],
  remedies: ["let-<committee>-oversee-<item>"],
  avoid: "The audit committee oversees the accounts, and nobody looks at audits of IT.",
  prefer: "The audit of information systems is among the tasks of the audit committee.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  audit: { chair: external, meets: quarterly, oversees: [audit, finance] }
  #                                                     ^^^^^^^^^^^^^^^^ 💡 info: audit-omits-it
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  audit: { chair: external, meets: quarterly, oversees: [audit, finance, is-audit] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  audit: { chair: external, meets: quarterly, oversees: [audit, is-audit] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  audit: { chair: external, meets: quarterly }
`,
  },
  *check({ org, today }) {
    for (const committee of ask.meetingCommittees(org, today)) {
      const omitted = fact.not(ask.overseesAny(committee, [subject]));
      yield verdict(at(committee, "oversees"), fact.all(ask.ofType(committee, "audit"), omitted), () => {
        const place = at(committee, "oversees");
        const isEmpty = fact.itemsOf(committee.oversees).length === 0;
        const change = isEmpty ? mend.set(place, [subject]) : mend.add(place, subject);
        const name = say.theCommittee(committee);
        return {
          says: `The audit of IT is not among the tasks of ${name}.`,
          fixes: [
            mend.fix(
              mend.does("let-<committee>-oversee-<item>", committee.id, subject),
              `Let ${name} oversee the audit of IT`,
              [change],
              { preferred: true },
            ),
          ],
        };
      });
    }
  },
});
