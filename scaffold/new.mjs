// Writes what something new begins with, and the line in the list that makes it known: npm run new -- KIND NAME ...
// Everything it writes builds and runs. Its texts begin with "Say: " and a test refuses them until somebody has.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import * as texts from "./texts.mjs";

const kinds = {
  rule: { says: "rule ID [CATEGORY]                  a judgement of its own, such as no-deputy", write: newRule },
  feature: {
    says: "feature NAME                        an answer to a request of the editor, such as declaration",
    write: newFeature,
  },
  format: {
    says: "format NAME                         one more output of itorg check, such as csv",
    write: newFormat,
  },
  duty: {
    says: "duty ID FIRST SECOND                two activities that should not lie in one pair of hands",
    write: newDuty,
  },
  law: {
    says: "law REGIME PROVISION RULE           a provision of a known law, and the rule whose finding it raises",
    write: newLaw,
  },
};

/** The requests that are answered with a place in the file, as going to the definition is. */
const requests = {
  declaration: ["DeclarationRequest", "declarationProvider"],
  implementation: ["ImplementationRequest", "implementationProvider"],
  "type-definition": ["TypeDefinitionRequest", "typeDefinitionProvider"],
};

class Refused extends Error {}

const [kind, ...words] = process.argv.slice(2);
try {
  const chosen = Object.hasOwn(kinds, kind ?? "") ? kinds[kind] : refuse(usage());
  const { files, next } = chosen.write(...words);
  // Imports in their order, and lines as long as the house has them.
  const code = files.filter((path) => path.endsWith(".ts"));
  spawnSync("npx", ["biome", "check", "--write", ...code], { stdio: "ignore", shell: process.platform === "win32" });
  console.log(
    `Written:\n${files.map((path) => `  ${path}\n`).join("")}\nNext:\n${next.map((step, i) => `  ${i + 1}. ${step}\n`).join("")}`,
  );
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function usage() {
  return `npm run new -- KIND NAME, where that is one of\n${Object.values(kinds)
    .map(({ says }) => `  ${says}\n`)
    .join("")}`;
}

function refuse(why) {
  throw new Refused(why);
}

function newRule(id, category = "gap") {
  checkId(id, "rule");
  const index = readFileSync("server/rules/index.ts", "utf8");
  const blocks = [...index.matchAll(/^ {2}\/\/ ([a-z]+)\b/gm)].map(([, name]) => name);
  if (!blocks.includes(category)) refuse(`There is no category ${category}: one of ${blocks.join(", ")}.`);
  const name = camel(id);
  const listed = index
    .replace(/^import /m, `import { ${name} } from "./${id}.ts";\nimport `)
    .replace(new RegExp(`(^ {2}// ${category}\\b.*\\n(?: {2}(?!//).*\\n)*)`, "m"), `$1  ${name},\n`);
  return written({
    files: {
      [`server/rules/${id}.ts`]: texts.rule(id, name, category),
      [`test/rules/${id}.test.ts`]: texts.ruleTest(id),
    },
    changed: { "server/rules/index.ts": listed },
    next: [
      `server/rules/${id}.ts: put your judgement in the place of the example's (teams that nobody heads), with words of your own where it says "Say: ".`,
      `npm run test:one -- ${id}: its four examples and test/rules/${id}.test.ts, in seconds.`,
      "npm run docs: its page; and npm test before you commit.",
    ],
  });
}

function newFeature(name) {
  const names = Object.keys(requests);
  if (!Object.hasOwn(requests, name ?? ""))
    refuse(
      `Known here are requests that are answered with a place: ${names.join(", ")}. For others follow docs/architecture.md, "A feature".`,
    );
  checkNew(`server/features/${name}.ts`);
  const [request, capability] = requests[name];
  const list = readFileSync("server/lsp/features.ts", "utf8");
  const line = `  atOffset(${request}.type, { ${capability}: true }, (here, offset) =>\n    toDefinition(here, ${camel(name)}(here.snapshot, offset)),\n  ),\n`;
  const listed = list
    .replace("import {\n", `import {\n  ${request},\n`)
    .replace(/^import \{ configHover \}/m, `import { ${camel(name)} } from "../features/${name}.ts";\n$&`)
    .replace(/^ {2}atOffset\(DefinitionRequest\.type/m, `${line}$&`);
  return written({
    files: {
      [`server/features/${name}.ts`]: texts.feature(name, camel(name)),
      [`test/features/${name}.test.ts`]: texts.featureTest(name, camel(name)),
    },
    changed: { "server/lsp/features.ts": listed },
    next: [
      `server/features/${name}.ts: a pure function of a snapshot and an offset; as it stands it leads from a name to the entry in which it stands.`,
      `npm run test:one -- features/${name}`,
      "test/server/server.test.ts lists what the server says it can do: add the capability there.",
      "npm test, then F5 and try it.",
    ],
  });
}

function newFormat(name) {
  checkId(name, "format");
  const path = `server/reports/formats/check/${name}.ts`;
  checkNew(path);
  const command = readFileSync("server/commands/check.ts", "utf8");
  const listed = command
    .replace(/^import \{ json \}/m, `import { ${camel(name)} } from "../reports/formats/check/${name}.ts";\n$&`)
    .replace(
      /(const formats: Formats = \{[^}]*?),? \}/,
      (_, head) => `${head}, ${name === camel(name) ? name : `"${name}": ${camel(name)}`} }`,
    );
  return written({
    files: {
      [path]: texts.format(name, camel(name)),
      [`test/reports/format-${name}.test.ts`]: texts.formatTest(name, camel(name)),
    },
    changed: { "server/commands/check.ts": listed },
    next: [
      `${path}: write() gets every file with what was found; as it stands it writes a line a finding.`,
      `npm run test:one -- format-${name}; npm run build && node dist/cli.js check samples --format ${name}`,
      "README.md names the formats; npm test before you commit.",
    ],
  });
}

function newDuty(id, first, second) {
  checkId(id, "pair");
  if (!id.startsWith("duties-")) refuse(`The id of a pair begins with duties-: duties-${id}?`);
  const schema = readFileSync("schemas/itorg.schema.json", "utf8");
  for (const activity of [first, second])
    if (!activity || !schema.includes(`"const": "${activity}"`))
      refuse(`${activity ?? "Nothing"} is no activity of the catalogue; they are listed in schemas/itorg.schema.json.`);
  const path = "schemas/definitions/duties.yaml";
  return written({
    changed: { [path]: readFileSync(path, "utf8") + texts.duty(id, first, second) },
    next: [
      `${path}, at its end: who says so (rests), what it weighs, and words of your own where it says "Say: ".`,
      "test/laws/duties-law.test.ts: one line in the table, with the severity that you mean.",
      `npm run docs, from which on the pair is known by its id; npm run test:one -- ${id}; npm test.`,
    ],
  });
}

function newLaw(regime, id, rule) {
  checkId(id, "provision");
  const path = "schemas/definitions/regimes.yaml";
  const source = readFileSync(path, "utf8");
  const known = [...source.slice(0, source.indexOf("\nprovisions:")).matchAll(/^ {2}- id: (.*)$/gm)].map(
    ([, one]) => one,
  );
  if (!known.includes(regime))
    refuse(
      `${regime} is no law that is known here: ${known.join(", ")}. A new one begins with an entry under regimes in ${path}.`,
    );
  if (!rule || !existsSync(`docs/rules/${rule}.md`)) refuse(`${rule ?? "Nothing"} is no rule: docs/rules lists them.`);
  return written({
    files: { [`test/laws/${id}.test.ts`]: texts.lawTest(regime, id, rule) },
    changed: { [path]: source + texts.provision(regime, id, rule) },
    next: [
      `${path}, at its end: what the text asks for in words of your own, its edition, whom it covers, what it makes of the finding. The head of the file explains every key.`,
      `test/laws/${id}.test.ts: cases written from the text of the law, not from the rule.`,
      `npm run test:one -- ${id}; npm run docs; npm test.`,
    ],
  });
}

function checkId(id, what) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id ?? ""))
    refuse(`A ${what} is called by small letters, digits and hyphens, such as no-deputy.`);
  const known = ["docs/rules", "docs/provisions"].flatMap((folder) => readdirSync(folder));
  if (known.includes(`${id}.md`)) refuse(`There is a rule or a provision ${id} already.`);
}

function checkNew(path) {
  if (existsSync(path)) refuse(`${path} is there already.`);
}

function written({ files = {}, changed, next }) {
  for (const path of Object.keys(files)) checkNew(path);
  for (const [path, before] of Object.entries(changed).map(([path]) => [path, readFileSync(path, "utf8")]))
    if (changed[path] === before) throw new Error(`${basename(path)} has another shape than this script knows.`);
  for (const [path, content] of Object.entries({ ...files, ...changed })) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return { files: [...Object.keys(files), ...Object.keys(changed)], next };
}

function camel(id) {
  return id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
