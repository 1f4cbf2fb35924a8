// What the parts of a run share: fresh folders, copies of the samples, bundled suites, the packed extension.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
export const cache = join(here, ".cache");

// Findings that depend on the day (acceptances that lapse) must not change with it.
export const today = "2026-11-22";

const temp = mkdtempSync(join(tmpdir(), "itorg-vscode-"));
let folders = 0;

/** Removes all that was made here; what a dying process still writes is left to the system's own cleaning. */
export function removeFolders() {
  rmSync(temp, { recursive: true, force: true, maxRetries: 3 });
}

/** A new, empty folder. No two parts share one, so that none sees what another did. */
export function folder(name) {
  const path = join(temp, `${name}-${++folders}`);
  mkdirSync(path);
  return path;
}

/** A copy of the samples that a test may change; with `only`, of this one alone, so that it has all problems there are. */
export function workspace(only = "") {
  const path = join(folder("workspace"), "clients");
  cpSync(join(root, "samples", only), join(path, only), { recursive: true });
  mkdirSync(join(path, ".vscode"), { recursive: true });
  writeFileSync(join(path, ".vscode", "settings.json"), JSON.stringify({ "itorg.today": today }, null, 2));
  return path;
}

export function build() {
  if (!existsSync(join(root, "dist", "extension.js"))) npm("build");
}

/** The packed extension, packed again when something that goes into it is newer. */
export function packed() {
  const newest = () => {
    const all = readdirSync(root).filter((name) => /^itorg-.*\.vsix$/.test(name));
    return all.map((name) => join(root, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  };
  const bundles = ["extension", "server", "extension-web", "server-web"].map((name) => `dist/${name}.js`);
  const sources = ["package.json", ...bundles].map((name) => join(root, name));
  const changed = Math.max(...sources.filter((path) => existsSync(path)).map((path) => statSync(path).mtimeMs));
  let file = newest();
  if (!file || statSync(file).mtimeMs < changed) {
    npm("package");
    file = newest();
  }
  if (!file) throw new Error("npm run package made no itorg-*.vsix in the repository's folder.");
  return file;
}

/** What the command line says of the sample: the contract that the editor is compared with. */
export const commandLineFindings = () => findingsOf("samples/pinecrest.itorg.yaml");

/** The same of any file, by its path from the repository's folder, or its full one. */
export function findingsOf(path) {
  const args = ["dist/cli.js", "check", path, "--format", "json", "--today", today];
  const output = execFileSync(process.execPath, [...args, "--fail-on", "never"], { cwd: root, encoding: "utf8" });
  return JSON.parse(output).files[0].findings;
}

/**
 * Bundles a suite for the extension host and gives the bundle's path. esbuild is the product's own.
 * `platform`: "browser" for the web extension host.
 */
export async function bundle(name, platform = "node") {
  const esbuild = createRequire(join(root, "package.json"))("esbuild");
  const outfile = join(cache, `${name}.cjs`);
  await esbuild.build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile,
    bundle: true,
    platform,
    format: "cjs",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}

/** Where a suite in this workspace writes its results: beside the folder, since in a browser it can write nowhere else. */
const resultsOf = (workspace) => join(workspace, "..", "results.json");

export const hasResults = (workspace) => existsSync(resultsOf(workspace));

/** Reads what a suite wrote; a suite that wrote nothing did not come to its end. */
export function readResults(workspace) {
  if (!hasResults(workspace))
    throw new Error(`The suite ended without results: it did not load. Its console is in ${cache}.`);
  return JSON.parse(readFileSync(resultsOf(workspace), "utf8"));
}

function npm(script) {
  const done = spawnSync("npm", ["run", script], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (done.status !== 0) throw new Error(`npm run ${script} failed.`);
}
