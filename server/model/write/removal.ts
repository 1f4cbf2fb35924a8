import type { Edit, Span } from "../../base/text.ts";
import type { OrgDocument } from "../read/document.ts";
import type { Place } from "../words/place.ts";
import { commentsWithin } from "../yaml/leaves.ts";
import type { Written } from "../yaml/source-map.ts";
import { endOfLine, eolOf, indentOf, replaceSpan } from "../yaml/text-layout.ts";
import { type Entry, type Group, isGroup, isList, type List, type Piece } from "../yaml/written.ts";

/** Takes out a key with its value, or a list's item; comments that stand inside what goes stay behind. */
export function removal(document: OrgDocument, at: Place): Edit[] {
  const written = document.map.find(at);
  const parent = document.map.find(at.slice(0, -1));
  if (!written || !parent?.value || written.merged) return [];
  const container = parent.value;
  if (isGroup(container) || isList(container)) {
    const index = isList(container) ? Number(at.at(-1)) : written.entry ? container.entries.indexOf(written.entry) : -1;
    if (index < 0 || (written.entry && !written.entry.keyPiece)) return [];
    return container.isFlow
      ? [removeFromFlow(document, container, index)]
      : removeFromBlock(document, container, index, parent);
  }
  // A single value that stands for a list of one leaves an empty list.
  return parent.raw ? [replaceSpan(parent.raw, "[]")] : [];
}

function removeFromFlow(document: OrgDocument, container: Group | List, index: number): Edit {
  const { content } = document.text;
  const spans = itemsOf(container).map((item) => spanOfItem(item, content));
  const own = spans[index]!;
  const before = spans[index - 1];
  const after = spans[index + 1];
  if (before) return keepComments(document, { start: before.end, end: own.end });
  if (after) return keepComments(document, { start: own.start, end: after.start });
  return keepComments(document, { start: container.span.start + 1, end: container.span.end - 1 });
}

function removeFromBlock(document: OrgDocument, container: Group | List, index: number, parent: Written): Edit[] {
  const { content } = document.text;
  const items = itemsOf(container);
  const own = spanOfItem(items[index], content);
  const key = isList(container) && items.length === 1 ? parent.entry?.keyPiece : undefined;
  // The list stays, as an empty one: taking the key's value away would make it unknown.
  const colon = key ? content.indexOf(":", key.span.end) + 1 : -1;
  const emptied: Edit[] = colon > 0 ? [{ span: { start: colon, end: colon }, newText: " []" }] : [];
  const keyStart = isList(container) ? content.lastIndexOf("-", own.start - 1) : own.start;
  const lineStart = content.lastIndexOf("\n", keyStart - 1) + 1;
  if (content.slice(lineStart, keyStart).trim() !== "") {
    // The first key behind a dash: the dash stays, and the next key moves up to it.
    const next = items[index + 1];
    return [
      ...emptied,
      keepComments(document, { start: own.start, end: next ? spanOfItem(next, content).start : own.end }),
    ];
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

function spanOfItem(item: Item, content: string): Span {
  if (!item) return { start: 0, end: 0 };
  if (!("key" in item)) return { start: item.span.start, end: item.innerEnd };
  const { keyPiece, value } = item;
  const { start, end } = keyPiece?.span ?? { start: 0, end: 0 };
  if (value && value.span.end > value.span.start) return { start, end: value.innerEnd };
  return { start, end: end + (/^\s*:/.exec(content.slice(end))?.[0].length ?? 0) };
}
