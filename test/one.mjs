// Runs the tests under one name: npm run test:one -- NAME
// NAME is a rule's or a provision's id, a file's name or path, or part of one. Only what is needed is built.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename } from "node:path";
import * as esbuild from "esbuild";
import { testBundles } from "../bundles.mjs";
import { testFiles } from "./kit/test-files.mjs";

const examples = "test/rules/rules.test.ts";
const name = process.argv[2]
  ?.replaceAll("\\", "/")
  .replace(/^.*\b(?=test\/)/, "")
  // The editor's "This test" names the file that is open, which may as well be the rule's own.
  .replace(/^(?:.*\/)?server\/(?:.*\/)?/, "")
  .replace(/\.ts$/, "");
if (!name) {
  console.error("Say which: npm run test:one -- key-person");
  process.exit(2);
}

const files = testFiles();
const nameOf = (path) => basename(path).replace(/\.test\.ts$/, "");
/** A page of docs for every rule; a rule that has none yet has its file. */
const ids = [
  ...new Set([...names("docs/rules", ".md"), ...names("server/rules", ".ts"), ...names("docs/provisions", ".md")]),
];

const exact = { ids: ids.filter((id) => id === name), files: files.filter((path) => isNamed(path)) };
const some = exact.ids.length + exact.files.length > 0 ? exact : partly();
const runs = [...some.files.map((path) => ({ path })), ...some.ids.flatMap(testsOf)];
if (runs.length === 0) {
  console.error(`No rule, provision or file has the name "${name}", or has it in its name.`);
  console.error(`Near it: ${nearest([...ids, ...files.map(nameOf)]).join(", ")}`);
  process.exit(2);
}
rmSync("dist/one", { recursive: true, force: true });
await esbuild.build(testBundles("dist/one", [...new Set(runs.map(({ path }) => path))]));
const env = { ...process.env, ITORG_RULES: some.ids.join(" ") };
let worst = 0;
for (const pattern of new Set(runs.map((run) => run.pattern))) {
  const paths = [...new Set(runs.flatMap((run) => (run.pattern === pattern ? run.path : [])))];
  console.log(`${paths.join("\n")}${pattern ? `\n  what has ${pattern} in its name` : ""}`);
  const built = paths.map((path) => path.replace(/^test\//, "dist/one/").replace(/\.ts$/, ".mjs"));
  const options = ["--enable-source-maps", "--test", ...(pattern ? [`--test-name-pattern=${pattern}`] : [])];
  worst = Math.max(worst, spawnSync(process.execPath, [...options, ...built], { stdio: "inherit", env }).status ?? 1);
}
process.exit(worst);

function names(folder, ending) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending) && !/^(?:README|index|rule|ask|say|mend|fact)\./.test(file))
    .map((file) => file.slice(0, -ending.length));
}

function isNamed(path) {
  return nameOf(path) === name || path === `${name}.ts` || path === `test/${name}.test.ts`;
}

function partly() {
  return {
    ids: ids.filter((id) => id.includes(name)),
    files: files.filter((path) => path.slice("test/".length, -".test.ts".length).includes(name)),
  };
}

/** A rule's examples, and the tests under its name: in a file of that name, or in those of laws that quote it. */
function testsOf(id) {
  // duties-build-deploy is one of the pairs that duties.test.ts is about.
  const own = files.filter((path) => /^test\/(?:rules|laws)\//.test(path) && `${id}-`.startsWith(`${nameOf(path)}-`));
  const quoting = files.filter(
    (path) => path.startsWith("test/laws/") && readFileSync(path, "utf8").includes(`"${id}"`),
  );
  return [
    { path: examples },
    ...own.map((path) => ({ path })),
    ...quoting.filter((path) => !own.includes(path)).map((path) => ({ path, pattern: id })),
  ];
}

/** Those that share most pairs of letters with the name. */
function nearest(known) {
  const pairs = (word) => new Set([...word].slice(1).map((letter, i) => word[i] + letter));
  const wanted = pairs(name);
  const likeness = (word) => {
    const its = pairs(word);
    return (2 * [...its].filter((pair) => wanted.has(pair)).length) / (its.size + wanted.size);
  };
  return [...new Set(known)].sort((a, b) => likeness(b) - likeness(a)).slice(0, 5);
}
