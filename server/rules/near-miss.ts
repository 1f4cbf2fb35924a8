import { reportProblems, rule } from "./rule.ts";

export const nearMiss = rule({
  id: "near-miss",
  category: "format",
  severity: "hint",
  about: "form",
  title: "Nearly a known word",
  reportTitle: "A word of the file may be a misspelling",
  why: "Activities, services, functions of teams, what committees oversee, and laws may have words of your own. One that is a letter or two away from a known word is more often a slip, and then the checks for the known word never see it. The same goes for a post, a title or a word such as `TBD` where a person's name is read: whoever is meant goes unnoticed. Quotes say that it is a name.",
  rests: [],
  mends: "repair",
  remedies: ["change-to-<item>", "write-as-text", "leave-out-repetition", "write-as-list", "write-<item>"],
  avoid: "`acess-approve`, where the checks know `access-approve`.",
  prefer: "The known word, or one of your own that cannot be mistaken for it.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
activities:
  invoice-aproval: { responsible: [cfo], accountable: ceo }
# ^^^^^^^^^^^^^^^ 💡 hint: near-miss
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
activities:
  invoice-approval: { responsible: [cfo], accountable: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 85 }
regimes: { cra: planned, gxp: applies }
posts:
  ceo: { heldBy: Ann Ode }
activities:
  crane-inspection: { responsible: [cfo], accountable: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example }
activities:
  crane-inspection: unknown
`,
  },
  *check(context) {
    yield* reportProblems(context, "slip");
  },
});
