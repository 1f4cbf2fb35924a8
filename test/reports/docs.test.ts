import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { describe, it } from "node:test";
import { doorPages } from "../../doors.mjs";
import { standard } from "../../server/knowledge/standard.ts";
import { assertSound } from "../kit/sound-texts.ts";
import { docPage, rules, standardPages } from "../kit/standard.ts";

const { claims, sources } = standard.evidence;

const pages = new Map(standardPages.paths().map((path) => [path, docPage(path)!.markdown]));

/** A heading as GitHub and VS Code turn it into an anchor. */
const anchorsOf = (markdown: string) =>
  new Set(
    [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\- ]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );

describe("documentation", () => {
  it("is what `npm run docs` writes: run it where this fails", () => {
    const folders = [...new Set([...pages.keys()].map((path) => dirname(path)))];
    const committed = folders.flatMap((folder) => readdirSync(`docs/${folder}`).map((name) => `${folder}/${name}`));
    assert.deepEqual(committed.sort(), [...pages.keys()].sort());
    const stale = [...pages].filter(([path, markdown]) => readFileSync(`docs/${path}`, "utf8") !== markdown);
    assert.deepEqual(
      stale.map(([path]) => path),
      [],
    );
  });

  it("has a page for each door, as the comments behind it say: run `npm run docs` where this fails", () => {
    const expected = [...doorPages()];
    assert.deepEqual(readdirSync("docs/doors").sort(), expected.map(([path]) => posix.basename(path)).sort());
    for (const [path, markdown] of expected) assert.equal(readFileSync(`docs/${path}`, "utf8"), markdown, path);
  });

  it("says nothing that only a program would", () => {
    for (const markdown of pages.values()) assertSound(markdown);
  });

  it("has only links that lead somewhere", () => {
    const broken = [...pages].flatMap(([path, markdown]) =>
      [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, address = ""]) => address)
        .filter((address) => {
          const [file = "", anchor] = address.split("#");
          const target = pages.get(posix.join(dirname(path), file));
          return target === undefined || (anchor !== undefined && !anchorsOf(target).has(anchor));
        })
        .map((address) => `${path}: ${address}`),
    );
    assert.deepEqual(broken, []);
  });

  it("says of every rule what, why, avoid, prefer, and who says so and who disagrees, by name", () => {
    for (const rule of rules.filter((one) => one.provision === undefined)) {
      const page = docPage(rule.id)!.markdown;
      const headings = ["Why", "Severity", "Avoid", "Prefer", "Who says so"];
      for (const heading of headings) assert.ok(page.includes(`\n## ${heading}\n`), `${rule.id} says ${heading}`);
      if (rule.category !== "format") assert.ok(page.includes("approvedBy:"), `${rule.id} says how to accept the risk`);
      assert.doesNotMatch(
        page,
        /💡|\bundefined\b(?!-title)|\[object|\^\^\^/u,
        `${rule.id} shows nothing of the machinery`,
      );
      assert.match(page, /# <- \S/, `${rule.id} points out what is wrong in its bad example`);
      const disagreeing = page.split("\n## Who disagrees\n")[1]?.split("\n## ")[0] ?? "";
      for (const id of rule.contested ?? []) {
        const name = claims.get(id)?.source.author ?? standardPages.find(id)!.title.split(": ")[0]!;
        assert.ok(disagreeing.includes(name), `${rule.id} names ${name}, who disagrees`);
      }
      const supporting = page.split("\n## Who says so\n")[1]!.split("\n## ")[0]!;
      for (const id of rule.rests) {
        const source = claims.get(id)?.source;
        if (!source) continue;
        assert.ok(supporting.includes(`${id}](`), `${rule.id} cites ${id}`);
        for (const part of [source.author, source.date === "none stated" ? "undated" : source.date]) {
          assert.ok(supporting.includes(part), `${rule.id} names ${part}`);
        }
        if (source.sellsRemedy) assert.ok(supporting.includes("A vendor's article"), `${rule.id} marks a vendor`);
      }
    }
  });

  it("calls nothing that names a law legal advice", () => {
    assert.match(docPage("ciso-in-it-line")!.markdown, /This is not legal advice/);
    for (const path of [...pages.keys()].filter((one) => one.startsWith("regimes/"))) {
      assert.match(pages.get(path)!, /not legal advice/, path);
    }
  });

  it("shows every claim on its source's page", () => {
    for (const source of sources.values()) {
      const page = pages.get(`sources/${source.id}.md`)!;
      for (const claim of claims.values()) {
        if (claim.source === source) assert.ok(page.includes(`### ${claim.id}\n`), claim.id);
      }
    }
  });

  it("has one meaning for each id, whatever the case", () => {
    const ids = standardPages.explained.map((one) => one.id.toLowerCase());
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
    assert.equal(standardPages.find("s1-13")?.id, "S1-13");
    assert.deepEqual(docPage("S1-13")?.anchor, "s1-13");
    assert.equal(docPage("nothing-of-that-name"), undefined);
    assert.equal(standardPages.similarIds("ciso-in-it-lin")[0], "ciso-in-it-line");
  });
});
