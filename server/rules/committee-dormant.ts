import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Committee, type CommitteeType, type Fix, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const committeeDormant = rule({
  id: "committee-dormant",
  category: "committee",
  severity: "info",
  title: "Committee that does not meet",
  reportTitle: "A committee exists on paper and does not meet",
  why: "A committee that never meets decides nothing, and yet everybody else leaves its questions to it. That does more harm than an open gap, because the chart shows the matter as taken care of. Either it meets again, or somebody else takes over what it was set up for.",
  reason: "Its questions stay open, while the chart shows them as taken care of.",
  rests: ["practice", "csf-gv-ov", "rbi-7"],
  note: "Every other rule counts such a committee as absent. It is a warning for the committees on audit, risk, security and IT steering, information for the rest. Where the file gives a cadence and no date of the last meeting, the cadence is believed.",
  remedies: ["meet-quarterly"],
  avoid: "The security committee has not met for two years.",
  prefer: "The committee meets every quarter, or is dissolved and its tasks are given to another.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: { heldBy: Hal Poe, reportsTo: ceo }
committees:
  risk: { chair: cro, members: [cro, ceo], meets: never }
  #                                               ^^^^^ 💡 warning: committee-dormant
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: { heldBy: Hal Poe, reportsTo: ceo }
committees:
  risk: { chair: cro, members: [cro, ceo], meets: quarterly }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: { heldBy: Hal Poe, reportsTo: ceo }
committees:
  risk: { chair: cro, members: [cro, ceo], meets: half-yearly, lastMet: 2026-09-15 }
#                                                                       ^^^^^^^^^^ sound: committee-dormant
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  risk: { chair: ceo, members: [ceo] }
`,
  },
  *check({ org, today }) {
    for (const committee of org.data.committees.values()) {
      if (committee.exists !== "yes") continue;
      const type = fact.given(committee.type);
      yield verdict(
        at(committee, isNever(committee) ? "meets" : "lastMet"),
        judge(committee, today),
        () => ({
          says: `${say.sentence(say.theCommittee(committee))} ${isNever(committee) ? "never meets" : `last met on ${fact.given(committee.lastMet)}, more than twelve months ago`}.`,
          severity: type && grave.includes(type) ? "warning" : "info",
          cases: [...(type === undefined ? [] : [type]), ...(overseesSecurity(committee) ? ["security"] : [])],
          fixes: meetAgain(committee, today),
        }),
        () =>
          fact.given(committee.lastMet) !== undefined
            ? {
                says: `${say.sentence(say.theCommittee(committee))} meets: the last time was on ${fact.given(committee.lastMet)}.`,
                facts: [at(committee, "lastMet")],
              }
            : undefined,
      );
    }
  },
});

const grave: readonly CommitteeType[] = ["audit", "risk", "security", "it-steering"];

const isNever = ({ meets }: Committee): boolean => meets.is === "none" || fact.given(meets) === "never";

/** A date left out is no reason to doubt a cadence, nor the other way round; a date that somebody meant to give is. */
function judge(committee: Committee, today: string): Truth {
  const { meets, lastMet } = committee;
  if (ask.isDormant(committee, today)) return "yes";
  if (lastMet.is === "known") return "no";
  const isDated = lastMet.is === "unknown" && lastMet.why !== "absent";
  if (meets.is === "known") return isDated ? fact.holds(lastMet, () => false) : "no";
  return fact.any(
    fact.holds(meets, () => false),
    isDated ? fact.holds(lastMet, () => false) : "no",
  );
}

const overseesSecurity = (committee: Committee): boolean =>
  fact.itemsOf(committee.oversees).some((one) => one === "security" || one === "ict-risk");

/** That it has met is not for an edit to say: only the cadence can be settled here. */
function meetAgain(committee: Committee, today: string): Fix[] {
  if (!isNever(committee)) return [];
  const changes = [mend.set(at(committee, "meets"), "quarterly")];
  const isOverdue =
    fact.given(committee.lastMet) !== undefined &&
    ask.isDormant({ ...committee, meets: { is: "not-applicable" } }, today);
  const name = say.theCommittee(committee);
  return [
    isOverdue
      ? mend.firstStep(mend.does("meet-quarterly"), `First step: let ${name} meet every quarter`, changes)
      : mend.fix(mend.does("meet-quarterly"), `Let ${name} meet every quarter`, changes),
  ];
}
