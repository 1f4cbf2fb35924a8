import { isMap, isSeq, Lexer, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import type { Edit, Span } from "../../base/text.ts";
import type { OrgDocument } from "../read/document.ts";
import type { Place } from "../words/place.ts";
import type { Written } from "../yaml/source-map.ts";
import { contentEnd, endOfLine, eolOf, indentOf, replaceSpan } from "../yaml/text-layout.ts";

/** Takes out a key with its value, or a list's item; comments that stand inside what goes stay behind. */
export function removal(document: OrgDocument, at: Place): Edit[] {
  const written = document.map.find(at);
  const parent = document.map.find(at.slice(0, -1));
  if (!written || !parent?.value || written.entry?.merged) return [];
  const container = parent.value;
  const index = isMap(container)
    ? container.items.indexOf(written.entry?.pair as Pair)
    : isSeq(container)
      ? Number(at.at(-1))
      : -1;
  if (isMap(container) || isSeq(container)) {
    if (index < 0) return [];
    return container.flow
      ? [removeFromFlow(document, container, index)]
      : removeFromBlock(document, container, index, parent);
  }
  // A single value that stands for a list of one leaves an empty list.
  return parent.raw ? [replaceSpan(parent.raw, "[]")] : [];
}

function removeFromFlow(document: OrgDocument, container: YAMLMap | YAMLSeq, index: number): Edit {
  const { content } = document.text;
  const spans = container.items.map((item) => spanOfItem(item, content));
  const own = spans[index]!;
  const before = spans[index - 1];
  const after = spans[index + 1];
  if (before) return keepComments(document, { start: before.end, end: own.end });
  if (after) return keepComments(document, { start: own.start, end: after.start });
  return keepComments(document, { start: container.range![0] + 1, end: container.range![1] - 1 });
}

function removeFromBlock(document: OrgDocument, container: YAMLMap | YAMLSeq, index: number, parent: Written): Edit[] {
  const { content } = document.text;
  const own = spanOfItem(container.items[index], content);
  const key = isSeq(container) && container.items.length === 1 ? parent.entry?.keyNode : undefined;
  // The list stays, as an empty one: taking the key's value away would make it unknown.
  const colon = key?.range ? content.indexOf(":", key.range[1]) + 1 : -1;
  const emptied: Edit[] = colon > 0 ? [{ span: { start: colon, end: colon }, newText: " []" }] : [];
  const keyStart = isSeq(container) ? content.lastIndexOf("-", own.start - 1) : own.start;
  const lineStart = content.lastIndexOf("\n", keyStart - 1) + 1;
  if (content.slice(lineStart, keyStart).trim() !== "") {
    // The first key behind a dash: the dash stays, and the next key moves up to it.
    const next = container.items[index + 1];
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
  const comments = removed.includes("#") ? [...new Lexer().lex(removed)].filter((token) => token.startsWith("#")) : [];
  if (comments.length === 0) return { span, newText: "" };
  const eol = eolOf(document.text);
  const indent = indentOf(content, span.start + (/^\s*/.exec(removed)?.[0].length ?? 0));
  const lines = comments.map((comment) => `${indent}${comment.trimEnd()}`).join(eol);
  const opens = span.start === 0 || content[span.start - 1] === "\n";
  return { span, newText: `${opens ? "" : eol}${lines}${eol}${opens ? "" : indent}` };
}

function spanOfItem(item: unknown, content: string): Span {
  if (!isPair(item)) {
    const node = item as Node;
    return { start: node.range![0], end: contentEnd(node, content) };
  }
  const key = item.key as Node;
  const value = item.value as Node | null;
  const hasText = value?.range && value.range[1] > value.range[0];
  const colon = /^\s*:/.exec(content.slice(key.range![1]))?.[0].length ?? 0;
  return { start: key.range![0], end: hasText ? contentEnd(value, content) : key.range![1] + colon };
}

const isPair = (item: unknown): item is Pair =>
  typeof item === "object" && item !== null && "key" in item && "value" in item;
