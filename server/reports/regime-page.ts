import { blocks, code, escaped, link, list } from "../base/markdown.ts";
import {
  type ConflictList,
  type Effect,
  type Provision,
  provisions,
  type RegimeDefinition,
  regimeDefinitions,
  type SuggestedWhen,
} from "../knowledge/regimes.ts";
import { rules } from "../rules/index.ts";
import { type Address, cite, notLegalAdvice, severityTitles } from "./page.ts";

/** A law or standard with the provisions that itorg knows, as Markdown. */
export function regimePage(regime: RegimeDefinition, address: Address): string {
  const own = [...provisions.values()].filter((provision) => provision.regime === regime.id);
  return blocks(
    `# ${escaped(regime.name)}`,
    escaped(regime.what),
    list([
      `Publisher: ${escaped(regime.publisher)}`,
      `Edition: ${escaped(regime.edition)}; date: ${escaped(regime.date)}`,
      `In force for a file only where it says so: ${code(`regimes: { ${regime.id}: applies }`)}`,
      ...(regime.capacities ? [`Capacities that \`as\` may name: ${regime.capacities.map(code).join(", ")}`] : []),
      asksWhen(regime.suggestedWhen),
    ]),
    own.length === 0 ? "No provision of it is checked in this version." : "## Provisions",
    ...own.flatMap((provision) => [`### ${provision.id}`, provisionText(provision, address)]),
    `---\n\n${notLegalAdvice}`,
  ).concat("\n");
}

/** One provision, with the regime that it belongs to. */
export function provisionPage(provision: Provision, address: Address): string {
  const regime = regimeDefinitions.get(provision.regime);
  const page = link(escaped(regime?.name ?? provision.regime), address({ kind: "regimes", id: provision.regime }));
  return blocks(
    `# ${escaped(provision.short)}`,
    provisionText(provision, address),
    `Part of ${page}; in force for a file only where it says ${code(`regimes: { ${provision.regime}: applies }`)}.`,
    `---\n\n${notLegalAdvice}`,
  ).concat("\n");
}

/** All regimes, as the front page of their folder. */
export function regimesIndex(address: Address): string {
  const line = ({ id, name, edition }: RegimeDefinition) =>
    `${link(code(id), address({ kind: "regimes", id }))}: ${escaped(name)}, ${escaped(edition)}`;
  return blocks(
    "# Laws and standards",
    "A law or standard counts for an organization only where its file declares it.",
    list([...regimeDefinitions.values()].map(line)),
    `---\n\n${notLegalAdvice}`,
  ).concat("\n");
}

function asksWhen(when: SuggestedWhen | undefined): string {
  if (!when) return "itorg never asks whether it applies";
  const parts = [
    ...(when.jurisdictions ? [`among its jurisdictions is ${when.jurisdictions.join(" or ")}`] : []),
    ...(when.sectors ? [`its sector is ${when.sectors.join(" or ")}`] : []),
    ...(when.listed === undefined ? [] : ["it is listed"]),
    ...(when.cardData ? [`it handles card data as ${when.cardData.join(" or ")}`] : []),
    ...(when.notSmall ? ["it has 50 people or more"] : []),
  ];
  return `itorg asks an organization whether it applies where ${parts.join(", and ")}`;
}

function provisionText(provision: Provision, address: Address): string {
  const notes = [
    `Edition: ${escaped(provision.edition)}`,
    `Speaks of: ${code(provision.at)}`,
    ...(provision.exemptAs ? [`Does not apply to those who are ${provision.exemptAs.map(code).join(" or ")}`] : []),
    ...exemptions(provision, address),
    ...(provision.effects ?? []).map((effect) => effectText(effect, address)),
    ...(provision.conflictsWith ?? []).map(listText),
    ...(provision.confidence === "M" ? ["We are less sure of this text than of others"] : []),
    ...(provision.reviewed ? [] : ["Not reviewed yet, so it does nothing"]),
    "Confirm at the official publisher",
  ];
  return blocks(
    `**${escaped(provision.cite)}: ${escaped(provision.title)}**`,
    escaped(provision.requires),
    list([...notes, ...contests(provision.id, address)]),
  );
}

function exemptions({ exempts }: Provision, address: Address): string[] {
  if (!exempts) return [];
  const limits = exempts.anyOf.map(
    ({ field, below, currency }) => `${code(`organization.${field}`)} below ${below}${currency ? ` ${currency}` : ""}`,
  );
  return [`Takes firms out of ${cite(exempts.provisions, address)} where ${limits.join(" or ")}`];
}

function effectText(effect: Effect, address: Address): string {
  const severity = severityTitles[effect.severity ?? ""] ?? "";
  const when = effect.when ? ` Condition: ${escaped(effect.when)}` : "";
  if (effect.own || effect.rule === undefined) {
    return `Of its own: ${severity}.${when}`;
  }
  const known = rules.some((rule) => rule.id === effect.rule);
  const name =
    effect.rule === "duties-*"
      ? "every pair of incompatible duties"
      : link(code(effect.rule), known ? address({ kind: "rules", id: effect.rule }) : undefined);
  if (effect.cancels) return `Cancels ${name}: it asks for what that rule warns of.`;
  const scope = effect.scope ? ` Only for activities with the scope ${effect.scope.map(code).join(" or ")}.` : "";
  const { relaxed } = effect;
  const less = relaxed
    ? ` ${severityTitles[relaxed.severity]} where IT has at most ${relaxed.itHeadcountAtMost} people${relaxed.compensatingControl ? " or a compensating control is on record" : ""}.`
    : "";
  return `Can raise ${name} to ${severity}.${when}${scope}${less}`;
}

function listText({ id, severity, roles, headOfIt, cite: by, note }: ConflictList): string {
  const posts = [...roles.map(code), ...(headOfIt ? ["the head of IT, whatever the role"] : [])];
  const whose = by === undefined ? "itorg's own" : escaped(by);
  return `List ${id} (${whose}), ${severityTitles[severity] ?? ""}: ${posts.join(", ")}. ${escaped(note)}`;
}

function contests(id: string, address: Address): string[] {
  const against = rules.filter((rule) => rule.contested?.includes(id));
  const names = against.map((rule) => link(code(rule.id), address({ kind: "rules", id: rule.id })));
  return names.length > 0 ? [`Speaks against ${names.join(", ")}`] : [];
}
