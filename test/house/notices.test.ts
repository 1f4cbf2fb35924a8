import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { noticesOf, packagesIn } from "../../notices.mjs";

const metafiles = JSON.parse(readFileSync("dist/metafiles.json", "utf8"));

describe("notices of what is bundled", () => {
  it("name every package of which something is in a bundle, with the text of its licence", async () => {
    const folders = packagesIn(metafiles);
    assert.ok(folders.length > 5);
    const text = readFileSync("dist/ThirdPartyNotices.txt", "utf8");
    assert.equal(text, await noticesOf(folders));
    for (const name of ["vscode-languageclient", "vscode-languageserver", "vscode-jsonrpc", "yaml"])
      assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, (MIT|ISC)$`, "m"));
    assert.ok((text.match(/^Copyright|\(c\)/gim) ?? []).length >= 5);
    // Whoever brings no text is named all the same, and where it comes from.
    for (const [line] of text.matchAll(/^The package brings no text.*$/gm)) assert.match(line, /(By|From) /);
    assert.match(readFileSync(".vscodeignore", "utf8"), /^!dist\/ThirdPartyNotices\.txt$/m);
  });

  it("find a package in a scope, and one inside another", () => {
    const inputs = { "server/a.ts": 1, "node_modules/@a/b/c.js": 1, "node_modules/x/node_modules/y/z.js": 1 };
    assert.deepEqual(packagesIn([{ inputs }, { inputs }]), ["node_modules/@a/b", "node_modules/x/node_modules/y"]);
  });
});
