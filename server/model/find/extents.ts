import type { Span } from "../../base/text.ts";
import type { OrgDocument } from "../read/document.ts";
import type { Place } from "../words/place.ts";
import { type Entry, everyPiece, isGroup, isList, isScalar, type Piece } from "../yaml/written.ts";

/** From the key of what stands at a place to the end of its value, without the comments behind it. */
export function extentOf(document: OrgDocument, place: Place): Span {
  const { entry, raw } = document.map.find(place) ?? {};
  if (entry) return extentOfEntry(entry) ?? document.map.span(place);
  return raw ? { start: raw.span.start, end: raw.end } : document.map.span(place);
}

/**
 * The spans around an offset (UTF-16), each inside the one behind it: the text, its field, the entry, the section and
 * at last the file.
 */
export function spansAround({ map, text: { content } }: OrgDocument, offset: number): Span[] {
  const found: Span[] = [{ start: 0, end: content.length }];
  const surrounds = ({ start, end }: Span) => start <= offset && offset <= end;
  const take = (span: Span) => {
    const around = found.at(-1)!;
    const isSmaller = span.start >= around.start && span.end <= around.end && lengthOf(span) < lengthOf(around);
    if (isSmaller && surrounds(span)) found.push(span);
  };
  let piece = map.root;
  while (piece) {
    const own = { start: piece.span.start, end: piece.end };
    take(own);
    if (isEnclosed(piece)) take({ start: own.start + 1, end: own.end - 1 });
    if (isGroup(piece)) {
      const entry = piece.entries.findLast((one) => surrounds(extentOfEntry(one) ?? { start: 0, end: -1 }));
      if (!entry) break;
      take(extentOfEntry(entry)!);
      const { keyPiece, value } = entry;
      piece = keyPiece && offset <= keyPiece.span.end ? keyPiece : value;
    } else if (isList(piece)) piece = piece.items.findLast((item) => item && surrounds(item.span));
    else break;
  }
  return found.reverse();
}

/** In quotes or in brackets. */
const isEnclosed = (piece: Piece): boolean =>
  isScalar(piece) ? piece.style === "double" || piece.style === "single" : "isFlow" in piece && piece.isFlow;

const lengthOf = ({ start, end }: Span): number => end - start;

/** What takes several lines in a file: everything that has a key or is an item, and runs of comments. */
export interface Blocks {
  readonly entries: readonly Span[];
  readonly comments: readonly Span[];
}

export function blocksIn({ map, text }: OrgDocument): Blocks {
  const { content } = text;
  const entries: Span[] = [];
  const texts: Span[] = [];
  for (const piece of everyPiece(map.root)) {
    if (isGroup(piece)) entries.push(...piece.entries.flatMap((entry) => extentOfEntry(entry) ?? []));
    else if (isList(piece)) {
      for (const item of piece.items) if (item) entries.push({ start: item.span.start, end: item.end });
    } else if (isScalar(piece)) texts.push(piece.span);
  }
  const isLong = ({ start, end }: Span) => text.positionAt(start).line < text.positionAt(end).line;
  const inOrder = (spans: readonly Span[]) => spans.filter(isLong).sort((a, b) => a.start - b.start || b.end - a.end);
  return { entries: inOrder(entries), comments: inOrder(comments(content, inOrder(texts))) };
}

/** Lines that hold nothing but a comment, as many as follow one another. `texts` are those that take several lines. */
function comments(content: string, texts: readonly Span[]): Span[] {
  const found: Span[] = [];
  let nextText = 0;
  for (const { 0: run, index } of content.matchAll(/(?:^[ \t]*#.*(?:\r?\n|\r|$))+/gmu)) {
    while (nextText < texts.length && texts[nextText]!.end <= index) nextText++;
    // In a text of several lines, a line that begins with # is part of the text.
    if (nextText < texts.length && texts[nextText]!.start < index) continue;
    found.push({ start: index, end: index + run.trimEnd().length });
  }
  return found;
}

function extentOfEntry({ keyPiece, value }: Entry): Span | undefined {
  if (!keyPiece) return undefined;
  const { start, end } = keyPiece.span;
  return { start, end: Math.max(end, value && !isEmptyText(value) ? value.end : 0) };
}

/** A scalar of which nothing stands in the text. */
const isEmptyText = (piece: Piece): boolean => isScalar(piece) && piece.span.start === piece.span.end;
