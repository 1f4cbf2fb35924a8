import { blocks, code, escaped, link, list, table } from "../base/markdown.ts";
import { catalogue } from "../knowledge/format.ts";
import { provisions } from "../knowledge/regimes.ts";
import { type RoleDefinition, type RoleRelation, roleDefinitions, type Said } from "../knowledge/roles.ts";
import { sources } from "../knowledge/sources.ts";
import { type Address, cite, notLegalAdvice } from "./page.ts";

/** A role as Markdown: with its sources' definition where there is one, else with what names it. */
export function rolePage(id: string, address: Address): string {
  const definition = roleDefinitions.get(id);
  return (definition ? definedRole(definition, address) : catalogueRole(id, address)).concat("\n");
}

/** All roles, as the front page of their folder. */
export function rolesIndex(address: Address): string {
  const line = ({ id, title }: { id: string; title: string }) =>
    `${link(code(id), address({ kind: "roles", id }))}: ${escaped(title)}`;
  const all = [...catalogue("role").values()];
  return blocks(
    "# The roles",
    "## Defined by the sources",
    list(all.filter(({ id }) => roleDefinitions.has(id)).map(line)),
    "## Named by rules, laws and standards",
    list(all.filter(({ id }) => !roleDefinitions.has(id)).map(line)),
  ).concat("\n");
}

function definedRole(role: RoleDefinition, address: Address): string {
  const said = (entry: Said) => `${escaped(entry.says)}${by(entry.claims, address)}`;
  return blocks(
    `# ${escaped(role.name)} (${escaped(role.short)})`,
    `${code(role.id)}. ${escaped(role.purpose)}`,
    section("What makes the role", factsTable(role, address)),
    section(
      "Responsibilities",
      list(role.responsibilities.map(({ what, claims }) => `${escaped(what)}${by(claims, address)}`)),
    ),
    section("Works with", list(role.worksWith.map((one) => relation(one, address)))),
    section("Conflicts with", list(role.conflictsWith.map((one) => relation(one, address)))),
    section("What is often still to be learned", list(role.developmentGaps.map(said))),
    section("The way to it, and on from it", list(role.path.map(said))),
    section("Where the sources agree", list(role.agreement.map((one) => agreement(one, address)))),
    section("Where the sources disagree", ...role.disagreement.map((one) => disagreement(one, address))),
    section("Surveys", surveys(role)),
    section("What the sources recommend", list(role.remedies.map((one) => remedy(one, address)))),
    section(
      "What itorg does not follow",
      list(role.rejected.map((one) => `${escaped(one.says)}${by(one.claims, address)} ${escaped(one.reason)}`)),
    ),
    section("Titles seen for it", titles(role)),
    namesLaw(role) ? `---\n\n${notLegalAdvice}` : "",
  );
}

function section(title: string, ...parts: readonly string[]): string {
  const body = blocks(...parts);
  return body === "" ? "" : `## ${title}\n\n${body}`;
}

const by = (ids: readonly string[], address: Address): string => (ids.length === 0 ? "" : ` (${cite(ids, address)})`);

function factsTable(role: RoleDefinition, address: Address): string {
  const rows = role.facts.map((fact) => [
    code(fact.attribute),
    `${escaped(fact.says)}${fact.weighed ? "" : " *Shown, not weighed.*"}`,
    cite(fact.for, address) || "the sources are silent",
    cite(fact.against, address) || "nobody",
  ]);
  return rows.length === 0 ? "" : table(rows, ["Fact", "What is said", "Who says so", "Who says otherwise"]);
}

function relation({ role, why, claims, derived }: RoleRelation, address: Address): string {
  const name = link(escaped(catalogue("role").get(role)?.title ?? role), address({ kind: "roles", id: role }));
  const from = derived ? ` (our conclusion from ${cite(claims, address)})` : by(claims, address);
  return `**${name}**: ${escaped(why)}${from}`;
}

function agreement(entry: RoleDefinition["agreement"][number], address: Address): string {
  const voices = entry.independent ? "" : " Not independent of each other.";
  return `${escaped(entry.says)}${by(entry.claims, address)}${voices}${entry.note ? ` ${escaped(entry.note)}` : ""}`;
}

function disagreement({ question, positions, treatment }: RoleDefinition["disagreement"][number], address: Address) {
  const lines = positions.map((position) => {
    const ids = [...(position.provisions ?? []), ...position.claims];
    // A position may be a source's as a whole, where no single claim of it says so.
    const names = (position.sources ?? []).map((id) => escaped(sources.get(id)?.short ?? id));
    const who = ids.length > 0 ? cite(ids, address) : names.join(", ");
    return `${escaped(position.says)}${who ? ` (${who})` : ""}`;
  });
  return blocks(`**${escaped(question)}**`, list(lines), treatment ? `What itorg does: ${escaped(treatment)}` : "");
}

function surveys({ surveys = [] }: RoleDefinition): string {
  if (surveys.length === 0) return "";
  const lines = surveys.map(({ by, date, sample, says, confidence }) => {
    const unsure = confidence === "M" ? " We are less sure of these figures than of others." : "";
    return `${escaped(by)}, ${escaped(date)} (sample: ${escaped(sample)}): ${escaped(says)}${unsure}`;
  });
  return blocks(list(lines), "No rule rests on a survey.");
}

function remedy(entry: RoleDefinition["remedies"][number], address: Address): string {
  const seller = entry.sellsRemedy ? ` **Seller's advice:** ${escaped(entry.sellsRemedy)}` : "";
  return `${escaped(entry.says)}${by(entry.claims, address)}${seller}${entry.note ? ` ${escaped(entry.note)}` : ""}`;
}

function titles({ titles }: RoleDefinition): string {
  if (titles.length === 0) return "";
  return blocks("A title gives a hint and never a verdict.", titles.map(escaped).join(" · "));
}

function namesLaw(role: RoleDefinition): boolean {
  const ids = [
    ...role.facts.flatMap((fact) => [...fact.for, ...fact.against]),
    ...role.disagreement.flatMap(({ positions }) => positions.flatMap((position) => position.provisions ?? [])),
  ];
  return ids.some((id) => provisions.has(id));
}

function catalogueRole(id: string, address: Address): string {
  const entry = catalogue("role").get(id);
  const naming = [...provisions.values()].filter(({ at }) => at === `posts.${id}` || at.startsWith(`posts.${id}.`));
  return blocks(
    `# ${escaped(entry?.title ?? id)}`,
    `${code(id)}. ${escaped(entry?.description ?? "")}`,
    "The five articles do not define this role, so its declared facts are not compared with a definition.",
    section("Who asks for it", list(naming.map((one) => `${cite([one.id], address)}: ${escaped(one.requires)}`))),
    naming.length > 0 ? `---\n\n${notLegalAdvice}` : "",
  );
}
