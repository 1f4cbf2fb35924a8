import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const recommendationOverdue = rule({
  id: "recommendation-overdue",
  category: "format",
  severity: "info",
  title: "Recommendation overdue",
  reportTitle: "A recommendation that was agreed is overdue",
  why: "What somebody has agreed to do by a day, and has not done by then, is what the next talk begins with. The file should not go on saying that it will be done by a day that has passed.",
  rests: [],
  mends: "record",
  remedies: ["ask-when", "record-done"],
  avoid: "A line that was to be changed by October still stands in November, and nobody speaks of it.",
  prefer: "Whoever has agreed names another day, or the recommendation is done or dropped.",
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
    due: 2026-10-31
    #    ^^^^^^^^^^ 💡 info: recommendation-overdue
    status: agreed
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
    due: not-asked
    status: agreed
`,
    good: `
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
    due: 2027-03-31
    status: agreed
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
    due: unknown
    status: agreed
`,
  },
  *review({ recommendations, today }) {
    for (const { recommendation, status, title, matches, isUntold } of recommendations) {
      const due = fact.given(recommendation.due);
      // What is not found any more is no longer waited for, unless nobody can tell whether it is.
      const isAwaited = status === "agreed" || status === "in-progress";
      if (!isAwaited || due === undefined || (matches.length === 0 && !isUntold)) continue;
      const entry = { at: recommendation.place };
      yield verdict(at(entry, "due"), fact.truth(due < today), () => ({
        says: say.words`This was to be done by ${due}: ${title}.`,
        fixes: [
          mend.fix(mend.does("ask-when"), "Ask again by when it is to be done", [
            mend.set(at(entry, "due"), "not-asked"),
          ]),
          mend.fix(mend.does("record-done"), "Record that it is done", [mend.set(at(entry, "status"), "done")]),
        ],
      }));
    }
  },
});
