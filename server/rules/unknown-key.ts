import { reportProblems, rule } from "./rule.ts";

export const unknownKey = rule({
  id: "unknown-key",
  category: "format",
  severity: "warning",
  about: "form",
  title: "Unknown key",
  reportTitle: "The file has an entry that no check reads",
  why: "A key that the format does not have is not read, so what stands behind it takes no part in any check. Most are slips of the keyboard, and the fact seems to be missing although it was written down.",
  rests: [],
  mends: "repair",
  remedies: [
    "change-to-<item>",
    "write-as-list",
    "write-as-text",
    "write-as-number",
    "mend-text",
    "move-below-<item>",
    "keep-as-own",
    "remove-key",
  ],
  avoid: "A misspelt key, or a key of your own without `x-` before it.",
  prefer: "The format's own keys; `x-` before a key that is yours.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldby: Bo Li, reportsTo: ceo }
  #      ^^^^^^ 💡 warning: unknown-key
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
organization: { name: Example, headcount: 85, x-crm-id: 4711 }
x-anything: [goes, here]
posts:
  ceo: { heldBy: Ann Ode, x-phone: "+1 555 0100" }
`,
    unknown: `
itorg: 1
organization: { name: Example }
posts:
  ceo: unknown
`,
  },
  *check(context) {
    yield* reportProblems(context, "key");
  },
});
