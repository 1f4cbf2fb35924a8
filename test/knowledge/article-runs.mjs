// Writes test/article-runs.txt from the five articles, which are not part of the repository:
//   node test/article-runs.mjs FOLDER
// The list holds a hash of every run of eight words, so that a test can tell that no sentence of an article has slipped
// into the product, while the list itself gives no word of them away.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

export const runLength = 8;

/** The words of a text, in small letters; whatever stands between them, such as an apostrophe, parts them. */
export function wordsOf(text) {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every run of eight words in a text, as words with blanks between them. */
export function runsOf(text) {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - runLength + 1) }, (_, i) =>
    words.slice(i, i + runLength).join(" "),
  );
}

/** The first six bytes of a hash, in hexadecimal: enough that no two runs are likely to meet by chance. */
export function hashOf(run) {
  return createHash("sha256").update(run).digest("hex").slice(0, 12);
}

if (process.argv[1]?.endsWith("article-runs.mjs")) {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error("name the folder with the articles");
  const articles = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const hashes = new Set(articles.flatMap((name) => runsOf(readFileSync(join(folder, name), "utf8")).map(hashOf)));
  const lines =
    [...hashes]
      .sort()
      .join(" ")
      .match(/(?:\S+ ?){1,9}/g) ?? [];
  writeFileSync(new URL("article-runs.txt", import.meta.url), lines.map((line) => `${line.trim()}\n`).join(""));
}
