import { blocks, bold, escaped, list } from "../../base/markdown.ts";
import type { Role } from "../../knowledge/catalogues.ts";
import { type CatalogueEntry, catalogue, type FieldSpec } from "../../knowledge/format.ts";
import { type RoleDefinition, roleDefinitions } from "../../knowledge/roles.ts";
import { attributed, type Card, heading, type PageAddress, voices } from "./card.ts";
import { roleCard, sides } from "./role-card.ts";

/** A value of a catalogue: what it means, who says so, and of which roles. Undefined for words of the user's own. */
export function valueCard(catalogueName: string, id: string, field: Pick<FieldSpec, "name">): Card | undefined {
  const entry = entryOf(catalogueName, id);
  if (!entry) return undefined;
  return { head: blocks(heading(entry.title), meaning(entry), typicalOf(field.name, id)) };
}

/** The catalogue's definition of a value, with who says so. */
export const meaning = ({ description, sources }: CatalogueEntry): string => attributed(description, sources);

/** A committee oversees activities, too, beside what is on its own list. */
const entryOf = (name: string, id: string): CatalogueEntry | undefined =>
  catalogue(name).get(id) ?? (name === "oversees" ? catalogue("activityId").get(id) : undefined);

/** The roles for which the sources name this value, and who does. */
function typicalOf(attribute: string, value: string): string {
  const lines = [...roleDefinitions.values()].flatMap(({ short, facts }) =>
    facts
      .filter((fact) => fact.attribute === attribute && fact.value.includes(value))
      .map((fact) => {
        const against = voices(fact.against);
        return `${bold(escaped(short))}: ${voices(fact.for)}${against && `; *against:* ${against}`}`;
      }),
  );
  return lines.length === 0 ? "" : blocks("Said of:", list(lines));
}

/** What a title may mean. It never says which role a post has. */
export function titleCard(title: string, mayMean: readonly Role[], field: FieldSpec, page: PageAddress): Card {
  const roles = mayMean.flatMap((role) => roleDefinitions.get(role) ?? []);
  if (roles.length === 0)
    return { head: blocks(heading(title, "title"), attributed(field.description, field.sources)) };
  const [only] = roles;
  if (roles.length === 1 && only) {
    const card = roleCard(only.id, page);
    return { ...card, head: blocks(heading(title, "title"), `May mean this role. ${hintOnly(field)}`, card.head) };
  }
  const lines = roles.map(
    ({ short, purpose, purposeClaims = [] }) => `${bold(escaped(short))}: ${attributed(purpose, purposeClaims)}`,
  );
  return {
    head: blocks(
      heading(title, "title"),
      "May mean one of these roles, best guess first:",
      list(lines),
      hintOnly(field),
    ),
    rest: blocks(...sharedDisagreements(roles).map(sides)),
  };
}

const hintOnly = ({ sources }: FieldSpec): string =>
  `A title gives a hint and never a verdict: ${attributed("titles multiply, and few people know what each means.", sources)}`;

/** What is disputed between these roles: the questions that stand with more than one of them. */
function sharedDisagreements(roles: readonly RoleDefinition[]): RoleDefinition["disagreement"] {
  const all = roles.flatMap(({ disagreement }) => disagreement);
  return all.filter(
    ({ question }, i) =>
      all.findIndex((other) => other.question === question) === i &&
      all.filter((other) => other.question === question).length > 1,
  );
}
