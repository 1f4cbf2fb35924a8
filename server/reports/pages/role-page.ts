import { blocks, bold, code, escaped, link, list, table } from "../../base/markdown.ts";
import { provisions } from "../../knowledge/regimes.ts";
import {
  type Disagreement,
  type InterviewQuestion,
  isDefinedBySources,
  type RoleDefinition,
  type RoleFact,
  type RoleRelation,
  roleDefinitions,
  type Said,
} from "../../knowledge/roles.ts";
import { sources, voices } from "../../knowledge/sources.ts";
import { fieldInWords } from "../../model/org/names.ts";
import { type Address, articleName, authoritiesInShort, cite, linked, notLegalAdvice, speakers } from "./page.ts";

/** A role as Markdown: what it is, who says so, and where they disagree. */
export function rolePage(id: string, address: Address): string {
  const role = roleDefinitions.get(id)!;
  const said = (entry: Said) => `${escaped(entry.says)}${by(entry, address)}`;
  return blocks(
    `# ${escaped(role.name)}${role.name === role.short ? "" : ` (${escaped(role.short)})`}`,
    `${code(role.id)}. ${escaped(role.purpose)}${by({ claims: role.purposeClaims ?? [] }, address)}`,
    ...whoDefinesIt(role, address),
    section("What makes the role", factsTable(role, address)),
    section("Where the sources disagree", ...role.disagreement.map((one) => disagreement(one, address))),
    section("Where the sources agree", list(role.agreement.map((one) => agreement(one, address)))),
    section("Conflicts with", relations(role.conflictsWith, address)),
    section("Works with", relations(role.worksWith, address)),
    section(
      "Responsibilities",
      list(role.responsibilities.map((entry) => `${escaped(entry.what)}${by(entry, address)}`)),
    ),
    section("What is often still to be learned", list(role.developmentGaps.map(said))),
    section("The way to it, and on from it", list(role.path.map(said))),
    section("Questions worth asking", list((role.interview ?? []).map((one) => interview(one, address)))),
    section("Surveys", surveys(role)),
    section("What the sources recommend", list(role.remedies.map((one) => remedy(one, address)))),
    section(
      "What itorg does not follow",
      list(role.rejected.map((one) => `${escaped(one.says)}${by(one, address)} ${escaped(one.reason)}`)),
    ),
    section("Titles seen for it", titles(role)),
    namesLaw(role) ? `---\n\n${notLegalAdvice}` : "",
  ).concat("\n");
}

/** All roles, as the front page of their folder. */
export function rolesIndex(address: Address): string {
  const line = ({ id, short, purpose }: RoleDefinition) =>
    `${link(code(id), address({ kind: "roles", id }))}: **${escaped(short)}**. ${escaped(purpose)}`;
  const all = [...roleDefinitions.values()];
  return blocks(
    "# The roles",
    "## Defined by the articles",
    list(all.filter(isDefinedBySources).map(line)),
    "## Not defined by the articles",
    "Laws, standards or an article name them, and the checks need them. Their pages say who.",
    list(all.filter((role) => !isDefinedBySources(role)).map(line)),
  ).concat("\n");
}

function section(title: string, ...parts: readonly string[]): string {
  const body = blocks(...parts);
  return body === "" ? "" : `## ${title}\n\n${body}`;
}

function whoDefinesIt(role: RoleDefinition, address: Address): string[] {
  if (role.neededBy) {
    return [
      "**The five articles do not define this role.** It is here because others name it:",
      list(role.neededBy.map((entry) => `${escaped(entry.says)}${by(entry, address)}`)),
    ];
  }
  const names = speakers(role.facts.flatMap((fact) => [...fact.for, ...fact.against])).map(({ name }) => escaped(name));
  return [`**Who describes it:** ${names.join("; ")}.`];
}

interface Cited {
  readonly claims: readonly string[];
  readonly provisions?: readonly string[];
}

const idsOf = ({ claims, provisions = [] }: Cited): string[] => [...provisions, ...claims];

function by(entry: Cited, address: Address): string {
  const ids = idsOf(entry);
  return ids.length === 0 ? "" : ` (${cite(ids, address)})`;
}

function factsTable(role: RoleDefinition, address: Address): string {
  const rows = role.facts.map((fact) => [
    `**${inWords(fact.attribute)}**`,
    [escaped(fact.says), ...standing(fact)].join(" "),
    cite(fact.for, address) || "the sources are silent",
    cite(fact.against, address) || "nobody",
  ]);
  return table(rows, ["", "What is said", "Who says so", "Who says otherwise"]);
}

