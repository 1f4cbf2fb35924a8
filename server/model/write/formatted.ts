import type { Edit, Span } from "../../base/text.ts";
import { applyEdits, Text } from "../../base/text.ts";
import type { OrgDocument } from "../read/document.ts";
import { type Leaf, type Level, leavesOf, step } from "../yaml/leaves.ts";
import { sourceMap } from "../yaml/source-map.ts";
import { eolOf } from "../yaml/text-layout.ts";
import { sameMeaning } from "./same-meaning.ts";

/**
 * The edits that lay a file out: two blanks a level, one blank inside braces, none inside brackets, one behind colons
 * and commas, none at the ends of lines, and a line break at the end. Line breaks and comments stay as they are. Offsets
 * are UTF-16. A file with syntax errors is left alone. `within` limits the edits to what touches it.
 */
export function formatted(document: OrgDocument, within?: Span): Edit[] {
  const { text, map } = document;
  if (map.problems.length > 0 || !map.root) return [];
  const leaves = leavesOf(text.content);
  const all = new Layout(text.content, leaves, eolOf(document.text)).edits();
  const comments = commentsIn(leaves);
  if (!within) return keeping(document, comments, all);
  const touched = all.filter(({ span }) => span.start <= within.end && within.start <= span.end);
  const some = keeping(document, comments, touched);
  // A part of the indentation alone can mean something else than all of it; the blanks inside lines never do.
  return some.length > 0 ? some : keeping(document, comments, touched.filter(isInsideLine(text.content)));
}

/** The edits, unless they would change what the file says: the last guard, for texts that nobody would write. */
function keeping({ text, map }: OrgDocument, comments: string, edits: readonly Edit[]): Edit[] {
  if (edits.length === 0) return [];
  const content = applyEdits(text.content, edits);
  const after = sourceMap(new Text(content));
  const isSame = after.problems.length === 0 && sameMeaning(map.root, after.root);
  return isSame && commentsIn(leavesOf(content)) === comments ? [...edits] : [];
}

const commentsIn = (leaves: readonly Leaf[]): string =>
  leaves.flatMap(({ kind, source }) => (kind === "comment" ? source.trimEnd() : [])).join("\n");

/** Whether an edit concerns blanks that indent nothing: neither at the beginning of a line nor behind its dashes. */
const isInsideLine =
  (content: string) =>
  ({ span: { start, end } }: Edit): boolean =>
    !content.slice(start, end).includes("\n") &&
    !/^[\s?:-]*$/.test(content.slice(content.lastIndexOf("\n", start - 1) + 1, start));

/** A comment behind something on its line. */
interface Remark {
  readonly leaf: Leaf;
  /** Where the text before it ends: in the file, and the column in the new layout. */
  readonly from: number;
  readonly column: number;
}

class Layout {
  readonly #content: string;
  readonly #leaves: readonly Leaf[];
  readonly #eol: string;
  readonly #edits: Edit[] = [];
  readonly #remarks: Remark[] = [];
  /** For each open bracket the column that its content stands to the right of, and its end in. */
  readonly #open: number[] = [];
  /** The column that what goes on below the present line inside brackets stands to the right of. */
  #base = 0;
  /** The column in the new layout. */
  #column = 0;
  /** The last `|` or `>` with what stands directly behind it. */
  #header = "";

  constructor(content: string, leaves: readonly Leaf[], eol: string) {
    this.#content = content;
    this.#leaves = leaves;
    this.#eol = eol;
  }

  edits(): Edit[] {
    let before: Leaf | undefined;
    const following = whatFollows(this.#leaves);
    for (const leaf of this.#leaves) {
      this.#gap(before, leaf, following.get(leaf));
      this.#leaf(leaf);
      before = leaf;
    }
    this.#alignRemarks();
    if (before) this.#end(before);
    return this.#edits.sort((a, b) => a.span.start - b.span.start);
  }

  /** What stands between two leaves. */
  #gap(before: Leaf | undefined, leaf: Leaf, next: Leaf | undefined): void {
    const start = before ? endOf(before) : this.#content.startsWith("\ufeff") ? 1 : 0;
    const span = { start, end: leaf.offset };
    if (leaf.isFirstOnLine) {
      const isText = leaf.kind === "block-scalar";
      this.#column = isText ? 0 : this.#columnFor(leaf, before, next);
      if (leaf.depth > 0 && leaf.kind !== "comment") this.#base = this.#column;
      this.#breaks(span, this.#column);
      return;
    }
    if (leaf.kind === "comment") {
      this.#remarks.push({ leaf, from: start, column: this.#column });
      return;
    }
    const blank = before ? blankBetween(before, leaf, span.end > span.start) : "";
    this.#column += blank.length;
    this.#replace(span, blank);
  }

