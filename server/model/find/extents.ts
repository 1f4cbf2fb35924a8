import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Span } from "../../base/text.ts";
import type { OrgDocument } from "../read/document.ts";
import type { Place } from "../words/place.ts";
import { spanOf } from "../yaml/syntax.ts";
import { contentEnd } from "../yaml/text-layout.ts";

/** From the key of what stands at a place to the end of its value, without the comments behind it. */
export function extentOf(document: OrgDocument, place: Place): Span {
  const { entry, raw } = document.map.find(place) ?? {};
  const { content } = document.text;
  if (entry) return extent(entry.keyNode, entry.value, content) ?? document.map.span(place);
  return raw?.range ? { start: raw.range[0], end: endOf(raw, content) } : document.map.span(place);
}

/**
 * The spans around an offset (UTF-16), each inside the one behind it: the text, its field, the entry, the section and
 * at last the file.
 */
export function spansAround({ syntax, text: { content } }: OrgDocument, offset: number): Span[] {
  const found: Span[] = [{ start: 0, end: content.length }];
  const surrounds = ({ start, end }: Span) => start <= offset && offset <= end;
  const take = (span: Span) => {
    const around = found.at(-1)!;
    const isSmaller = span.start >= around.start && span.end <= around.end && lengthOf(span) < lengthOf(around);
    if (isSmaller && surrounds(span)) found.push(span);
  };
  let node: Node | null | undefined = syntax.root;
  while (node?.range) {
    const own = { start: node.range[0], end: endOf(node, content) };
    take(own);
    const isEnclosed = isScalar(node) ? node.type?.startsWith("QUOTE") : (isMap(node) || isSeq(node)) && node.flow;
    if (isEnclosed) take({ start: own.start + 1, end: own.end - 1 });
    if (isMap(node)) {
      const pair = node.items.findLast((one) => surrounds(extentOfPair(one, content) ?? { start: 0, end: -1 }));
      if (!pair) break;
      take(extentOfPair(pair, content)!);
      const key = pair.key as Node | null;
      node = (key?.range && offset <= key.range[1] ? key : pair.value) as Node | null;
    } else if (isSeq(node))
      node = (node.items as (Node | null)[]).findLast((item) => item?.range && surrounds(spanOf(item)));
    else break;
  }
  return found.reverse();
}

const lengthOf = ({ start, end }: Span): number => end - start;

/** What takes several lines in a file: everything that has a key or is an item, and runs of comments. */
export interface Blocks {
  readonly entries: readonly Span[];
  readonly comments: readonly Span[];
}

export function blocksIn({ syntax, text }: OrgDocument): Blocks {
  const { content } = text;
  const entries: Span[] = [];
  const texts: Span[] = [];
  const open: (Node | null)[] = [syntax.root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isMap(node)) {
      for (const pair of node.items) {
        const span = extentOfPair(pair, content);
        if (span) entries.push(span);
        open.push(pair.value as Node | null);
      }
    } else if (isSeq(node)) {
      for (const item of node.items as (Node | null)[]) {
        if (item?.range) entries.push({ start: item.range[0], end: endOf(item, content) });
        open.push(item);
      }
    } else if (isScalar(node)) texts.push(spanOf(node));
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

const extentOfPair = (pair: Pair, content: string): Span | undefined =>
  extent(pair.key as Node | null, pair.value as Node | null, content);

function extent(key: Node | null, value: Node | null, content: string): Span | undefined {
  if (!key?.range) return undefined;
  const isWritten = value?.range && !(isScalar(value) && value.range[0] === value.range[1]);
  return { start: key.range[0], end: Math.max(key.range[1], isWritten ? endOf(value, content) : 0) };
}

/** Where a value ends: a group in braces behind its brace, anything else without the comments and blank lines behind it. */
export function endOf(node: Node, content: string): number {
  return (isMap(node) || isSeq(node)) && node.flow ? spanOf(node).end : contentEnd(node, content);
}
