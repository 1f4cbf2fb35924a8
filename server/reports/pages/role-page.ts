import { blocks, bold, code, escaped, link, list, table } from "../../base/markdown.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { RoleRelation } from "../../knowledge/role-pairs.ts";
import {
  type Disagreement,
  type InterviewQuestion,
  isDefinedBySources,
  type RoleDefinition,
  type RoleFact,
  type Said,
} from "../../knowledge/roles.ts";
import { fieldInWords } from "../../model/org/names.ts";
import { articleName, authoritiesInShort, cite, type Library, linked, notLegalAdvice, speakers } from "./page.ts";

/** A role as Markdown: what it is, who says so, and where they disagree. */
export function rolePage(id: string, library: Library): string {
  const role = library.knowledge.roles.definitions.get(id)!;
  const said = (entry: Said) => `${escaped(entry.says)}${by(entry, library)}`;
  return blocks(
    `# ${escaped(role.name)}${role.name === role.short ? "" : ` (${escaped(role.short)})`}`,
    `${code(role.id)}. ${escaped(role.purpose)}${by({ claims: role.purposeClaims ?? [] }, library)}`,
    ...whoDefinesIt(role, library),
    section("What makes the role", factsTable(role, library)),
    section("Where the sources disagree", ...role.disagreement.map((one) => disagreement(one, library))),
    section("Where the sources agree", list(role.agreement.map((one) => agreement(one, library)))),
    section("Conflicts with", relations(role.conflictsWith, library)),
    section("Works with", relations(role.worksWith, library)),
    section(
      "Responsibilities",
      list(role.responsibilities.map((entry) => `${escaped(entry.what)}${by(entry, library)}`)),
    ),
    section("What is often still to be learned", list(role.developmentGaps.map(said))),
    section("The way to it, and on from it", list(role.path.map(said))),
    section("Questions worth asking", list((role.interview ?? []).map((one) => interview(one, library)))),
    section("Surveys", surveys(role)),
    section("What is recommended", list(role.remedies.map((one) => remedy(one, library)))),
    section("What itorg does not follow", list(role.rejected.map((one) => rejected(one, library)))),
    section("Titles seen for it", titles(role)),
    namesLaw(role, library.knowledge) ? `---\n\n${notLegalAdvice}` : "",
  ).concat("\n");
}

