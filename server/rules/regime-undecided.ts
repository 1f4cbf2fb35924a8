import type { RegimeDefinition } from "../knowledge/regimes.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Fix, type Org, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const regimeUndecided = rule({
  id: "regime-undecided",
  category: "format",
  severity: "hint",
  basic: ["sector", "laws"],
  title: "Laws and standards to ask about",
  reportTitle: "Whether some laws and standards apply is open",
  why: "What the file says of the organization (where it works, its sector, its size, card data) suggests laws and standards that it does not mention. Their provisions are checked only where the file says that they apply.",
  reason: "Nothing of a law is checked until the file says that it applies.",
  rests: [],
  note: "A suggestion is no legal advice: whether a law applies is for counsel to say. An entry of any kind, `unknown` included, ends the suggestion.",
  mends: "record",
  remedies: ["record-<item>-applies", "record-<item>-exempt", "record-<item>-unknown"],
  avoid: "A hospital in the United States, and no word about HIPAA.",
  prefer: "An entry for each, if only `unknown` with a note of whom to ask.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85, sector: healthcare, jurisdictions: [US-OH] }
#^^^^^^^^^^^ 💡 hint: regime-undecided
posts:
  ceo: { heldBy: Ann Ode }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85, sector: healthcare, jurisdictions: [US-OH] }
posts:
  ceo: { heldBy: Ann Ode }
regimes:
  hipaa: applies
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 85, sector: healthcare, jurisdictions: [US-OH] }
posts:
  ceo: { heldBy: Ann Ode }
regimes:
  hipaa: { status: unknown, note: counsel will say }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 85, sector: unknown, jurisdictions: [US-OH] }
posts:
  ceo: { heldBy: Ann Ode }
`,
  },
  *check({ org }) {
    if (org.data.sectionWords.has("regimes") || ask.describesTarget(org)) return;
    const judged = ask.unmentionedRegimes(org);
    const suggested = judged.filter((one) => one.truth === "yes").map((one) => one.regime);
    yield verdict(["organization"], fact.any(...judged.map((one) => one.truth)), () => ({
      says: [
        `What is known of the organization suggests asking whether ${shortList(suggested)} ${suggested.length === 1 ? "applies" : "apply"}.`,
        ...toAsk(org, suggested),
      ].join(" "),
      fixes: suggested.slice(0, 3).flatMap(answers),
    }));
  },
});

/** What tells whether a law applies in sectors of which it means only a part. */
const toAsk = (org: Org, regimes: readonly RegimeDefinition[]): string[] =>
  regimes.flatMap(({ suggestedWhen: { askSectors = [], ask: question } = {} }) =>
    question !== undefined && askSectors.includes(fact.given(org.data.organization.sector) ?? "") ? [question] : [],
  );

const shortList = (regimes: readonly RegimeDefinition[]): string => {
  const names = regimes.map((regime) => regime.short);
  return say.listOf(names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names);
};

function answers({ id, short }: RegimeDefinition): Fix[] {
  const at = ["regimes", id];
  return [
    mend.fix(mend.does("record-<item>-applies", id), `Record that the organization is subject to ${short}`, [
      mend.set(at, "applies"),
    ]),
    mend.fix(mend.does("record-<item>-exempt", id), `Record that the organization is exempt from ${short}`, [
      mend.set(at, "exempt"),
    ]),
    mend.fix(mend.does("record-<item>-unknown", id), `Record that nobody could say whether it is subject to ${short}`, [
      mend.set(at, "unknown"),
    ]),
  ];
}
