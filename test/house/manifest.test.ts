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

interface Manifest {
  readonly displayName: string;
  readonly capabilities: unknown;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly enablement?: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
  };
}

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const manifest: Manifest = json("package.json");
const words: Readonly<Record<string, string>> = json("package.nls.json");

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

  it("has no word of the interface in itself: each is a name for one in package.nls.json, and each of those is used", () => {
    const spoken = new Set([
      "title",
      "shortTitle",
      "description",
      "markdownDescription",
      "altText",
      "contents",
      "name",
    ]);
    const used: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inside] of Object.entries(value)) {
        const isShown = spoken.has(key) || /Message$|Descriptions$/.test(key);
        for (const text of typeof inside === "string" ? [inside] : Array.isArray(inside) ? inside : []) {
          if (typeof text !== "string") continue;
          const name = /^%(.+)%$/.exec(text)?.[1];
          if (name === undefined) assert.ok(!isShown || text === "itorg", `${path}.${key} says "${text}" by itself`);
          else used.push(name);
        }
        look(inside, `${path}.${key}`);
      }
    };
    look(
      { ...manifest.contributes, displayName: manifest.displayName, capabilities: manifest.capabilities },
      "contributes",
    );
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it("writes commands in title case, with an ellipsis where something is asked, and says when each can be called", () => {
    const small = new Set(["a", "an", "and", "for", "from", "in", "it", "of", "on", "or", "the", "to", "with"]);
    const palette = new Map(manifest.contributes.menus.commandPalette.map((item) => [item.command, item]));
    for (const { command, title, enablement } of manifest.contributes.commands) {
      const text = words[title.slice(1, -1)] ?? assert.fail(title);
      const wrong = text.split(" ").filter((word, i) => /^\p{Ll}/u.test(word) && (i === 0 || !small.has(word)));
      assert.deepEqual(wrong, [], `in "${text}"`);
      assert.ok(!text.includes("..."), `"${text}" has three dots`);
      assert.ok(enablement ?? palette.get(command), `${command} has neither an enablement nor an entry in the palette`);
    }
  });

  it("closes brackets and quotes wherever a value may stand: the editor takes a plain word for a string", () => {
    const pairs = json("client/language-configuration.json").autoClosingPairs as { open: string; notIn: string[] }[];
    assert.deepEqual(
      pairs.map(({ open, notIn }) => [open, notIn]),
      ["{", "[", '"', "'"].map((open) => [open, ["comment"]]),
    );
  });

  it("wakes the extension for a page that was left open", () => {
    assert.ok(manifest.activationEvents.includes("onFileSystem:itorg"));
  });
});
