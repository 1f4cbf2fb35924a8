import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { provisionRule, type RulesFrom, verdict } from "../rule.ts";

const oversight = provisionRule({
  id: "csf-gv-ov",
  title: "No committee reviews security",
  reportTitle: "No committee reviews at set times what security achieves",
  reason: "The framework has somebody review it at set times and adjust the plans; that appears to be missing.",
  note: "A committee of any kind will do, as long as it oversees security and meets. The framework is voluntary.",
  remedies: ["add-committee-<committee>", "let-<committee>-oversee-<item>"],
  avoid: "Committees meet about IT, and security is on nobody's agenda.",
  prefer: "A committee that meets has security on its agenda.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { csf: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
#^^^^^^^^^ 💡 warning: csf-gv-ov
  board: { chair: external, meets: quarterly, oversees: [it] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { csf: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [it, security] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { csf: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [it] }
  security: { chair: ceo, meets: quarterly, oversees: [security] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { csf: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [it] }
`,
  },
  *check({ org, today }) {
    const reviewed = ask.someCommittee(
      org.whole,
      today,
      ask.committeeTypes(org),
      (committee) => fact.all(ask.overseesAny(committee, ["security"]), fact.stated(committee.meets)),
      "Does a committee oversee security, and how often does it meet?",
    );
    yield verdict(ask.placeOfCommittee(org, ask.topCommittees), fact.not(reviewed), () => ({
      says: "No committee that meets oversees security.",
      fixes: mend.letOversee(org, today, ask.topCommittees),
      joins: [{ rule: "no-board-oversight", at: ["committees"] }],
    }));
  },
});

export const csf: readonly RulesFrom[] = [oversight];
