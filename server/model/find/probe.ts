import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { Text } from "../../base/text.ts";
import type { Part, Place } from "../words/place.ts";
import { keyOf, parseYaml } from "../yaml/syntax.ts";
import { columnOf, indentOf } from "../yaml/text-layout.ts";

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
  const found = findMark(parseYaml(new Text(content)).root, content);
  return found && read(found, content);
}

/**
 * A quote that was never closed swallows the lines below it. Undefined where the text ends inside no such quote; else the
 * text without what stands from the quote to the end of its line.
 */
export function withoutOpenQuote(before: string): string | undefined {
  const content = before + mark;
  const found = findMark(parseYaml(new Text(content)).root, content);
  if (!found || !quoteOf(found.node)) return undefined;
  const start = found.node.range![0];
  const lineEnd = content.indexOf("\n", start);
  const isBelow = lineEnd >= 0 && indentAtEnd(before) <= indentOf(content, start).length;
  return isBelow ? before.slice(0, start) + before.slice(lineEnd) : undefined;
}

interface Found {
  readonly node: Scalar;
  readonly place: Place;
  readonly part: Part;
  /** The group or list around it, where it stands in one directly. */
  readonly inside: YAMLMap | YAMLSeq | undefined;
  readonly inFlow: boolean;
  readonly closers: string;
  readonly parentColumn: number;
}

/** The mark ends the text, so it is in the last entry of the last entry, or nowhere. */
function findMark(root: Node | null, content: string): Found | undefined {
  const place: (string | number)[] = [];
  let node = root;
  let inside: YAMLMap | YAMLSeq | undefined;
  let closers = "";
  let parentColumn = -1;
  while (node) {
    if (isMap(node)) {
      if (node.flow) closers = `}${closers}`;
      const pair = node.items.at(-1);
      const key = pair?.key as Node | null | undefined;
      if (!pair || !key) return undefined;
      if (isScalar(key) && isMarked(key))
        return { node: key, place, part: "key", inside: node, inFlow: node.flow === true, closers, parentColumn };
      place.push(keyOf(pair));
      parentColumn = columnOf(content, key.range?.[0] ?? 0);
      inside = undefined;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      if (node.flow) closers = `]${closers}`;
      place.push(node.items.length - 1);
      parentColumn = columnOf(content, node.range?.[0] ?? 0);
      inside = node;
      node = node.items.at(-1) as Node | null;
    } else if (isAlias(node) || !isScalar(node) || !isMarked(node)) return undefined;
    else return { node, place, part: "value", inside, inFlow: closers !== "", closers, parentColumn };
  }
  return undefined;
}

const isMarked = (node: Scalar): boolean => typeof node.value === "string" && node.value.includes(letter);

function read(found: Found, content: string): Probe | undefined {
  const { node, place, inFlow, inside } = found;
  if (node.type !== "PLAIN" && !quoteOf(node)) return undefined;
  const quote = quoteOf(node);
  const begins = node.range![0];
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
    ownLine: found.part === "value" && isFirst && !inFlow && !isSeq(inside),
    column,
    parentColumn: found.parentColumn,
  };
}

/** Half a key above half a key reads as one text; where both begin in one column, each stands for itself. */
function isSibling({ node, inFlow }: Found, content: string, indent: number): boolean {
  const start = node.range![0];
  return (
    node.type === "PLAIN" &&
    !inFlow &&
    indentOf(content, start).length === indent &&
    columnOf(content, start) === indent
  );
}

/** Entries of one block begin in one column; the library is more patient than that. */
function isInLine(inside: YAMLMap | YAMLSeq, content: string, start: number): boolean {
  const first = isMap(inside) ? (inside.items[0]?.key as Node | null | undefined) : undefined;
  if (first?.range) return columnOf(content, first.range[0]) === columnOf(content, start);
  const dash = content.lastIndexOf("-", start - 1);
  return !isSeq(inside) || columnOf(content, inside.range?.[0] ?? 0) === columnOf(content, dash);
}

const quoteOf = (node: Scalar): '"' | "'" | undefined =>
  node.type === "QUOTE_DOUBLE" ? '"' : node.type === "QUOTE_SINGLE" ? "'" : undefined;

const indentAtEnd = (text: string): number => /^ */.exec(text.slice(text.lastIndexOf("\n") + 1))?.[0].length ?? 0;
