import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Change, type Fix, type Org, type Post, rule, type Sayable, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

/** Two laws that mind how, and how often, the report is given, and one that minds whether anybody reports at all. */
const id = "no-security-board-report";
/** Cases that laws make more of: of a CISO's report, and of a qualified individual's. */
const poorOfCiso = "poor-report";
const poorOfIndividual = "poor-report-of-individual";
const noneFromBelow = "no-report-from-below";

export const noSecurityBoardReport = rule({
  id: "no-security-board-report",
  category: "committee",
  severity: "info",
  title: "Security does not report to the board",
  reportTitle: "The board gets no report on security",
  why: "The board answers for risks that it can only know of if somebody tells it. A report of the security officer, in writing and at fixed times, puts the state of security before it without a filter. Without one, the board learns of a weakness from whoever is responsible for it, or from the incident.",
  reason: "The board then hears of weaknesses from those responsible for them, or after an incident.",
  rests: ["nydfs-500-4b", "ftc-314-4i"],
  note: "Whether the report is in writing, and at least yearly, counts only where a declared law minds it. Under the FTC's rule the report of the qualified individual will do as well as the CISO's.",
  remedies: ["give-board-report"],
  avoid: "The CISO never reports to the board, or under such a law only by word of mouth.",
  prefer: "The CISO reports to the board in writing, once a year or more often.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, boardReport: none }
  #                                                     ^^^^ 💡 info: no-security-board-report
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, boardReport: { form: written, cadence: yearly, to: board } }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, boardReport: { form: oral, cadence: half-yearly, to: board } }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
  },
  *check({ org }) {
    for (const post of reporting(org)) {
      const faults = faultsOf(org, post);
      const violated = fact.any(...faults.map(({ truth }) => truth));
      yield verdict(at(post, "boardReport"), isWorthAsking(post, violated) ? violated : "left-out", () => ({
        says: says(post),
        severity: isGraveAllTheSame(org, post) ? "warning" : "info",
        cases: faults.filter(({ truth }) => truth === "yes").flatMap(({ cases }) => cases),
        fixes: [reportInWriting(org, post)],
      }));
    }
  },
});

const isDemanded = (org: Org, name: string): boolean => ask.isCaseDemanded(org, id, name);

/** Whoever speaks for security, and the qualified individuals where the law that has them report is declared. */
const reporting = (org: Org): Post[] => [
  ...new Set([
    ...ask.leadingGuards(org),
    ...(isDemanded(org, poorOfIndividual) ? org.posts("qualified-individual") : []),
  ]),
];

/** What may be wrong with a post's report, and the cases that each fault is. */
function faultsOf(org: Org, post: Post): { truth: Truth; cases: readonly string[] }[] {
  const poor = poorReport(post);
  const individuals = org.posts("qualified-individual");
  if (individuals.includes(post) && isDemanded(org, poorOfIndividual)) {
    // The report of a CISO will do for the law, and the other way round.
    return [{ truth: fact.all(poor, ...org.posts("ciso").map(poorReport)), cases: [poorOfIndividual] }];
  }
  // Laws that have a CISO report say nothing of the posts that other laws name.
  if (ask.roleOf(post) !== "ciso") return [{ truth: fact.lacking(post.boardReport), cases: [] }];
  const standsIn = isDemanded(org, poorOfIndividual) && individuals.length === 0;
  return [
    { truth: fact.lacking(post.boardReport), cases: [...(isDirect(org, post) ? [] : [noneFromBelow]), "no-report"] },
    ...(isDemanded(org, poorOfCiso) ? [{ truth: poor, cases: [poorOfCiso] }] : []),
    ...(standsIn ? [{ truth: poor, cases: [poorOfIndividual] }] : []),
  ];
}

/** Whoever stands straight under the managing body reports to it. */
const isDirect = (org: Org, post: Post): boolean =>
  fact.holds(post.reportsTo, (superior) => ask.managingBody(org, superior)) === "yes";

/** A law that wants a report from those further down is kept here, and the missing report weighs as much all the same. */
const isGraveAllTheSame = (org: Org, post: Post): boolean =>
  isDirect(org, post) && ask.isCaseDeclared(org, id, noneFromBelow) && fact.lacking(post.boardReport) === "yes";

/** Whether there is no report, or one that is not in writing or comes more rarely than once a year. */
const poorReport = ({ boardReport }: Post): Truth =>
  fact.any(
    fact.lacking(boardReport),
    fact.holds(boardReport, ({ form, cadence }) =>
      fact.any(
        form.is === "none" ? "yes" : fact.holds(form, (one) => one !== "written"),
        ask.rarerThan(cadence, "yearly"),
      ),
    ),
  );

/** Nobody can say how an empty post reports. */
const isWorthAsking = (post: Post, violated: Truth): boolean => !fact.isCannotTell(violated) || ask.held(post) !== "no";

function says(post: Post): Sayable {
  const report = fact.given(post.boardReport);
  const who = say.sentence(say.thePost(post));
  if (!report) return say.words`${who} does not report to the board.`;
  const form = fact.given(report.form);
  const cadence = fact.given(report.cadence);
  const faults = [
    ...(form !== undefined && form !== "written"
      ? [form === "oral" ? "is given by word of mouth" : "is not written"]
      : []),
    ...(cadence === "never" ? ["is never given"] : cadence === "rarer" ? ["comes less than once a year"] : []),
  ];
  return say.words`The report of ${say.thePost(post)} to the board ${faults.join(" and ") || "is not in writing"}.`;
}

function reportInWriting(org: Org, post: Post): Fix {
  const report = fact.given(post.boardReport);
  const place = at(post, "boardReport");
  const cadence = ask.regimesInForce(org).find(({ boardReport }) => boardReport)?.boardReport ?? "yearly";
  const isRare = report !== undefined && ask.rarerThan(report.cadence, "yearly") !== "no";
  const changes: Change[] = !report
    ? [mend.set(place, { form: "written", cadence, to: "board" })]
    : [
        ...(fact.given(report.form) === "written" ? [] : [mend.set([...place, "form"], "written")]),
        ...(isRare ? [mend.set([...place, "cadence"], cadence)] : []),
      ];
  const often = cadence === "yearly" ? "once a year" : "every quarter";
  return mend.fix(
    mend.does("give-board-report"),
    say.words`Let ${say.thePost(post)} report to the board in writing ${often}`,
    changes,
    {
      preferred: true,
    },
  );
}
