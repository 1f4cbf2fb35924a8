import type { Edit } from "../../base/text.ts";
import type { Target } from "../find/occurrences.ts";
import type { OrgDocument } from "../read/document.ts";
import { type Leaf, leavesOf, step } from "../yaml/leaves.ts";
import { columnOf, eolOf } from "../yaml/text-layout.ts";
import { type Group, isGroup, isList, isRepeat, isUnwritten, type Piece } from "../yaml/written.ts";
import { saysTheSame } from "./rewriting.ts";

/** How an entry of a section is written: in braces, or with each key on a line of its own. */
export type EntryStyle = "braces" | "lines";

/** The style of an entry that could be written in the other one; undefined for all others. */
export function styleOf(document: OrgDocument, { section, id }: Target): EntryStyle | undefined {
  const entries = document.map.find([section])?.value;
  const raw = document.map.find([section, id])?.raw;
  if (document.syntax.problems.length > 0 || !isGroup(entries) || entries.isFlow || !isGroup(raw)) return undefined;
  return raw.entries.length === 0 ? undefined : raw.isFlow ? "braces" : "lines";
}

/**
 * The edits that write an entry in the other style. What it says stays the same, and so does every comment: on lines of
 * its own each stands with its key; for an entry in braces all but one go above it. Undefined where that cannot be.
 */
export function inOtherStyle(document: OrgDocument, entry: Target): Edit[] | undefined {
  const style = styleOf(document, entry);
  const written = document.map.find([entry.section, entry.id]);
  const key = written?.entry?.keyPiece;
  if (!style || !key || !isGroup(written?.raw) || written.merged) return undefined;
  const about: About = { document, key, group: written.raw, leaves: leavesOf(document.text.content) };
  const edits = style === "braces" ? onLines(about) : inBraces(about);
  return edits && saysTheSame(document, entry, edits) ? edits : undefined;
}

interface About {
  readonly document: OrgDocument;
  readonly key: Piece;
  readonly group: Group;
  readonly leaves: readonly Leaf[];
}

interface Line {
  text: string;
  remark?: string;
}

function onLines({ document, key, group, leaves }: About): Edit[] | undefined {
  const open = leaves.findIndex(({ offset }) => offset === group.span.start);
  const depth = leaves[open]?.depth ?? 0;
  const close = leaves.findIndex((leaf, i) => i > open && leaf.kind === "flow-map-end" && leaf.depth === depth);
  const before = leaves[open - 1];
  if (open < 0 || close < 0 || !before) return undefined;
  const { content } = document.text;
  const first: Line = { text: "" };
  const lines: Line[] = [];
  let pair: Leaf[] = [];
  const settle = () => {
    const last = pair.at(-1);
    const comments = pair.filter(isComment);
    const remark = last && isComment(last) && comments.length === 1 ? textOf(last) : undefined;
    if (remark === undefined) lines.push(...comments.map((leaf) => ({ text: textOf(leaf) })));
    const text = joined(
      content,
      pair.filter((leaf) => !isComment(leaf)),
    );
    if (text !== "") lines.push(remark === undefined ? { text } : { text, remark });
    pair = [];
  };
  for (const leaf of leaves.slice(open + 1, close)) {
    const owner = lines.at(-1) ?? first;
    if (leaf.kind === "comma" && leaf.depth === depth + 1) settle();
    else if (!isComment(leaf) || pair.some((one) => !isComment(one))) pair.push(leaf);
    else if (!leaf.isFirstOnLine && owner.remark === undefined) owner.remark = textOf(leaf);
    else lines.push({ text: textOf(leaf) });
  }
  settle();
  const behind = leaves[close + 1];
  const isBehind = behind !== undefined && isComment(behind) && !behind.isFirstOnLine;
  if (isBehind && first.remark === undefined && !isComment(before)) first.remark = textOf(behind);
  else if (isBehind) lines.unshift({ text: textOf(behind) });
  const indent = " ".repeat(columnOf(content, key.span.start) + step);
  const end = isBehind ? endOf(behind) : group.span.end;
  const newText = [first, ...lines].map(({ text, remark }, i) => {
    const head = i === 0 ? "" : `${indent}${text}`;
    return remark === undefined ? head : `${head} ${remark}`;
  });
  return [{ span: { start: endOf(before), end }, newText: newText.join(eolOf(document.text)) }];
}

