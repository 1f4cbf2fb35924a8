import type { Snapshot } from "../../analysis/snapshot.ts";
import { blocks, code, escaped } from "../../base/markdown.ts";
import { configSections, sections, shape } from "../../knowledge/format.ts";
import type { Value } from "../../model/words/change.ts";
import { renderInline } from "../../model/write/render.ts";
import { attributed, type PageAddress } from "../cards/card.ts";
import { referenceCard } from "../cards/entity-card.ts";
import { regimeCard } from "../cards/regime-card.ts";
import { roleCard } from "../cards/role-card.ts";
import { ruleCard } from "../cards/rule-card.ts";
import { valueCard } from "../cards/value-card.ts";
import type { About } from "./choice.ts";

/** What there is to know about a choice, as Markdown; undefined where there is nothing. */
export function explained(snapshot: Snapshot, about: About, page: PageAddress = () => undefined): string | undefined {
  switch (about.is) {
    case "section":
      return escaped((snapshot.is === "configuration" ? configSections : sections).get(about.name)?.description ?? "");
    case "field":
      return ofField(about.shape, about.name);
    case "entry":
      return valueCard(about.catalogue, about.id, { name: about.field ?? "" })?.head;
    case "role":
      return roleCard(about.id, page).head;
    case "regime":
      return regimeCard(snapshot.analysis, about.id, page).head;
    case "rule":
      return ruleCard(snapshot.analysis.config, about.id, page).head;
    case "ref":
      return referenceCard(snapshot.analysis, about.ref, page)?.head;
  }
}

function ofField(shapeName: string, name: string): string | undefined {
  const field = shape(shapeName).fields.get(name);
  if (!field) return undefined;
  const [example] = field.examples;
  const shown = example === undefined ? "" : `Example: ${code(`${name}: ${renderInline(example as Value)}`)}`;
  return blocks(attributed(field.description, field.sources), shown);
}
