import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const riskHeadIsItHead = rule({
  id: "risk-head-is-it-head",
  category: "conflict",
  severity: "warning",
  title: "Head of risk or compliance also leads IT",
  reportTitle: "Risk control and the running of IT are in one pair of hands",
  why: "Those who run IT take risks every day, and rightly so. A head of risk or of compliance is there to see them from outside, to add them up, and to say where it is too much. Whoever also leads IT would have to say so to nobody else.",
  reason: "Whoever judges the risks of IT would be judging decisions of their own.",
  rests: ["dora-6-4"],
  note: "The head of IT is the highest post of IT that somebody holds. The provision binds financial firms in the EU, and only where the file declares it; that others should do likewise is our conclusion.",
  avoid: "The CRO or the head of compliance is also the head of IT.",
  prefer: "Risk and compliance are watched over from outside IT, even where that post is vacant for now.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Bo Li, reportsTo: ceo }
  #              ^^^^^ 💡 warning: risk-head-is-it-head
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: vacant, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Gil Roe, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: not-asked, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const heads = org.scopes().map(ask.headOfIt);
    const known = heads.flatMap(({ post }) => post ?? []);
    const untold = heads.map((head) => head.known).filter(fact.isCannotTell);
    for (const risk of org.posts("cro", "head-compliance")) {
      const dual = ask.dualRole(org, risk, known);
      yield verdict(at(risk, "heldBy"), fact.all(ask.held(risk), fact.any(dual.truth, ...untold)), () => ({
        says: say.saysDualRole(org, dual),
        related: say.placesOfDualRole(dual),
        fixes: mend.separatePost(org, dual),
      }));
    }
  },
});
