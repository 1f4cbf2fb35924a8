import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import {
  type Activity,
  at,
  type Committee,
  type CommitteeType,
  type Fix,
  type Org,
  type Post,
  provisionRule,
  type Rule,
  type RulesFrom,
  type Truth,
  type Value,
  type Verdict,
  verdict,
} from "../rule.ts";
import * as say from "../say.ts";

const head = `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { rbi-it: { status: applies, as: [commercial-bank] } }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  cro: { heldBy: Hal Poe, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
`;
const ciso = "  ciso: { heldBy: Eve Roy, reportsTo: cro }\n";
const boards = {
  board: "{ chair: external, meets: quarterly, oversees: [strategy, security] }",
  "it-strategy": "{ chair: external, directors: 3, independent: yes, invitees: [ciso], meets: quarterly }",
  "it-steering": "{ chair: ceo, members: [cio, cfo], invitees: [ciso], meets: quarterly }",
  security: "{ chair: cro, members: [cio, ciso, cfo], meets: quarterly }",
};

/** A bank's file; `committees` and `more` are what differs. Text that follows a committee's entry stands below it. */
const bank = (committees: Partial<Record<keyof typeof boards, string>> = {}, posts = ciso, more = "") =>
  `${head}${posts}committees:\n${Object.entries({ ...boards, ...committees })
    .map(([key, entry]) => `  ${key}: ${entry}\n`)
    .join("")}${more}`;

const audited = (accountable: string) =>
  bank(
    {},
    `${ciso}  head-internal-audit: { heldBy: Ruth Adler, reportsTo: board }\n`,
    `activities:\n  is-audit: { accountable: ${accountable}, responsible: [head-internal-audit] }\n`,
  );