function inBraces({ document, key, group, leaves }: About): Edit[] | undefined {
  const { content } = document.text;
  const inside = leaves.findIndex(({ offset }) => offset >= group.span.start);
  const before = leaves.slice(0, inside).findLast((leaf) => !isComment(leaf));
  const text = inlineMap(document, group);
  if (!before || text === undefined) return undefined;
  const ends = group.end;
  const behind = leaves.find(({ offset }) => offset >= ends);
  const isBehind = behind !== undefined && isComment(behind) && !behind.isFirstOnLine;
  const end = isBehind ? endOf(behind) : ends;
  const comments = leaves.filter((leaf) => isComment(leaf) && leaf.offset >= endOf(before) && leaf.offset < end);
  const own = comments.find((leaf) => leaf.line === before.line) ?? (comments.length === 1 ? comments[0] : undefined);
  const eol = eolOf(document.text);
  const indent = " ".repeat(columnOf(content, key.span.start));
  const above = comments.filter((leaf) => leaf !== own).map((leaf) => `${textOf(leaf)}${eol}${indent}`);
  const { start } = key.span;
  return [
    ...(above.length > 0 ? [{ span: { start, end: start }, newText: above.join("") }] : []),
    { span: { start: endOf(before), end }, newText: ` ${text}${own ? ` ${textOf(own)}` : ""}` },
  ];
}

const isComment = ({ kind }: Leaf): boolean => kind === "comment";
const textOf = ({ source }: Leaf): string => source.trimEnd();
const endOf = ({ offset, source }: Leaf): number => offset + source.length;

/** Leaves on one line, with the blanks between them that they had. */
function joined(content: string, leaves: readonly Leaf[]): string {
  return leaves
    .map((leaf, i) => {
      const next = leaves[i + 1];
      const gap = next ? content.slice(endOf(leaf), next.offset) : "";
      return onOneLine(leaf.source) + (/[\n#]/.test(gap) ? " " : gap);
    })
    .join("");
}

/** A line break inside a text reads as a blank. */
const onOneLine = (text: string): string => text.replaceAll(/[ \t]*\r?\n[ \t]*/g, " ");

function inlineMap(document: OrgDocument, { entries }: Group): string | undefined {
  const pairs = entries.map((entry) => {
    const key = inline(document, entry.keyPiece, false);
    const value = inline(document, entry.value, entry.key.startsWith("x-"));
    return key === undefined || value === undefined ? undefined : `${key}: ${value}`;
  });
  return pairs.every((pair) => pair !== undefined) ? `{ ${pairs.join(", ")} }` : undefined;
}

/** A value on one line; undefined for one with an anchor or a tag. Where nothing stands, nobody has asked. */
function inline(document: OrgDocument, piece: Piece | undefined, isOwn: boolean): string | undefined {
  if (!piece || isUnwritten(piece)) return isOwn ? "null" : "not-asked";
  if (isRepeat(piece)) return `*${piece.name} `.trimEnd();
  if (piece.anchor || piece.tag?.startsWith("!")) return undefined;
  if (isGroup(piece)) return piece.entries.length === 0 ? "{}" : inlineMap(document, piece);
  if (isList(piece)) {
    const items = piece.items.map((item) => inline(document, item, isOwn));
    return items.every((item) => item !== undefined) ? `[${items.join(", ")}]` : undefined;
  }
  const source = document.text.content.slice(piece.span.start, piece.span.end);
  const isOpenInBraces = piece.style === "plain" && /[,[\]{}]/.test(source);
  if (typeof piece.value === "string" && (piece.style === "text" || isOpenInBraces)) return JSON.stringify(piece.value);
  return onOneLine(source);
}
