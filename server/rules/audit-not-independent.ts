import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type Fix,
  type Found,
  type Org,
  type Post,
  type Ref,
  type Role,
  rule,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const auditNotIndependent = rule({
  id: "audit-not-independent",
  category: "conflict",
  severity: "warning",
  title: "Internal audit reports to management",
  reportTitle: "Internal audit reports to management, not to the board",
  why: "Internal audit tells the board how well management controls its risks. Where it reports to one of the managers, that manager decides on its budget, its pay and its plan, and can soften a finding before the board reads it. A direct line to the board keeps bad news intact.",
  reason: "Management then stands between what audit finds and the board.",
  rests: ["iia-7-1"],
  note: "The chair of the board and an owner count as the board. It is information where a dotted line leads to the board, to an owner or to an audit committee, and where nobody has asked whether one does. An inspector general under an agency's head is left out where the law of federal agencies applies. Below another head of internal audit it is that post's line that counts. An audit committee that has not met for a year counts as none.",
  absorbs: ["control-below-it"],
  remedies: ["report-to-<post>"],
  avoid: "The head of internal audit reports to the CFO, to the chief executive or to another manager.",
  prefer: "The head of internal audit reports to the audit committee or to the board.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Roe, reportsTo: cfo, dottedLineTo: none }
  #                                                  ^^^ 💡 warning: audit-not-independent
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Roe, reportsTo: board, dottedLineTo: none }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  head-internal-audit: { heldBy: Gil Roe, reportsTo: audit, dottedLineTo: [ceo] }
#                                                    ^^^^^ sound: audit-not-independent
committees:
  audit: { chair: external, meets: quarterly, oversees: [audit, is-audit] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  head-internal-audit: { heldBy: Gil Roe }
`,
  },
  *check({ org, today }) {
    for (const auditor of org.posts("head-internal-audit")) {
      const { reportsTo } = auditor;
      const dependent =
        reportsTo.is === "none" ? "yes" : fact.holds(reportsTo, (ref) => belongsToManagement(org, today, auditor, ref));
      const besides = fact.holds(auditor.dottedLineTo, (refs) =>
        fact.some(refs, (other) => independent(org, today, other)),
      );
      const found = (): Found => {
        const ref = fact.given(reportsTo);
        const dotted = fact.itemsOf(auditor.dottedLineTo).find((other) => independent(org, today, other) === "yes");
        const also = dotted ? say.words`, with a dotted line to ${say.refName(org, dotted)}` : "";
        const superior = ref && ask.superiorAt(org, ref);
        return {
          says: say.words`${say.sentence(say.thePost(auditor))} reports to ${ref ? say.refName(org, ref) : "nobody"}${also}.`,
          ...(ref ? {} : { reason: "Nobody is then bound to hear what audit finds." }),
          severity: besides === "no" ? "warning" : "info",
          related: superior?.written
            ? [{ at: superior.at, says: say.words`${say.postName(auditor)} reports here` }]
            : [],
          fixes: linesToTheBoard(org, today, auditor),
        };
      };
      yield verdict(at(auditor, "reportsTo"), dependent, found, () => {
        const superior = fact.given(auditor.reportsTo);
        return superior && ask.held(auditor) === "yes"
          ? {
              says: say.words`Internal audit is independent of management: ${say.thePost(auditor)} reports to ${say.refName(org, superior)}.`,
              facts: [at(auditor, "reportsTo")],
            }
          : undefined;
      });
      // Whether a dotted line goes to the board is worth a question, since without one it is graver.
      if (dependent === "yes" && fact.isCannotTell(besides)) yield verdict(at(auditor, "reportsTo"), besides, found);
    }
  },
});

const boardRoles: readonly Role[] = ["owner", "board-chair"];

/** A line to itself is a fault of its own, and one to a post that is none as well. */
function belongsToManagement(org: Org, today: string, auditor: Post, ref: Ref): Truth {
  const superior = ask.superiorAt(org, ref);
  if (superior === auditor) return "no";
  const isAudit = superior?.entity === "post" && ask.roleOf(superior) === "head-internal-audit";
  const isInspector = superior?.entity === "post" && isInspectorsHead(org, superior);
  return fact.all(
    superior?.exists ?? "yes",
    fact.truth(!isAudit && !isInspector),
    fact.not(independent(org, today, ref)),
  );
}

/** An inspector general stands under the agency's head by law, and is independent by law as well. */
const isInspectorsHead = (org: Org, superior: Post): boolean =>
  ask.roleOf(superior) === "agency-head" && ask.regimesInForce(org).some(({ ofAgencies }) => ofAgencies === true);

/** Whether a reference means the board, in whatever form there is one, or its committee for audit where that meets. */
function independent(org: Org, today: string, ref: Ref): Truth {
  const superior = ask.superiorAt(org, ref);
  if (!superior) return ask.outsideOf(ref) ?? "yes";
  if (superior.entity === "committee") {
    return fact.holds(
      superior.type,
      (type) => type === "board" || (type === "audit" && !ask.isDormant(superior, today)),
    );
  }
  return ask.ofRoles(org, superior, boardRoles);
}

function linesToTheBoard(org: Org, today: string, auditor: Post): Fix[] {
  const committee = ask
    .meetingCommittees(org, today)
    .filter((one) => fact.given(one.type) === "audit")
    .find((one) => [undefined, ask.unitOf(auditor)].includes(ask.unitOf(one)));
  const audit = committee && { id: committee.id, name: `the ${say.committeeName(committee)}` };
  return mend.reportTo(org, auditor, [audit, ask.boardOf(org)]);
}
