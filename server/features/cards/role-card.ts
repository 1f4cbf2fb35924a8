import { blocks, bold, escaped, link, list, table } from "../../base/markdown.ts";
import { catalogue } from "../../knowledge/format.ts";
import { type Disagreement, type RoleDefinition, roleDefinitions } from "../../knowledge/roles.ts";
import { type Card, heading, type PageAddress, voices } from "./card.ts";

/** A role as the sources define it: what it is, what they say of it, and where they disagree. */
export function roleCard(role: string, page: PageAddress): Card {
  const definition = roleDefinitions.get(role);
  if (!definition) {
    const entry = catalogue("role").get(role);
    return { head: blocks(heading(entry?.title ?? role), escaped(entry?.description ?? "")) };
  }
  return {
    head: blocks(heading(definition.short, definition.name), escaped(definition.purpose)),
    rest: blocks(
      factTable(definition),
      definition.disagreement.length > 0 ? bold("Where the sources disagree") : "",
      ...definition.disagreement.map(disagreement),
      page(role) && link(`More about the ${escaped(definition.short)}`, page(role)),
    ),
  };
}

function factTable({ facts }: RoleDefinition): string {
  const rows = facts.map((fact) => {
    const against = voices(fact.against);
    return [attribute(fact.attribute), escaped(fact.says), voices(fact.for) + (against && `; not ${against}`)];
  });
  return table(rows, ["", "The sources say", "Who"]);
}

function disagreement({ question, positions }: Disagreement): string {
  const said = positions.map((position) => {
    const who = voices([...(position.provisions ?? []), ...position.claims], position.sources);
    return `${escaped(position.says)}${who && ` (${who})`}`;
  });
  return `${escaped(question)}\n\n${list(said)}`;
}

/** `reportsTo` as words: "Reports to". */
function attribute(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
