import { type Box, type Card, counted, type Folded, type Found, type MarkKind, markKinds, worst } from "./chart.ts";
import {
  type Icon,
  iconSize,
  type Look,
  type Measured,
  type Part,
  type Pill,
  pillHeight,
  type Style,
  small,
  smallBold,
  smallItalic,
  type TextLine,
  titleStyle,
} from "./drawing.ts";
import { widthOf, wrap } from "./text.ts";

/** How large boxes are, and where in them their words stand. */

const boxWidth = 176;
const rowsWidth = 252;
const cardWidth = 236;
/** From the edge to the words; at the left there is the bar of the gravest finding. */
const left = 11;
const right = 8;
const top = 8;
const bottom = 8;
const lineHeight = 14;
const titleHeight = 15;
const marksGap = 6;
const rowHeight = 17;
/** More lines than these of one text end in dots; the whole of it is in the box's title. */
const titleLines = 5;
const nameLines = 3;
/** A box with very many lines has them in columns of this many, so that it does not become a tower. */
const rowsInColumn = 40;

/** `labels`: where lines lead that are not drawn, as "→ CFO". */
export function measureBox(box: Box, level: number, labels: readonly string[]): Measured {
  const hasRows = box.rows.length > 0;
  const width = hasRows ? rowsWidth : boxWidth;
  const pen = new Pen(width, box.found);
  if (box.title !== "") pen.write(box.title, titleStyle, "strong", titleLines, box.holder.is === "not-there");
  const isSaid = box.holder.is === "held";
  for (const line of box.holder.lines)
    pen.write(line, isSaid ? small : smallItalic, isSaid ? "strong" : "faint", nameLines);
  for (const line of [...box.small, ...labels]) pen.write(line, small, "faint", nameLines);
  pen.letters(box.seats.map(({ letter, chairs }) => ({ letter, filled: chairs })));
  const columns = Math.ceil(box.rows.length / rowsInColumn);
  if (hasRows) pen.rows(box.rows, Math.ceil(box.rows.length / columns), rowsWidth);
  if (box.folded) pen.folded(box.key, box.folded);
  return {
    ...pen.done(columns > 1 ? rowsWidth * columns : width),
    key: box.key,
    at: box.at,
    look: lookOf(box),
    holder: box.holder.is,
    title: box.title || foldedWords(box.folded),
    description: describe(box),
    level,
    worst: worst(box.found),
  };
}

export function measureCard(card: Card): Measured {
  const pen = new Pen(cardWidth, card.found);
  if (card.letter !== undefined) pen.lead(card.letter);
  pen.write(card.title, titleStyle, "strong", titleLines);
  pen.space(3);
  for (const line of card.lines) pen.write(line, small, "faint");
  const rest = { key: card.key, at: card.at, look: card.is, title: card.title, level: 1 } as const;
  const description = [...card.lines, ...card.found.says].join("; ");
  return { ...pen.done(cardWidth), ...rest, holder: "unnamed", description, worst: worst(card.found) };
}

/** "Eve Roy, also DPO, reports to CIO, 1 warning: CISO inside the IT line". */
function describe(box: Box): string {
  const holder = box.holder.lines.join(", ");
  const superior = box.superior === undefined ? "" : `reports to ${box.superior}`;
  const folded = box.folded ? foldedWords(box.folded) : "";
  return [holder, ...box.small, superior, ...box.found.says, folded].filter((part) => part !== "").join("; ");
}

function lookOf({ holder, outside, key, title }: Box): Look {
  if (title === "") return "folded";
  if (!key.startsWith("post:")) return "body";
  if (holder.is === "not-there") return "not-there";
  if (holder.is === "vacant") return "vacant";
  return outside ? "outside" : "post";
}

/** "+34 posts, 2 errors", or where they stand. */
function foldedWords(folded: Folded | undefined): string {
  if (!folded) return "";
  const { posts, found, where } = folded;
  const words: Readonly<Record<MarkKind, string>> = {
    error: "error",
    warning: "warning",
    info: "note",
    hint: "hint",
    settled: "settled",
  };
  const kinds = where === undefined ? markKinds.filter((kind) => found.marks[kind] > 0) : [];
  const marks = kinds.map((kind) =>
    kind === "settled" ? `${found.marks[kind]} settled` : counted(found.marks[kind], words[kind]),
  );
  return [`+${counted(posts, "post")}`, ...(where === undefined ? marks : [where])].join(", ");
}

/** Writes into a box from the top down, beside the column of its marks. */
class Pen {
  readonly #width: number;
  readonly #marksWidth: number;
  readonly #texts: TextLine[] = [];
  readonly #icons: Icon[] = [];
  readonly #pills: Pill[] = [];
  readonly #parts: Part[] = [];
  readonly #marksBottom: number;
  #y = top;
  /** What stands before the first line. */
  #lead = 0;

  constructor(width: number, found: Found) {
    this.#width = width;
    const kinds = markKinds.filter((kind) => found.marks[kind] > 0);
    const numbers = kinds.map((kind) => String(found.marks[kind]));
    const widest = Math.max(0, ...numbers.map((one) => widthOf(one, smallBold)));
    this.#marksWidth = kinds.length === 0 ? 0 : iconSize + 3 + widest;
    for (const [i, kind] of kinds.entries()) {
      const x = width - right - this.#marksWidth;
      const y = top + i * (iconSize + 4);
      this.#icons.push({ kind, x, y });
      this.#texts.push({ x: x + iconSize + 3, y: y + 10, text: numbers[i]!, style: smallBold, tone: "strong" });
    }
    this.#marksBottom = kinds.length === 0 ? 0 : top + kinds.length * (iconSize + 4) - 4;
  }

