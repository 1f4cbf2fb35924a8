import type { Drawing, Measured, Part, Pill, TextLine } from "./drawing.ts";
import { type HasLetter, withBoxes } from "./text.ts";

/** A letter that no font has, and where it stands: the titles of boxes, or of the picture. */
export interface MissingLetter {
  readonly letter: string;
  readonly where: readonly string[];
}

/** A drawing with boxes in place of letters that no font has, and those letters in their order. */
export function drawnWith(drawing: Drawing, inOtherFont: HasLetter): { drawing: Drawing; missing: MissingLetter[] } {
  const missing = new Map<string, Set<string>>();
  const boxed = (text: string, where: string): string =>
    withBoxes(text, inOtherFont, (letter) => {
      const places = missing.get(letter) ?? new Set();
      missing.set(letter, places.add(where));
    });
  const line = (text: TextLine, where: string): TextLine => ({ ...text, text: boxed(text.text, where) });
  const pill = (one: Pill, where: string): Pill => ({ ...one, letter: boxed(one.letter, where) });
  const part = (one: Part): Part => ({ ...one, texts: one.texts.map((text) => line(text, one.title)) });
  const box = (one: Measured): Measured => ({
    ...one,
    texts: one.texts.map((text) => line(text, one.title)),
    pills: one.pills.map((each) => pill(each, one.title)),
    parts: one.parts.map(part),
  });
  const result: Drawing = {
    ...drawing,
    texts: drawing.texts.map((text) => line(text, "the headings")),
    boxes: drawing.boxes.map((placed) => ({ ...placed, box: box(placed.box) })),
    frames: drawing.frames.map((frame) => ({ ...frame, title: line(frame.title, "a unit") })),
  };
  return { drawing: result, missing: [...missing].map(([letter, where]) => ({ letter, where: [...where] })) };
}
