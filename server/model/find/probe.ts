import { Text } from "../../base/text.ts";
import type { Part, Place } from "../words/place.ts";
import { sourceMap } from "../yaml/source-map.ts";
import { columnOf, indentOf } from "../yaml/text-layout.ts";
import { type Group, isGroup, isList, isScalar, type List, type Piece, type Scalar } from "../yaml/written.ts";

/** A letter that nobody writes: the text up to the cursor ends with it, so that there is always something to find. */
const letter = "\ue000";
/** Twice, because of a quote that is left open the library takes the last letter for the closing one. */
const mark = letter + letter;

/** Where the end of a text stands in its tree, whatever may follow it. Columns count from 0. */
export interface Probe {
  /** Of the group, where a key is being written; else of the value. */
  readonly place: Place;
  readonly part: Part;
  /** What is written of the key or value, without an opening quote; on the cursor's line alone. */
  readonly word: string;
  readonly quote: '"' | "'" | undefined;
  /** Directly inside brackets: a key of `{ }` or an item of `[ ]`; for a value, inside any brackets around it. */
  readonly inFlow: boolean;
  /** The brackets that close those around it, innermost first. */
  readonly closers: string;
  /** The value begins a line of its own, below its key, so that it may as well become a group or a list. */
  readonly ownLine: boolean;
  readonly column: number;
  /** The column of the key or dash that it belongs to; -1 at the root. */
  readonly parentColumn: number;
}

/** What the end of a text is about to become. Undefined in comments and long texts, and where nothing can stand. */
export function probe(before: string): Probe | undefined {
  const content = before + mark;
  const found = findMark(sourceMap(new Text(content)).root, content);
  return found && read(found, content);
}

/**
 * A quote that was never closed swallows the lines below it. Undefined where the text ends inside no such quote; else the
 * text without what stands from the quote to the end of its line.
 */
export function withoutOpenQuote(before: string): string | undefined {
  const content = before + mark;
  const found = findMark(sourceMap(new Text(content)).root, content);
  if (!found || !quoteOf(found.piece)) return undefined;
  const { start } = found.piece.span;
  const lineEnd = content.indexOf("\n", start);
  const isBelow = lineEnd >= 0 && indentAtEnd(before) <= indentOf(content, start).length;
  return isBelow ? before.slice(0, start) + before.slice(lineEnd) : undefined;
}

interface Found {
  readonly piece: Scalar;
  readonly place: Place;
  readonly part: Part;
  /** The group or list around it, where it stands in one directly. */
  readonly inside: Group | List | undefined;
  readonly inFlow: boolean;
  readonly closers: string;
  readonly parentColumn: number;
}

/** The mark ends the text, so it is in the last entry of the last entry, or nowhere. */
function findMark(root: Piece | undefined, content: string): Found | undefined {
  const place: (string | number)[] = [];
  let piece = root;
  let inside: Group | List | undefined;
  let closers = "";
  let parentColumn = -1;
  while (piece) {
    if (isGroup(piece)) {
      if (piece.isFlow) closers = `}${closers}`;
      const entry = piece.entries.at(-1);
      const key = entry?.keyPiece;
      if (!entry || !key) return undefined;
      if (isScalar(key) && isMarked(key))
        return { piece: key, place, part: "key", inside: piece, inFlow: piece.isFlow, closers, parentColumn };
      place.push(entry.key);
      parentColumn = columnOf(content, key.span.start);
      inside = undefined;
      piece = entry.value;
    } else if (isList(piece)) {
      if (piece.isFlow) closers = `]${closers}`;
      place.push(piece.items.length - 1);
      parentColumn = columnOf(content, piece.span.start);
      inside = piece;
      piece = piece.items.at(-1);
    } else if (!isScalar(piece) || !isMarked(piece)) return undefined;
    else return { piece, place, part: "value", inside, inFlow: closers !== "", closers, parentColumn };
  }
  return undefined;
}

const isMarked = ({ value }: Scalar): boolean => typeof value === "string" && value.includes(letter);

function read(found: Found, content: string): Probe | undefined {
  const { piece, place, inFlow, inside } = found;
  const quote = quoteOf(piece);
  if (piece.style !== "plain" && !quote) return undefined;
  const begins = piece.span.start;
  const lineStart = content.lastIndexOf("\n") + 1;
  const indent = indentAtEnd(content);
  const isBelow = begins < lineStart;
  if (isBelow && !isSibling(found, content, indent)) return undefined;
  const start = isBelow ? lineStart + indent : begins;
  const column = columnOf(content, start);
  if (inside && !inFlow && !isInLine(inside, content, start)) return undefined;
  const isFirst = content.slice(lineStart, start).trim() === "";
  return {
    place,
    part: found.part,
    word: content.slice(start + (quote ? 1 : 0), -mark.length),
    quote,
    inFlow,
    closers: found.closers,
    ownLine: found.part === "value" && isFirst && !inFlow && !isList(inside),
    column,
    parentColumn: found.parentColumn,
  };
}

/** Half a key above half a key reads as one text; where both begin in one column, each stands for itself. */
function isSibling({ piece, inFlow }: Found, content: string, indent: number): boolean {
  const { start } = piece.span;
  return (
    piece.style === "plain" &&
    !inFlow &&
    indentOf(content, start).length === indent &&
    columnOf(content, start) === indent
  );
}

/** Entries of one block begin in one column; the library is more patient than that. */
function isInLine(inside: Group | List, content: string, start: number): boolean {
  const first = isGroup(inside) ? inside.entries[0]?.keyPiece : undefined;
  if (first) return columnOf(content, first.span.start) === columnOf(content, start);
  const dash = content.lastIndexOf("-", start - 1);
  return !isList(inside) || columnOf(content, inside.span.start) === columnOf(content, dash);
}

const quoteOf = ({ style }: Scalar): '"' | "'" | undefined =>
  style === "double" ? '"' : style === "single" ? "'" : undefined;

const indentAtEnd = (text: string): number => /^ */.exec(text.slice(text.lastIndexOf("\n") + 1))?.[0].length ?? 0;
