import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { docPage, standardPages } from "../kit/standard.ts";
import { hashOf, runsOf } from "./article-runs.mjs";

const { sources } = standard.evidence;

const inArticles = new Set(readFileSync("test/knowledge/article-runs.txt", "utf8").split(/\s+/).filter(Boolean));

/** An article may be called by its title, which nobody can tell in other words. */
const titles = new Set([...sources.values()].flatMap(({ title }) => runsOf(title)));

/** The runs of eight words that a text has in common with an article, titles excepted. */
const borrowed = (text: string, known: ReadonlySet<string> = inArticles): string[] =>
  runsOf(text).filter((run) => !titles.has(run) && known.has(hashOf(run)));

/** Every text file that git tracks, or would track once it is added. */
function textFiles(): [string, string][] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return listed
    .split("\0")
    .filter((path) => path !== "" && existsSync(path))
    .map((path): [string, Buffer] => [path, readFileSync(path)])
    .filter(([, bytes]) => !bytes.includes(0))
    .map(([path, bytes]) => [path, bytes.toString("utf8")]);
}

describe("the product speaks in its own words", () => {
  it("has no run of eight words in common with an article, in any file", () => {
    const files = textFiles();
    assert.ok(files.length > 100, "the files are read");
    assert.deepEqual(
      files.flatMap(([path, text]) => borrowed(text).map((run) => `${path}: ${run}`)),
      [],
    );
  });

  it("has none on any page of the documentation", () => {
    const pages = standardPages.paths().map((path): [string, string] => [path, docPage(path)!.markdown]);
    assert.ok(pages.length > 100, "the pages are written");
    // Links stand between the words of a page, and not between those that a reader sees.
    const seen = pages.map(([path, text]): [string, string] => [path, text.replace(/\]\([^)]*\)/g, "]")]);
    assert.deepEqual(
      [...pages, ...seen].flatMap(([path, text]) => borrowed(text).map((run) => `${path}: ${run}`)),
      [],
    );
  });

  it("is compared with all five articles: the list knows their titles", () => {
    assert.ok(inArticles.size > 4000, `${inArticles.size} runs`);
    const long = [...sources.values()].filter(({ title }) => runsOf(title).length > 0);
    assert.ok(long.length >= 4);
    for (const { id, title } of long) {
      for (const run of runsOf(title)) assert.ok(inArticles.has(hashOf(run)), `${id}: ${run}`);
    }
  });

  it("would be caught at it, whatever the signs and capitals", () => {
    const known = new Set(runsOf("one two three four five six seven eight nine").map(hashOf));
    assert.deepEqual(borrowed("# One, two: (three) four\n  // five six; SEVEN 'eight'", known), [
      "one two three four five six seven eight",
    ]);
    assert.deepEqual(borrowed("one two three four five six seven", known), []);
    assert.deepEqual(borrowed("one two three four and five six seven eight", known), []);
  });
});
