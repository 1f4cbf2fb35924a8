import type { Snapshot } from "../analysis/snapshot.ts";
import { blocks, code, escaped } from "../base/markdown.ts";
import type { Span } from "../base/text.ts";
import { standardConfig } from "../firm/config.ts";
import { firmRuleId } from "../firm/read-config.ts";
import { type CatalogueEntry, catalogue, configSections, type FieldSpec, shape } from "../knowledge/format.ts";
import { sources, standards } from "../knowledge/sources.ts";
import type { Place } from "../model/words/place.ts";
import { ruleById } from "../rules/index.ts";
import { heading, type PageAddress } from "./cards/card.ts";
import { roleCard } from "./cards/role-card.ts";
import { ruleCard } from "./cards/rule-card.ts";
import { meaning } from "./cards/value-card.ts";

/** What is to be known about the text at an offset (UTF-16) of a firm's configuration. */
export function configHover(
  { text, analysis }: Snapshot,
  offset: number,
  page: PageAddress = () => undefined,
): { readonly markdown: string; readonly span: Span } | undefined {
  const { map } = analysis.document;
  const { place, part } = map.placeAt(offset);
  if (place.length === 0 || !map.find(place)) return undefined;
  const span = map.span(place, part);
  if (offset < span.start || offset > span.end) return undefined;
  const word = text.content.slice(span.start, span.end).replace(/^(["'])(.*)\1$/s, "$2");
  const markdown = part === "key" ? aboutKey(place, page) : (aboutValue(place, word, page) ?? aboutKey(place, page));
  return markdown === undefined ? undefined : { markdown, span };
}

function aboutKey(place: Place, page: PageAddress): string | undefined {
  const [section, id, ...inner] = place;
  const spec = configSections.get(String(section));
  if (typeof id !== "string" || !spec) return described(String(section), spec?.description);
  if (section === "rules") return ruleById.has(id) ? ruleCard(standardConfig, id, page).head : undefined;
  if (section === "sources") return aboutSource(id);
  if (section === "regimes" && inner.length === 0) return aboutEntry(catalogue("regime").get(id));
  if (section === "duties" && inner.length === 0)
    return blocks(code(firmRuleId(id)), escaped(shape("firmPair").description));
  const key = String(place.findLast((step) => typeof step === "string"));
  return described(key, fieldAt(place)?.description ?? spec.value?.description ?? spec.description);
}

function aboutValue(place: Place, word: string, page: PageAddress): string | undefined {
  const field = fieldAt(place);
  if (field?.of === "role" && catalogue("role").has(word)) return roleCard(word, page).head;
  const listed = field && ["choice", "choices", "words"].includes(field.kind) && field.of !== undefined;
  return listed ? aboutEntry(catalogue(field.of ?? "").get(word)) : undefined;
}

/** The field that a place belongs to: of a group, or the value of an entry. */
function fieldAt([section, ...steps]: Place): FieldSpec | undefined {
  const spec = configSections.get(String(section));
  const names = steps.filter((step): step is string => typeof step === "string");
  const name = spec?.keyed ? names[1] : names[0];
  if (name === undefined) return spec?.keyed ? spec.value : undefined;
  return spec?.of === undefined ? undefined : shape(spec.of).fields.get(name);
}

const aboutEntry = (entry: CatalogueEntry | undefined): string | undefined =>
  entry && blocks(heading(entry.title), meaning(entry));

function aboutSource(id: string): string | undefined {
  const source = sources.get(id) ?? standards.get(id);
  if (!source) return undefined;
  const says = "says" in source ? source.says : source.note;
  return blocks(heading(source.short, source.title), escaped(`${source.publisher}, ${source.date}. ${says}`));
}

const described = (key: string, description: string | undefined): string | undefined =>
  description ? blocks(code(key), escaped(description)) : undefined;