  #columnFor(leaf: Leaf, before: Leaf | undefined, next: Leaf | undefined): number {
    if (isClosing(leaf)) return this.#open.at(-1) ?? 0;
    if (leaf.depth > 0) return (this.#open.at(-1) ?? 0) + step;
    if (leaf.kind !== "comment") return leaf.wanted;
    return columnOfComment(leaf, before?.level, next);
  }

  #leaf(leaf: Leaf): void {
    if (leaf.kind === "block-scalar-header") this.#header = leaf.source;
    if (isOpening(leaf)) {
      if (leaf.depth === 0) this.#base = leaf.isFirstOnLine || !leaf.level ? this.#column : baseOf(leaf.level);
      this.#open.push(this.#base);
    }
    if (isClosing(leaf)) {
      const base = this.#open.pop() ?? 0;
      if (leaf.isFirstOnLine) this.#base = base;
    }
    if (leaf.kind === "comment") {
      const end = endOf(leaf);
      this.#replace({ start: leaf.offset + leaf.source.trimEnd().length, end }, "");
    }
    const lastBreak = leaf.source.lastIndexOf("\n");
    if (leaf.kind === "block-scalar") this.#textLines(leaf);
    else if (lastBreak < 0) this.#column += leaf.source.length;
    else this.#continuedLines(leaf, lastBreak);
  }

  /** The lines of a text behind `|` or `>` move together, since blanks at their beginnings count. */
  #textLines(leaf: Leaf): void {
    const { source, offset, level } = leaf;
    const lines = [...source.matchAll(/( *)([^\r\n]*)(\r?\n|$)/g)];
    const first = lines.find(([, , text]) => text !== "");
    if (!first || !level) return;
    // A number behind `|` says how far the text is indented; otherwise its first line shows that.
    const given = Number(/[1-9]/.exec(this.#header)?.[0] ?? 0);
    const [now, wanted] = given
      ? [level.column + given, level.wanted + given]
      : [first[1]!.length, level.wanted + step];
    for (const { 1: blanks = "", 2: text = "", index } of lines) {
      const span = { start: offset + index, end: offset + index + blanks.length };
      const isEmpty = text === "" && blanks.length <= now;
      this.#replace(span, isEmpty ? "" : " ".repeat(Math.max(0, blanks.length + wanted - now)));
    }
  }

  /** Blanks around the line breaks inside other texts mean nothing, but a quoted one may end a line with `\ `. */
  #continuedLines({ source, offset, depth, level, kind }: Leaf, lastBreak: number): void {
    const wanted = depth > 0 ? (this.#open.at(-1) ?? 0) + step : (level?.wanted ?? 0) + step;
    for (const { 0: gap, index } of source.matchAll(/(?:\r?\n[ \t]*)+/g)) {
      const start = kind === "scalar" ? source.slice(0, index).trimEnd().length : index;
      this.#breaks({ start: offset + start, end: offset + index + gap.length }, wanted);
    }
    this.#column = wanted + source.slice(lastBreak + 1).trimStart().length;
  }

  /** Blanks and line breaks between two lines: one edit a line, so that some lines can be laid out without the others. */
  #breaks({ start, end }: Span, indent: number): void {
    let offset = start;
    for (const part of this.#content.slice(start, end).split(/(\r?\n)/)) {
      const span = { start: offset, end: offset + part.length };
      offset = span.end;
      if (!part.endsWith("\n")) this.#replace(span, offset === end ? " ".repeat(indent) : "");
    }
  }

  /** Comments that stand below one another keep doing so; any other keeps its distance. */
  #alignRemarks(): void {
    let group: Remark[] = [];
    const settle = () => {
      const distance = group.reduce((least, { leaf, from }) => Math.min(least, leaf.offset - from), Infinity);
      const longest = group.reduce((most, remark) => Math.max(most, remark.column), 0);
      const column = longest + Math.max(1, distance);
      for (const { leaf, from, column: end } of group)
        this.#replace({ start: from, end: leaf.offset }, " ".repeat(column - end));
    };
    for (const remark of this.#remarks) {
      const last = group.at(-1)?.leaf;
      const goesOn = last && remark.leaf.line === last.line + 1 && remark.leaf.column === last.column;
      if (last && !goesOn) {
        settle();
        group = [];
      }
      group.push(remark);
    }
    if (group.length > 0) settle();
  }

  /** One line break at the end; that of a text behind `|` or `>` is part of it. */
  #end(last: Leaf): void {
    const start = endOf(last);
    const rest = this.#content.slice(start);
    const isBroken = last.source.endsWith("\n");
    this.#replace({ start, end: this.#content.length }, isBroken ? "" : (/\r?\n/.exec(rest)?.[0] ?? this.#eol));
  }

  #replace(span: Span, newText: string): void {
    if (this.#content.slice(span.start, span.end) !== newText) this.#edits.push({ span, newText });
  }
}

