import type { Edit, Span } from "../../base/text.ts";
import type { OrgDocument } from "../read/document.ts";
import type { Place } from "../words/place.ts";
import { commentsWithin } from "../yaml/leaves.ts";
import type { Written } from "../yaml/source-map.ts";
import { endOfLine, eolOf, indentOf, replaceSpan } from "../yaml/text-layout.ts";
import {
  type Entry,
  everyPiece,
  type Group,
  isGroup,
  isList,
  isRepeat,
  type List,
  type Piece,
} from "../yaml/written.ts";

/**
 * Takes out a key with its value, or a list's item; comments that stand inside what goes stay behind. Nothing is done
 * where something else repeats what would go.
 */
export function removal(document: OrgDocument, at: Place): Edit[] {
  const written = document.map.find(at);
  const parent = document.map.find(at.slice(0, -1));
  if (!written || !parent?.value || written.merged) return [];
  const container = parent.value;
  if (!isGroup(container) && !isList(container)) {
    // A single value that stands for a list of one leaves an empty list.
    return parent.raw ? [replaceSpan(parent.raw, "[]")] : [];
  }
  const items = itemsOf(container);
  const index = isList(container) ? Number(at.at(-1)) : written.entry ? items.indexOf(written.entry) : -1;
  const spans = items.map((item) => spanOfItem(item, document.text.content));
  const own = spans[index];
  if (!own || isRepeatedElsewhere(document, items[index])) return [];
  return container.isFlow
    ? removeFromFlow(document, container, spans, index)
    : removeFromBlock(document, container, spans, index, parent);
}

/** An anchor in what would go, which an alias outside of it needs. */
function isRepeatedElsewhere({ map }: OrgDocument, item: Item): boolean {
  const inside = new Set(everyPiece(item && "key" in item ? item.value : item));
  if (![...inside].some(({ anchor }) => anchor !== undefined)) return false;
  return [...everyPiece(map.root)].some(
    (piece) => isRepeat(piece) && !inside.has(piece) && piece.meant !== undefined && inside.has(piece.meant),
  );
}

/** Takes an item and its one comma out of `[ ]` or `{ }`; everything outside of them stays as it is. */
function removeFromFlow(
  document: OrgDocument,
  container: Group | List,
  spans: readonly (Span | undefined)[],
  index: number,
): Edit[] {
  const { content } = document.text;
  const own = spans[index]!;
  const from = index > 0 ? spans[index - 1]?.end : container.span.start + 1;
  const to = index + 1 < spans.length ? spans[index + 1]?.start : container.span.end - 1;
  if (from === undefined || to === undefined) return [];
  const inner = commentsWithin(content.slice(own.start, own.end));
  const isOnly = spans.length === 1 && content.slice(from, own.start).trim() === "";
  if (isOnly && inner.length === 0 && content.slice(own.end, to).trim() === "")
    return [{ span: { start: from, end: to }, newText: "" }];
  const commaBehind = commaIn(content, own.end, to);
  const commaBefore = commaBehind < 0 && index > 0 ? commaIn(content, from, own.start) : -1;
  const cut = widened(
    content,
    { start: own.start, end: commaBehind < 0 ? own.end : commaBehind + 1 },
    inner.length > 0,
  );
  const newText = remarks(document, own, cut, inner);
  if (commaBefore < 0) return [{ span: cut, newText }];
  const isNextToIt = content.slice(commaBefore + 1, cut.start).trim() === "" && !isFirstOnLine(content, own.start);
  return isNextToIt
    ? [{ span: { start: commaBefore, end: cut.end }, newText }]
    : [
        { span: { start: commaBefore, end: commaBefore + 1 }, newText: "" },
        { span: cut, newText },
      ];
}

