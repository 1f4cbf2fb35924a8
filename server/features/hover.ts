import type { Finding } from "../analysis/finding.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import { blocks, code, prose } from "../base/markdown.ts";
import type { Span } from "../base/text.ts";
import type { Format } from "../knowledge/format.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { entityAt, refAt, type Where } from "../model/find/where.ts";
import { attributed, type Card, heading, type Library, type PageAddress, type Telling } from "./cards/card.ts";
import { entityCard, referenceCard } from "./cards/entity-card.ts";
import { remedyCard } from "./cards/remedy-card.ts";
import { roleCard } from "./cards/role-card.ts";
import { ruleCard } from "./cards/rule-card.ts";
import { meaning, titleCard, valueCard } from "./cards/value-card.ts";

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** More would not be read in a card. */
const maxRules = 3;

/**
 * What is to be known about the text at an offset (UTF-16): what it means, what the file says of it, why a finding
 * stands there, and the sources. Undefined where there is nothing to say.
 */
export function hover(snapshot: Snapshot, offset: number, page: PageAddress = () => undefined): Hover | undefined {
  const { analysis } = snapshot;
  const where = entityAt(analysis.document, offset);
  const found = analysis.findings.filter(({ span }) => span.start <= offset && offset <= span.end).sort(narrowestFirst);
  const span = where?.span ?? found[0]?.span;
  if (!span) return undefined;
  const library: Library = { knowledge: snapshot.knowledge, page };
  const card = where && cardFor(snapshot, where, { ...library, told: found });
  const rules = oneEach(found)
    .slice(0, maxRules)
    .map((finding) => ruleCard(analysis.config, finding.rule, library, analysis.document.org, finding).head);
  const parts = [card?.head, ...rules, card?.table, card?.rest].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : { markdown: parts.join("\n\n---\n\n"), span };
}

const oneEach = (found: readonly Finding[]): Finding[] =>
  found.filter(({ rule }, i) => found.findIndex((other) => other.rule === rule) === i);

const narrowestFirst = (a: Finding, b: Finding): number => a.span.end - a.span.start - (b.span.end - b.span.start);

function cardFor({ analysis, knowledge }: Snapshot, where: Where, library: Telling): Card | undefined {
  const { format } = knowledge;
  const { place, part, entity, field, text } = where;
  if (part === "key") {
    if (place.length === 1) return described(text, format.sections.get(text)?.description, [], library);
    if (place.length === 2 && entity) return entityCard(analysis, entity, library);
    return described(text, field?.description, field?.sources, library);
  }
  const word = where.isPlain ? reservedWord(text, where.section, format) : undefined;
  if (field?.kind === "rule") return ruleCard(analysis.config, text, library, analysis.document.org);
  if (field?.kind === "remedy") return remedyCard(analysis, place, text);
  if (field?.of === "role" && format.catalogue("role").has(text)) return roleCard(text, library);
  if (field?.name === "title") return titleCard(text, entity?.entity === "post" ? entity.titledAs : [], field, library);
  const entry =
    field?.of !== undefined && isListed(field.kind) ? valueCard(field.of, text, field, knowledge) : undefined;
  const ref = refAt(where);
  return (
    entry ??
    (ref && referenceCard(analysis, ref, library)) ??
    word ??
    (place.length === 2 && where.section === "regimes" ? oneOf("regimeStatus", text, knowledge) : undefined) ??
    (place.length === 1 && where.section === "state" ? oneOf("fileState", text, knowledge) : undefined) ??
    described(String(place.findLast((step) => typeof step === "string")), field?.description, field?.sources, library)
  );
}

const isListed = (kind: string): boolean => ["choice", "choices", "word", "words"].includes(kind);

function reservedWord(text: string, section: string, format: Format): Card | undefined {
  const entry =
    format.catalogue("reservedWord").get(text) ??
    (section === "posts" ? format.catalogue("postWord").get(text) : undefined);
  return entry && { head: blocks(code(text), prose(entry.description)) };
}

function oneOf(catalogue: string, text: string, knowledge: Knowledge): Card | undefined {
  const entry = knowledge.format.catalogue(catalogue).get(text);
  return entry && { head: blocks(heading(entry.title), meaning(entry, knowledge)) };
}

function described(
  key: string,
  description: string | undefined,
  claims: readonly string[] | undefined,
  library: Library,
): Card | undefined {
  return description ? { head: blocks(code(key), attributed(description, claims ?? [], library)) } : undefined;
}
