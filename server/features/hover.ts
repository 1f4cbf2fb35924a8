import type { Finding } from "../analysis/finding.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import { blocks, code, escaped } from "../base/markdown.ts";
import type { Span } from "../base/text.ts";
import { catalogue, sections } from "../knowledge/format.ts";
import { entityAt, refAt, type Where } from "../model/find/where.ts";
import { attributed, type Card, heading, type PageAddress } from "./cards/card.ts";
import { entityCard, referenceCard } from "./cards/entity-card.ts";
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
  const card = where && cardFor(snapshot, where, page);
  const rules = oneEach(found)
    .slice(0, maxRules)
    .map((finding) => ruleCard(analysis.config, finding.rule, page, finding).head);
  const parts = [card?.head, ...rules, card?.rest].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : { markdown: parts.join("\n\n---\n\n"), span };
}

const oneEach = (found: readonly Finding[]): Finding[] =>
  found.filter(({ rule }, i) => found.findIndex((other) => other.rule === rule) === i);

const narrowestFirst = (a: Finding, b: Finding): number => a.span.end - a.span.start - (b.span.end - b.span.start);

function cardFor({ analysis }: Snapshot, where: Where, page: PageAddress): Card | undefined {
  const { place, part, entity, field, text } = where;
  if (part === "key") {
    if (place.length === 1) return described(text, sections.get(text)?.description, [], page);
    if (place.length === 2 && entity) return entityCard(analysis, entity, page);
    return described(text, field?.description, field?.sources, page);
  }
  const word = where.isPlain ? reservedWord(text, where.section) : undefined;
  if (field?.kind === "rule") return ruleCard(analysis.config, text, page);
  if (field?.of === "role" && catalogue("role").has(text)) return roleCard(text, page);
  if (field?.name === "title") return titleCard(text, entity?.entity === "post" ? entity.titledAs : [], field, page);
  const entry = field?.of !== undefined && isListed(field.kind) ? valueCard(field.of, text, field) : undefined;
  const ref = refAt(where);
  return (
    entry ??
    (ref && referenceCard(analysis, ref, page)) ??
    word ??
    (place.length === 2 && where.section === "regimes" ? regimeStatus(text) : undefined) ??
    described(String(place.findLast((step) => typeof step === "string")), field?.description, field?.sources, page)
  );
}

const isListed = (kind: string): boolean => ["choice", "choices", "word", "words"].includes(kind);

function reservedWord(text: string, section: string): Card | undefined {
  const entry =
    catalogue("reservedWord").get(text) ?? (section === "posts" ? catalogue("postWord").get(text) : undefined);
  return entry && { head: blocks(code(text), escaped(entry.description)) };
}

function regimeStatus(text: string): Card | undefined {
  const entry = catalogue("regimeStatus").get(text);
  return entry && { head: blocks(heading(entry.title), meaning(entry)) };
}

function described(
  key: string,
  description: string | undefined,
  claims: readonly string[] | undefined,
  page: PageAddress,
): Card | undefined {
  return description ? { head: blocks(code(key), attributed(description, claims ?? [], page)) } : undefined;
}
