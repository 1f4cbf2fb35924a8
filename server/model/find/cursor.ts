import type { Span } from "../../base/text.ts";
import { type OrgDocument, readInstead } from "../read/document.ts";
import type { Place } from "../words/place.ts";
import { endOfLine } from "../yaml/text-layout.ts";
import { isList, isScalar } from "../yaml/written.ts";
import { type Probe, probe, withoutOpenQuote } from "./probe.ts";
import { surroundings } from "./surroundings.ts";

/** What is being written at an offset, in a text that need not be valid YAML yet. */
export interface Cursor {
  /** Of the group, where a key is being written; else of the value or item. */
  readonly place: Place;
  readonly part: "key" | "value";
  /** What is there of it before the cursor, without an opening quote. */
  readonly word: string;
  /** All that is there of it, which a choice replaces. On one line; within the quotes, where there are some. */
  readonly span: Span;
  readonly quote: '"' | "'" | undefined;
  /** Inside brackets, so that all must stay on the line. */
  readonly inFlow: boolean;
  /** The value begins a line of its own, so that it may as well become a group or a list. */
  readonly ownLine: boolean;
  /** Where its entry begins on the line, from 0; what is written below it is indented from here. */
  readonly column: number;
  /** What a choice must put before it: blanks, a comma, or the dash of a list. */
  readonly lead: string;
  /** And behind it. */
  readonly trail: string;
  /** A key that has its colon already. */
  readonly hasColon: boolean;
  /** What stands below is deeper, and would become part of a key written here. */
  readonly adopts: boolean;
  /** The other keys of the group, or the other items of the list. */
  readonly taken: ReadonlySet<string>;
  /** The file without what is being written here, so that the half of a word is taken for nothing. */
  readonly document: OrgDocument;
}

/** A file has at most this many quotes left open that the cursor is taken out of. */
const maxOpenQuotes = 20;

/** What is being written at an offset (UTF-16). Undefined in comments and texts of several lines, and where nothing can stand. */
export function cursorAt(document: OrgDocument, offset: number): Cursor | undefined {
  if (document.unread) return undefined;
  const { content } = document.text;
  let before = surroundings(content.slice(0, offset));
  for (let i = 0; i <= maxOpenQuotes; i++) {
    const found = readAt({ before, ...linesAround(content, offset) });
    if (found) return cursorFor(document, offset, found);
    const closed = withoutOpenQuote(before);
    if (closed === undefined) return undefined;
    before = closed;
  }
  return undefined;
}

/** What is around the cursor. */
interface Spot {
  /** The text up to the cursor, as far as it counts; without quotes that were left open. */
  readonly before: string;
  /** The rest of the line. */
  readonly rest: string;
  /** How deep the next line is that says something, and whether it is an item; undefined at the end of the file. */
  readonly below: { readonly indent: number; readonly isItem: boolean } | undefined;
}

