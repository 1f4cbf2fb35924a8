import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, it } from "node:test";

const packed = readFileSync(".vscodeignore", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("!"))
  .map((line) => line.slice(1));

/** Every file that the manifest or the README (the page in the editor's shop) shows. */
function shown(): string[] {
  const texts = [readFileSync("package.json", "utf8"), readFileSync("README.md", "utf8")];
  const named = texts.flatMap((text) => text.match(/(?<!\w)images\/[\w.-]+\.\w+/g) ?? []);
  return [...new Set(named)];
}

describe("manifest", () => {
  it("names pictures that exist, go into the package, and are small enough to send along", () => {
    const files = shown();
    for (const wanted of ["images/icon.png", "images/file-light.svg", "images/walkthrough-fix.png"]) {
      assert.ok(files.includes(wanted), `${wanted} is among ${files.join(", ")}`);
    }
    for (const file of files) {
      assert.ok(existsSync(file), `${file} exists`);
      assert.ok(packed.includes(file), `${file} is listed in .vscodeignore`);
      assert.ok(statSync(file).size < 120_000, `${file} has ${statSync(file).size} bytes`);
    }
  });

  it("packs no picture that nobody shows", () => {
    const files = shown();
    assert.deepEqual(
      packed.filter((file) => file.startsWith("images/") && !files.includes(file)),
      [],
    );
  });
});
