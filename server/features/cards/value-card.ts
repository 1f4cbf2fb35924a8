import { blocks, bold, escaped, list } from "../../base/markdown.ts";
import type { Role } from "../../knowledge/catalogues.ts";
import type { CatalogueEntry, FieldSpec, Format } from "../../knowledge/format.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { RoleDefinition } from "../../knowledge/roles.ts";
import { asOurs, attributed, bothSides, type Card, heading, type Library, unlinked } from "./card.ts";
import { roleCard, sides } from "./role-card.ts";

/** A value of a catalogue: what it means, who says so, and of which roles. Undefined for words of the user's own. */
export function valueCard(
  catalogueName: string,
  id: string,
  field: Pick<FieldSpec, "name">,
  knowledge: Knowledge,
): Card | undefined {
  const entry = entryOf(knowledge.format, catalogueName, id);
  if (!entry) return undefined;
  return { head: blocks(heading(entry.title), meaning(entry, knowledge), typicalOf(field.name, id, knowledge)) };
}

/** The catalogue's definition of a value, with who says so. */
export const meaning = ({ description, sources }: CatalogueEntry, knowledge: Knowledge): string =>
  attributed(description, sources, unlinked({ knowledge }));

/** A committee oversees activities, too, beside what is on its own list. */
const entryOf = (format: Format, name: string, id: string): CatalogueEntry | undefined =>
  format.catalogue(name).get(id) ?? (name === "oversees" ? format.catalogue("activityId").get(id) : undefined);

/** The roles for which the sources name this value, and who does. */
function typicalOf(attribute: string, value: string, knowledge: Knowledge): string {
  const lines = [...knowledge.roles.definitions.values()].flatMap(({ short, facts }) =>
    facts
      .filter((fact) => fact.attribute === attribute && fact.value.includes(value))
      .map((fact) => `${bold(escaped(short))}: ${asOurs(bothSides(fact.for, fact.against, knowledge), fact.ours)}`),
  );
  return lines.length === 0 ? "" : blocks("Said of:", list(lines));
}

/** What a title may mean. It never says which role a post has. */
export function titleCard(title: string, mayMean: readonly Role[], field: FieldSpec, library: Library): Card {
  const { knowledge } = library;
  const plain = unlinked(library);
  const roles = mayMean.flatMap((role) => knowledge.roles.definitions.get(role) ?? []);
  if (roles.length === 0)
    return { head: blocks(heading(title, "title"), attributed(field.description, field.sources, plain)) };
  const [only] = roles;
  if (roles.length === 1 && only) {
    const card = roleCard(only.id, library);
    return {
      ...card,
      head: blocks(heading(title, "title"), `May mean this role. ${hintOnly(field, plain)}`, card.head),
    };
  }
  const lines = roles.map(
    ({ short, purpose, purposeClaims = [] }) => `${bold(escaped(short))}: ${attributed(purpose, purposeClaims, plain)}`,
  );
  return {
    head: blocks(
      heading(title, "title"),
      "May mean one of these roles, best guess first:",
      list(lines),
      hintOnly(field, plain),
    ),
    rest: blocks(...sharedDisagreements(roles).map((one) => sides(one, knowledge.evidence))),
  };
}

const hintOnly = ({ sources }: FieldSpec, library: Library): string =>
  `A title gives a hint and never a verdict: ${attributed("titles multiply, and what each means is not plain.", sources, library)}`;

/** What is disputed between these roles: the questions that stand with more than one of them. */
function sharedDisagreements(roles: readonly RoleDefinition[]): RoleDefinition["disagreement"] {
  const all = roles.flatMap(({ disagreement }) => disagreement);
  return all.filter(
    ({ question }, i) =>
      all.findIndex((other) => other.question === question) === i &&
      all.filter((other) => other.question === question).length > 1,
  );
}
