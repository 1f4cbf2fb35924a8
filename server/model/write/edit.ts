import { applyEdits, type Edit } from "../../base/text.ts";
import { type OrgDocument, readInstead } from "../read/document.ts";
import type { Change, Value } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import { isReservedWord } from "../words/values.ts";
import type { Written } from "../yaml/source-map.ts";
import { behindComments, columnOf, endOfLine, eolOf, indentOf, replaceSpan } from "../yaml/text-layout.ts";
import {
  type Group,
  isGroup,
  isList,
  isNothing,
  isRepeat,
  isScalar,
  type List,
  type Piece,
  type Repeat,
} from "../yaml/written.ts";
import { ownCopy } from "./own-copy.ts";
import { removal } from "./removal.ts";
import { type Quotes, renderBlock, renderInline, renderItem } from "./render.ts";

/**
 * Turns changes of the organization into the smallest edits of its text: nothing is written anew that does not
 * change, so comments, order, quotes and layout stay. Offsets are UTF-16. Changes that cannot be made are left out.
 */
export function textEdits(document: OrgDocument, changes: readonly Change[]): Edit[] {
  const edits = changes.flatMap((change) => editsFor(document, change));
  if (changes.length < 2 || !interfere(edits)) return edits;
  // Changes that meet in one spot are made one after the other, and the difference is taken at the end.
  let current = document;
  for (const change of changes) {
    current = readInstead(current, applyEdits(current.text.content, editsFor(current, change)));
  }
  return difference(document.text.content, current.text.content);
}

function editsFor(document: OrgDocument, wanted: Change): Edit[] {
  const edits = uncheckedEdits(document, wanted);
  // What could not be read stands inside of what would go, or beside it, and nobody knows what it says.
  return wanted.do !== "rewrite" && edits.some(({ span }) => document.map.isDamaged(span)) ? [] : edits;
}

function uncheckedEdits(document: OrgDocument, wanted: Change): Edit[] {
  const change = ownCopy(document, wanted) ?? wanted;
  switch (change.do) {
    case "set":
      return setEdits(document, change.at, change.value, change.quoted ?? quotesOf(document));
    case "insert":
      return canInsert(document, change.at) ? setEdits(document, change.at, change.value, quotesOf(document)) : [];
    case "add":
      return addEdits(document, change.at, change.value, change.quoted ?? quotesOf(document));
    case "remove":
      return removal(document, change.at);
    case "rewrite":
      return [...change.edits];
    case "rename": {
      const key = document.map.find(change.at)?.entry?.keyPiece;
      return key ? [replaceSpan(key, renderInline(change.to, quotesOf(document)))] : [];
    }
  }
}

