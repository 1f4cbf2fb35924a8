import { blocks, bold, escaped, link, list, table } from "../../base/markdown.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { RoleRelation } from "../../knowledge/role-pairs.ts";
import type { Disagreement, RoleDefinition, RoleFact, Said } from "../../knowledge/roles.ts";
import type { Evidence } from "../../knowledge/sources.ts";
import { fieldInWords } from "../../model/org/names.ts";
import { listOf } from "../../model/words/words.ts";
import {
  asOurs,
  attributed,
  bothSides,
  type Card,
  citations,
  heading,
  type Library,
  unlinked,
  voices,
} from "./card.ts";

/** What tells most about a role, most first: whoever reads ten seconds reads these. */
const headlines = [
  "separate",
  "reportsTo",
  "level",
  "orientation",
  "objectives",
  "carries",
  "handsOn",
  "employedBy",
  "neededWhen",
];
const maxHeadlines = 4;
/** More disagreements than these are on the role's page. */
const maxDisagreements = 3;

/** A role: what it is, who says so, and, for whoever reads on, where the sources disagree and what goes with it. */
export function roleCard(role: string, library: Library): Card {
  const { knowledge, page } = library;
  const definition = knowledge.roles.definitions.get(role);
  if (!definition) return { head: heading(role) };
  const { purpose, purposeClaims = [], neededBy = [], facts } = definition;
  const first = headlinesOf(facts);
  const says = (entry: Said): string => attributed(entry.says, idsOf(entry), unlinked(library), entry.ours);
  return {
    head: blocks(
      heading(definition.short, definition.name),
      attributed(purpose, purposeClaims, library),
      // Who asks for such a post does not say the sentence above.
      neededBy.length > 0 ? `Asked for by ${citations(neededBy.flatMap(idsOf), library)}.` : "",
    ),
    table: factTable(first, knowledge),
    rest: blocks(
      factTable(
        facts.filter((fact) => !first.includes(fact)),
        knowledge,
      ),
      ...disagreements(definition, library),
      titled("Often still to be learned", definition.developmentGaps.map(says)),
      titled("Path", definition.path.map(says)),
      titled("Works with", relations(definition.worksWith, knowledge)),
      titled("Conflicts with", relations(definition.conflictsWith, knowledge)),
      titled(
        "Recommended",
        definition.remedies.map((one) => recommended(one, says(one))),
      ),
      surveys(definition),
      page(role) && link(`More about the ${escaped(definition.short)}`, page(role)),
    ),
  };
}

/** What counts when posts are compared comes before what the sources dispute or only one of them says. */
function headlinesOf(facts: readonly RoleFact[]): RoleFact[] {
  const rank = ({ weighed, attribute }: RoleFact) => (weighed || attribute === "separate" ? 0 : 1);
  return facts
    .filter(({ attribute }) => headlines.includes(attribute))
    .sort((a, b) => rank(a) - rank(b) || headlines.indexOf(a.attribute) - headlines.indexOf(b.attribute))
    .slice(0, maxHeadlines);
}

function factTable(facts: readonly RoleFact[], knowledge: Knowledge): string {
  const rows = facts.map((fact) => {
    return [
      bold(attribute(fact.attribute)),
      escaped(fact.says.replace(/\.$/, "")),
      asOurs(bothSides(fact.for, fact.against, knowledge), fact.ours),
    ];
  });
  return table(rows, ["What", "By definition", "Who says so"]);
}

function disagreements({ disagreement, short, id }: RoleDefinition, { knowledge, page }: Library): string[] {
  if (disagreement.length === 0) return [];
  const left = disagreement.length - maxDisagreements;
  const more = link(`${left} more on the page about the ${escaped(short)}`, page(id));
  return [
    bold("Where the sources disagree"),
    ...disagreement.slice(0, maxDisagreements).map((one) => sides(one, knowledge.evidence)),
    left > 0 && page(id) !== undefined ? more : "",
  ];
}

/** A question on which the sources disagree, with who stands on which side. */
export function sides({ question, positions }: Disagreement, evidence: Evidence): string {
  const lines = positions.map((position) => {
    const who = voices(idsOf(position), evidence, position.claims.length === 0 ? position.sources : []);
    const isRepeated = evidence.shortSpeakers(position.claims).length > 1;
    const together = isRepeated && evidence.speakers(position.claims).length === 1 ? " (one voice)" : "";
    return `${who && `${bold(asOurs(who, position.ours))}${together}: `}${escaped(position.says)}`;
  });
  return `${escaped(question)}\n\n${list(lines)}`;
}

function recommended(entry: RoleDefinition["remedies"][number], said: string): string {
  const seller = entry.sellsRemedy ? ` **Seller's advice:** ${escaped(entry.sellsRemedy)}` : "";
  return `${said}${seller}${entry.note ? ` ${escaped(entry.note)}` : ""}`;
}

/** One line a reason: the same reason speaks of several roles. */
function relations(all: readonly RoleRelation[], { roles, evidence }: Knowledge): string[] {
  const reasons = [...new Set(all.map(({ why }) => why))];
  return reasons.map((why) => {
    const same = all.filter((relation) => relation.why === why);
    const who = voices(same.flatMap(idsOf), evidence);
    const from = asOurs(
      who,
      same.some(({ ours }) => ours),
    );
    const names = listOf(same.map(({ role }) => escaped(roles.nameOf(role))));
    return `${bold(names)}: ${escaped(why.replace(/\.$/, ""))}${from && ` (${from})`}.`;
  });
}

/** They contradict one another, so each is quoted with its year and its sample. */
function surveys({ surveys = [] }: RoleDefinition): string {
  const lines = surveys.map(
    ({ by, date, sample, says }) =>
      `${bold(escaped(by))}, ${escaped(date)} (sample: ${escaped(sample)}): ${escaped(says)}`,
  );
  return titled("Surveys, which contradict one another", lines);
}

const titled = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? "" : blocks(bold(title), list(lines));

const idsOf = ({
  claims,
  provisions = [],
}: {
  claims: readonly string[];
  provisions?: readonly string[];
}): string[] => [...provisions, ...claims];

/** `reportsTo` as words: "Reports to". */
function attribute(name: string): string {
  if (name === "separate") return "A post of its own";
  if (name === "carries") return "Answers for";
  if (name === "objectives") return "Aim";
  return fieldInWords(name);
}
