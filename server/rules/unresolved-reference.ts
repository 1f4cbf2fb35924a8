import { reportProblems, rule } from "./rule.ts";

export const unresolvedReference = rule({
  id: "unresolved-reference",
  category: "format",
  severity: "error",
  about: "form",
  always: true,
  title: "Reference to nothing",
  reportTitle: "The file refers to something that it does not contain",
  why: "A line, a duty or a seat that leads to nobody breaks every check that follows it. An id is small letters, digits and hyphens; whatever is written otherwise is taken for a person's name where a person can stand.",
  rests: [],
  note: "The id of a role that the checks know, such as `ceo`, needs no entry. While part of the file cannot be read as YAML, this rule is silent: what is missing may stand there.",
  mends: "repair",
  remedies: ["change-to-<item>", "name-post-<post>", "add-stub-<item>", "report-to-<item>-others-dotted"],
  avoid: "An id of a post, provider, team or committee that is not in the file.",
  prefer: "The id as it is declared, or a person's name in full.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  head-sales: { heldBy: Bo Li, reportsTo: ceo }
  sales-desk: { heldBy: Cy Ho, reportsTo: head-sale }
  #                                       ^^^^^^^^^ 💡 error: unresolved-reference
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  head-sales: { heldBy: Bo Li, reportsTo: ceo }
  sales-desk: { heldBy: Cy Ho, reportsTo: head-sales }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  head-sales: { heldBy: Bo Li, reportsTo: ceo, deputy: Cy Ho }
  sales-desk: { heldBy: "provider:callers", reportsTo: head-sales }
providers:
  callers: { name: Callers Ltd, services: [telesales], overseenBy: head-sales }
`,
    unknown: `
itorg: 1
organization: { name: Example }
posts:
  head-sales: { reportsTo: unknown, deputy: not-asked }
`,
  },
  *check(context) {
    yield* reportProblems(context, "reference");
  },
});
