// What is built, and how: for Node, and for a browser's workers.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parse } from "yaml";
import { fontWidths } from "./fonts.mjs";

const require = createRequire(import.meta.url);

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

/** The package's files are modules that only a bundler reads; they are part of the bundle, also of the tests'. */
const tidyTree = {
  name: "tidy-tree",
  setup(build) {
    build.onResolve({ filter: /^non-layered-tidy-tree-layout\// }, ({ path }) => ({ path: require.resolve(path) }));
  },
};

/** The slides' library can fetch pictures by their addresses. Ours have none, and nothing of ours opens a connection. */
const noNetwork = {
  name: "no-network",
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?https?$/ }, ({ path }) => ({ path, namespace: "no-network" }));
    build.onLoad({ filter: /.*/, namespace: "no-network" }, () => ({ contents: "", loader: "js" }));
  },
};

/**
 * The slides' library takes an archiver that is a bundle already, in which a loader of Node's is asked for. Of its parts
 * those for Node's streams are not used in a browser, and find none there.
 */
const zipFromItsParts = {
  name: "zip-from-its-parts",
  setup(build) {
    build.onResolve({ filter: /^jszip$/ }, () => ({ path: require.resolve("jszip/lib/index.js") }));
    build.onResolve({ filter: /^readable-stream$/ }, ({ path }) => ({ path, namespace: "no-streams" }));
    build.onLoad({ filter: /.*/, namespace: "no-streams" }, () => ({ contents: "", loader: "js" }));
  },
};

const all = {
  bundle: true,
  outdir: "dist",
  metafile: true,
  logLevel: "warning",
  plugins: [yamlFiles, fontWidths, tidyTree],
};

export const forNode = { ...all, platform: "node", target: "node20", format: "cjs" };

/** What asks for a module of Node's does not build: there is none in a browser. */
const forBrowser = { ...all, platform: "browser", target: "es2022" };

export const bundles = [
  { ...forNode, entryPoints: { cli: "server/cli.ts" }, banner: { js: "#!/usr/bin/env node" } },
  { ...forNode, entryPoints: { server: "server/main-node.ts" } },
  // Loaded at the first export: what it needs is large.
  { ...forNode, plugins: [...all.plugins, noNetwork], entryPoints: { exports: "server/exports/index.ts" } },
  { ...forNode, entryPoints: { extension: "client/extension.ts" }, external: ["vscode"] },
];

export const webBundles = [
  { ...forBrowser, entryPoints: { "server-web": "server/main-browser.ts" }, format: "iife" },
  {
    ...forBrowser,
    plugins: [...all.plugins, noNetwork, zipFromItsParts],
    define: { global: "globalThis" },
    entryPoints: { "exports-web": "server/exports/worker.ts" },
    format: "iife",
  },
  // The editor loads extensions as CommonJS in a browser, too.
  { ...forBrowser, entryPoints: { "extension-web": "client/extension-web.ts" }, format: "cjs", external: ["vscode"] },
];

/** What runs in the page of the preview, and how that looks. */
export const pageBundles = [
  { ...forBrowser, entryPoints: { preview: "client/preview/page/main.ts" }, format: "iife" },
  { ...forBrowser, entryPoints: { preview: "client/preview/page/preview.css" } },
];

/** Tests, one file each, at the paths that they have below test. */
export const testBundles = (outdir, entryPoints) => ({
  ...forNode,
  entryPoints,
  outbase: "test",
  outdir,
  format: "esm",
  // What the tests share is built once: each test a bundle of its own took 219 MB and 20 s.
  splitting: true,
  chunkNames: "shared/[name]-[hash]",
  outExtension: { ".js": ".mjs" },
  packages: "external",
  sourcemap: "linked",
});
