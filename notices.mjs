// The licences of what is bundled, as MIT, ISC and BSD ask for: written beside the bundles, from what went into them.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The packages whose files are inputs of these bundles: their folders, each once, by name. */
export function packagesIn(metafiles) {
  const folders = metafiles.flatMap(({ inputs }) =>
    Object.keys(inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  // What a plugin of ours reads has the plugin's name before a full path.
  const named = folders.map((path) => path.replace(/^[\w-]{2,}:.*?(?=node_modules\/)/, ""));
  return [...new Set(named)].sort();
}

/** One text with the name, the version and the licence of each. Throws for a package that says nothing of its licence. */
export async function noticesOf(folders) {
  const parts = await Promise.all(folders.map(noticeOf));
  return `itorg contains these packages of others, under the licences below.\n\n${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

async function noticeOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  const files = (await readdir(folder)).filter((one) => /^(?:licen[cs]e|copying|ofl)(?:[._-].*)?$/i.test(one));
  if (typeof license !== "string") throw new Error(`${name} does not say under which licence it is.`);
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), "utf8")));
  // Some bring no text. Then it is said whose they are and where they come from, in their own words.
  const [by, from] = [author?.name ?? author, repository?.url ?? repository];
  const origin = [
    "The package brings no text of it.",
    ...(by ? [`By ${by}.`] : []),
    ...(from ? [`From ${from}.`] : []),
  ];
  const text = texts.length === 0 ? origin.join(" ") : texts.map((one) => one.trim()).join("\n\n");
  return `${name} ${version}, ${license}\n\n${text.replace(/\r\n/g, "\n")}`;
}
