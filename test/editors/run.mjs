// npm run test:editors: `itorg lsp --stdio` with other people's clients, Neovim's own and Emacs's Eglot, both without a
// screen. They find what our own test client would forgive. On Debian the missing ones are installed (as root).
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const server = [process.execPath, join(root, "dist", "cli.js"), "lsp", "--stdio"];
const sample = join(root, "samples", "pinecrest.itorg.yaml");

const editors = [
  {
    name: "Neovim",
    program: "nvim",
    packages: ["neovim"],
    args: ["--headless", "-u", "NONE", "-n", "-c", `luafile ${join(here, "neovim.lua")}`],
  },
  {
    name: "Emacs",
    program: "emacs",
    packages: ["emacs-nox", "elpa-eglot"],
    args: ["-Q", "--batch", "-l", join(here, "emacs.el")],
  },
];

const folder = mkdtempSync(join(tmpdir(), "itorg-editors-"));
let failed = 0;
try {
  for (const editor of editors) drive(editor);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);

function drive({ name, program, packages, args }) {
  console.log(`\n${name}`);
  if (!found(program)) install(packages);
  const file = join(folder, `${program}.itorg.yaml`);
  copyFileSync(sample, file);
  const env = { ...process.env, SERVER: JSON.stringify(server), FILE: file, HOME: folder };
  const done = spawnSync(program, args, { encoding: "utf8", env, timeout: 120_000 });
  const line = done.stdout?.split("\n").find((each) => each.startsWith("{"));
  check("answers at all", line !== undefined, `${done.error ?? ""}\n${done.stdout}\n${done.stderr}`);
  if (line) judge(JSON.parse(line));
}

/** What an editor printed, each list in short. */
function tell(said) {
  for (const [what, value] of Object.entries(said)) {
    const text = Array.isArray(value) ? `${value.length}: ${value.join(", ")}` : JSON.stringify(value);
    if (what !== "renamed") console.log(`        ${what}: ${text.length > 160 ? `${text.slice(0, 160)}...` : text}`);
  }
}

function judge(said) {
  tell(said);
  check("nothing went wrong", !said.failure && !said.error, `${said.failure} ${said.error}`);
  const [actual, wanted] = [said.diagnostics ?? [], wantedFindings()].map((list) => [...list].sort().join("\n"));
  check("diagnostics are those of the command line", actual === wanted, `${actual}\nand not\n${wanted}`);
  check("hover explains the CISO", /Chief Information Security Officer/.test(said.hover), said.hover);
  const offered = said.completion ?? [];
  check(
    "completion offers posts, by name",
    ["ceo", "cfo", "it-manager"].every((id) => offered.includes(id)),
    offered,
  );
  check(
    "symbols",
    ["posts", "providers", "ceo", "northstar"].every((name) => said.symbols?.includes(name)),
    said.symbols,
  );
  const text = said.renamed?.join("\n") ?? "";
  check("rename changes the post and every reference", isRenamed(text), text);
  check("a code action recommends before it corrects", /^Recommend: /.test(said.actions?.[0] ?? ""), said.actions);
  const fixed = said.fixed ?? [];
  check("and ends the finding", fixed.length > 0 && !fixed.includes("provider-unsupervised"), fixed);
  check("the server leaves when asked to", said.exit?.code === 0 && said.exit.signal === 0, JSON.stringify(said.exit));
}

/** The renamed post keeps its role, and nothing refers to the old id. */
function isRenamed(text) {
  const wanted = [/^ {2}it-lead:/m, /role: it-manager/, /reportsTo: it-lead/, /responsible: \[it-lead\]/];
  return wanted.every((each) => each.test(text)) && !/(?:reportsTo|accountable): it-manager/.test(text);
}

/** Where and what, as the command line says it, counted from 1 as editors do. */
function wantedFindings() {
  const args = [server[1], "check", sample, "--format", "json", "--fail-on", "never", "--today", "2026-11-22"];
  const { files } = JSON.parse(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout);
  return files[0].findings.map(({ rule, range: { start } }) => `${start.line + 1}:${start.character + 1} ${rule}`);
}

function check(what, isTrue, said) {
  if (!isTrue) failed++;
  console.log(isTrue ? `  ok    ${what}` : `  FAIL  ${what}\n${said}`);
}

function found(program) {
  return (process.env.PATH ?? "").split(":").some((each) => each && existsSync(join(each, program)));
}

function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error(`Please install: ${packages.join(" ")}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  const done = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
    stdio: "inherit",
    env,
  });
  if (done.status !== 0) throw new Error(`Installing ${packages.join(" ")} failed.`);
}
