import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import {
  at,
  type CommitteeType,
  type Fix,
  type Org,
  type Place,
  provisionRule,
  type RulesFrom,
  type Scope,
  type Truth,
  verdict,
} from "../rule.ts";
import * as say from "../say.ts";

const example = (regime: string, profile: string, oversees: string, ciso: string, more = "") => `
itorg: 1
organization: { name: Example, headcount: 300${profile} }
regimes: { ${regime}: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ${ciso}
committees:
  board: { chair: external, meets: quarterly, oversees: ${oversees} }
${more}`;

const officer = "ciso: { heldBy: Eve Roy, reportsTo: ceo }";
const below = (lines: string, text: string) => text.replace("committees:\n  board", `committees:\n${lines}  board`);

/** The board and its own committees; one of executives is management's. */
const ofTheBoard = ["board", "audit", "risk", "it-strategy", "it-steering"] as const satisfies readonly CommitteeType[];
const anyKind: readonly CommitteeType[] = [
  ...ofTheBoard,
  "executive",
  "security",
  "architecture",
  "change-advisory",
  "project",
  "other",
];

const classA = (who: string, mark = "") => `
itorg: 1
organization: { name: Example, headcount: 2400 }
regimes: { nydfs-500: { status: applies, as: [class-a] } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, boardReport: { form: written, cadence: yearly, to: board } }
  head-internal-audit: { heldBy: Gil Roe, reportsTo: board }
activities:
  security-audit: ${who}
${mark}`;

export const usFinancial: readonly RulesFrom[] = [
  provisionRule({
    id: "nydfs-500-2c",
    title: "No independent audit of a class A company's security",
    reportTitle: "Security is audited by nobody, or only by those who manage it",
    reason: "The regulation has class A companies run independent audits; that appears to be missing.",
    note: "It speaks of class A companies: the file says so in `as`, and where it does not, that is a question. Internal audit and outside auditors count as independent where they do not stand in the line of security.",
    remedies: ["let-<post>-review-security", "supply-<item>-from-outside"],
    avoid: "Only people of the CISO audit the security programme.",
    prefer: "Internal audit, or a firm that supplies nothing else, audits the security programme.",
    examples: {
      bad: classA("{ responsible: [ciso] }", "  #                              ^^^^^^ 💡 warning: nydfs-500-2c\n"),
      fixed: classA("{ responsible: [head-internal-audit] }"),
      good: classA("{ responsible: [head-internal-audit], accountable: head-internal-audit }"),
      unknown: classA("not-asked"),
    },
    *check({ org }) {
      const entries = org.whole.activities("security-audit");
      const own =
        entries.length === 0
          ? org.whole.notDone("security-audit")
          : fact.every(entries, (entry) => ask.ownReview(org, entry));
      yield verdict(ask.placeOfReview(org, "security-audit", entries[0]), own, () => ({
        says: entries.some(ask.isReviewNamed)
          ? "The security programme is audited only by those who manage it."
          : "Nobody audits the security programme.",
        fixes: mend.reviewers(org, "security-audit", "audit the security programme"),
      }));
    },
  }),
  provisionRule({
    id: "glba-iii-a",
    title: "Security programme not overseen by the board or a committee of it",
    reportTitle: "Security is on the agenda of no committee of the board",
    reason:
      "The guidelines have the board or its committee oversee the security programme; that appears to be missing.",
    note: "A committee on risk, audit or IT counts, and a committee of executives does not. Where nobody at the top oversees IT or its security at all, it joins that finding.",
    remedies: ["let-<committee>-oversee-<item>", "add-committee-<committee>"],
    avoid: "The board hears of IT in general, and security is left to a committee of executives.",
    prefer: "The board, or its committee on risk, audit or IT, oversees security.",
    examples: {
      bad: below("#^^^^^^^^^ 💡 error: glba-iii-a\n", example("us-bank", "", "[strategy, it]", officer)),
      fixed: example("us-bank", "", "[strategy, it, security]", officer),
      good: example(
        "us-bank",
        "",
        "[strategy]",
        officer,
        "  risk: { chair: external, meets: quarterly, oversees: [security] }\n",
      ).replace("oversees: [strategy]", "oversees: [strategy, ict-risk]"),
      unknown: example("us-bank", "", "not-asked", officer),
    },
    *check({ org, today }) {
      const question = "Does the board, or its committee on risk, audit or IT, oversee security?";
      const overlooked = fact.not(ask.overseen(org.whole, today, ofTheBoard, ["security"], question));
      yield verdict(ask.placeOfSection(org, "committees"), overlooked, () => ({
        says: "Neither the board nor a committee of it oversees security.",
        fixes: oversight(org, today, ofTheBoard),
        joins: [{ rule: "no-board-oversight", at: ["committees"] }],
      }));
    },
  }),
  provisionRule({
    id: "sec-106c",
    title: "Nothing to disclose on who deals with cyber risk",
    reportTitle: "No committee or no post could be named in the disclosure on cyber risk",
    reason:
      "Listed companies describe who oversees cyber risk and who manages it; there appears to be little to describe.",
    note: "The rule asks for a description, and for no committee and no post: so it is information. Whether the security officer reports to the board is read with its own rule. Issuers of asset-backed securities are left out.",
    remedies: [
      "let-<committee>-oversee-<item>",
      "add-committee-<committee>",
      "make-accountable-<post>",
      "add-post-<post>",
    ],
    avoid: "No committee oversees security, or no post deals with it.",
    prefer: "A committee oversees security, and a CISO or another post is in charge of it.",
    examples: {
      bad: below("#^^^^^^^^^ 💡 info: sec-106c\n", example("sec", ", listed: yes", "[strategy, it]", officer)),
      fixed: example("sec", ", listed: yes", "[strategy, it, security]", officer),
      good: example("sec", ", listed: yes", "[strategy, security]", officer),
      unknown: example("sec", ", listed: yes", "not-asked", officer),
    },
    *check({ org, today }) {
      const overSecurity = (oversees: Parameters<typeof ask.overseesAny>[0]) => ask.overseesAny(oversees, ["security"]);
      const seen = ask.someCommittee(org.whole, today, anyKind, overSecurity, "Which committee oversees security?");
      yield verdict(ask.placeOfSection(org, "committees"), fact.not(seen), () => ({
        says: "No committee oversees security.",
        fixes: oversight(org, today, anyKind),
      }));
      yield verdict(ask.placeOfMissing(org.whole, ["ciso"]), fact.not(securityManaged(org.whole)), () => ({
        says: "There is no CISO, and nobody answers for security.",
        related: say.ifThisIsIt(org.whole, ["ciso"]),
        fixes: [...managed(org), ...mend.firstStepVacant(org.whole, "ciso")],
      }));
    },
  }),
];

