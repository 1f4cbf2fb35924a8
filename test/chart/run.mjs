// Measures charts in a real browser: node test/chart/run.mjs [FOLDER for the pictures]
import { spawnSync } from "node:child_process";
import * as esbuild from "esbuild";
import { forNode } from "../../bundles.mjs";
import { findBrowser } from "../extension/install.mjs";

const browser = findBrowser();
if (!browser) throw new Error("No Chromium found. Install the package chromium, or put a Chromium on the PATH.");
const outfile = "dist/test/chart/browser.mjs";
const { outdir: _, ...options } = forNode;
await esbuild.build({
  ...options,
  entryPoints: ["test/chart/browser.ts"],
  outfile,
  format: "esm",
  packages: "external",
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, BROWSER: browser },
});
process.exitCode = status ?? 1;
