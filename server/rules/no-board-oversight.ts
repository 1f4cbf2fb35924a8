import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Committee, type Org, rule, type Truth, verdict } from "./rule.ts";

const id = "no-board-oversight";
const question = "Does the board, or an executive, risk or audit committee, oversee IT or its security?";

export const noBoardOversight = rule({
  id,
  category: "committee",
  severity: "info",
  title: "Nobody at the top oversees IT or security",
  reportTitle: "IT and its security are on nobody's agenda at the top",
  why: "What IT costs, what it can break and how well it is protected concern the whole organization. Those who lead it answer for that, whether or not they ever discuss it. A body at the top that has it on its agenda asks the questions in time, and gives whoever runs IT somebody to report to.",
  reason: "Those who answer for the organization then have no fixed place to ask about it.",
  rests: ["dora-5-2", "nis2-20", "bsig-38", "nisg-31", "glba-iii-a", "cps-234-13", "csf-gv-rr"],
  note: "It looks for a board, or an executive, risk or audit committee, that oversees security, ICT risk or IT. A committee below them is not enough, a dormant one counts as absent, and that of one company does not stand for its group. Under NIS2 and DORA a head of the organization who is accountable for security or ICT risk will do, since a small company has no board. Boards that govern IT are also the subject of ISO/IEC 38500, which we have not re-read.",
  remedies: ["add-committee-<committee>", "let-<committee>-oversee-<item>"],
  avoid: "The board oversees strategy and finance, and no committee at the top has IT or security on its agenda.",
  prefer: "The board, or a committee of it, oversees security and ICT risk.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
#^^^^^^^^^ 💡 info: no-board-oversight
  board: { chair: external, meets: quarterly, oversees: [strategy, finance] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, finance, security] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, finance] }
  risk: { chair: external, meets: quarterly, oversees: [ict-risk] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, finance] }
`,
  },
  *check({ org, today }) {
    if (answeredByHead(org)) return;
    const unwatched = fact.not(ask.overseen(org.whole, today, ask.topCommittees, ask.itAndSecurity, question));
    yield verdict(["committees"], worthAsking(org, unwatched), () => ({
      cases: ask.headAnswersForSecurity(org) ? [] : [unanswered],
      says: "No board, executive, risk or audit committee oversees security, ICT risk or IT.",
      related: [
        ...atTheTop(org, today).map((committee) => ({
          at: at(committee, "oversees"),
          says: "oversees neither IT nor security",
        })),
        ...dormant(org, today).map((committee) => ({
          at: committee.at,
          says: "does not meet, so it counts as absent",
        })),
      ],
      fixes: mend.letOversee(org, today, ask.topCommittees),
    }));
  },
});

/** The case that laws mind which are kept as well where the head of the organization answers for security. */
const unanswered = "not-answered-by-head";

/** Whether such a law is in force and kept in that way, and no other law wants a committee. */
function answeredByHead(org: Org): boolean {
  const inForce = org.knowledge.law
    .effectsOn(id)
    .filter(({ provision }) => ask.provisionInForce(org, provision.id) === "yes");
  return (
    inForce.length > 0 &&
    inForce.every((one) => one.effect.cases?.includes(unanswered)) &&
    ask.headAnswersForSecurity(org)
  );
}

/** Asked where the file has such a committee, or declares a law or standard that wants one. */
function worthAsking(org: Org, unwatched: Truth): Truth {
  if (!fact.isCannotTell(unwatched)) return unwatched;
  const isMentioned = [...org.data.committees.values()].some(
    ({ exists, type }) => exists !== "no" && ask.topCommittees.some((one) => one === fact.given(type)),
  );
  // What a committee of the file oversees is asked first; whether there is another that does, once that is known.
  const ofCommittees = unwatched.needs.filter((need) => need.at.length > 1);
  return {
    ...unwatched,
    ...(ofCommittees.length > 0 ? { needs: ofCommittees } : {}),
    grounded: isMentioned || org.knowledge.law.effectsOn(id).some(({ provision }) => org.isInForce(provision.regime)),
  };
}

/** The committees that could take it on, the board first. */
const atTheTop = (org: Org, today: string) =>
  ask.topCommittees.flatMap((type) => ask.activeCommittees(org.whole, today, type));

/** The committees that would be enough if they met. */
const dormant = (org: Org, today: string): Committee[] =>
  [...org.data.committees.values()].filter(
    (one) =>
      ask.isDormant(one, today) &&
      ask.ofType(one, ...ask.topCommittees) === "yes" &&
      ask.overseesAny(one, ask.itAndSecurity) === "yes",
  );
