import regular from "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf";
import bold from "@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf";
import type { Style } from "./drawing.ts";

/**
 * How wide text is, and where its lines break. Arimo's letters are as wide as Arial's and Liberation Sans's, so one
 * table holds on every machine. Kerning is left out: it only ever makes text narrower.
 */

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

type Font = typeof regular;
const widthsIn = ({ unitsPerEm, runs }: Font): ReadonlyMap<number, number> =>
  new Map(runs.flatMap(([first = 0, ...widths]) => widths.map((width, i) => [first + i, width / unitsPerEm] as const)));
const tables = { bold: widthsIn(bold), regular: widthsIn(regular) };

const mark = /^\p{M}$/u;
const invisible = /^(?:\p{Cf}|\p{Variation_Selector})$/u;
const pictograph = /^\p{Extended_Pictographic}$/u;
const wide =
  /^(?:[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}])$/u;
const anyWide = new RegExp(wide.source.slice(1, -1), "u");
/** Single letters that are as wide as words. */
const veryWide = /^[\u2e3a\u2e3b\ufdfa-\ufdfd\u{12000}-\u{1254f}]$/u;

/** Letters without a width of ours: wide enough for the fonts that a machine may have in their place. */
function guessed(letter: string): number {
  if (mark.test(letter) || invisible.test(letter)) return 0;
  if (veryWide.test(letter)) return 12;
  if (pictograph.test(letter)) return 1.4;
  return wide.test(letter) ? 1 : 0.9;
}

/** The width of a text on one line, in pixels. */
export function widthOf(text: string, { size, weight }: Style): number {
  const table = tables[weight === "bold" ? "bold" : "regular"];
  let ems = 0;
  for (const letter of text) ems += table.get(letter.codePointAt(0)!) ?? guessed(letter);
  return ems * size;
}

/** Whether a font of the user's own has a letter, by its code point. */
export type HasLetter = (codePoint: number) => boolean;

/**
 * The text with a box in place of each letter that neither our fonts nor others have: without one, a renderer may drop
 * the whole line. `missing` gets those letters.
 */
export function withBoxes(text: string, inOtherFont: HasLetter, missing: (letter: string) => void): string {
  const boxed = lettersOf(text).map((letter) => {
    if (drawable(letter, inOtherFont)) return letter;
    missing(letter);
    return "\u25a1";
  });
  return boxed.join("");
}

function drawable(letter: string, inOtherFont: HasLetter): boolean {
  const points = [...letter];
  // A sign without a form of its own, as one that joins others, is nothing to draw.
  const drawn = points.filter((point) => points.length === 1 || !invisible.test(point));
  return drawn.every((point) => tables.regular.has(point.codePointAt(0)!) || inOtherFont(point.codePointAt(0)!));
}

/** A text in lines of at most `width` pixels; the last of `most` lines ends in dots where there is more. Never empty. */
export function wrap(text: string, width: number, style: Style, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text, width, style)) {
    if (line !== "" && widthOf((line + piece).trimEnd(), style) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(" "), width, style)];
}

/** The beginning of a text, with dots, as far as it fits. */
export function cut(text: string, width: number, style: Style): string {
  if (widthOf(text, style) <= width) return text;
  let kept = "";
  for (const letter of lettersOf(text)) {
    if (widthOf(`${kept}${letter}\u2026`, style) > width) break;
    kept += letter;
  }
  return `${kept.trimEnd()}\u2026`;
}

/** What may not be broken: words with the blank or dash behind them, East Asian letters; of long words, letters. */
function pieces(text: string, width: number, style: Style): string[] {
  const words = text.match(/[^\s\-/]*(?:[-/]+|\s+|$)/gu) ?? [];
  const breaks = (word: string) => anyWide.test(word) || widthOf(word.trimEnd(), style) > width;
  return words.filter(Boolean).flatMap((word) => (breaks(word) ? lettersOf(word) : [word]));
}

/** Graphemes; of plain text simply its signs, which is much faster. */
const lettersOf = (text: string): string[] =>
  /^[\x20-\x7e]*$/.test(text) ? [...text] : [...graphemes.segment(text)].map(({ segment }) => segment);
