import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type RecommendationUse, rule, verdict } from "./rule.ts";

export const recommendationLapsed = rule({
  id: "recommendation-lapsed",
  category: "format",
  severity: "hint",
  title: "Recommendation without a finding",
  reportTitle: "A recommendation speaks of nothing that is found",
  why: "A recommendation that nothing calls for any more makes a plan longer than it is. Mostly it has been done, and nobody has said so; sometimes its rule or its remedy is misspelt.",
  rests: [],
  note: "Where the check is turned off, or cannot tell for want of facts, the recommendation stands as it is.",
  mends: "record",
  remedies: ["record-done", "remove-recommendation"],
  avoid: "The CISO reports to the CEO by now, and the plan still asks for it.",
  prefer: "What is done is recorded as done.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
recommended:
  - rule: ciso-in-it-line
#   ^^^^^^^^^^^^^^^^^^^^^ 💡 hint: recommendation-lapsed
    at: posts.ciso.reportsTo
    do: report-to-ceo
    owner: ceo
    status: agreed
`,
    fixed: `
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
    status: agreed
`,
  },
  *review({ recommendations, formRules }) {
    for (const use of recommendations) {
      const says = faultOf(use);
      // How the file is written is nothing to recommend, which is said at the rule.
      if (says === undefined || formRules.has(fact.given(use.recommendation.rule)!)) continue;
      const entry = { at: use.recommendation.place };
      const isGone = use.isRuleKnown && use.isRemedyKnown;
      yield verdict(entry.at, "yes", () => ({
        says,
        fixes: [
          ...(isGone
            ? [mend.fix(mend.does("record-done"), "Record that it is done", [mend.set(at(entry, "status"), "done")])]
            : []),
          mend.fix(mend.does("remove-recommendation"), "Remove this recommendation", [mend.remove(entry.at)]),
        ],
      }));
    }
  },
});

/** What is wrong with an entry that still stands; undefined for one that speaks of what is found, or that nobody can tell of. */
function faultOf({ recommendation, status, matches, ...known }: RecommendationUse): string | undefined {
  if (status === "done" || status === "dropped") return undefined;
  const rule = fact.given(recommendation.rule)!;
  if (!known.isRuleKnown) return `There is no check called \`${rule}\`, so this recommendation speaks of nothing.`;
  if (!known.isRemedyKnown)
    return `No remedy of \`${rule}\` is called \`${fact.given(recommendation.do)}\`. Write one of its remedies, or what is to be done in words.`;
  return known.isUntold || matches.length > 0
    ? undefined
    : "This recommendation speaks of nothing any more: no such finding stands at that place.";
}
