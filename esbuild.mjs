// Builds everything into dist/: node esbuild.mjs [--watch] [--tests] [--minify]
import { readdirSync } from "node:fs";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { parse } from "yaml";

const flags = new Set(process.argv.slice(2));

/** Definitions are YAML for people; bundles hold them as data, so that nothing is read from disk at run time. */
const yamlFiles = {
  name: "yaml-files",
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await readFile(path, "utf8"))),
      loader: "json",
      watchFiles: [path],
    }));
  },
};

const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  sourcemap: flags.has("--minify") ? false : "linked",
  minify: flags.has("--minify"),
  metafile: true,
  logLevel: "warning",
  plugins: [yamlFiles],
};

const bundles = [
  { entryPoints: { cli: "server/cli.ts" }, banner: { js: "#!/usr/bin/env node" } },
  { entryPoints: { server: "server/main-node.ts" } },
  { entryPoints: { extension: "client/extension.ts" }, external: ["vscode"] },
].map((bundle) => ({ ...common, ...bundle, outdir: "dist" }));

const tests = {
  ...common,
  entryPoints: readdirSync("test")
    .filter((name) => name.endsWith(".test.ts") || name === "bench.ts")
    .map((name) => `test/${name}`),
  outdir: "dist/test",
  format: "esm",
  outExtension: { ".js": ".mjs" },
  packages: "external",
  sourcemap: "linked",
};

if (flags.has("--watch")) {
  for (const bundle of bundles) await (await esbuild.context({ ...bundle, logLevel: "info" })).watch();
} else {
  await rm(flags.has("--tests") ? "dist/test" : "dist", { recursive: true, force: true });
  const results = await Promise.all((flags.has("--tests") ? [tests] : bundles).map((bundle) => esbuild.build(bundle)));
  if (!flags.has("--tests")) await chmod("dist/cli.js", 0o755);
  // The architecture test reads who imports whom from here.
  const inputs = Object.assign({}, ...results.map((result) => result.metafile.inputs));
  if (!flags.has("--tests")) await writeFile("dist/imports.json", JSON.stringify(inputs));
}