export const rbiIt: readonly RulesFrom[] = [
  missingCommittee("rbi-6", "it-strategy", {
    title: "No IT strategy committee",
    reportTitle: "The board has no committee on IT strategy",
    reason: "The directions ask for such a committee at board level; it appears to be missing.",
    note: "Its members, chair and rhythm are read with the rules on committees. One that no longer meets is reported as dormant.",
    avoid: "The board has no committee on IT strategy.",
    prefer: "A committee of three directors or more, under an independent chair, meets every quarter.",
  }),
  missingCommittee("rbi-7", "it-steering", {
    title: "No IT steering committee",
    reportTitle: "No committee of IT and the business steers IT",
    reason: "The directions ask for a steering committee of IT and the business; it appears to be missing.",
    note: "Its members and rhythm are read with the rules on committees. One that no longer meets is reported as dormant.",
    avoid: "No committee of IT and the business steers IT.",
    prefer: "Senior managers from IT and from the business meet every quarter.",
  }),
  missingCommittee("rbi-24b", "security", {
    title: "No security committee, or one without the CISO",
    reportTitle: "The security committee is missing, or the security officer has no seat on it",
    reason: "The directions ask for a committee on information security; it appears to be missing.",
    note: "To be invited is not to be a member. The chair is read with the rules on committees.",
    avoid: "There is no committee on security, or the CISO is not a member of it.",
    prefer: "The head of risk chairs the committee, and the CISO, the business and IT sit on it.",
    examples: {
      bad: bank({
        security:
          "{ chair: cro, members: [cio, cfo], meets: quarterly }\n  #                                ^^^^^^^^^^ 💡 error: rbi-24b",
      }),
      fixed: bank({ security: "{ chair: cro, members: [cio, cfo, ciso], meets: quarterly }" }),
      good: bank(),
      unknown: bank({ security: "{ chair: cro, members: not-asked, meets: quarterly }" }),
    },
    *also(org, today) {
      const officers = org.posts("ciso").filter((post) => ask.held(post) !== "no");
      if (officers.length === 0) return;
      for (const committee of ask.meetingCommittees(org, today)) {
        const omitted = fact.every(officers, (officer) => fact.not(ask.seatedOn(org, committee, officer)));
        yield verdict(at(committee, "members"), fact.all(ask.ofType(committee, "security"), omitted), () => ({
          says: say.words`${say.sentence(say.thePost(officers[0]!))} is not a member of ${say.theCommittee(committee)}.`,
          reason: "The directions have the CISO sit on it; that seat appears to be missing.",
          fixes: [
            mend.fix(
              mend.does("add-member-<post>", officers[0]!.id),
              say.words`Make ${say.thePost(officers[0]!)} a member of ${say.theCommittee(committee)}`,
              [seat(committee, officers[0]!)],
            ),
          ],
        }));
      }
    },
  }),
  provisionRule({
    id: "rbi-24d",
    title: "CISO away from the executive for risk, or seldom before the board",
    reportTitle: "The security officer does not report to the head of risk, or reviews security less than quarterly",
    reason: "The directions put the CISO under the executive for risk; this line appears to go elsewhere.",
    note: "The executive for risk is the CRO. Where nobody is CRO, the text of co-operative banks takes the CEO; the others speak of an equivalent only, so that a line to the CEO is a warning there. The seat on the committees for IT is read with its own rule.",
    remedies: ["give-board-report", "report-to-<post>", "find-somebody"],
    avoid: "The CISO reports to the COO, or brings security before the board once a year.",
    prefer: "The CISO reports to the CRO, and the board or its committee reviews security every quarter.",
    examples: {
      bad: bank(
        {},
        "  ciso: { heldBy: Eve Roy, reportsTo: cfo }\n  #                                   ^^^ 💡 error: rbi-24d\n",
      ),
      fixed: bank({}, "  ciso: { heldBy: Eve Roy, reportsTo: cro }\n"),
      good: bank(
        {},
        "  ciso: { heldBy: Eve Roy, reportsTo: cro, boardReport: { form: written, cadence: quarterly, to: board } }\n",
      ),
      unknown: bank({}, "  ciso: { heldBy: Eve Roy }\n"),
    },
    *check({ org }) {
      for (const officer of org.posts("ciso")) {
        const astray = fact.all(fact.stated(officer.reportsTo), fact.not(reportsToRisk(org, officer)));
        yield verdict(at(officer, "reportsTo"), astray, () => ({
          says: say.words`${say.sentence(say.thePost(officer))} reports to ${say.refName(org, fact.given(officer.reportsTo)!)}.`,
          fixes: underRisk(org, officer),
          joins: [{ rule: "ciso-in-it-line", at: officer.at }],
        }));
        const top = headInsteadOfRisk(org, officer);
        if (!ask.isDeclaredAs(org, "rbi-it", headWillDo))
          yield verdict(at(officer, "reportsTo"), top, () => ({
            says: say.words`${say.sentence(say.thePost(officer))} reports to ${say.refName(org, fact.given(officer.reportsTo)!)}, and nobody is CRO.`,
            reason:
              "The directions put the CISO under the executive for risk, or an equivalent; that this is meant does not appear from the file.",
            severity: "warning",
            fixes: [mend.findSomebody("oversee risk as an executive")],
          }));
        // Nobody can say how an empty post reports.
        if (ask.held(officer) === "no") continue;
        const report = fact.given(officer.boardReport);
        const place = report ? [...at(officer, "boardReport"), "cadence"] : at(officer, "boardReport");
        yield verdict(place, seldomReviewed(officer), () => ({
          says: say.words`${say.sentence(say.thePost(officer))} ${report ? "reports to the board less than every quarter" : "does not report to the board"}.`,
          reason: "The directions ask for a review of security every quarter; that appears to be missing.",
          fixes: [
            mend.fix(
              mend.does("give-board-report"),
              say.words`Let ${say.thePost(officer)} report to the board every quarter`,
              [
                report
                  ? mend.set(place, "quarterly")
                  : mend.set(place, { form: "written", cadence: "quarterly", to: "board" }),
              ],
            ),
          ],
        }));
      }
    },
  }),
  provisionRule({
    id: "rbi-30",
    title: "Audit of IT answered for outside internal audit",
    reportTitle: "Somebody outside internal audit answers for the audit of IT",
    reason: "The directions leave that to internal audit; it appears to be answered for elsewhere.",
    note: "Help from outside is fine as long as internal audit answers for it. What the audit committee oversees is read with its own rule. Whom the head of internal audit reports to, the directions do not say.",
    remedies: ["make-accountable-<post>"],
    avoid: "The CIO, or an outside firm, is accountable for the audit of IT.",
    prefer: "The head of internal audit is accountable, whoever does the work.",
    examples: {
      bad: `${audited("cio")}  #                        ^^^ 💡 error: rbi-30\n`,
      fixed: audited("head-internal-audit"),
      good: audited("Ruth Adler"),
      unknown: audited("not-asked"),
    },
    *check({ org }) {
      for (const activity of org.activities("is-audit")) {
        const outside = fact.holds(activity.accountable, (refs) =>
          refs.length === 0 ? "no" : fact.every(refs, (ref) => fact.not(ask.ofInternalAudit(org, ref))),
        );
        yield verdict(at(activity, "accountable"), fact.all(activity.exists, outside), () => {
          const refs = fact.itemsOf(activity.accountable);
          return {
            says: say.words`${say.sentence(say.listOf(refs.map((ref) => say.refName(org, ref))))} ${refs.length > 1 ? "are" : "is"} accountable for the audit of information systems.`,
            fixes: answeredByAudit(org, activity),
          };
        });
      }
    },
  }),
];

