import { reportProblems, rule } from "./rule.ts";

export const yamlSyntax = rule({
  id: "yaml-syntax",
  category: "format",
  severity: "error",
  about: "form",
  always: true,
  title: "Not readable as YAML",
  reportTitle: "The file has a part that cannot be read",
  why: "A file is YAML: keys with a colon behind them, indented with spaces. Where that breaks, what follows cannot be read with certainty, so nothing that seems to be missing is held against the organization.",
  rests: [],
  note: "A key that is written twice counts here too: only the first one is read. A file over 10 MB, one with several documents, and one that nests deeper than 100 levels are not read any further.",
  mends: "repair",
  remedies: ["mend-text"],
  avoid: "A quote or a bracket left open, a tab as indentation, a key written twice.",
  prefer: "One key a line, indented by two spaces, each key once.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  ceo: { heldBy: Cy Ho }
# ^^^ error: yaml-syntax
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 85 }
# Anchors, aliases and merge keys work.
x-head: &head { reportsTo: ceo }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { <<: *head, heldBy: "Bo: Li" }
`,
    unknown: `
itorg: 1
organization: { name: Example }
posts:
  cfo:
`,
  },
  *check(context) {
    yield* reportProblems(context, "syntax");
  },
});
