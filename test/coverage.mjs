// What the tests reach: node test/coverage.mjs [--long] [part of a path ...]
// Node says which parts of the bundles ran, also in the command lines and servers that tests start; the source maps say
// where those stand in server/ and client/. A file that nothing loads is in no bundle, and is counted all the same.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { CoverageReport } from "monocart-coverage-reports";

const bundles = `${pathToFileURL(resolve("dist"))}/`;
const raw = resolve("dist/coverage/raw");
rmSync("dist/coverage", { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ["test/run.mjs", ...process.argv.slice(2)], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, NODE_V8_COVERAGE: raw },
});

/** Types alone are nothing that could run. */
async function compiled(entry) {
  const { code, map } = await transform(entry.source, {
    loader: "ts",
    sourcemap: true,
    sourcefile: entry.sourcePath,
  });
  Object.assign(entry, { source: code, sourceMap: JSON.parse(map) });
}

const report = new CoverageReport({
  name: "itorg",
  outputDir: "dist/coverage/report",
  reports: [["v8"], ["console-details", { maxCols: 100, metrics: ["lines", "branches"] }]],
  // A bundle that ran, or a source that is in none of them.
  entryFilter: ({ url }) => (url.startsWith(bundles) && !url.includes("/batches/")) || url.endsWith(".ts"),
  sourceFilter: (path) => /^(?:server|client)\/.*(?<!\.d)\.ts$/.test(path),
  sourcePath: (path) => path.replace(/^.*?\b(?=(?:server|client)\/)/, ""),
  all: {
    dir: ["server", "client"],
    filter: (path) => /(?<!\.d)\.ts$/.test(path),
    transformer: compiled,
  },
});
await report.addFromDir(raw);
await report.generate();
console.log(`Each file, line by line: ${resolve("dist/coverage/report/index.html")}`);
// Numbers of a run that failed are not those of a run that did not.
process.exit(status ?? 1);
