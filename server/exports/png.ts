import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** What pictures are drawn with: the files of `dist/assets`, and fonts of the user's own. */
export interface Assets {
  readonly wasm: Uint8Array;
  readonly fonts: readonly Uint8Array[];
}

/** Larger pictures are empty in some programs, or need more memory than a machine has. */
const longestSide = 16_000;
const mostPixels = 100_000_000;

let ready: Promise<void> | undefined;

/**
 * An SVG of ours as PNG. `scale` 1 is one pixel a pixel of the drawing; the scale used is lower where the picture would
 * become too large. The same SVG, scale and fonts give the same bytes. Rejects where the renderer cannot start.
 */
export async function png(
  svg: string,
  scale: number,
  { wasm, fonts }: Assets,
): Promise<{ bytes: Uint8Array; scale: number }> {
  ready ??= initWasm(wasm);
  await ready;
  const font = {
    fontBuffers: [...fonts],
    loadSystemFonts: false,
    defaultFontFamily: "Arimo",
    sansSerifFamily: "Arimo",
  };
  const { width, height } = new Resvg(svg, { font: { fontBuffers: [] } });
  const used = Math.min(scale, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  const image = new Resvg(svg, { font, fitTo: { mode: "zoom", value: used } }).render();
  const bytes = image.asPng();
  image.free();
  return { bytes, scale: used };
}
