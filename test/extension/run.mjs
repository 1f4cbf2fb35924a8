// npm run test:vscode: the extension in the real VS Code workbench. Options:
//   --only PARTS        some of suite,slips,vsix,web,ui,rows,writing,trust,page,preview,preview-web, separated by commas (all)
//   --screenshots DIR   where the pictures go (test/extension/.cache/screenshots)
// ITORG_VSCODE=electron runs the suite in a VS Code that @vscode/test-electron downloads. The other parts need the
// workbench in a browser, which the first run installs (see install.mjs).
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, cache, removeFolders } from "./context.mjs";
import { install } from "./install.mjs";
import { check, totals } from "./tally.mjs";

const minutes = 12;
const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "suite,slips,vsix,web,ui,rows,writing,trust,page,preview,preview-web" },
    screenshots: { type: "string", default: join(cache, "screenshots") },
  },
});
const cleanups = [removeFolders];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => abort(`Ended by ${signal}.`));
rmSync(join(cache, "failed"), { recursive: true, force: true });
try {
  build();
  const electron = mustDownload();
  // Installing has its own pace. What follows takes a minute or two, and hangs only when something is broken.
  setTimeout(() => abort(`Not done after ${minutes} minutes.`), minutes * 60_000).unref();
  await (electron ? inElectron() : inWorkbench());
} catch (error) {
  await check("the run", () => Promise.reject(error));
}
finish();

/** Whether to run in a downloaded VS Code: on request, or where the workbench cannot be installed. */
function mustDownload() {
  if (process.env.ITORG_VSCODE === "electron") return true;
  try {
    install();
    return false;
  } catch (error) {
    console.log(
      `The workbench cannot be installed: ${error.message}\nTrying a downloaded VS Code, for the suite only.`,
    );
    return true;
  }
}

async function inElectron() {
  const { electronPart } = await import("./electron.mjs");
  await electronPart();
}

// Loaded late, because their modules are there only after install().
async function inWorkbench() {
  const { launch } = await import("./page.mjs");
  const { stopServers } = await import("./workbench.mjs");
  const browser = await launch();
  cleanups.unshift(stopServers);
  const parts = options.only.split(",");
  const given = { browser, screenshots: resolve(options.screenshots) };
  for (const [name, load] of [
    ["suite", async () => (await import("./development.mjs")).developmentPart],
    ["slips", async () => (await import("./slips.mjs")).slipsPart],
    ["vsix", async () => (await import("./vsix.mjs")).vsixPart],
    ["web", async () => (await import("./web.mjs")).webPart],
    ["ui", async () => (await import("./ui.mjs")).uiPart],
    ["rows", async () => (await import("./rows.mjs")).rowsPart],
    ["writing", async () => (await import("./writing.mjs")).writingPart],
    ["trust", async () => (await import("./trust.mjs")).trustPart],
    ["page", async () => (await import("./preview-checks.mjs")).pagePart],
    ["preview", async () => (await import("./preview.mjs")).previewPart],
    ["preview-web", async () => (await import("./preview.mjs")).previewWebPart],
  ]) {
    if (!parts.includes(name)) continue;
    console.log(`\n${name}`);
    const run = await load();
    // A part counts its own checks; this one is for what goes wrong between them.
    await run(given).catch((error) => check(name, () => Promise.reject(error)));
  }
  await browser.close();
}

function abort(reason) {
  console.error(reason);
  process.exitCode = 1;
  finish();
}

/** Ends everything at once, also in the middle of a run. A browser that is still there ends with its pipe to us. */
function finish() {
  for (const cleanup of cleanups) cleanup();
  const { passed, failed } = totals();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(process.exitCode || failed > 0 || passed === 0 ? 1 : 0);
}
