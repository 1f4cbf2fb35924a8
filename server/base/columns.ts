import { eastAsianWidth } from "get-east-asian-width";

/** How text lies on a terminal: graphemes take no, one or two columns, and some characters must not reach it. */

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Flags are pairs of narrow signs, and some emoji are asked for by a sign of their own. */
const colored = /\p{Emoji_Presentation}|\ufe0f/u;
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]*$/u;
/** Control characters, and those that turn the direction of writing: a file must not move the cursor or hide text. */
export const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;
const tab = "    ";

/** Text from a file as it may be printed on one line: tabs as blanks, what could steer the terminal as a mark. */
export const printable = (text: string): string => text.replaceAll("\t", tab).replace(unsafe, "\ufffd");

/** The number of columns that a printable text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += columnsOfGrapheme(segment);
  return columns;
}

/** So many signs fill any terminal's line. */
const longest = 1000;

export interface Excerpt {
  readonly line: string;
  /** Columns before the underlined part, and the columns that it takes (at least one). */
  readonly before: number;
  readonly width: number;
}

/**
 * One line of a file with a part of it underlined, from `start` to `end` in UTF-16 units, cut to `limit` columns
 * around the beginning of that part.
 */
export function excerpt(line: string, start: number, end: number, limit: number): Excerpt {
  // A line may be as long as a file, and the segmenter takes four times as long for twice of it.
  const head = printable(line.slice(Math.max(0, start - longest), start));
  const part = printable(line.slice(start, Math.min(end, start + longest)));
  const tail = printable(line.slice(end, end + longest));
  const before = columnsOf(head);
  const width = Math.max(1, columnsOf(part));
  if (before + width + columnsOf(tail) <= limit) return { line: head + part + tail, before, width };
  // What stands before explains the marked part at least as well as what follows, so it gets its share of the room.
  const shownHead = lastColumns(head, Math.max(Math.floor(limit / 3), limit - width - columnsOf(tail)));
  const room = limit - columnsOf(shownHead);
  const shownPart = firstColumns(part, room);
  const shownTail = firstColumns(tail, Math.max(0, room - columnsOf(shownPart)));
  return {
    line: shownHead + shownPart + (columnsOf(shownPart) < room ? shownTail : ""),
    before: columnsOf(shownHead),
    width: Math.max(1, columnsOf(shownPart)),
  };
}

function firstColumns(text: string, limit: number): string {
  if (columnsOf(text) <= limit) return text;
  let shown = "";
  let columns = 1;
  for (const { segment } of graphemes.segment(text)) {
    columns += columnsOfGrapheme(segment);
    if (columns > limit) break;
    shown += segment;
  }
  return limit < 1 ? "" : `${shown}…`;
}

function lastColumns(text: string, limit: number): string {
  if (columnsOf(text) <= limit) return text;
  const all = Array.from(graphemes.segment(text), (one) => one.segment);
  let columns = 1;
  let from = all.length;
  while (from > 0 && columns + columnsOfGrapheme(all[from - 1]!) <= limit) columns += columnsOfGrapheme(all[--from]!);
  return `…${all.slice(from).join("")}`;
}

/** The widest of its code points counts, since what follows the first joins it; an emoji drawn in colour takes two. */
function columnsOfGrapheme(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  if (colored.test(grapheme)) return 2;
  return Math.max(...Array.from(grapheme, (one) => eastAsianWidth(one.codePointAt(0)!)));
}
