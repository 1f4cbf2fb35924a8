import type { Provision } from "../../knowledge/regimes.ts";
import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { provisionRule, type Rule, type RulesFrom, verdict } from "../rule.ts";

interface Law {
  readonly id: string;
  readonly subject: "security" | "ict-risk";
  readonly title: string;
  readonly reportTitle: string;
  readonly reason: string;
  readonly note: string;
}

const counting =
  "A board or an executive committee counts as the managing body, and so does a head of the organization who is accountable for security or ICT risk, since a small company has no board. A risk or audit committee may prepare its decisions; a committee that does not meet counts as absent.";

/**
 * The laws that put ICT risk or security into the hands of the managing body itself, what binds before what binds
 * through it: one fact is one finding, which stands under the first of them.
 */
const laws: readonly Law[] = [
  {
    id: "dora-5-2",
    subject: "ict-risk",
    title: "Managing body does not oversee ICT risk",
    reportTitle: "ICT risk is not on the agenda of the managing body",
    reason: "The law has the managing body itself oversee ICT risk and answer for it; that appears to be missing.",
    note: counting,
  },
  {
    id: "bsig-38",
    subject: "security",
    title: "Managing directors do not supervise security (Germany)",
    reportTitle: "Security is not supervised by the managing directors",
    reason: "The German act has the managing directors supervise security themselves; that appears to be missing.",
    note: `The duty lies on the managing directors, who in a GmbH are no committee. ${counting} Whether they were trained is not asked for.`,
  },
  {
    id: "nisg-31",
    subject: "security",
    title: "Managing bodies do not supervise security (Austria)",
    reportTitle: "Security is not supervised by the managing bodies",
    reason: "The Austrian act has the managing bodies supervise security themselves; that appears to be missing.",
    note: counting,
  },
  {
    id: "nis2-20",
    subject: "security",
    title: "Managing body does not oversee security",
    reportTitle: "Security is not on the agenda of the managing body",
    reason: "The directive has the managing body approve and oversee security itself; that appears to be missing.",
    note: `It binds through national law, which may say more. ${counting} Whether the members were trained is not asked for.`,
  },
];

const words = { security: "security", "ict-risk": "ICT risk" } as const;

export const managingBodies: readonly RulesFrom[] = laws.map(({ id, subject, ...texts }, i) =>
  provisionRule(({ law }) => ({
    id,
    ...texts,
    remedies: ["let-<committee>-oversee-<item>", "add-committee-<committee>"],
    avoid: `A risk committee looks at ${words[subject]}, and the managing body leaves it there.`,
    prefer: `The board or the executive committee has ${words[subject]} on its agenda, or the chief executive answers for it.`,
    examples: examplesOf(id, subject, law.provisions.get(id)),
    *check({ org, today }) {
      if (ask.headAnswersForSecurity(org)) return;
      const question = `Does the board or the executive committee itself oversee ${words[subject]}?`;
      const seen = ask.overseen(org.whole, today, ask.managingBodies, [subject], question);
      const place = ask.placeOfCommittee(org, ask.managingBodies);
      const earlier = laws.slice(0, i).map((law) => ({ rule: law.id, at: place }));
      yield verdict(place, fact.not(seen), () => ({
        says: `Neither the board nor an executive committee oversees ${words[subject]}.`,
        fixes: mend.letOversee(org, today, ask.managingBodies),
        joins: [{ rule: "no-board-oversight", at: ["committees"] }, ...earlier],
      }));
    },
  })),
);

function examplesOf(id: string, subject: Law["subject"], provision: Provision | undefined): Rule["examples"] {
  const { regime = "", covers } = provision ?? {};
  const place = covers?.namedIn ? `, jurisdictions: [${covers.namedIn.join(", ")}]` : "";
  const write = (body: string, coverage = "") => `
itorg: 1
organization: { name: Example, headcount: 300${place} }
regimes: { ${regime}: applies }
${coverage}posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
${body}`;
  const complete = "coverage: { committees: complete }\n";
  const risk = `  risk: { chair: external, meets: quarterly, oversees: [${subject}] }\n`;
  const board = (oversees: string) => `  board: { chair: external, meets: quarterly, oversees: [${oversees}] }\n`;
  const mark = `#^^^^^^^^^ 💡 warning: ${id}\n`;
  return {
    bad: write(`committees:\n${mark}${board("strategy")}${risk}`, complete),
    fixed: write(`committees:\n${board(`strategy, ${subject}`)}${risk}`, complete),
    good: write("activities:\n  security: { accountable: ceo, responsible: [ceo] }\n"),
    unknown: write(`committees:\n${risk}`),
  };
}
