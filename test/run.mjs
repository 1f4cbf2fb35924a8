// Runs the built tests: node test/run.mjs [--long] [part of a path ...]
// A list of files, since only Node 21 and newer expand a pattern themselves, and not every shell does.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const wanted = process.argv.slice(2).filter((part) => part !== "--long");
if (process.argv.includes("--long")) process.env.TEST_LONG = "1";
const files = readdirSync("dist/test", { recursive: true, encoding: "utf8" })
  .map((name) => `dist/test/${name.replaceAll("\\", "/")}`)
  .filter((name) => name.endsWith(".test.mjs") && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort();
if (files.length === 0) {
  console.error(`No test's path has "${wanted.join('" or "')}" in it.`);
  process.exit(2);
}
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", "--test-concurrency=3", ...files], {
  stdio: "inherit",
});
process.exit(status ?? 1);