/** How many stand on each side, and whether the fact counts when a post is compared with the role. */
function standing(fact: RoleFact): string[] {
  const [yes, no] = [voices(fact.for).length, voices(fact.against).length];
  return [
    ...(no > 0 ? [`*Disputed, ${yes} ${yes === 1 ? "voice" : "voices"} to ${no}.*`] : []),
    ...(fact.weighed ? [] : ["*Shown, not weighed.*"]),
  ];
}

/** `reportsTo` as words: "Reports to". */
function inWords(attribute: string): string {
  if (attribute === "separate") return "A post of its own";
  if (attribute === "carries") return "Answers for or leads";
  return fieldInWords(attribute);
}

function relations(all: readonly RoleRelation[], address: Address): string {
  const rows = all.map((relation) => {
    const name = roleDefinitions.get(relation.role)?.short ?? relation.role;
    const who = cite(idsOf(relation), address);
    return [
      link(escaped(name), address({ kind: "roles", id: relation.role })),
      escaped(relation.why),
      relation.derived ? `our own conclusion from ${who}` : who,
    ];
  });
  return table(rows, ["Role", "Why", "Who says so"]);
}

function agreement(entry: RoleDefinition["agreement"][number], address: Address): string {
  const count = voices(entry.claims).length;
  const dependent = entry.independent ? "" : " Not independent of one another.";
  return `${escaped(entry.says)} **${count} voices**${by(entry, address)}.${dependent}${entry.note ? ` ${escaped(entry.note)}` : ""}`;
}

function disagreement({ question, positions, treatment }: Disagreement, address: Address): string {
  const lines = positions.map((position) => {
    const names = holders(position, address);
    const links = position.claims.map((id) => linked(id, id, address)).join(", ");
    return `${names === "" ? "" : `${names}: `}${escaped(position.says)}${links === "" ? "" : ` (${links})`}`;
  });
  return blocks(`**${escaped(question)}**`, list(lines), treatment ? `What itorg does: ${escaped(treatment)}` : "");
}

/** Who holds a position: law first, then those who claim it, then articles as a whole where no single claim says so. */
function holders(position: Disagreement["positions"][number], address: Address): string {
  const claiming = speakers(position.claims);
  const heard = new Set(claiming.flatMap(({ claims }) => claims.map(({ source }) => source.id)));
  const silent = (position.sources ?? []).filter((id) => !heard.has(id)).flatMap((id) => sources.get(id) ?? []);
  const names = [...claiming.map(({ name }) => name), ...silent.map(articleName)];
  const together = claiming.length > 1 && voices(position.claims).length === 1 ? " (one voice)" : "";
  return [
    ...authoritiesInShort(position.provisions ?? [], address).map(bold),
    ...names.map((name) => bold(escaped(name))),
  ]
    .join("; ")
    .concat(together);
}

const interview = (one: InterviewQuestion, address: Address): string =>
  `**${escaped(one.ask)}**${one.tells ? ` ${escaped(one.tells)}` : ""}${by(one, address)}`;

function surveys({ surveys = [] }: RoleDefinition): string {
  if (surveys.length === 0) return "";
  const lines = surveys.map(({ by, date, sample, says, confidence }) => {
    const unsure = confidence === "M" ? " We are less sure of these figures than of others." : "";
    return `${escaped(by)}, ${escaped(date)} (sample: ${escaped(sample)}): ${escaped(says)}${unsure}`;
  });
  return blocks(list(lines), "They contradict one another, and no rule rests on one.");
}

function remedy(entry: RoleDefinition["remedies"][number], address: Address): string {
  const seller = entry.sellsRemedy ? ` **Seller's advice:** ${escaped(entry.sellsRemedy)}` : "";
  return `${escaped(entry.says)}${by(entry, address)}${seller}${entry.note ? ` ${escaped(entry.note)}` : ""}`;
}

function titles({ titles }: RoleDefinition): string {
  if (titles.length === 0) return "";
  return blocks("A title gives a hint and never a verdict.", titles.map(escaped).join(" · "));
}

function namesLaw(role: RoleDefinition): boolean {
  const cited = [
    ...(role.neededBy ?? []),
    ...role.responsibilities,
    ...role.worksWith,
    ...role.conflictsWith,
    ...role.disagreement.flatMap(({ positions }) => positions),
  ];
  const ids = [...role.facts.flatMap((fact) => [...fact.for, ...fact.against]), ...cited.flatMap(idsOf)];
  return ids.some((id) => provisions.has(id));
}