/** In a file written as JSON, every text and every key has quotes. */
const quotesOf = ({ map, text }: OrgDocument): Quotes =>
  isGroup(map.root) && map.root.isFlow && /^\s*\{\s*"/.test(text.content) ? "all" : false;

/** Nothing stands there, and what stands around it is a group of keys, is empty or is not written either. */
function canInsert(document: OrgDocument, at: Place): boolean {
  if (document.map.find(at)) return false;
  for (let length = at.length - 1; length >= 0; length--) {
    const around = document.map.find(at.slice(0, length));
    if (around) return !around.value || isGroup(around.value) || isNothing(around.value);
  }
  return true;
}

function setEdits(document: OrgDocument, at: Place, value: Value, quoted: Quotes): Edit[] {
  const written = document.map.find(at);
  const parentAt = at.slice(0, -1);
  const parent = document.map.find(parentAt);
  const group = parent?.value;
  const isRepeated = isRepeat(parent?.raw) && isGroup(group);
  if (written && !written.merged && !isRepeated) return overwrite(document, at, written, value, quoted);
  const key = at.at(-1);
  if (key === undefined) return [];
  if (typeof key === "number") return addEdits(document, parentAt, value, quoted);
  if (parentAt.length === 0 && !isGroup(group))
    return [appendToFile(document, `${key}:${renderBlock(value, "", 0, eolOf(document.text), quoted)}`)];
  if (isGroup(group))
    return isRepeat(parent?.raw)
      ? [expandRepeat(parent.raw, key, value, quoted)]
      : [insertKey(document, group, key, value, parentAt.length, quoted)];
  const told = toldInOneWord(document, parentAt, group);
  if (told) return setEdits(document, parentAt, { ...told, [key]: value }, quoted);
  // A list or a text in its way is somebody's answer; only a word that stands for none makes room.
  if (group && !isNothing(group) && !makesRoom(group)) return [];
  return setEdits(document, parentAt, { [key]: value }, quoted);
}

/** What an entry says in one word, as the field that says the same: `applies` of a law, `vacant` of a post. */
function toldInOneWord(
  { org }: OrgDocument,
  [section, , ...inside]: Place,
  group: Piece | undefined,
): Record<string, Value> | undefined {
  if (inside.length > 0 || !group || !isScalar(group) || group.style !== "plain") return undefined;
  const { text } = group;
  const isStatus = org.knowledge.format.catalogue("regimeStatus").has(text) && !isReservedWord(text);
  if (section === "regimes" && isStatus) return { status: text };
  return section === "posts" && text === "vacant" ? { heldBy: text } : undefined;
}

const makesRoom = (piece: Piece): boolean => isScalar(piece) && piece.style === "plain" && isReservedWord(piece.text);

/** An entity that repeats another gets the change for itself, by a merge key, and the other keeps its own. */
function expandRepeat(repeat: Repeat, key: string, value: Value, quoted: Quotes): Edit {
  return replaceSpan(repeat, `{ <<: *${repeat.name}, ${renderInline({ [key]: value }, quoted).slice(2, -2)} }`);
}

function overwrite(document: OrgDocument, at: Place, written: Written, value: Value, quoted: Quotes): Edit[] {
  const { content } = document.text;
  const { entry, raw } = written;
  const key = entry?.keyPiece;
  const indent = key ? indentOf(content, key.span.start) : "";
  const isInFlow = entry ? isFlowAt(document, at) : true;
  const inline = renderInline(value, quoted);
  const below = isInFlow ? ` ${inline}` : renderBlock(value, indent, at.length - 1, eolOf(document.text), quoted);
  if (!raw || isEmpty(raw, content)) return key ? [fillIn(content, key, below)] : [];
  if ((isGroup(raw) || isList(raw)) && !raw.isFlow && key) {
    const start = content.indexOf(":", key.span.end) + 1;
    return [{ span: { start, end: raw.end }, newText: below }];
  }
  if (isScalar(raw) && raw.style === "text") {
    return [{ span: { start: raw.span.start, end: raw.end }, newText: inline }];
  }
  // A value that moves to lines of its own takes the blank before it along.
  if (below.startsWith("\n") || below.startsWith("\r")) {
    const start = content.slice(0, raw.span.start).trimEnd().length;
    return [{ span: { start, end: raw.span.end }, newText: below }];
  }
  return [replaceSpan(raw, inline)];
}

/** Writes a value behind a key that has none. */
function fillIn(content: string, key: Piece, below: string): Edit {
  const { end } = key.span;
  const colon = /^\s*:/.exec(content.slice(end));
  const start = colon ? end + colon[0].length : end;
  return { span: { start, end: start }, newText: colon ? below : `:${below}` };
}

function addEdits(document: OrgDocument, at: Place, value: Value, quoted: Quotes): Edit[] {
  const { content } = document.text;
  const written = document.map.find(at);
  const list = written?.value;
  const isOpen =
    !list ||
    (isGroup(list) && list.entries.length === 0) ||
    isNothing(list) ||
    (isScalar(list) && isReserved(list.value));
  if (!written || isOpen) return setEdits(document, at, [value], quoted);
  if (isList(list)) {
    if (isRepeat(written.raw)) {
      const items = list.items.map((item) => (item ? sourceOf(content, item) : "null"));
      return [replaceSpan(written.raw, `[${[...items, renderInline(value, quoted)].join(", ")}]`)];
    }
    return [list.isFlow ? appendToFlow(content, list, renderInline(value, quoted)) : appendItem(document, list, value)];
  }
  if (isGroup(list)) return isRepeat(written.raw) ? [] : [listOfTwo(document, list, value)];
  return [
    replaceSpan(written.raw ?? list, `[${sourceOf(content, written.raw ?? list)}, ${renderInline(value, quoted)}]`),
  ];
}

/** One entry that stands for a list of one becomes the first item of a list. */
function listOfTwo(document: OrgDocument, only: Group, value: Value): Edit {
  const { content } = document.text;
  const { start } = only.span;
  if (only.isFlow) return replaceSpan(only, `[${sourceOf(content, only)}, ${renderInline(value)}]`);
  const end = endOfLine(content, only.end);
  const indent = " ".repeat(columnOf(content, start));
  const eol = eolOf(document.text);
  const first = content.slice(start, end).replaceAll(/\n(?=[^\r\n])/g, "\n  ");
  return { span: { start, end }, newText: `- ${first}${eol}${indent}- ${renderItem(value, `${indent}  `, eol)}` };
}

function appendItem(document: OrgDocument, list: List, value: Value): Edit {
  const { content } = document.text;
  const { start } = list.span;
  const indent = " ".repeat(columnOf(content, start));
  const end = behindComments(content, list.end, indent.length);
  const eol = eolOf(document.text);
  return { span: { start: end, end }, newText: `${eol}${indent}- ${renderItem(value, `${indent}  `, eol)}` };
}

function insertKey(
  document: OrgDocument,
  group: Group,
  key: string,
  value: Value,
  depth: number,
  quoted: Quotes,
): Edit {
  const { content } = document.text;
  const [first] = group.entries;
  if (group.isFlow || !first) return appendToFlow(content, group, renderInline({ [key]: value }, quoted).slice(2, -2));
  const start = first.keyPiece?.span.start ?? group.span.start;
  const indent = " ".repeat(columnOf(content, start));
  const end = behindComments(content, group.end, indent.length);
  const eol = eolOf(document.text);
  const keyText = renderInline(key);
  return {
    span: { start: end, end },
    newText: `${eol}${indent}${keyText}:${renderBlock(value, indent, depth, eol, quoted)}`,
  };
}

/** Adds to `[ ]` or `{ }` behind the last item, keeping a trailing comma and the blanks inside the braces. */
function appendToFlow(content: string, collection: Group | List, text: string): Edit {
  const [open, close] = [collection.span.start, collection.span.end - 1];
  const inside = content.slice(open + 1, close);
  const parts = isGroup(collection) ? collection.entries : collection.items;
  if (parts.length === 0) {
    const padded = isGroup(collection) ? ` ${text} ` : text;
    const blank = inside.trim() === "" ? { start: open + 1, end: close } : { start: close, end: close };
    return { span: blank, newText: padded };
  }
  const last = collection.innerEnd;
  const comma = /^\s*,/.exec(content.slice(last, close));
  if (comma) return { span: { start: last + comma[0].length, end: last + comma[0].length }, newText: ` ${text}` };
  return { span: { start: last, end: last }, newText: `, ${text}` };
}

function appendToFile(document: OrgDocument, text: string): Edit {
  const { content } = document.text;
  const eol = eolOf(document.text);
  const before = content === "" || content.endsWith("\n") || content === "\ufeff" ? "" : eol;
  return { span: { start: content.length, end: content.length }, newText: `${before}${text}${eol}` };
}

/** Whether the entry at a place stands inside braces, where everything must stay on one line. */
function isFlowAt(document: OrgDocument, at: Place): boolean {
  for (let length = at.length - 1; length >= 0; length--) {
    const value = document.map.find(at.slice(0, length))?.value;
    if ((isGroup(value) || isList(value)) && value.isFlow) return true;
  }
  return false;
}

const isEmpty = (piece: Piece, content: string): boolean => isNothing(piece) && sourceOf(content, piece).trim() === "";

const isReserved = (value: unknown): boolean => typeof value === "string" && isReservedWord(value);

const sourceOf = (content: string, { span }: Piece): string => content.slice(span.start, span.end);

function interfere(edits: readonly Edit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start);
  return sorted.some((edit, i) => {
    const before = sorted[i - 1];
    return before !== undefined && (edit.span.start < before.span.end || edit.span.start === before.span.start);
  });
}

/** One edit that turns one text into the other: all between the common beginning and the common end. */
function difference(before: string, after: string): Edit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) }];
}
