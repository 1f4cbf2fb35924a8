import { create } from "fontkit";

/** The letters of a font file (TTF, OTF, TTC, WOFF2), by code point; undefined where it is no font that can be drawn with. */
export function lettersOf(bytes: Uint8Array): ReadonlySet<number> | undefined {
  // The renderer reads every kind but WOFF.
  if (String.fromCharCode(...bytes.subarray(0, 4)) === "wOFF") return undefined;
  try {
    const file = create(bytes);
    const fonts = "fonts" in file ? file.fonts : [file];
    return new Set(fonts.flatMap(({ characterSet }) => characterSet));
  } catch {
    return undefined;
  }
}
