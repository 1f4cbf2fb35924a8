import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type CommitteeType, type Org, type Post, type Ref, type Role, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

const control = ["cro", "head-compliance", "dpo", "head-internal-audit"] as const satisfies readonly Role[];
const privacy = ["hipaa-privacy-official", "quebec-privacy-officer"] as const satisfies readonly Role[];
const top: readonly CommitteeType[] = ["board", "executive", "audit", "risk"];

export const controlBelowIt = rule({
  id: "control-below-it",
  category: "conflict",
  severity: "warning",
  title: "Risk, compliance, data protection or audit below IT",
  reportTitle: "A post that controls reports within the line that it controls",
  why: "Risk, compliance, data protection and audit are there to look at others' work, IT's among it, and to say what is wrong with it. Whoever reports to IT says so to a superior whose work it is, who also decides on pay and on means.",
  reason: "What is wrong in IT would have to be told to a superior in IT.",
  rests: ["practice"],
  note: "It follows the line upwards. With a dotted line to the top, or a report to the board, it is information, and so it is for the privacy officials of HIPAA and Quebec. In a US federal agency it is silent, where that law is declared.",
  remedies: ["report-to-<post>"],
  avoid: "The head of risk, of compliance or of internal audit, or the DPO, reports to the CIO.",
  prefer: "They report to the head of the organization or the board, whatever day-to-day matters they settle with IT.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Cy Ho, reportsTo: cio }
  #                                ^^^ 💡 warning: control-below-it
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Cy Ho, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Cy Ho, reportsTo: ceo, dottedLineTo: [cio] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Cy Ho }
`,
  },
  *check({ org }) {
    const leadsIt = (post: Post): Truth => ask.inRole(post, ask.itLeadershipRoles);
    for (const post of org.posts(...control, ...privacy)) {
      yield verdict(at(post, "reportsTo"), ask.lineMeets(org, post, leadsIt), () => {
        const met = ask.firstOnLine(org, post, leadsIt)!;
        const isDirect = ask.directSuperior(org, post) === met;
        const isLess = privacy.some((role) => role === ask.roleOf(post)) || reachesTop(org, post);
        return {
          says: say.words`${say.sentence(say.thePost(post))} reports${isDirect ? "" : ", further up the line,"} to ${say.thePost(met)}.`,
          severity: isLess ? "info" : "warning",
          related: met.written ? [{ at: met.at, says: say.words`stands in the line of ${say.thePost(post)}` }] : [],
          fixes: mend.reportOutsideIt(org, post),
        };
      });
    }
  },
});

/** By a dotted line, or by reports that are given: to whom they go is the board where nobody says otherwise. */
function reachesTop(org: Org, { dottedLineTo, boardReport }: Post): boolean {
  const isTop = (ref: Ref) => ref.to === "board" || ask.among(org, ref, ask.headRoles, top) === "yes";
  const report = fact.given(boardReport);
  const isGiven = report !== undefined && fact.given(report.cadence) !== "never";
  const to = report && fact.given(report.to);
  return fact.itemsOf(dottedLineTo).some(isTop) || (isGiven && (to === undefined || isTop(to)));
}
