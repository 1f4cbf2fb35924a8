import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { matchesPath } from "../../server/base/glob.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { Configs, type Files, filesBelow, folderOf, isFoundFrom } from "../../server/workspace/workspace.ts";

const paths: readonly (readonly [pattern: string, path: string, isMatch: boolean])[] = [
  ["archive", "archive", true],
  ["archive", "deep/archive", true],
  ["archive", "archives", false],
  ["archive/", "deep/archive", true],
  ["/archive", "archive", true],
  ["/archive", "deep/archive", false],
  ["./old/new", "old/new", true],
  ["old/new", "deep/old/new", false],
  ["drafts/*.itorg.yaml", "drafts/a.itorg.yaml", true],
  ["drafts/*.itorg.yaml", "drafts/deep/a.itorg.yaml", false],
  ["**/drafts/*.yaml", "a/b/drafts/c.yaml", true],
  ["**/drafts/*.yaml", "drafts/c.yaml", true],
  ["clients/**", "clients/a/b", true],
  ["clients/**/old", "clients/a/b/old", true],
  ["clients/**/old", "clients/old", true],
  ["clients/**/old", "clients/older", false],
  ["20??-*", "2024-q1", true],
  ["20??-*", "202-q1", false],
  ["a.b", "axb", false],
  ["*", "anything", true],
  ["", "anything", false],
  ["  ", "anything", false],
];

describe("paths", () => {
  for (const [pattern, path, isMatch] of paths)
    it(`${JSON.stringify(pattern)} ${isMatch ? "names" : "does not name"} ${path}`, () =>
      assert.equal(matchesPath(pattern, path), isMatch));

  it("are matched in good time, whatever the pattern", () => {
    const pattern = `${"*a".repeat(2000)}b`;
    assert.equal(matchesPath(pattern, "a".repeat(5000)), false);
    assert.equal(matchesPath(`${"**/a/".repeat(500)}b`, "a/".repeat(5000)), false);
  });

  it("lead up to the root and no further", () => {
    const up = (uri: string): string[] => {
      const folder = folderOf(uri);
      return folder === undefined ? [] : [folder, ...up(folder)];
    };
    assert.deepEqual(up("file:///a/b/c.yaml"), ["file:///a/b", "file:///a", "file://"]);
    assert.deepEqual(up("file:///c%3A/x.yaml"), ["file:///c%3A", "file://"]);
    assert.deepEqual(up("vscode-vfs://github/a/b.yaml"), ["vscode-vfs://github/a", "vscode-vfs://github"]);
    assert.deepEqual(up("untitled:Untitled-1"), []);
  });
});

/** Files by their paths below `mem://host`. */
function filesOf(content: Readonly<Record<string, string>>): Files {
  const root = "mem://host";
  const all = Object.keys(content).map((path) => `${root}/${path}`);
  return {
    read: async (uri) => {
      const found = content[uri.slice(root.length + 1)];
      return found === undefined ? undefined : new TextEncoder().encode(found);
    },
    list: async (folder) => {
      const inside = all.filter((uri) => uri.startsWith(`${folder}/`)).map((uri) => uri.slice(folder.length + 1));
      return [...new Set(inside.map((path) => path.split("/")[0]!))].map((name) => ({
        name,
        kind: inside.includes(name) ? "file" : "folder",
      }));
    },
  };
}

describe("a search for files", () => {
  const content = {
    "itorg.config.yaml": "exclude: [old, clients/b/secret.itorg.yaml]\n",
    "a.itorg.yaml": "",
    "notes.yaml": "",
    "old/b.itorg.yaml": "",
    "clients/a/c.itorg.yml": "",
    "clients/a/itorg.config.yaml": "exclude: [x.itorg.yaml]\n",
    "clients/a/old/d.itorg.yaml": "",
    "clients/a/x.itorg.yaml": "",
    "clients/b/secret.itorg.yaml": "",
    "clients/b/x.itorg.yaml": "",
    "node_modules/e.itorg.yaml": "",
    ".git/f.itorg.yaml": "",
    ".g.itorg.yaml": "",
  };
  const expected = [
    "a.itorg.yaml",
    "itorg.config.yaml",
    "clients/a/c.itorg.yml",
    "clients/a/itorg.config.yaml",
    // The nearest configuration counts alone, and this one says nothing of "old".
    "clients/a/old/d.itorg.yaml",
    "clients/b/x.itorg.yaml",
  ];

  it("passes over what the configurations exclude, dot folders and node_modules", async () => {
    const files = filesOf(content);
    const found: string[] = [];
    for await (const uri of filesBelow("mem://host", files, new Configs(standard, files.read, (uri) => uri)))
      found.push(uri);
    assert.deepEqual(
      found.map((uri) => uri.slice("mem://host/".length)),
      expected,
    );
  });

  it("is the same as asking of each file whether a search comes by it", async () => {
    const files = filesOf(content);
    const configs = new Configs(standard, files.read, (uri) => uri);
    const found: string[] = [];
    for (const path of Object.keys(content))
      if (await isFoundFrom("mem://host", `mem://host/${path}`, configs)) found.push(path);
    assert.deepEqual(found.sort(), [...expected].sort());
    assert.equal(await isFoundFrom("mem://other", "mem://host/a.itorg.yaml", configs), false);
  });
});

describe("a configuration that is read again", () => {
  it("is another only where it says something else", async () => {
    const content: Record<string, string> = { "itorg.config.yaml": "rules: { key-person: off }\n" };
    const configs = new Configs(standard, filesOf(content).read, (uri) => uri);
    const uri = "mem://host/itorg.config.yaml";
    const ofFile = () => configs.ofFile("mem://host/deep/a.itorg.yaml");
    const before = await ofFile();
    assert.deepEqual(before.rulesOff, ["key-person"]);
    assert.equal(await configs.changed(uri), false);
    assert.equal(await ofFile(), before, "the same value, so that nothing is checked anew");
    content["itorg.config.yaml"] = "rules: { no-deputy: off }\n";
    assert.equal(await configs.changed(uri), true);
    assert.deepEqual((await ofFile()).rulesOff, ["no-deputy"]);
    delete content["itorg.config.yaml"];
    assert.equal(await configs.changed(uri), true);
    assert.deepEqual((await ofFile()).rulesOff, []);
    content["deep/itorg.config.yaml"] = "rules: { key-person: off }\n";
    assert.equal(await configs.changed("mem://host/deep/itorg.config.yaml"), true);
    assert.deepEqual((await ofFile()).rulesOff, ["key-person"]);
  });
});
