import {
  add,
  all,
  at,
  fix,
  itemsOf,
  meetingCommittees,
  not,
  ofType,
  overseesAny,
  rule,
  set,
  theCommittee,
  verdict,
} from "./rule.ts";

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
    for (const committee of meetingCommittees(org, today)) {
      const omitted = not(overseesAny(committee, [subject]));
      yield verdict(at(committee, "oversees"), all(ofType(committee, "audit"), omitted), () => {
        const place = at(committee, "oversees");
        const isEmpty = itemsOf(committee.oversees).length === 0;
        const change = isEmpty ? set(place, [subject]) : add(place, subject);
        const name = theCommittee(committee);
        return {
          says: `The audit of IT is not among the tasks of ${name}.`,
          fixes: [fix(`Let ${name} oversee the audit of IT`, [change], { preferred: true })],
        };
      });
    }
  },
});
