import type { YAMLError } from "yaml";
import { applyEdits, type Span } from "../../base/text.ts";
import { isSound, oddBlanks, stretchOf } from "./compose.ts";
import { plainBlanks, type Repair, repairOf, tabsTitle } from "./repair.ts";

/** A part of a text that is no YAML, and what would make it so. */
export interface Slip {
  /** The lines that it is on. */
  readonly damage: Span;
  /** The first complaint about them, with its offset in the whole text; none where they are no key and no item. */
  readonly error: YAMLError | undefined;
  readonly at: Span;
  readonly repair: Repair | undefined;
}

export interface Recovered {
  /** The text with blanks where it could not be read: as long as before, so that offsets stay. */
  readonly masked: string;
  readonly slips: readonly Slip[];
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly text: string;
  /** It holds nothing, or only a comment. */
  readonly isBlank: boolean;
}

/** Larger texts are read as far as the library gets. */
const maxLength = 2_000_000;
/** So many lines are tried as a whole before their parts are. */
const longest = 100;
/** More slips than this nobody mends one by one. */
const maxSlips = 50;

/**
 * Finds the entries of a text that are no YAML, by the columns that they begin in: each is tried by itself, so that one
 * slip does not hide what stands below it. Undefined where the text has no such layout.
 */
export function recover(content: string): Recovered | undefined {
  if (content.length > maxLength) return undefined;
  const lines = linesOf(content);
  const first = lines.find(({ isBlank }) => !isBlank);
  if (!first || lines.some(({ text }) => /^(?:---|\.\.\.|%)/.test(text)) || /^\s*[[{]/.test(first.text))
    return undefined;
  const indented = plainlyIndented(lines);
  const plain = applyEdits(
    content,
    indented.flatMap(({ repair }) => [...(repair?.edits ?? [])]),
  );
  const search = new Search(plain);
  search.look(indented.length === 0 ? lines : linesOf(plain));
  const { masked } = search;
  const slips = [...indented, ...search.slips];
  return slips.length === 0 ? undefined : { masked, slips: tested(content, masked, slips) };
}

/**
 * Lines that are indented by other blanks than plain ones, which nobody sees: each is mended before anything is looked
 * for, since its column decides what it belongs with. A plain blank takes as much room as another.
 */
function plainlyIndented(lines: readonly Line[]): Slip[] {
  const odd = new RegExp(`(?<=^\\s*|[:,])[${oddBlanks}]`, "g");
  return lines
    .filter(({ text, isBlank }) => !isBlank && new RegExp(`^ *[${oddBlanks}]`).test(text))
    .slice(0, maxSlips)
    .map(({ start, end, text }) => {
      const edits = [...text.matchAll(odd)].map(({ index }) => ({
        span: { start: start + index, end: start + index + 1 },
        newText: " ",
      }));
      return { damage: { start, end }, at: edits[0]!.span, error: undefined, repair: plainBlanks(edits) };
    });
}

/** How many characters are read at most to test repairs, so that a keystroke in a large file does not wait for it. */
const mostTested = 60_000;

/** The slips, without a repair that would not make the text readable where it stands. */
function tested(content: string, masked: string, slips: readonly Slip[]): Slip[] {
  if (masked.length * slips.length > mostTested) return [...slips];
  const most = stretchOf(masked).errors.length;
  return slips.map((slip) => {
    if (!slip.repair) return slip;
    const { start, end } = slip.damage;
    const restored = masked.slice(0, start) + content.slice(start, end) + masked.slice(end);
    const isBetter = stretchOf(applyEdits(restored, [...slip.repair.edits])).errors.length <= most;
    return isBetter ? slip : { ...slip, repair: undefined };
  });
}

function linesOf(content: string): Line[] {
  const lines: Line[] = [];
  for (const { 0: whole, 1: text = "", index } of content.matchAll(/([^\n]*)(?:\n|$)/g)) {
    if (whole === "") break;
    const bare = index === 0 ? text.replace(/^\ufeff/, "") : text;
    const indent = /^ */.exec(bare)?.[0].length ?? 0;
    lines.push({ start: index, end: index + whole.length, indent, text: bare, isBlank: /^\s*(?:#|$)/.test(bare) });
  }
  return lines;
}

const notInLine = "This line is not indented like the lines it belongs with. Line it up with its neighbours.";

class Search {
  readonly slips: Slip[] = [];
  masked: string;

  constructor(content: string) {
    this.masked = content;
  }

  /** Looks for slips in some lines; gives whether there were any. */
  look(lines: readonly Line[]): boolean {
    const text = this.#textOf(lines);
    // Reading much at once takes longer than its parts one by one, so it is done only where none of them is damaged.
    const isLong = lines.length > longest;
    if (this.slips.length >= maxSlips || lines.length === 0 || (!isLong && isSound(text))) return false;
    if (this.#tabbed(lines, text)) return true;
    if (this.#pasted(lines)) {
      this.look(lines.filter((line) => !isRow(line)));
      return true;
    }
    const parts = partsOf(lines);
    if (parts.length > 1) {
      // Every part is looked at, also behind the first that is damaged.
      const found = parts.map((part) => this.look(part)).some((isDamaged) => isDamaged);
      return found || (!(isLong && isSound(text)) && this.#misplaced(parts));
    }
    const [part = []] = parts;
    const head = part.findIndex(({ isBlank }) => !isBlank);
    const below = part.slice(head + 1);
    const isHeader = /^[^#{["'&*|>]*:\s*(?:#.*)?$/.test(part[head]?.text ?? "");
    if (isHeader && below.some(({ isBlank }) => !isBlank) && this.look(below)) return true;
    if (isLong && isSound(text)) return false;
    this.#take(part, head, below);
    return true;
  }

  /** Tabs in front of lines, where blanks in their place make all of them readable: one slip, however many lines. */
  #tabbed(lines: readonly Line[], text: string): boolean {
    const tabbed = lines.filter(({ text, isBlank }) => !isBlank && /^ *\t/.test(text));
    const [first, last] = [tabbed[0], tabbed.at(-1)];
    const repair = first && repairOf(text, undefined);
    if (!first || !last || repair?.title !== tabsTitle) return false;
    const start = lines[0]!.start;
    const at = { start: first.start, end: first.start + (/^\s*/.exec(first.text)?.[0].length ?? 1) };
    this.#slip({ start: first.start, end: last.end }, at, undefined, moved(repair, start));
    for (const { start, end } of tabbed) this.#mask(start, end);
    return true;
  }

  /** Rows of a table, whose cells have tabs between them. */
  #pasted(lines: readonly Line[]): boolean {
    const rows = lines.filter(isRow);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return false;
    const edits = rows.map(({ start }) => ({ span: { start, end: start }, newText: "# " }));
    const says = `${rows.length === 1 ? "A row of a table stands" : `${rows.length} rows of a table stand`} here, pasted from a spreadsheet. Write each as an entry, such as \`cfo: { heldBy: Ann Roe, reportsTo: ceo }\`, or keep it as a note.`;
    const title =
      rows.length === 1
        ? "Keep the row as a note, with `#` before it"
        : "Keep the rows as a note, with `#` before them";
    this.#slip({ start: first.start, end: last.end }, { start: first.start, end: first.end }, undefined, {
      says,
      title,
      edits,
    });
    for (const { start, end } of rows) this.#mask(start, end);
    return true;
  }

  #textOf(lines: readonly Line[]): string {
    return this.masked.slice(lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0);
  }

  /** The parts can be read one by one and not together: the first that stands in the wrong column. */
  #misplaced(parts: readonly (readonly Line[])[]): boolean {
    const column = (part: readonly Line[]) => part.find(({ isBlank }) => !isBlank)?.indent ?? 0;
    const usual = column(parts[0]!);
    const wrong = parts.find((part) => column(part) !== usual);
    if (!wrong) return this.#mixed(parts);
    const start = wrong.find(({ isBlank }) => !isBlank)!.start;
    const edits = wrong
      .filter(({ isBlank }) => !isBlank)
      .map(({ start, indent }) => ({
        span: { start, end: start + indent },
        newText: " ".repeat(Math.max(0, indent + usual - column(wrong))),
      }));
    const { end } = wrong.findLast(({ isBlank }) => !isBlank)!;
    this.#slip({ start, end }, { start, end: start + Math.max(1, column(wrong)) }, undefined, {
      says: notInLine,
      title: "Line it up with its neighbours",
      edits,
    });
    this.#mask(start, end);
    return true;
  }

  /** Items of a list among keys: the items are taken for what does not belong there. */
  #mixed(parts: readonly (readonly Line[])[]): boolean {
    const dashes = parts.flatMap((part) => {
      const line = part.find(({ isBlank }) => !isBlank);
      const dash = /^( *)-[ \t]+(?=\S)/.exec(line?.text ?? "");
      return line && dash
        ? [{ line, part, start: line.start + dash[1]!.length, end: line.start + dash[0].length }]
        : [];
    });
    const [first] = dashes;
    if (!first || dashes.length === parts.length) return false;
    const damage = { start: first.line.start, end: dashes.at(-1)!.part.at(-1)!.end };
    const edits = dashes.map(({ start, end }) => ({ span: { start, end }, newText: "" }));
    const says = "A dash makes this an item of a list, and its neighbours are keys. Leave the dash out.";
    this.#slip(damage, first, undefined, {
      says,
      title: `Leave out the ${dashes.length > 1 ? "dashes" : "dash"}`,
      edits,
    });
    for (const { part } of dashes) this.#mask(part[0]!.start, part.at(-1)!.end);
    return true;
  }

  #take(part: readonly Line[], head: number, below: readonly Line[]): void {
    const first = part[head]!;
    const last = part.findLast(({ isBlank }) => !isBlank)!;
    const damage = { start: first.start, end: last.end };
    const text = this.masked.slice(damage.start, damage.end);
    const children = below.filter(({ isBlank }) => !isBlank);
    const own = this.#textOf([first]);
    // A line that is whole, above deeper lines that are whole: it belongs with them.
    const isStray = children.length > 0 && isSound(own) && isSound(this.#textOf(below)) && /:\s*\S/.test(own);
    if (isStray && first.indent > 0) {
      // It stands with its neighbours, and the deeper lines do not.
      const by = Math.min(...children.map(({ indent }) => indent)) - first.indent;
      const edits = children.map(({ start }) => ({ span: { start, end: start + by }, newText: "" }));
      this.#slip({ start: below[0]!.start, end: last.end }, edits[0]!.span, undefined, {
        says: notInLine,
        title: "Line it up with its neighbours",
        edits,
      });
      this.#mask(below[0]!.start, last.end);
      return;
    }
    if (isStray) {
      const key = /^\s*([^\s:]+)/.exec(own)?.[1] ?? "";
      const by = Math.min(...children.map(({ indent }) => indent)) - first.indent;
      this.#slip({ start: first.start, end: first.end }, { start: first.start, end: first.end - 1 }, undefined, {
        says: `\`${key}\` stands further left than the lines below it. Begin its line in the same column.`,
        title: `Indent \`${key}\` like the lines below it`,
        edits: [{ span: { start: first.start, end: first.start }, newText: " ".repeat(by) }],
      });
      this.#mask(first.start, first.end);
      return;
    }
    const { errors } = stretchOf(text);
    const [error] = errors;
    const offset = damage.start + (error?.pos[0] ?? first.indent);
    const complaint = { start: offset, end: Math.max(offset + 1, damage.start + (error?.pos[1] ?? first.text.length)) };
    const found = repairOf(text, error);
    const repair = found && moved(found, damage.start);
    const mended = repair?.at ?? repair?.edits.find(({ span }) => span.start < span.end)?.span;
    this.#slip(damage, mended ?? complaint, error, repair);
    this.#maskLeast(text, damage.start, error, (mended ?? complaint).start - damage.start);
  }

  #slip(damage: Span, at: Span, error: YAMLError | undefined, repair: Repair | undefined): void {
    if (this.slips.length < maxSlips) this.slips.push({ damage, at, error, repair });
  }

  /** Blanks out as little as makes the rest readable: the sign complained of, the value, or all of it. */
  #maskLeast(text: string, start: number, error: YAMLError | undefined, complaint: number): void {
    const without = (from: number, to: number) => text.slice(0, from) + blanks(text.slice(from, to)) + text.slice(to);
    const plain = text.replace(new RegExp(`[${oddBlanks}]`, "g"), " ");
    if (plain !== text && isSound(plain)) {
      this.masked = this.masked.slice(0, start) + plain + this.masked.slice(start + text.length);
      return;
    }
    const at = error?.pos[0] ?? -1;
    if (/[\]}]/.test(text[at] ?? "") && isSound(without(at, at + 1))) {
      this.#mask(start + at, start + at + 1);
      return;
    }
    const inner = valueInBrackets(text, complaint);
    if (inner && isSound(without(inner.start, inner.end))) {
      this.#mask(start + inner.start, start + inner.end);
      return;
    }
    const key = /^\s*(?:- +)?[\w.-]+:(?=\s)/.exec(text)?.[0].length;
    const isValueAlone = key !== undefined && isSound(without(key, text.length));
    this.#mask(start + (isValueAlone ? key : 0), start + text.length);
  }

  #mask(start: number, end: number): void {
    this.masked = this.masked.slice(0, start) + blanks(this.masked.slice(start, end)) + this.masked.slice(end);
  }
}

