import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { provisionRule, type RulesFrom, verdict } from "../rule.ts";

const oversight = provisionRule({
  id: "nis2-20",
  title: "Managing body does not oversee security",
  reportTitle: "Security is not on the agenda of the managing body",
  reason: "The directive has the managing body approve and oversee security itself; that appears to be missing.",
  note: "It binds through national law, which may say more. A board or an executive committee counts as the managing body; a risk or audit committee may prepare its decisions, and a committee that does not meet counts as absent. Whether the members were trained is not asked for.",
  remedies: ["add-committee-<committee>", "let-<committee>-oversee-<item>"],
  avoid: "A risk committee looks at security, and the managing body leaves it there.",
  prefer: "The board or the executive committee has security on its agenda.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nis2: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
#^^^^^^^^^ 💡 warning: nis2-20
  board: { chair: external, meets: quarterly, oversees: [strategy] }
  risk: { chair: external, meets: quarterly, oversees: [security] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nis2: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, security] }
  risk: { chair: external, meets: quarterly, oversees: [security] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nis2: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  executive: { chair: ceo, meets: monthly, oversees: [security] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nis2: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  risk: { chair: external, meets: quarterly, oversees: [security] }
`,
  },
  *check({ org, today }) {
    const question = "Does the board or the executive committee itself oversee security?";
    const seen = ask.overseen(org.whole, today, ask.managingBodies, ["security"], question);
    yield verdict(ask.placeOfCommittee(org, ask.managingBodies), fact.not(seen), () => ({
      says: "Neither the board nor an executive committee oversees security.",
      fixes: mend.letOversee(org, today, ask.managingBodies),
      joins: [{ rule: "no-board-oversight", at: ["committees"] }],
    }));
  },
});

export const nis2: readonly RulesFrom[] = [oversight];
