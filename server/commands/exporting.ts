import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type * as Exports from "../exports/index.ts";
import type { Assets } from "../exports/png.ts";
import { UsageError } from "./arguments.ts";
import { explain } from "./disk.ts";

/** A bundle of its own beside this one, so that a command that exports nothing does not load it. */
export const loadExports = (): Promise<typeof Exports> => import(join(__dirname, "exports.js"));

const ourFonts = ["arimo-regular.ttf", "arimo-bold.ttf", "arimo-italic.ttf"];

/** What pictures are drawn with, and the fonts of the user's own behind ours. */
export async function readAssets(fonts: readonly Uint8Array[]): Promise<Assets> {
  const asset = (name: string): Promise<Uint8Array> => readFile(join(__dirname, "assets", name));
  const [wasm, ...own] = await Promise.all(["resvg.wasm", ...ourFonts].map(asset));
  return { wasm: wasm!, fonts: [...own, ...fonts] };
}

/** The files that `--font` names, and their letters. Throws a `UsageError` for one that is no font. */
export async function readFonts(
  paths: readonly string[],
): Promise<{ bytes: Uint8Array[]; has: (codePoint: number) => boolean }> {
  const bytes: Uint8Array[] = [];
  const letters: ReadonlySet<number>[] = [];
  for (const path of paths) {
    const file = await readFile(path).catch((error: unknown) => {
      throw new UsageError(`--font ${path}: ${explain(error)}`);
    });
    const own = (await loadExports()).lettersOf(file);
    if (!own) throw new UsageError(`--font ${path}: it is no font in TTF, OTF, TTC or WOFF2`);
    bytes.push(file);
    letters.push(own);
  }
  return { bytes, has: (codePoint) => letters.some((one) => one.has(codePoint)) };
}
