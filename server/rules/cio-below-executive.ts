import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, type Role, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cioBelowExecutive = rule({
  id: "cio-below-executive",
  category: "reporting",
  severity: "info",
  title: "CIO below the executive level",
  reportTitle: "The CIO does not report to the head of the organization",
  why: "A CIO plans for the whole organization and speaks for IT where its course is set. Who reports to the head of one function speaks through that function, and IT is easily taken for its tool or its cost.",
  reason: "IT then has no voice of its own where the organization's course is set.",
  rests: ["S1-40", "S2-03", "S0-07"],
  ours: true,
  note: "No article says whom a CIO reports to; we conclude it from the contact with the executives, and from a place among them. A chief operating officer counts as executive, and so do the board and an executive committee. Where US federal law is declared, the first CIO of the file is the agency's; CIOs of its components are left out. A CIO, or a deputy of one, who reports to another CIO is left out anywhere. A post of unknown role whose title reads like the head of the organization is not judged.",
  remedies: ["report-to-<post>"],
  avoid:
    "The CIO reports to the CFO, to another head of a function, or to a committee that does not lead the organization.",
  prefer: "The CIO reports to the chief executive, the chief operating officer or the board.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  cio: { heldBy: Cy Ho, reportsTo: cfo }
  #                                ^^^ 💡 info: cio-below-executive
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  cio: { heldBy: Cy Ho, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  coo: { heldBy: Ann Ode }
  cio: { heldBy: Cy Ho, reportsTo: coo, dottedLineTo: [cfo] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ops-head: { heldBy: Ann Ode }
  cio: { heldBy: Cy Ho, reportsTo: ops-head }
`,
  },
  *check({ org }) {
    const cios = org.posts("cio");
    const ofAgencies = ask.regimesInForce(org).filter((regime) => regime.ofAgencies);
    const isAgency = ofAgencies.some(({ id }) => org.data.regimes.get(id)?.state === "applies");
    for (const cio of isAgency ? cios.slice(0, 1) : cios) {
      if (isBelowAnother(org, cio)) continue;
      // A post that reports to itself is a circle, and nothing else.
      const violated = fact.holds(cio.reportsTo, (ref) =>
        ask.directSuperior(org, cio) === cio ? "no" : fact.not(ask.among(org, ref, executive, ask.managingBodies)),
      );
      yield verdict(at(cio, "reportsTo"), violated, () => {
        const ref = fact.given(cio.reportsTo)!;
        const superior = ask.superiorAt(org, ref);
        return {
          says: say.words`${say.sentence(say.thePost(cio))} reports to ${say.refName(org, ref)}.`,
          related: superior ? [{ at: superior.at, says: say.words`${say.postName(cio)} reports here` }] : [],
          fixes: lineToTheTop(org, cio, ofAgencies.length > 0 && cio === cios[0]),
        };
      });
    }
  },
});

/** The CIO of a part, or a deputy of one, speaks through the CIO above, and IT has its voice there. */
function isBelowAnother(org: Org, cio: Post): boolean {
  const above = ask.directSuperior(org, cio);
  return above !== undefined && above !== cio && ask.roleOf(above) === "cio";
}

const executive: readonly Role[] = ["ceo", "coo", "board-chair", "agency-head", "owner"];

/** An agency's CIO goes under the agency's head. */
function lineToTheTop(org: Org, cio: Post, isOfAgency: boolean): Fix[] {
  const top = (isOfAgency ? ask.agencyHeadOf(org, cio) : undefined) ?? ask.headOf(org, cio) ?? ask.boardOf(org);
  return [
    mend.fix(
      mend.does("report-to-<post>", top.id),
      say.words`Let ${say.thePost(cio)} report to ${top.name}`,
      [mend.set(at(cio, "reportsTo"), top.id)],
      {
        preferred: true,
      },
    ),
  ];
}