interface Missing {
  readonly title: string;
  readonly reportTitle: string;
  readonly reason: string;
  readonly note: string;
  readonly avoid: string;
  readonly prefer: string;
  readonly examples?: Rule["examples"];
  /** What else it looks for, in a committee that is there. */
  readonly also?: (org: Org, today: string) => Iterable<Verdict>;
}

/** A rule about a provision that asks for a committee. */
function missingCommittee(id: string, type: keyof typeof boards, { also, examples, ...texts }: Missing): RulesFrom {
  const caret = `#${"^".repeat(type.length - 1)}`;
  return provisionRule({
    ...texts,
    id,
    remedies: ["add-committee-<committee>", ...(also ? (["add-member-<post>"] as const) : [])],
    examples: examples ?? {
      bad: bank({ [type]: `none\n  ${caret} 💡 error: ${id}` }),
      fixed: bank(),
      good: bank(),
      unknown: bank({ [type]: "not-asked" }),
    },
    *check({ org, today }) {
      const name = say.inSentence(org.knowledge.format.titleOf("committeeType", type));
      yield verdict(ask.placeOfCommittee(org, [type]), fact.not(there(org, type, name)), () => ({
        says: `There is no ${name}.`,
        fixes: [formed(org, type, name)],
      }));
      if (also) yield* also(org, today);
    },
  });
}

/** One that no longer meets is there; what is wrong with it is another finding. */
function there(org: Org, type: CommitteeType, name: string): Truth {
  const oneOfType = (committee: Committee) => fact.all(committee.exists, ask.ofType(committee, type));
  const found = fact.some(org.data.committees.values(), oneOfType);
  const isDenied = org.data.committees.get(type)?.exists === "no";
  const isSettled = isDenied || org.isComplete("committees");
  return isSettled
    ? found
    : fact.any(found, fact.missing(["committees", type], `Is there an ${name}, or one that does its work?`));
}