/** For each comment what is written behind it, other comments left out. */
function whatFollows(leaves: readonly Leaf[]): ReadonlyMap<Leaf, Leaf> {
  const following = new Map<Leaf, Leaf>();
  let next: Leaf | undefined;
  for (const leaf of leaves.toReversed()) {
    if (leaf.kind !== "comment") next = leaf;
    else if (next) following.set(leaf, next);
  }
  return following;
}

const endOf = ({ offset, source }: Leaf): number => offset + source.length;

const isOpening = ({ kind }: Leaf): boolean => kind === "flow-map-start" || kind === "flow-seq-start";

const isClosing = ({ kind }: Leaf): boolean => kind === "flow-map-end" || kind === "flow-seq-end";

/** What goes on below an item stands to the right of what is written behind its dash. */
const baseOf = ({ isList, wanted }: Level): number => (isList ? wanted + step : wanted);

/**
 * A comment on a line of its own goes with what follows where it stood above that, otherwise with the list or group that
 * it stood in. Where it stood below none of them, as between a key and what is indented below it, what follows takes it.
 */
function columnOfComment({ column }: Leaf, before: Level | undefined, next: Leaf | undefined): number {
  if (next?.isFirstOnLine && next.column === column) return next.wanted;
  for (let level = before; level; level = level.parent) {
    // Left of all that is written, it goes with the outermost, which will stand there, too.
    if (level.column > column && level.parent) continue;
    const isBeyond = next?.isFirstOnLine && next.wanted > level.wanted;
    if (isBeyond) return next.wanted;
    // Deeper than the entry above it, which has no lines below it of its own: what is commented out there is its.
    return column >= level.column + step ? level.wanted + step : level.wanted;
  }
  return 0;
}

/** The blanks between two leaves of one line. */
function blankBetween(before: Leaf, after: Leaf, isBlank: boolean): string {
  switch (after.kind) {
    case "map-value-ind":
      // Directly behind an alias, the colon would be part of its name; behind anything that is no key, it stands alone.
      return isKey(before) ? "" : " ";
    case "comma":
      return before.kind === "map-value-ind" ? " " : "";
    case "flow-map-end":
      return before.kind === "flow-map-start" ? "" : " ";
    case "flow-seq-end":
      return before.kind === "map-value-ind" ? " " : "";
  }
  switch (before.kind) {
    case "flow-seq-start":
      return "";
    case "flow-map-start":
    case "comma":
    case "map-value-ind":
    case "seq-item-ind":
    case "explicit-key-ind":
    case "anchor":
    case "tag":
    case "doc-start":
      return " ";
    default:
      return isBlank ? " " : "";
  }
}

const isKey = (leaf: Leaf): boolean =>
  leaf.kind === "scalar" ||
  leaf.kind === "single-quoted-scalar" ||
  leaf.kind === "double-quoted-scalar" ||
  isClosing(leaf);