/**
 * The value between brackets, on one line, that a complaint stands in: from behind its key to what ends it. What a quote
 * that is left open takes in may hold commas, so that ends only with the brackets.
 */
function valueInBrackets(text: string, complaint: number): Span | undefined {
  if (/[\r\n]\s*\S/.test(text)) return undefined;
  const before = /^.*[{,]\s*[\w.-]+:\s+(?=[^\s,{}[\]]*$)/.exec(text.slice(0, complaint))?.[0];
  if (before === undefined) return undefined;
  const end = /["']/.test(text[complaint] ?? "") ? /[\s}\]]*$/ : /[,}\]]|\s*$/;
  return { start: before.length, end: complaint + (end.exec(text.slice(complaint))?.index ?? 0) };
}

const isRow = ({ text, isBlank }: Line): boolean => !isBlank && /\S *\t[ \t]*\S/.test(text) && !/: |:$/.test(text);

/** Lines that begin in the column of the first one, each with what is deeper below it. */
function partsOf(lines: readonly Line[]): Line[][] {
  const first = lines.find(({ isBlank }) => !isBlank);
  const parts: Line[][] = [[]];
  let hasBegun = false;
  for (const line of lines) {
    const isCloser = /^\s*[\]}]/.test(line.text);
    const isItemBelowKey = /^\s*-(?:\s|$)/.test(line.text) && !/^\s*-(?:\s|$)/.test(first?.text ?? "");
    const begins = !line.isBlank && line.indent <= (first?.indent ?? 0) && !isCloser && !isItemBelowKey;
    if (begins && hasBegun) parts.push([]);
    hasBegun ||= begins;
    parts.at(-1)!.push(line);
  }
  return parts;
}

const blanks = (text: string): string => text.replace(/[^\r\n]/g, " ");

const moved = ({ edits, at, ...repair }: Repair, by: number): Repair => ({
  ...repair,
  ...(at ? { at: { start: at.start + by, end: at.end + by } } : {}),
  edits: edits.map(({ span, newText }) => ({ span: { start: span.start + by, end: span.end + by }, newText })),
});