/** The first three committees that could take security on, else a board that does. */
function oversight(org: Org, today: string, types: readonly CommitteeType[]): Fix[] {
  const present = ask.activeCommittees(org.whole, today, ...types);
  if (present.length === 0) {
    const isFree = org.data.committees.get("board")?.exists !== "yes";
    const key = isFree ? "board" : mend.freeId(org.data.committees, "board");
    const body = { ...(isFree ? {} : { type: "board" }), oversees: ["security"] };
    return [
      mend.fix(mend.does("add-committee-<committee>", key), "Add a board that oversees security", [
        mend.set(["committees", key], body),
      ]),
    ];
  }
  return present.slice(0, 3).map((committee, i) => {
    const place = at(committee, "oversees");
    const change =
      fact.itemsOf(committee.oversees).length === 0 ? mend.set(place, ["security"]) : mend.add(place, "security");
    return mend.fix(
      mend.does("let-<committee>-oversee-<item>", committee.id, "security"),
      `Let ${say.theCommittee(committee)} oversee security`,
      [change],
      { preferred: i === 0 },
    );
  });
}

/** A CISO, inside or supplied, or somebody responsible or accountable for security as a whole. */
function securityManaged(scope: Scope): Truth {
  const entries = scope.activities("security");
  const undone = fact.every(entries, ({ exists, responsible, accountable }) =>
    fact.any(fact.not(exists), fact.all(fact.lacking(responsible), fact.lacking(accountable))),
  );
  const leftUndone = entries.length > 0 ? undone : scope.notDone("security");
  return fact.any(scope.exists("ciso"), scope.org.outsideService("ciso").truth, fact.not(leftUndone));
}

function managed(org: Org): Fix[] {
  const head = ask.headOf(org);
  const [entry] = org.whole.activities("security");
  const place: Place = entry?.at ?? ["activities", mend.freeId(org.data.activities, "security")];
  const change =
    entry?.exists === "yes"
      ? mend.set([...place, "accountable"], head?.id ?? "")
      : mend.set(place, { accountable: head?.id ?? "" });
  return head
    ? [
        mend.fix(mend.does("make-accountable-<post>", head.id), say.words`Make ${head.name} accountable for security`, [
          change,
        ]),
      ]
    : [];
}
