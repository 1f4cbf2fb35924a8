import type { Role } from "../../knowledge/catalogues.ts";
import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import {
  at,
  type Fix,
  type Org,
  type Post,
  provisionRule,
  type RulesFrom,
  type Scope,
  type Truth,
  verdict,
} from "../rule.ts";
import * as say from "../say.ts";

/** Two of them are posts that other laws demand: where nobody mentions them or declares those laws, there are none. */
const roles = [
  { role: "ciso" },
  { role: "hipaa-security-official", regime: "hipaa" },
  { role: "qualified-individual", regime: "ftc-safeguards" },
] as const satisfies readonly { role: Role; regime?: string }[];
const securityRoles = roles.map(({ role }) => role);

const directReport = provisionRule({
  id: "nis2-ir-1-2-3",
  title: "Nobody reports on security directly to the top",
  reportTitle: "No security post reports directly to the managing body",
  reason:
    "The regulation wants one person at least to report on security directly to the managing body; that appears to be missing.",
  note: "It looks at the line and at the report to the board of the CISO, and of two posts that other laws demand. The board, its chair, the head of the organization, an owner and an executive committee count as the managing body.",
  remedies: ["report-to-<post>", "add-post-<post>", "give-board-report"],
  avoid: "What the security officer has to say reaches the board through a superior.",
  prefer: "The security officer reports to the chief executive, or gives the board a report directly.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nis2-ir: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cfo, boardReport: { form: written, cadence: yearly, to: cfo } }
  #                                   ^^^ 💡 error: nis2-ir-1-2-3
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nis2-ir: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cfo, boardReport: { form: written, cadence: yearly, to: board } }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nis2-ir: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, boardReport: { form: written, cadence: yearly, to: board } }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nis2-ir: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cfo }
`,
  },
  *check({ org }) {
    for (const scope of ask.scopesAsked(org, "nis2-ir-1-2-3")) {
      const present = scope.posts(...securityRoles).filter((post) => ask.held(post) !== "no");
      const [first] = present;
      const direct = fact.any(...present.map((post) => reportsDirectly(org, post)), ...absent(scope, present));
      yield verdict(first ? at(first, "reportsTo") : ask.placeOfMissing(scope, securityRoles), fact.not(direct), () =>
        first ? indirect(org, first) : nobody(scope),
      );
    }
  },
});

function reportsDirectly(org: Org, post: Post): Truth {
  const reported = fact.holds(post.boardReport, ({ cadence, to }) =>
    fact.all(
      fact.truth(fact.given(cadence) !== "never"),
      fact.holds(to, (ref) => ask.managingBody(org, ref)),
    ),
  );
  return fact.all(
    ask.held(post),
    fact.any(
      fact.holds(post.reportsTo, (ref) => ask.managingBody(org, ref)),
      reported,
    ),
  );
}

/** Whether somebody of whom the file says nothing may be the one: a post not mentioned, or a provider's CISO. */
function absent(scope: Scope, present: readonly Post[]): Truth[] {
  const { org, unit } = scope;
  const open = roles.filter(
    (one) => scope.declared(one.role).length === 0 && (!("regime" in one) || org.isInForce(one.regime)),
  );
  const unmentioned = open.map(({ role }) => scope.exists(role)).filter(fact.isCannotTell);
  if (present.length > 0) return unmentioned;
  const { truth: supplied } = org.outsideService("ciso", unit);
  const question =
    "Does whoever serves as CISO from outside report directly to the board or the head of the organization?";
  return [...unmentioned, supplied === "yes" ? fact.missing(["posts", "ciso"], question) : supplied];
}

function indirect(org: Org, post: Post) {
  const line = fact.given(post.reportsTo);
  const board = ask.boardOf(org);
  const isReporting = post.boardReport.is === "known" && fact.given(post.boardReport.value.cadence) !== "never";
  const report = isReporting
    ? mend.set([...at(post, "boardReport"), "to"], board.id)
    : mend.set(at(post, "boardReport"), { form: "written", cadence: "yearly", to: board.id });
  const fixes: Fix[] = [
    mend.fix(
      mend.does("give-board-report"),
      say.words`Let ${say.thePost(post)} give ${board.name} a report on security`,
      [report],
      {
        preferred: true,
      },
    ),
    ...mend.reportTo(org, post, [ask.headOf(org, post), board]).map((one) => ({ ...one, preferred: false })),
  ];
  return {
    says: say.words`${say.sentence(say.thePost(post))} reports to ${line ? say.refName(org, line) : "nobody"}, and gives the managing body no report.`,
    fixes,
  };
}

function nobody(scope: Scope) {
  return {
    says: `Nobody in office answers for security${scope.unit ? ` in ${scope.name}` : ""}, so nobody reports on it.`,
    fixes: mend.firstStepVacant(scope, "ciso"),
  };
}

export const nis2Ir: readonly RulesFrom[] = [directReport];
