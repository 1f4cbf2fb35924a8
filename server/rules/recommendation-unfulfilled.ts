import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const recommendationUnfulfilled = rule({
  id: "recommendation-unfulfilled",
  category: "format",
  severity: "warning",
  title: "Said to be done, and found still",
  reportTitle: "A recommendation is recorded as done, and its finding still stands",
  why: "That a recommendation is done is a fact that others rely on. Where the file still shows what it was to end, either the record of the organization or the word that it is done is out of date.",
  rests: [],
  note: "A hint where the recommendation is a first step or says in words what is to be done, since that need not end the finding.",
  mends: "record",
  remedies: ["record-in-progress"],
  avoid: "The plan says that the CISO reports to the CEO by now; the posts say that the CISO reports to the CIO.",
  prefer: "The facts are recorded as they are now, or the recommendation is still being carried out.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
  #                                 ^^^ 💡 warning: ciso-in-it-line
recommended:
  - rule: ciso-in-it-line
    at: posts.ciso.reportsTo
    do: report-to-ceo
    owner: ceo
    status: done
    #       ^^^^ 💡 warning: recommendation-unfulfilled
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
recommended:
  - rule: ciso-in-it-line
    at: posts.ciso.reportsTo
    do: report-to-ceo
    owner: ceo
    status: in-progress
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
recommended:
  - rule: ciso-in-it-line
    at: posts.ciso.reportsTo
    do: report-to-ceo
    owner: ceo
    status: done
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: unknown }
recommended:
  - rule: ciso-in-it-line
    at: posts.ciso.reportsTo
    do: report-to-ceo
    owner: ceo
    status: done
`,
  },
  *review({ recommendations }) {
    for (const { recommendation, status, title, matches } of recommendations) {
      const entry = { at: recommendation.place };
      yield verdict(at(entry, "status"), fact.truth(status === "done" && matches.length > 0), () => ({
        // A first step, and what plain words ask for, need not end the finding.
        severity: matches.some(({ ends }) => ends) ? "warning" : "hint",
        says: say.words`This is recorded as done, and what it was to end is found still: ${title}.`,
        fixes: [
          mend.fix(mend.does("record-in-progress"), "Record that it is still being carried out", [
            mend.set(at(entry, "status"), "in-progress"),
          ]),
        ],
      }));
    }
  },
});
