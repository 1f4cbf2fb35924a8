import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Span } from "../../base/text.ts";
import type { Format } from "../../knowledge/format.ts";
import type { OrgDocument } from "../read/document.ts";
import { isVacant, reservedWordOf } from "../read/read-value.ts";
import type { Place } from "../words/place.ts";
import { keyOf, spanOf } from "../yaml/syntax.ts";
import { fieldAt } from "./where.ts";

/** A word of the format that stands as a value: one that says something about a fact instead of giving it, or a role. */
export interface Word {
  readonly span: Span;
  readonly kind: "reserved" | "role";
}

/** The reserved words and the role ids of a file, where they count as such, in the order of its text. */
export function wordsOf({ syntax, org }: OrgDocument): Word[] {
  const words: Word[] = [];
  const open: { node: Node | null; place: Place }[] = [{ node: syntax.root, place: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, place } = next;
    if (isMap(node)) {
      for (const pair of node.items as Pair<Node | null, Node | null>[])
        open.push({ node: pair.value, place: [...place, keyOf(pair)] });
    } else if (isSeq(node)) {
      for (const [i, item] of (node.items as (Node | null)[]).entries())
        open.push({ node: item, place: [...place, i] });
    } else if (isScalar(node)) {
      const kind = kindOf(node, place, org.knowledge.format);
      if (kind) words.push({ span: spanOf(node), kind });
    }
  }
  return words.sort((a, b) => a.span.start - b.span.start);
}

function kindOf(node: Node, place: Place, format: Format): Word["kind"] | undefined {
  const [section] = place;
  if (typeof section !== "string" || !format.sections.has(section)) return undefined;
  const isEntry = place.length === 2 && format.sections.get(section)?.entity !== undefined;
  const field = fieldAt(place, format);
  if (!field && !isEntry && place.length > 1) return undefined;
  if (reservedWordOf(node)) return "reserved";
  if (isVacant(node) && (isEntry ? section === "posts" : field?.words.includes("vacant"))) return "reserved";
  return field?.of === "role" && isScalar(node) && format.catalogue("role").has(String(node.value))
    ? "role"
    : undefined;
}
