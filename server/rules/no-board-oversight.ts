import { effectsOn } from "../knowledge/regimes.ts";
import {
  activeCommittees,
  add,
  at,
  type Change,
  type Committee,
  type CommitteeType,
  type Fix,
  fix,
  freeId,
  given,
  isCannotTell,
  isDormant,
  isOfType,
  isOverseen,
  itAndSecurity,
  itemsOf,
  listOf,
  meetingCommittees,
  not,
  type Org,
  overseesAny,
  rule,
  set,
  type Truth,
  theCommittee,
  verdict,
} from "./rule.ts";

const id = "no-board-oversight";
const types = ["board", "executive", "risk", "audit"] as const satisfies readonly CommitteeType[];
const question = "Does the board, or an executive, risk or audit committee, oversee IT or its security?";

export const noBoardOversight = rule({
  id,
  category: "committee",
  severity: "info",
  title: "Nobody at the top oversees IT or security",
  reportTitle: "IT and its security are on nobody's agenda at the top",
  why: "What IT costs, what it can break and how well it is protected concern the whole organization. Those who lead it answer for that, whether or not they ever discuss it. A body at the top that has it on its agenda asks the questions in time, and gives whoever runs IT somebody to report to.",
  reason: "Those who answer for the organization then have no fixed place to ask about it.",
  rests: ["dora-5-2", "nis2-20", "glba-iii-a", "csf-gv-rr"],
  note: "It looks for a board, or an executive, risk or audit committee, that oversees security, ICT risk or IT. A committee below them is not enough, a dormant one counts as absent, and that of one company does not stand for its group. Boards that govern IT are also the subject of ISO/IEC 38500, which we have not re-read.",
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
    const isBlind = not(isOverseen(org.whole, today, types, itAndSecurity, question));
    yield verdict(["committees"], worthAsking(org, isBlind), () => ({
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
      provisions: isReviewed(org, today) ? [] : ["csf-gv-ov"],
      fixes: oversight(org, today),
    }));
  },
});

/** Asked where the file has such a committee, or declares a law or standard that wants one. */
function worthAsking(org: Org, isBlind: Truth): Truth {
  if (!isCannotTell(isBlind)) return isBlind;
  const isMentioned = [...org.data.committees.values()].some(
    ({ exists, type }) => exists !== "no" && types.some((one) => one === given(type)),
  );
  return {
    ...isBlind,
    grounded: isMentioned || effectsOn(id).some(({ provision }) => org.isInForce(provision.regime)),
  };
}

/** The committees that could take it on, the board first. */
const atTheTop = (org: Org, today: string) => types.flatMap((type) => activeCommittees(org.whole, today, type));

/** The committees that would be enough if they met. */
const dormant = (org: Org, today: string): Committee[] =>
  [...org.data.committees.values()].filter(
    (one) => isDormant(one, today) && isOfType(one, ...types) === "yes" && overseesAny(one, itAndSecurity) === "yes",
  );

/** Whether a committee of any kind oversees security and is known to meet. */
const isReviewed = (org: Org, today: string): boolean =>
  meetingCommittees(org, today).some(
    (one) => given(one.meets) !== undefined && overseesAny(one, ["security"]) === "yes",
  );

function oversight(org: Org, today: string): Fix[] {
  const subjects = org.isInForce("dora") ? ["security", "ict-risk"] : ["security"];
  const what = listOf(subjects.map((subject) => (subject === "security" ? subject : "ICT risk")));
  const present = atTheTop(org, today);
  if (present.length > 0) {
    return present.slice(0, 3).map((committee, i) => {
      const place = at(committee, "oversees");
      const known = itemsOf(committee.oversees);
      const changes: Change[] = known.length === 0 ? [set(place, subjects)] : subjects.map((one) => add(place, one));
      return fix(`Let ${theCommittee(committee)} oversee ${what}`, changes, { preferred: i === 0 });
    });
  }
  const [type, name] = newBodies.find(([one]) => org.data.committees.get(one)?.exists !== "yes") ?? newBodies[0];
  const key = org.data.committees.get(type)?.exists === "yes" ? freeId(org.data.committees, type) : type;
  const body = { ...(key === type ? {} : { type }), oversees: subjects };
  return [fix(`Add ${name} that oversees ${what}`, [set(["committees", key], body)])];
}

const newBodies = [
  ["board", "a board"],
  ["executive", "an executive committee"],
] as const;
