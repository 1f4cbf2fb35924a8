// Builds everything into dist/: node esbuild.mjs [--watch] [--tests] [--minify]
import { chmod, rm, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { bundles, pageBundles, testBundles, webBundles } from "./bundles.mjs";
import { writeAssets } from "./fonts.mjs";
import { noticesOf, packagesIn } from "./notices.mjs";
import { testFiles } from "./test/kit/test-files.mjs";

const flags = new Set(process.argv.slice(2));
const minify = flags.has("--minify");
const products = [...bundles, ...webBundles, ...pageBundles].map((one) => ({
  ...one,
  minify,
  sourcemap: minify ? false : "linked",
}));

if (flags.has("--watch")) {
  const contexts = await Promise.all(products.map((bundle) => esbuild.context({ ...bundle, logLevel: "info" })));
  // The editor's task waits for this line. What does not build has said why, and is built again once it is changed.
  await Promise.all([
    writeAssets("dist/assets"),
    ...contexts.map((context) => context.rebuild().catch(() => undefined)),
  ]);
  console.log("Built. Watching for changes.");
  for (const context of contexts) await context.watch();
} else if (flags.has("--tests")) {
  await rm("dist/test", { recursive: true, force: true });
  await esbuild.build(testBundles("dist/test", [...testFiles(), "test/bench.ts", "test/fuzz.ts", "test/growth.ts"]));
} else {
  // Written over and not wiped first: an editor may be running what is there. A package takes what it names, no more.
  const built = await Promise.all(products.map((bundle) => esbuild.build(bundle)));
  await writeAssets("dist/assets");
  await chmod("dist/cli.js", 0o755);
  // The test of the web bundles reads what is in them from here.
  const folders = packagesIn(built.map(({ metafile }) => metafile));
  await writeFile("dist/ThirdPartyNotices.txt", await noticesOf(folders));
  await writeFile("dist/metafiles.json", JSON.stringify(built.map(({ metafile }) => metafile)));
}