/** What is cut out together with the blanks that it leaves over: its whole line where it stood there alone. */
function widened(content: string, { start, end }: Span, keepsRemarks: boolean): Span {
  const lineEnd = endOfLine(content, end);
  const rest = content.slice(end, lineEnd);
  const isAlone = rest.trim() === "";
  const blanks = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  if (isFirstOnLine(content, start)) {
    if (!isAlone || keepsRemarks) return { start, end: end + blanks };
    const lineBreak = /^\r?\n/.exec(content.slice(lineEnd))?.[0].length ?? 0;
    return { start: content.lastIndexOf("\n", start - 1) + 1, end: lineEnd + lineBreak };
  }
  // What stands right behind a comma or a bracket leaves the blank that was behind it.
  const isTight = !/[\s{[]/.test(content[start - 1] ?? "");
  const goesOn = !isAlone && !/^[ \t]*[#\]}]/.test(rest);
  if (goesOn) return { start, end: isTight ? end : end + blanks };
  const before = content.slice(0, start).trimEnd().length;
  return { start: content[before - 1] === "{" || content[before - 1] === "[" ? start : before, end };
}

/** The comments that stood inside what is cut out, each on a line of its own. */
function remarks(document: OrgDocument, own: Span, cut: Span, comments: readonly string[]): string {
  if (comments.length === 0) return "";
  const { content } = document.text;
  const eol = eolOf(document.text);
  const isFirst = isFirstOnLine(content, own.start);
  const indent = isFirst ? indentOf(content, own.start) : `${indentOf(content, own.start)}    `;
  const lines = comments.map((comment) => comment.trimEnd()).join(eol + indent);
  const isLast = content.slice(cut.end, endOfLine(content, cut.end)).trim() === "";
  return `${isFirst || /\s/.test(content[cut.start - 1] ?? "") ? "" : " "}${lines}${isLast ? "" : eol + indent}`;
}

const isFirstOnLine = (content: string, offset: number): boolean =>
  content.slice(content.lastIndexOf("\n", offset - 1) + 1, offset).trim() === "";

/** Where the comma stands between two items, whatever their comments say; -1 where there is none. */
function commaIn(content: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    if (content[i] === ",") return i;
    if (content[i] === "#") i = endOfLine(content, i);
  }
  return -1;
}

function removeFromBlock(
  document: OrgDocument,
  container: Group | List,
  spans: readonly (Span | undefined)[],
  index: number,
  parent: Written,
): Edit[] {
  const { content } = document.text;
  const own = spans[index]!;
  const key = isList(container) && spans.length === 1 ? parent.entry?.keyPiece : undefined;
  // The list stays, as an empty one: taking the key's value away would make it unknown.
  const colon = key ? content.indexOf(":", key.span.end) + 1 : -1;
  const emptied: Edit[] = colon > 0 ? [{ span: { start: colon, end: colon }, newText: " []" }] : [];
  const keyStart = isList(container) ? content.lastIndexOf("-", own.start - 1) : own.start;
  const lineStart = content.lastIndexOf("\n", keyStart - 1) + 1;
  if (content.slice(lineStart, keyStart).trim() !== "") {
    // The first key behind a dash: the dash stays, and the next key moves up to it.
    const next = spans[index + 1];
    return [...emptied, keepComments(document, { start: own.start, end: next ? next.start : own.end })];
  }
  const lineEnd = endOfLine(content, own.end);
  const end = /^\r?\n/.exec(content.slice(lineEnd))?.[0].length ?? 0;
  if (end > 0) return [...emptied, keepComments(document, { start: lineStart, end: lineEnd + end })];
  // The last line of a file without a final line break takes the break before it along.
  const start = content[lineStart - 2] === "\r" ? lineStart - 2 : Math.max(0, lineStart - 1);
  return [...emptied, keepComments(document, { start, end: lineEnd })];
}

/** Removes a stretch of text but for its comments, which get lines of their own. */
function keepComments(document: OrgDocument, span: Span): Edit {
  const { content } = document.text;
  const removed = content.slice(span.start, span.end);
  const comments = commentsWithin(removed);
  if (comments.length === 0) return { span, newText: "" };
  const eol = eolOf(document.text);
  const indent = indentOf(content, span.start + (/^\s*/.exec(removed)?.[0].length ?? 0));
  const lines = comments.map((comment) => `${indent}${comment.trimEnd()}`).join(eol);
  const opens = span.start === 0 || content[span.start - 1] === "\n";
  return { span, newText: `${opens ? "" : eol}${lines}${eol}${opens ? "" : indent}` };
}

type Item = Entry | Piece | undefined;

const itemsOf = (container: Group | List): readonly Item[] =>
  isGroup(container) ? container.entries : container.items;

/** From the beginning of an item to its end; undefined where nothing is written, or a mark or a tag stands before it. */
function spanOfItem(item: Item, content: string): Span | undefined {
  if (!item) return undefined;
  if (!("key" in item)) return hasMark(item) ? undefined : { start: item.span.start, end: item.end };
  const { keyPiece, value } = item;
  if (!keyPiece || hasMark(keyPiece)) return undefined;
  const { start, end } = keyPiece.span;
  if (value && value.span.end > value.span.start) return { start, end: value.end };
  return { start, end: end + (/^\s*:/.exec(content.slice(end))?.[0].length ?? 0) };
}

const hasMark = ({ anchor, tag }: Piece): boolean => anchor !== undefined || tag?.startsWith("!") === true;
