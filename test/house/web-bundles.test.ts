import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import * as esbuild from "esbuild";
import { webBundles } from "../../bundles.mjs";

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<"main" | "browser", string>;
const outputs = webBundles
  .flatMap(({ entryPoints }) => Object.keys(entryPoints ?? {}))
  .map((name) => `dist/${name}.js`);

/** What a bundle takes from outside itself, by name: "file imports what". In a browser, only the editor is outside. */
function takenFromOutside({ inputs }: esbuild.Metafile): string[] {
  return Object.entries(inputs).flatMap(([file, { imports }]) =>
    imports.filter(({ external, path }) => external && path !== "vscode").map(({ path }) => `${file} imports ${path}`),
  );
}

/** Builds the server for a browser, with an import of `name` as the first line of server.ts, and without an output. */
function seeded(name: string): Promise<esbuild.BuildResult> {
  const [web] = webBundles;
  const seed: esbuild.Plugin = {
    name: "seed",
    setup(build) {
      build.onLoad({ filter: /[\\/]server[\\/]server\.ts$/ }, ({ path }) => ({
        contents: `import "${name}";\n${readFileSync(path, "utf8")}`,
        loader: "ts",
      }));
    },
  };
  return esbuild.build({ ...web, plugins: [seed, ...(web?.plugins ?? [])], write: false, logLevel: "silent" });
}

describe("the bundles for a browser", () => {
  const built = JSON.parse(readFileSync("dist/metafiles.json", "utf8")) as (esbuild.Metafile & { inputs: object })[];
  const ofWeb = built.filter((metafile) => outputs.some((output) => output in metafile.outputs));

  it("are the server and the exports as workers and the extension, which the manifest names", () => {
    assert.deepEqual(outputs, ["dist/server-web.js", "dist/exports-web.js", "dist/extension-web.js"]);
    assert.equal(ofWeb.length, 3);
    assert.equal(manifest.browser, "./dist/extension-web.js");
    assert.equal(manifest.main, "./dist/extension.js");
  });

  it("take nothing of Node's", () => {
    assert.deepEqual(ofWeb.flatMap(takenFromOutside), []);
    // And none of what would only fail when it runs.
    for (const output of outputs) {
      const required = [...readFileSync(output, "utf8").matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
      assert.deepEqual(
        required.filter((name) => name !== "vscode"),
        [],
        output,
      );
    }
  });

  it("hold the same parts of ours as those for Node, but for the entries and what reads the disk", () => {
    const ours = (name: string): string[] => {
      const found = built.find(({ outputs: own }) => `dist/${name}.js` in own);
      assert.ok(found, name);
      return Object.keys(found.inputs).filter((file) => /^(server|client|schemas)\//.test(file));
    };
    const surplus = (one: string, other: string): string[] => ours(one).filter((file) => !ours(other).includes(file));
    assert.deepEqual(surplus("server-web", "server"), ["server/main-browser.ts"]);
    assert.deepEqual(surplus("server", "server-web"), ["server/commands/disk.ts", "server/main-node.ts"]);
    assert.deepEqual(surplus("exports-web", "exports"), ["server/exports/worker.ts"]);
    assert.deepEqual(surplus("exports", "exports-web"), []);
    assert.deepEqual(surplus("extension-web", "extension"), ["client/extension-web.ts"]);
    assert.deepEqual(surplus("extension", "extension-web"), ["client/extension.ts"]);
  });

  it("do not build with a seeded import of Node's, and the error names file and module", async () => {
    for (const name of ["node:fs", "path"])
      await assert.rejects(seeded(name), (error: esbuild.BuildFailure) => {
        const [{ text, location } = assert.fail()] = error.errors;
        assert.match(text, new RegExp(`Could not resolve "${name}"`));
        assert.equal(location?.file, "server/server.ts");
        return true;
      });
  });

  it("would be found out by name if Node's modules were let through", async () => {
    const [web] = webBundles;
    const { metafile } = await esbuild.build({
      ...web,
      entryPoints: { seeded: "server/main-node.ts" },
      platform: "node",
      write: false,
    });
    assert.ok(metafile);
    const found = takenFromOutside(metafile);
    assert.ok(found.includes("server/commands/disk.ts imports node:fs"), found.join("\n"));
  });
});

describe("the package", () => {
  it("holds of dist the bundles of the extension and what pictures are drawn with, and nothing else", () => {
    const kept = readFileSync(".vscodeignore", "utf8")
      .split("\n")
      .filter((line) => line.startsWith("!dist/"));
    assert.deepEqual(kept.sort(), [
      "!dist/ThirdPartyNotices.txt",
      "!dist/assets/**",
      "!dist/exports-web.js",
      "!dist/exports.js",
      "!dist/extension-web.js",
      "!dist/extension.js",
      "!dist/preview.css",
      "!dist/preview.js",
      "!dist/server-web.js",
      "!dist/server.js",
    ]);
    const files = readdirSync("dist");
    for (const line of kept) assert.ok(files.includes(line.slice("!dist/".length).replace("/**", "")), line);
    assert.deepEqual(readdirSync("dist/assets").sort(), [
      "NOTICE.txt",
      "arimo-bold.ttf",
      "arimo-italic.ttf",
      "arimo-regular.ttf",
      "resvg.wasm",
    ]);
  });
});