function linesAround(content: string, offset: number): Pick<Spot, "rest" | "below"> {
  const end = endOfLine(content, offset);
  const next = /\n( *)(?=[^\s#])(-(?=\s))?/.exec(content.slice(end));
  return {
    rest: content.slice(offset, end),
    below: next ? { indent: next[1]!.length, isItem: next[2] !== undefined } : undefined,
  };
}

interface Reading {
  readonly spot: Spot;
  readonly found: Probe;
  readonly lead: string;
}

function readAt(spot: Spot): Reading | undefined {
  for (const { lead, text } of readings(spot)) {
    const found = probe(text);
    if (!found || !fits(found, lead, spot)) continue;
    if (found.quote !== undefined || !isPunctuation(found)) return { spot, found, lead };
    const behind = probe(`${text} `);
    if (behind && fits(behind, lead, spot)) return { spot, found: behind, lead: `${lead} ` };
  }
  return undefined;
}

/** The ways to read where the cursor is: on an empty line, where the lines below it are; as it stands; as a new item. */
function* readings({ before, rest, below }: Spot): Iterable<{ lead: string; text: string }> {
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.slice(lineStart);
  const [, indent = "", word] = (rest.trim() === "" ? /^( *)([^\s:#]*)$/.exec(line) : null) ?? [];
  const upToLine = before.slice(0, lineStart);
  // A word has its place; what is deeper below it is its own.
  if (word === "" && below && below.indent > indent.length) {
    const lead = " ".repeat(below.indent - indent.length);
    yield { lead, text: `${upToLine}${indent}${lead}` };
    yield { lead: `${lead}- `, text: `${upToLine}${indent}${lead}- ` };
  }
  yield { lead: "", text: before };
  if (word !== undefined && !word.startsWith("-")) yield { lead: "- ", text: `${upToLine}${indent}- ${word}` };
  // Behind a closed value in brackets only a comma is missing.
  const [blanks] = /(?<=[\]}"'])[ \t]+(?=[\w-]*$)/.exec(line) ?? [];
  if (blanks) yield { lead: ", ", text: upToLine + line.replace(/[ \t]+(?=[\w-]*$)/, ", ") };
}

/** Whether what is written here could stand before the rest of its line and beside the lines below it. */
function fits(found: Probe, lead: string, { rest, below }: Spot): boolean {
  const { inFlow, part, quote, column, parentColumn, place, word } = found;
  const isComment = /^\s*(?:#|$)/.test(rest);
  // Another value stands there already, and is no text that a choice could replace.
  if (part === "value" && !quote && /^[ \t]*[[{"'&*|>!]/.test(rest)) return false;
  if (inFlow) return true;
  if (lead.includes(",") || (place.length === 0 && column !== 0)) return false;
  const last = place.at(-1);
  if (lead.includes("-") && !(part === "value" && typeof last === "number" && last > 0)) return false;
  if (isEntry(found)) {
    const isBeforeText =
      !isComment && (word === "" ? /^\s/.test(rest) : !/^[^:#]*:(?:\s|$)/.test(rest) && /^[\w-]*\s/.test(rest));
    return !isBeforeText && (!below || below.indent >= column || below.indent <= parentColumn);
  }
  // What is below it is its value already.
  return !below || below.indent < parentColumn || (below.indent === parentColumn && !below.isItem);
}

/** A key, or what may become one, or an item of a list: something with neighbours above and below. */
const isEntry = ({ part, ownLine, place }: Probe): boolean =>
  part === "key" || ownLine || typeof place.at(-1) === "number";

/** A colon or a dash to which the blank is missing that makes it one; but `provider:` is the beginning of a reference. */
function isPunctuation(found: Probe): boolean {
  const { word, part, ownLine } = found;
  if (word === "-") return part === "value" && isEntry(found);
  return word.endsWith(":") && (part === "key" || ownLine || !/^(?:provider|team):$/.test(word));
}

function cursorFor(whole: OrgDocument, offset: number, { spot: { rest, below }, found, lead }: Reading): Cursor {
  const { content } = whole.text;
  const { place, part, word, quote, inFlow, ownLine, column } = found;
  const { length, hasColon, isOpen } = restOf(found, rest);
  const span = { start: offset - word.length, end: offset + length };
  const [comma, commaBehind] = inFlow && !hasColon && !quote ? commas(content, span) : ["", ""];
  const ownComma = isEntry(found) && !lead.includes(",") ? comma : "";
  const start = isOpen ? span.start - 1 : span.start;
  const document = hasColon ? whole : withoutWord(whole, { start, end: span.end }, found.closers);
  const taken = takenAt(document, place, lead.includes("-"), hasColon ? word + rest.slice(0, length) : undefined);
  // What begins a line among keys, or has a colon, is to be a key, whatever it looks like now.
  const isKey = part === "key" || hasColon || (ownLine && taken.size > 0);
  return {
    place,
    part: isKey ? "key" : "value",
    word,
    span,
    quote,
    inFlow,
    ownLine: ownLine && !isKey,
    column,
    lead: quote ? "" : ownComma + lead,
    trail: isOpen && quote ? quote : commaBehind,
    hasColon,
    adopts: !inFlow && !hasColon && isEntry(found) && below !== undefined && below.indent > column,
    taken,
    document,
  };
}

/** The file without the word; with quotes and brackets closed where nobody has, so that they swallow nothing below. */
function withoutWord(whole: OrgDocument, { start, end }: Span, closers: string): OrgDocument {
  const { content } = whole.text;
  const plain = start === end ? whole : readInstead(whole, content.slice(0, start) + content.slice(end));
  if (!plain.syntax.damaged) return plain;
  const written = content.slice(0, start);
  let before = written;
  for (let i = 0; i < maxOpenQuotes; i++) {
    const next = withoutOpenQuote(before);
    if (next === undefined) break;
    before = next;
  }
  const lineEnd = endOfLine(content, end);
  const rest = content.slice(end, lineEnd);
  let open = closers;
  for (const sign of rest) {
    if (sign === open[0]) open = open.slice(1);
    if (sign === "{" || sign === "[") open = `${sign === "{" ? "}" : "]"}${open}`;
  }
  const closed = readInstead(whole, `${before}${rest} ${open}${content.slice(lineEnd)}`);
  // A quote left open hides what else is wrong below it, so that there is nothing to compare.
  return before !== written || closed.syntax.problems.length < plain.syntax.problems.length ? closed : plain;
}

/** How much behind the cursor still belongs to what is being written. */
function restOf(found: Probe, rest: string) {
  const { part, quote, inFlow, word } = found;
  if (quote) {
    const end = rest.indexOf(quote);
    const length = Math.max(end, 0);
    return { length, hasColon: /^\s*:/.test(rest.slice(length + 1)), isOpen: end < 0 };
  }
  const key = /^[^:,{}[\]#]*?(?=\s*:(?:\s|$))/.exec(rest)?.[0];
  const isOther = key === undefined || (word === "" && /^\s/.test(rest));
  if (isEntry(found) && !isOther) return { length: key.length, hasColon: true, isOpen: false };
  const wordEnd = /^[\w-]*/.exec(rest)?.[0].length ?? 0;
  if (part === "key" || key !== undefined) return { length: wordEnd, hasColon: false, isOpen: false };
  // Behind a blank stands the next item.
  if (isEntry(found) && word === "" && /^\s/.test(rest)) return { length: 0, hasColon: false, isOpen: false };
  const value = (inFlow ? /^[^,\]}#]*/ : /^(?:(?! #).)*/).exec(rest)?.[0] ?? "";
  return { length: value.trimEnd().length, hasColon: false, isOpen: false };
}

/** What keeps an entry in brackets apart from its neighbours. */
function commas(content: string, { start, end }: Span): [string, string] {
  const previous = content.slice(0, start).trimEnd().at(-1) ?? "";
  const isFirst = "{[,".includes(previous);
  const isTight = content[start - 1] === "{" || content[start - 1] === ",";
  const next = content.slice(end, endOfLine(content, end)).trimStart().at(0) ?? "";
  const isLast = next === "" || ",}]#".includes(next);
  return [isFirst ? (isTight ? " " : "") : ", ", isLast ? (content[end] === "}" ? " " : "") : ", "];
}

/** A new item has no keys yet: what stands at its place is the item below it. */
function takenAt({ map }: OrgDocument, place: Place, isNewItem: boolean, own: string | undefined): Set<string> {
  const keys = isNewItem ? [] : map.ownKeysIn(place);
  if (keys.length > 0 || typeof place.at(-1) !== "number") return new Set(keys.filter((key) => key !== own));
  const list = map.find(place.slice(0, -1))?.value;
  const items = isList(list) ? list.items : [];
  return new Set(items.flatMap((item) => (isScalar(item) && typeof item.value === "string" ? [item.value] : [])));
}
