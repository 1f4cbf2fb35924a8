import { type Provision, statusOf } from "../../knowledge/regimes.ts";
import { isAtLeast } from "../../knowledge/severity.ts";
import type { Library } from "./page.ts";

/** The rule that looks whether somebody is in the posts that provisions demand. */
export const ruleOnDemands = ({ rules }: Pick<Library, "rules">): string =>
  rules.find(({ about }) => about === "demands")?.id ?? "";

/** How itorg uses a provision. */
export type Use =
  /** Its own rule looks at the file, and reports under the provision's id. */
  | { readonly kind: "own" }
  /** It joins findings of these rules, which may become more severe. */
  | { readonly kind: "raises"; readonly rule: string; readonly severity: string; readonly isConditional: boolean }
  | { readonly kind: "cancels"; readonly rule: string }
  /** It is named beside findings of these rules, and raises nothing. */
  | { readonly kind: "cites"; readonly rule: string }
  /** A post that it demands and that is vacant is reported by the rule about demands. */
  | { readonly kind: "demands" }
  | { readonly kind: "exempts"; readonly provisions: readonly string[] }
  /** These rules name it among what they rest on, whether or not anybody declares it. */
  | { readonly kind: "supports"; readonly rule: string };

/** What is known of rules and provisions, wherever their pages are. */
type Known = Pick<Library, "knowledge" | "rules" | "ruleById">;

/** All that itorg does with a provision; a rule that both names it and is raised by it counts once. */
export function usesOf(provision: Provision, { knowledge, rules, ruleById }: Known): Use[] {
  const { id, demands, exempts, effects = [] } = provision;
  const touched = effects.flatMap((effect): Use[] => {
    if (effect.rule === undefined) return [];
    if (effect.cancels) return [{ kind: "cancels", rule: effect.rule }];
    if (effect.cites) return [{ kind: "cites", rule: effect.rule }];
    const isConditional = [effect.when, effect.scope, effect.as, effect.relaxed].some((one) => one !== undefined);
    // Of several severities on one rule the gravest is the one to know.
    const isGravest = effects.every(
      (other) => other.rule !== effect.rule || isAtLeast(effect.severity ?? "hint", other.severity ?? "hint"),
    );
    return isGravest ? [{ kind: "raises", rule: effect.rule, severity: effect.severity ?? "hint", isConditional }] : [];
  });
  const named = rules.filter(
    (rule) => rule.provision === undefined && rule.rests.includes(id) && rule.about !== "demands",
  );
  const isRaised = (rule: string) => knowledge.law.effectsOn(rule).some((one) => one.provision.id === id);
  return [
    ...(ruleById.get(id)?.provision === id ? [{ kind: "own" } as const] : []),
    ...(demands ? [{ kind: "demands" } as const] : []),
    ...touched,
    ...(exempts ? [{ kind: "exempts", provisions: exempts.provisions } as const] : []),
    ...named.filter((rule) => !isRaised(rule.id)).map((rule): Use => ({ kind: "supports", rule: rule.id })),
  ];
}

/** `itorg explain --regimes`: every provision with what checks it and how sure we are of its text, by regime. */
export function coverageTable(known: Known): string {
  const { law } = known.knowledge;
  const rows = [...law.regimes.values()].flatMap((regime) => [
    [
      regime.id,
      " ",
      `${regime.name}: ${regime.edition}${regime.checked === undefined ? "" : ` (checked ${regime.checked})`}`,
    ],
    ...[...law.provisions.values()]
      .filter((provision) => provision.regime === regime.id)
      .map((provision) => [`  ${provision.id}`, provision.confidence, checkedBy(provision, known)]),
  ]);
  const width = Math.max(...rows.map(([id = ""]) => id.length));
  const line = ([id = "", confidence = "", how = ""]: readonly string[]) =>
    `${id.padEnd(width)}  ${confidence}  ${how}`.trimEnd();
  return `${[["PROVISION", "C", "CHECKED BY"], ...rows].map(line).join("\n")}

C is how sure we are of the text: H high, M medium. What is M is switched off, exemptions excepted. "checked" is the day as of which we looked for the text; confirm it at the publisher.
A check of its own reports under the provision's id. "raises" adds the provision to a rule's finding, which becomes at least so severe; * means under a condition.
Nothing of this is in force for a file that does not declare it, and none of it is legal advice.
`;
}

/** In one line. */
export function checkedBy(provision: Provision, known: Known): string {
  const status = statusOf(provision);
  if (status === "not-checked") return `not checked: ${provision.notChecked}`;
  const uses = usesOf(provision, known)
    .map((use) => inWords(use, known))
    .join("; ");
  if (status !== "off") return uses || "nothing yet";
  return `switched off, because the text is not reviewed${uses && `; would be: ${uses}`}`;
}

function inWords(use: Use, known: Known): string {
  switch (use.kind) {
    case "own":
      return "a check of its own";
    case "demands":
      return ruleOnDemands(known);
    case "raises":
      return `raises ${use.rule === "duties-*" ? "every pair of duties" : use.rule} to ${use.severity}${use.isConditional ? "*" : ""}`;
    case "cites":
      return `named beside ${use.rule}`;
    case "cancels":
      return `cancels ${use.rule}`;
    case "exempts":
      return `exempts from ${use.provisions.join(", ")}`;
    case "supports":
      return `supports ${use.rule}`;
  }
}