/** All roles, as the front page of their folder. */
export function rolesIndex(library: Library): string {
  const line = ({ id, short, purpose }: RoleDefinition) =>
    `${link(code(id), library.address({ kind: "roles", id }))}: **${escaped(short)}**. ${escaped(purpose)}`;
  const all = [...library.knowledge.roles.definitions.values()];
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

function whoDefinesIt(role: RoleDefinition, library: Library): string[] {
  if (role.neededBy) {
    return [
      "**The five articles do not define this role.** It is here because others name it:",
      list(role.neededBy.map((entry) => `${escaped(entry.says)}${by(entry, library)}`)),
    ];
  }
  const said = role.facts.flatMap((fact) => [...fact.for, ...fact.against]);
  const names = speakers(said, library.knowledge.evidence).map(({ name }) => escaped(name));
  return [`**Who describes it:** ${names.join("; ")}.`];
}

/** What speaks against it stands apart from those who say it. */
function rejected(entry: RoleDefinition["rejected"][number], library: Library): string {
  const against = entry.against ? ` Against it: ${cite(entry.against, library)}.` : "";
  return `${escaped(entry.says)}${by(entry, library)} ${escaped(entry.reason)}${against}`;
}

interface Cited {
  readonly claims: readonly string[];
  readonly provisions?: readonly string[];
  readonly ours?: boolean;
}

const idsOf = ({ claims, provisions = [] }: Cited): string[] => [...provisions, ...claims];

function by(entry: Cited, library: Library): string {
  const who = fromWhom(idsOf(entry), entry.ours, library);
  return who === "" ? "" : ` (${who})`;
}

/** What we conclude from others is not theirs, and says so. */
function fromWhom(ids: readonly string[], ours: boolean | undefined, library: Library): string {
  const who = cite(ids, library);
  return ours ? `our conclusion${who === "" ? "" : `, from ${who}`}` : who;
}

function factsTable(role: RoleDefinition, library: Library): string {
  const rows = role.facts.map((fact) => [
    `**${inWords(fact.attribute)}**`,
    [escaped(fact.says), ...standing(fact, library.knowledge)].join(" "),
    fromWhom(fact.for, fact.ours, library) || "the sources are silent",
    cite(fact.against, library) || "nobody",
  ]);
  return table(rows, ["", "What is said", "Who says so", "Who says otherwise"]);
}

/** How many stand on each side, and whether the fact counts when a post is compared with the role. */
function standing(fact: RoleFact, { evidence }: Knowledge): string[] {
  const [yes, no] = [fact.ours ? 0 : evidence.speakers(fact.for).length, evidence.speakers(fact.against).length];
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

function relations(all: readonly RoleRelation[], library: Library): string {
  const rows = all.map((relation) => {
    const name = library.knowledge.roles.definitions.get(relation.role)?.short ?? relation.role;
    return [
      link(escaped(name), library.address({ kind: "roles", id: relation.role })),
      escaped(relation.why),
      fromWhom(idsOf(relation), relation.ours, library),
    ];
  });
  return table(rows, ["Role", "Why", "Who says so"]);
}

function agreement(entry: RoleDefinition["agreement"][number], library: Library): string {
  const count = library.knowledge.evidence.speakers(entry.claims).length;
  const dependent = entry.independent ? "" : " Not independent of one another.";
  return `${escaped(entry.says)} **${count} voices**${by(entry, library)}.${dependent}${entry.note ? ` ${escaped(entry.note)}` : ""}`;
}

function disagreement({ question, positions, treatment }: Disagreement, library: Library): string {
  const lines = positions.map((position) => {
    const held = holders(position, library);
    const names = position.ours ? `**Our own reading**${held === "" ? "" : `, from ${held}`}` : held;
    const links = position.claims.map((id) => linked(id, id, library)).join(", ");
    return `${names === "" ? "" : `${names}: `}${escaped(position.says)}${links === "" ? "" : ` (${links})`}`;
  });
  return blocks(`**${escaped(question)}**`, list(lines), treatment ? `What itorg does: ${escaped(treatment)}` : "");
}

/** Who holds a position: law first, then those who claim it, then articles as a whole where no single claim says so. */
function holders(position: Disagreement["positions"][number], library: Library): string {
  const { evidence } = library.knowledge;
  const claiming = speakers(position.claims, evidence);
  const heard = new Set(claiming.flatMap(({ claims }) => claims.map(({ source }) => source.id)));
  const silent = (position.sources ?? [])
    .filter((id) => !heard.has(id))
    .flatMap((id) => evidence.sources.get(id) ?? []);
  const names = [...claiming.map(({ name }) => name), ...silent.map(articleName)];
  const together = claiming.length > 1 && evidence.speakers(position.claims).length === 1 ? " (one voice)" : "";
  return [
    ...authoritiesInShort(position.provisions ?? [], library).map(bold),
    ...names.map((name) => bold(escaped(name))),
  ]
    .join("; ")
    .concat(together);
}

const interview = (one: InterviewQuestion, library: Library): string =>
  `**${escaped(one.ask)}**${one.tells ? ` ${escaped(one.tells)}` : ""}${by(one, library)}`;

function surveys({ surveys = [] }: RoleDefinition): string {
  if (surveys.length === 0) return "";
  const lines = surveys.map(({ by, date, sample, says, confidence }) => {
    const unsure = confidence === "M" ? " We are less sure of these figures than of others." : "";
    return `${escaped(by)}, ${escaped(date)} (sample: ${escaped(sample)}): ${escaped(says)}${unsure}`;
  });
  return blocks(list(lines), "They contradict one another, and no rule rests on one.");
}

function remedy(entry: RoleDefinition["remedies"][number], library: Library): string {
  const seller = entry.sellsRemedy ? ` **Seller's advice:** ${escaped(entry.sellsRemedy)}` : "";
  return `${escaped(entry.says)}${by(entry, library)}${seller}${entry.note ? ` ${escaped(entry.note)}` : ""}`;
}

function titles({ titles }: RoleDefinition): string {
  if (titles.length === 0) return "";
  return blocks("A title gives a hint and never a verdict.", titles.map(escaped).join(" · "));
}

function namesLaw(role: RoleDefinition, { law }: Knowledge): boolean {
  const cited = [
    ...(role.neededBy ?? []),
    ...role.responsibilities,
    ...role.worksWith,
    ...role.conflictsWith,
    ...role.disagreement.flatMap(({ positions }) => positions),
  ];
  const ids = [...role.facts.flatMap((fact) => [...fact.for, ...fact.against]), ...cited.flatMap(idsOf)];
  return ids.some((id) => law.provisions.has(id));
}
