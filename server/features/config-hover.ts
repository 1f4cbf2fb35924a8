import type { Snapshot } from "../analysis/snapshot.ts";
import { blocks, code, escaped, prose } from "../base/markdown.ts";
import type { Span } from "../base/text.ts";
import type { Config } from "../firm/config.ts";
import { firmRuleId } from "../firm/read-config.ts";
import type { CatalogueEntry, FieldSpec, Format } from "../knowledge/format.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Place } from "../model/words/place.ts";
import { type Card, heading, type Library, type PageAddress } from "./cards/card.ts";
import { roleCard } from "./cards/role-card.ts";
import { ruleCard } from "./cards/rule-card.ts";
import { meaning } from "./cards/value-card.ts";

/** What is to be known about the text at an offset (UTF-16) of a firm's configuration. */
export function configHover(
  { text, analysis, knowledge, config }: Snapshot,
  offset: number,
  page: PageAddress = () => undefined,
): { readonly markdown: string; readonly span: Span } | undefined {
  const { map } = analysis.document;
  const { place, part } = map.placeAt(offset);
  if (place.length === 0 || !map.find(place)) return undefined;
  const span = map.span(place, part);
  if (offset < span.start || offset > span.end) return undefined;
  const word = text.content.slice(span.start, span.end).replace(/^(["'])(.*)\1$/s, "$2");
  const library: Library = { knowledge, page };
  const aboutThis = part === "key" ? undefined : aboutValue(place, word, library);
  const markdown = aboutThis ?? aboutKey(place, library, config);
  return markdown === undefined ? undefined : { markdown, span };
}

function aboutKey(place: Place, library: Library, config: Config): string | undefined {
  const { knowledge } = library;
  const { format } = knowledge;
  const [section, id, ...inner] = place;
  const spec = format.configSections.get(String(section));
  if (typeof id !== "string" || !spec) return described(String(section), spec?.description);
  if (section === "rules") return config.ruleById.has(id) ? ruleCard(config, id, library).head : undefined;
  if (section === "sources") return aboutSource(id, knowledge);
  if (section === "regimes" && inner.length === 0) return aboutEntry(format.catalogue("regime").get(id), knowledge);
  if (section === "duties" && inner.length === 0) {
    const rule = firmRuleId(id);
    const says = config.ruleById.has(rule)
      ? ruleCard(config, rule, library).head
      : prose(format.shape("firmPair").description);
    return blocks(code(rule), says);
  }
  const key = String(place.findLast((step) => typeof step === "string"));
  return described(key, fieldAt(place, format)?.description ?? spec.value?.description ?? spec.description);
}

const headAndTable = ({ head, table }: Card): string => blocks(head, table);

function aboutValue(place: Place, word: string, library: Library): string | undefined {
  const { knowledge } = library;
  const { format } = knowledge;
  const field = fieldAt(place, format);
  if (field?.of === "role" && format.catalogue("role").has(word)) return headAndTable(roleCard(word, library));
  const listed = field && ["choice", "choices", "words"].includes(field.kind) && field.of !== undefined;
  return listed ? aboutEntry(format.catalogue(field.of ?? "").get(word), knowledge) : undefined;
}

/** The field that a place belongs to: of a group, or the value of an entry. */
function fieldAt([section, ...steps]: Place, format: Format): FieldSpec | undefined {
  const spec = format.configSections.get(String(section));
  const names = steps.filter((step): step is string => typeof step === "string");
  const name = spec?.keyed ? names[1] : names[0];
  if (name === undefined) return spec?.keyed ? spec.value : undefined;
  return spec?.of === undefined ? undefined : format.shape(spec.of).fields.get(name);
}

const aboutEntry = (entry: CatalogueEntry | undefined, knowledge: Knowledge): string | undefined =>
  entry && blocks(heading(entry.title), meaning(entry, knowledge));

function aboutSource(id: string, { evidence }: Knowledge): string | undefined {
  const source = evidence.sources.get(id) ?? evidence.standards.get(id);
  if (!source) return undefined;
  const says = "says" in source ? source.says : source.note;
  return blocks(heading(source.short, source.title), escaped(`${source.publisher}, ${source.date}. ${says}`));
}

const described = (key: string, description: string | undefined): string | undefined =>
  description ? blocks(code(key), prose(description)) : undefined;
