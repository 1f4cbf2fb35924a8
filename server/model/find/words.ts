import type { Span } from "../../base/text.ts";
import type { Format } from "../../knowledge/format.ts";
import type { OrgDocument } from "../read/document.ts";
import type { Place } from "../words/place.ts";
import { asReservedWord } from "../words/values.ts";
import { isGroup, isList, isScalar, type Piece, plainText, type Scalar } from "../yaml/written.ts";
import { fieldAt } from "./where.ts";

/** A word of the format that stands as a value: one that says something about a fact instead of giving it, or a role. */
export interface Word {
  readonly span: Span;
  readonly kind: "reserved" | "role";
}

/** The reserved words and the role ids of a file, where they count as such, in the order of its text. */
export function wordsOf({ map, org }: OrgDocument): Word[] {
  const words: Word[] = [];
  const open: { piece: Piece | undefined; place: Place }[] = [{ piece: map.root, place: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { piece, place } = next;
    if (isGroup(piece)) {
      for (const { key, value } of piece.entries) open.push({ piece: value, place: [...place, key] });
    } else if (isList(piece)) {
      for (const [i, item] of piece.items.entries()) open.push({ piece: item, place: [...place, i] });
    } else if (isScalar(piece)) {
      const kind = kindOf(piece, place, org.knowledge.format);
      if (kind) words.push({ span: piece.span, kind });
    }
  }
  return words.sort((a, b) => a.span.start - b.span.start);
}

function kindOf(word: Scalar, place: Place, format: Format): Word["kind"] | undefined {
  const [section] = place;
  if (typeof section !== "string" || !format.sections.has(section)) return undefined;
  const isEntry = place.length === 2 && format.sections.get(section)?.entity !== undefined;
  const field = fieldAt(place, format);
  if (!field && !isEntry && place.length > 1) return undefined;
  const plain = plainText(word);
  if (asReservedWord(plain)) return "reserved";
  if (plain === "vacant" && (isEntry ? section === "posts" : field?.words.includes("vacant"))) return "reserved";
  return field?.of === "role" && format.catalogue("role").has(String(word.value)) ? "role" : undefined;
}
