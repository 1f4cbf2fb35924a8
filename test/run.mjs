// Runs the built tests: node test/run.mjs [--long] [part of a path ...]
// A process for each of 190 files takes a minute to start them all: a dozen processes share them.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { testFiles } from "./kit/test-files.mjs";

const isLong = process.argv.includes("--long");
const wanted = process.argv.slice(2).filter((part) => !part.startsWith("--"));
const files = testFiles().filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)));
if (files.length === 0) {
  console.error(`No test's path has "${wanted.join('" or "')}" in it.`);
  process.exit(2);
}
const built = files.map((path) => path.replace(/^test\//, "../").replace(/\.ts$/, ".mjs"));
/** More than there are cores, so that none waits long for the last; neighbours, which cost alike, lie apart. */
const count = Math.min(built.length, isLong ? 24 : 12);

rmSync("dist/test/batches", { recursive: true, force: true });
mkdirSync("dist/test/batches");
const batches = Array.from({ length: count }, (_, i) => {
  const path = `dist/test/batches/${i}.mjs`;
  const own = built.filter((_, j) => j % count === i);
  writeFileSync(path, own.map((file) => `import ${JSON.stringify(file)};\n`).join(""));
  return path;
});
// One process more than cores: those that drive a server or the command line wait much of the time.
const concurrency = `--test-concurrency=${availableParallelism() + 1}`;
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", concurrency, ...batches], {
  stdio: "inherit",
  env: { ...process.env, ...(isLong ? { TEST_LONG: "1" } : {}) },
});
process.exit(status ?? 1);
