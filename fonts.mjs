// The letters of chart and report: Arimo, which has Arial's widths, cut to the scripts that it is read in.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create } from "fontkit";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const package_ = "@expo-google-fonts/arimo";

/** Latin with all its accents, Greek, Cyrillic, Hebrew; punctuation, currencies, letter-like signs, arrows, the box. */
const covered = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x590, 0x5ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20cf],
  [0x2100, 0x214f],
  [0x2190, 0x21ff],
  [0x25a1, 0x25a1],
];

/** Italics are for our own words alone ("vacant", "not known"), so they need no more than these letters. */
const ownWords = [[0x20, 0x7e]];

const faces = [
  { name: "arimo-regular.ttf", path: `${package_}/400Regular/Arimo_400Regular.ttf`, ranges: covered },
  { name: "arimo-bold.ttf", path: `${package_}/700Bold/Arimo_700Bold.ttf`, ranges: covered },
  { name: "arimo-italic.ttf", path: `${package_}/400Regular_Italic/Arimo_400Regular_Italic.ttf`, ranges: ownWords },
];

/** The characters of a font that are kept, lowest first. */
const kept = (font, ranges) =>
  font.characterSet.filter((code) => ranges.some(([from, to]) => code >= from && code <= to)).sort((a, b) => a - b);

/** A font file, imported, is how wide its kept letters are: `[first code, widths...]` a run, in `unitsPerEm`. */
async function widthsOf(path) {
  const font = create(await readFile(path));
  const runs = [];
  let last = -2;
  for (const code of kept(font, covered)) {
    if (code !== last + 1) runs.push([code]);
    runs.at(-1).push(font.glyphForCodePoint(code).advanceWidth);
    last = code;
  }
  return { unitsPerEm: font.unitsPerEm, runs };
}

export const fontWidths = {
  name: "font-widths",
  setup(build) {
    build.onResolve({ filter: /\.ttf$/ }, ({ path }) => ({ path: require.resolve(path), namespace: "font-widths" }));
    build.onLoad({ filter: /.*/, namespace: "font-widths" }, async ({ path }) => ({
      contents: JSON.stringify(await widthsOf(path)),
      loader: "json",
    }));
  },
};

/** Who made these files, and under which licence they may be passed on. */
async function notice() {
  const { version } = JSON.parse(await readFile(require.resolve(`${package_}/package.json`), "utf8"));
  const licence = await readFile(join(dirname(require.resolve(`${package_}/package.json`)), "LICENSE_FONT"), "utf8");
  return `resvg.wasm: the renderer resvg as compiled by the package @resvg/resvg-wasm, unmodified, under the Mozilla Public
License 2.0 (https://mozilla.org/MPL/2.0/). Its source: https://github.com/yisibl/resvg-js and https://github.com/linebender/resvg

arimo-*.ttf: the font Arimo, from the package ${package_} ${version}, cut to fewer letters, under the licence below.

${licence}`;
}

/** What pictures are made with, as files beside the bundles: too large to stand in one. */
export async function writeAssets(folder) {
  await mkdir(folder, { recursive: true });
  const wasm = await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm"));
  const fonts = faces.map(async ({ name, path, ranges }) => {
    const bytes = await readFile(require.resolve(path));
    const letters = String.fromCodePoint(...kept(create(bytes), ranges));
    await writeFile(`${folder}/${name}`, await subsetFont(bytes, letters, { targetFormat: "truetype" }));
  });
  const other = [writeFile(`${folder}/resvg.wasm`, wasm), writeFile(`${folder}/NOTICE.txt`, await notice())];
  await Promise.all([...other, ...fonts]);
}
