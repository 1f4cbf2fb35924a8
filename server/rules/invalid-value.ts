import * as fact from "./fact.ts";
import { reportProblems, rule, verdict } from "./rule.ts";

export const invalidValue = rule({
  id: "invalid-value",
  category: "format",
  severity: "error",
  about: "form",
  always: true,
  title: "Value not allowed here",
  reportTitle: "The file has a value that cannot be read",
  why: "A value outside the format, or a required key that is missing, cannot be read as a fact. The fact then counts as unknown: no check is made with it, and none is made without it either.",
  rests: [],
  mends: "repair",
  remedies: [
    "change-to-<item>",
    "write-as-entry",
    "write-<item>",
    "write-without-list",
    "insert-<item>",
    "put-in-quotes",
    "write-as-list",
    "write-as-number",
    "mend-text",
    "report-to-<item>-others-dotted",
  ],
  avoid: "A value of another kind, or a word that is not among those offered; a file without a version or a name.",
  prefer: "The values that completion offers, or `unknown`, `none` or `not-asked` where there is no value.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode, level: Strategic }
  #                              ^^^^^^^^^ 💡 error: invalid-value
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode, level: strategic }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 50-250, listed: no, jurisdictions: [US-NY, EU] }
posts:
  ceo: { heldBy: Ann Ode, level: strategic, interim: true, until: 2027-01-31, daysPerWeek: 2.5 }
  cfo: { heldBy: "none", level: [strategic, tactical] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: unknown, sector: not-asked, listed: declined }
posts:
  ceo: { heldBy: , level: not-applicable }
`,
  },
  *check(context) {
    yield* reportProblems(context, "value");
  },
  *review({ recommendations, formRules }) {
    for (const { recommendation } of recommendations) {
      const rule = fact.given(recommendation.rule) ?? "";
      yield verdict([...recommendation.place, "rule"], fact.truth(formRules.has(rule)), () => ({
        says: `\`${rule}\` is about how the file is written, so there is nothing to recommend to the client: put it right in the file.`,
      }));
    }
  },
});