  /** A committee's letter before the title of its card. */
  lead(letter: string): void {
    const width = pillWidth(letter);
    this.#pills.push({ x: left, y: this.#y, width, letter, filled: true });
    this.#lead = width + 6;
  }

  space(height: number): void {
    this.#y += height;
  }

  write(text: string, style: Style, tone: "strong" | "faint", most?: number, struck = false): void {
    const height = style === titleStyle ? titleHeight : lineHeight;
    const room = this.#width - left - right - this.#lead - (this.#marksWidth > 0 ? this.#marksWidth + marksGap : 0);
    for (const line of wrap(text, room, style, most)) {
      const rest = struck ? { struck } : {};
      this.#texts.push({ x: left + this.#lead, y: this.#y + style.size - 1, text: line, style, tone, ...rest });
      this.#y += height;
    }
    this.#lead = 0;
  }

  letters(seats: readonly { readonly letter: string; readonly filled: boolean }[]): void {
    if (seats.length === 0) return;
    const room = this.#width - right - (this.#marksWidth > 0 ? this.#marksWidth + marksGap : 0);
    let x = left;
    this.#y += 3;
    for (const { letter, filled } of seats) {
      const width = pillWidth(letter);
      if (x > left && x + width > room) {
        x = left;
        this.#y += pillHeight + 3;
      }
      this.#pills.push({ x, y: this.#y, width, letter, filled });
      x += width + 4;
    }
    this.#y += pillHeight;
  }

  rows(rows: readonly Box[], inColumn: number, columnWidth: number): void {
    this.#y = Math.max(this.#y, this.#marksBottom) + 6;
    const start = this.#y;
    let lowest = start;
    for (const [i, row] of rows.entries()) {
      if (i > 0 && i % inColumn === 0) this.#y = start;
      this.#row(row, Math.floor(i / inColumn) * columnWidth, columnWidth);
      lowest = Math.max(lowest, this.#y);
    }
    this.#y = lowest;
  }

  folded(key: string, folded: Folded): void {
    this.#y = Math.max(this.#y, this.#marksBottom) + (this.#y === top ? 0 : 4);
    const words = foldedWords(folded);
    const lines = wrap(words, this.#width - left - right, small);
    const texts = lines.map((text, i): TextLine => {
      return { x: left, y: this.#y + i * lineHeight + 12, text, style: small, tone: "strong" };
    });
    const height = lines.length * lineHeight + 4;
    const place = { x: left - 4, y: this.#y, width: this.#width - left - right + 8, height };
    const rest = { at: undefined, title: words, description: folded.found.says.join("; "), icons: [] };
    this.#parts.push({ key: `${key}:folded`, folded: folded.posts, ...place, texts, ...rest });
    this.#y += height;
  }

  done(width: number): Pick<Measured, "width" | "height" | "texts" | "icons" | "pills" | "parts"> {
    const height = Math.max(this.#y, this.#marksBottom) + bottom;
    return { width, height, texts: this.#texts, icons: this.#icons, pills: this.#pills, parts: this.#parts };
  }

  /** Title at the left, holder at the right, marks behind; each with lines of its own where it is long. */
  #row(row: Box, x: number, columnWidth: number): void {
    const kinds = markKinds.filter((kind) => row.found.marks[kind] > 0);
    const numbers = kinds.map((kind) => String(row.found.marks[kind]));
    const marks = kinds.map((_, i) => iconSize + 2 + widthOf(numbers[i]!, smallBold) + 4);
    const marksWidth = marks.reduce((sum, one) => sum + one, 0);
    const room = columnWidth - left - right - marksWidth - 8;
    const holder = row.holder.lines.join(", ");
    const style = row.holder.is === "held" ? small : smallItalic;
    const holderWidth = Math.min(widthOf(holder, style), Math.max(room / 2, room - widthOf(row.title, small)));
    const titles = wrap(row.title, room - holderWidth, small, nameLines);
    const holders = holder === "" ? [] : wrap(holder, holderWidth + 0.1, style, nameLines * 2);
    const height = Math.max(titles.length, holders.length) * lineHeight + rowHeight - lineHeight;
    const place = { x: x + left - 4, y: this.#y, width: columnWidth - left - right + 8, height };
    const texts: TextLine[] = titles.map((text, i) => ({
      x: x + left,
      y: this.#y + 12 + i * lineHeight,
      text,
      style: small,
      tone: "strong",
    }));
    const holderX = x + left + room - holderWidth + 8;
    for (const [i, text] of holders.entries())
      texts.push({ x: holderX, y: this.#y + 12 + i * lineHeight, text, style, tone: "faint" });
    const icons: Icon[] = [];
    let markX = x + columnWidth - right - marksWidth + 4;
    for (const [i, kind] of kinds.entries()) {
      icons.push({ kind, x: markX, y: this.#y + 2 });
      texts.push({ x: markX + iconSize + 2, y: this.#y + 12, text: numbers[i]!, style: smallBold, tone: "strong" });
      markX += marks[i]!;
    }
    const rest = { folded: undefined, title: row.title, description: describe(row), texts, icons };
    this.#parts.push({ key: row.key, at: row.at, ...place, ...rest });
    this.#y += height;
  }
}

const pillWidth = (letter: string): number => Math.max(20, widthOf(letter, smallBold) + 10);
