// Writes the TypeScript side of itorg.schema.json, so that the two cannot drift apart:
//   server/knowledge/catalogues.ts   the catalogues' ids as types
//   server/model/org/fields.ts       the fields of every entity as facts
// `npm run generate` writes them; `node schemas/generate.mjs --check` (part of the tests) fails where they are stale.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const schema = JSON.parse(readFileSync(file("schemas/itorg.schema.json"), "utf8"));
const { definitions } = schema;

const typeName = (name) => `${name[0].toUpperCase()}${name.slice(1)}`;
const idsOf = (raw) => [
  ...(raw.const === undefined ? [] : [raw.const]),
  ...(raw.$ref ? idsOf(definitions[raw.$ref.replace("#/definitions/", "")]) : []),
  ...[...(raw.oneOf ?? []), ...(raw.anyOf ?? [])].flatMap(idsOf),
];
const header = "// Generated from schemas/itorg.schema.json by `npm run generate`. Do not edit.\n\n";

const catalogueNames = [];
for (const shape of [schema, ...Object.values(definitions)]) {
  for (const field of Object.values(shape.properties ?? {})) {
    const of = field["x-of"];
    const isCatalogue = of && !definitions[of].properties && idsOf(definitions[of]).length > 0;
    if (isCatalogue && !catalogueNames.includes(of)) catalogueNames.push(of);
  }
}
if (!catalogueNames.includes("regime")) catalogueNames.push("regime");

/** On one line where that fits, else an item a line: as the formatter would have it. */
function wrapped(open, items, blank, close) {
  const oneLine = `${open}${blank}${items.join(", ")}${blank}${close}\n`;
  return oneLine.length <= 121 ? oneLine : `${open}\n${items.map((item) => `  ${item},\n`).join("")}${close}\n`;
}

/** Catalogues of which the order says something, as lists: how rare a meeting is. */
const ordered = ["cadence"];

/** A union on one line where that fits, else an alternative a line. */
function union(name, items) {
  const oneLine = `export type ${name} = ${items.join(" | ")};\n`;
  return oneLine.length <= 121 ? oneLine : `export type ${name} =\n${items.map((item) => `  | ${item}`).join("\n")};\n`;
}

function catalogues() {
  let code = header;
  for (const name of catalogueNames.toSorted()) {
    const ids = idsOf(definitions[name]).filter((id) => typeof id === "string");
    const items = ids.map((id) => JSON.stringify(id));
    if (ordered.includes(name)) {
      code += wrapped(`export const ${name}s = [`, items, "", "] as const;");
      code += `export type ${typeName(name)} = (typeof ${name}s)[number];\n\n`;
    } else code += `${union(typeName(name), items)}\n`;
  }
  return `${code.trimEnd()}\n`;
}

const used = new Set();
function typeOf(field) {
  const of = field["x-of"] && typeName(field["x-of"]);
  switch (field["x-kind"]) {
    case "yes-no":
      return "boolean";
    case "integer":
    case "number":
      return "number";
    case "count":
      return "Range";
    case "choice":
      used.add(of);
      return of;
    case "choices":
      used.add(of);
      return `readonly ${of}[]`;
    case "words":
    case "codes":
      return "readonly string[]";
    case "reference":
    case "employer":
      return "Ref";
    case "references":
      return "readonly Ref[]";
    case "members":
      return "Range | readonly Ref[]";
    case "object":
      return `${of}Fields`;
    default:
      return "string";
  }
}

function fields() {
  let body = "";
  let shapes = "";
  for (const [name, shape] of Object.entries(definitions)) {
    if (!shape.properties) continue;
    body += `export interface ${typeName(name)}Fields {\n`;
    for (const [field, raw] of Object.entries(shape.properties)) {
      body += `  readonly ${field}: Fact<${typeOf(raw)}>;\n`;
    }
    body += "}\n\n";
    shapes += `  readonly ${name}: ${typeName(name)}Fields;\n`;
  }
  body += `/** The fields of each group of keys, by the name that the schema gives the group. */\nexport interface ShapeFields {\n${shapes}}\n`;
  const imported = wrapped("import type {", [...used].sort(), " ", '} from "../../knowledge/catalogues.ts";');
  const rest =
    'import type { Fact } from "../words/fact.ts";\nimport type { Range, Ref } from "../words/values.ts";\n\n';
  return `${`${header}${imported}${rest}${body}`.trimEnd()}\n`;
}

const outputs = { "server/knowledge/catalogues.ts": catalogues(), "server/model/org/fields.ts": fields() };
for (const [path, code] of Object.entries(outputs)) {
  if (!process.argv.includes("--check")) writeFileSync(file(path), code);
  else if (readFileSync(file(path), "utf8") !== code) {
    console.error(`${path} is stale: run npm run generate`);
    process.exitCode = 1;
  }
}
