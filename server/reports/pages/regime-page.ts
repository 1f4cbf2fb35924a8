import { blocks, bold, code, escaped, link, list } from "../../base/markdown.ts";
import {
  asOf,
  type Provision,
  type RegimeDefinition,
  type Status,
  type SuggestedWhen,
  statusOf,
} from "../../knowledge/regimes.ts";
import { sentence } from "../../model/words/words.ts";
import { type Library, linked, notLegalAdvice } from "./page.ts";
import { checkedBy } from "./provision-uses.ts";

/** A law or standard: what it is, which of its provisions are checked here, and which a file cannot show. */
export function regimePage(regime: RegimeDefinition, library: Library): string {
  const own = [...library.knowledge.law.provisions.values()].filter((provision) => provision.regime === regime.id);
  const inGroup = (status: Status) => own.filter((provision) => statusOf(provision) === status);
  const checked = inGroup("checked");
  return blocks(
    `# ${escaped(regime.name)}`,
    escaped(regime.what),
    list([
      `Publisher: ${escaped(regime.publisher)}`,
      `Edition: ${escaped(regime.edition)}; date: ${escaped(regime.date)}`,
      ...(regime.checked === undefined ? [] : [escaped(asOf(regime.checked))]),
      `In force for a file only where it says so: ${code(`regimes: { ${regime.id}: applies }`)}; with ${code("planned")} its findings are information at most`,
      ...(regime.capacities
        ? [`Capacities that ${code("as")} may name: ${regime.capacities.map(code).join(", ")}`]
        : []),
      asksWhen(regime.suggestedWhen),
    ]),
    regime.note === undefined ? "" : escaped(regime.note),
    "## Checked here",
    checked.length === 0 ? "Nothing of it is checked yet." : provisionList(checked, library),
    ...group(
      "## Exemptions",
      "These run whatever our confidence, because holding back a finding is the safer mistake.",
      inGroup("exemption"),
      library,
    ),
    ...group(
      "## Switched off",
      "We have not read these texts again at their source, so they raise nothing.",
      inGroup("off"),
      library,
    ),
    ...group(
      "## Cannot be checked from an organization file",
      "Explained here, and never reported.",
      inGroup("not-checked"),
      library,
    ),
    `---\n\n${notLegalAdvice}`,
  ).concat("\n");
}

/** All regimes, as the front page of their folder. */
export function regimesIndex(library: Library): string {
  const line = ({ id, name, edition }: RegimeDefinition) =>
    `${link(code(id), library.address({ kind: "regimes", id }))}: ${escaped(name)}, ${escaped(edition)}`;
  return blocks(
    "# Laws and standards",
    "A law or standard counts for an organization only where its file declares it.",
    list([...library.knowledge.law.regimes.values()].map(line)),
    `All their provisions, and what checks each: ${link("Provisions", library.address({ kind: "provisions", id: "README" }))}`,
    `---\n\n${notLegalAdvice}`,
  ).concat("\n");
}

function group(title: string, intro: string, members: readonly Provision[], library: Library): string[] {
  return members.length === 0 ? [] : [title, intro, provisionList(members, library)];
}

function provisionList(members: readonly Provision[], library: Library): string {
  const line = (provision: Provision) =>
    `${bold(linked(provision.id, provision.short, library))} (${code(provision.id)}): ${escaped(provision.requires)} ${escaped(sentence(checkedBy(provision, library)))}.`;
  return list(members.map(line));
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
  const also = when.ask
    ? `; where the sector is ${when.askSectors?.join(" or ")}, it asks as well: ${escaped(when.ask)}`
    : "";
  return `itorg asks an organization whether it applies where ${parts.join(", and ")}${also}`;
}
