import type { Snapshot } from "../../analysis/snapshot.ts";
import { blocks, code, prose } from "../../base/markdown.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Value } from "../../model/words/change.ts";
import { renderInline } from "../../model/write/render.ts";
import { attributed, type Library, type PageAddress, unlinked } from "../cards/card.ts";
import { referenceCard } from "../cards/entity-card.ts";
import { regimeCard } from "../cards/regime-card.ts";
import { roleCard } from "../cards/role-card.ts";
import { ruleCard } from "../cards/rule-card.ts";
import { valueCard } from "../cards/value-card.ts";
import type { About } from "./choice.ts";

/** What there is to know about a choice, as Markdown; undefined where there is nothing. */
export function explained(snapshot: Snapshot, about: About, page: PageAddress = () => undefined): string | undefined {
  const { analysis, knowledge, config, is } = snapshot;
  const library: Library = { knowledge, page };
  switch (about.is) {
    case "section":
      return prose(sectionsOf(is, knowledge).get(about.name)?.description ?? "");
    case "field":
      return ofField(about.shape, about.name, knowledge);
    case "entry":
      return valueCard(about.catalogue, about.id, { name: about.field ?? "" }, knowledge)?.head;
    case "role":
      return blocks(roleCard(about.id, library).head, roleCard(about.id, library).table);
    case "regime":
      return regimeCard(analysis, about.id, page).head;
    case "rule":
      return ruleCard(config, about.id, library, analysis.document.org).head;
    case "ref":
      return referenceCard(analysis, about.ref, { ...library, told: [] })?.head;
  }
}

const sectionsOf = (
  is: Snapshot["is"],
  { format }: Knowledge,
): ReadonlyMap<string, { readonly description: string }> =>
  is === "configuration" ? format.configSections : format.sections;

function ofField(shapeName: string, name: string, knowledge: Knowledge): string | undefined {
  const field = knowledge.format.shape(shapeName).fields.get(name);
  if (!field) return undefined;
  const [example] = field.examples;
  const shown = example === undefined ? "" : `Example: ${code(`${name}: ${renderInline(example as Value)}`)}`;
  return blocks(attributed(field.description, field.sources, unlinked({ knowledge })), shown);
}