/** The committee as the directions want it, with the posts that the file has. */
function formed(org: Org, type: keyof typeof boards, name: string): Fix {
  const isFree = org.data.committees.get(type)?.exists !== "yes";
  const key = isFree ? type : mend.freeId(org.data.committees, type);
  const [security] = org.posts("ciso").filter(isInOffice);
  const [risk] = org
    .posts("cro")
    .filter((post) => isInOffice(post) && ask.lineMeets(org, post, ask.leadsItOrTechnology) === "no");
  const it = ask.headOfIt(org.whole).post;
  const business = org.posts("cfo", "coo", "cro").find(isInOffice);
  const ids = (...posts: readonly (Post | undefined)[]) => [...new Set(posts.flatMap((post) => post?.id ?? []))];
  const top = ask.headOf(org)?.id;
  const bodies: Record<
    keyof typeof boards,
    { chair?: string | undefined; directors?: number; members?: string[]; invitees?: string[] }
  > = {
    board: {},
    "it-strategy": { chair: "external", directors: 3, invitees: ids(security) },
    "it-steering": { chair: top, members: ids(it, business), invitees: ids(security) },
    security: { chair: risk?.id ?? top, members: ids(it, security, business) },
  };
  const { chair, directors, members = [], invitees = [] } = bodies[type];
  const entry: Record<string, Value> = {
    ...(key === type ? {} : { type }),
    ...(chair === undefined ? {} : { chair }),
    ...(directors === undefined ? {} : { directors, independent: "yes" }),
    ...(members.length > 0 ? { members } : {}),
    ...(invitees.length > 0 ? { invitees } : {}),
    meets: "quarterly",
  };
  const what = directors === undefined ? "" : " with three directors";
  return mend.fix(
    mend.does("add-committee-<committee>", key),
    `Add an ${name}${what} that meets every quarter`.replace("an security", "a security"),
    [mend.set(["committees", key], entry)],
  );
}

const isInOffice = (post: Post): boolean => post.written && ask.held(post) !== "no" && post.unit.is === "none";

const seat = (committee: Committee, post: Post) =>
  fact.itemsOf(committee.members).length === 0
    ? mend.set(at(committee, "members"), [post.id])
    : mend.add(at(committee, "members"), post.id);

/** Where nobody is CRO, the text for these says itself that the head of the organization will do. */
const headWillDo: readonly string[] = ["ucb-level-4"];

/** The CRO; the head of the organization where nobody is CRO. A post that reports to itself is a circle, and nothing else. */
function reportsToRisk(org: Org, officer: Post): Truth {
  if (ask.directSuperior(org, officer) === officer) return "yes";
  const toRisk = fact.holds(officer.reportsTo, (ref) => {
    const superior = ask.superiorAt(org, ref);
    if (superior?.entity !== "post") return ask.outsideOf(ref) ?? "no";
    if (superior.role.is === "unknown") return fact.missing([...superior.at, "role"]);
    return ask.roleOf(superior) === "cro";
  });
  return fact.any(toRisk, headInsteadOfRisk(org, officer));
}

/** The CISO's line goes to the head of the organization, and nobody is CRO. */
const headInsteadOfRisk = (org: Org, officer: Post): Truth =>
  fact.holds(officer.reportsTo, (ref) => {
    const superior = ask.superiorAt(org, ref);
    if (superior?.entity !== "post" || superior === officer || superior.role.is === "unknown") return "no";
    return ask.isTop(superior) && ask.roleOf(superior) !== "board-chair"
      ? ask.scopeOf(org, officer).noneOrVacant("cro")
      : "no";
  });

function underRisk(org: Org, officer: Post): Fix[] {
  const [risk] = ask
    .scopeOf(org, officer)
    .posts("cro")
    .filter((post) => ask.held(post) !== "no");
  if (!risk)
    return ask.isDeclaredAs(org, "rbi-it", headWillDo)
      ? mend.reportTo(org, officer, [ask.headOf(org, officer)])
      : [mend.findSomebody("oversee risk as an executive")];
  return ask.lineMeets(org, risk, ask.leadsItOrTechnology) === "yes"
    ? []
    : mend.reportTo(org, officer, [{ id: risk.id, name: say.thePost(risk) }]);
}

const seldomReviewed = ({ boardReport }: Post): Truth =>
  fact.any(
    fact.lacking(boardReport),
    fact.holds(boardReport, ({ cadence }) => ask.rarerThan(cadence, "quarterly")),
  );

function answeredByAudit(org: Org, activity: Activity): Fix[] {
  if (org.whole.exists("head-internal-audit") === "no") return [];
  const [post] = org.posts("head-internal-audit");
  const name = post ? say.thePost(post) : `the ${org.knowledge.format.titleOf("role", "head-internal-audit")}`;
  const id = post?.id ?? "head-internal-audit";
  return [
    mend.fix(
      mend.does("make-accountable-<post>", id),
      say.words`Make ${name} accountable for the audit of information systems`,
      [mend.set(at(activity, "accountable"), id)],
    ),
  ];
}
