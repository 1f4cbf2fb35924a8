import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, it } from "node:test";
import { testFiles } from "../kit/test-files.mjs";

interface Room {
  readonly name: string;
  readonly files: RegExp;
  readonly may: readonly (RegExp | string)[];
  /** A file of the room and an import that it must not have: what the test of the walls is tested with. */
  readonly seed: readonly [file: string, imported: string];
}

const model = "server/model/";
const words = `${model}words/`;
const org = `${model}org/`;
/** Where what is known and what is given stand, below all rooms. */
const ground = ["server/base/", "server/knowledge/"];
/** What a client's file says, read, and what may be done to it. */
const file = [...ground, model];
/** What a rule imports: the contract, and the four doors to the rooms behind. */
const doors = ["ask", "say", "mend", "fact"];
const doorFiles = doors.map((door) => `server/rules/${door}.ts`);
const chart = "server/chart/";
const judgement = [...file, chart, "server/rules/rule.ts", "server/rules/index.ts", "server/firm/", "server/analysis/"];

/** Each room of the house: its files, and what it stands on. Everything else it never imports. */
const rooms: readonly Room[] = [
  {
    name: "base stands on nothing of ours",
    files: /^server\/base\//,
    may: ["server/base/", "diff", "get-east-asian-width"],
    seed: ["server/base/seeded.ts", "../knowledge/format.ts"],
  },
  {
    name: "knowledge stands on base and the definitions in schemas",
    files: /^server\/knowledge\//,
    may: [...ground, "schemas/"],
    seed: ["server/knowledge/seeded.ts", "../model/words/fact.ts"],
  },
  {
    name: "model/words stands on nothing",
    files: /^server\/model\/words\//,
    may: [...ground, words],
    seed: ["server/model/words/seeded.ts", "../yaml/syntax.ts"],
  },
  {
    name: "model/yaml stands on words",
    files: /^server\/model\/yaml\//,
    may: [...ground, words, `${model}yaml/`, "yaml"],
    seed: ["server/model/yaml/seeded.ts", "../read/document.ts"],
  },
  {
    name: "model/org stands on words",
    files: /^server\/model\/org\//,
    may: [...ground, words, org],
    seed: ["server/model/org/seeded.ts", "../read/document.ts"],
  },
  {
    name: "model/read stands on words, yaml and org",
    files: /^server\/model\/read\//,
    may: [...ground, words, `${model}yaml/`, org, `${model}read/`, "yaml"],
    seed: ["server/model/read/seeded.ts", "../find/where.ts"],
  },
  {
    name: "only model/yaml and model/read see the nodes of a YAML tree",
    files: /^server\/(?!model\/(?:yaml|read)\/)/,
    may: [
      /^(?!yaml$|server\/model\/yaml\/)/,
      ...["decode", "leaves", "source-map", "text-layout", "written"].map((door) => `${model}yaml/${door}.ts`),
    ],
    seed: ["server/model/write/seeded.ts", "../yaml/syntax.ts"],
  },
  {
    name: "nobody outside of model imports a reader of nodes",
    files: /^server\/(?!model\/read\/)/,
    may: [
      /^(?!server\/model\/read\/)/,
      ...["document", "references", "settings"].map((door) => `${model}read/${door}.ts`),
    ],
    seed: ["server/firm/seeded.ts", "../model/read/read-fields.ts"],
  },
  {
    name: "only model/yaml and model/read import the YAML library",
    files: /^server\/(?!model\/(?:yaml|read)\/)/,
    may: [/^(?!yaml(?:\/|$))/],
    seed: ["server/features/seeded.ts", "yaml"],
  },
  {
    name: "model/find stands on words, yaml, org and read",
    files: /^server\/model\/find\//,
    may: [...ground, words, `${model}yaml/`, org, `${model}read/`, `${model}find/`],
    seed: ["server/model/find/seeded.ts", "../write/edit.ts"],
  },
  {
    name: "model/write stands on the rest of model",
    files: /^server\/model\/write\//,
    may: file,
    seed: ["server/model/write/seeded.ts", "../../remedies/accept.ts"],
  },
  {
    name: "remedies stand on words and org",
    files: /^server\/remedies\//,
    may: [...ground, words, org, "server/remedies/"],
    seed: ["server/remedies/seeded.ts", "../duties/duty-cases.ts"],
  },
  {
    name: "duties stand on words and org",
    files: /^server\/duties\//,
    may: [...ground, words, org, "server/duties/"],
    seed: ["server/duties/seeded.ts", "../remedies/accept.ts"],
  },
  {
    name: "fit stands on words and org",
    files: /^server\/fit\//,
    may: [...ground, words, org, "server/fit/"],
    seed: ["server/fit/seeded.ts", "../model/read/document.ts"],
  },
  {
    name: "rules/rule.ts, the contract, stands on knowledge and words, and takes no more than types from other rooms",
    files: /^server\/rules\/rule\.ts$/,
    may: [...ground, words, org, "server/remedies/", "server/duties/", "server/fit/"],
    seed: ["server/rules/rule.ts", "../model/yaml/source-map.ts"],
  },
  {
    name: "rules/ask.ts, the door to facts, opens on org, duties, fit and remedies",
    files: /^server\/rules\/ask\.ts$/,
    may: [...ground, words, org, "server/duties/", "server/fit/", "server/remedies/"],
    seed: ["server/rules/ask.ts", "./say.ts"],
  },
  {
    name: "rules/say.ts, the door to words, opens on the rooms that have any",
    files: /^server\/rules\/say\.ts$/,
    may: [words, org, "server/duties/", "server/fit/", "server/remedies/"],
    seed: ["server/rules/say.ts", "../knowledge/format.ts"],
  },
  {
    name: "rules/mend.ts, the door to remedies, opens on changes and remedies",
    files: /^server\/rules\/mend\.ts$/,
    may: [words, `${org}links.ts`, "server/remedies/"],
    seed: ["server/rules/mend.ts", "../model/org/holders.ts"],
  },
  {
    name: "rules/fact.ts, the door to Kleene's logic, opens on that alone",
    files: /^server\/rules\/fact\.ts$/,
    may: [`${words}fact.ts`],
    seed: ["server/rules/fact.ts", "../model/org/org.ts"],
  },
  {
    name: "rules/index.ts lists the rules",
    files: /^server\/rules\/index\.ts$/,
    may: [...ground, "server/rules/"],
    seed: ["server/rules/index.ts", "../model/org/org.ts"],
  },
  {
    name: "a rule imports the contract, the doors and knowledge, nothing else",
    files: /^server\/rules\/(?!(?:rule|index|ask|say|mend|fact)\.ts$)/,
    may: ["server/rules/rule.ts", ...doorFiles, "server/knowledge/"],
    seed: ["server/rules/seeded.ts", "../model/org/org.ts"],
  },
  {
    name: "firm stands on model and the list of rules",
    files: /^server\/firm\//,
    may: [...file, "server/rules/rule.ts", "server/rules/index.ts", "server/firm/"],
    seed: ["server/firm/seeded.ts", "../analysis/check.ts"],
  },
  {
    name: "workspace stands on reading and the firm",
    files: /^server\/workspace\//,
    may: [...file, "server/firm/", "server/workspace/"],
    seed: ["server/workspace/seeded.ts", "../analysis/snapshot.ts"],
  },
  {
    name: "chart stands on words and org, below analysis, features and reports",
    files: /^server\/chart\//,
    may: [...ground, words, org, chart, /^@expo-google-fonts\/arimo\/.*\.ttf$/, /^non-layered-tidy-tree-layout\//],
    seed: ["server/chart/seeded.ts", "../analysis/check.ts"],
  },
  {
    name: "exports are libraries' work, and stand on base alone",
    files: /^server\/exports\//,
    may: [
      "server/base/",
      "server/exports/",
      "@resvg/resvg-wasm",
      "docx",
      "docx/layout",
      "pptxgenjs",
      "fontkit",
      "fflate",
      "write-excel-file/universal",
    ],
    seed: ["server/exports/seeded.ts", "../chart/draw.ts"],
  },
  {
    name: "analysis never imports features, reports, LSP or one particular rule",
    files: /^server\/analysis\//,
    may: [...judgement, "server/remedies/accept.ts", "server/fit/"],
    seed: ["server/analysis/seeded.ts", "../rules/ciso-in-it-line.ts"],
  },
  {
    name: "features never import reports, LSP or one particular rule",
    files: /^server\/features\//,
    may: [...judgement, "server/remedies/", "server/features/"],
    seed: ["server/features/seeded.ts", "../rules/ciso-in-it-line.ts"],
  },
  {
    name: "reports never import features, LSP or one particular rule",
    files: /^server\/reports\//,
    may: [...judgement, "server/reports/", "papaparse"],
    seed: ["server/reports/pages/seeded.ts", "../../features/hover.ts"],
  },
  {
    name: "a report's format never imports the pages",
    files: /^server\/reports\/formats\//,
    may: [...judgement, "server/reports/formats/", "papaparse"],
    seed: ["server/reports/formats/seeded.ts", "../pages/pages.ts"],
  },
  {
    name: "the protocols import nothing",
    files: /^server\/(?:preview-)?protocol\.ts$/,
    may: [],
    seed: ["server/protocol.ts", "./base/text.ts"],
  },
  {
    name: "only server.ts, its entries and lsp/ import vscode-languageserver",
    files: /^server\/(?!(?:server|main-node|main-browser)\.ts$|lsp\/)/,
    may: [/^(?!vscode-languageserver)/],
    seed: ["server/commands/seeded.ts", "vscode-languageserver"],
  },
  {
    name: "features never import each other, and share only cards",
    files: /^server\/features\/(?!cards\/|completion|actions|preview)/,
    may: [/^(?!server\/features\/)/, "server/features/cards/"],
    seed: ["server/features/seeded.ts", "./hover.ts"],
  },
  {
    name: "completion imports of the features only its own folder and cards",
    files: /^server\/features\/completion(?:\.ts$|\/)/,
    may: [/^(?!server\/features\/)/, "server/features/cards/", "server/features/completion/"],
    seed: ["server/features/completion/seeded.ts", "../hover.ts"],
  },
  {
    name: "actions imports of the features only its own folder",
    files: /^server\/features\/actions(?:\.ts$|\/)/,
    may: [/^(?!server\/features\/)/, "server/features/actions/"],
    seed: ["server/features/actions/seeded.ts", "../cards/card.ts"],
  },
  {
    name: "the preview imports of the features only its own folder",
    files: /^server\/features\/preview(?:\.ts$|\/)/,
    may: [/^(?!server\/features\/)/, "server/features/preview/"],
    seed: ["server/features/preview/seeded.ts", "../hover.ts"],
  },
  {
    name: "only cli.ts, the commands and main-node.ts touch node",
    files: /^server\/(?!(?:cli|main-node|server)\.ts$|lsp\/|commands\/)/,
    may: [/^(?!node:)/],
    seed: ["server/workspace/seeded.ts", "node:fs"],
  },
  {
    name: "server.ts and lsp/ never touch node",
    files: /^server\/(?:server\.ts$|lsp\/)/,
    may: [/^server\//, /^vscode-languageserver(?!.*\/node$)/],
    seed: ["server/lsp/seeded.ts", "node:path"],
  },
  {
    name: "main-browser.ts takes nothing that a browser does not have",
    files: /^server\/main-browser\.ts$/,
    may: ["package.json", "server/base/", "server/lsp/", "server/server.ts", "vscode-languageserver/browser"],
    seed: ["server/main-browser.ts", "./commands/disk.ts"],
  },
  {
    name: "client imports vscode, and of the server only the protocols",
    files: /^client\/(?!extension(?:-web)?\.ts$)/,
    may: ["client/", "server/protocol.ts", "server/preview-protocol.ts", "vscode", "vscode-languageclient"],
    seed: ["client/files.ts", "../server/base/text.ts"],
  },
  {
    name: "only extension.ts asks for an editor with node",
    files: /^client\/extension\.ts$/,
    may: ["client/", "vscode", "vscode-languageclient/node", /^node:/],
    seed: ["client/extension.ts", "../server/server.ts"],
  },
  {
    name: "extension-web.ts asks for no more than a browser",
    files: /^client\/extension-web\.ts$/,
    may: ["client/", "vscode", "vscode-languageclient/browser"],
    seed: ["client/extension-web.ts", "vscode-languageclient/node"],
  },
];

const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g;

/** What each file imports, types included, by path from the root or by package name. */
function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(importPattern)].map(([, specifier = ""]) =>
    specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier) : specifier,
  );
}

/** Every import that its room forbids, by name: "rule: file imports what". */
function violations(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, source]) =>
    rooms
      .filter((room) => room.files.test(file))
      .flatMap((room) => {
        const isAllowed = (imported: string) =>
          room.may.some((one) =>
            typeof one === "string"
              ? imported === one || (one.endsWith("/") && imported.startsWith(one))
              : one.test(imported),
          );
        return importsOf(file, source)
          .filter((imported) => !isAllowed(imported))
          .map((imported) => `${room.name}: ${file} imports ${imported}`);
      }),
  );
}

function sourcesOfTheHouse(): Map<string, string> {
  const files = ["server", "client"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
      .filter((name) => name.endsWith(".ts")),
  );
  return new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
}

/** Files that import each other in a circle, a line each circle (Tarjan's strongly connected components). */
function circles(sources: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const next of importsOf(file, sources.get(file)!).filter((one) => sources.has(one))) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) found.push(circle.sort().join(", "));
  };
  for (const file of sources.keys()) if (!order.has(file)) visit(file);
  return found;
}

/** What rules could do without: "ask.held" for a name behind a door, "rule.ts: type Post" for a type beside the contract. */
function unusedBehindDoors(sources: ReadonlyMap<string, string>): string[] {
  const isRule = (file: string) => /^server\/rules\/(?!(?:rule|index|ask|say|mend|fact)\.ts$)/.test(file);
  const rules = [...sources].flatMap(([file, source]) => (isRule(file) ? source : [])).join("\n");
  const used = new Set(rules.match(/\b(?:ask|say|mend|fact)\.\w+/g));
  const words = new Set(rules.match(/\b[A-Z]\w+/g));
  const exportsOf = (file: string) => [
    ...(sources.get(`server/rules/${file}.ts`) ?? "").matchAll(/^export (type )?\{([^}]+)\} from/gm),
  ];
  const names = (list: string) => list.split(",").flatMap((name) => name.trim() || []);
  return [
    ...doors.flatMap((door) =>
      exportsOf(door).flatMap(([, , list = ""]) =>
        names(list).flatMap((name) => (used.has(`${door}.${name}`) ? [] : `${door}.${name}`)),
      ),
    ),
    ...exportsOf("rule").flatMap(([, type, list = ""]) =>
      type
        ? names(list).flatMap((name) => (words.has(name) ? [] : `rule.ts: type ${name}`))
        : `rule.ts: no type, but ${list.trim()}`,
    ),
  ];
}

describe("architecture", () => {
  it("keeps its never-imports lines", () => {
    assert.deepEqual(violations(sourcesOfTheHouse()), []);
  });

  for (const { name, seed } of rooms) {
    it(`has a wall: ${name}`, () => {
      const [path, imported] = seed;
      const seeded = new Map([[path, `import type { Seeded } from "${imported}";\n`]]);
      const meant = importsOf(path, seeded.get(path)!)[0];
      const found = violations(seeded);
      assert.ok(found.includes(`${name}: ${path} imports ${meant}`), found.join("\n"));
    });
  }

  it("has no circle of files, types included", () => {
    assert.deepEqual(circles(sourcesOfTheHouse()), []);
  });

  it("names a circle", () => {
    const seeded = new Map([
      ["server/base/a.ts", 'import { b } from "./b.ts";\n'],
      ["server/base/b.ts", 'import type { C } from "./c.ts";\n'],
      ["server/base/c.ts", 'import { a } from "./a.ts";\n'],
      ["server/base/d.ts", 'import { a } from "./a.ts";\n'],
    ]);
    assert.deepEqual(circles(seeded), ["server/base/a.ts, server/base/b.ts, server/base/c.ts"]);
  });

  it("has nothing behind a door, nor a type beside the contract, that no rule uses", () => {
    assert.deepEqual(unusedBehindDoors(sourcesOfTheHouse()), []);
  });

  it("names what no rule uses, and what the contract exports besides types", () => {
    const seeded = new Map([
      ["server/rules/ask.ts", 'export { held, vacant } from "../model/org/org.ts";\n'],
      ["server/rules/rule.ts", 'export type { Post } from "../a.ts";\nexport { given } from "../b.ts";\n'],
      ["server/rules/seeded.ts", 'import * as ask from "./ask.ts";\nexport const is = ask.held(post);\n'],
    ]);
    assert.deepEqual(unusedBehindDoors(seeded), ["ask.vacant", "rule.ts: type Post", "rule.ts: no type, but given"]);
  });

  it("keeps files short enough to hold in the head", () => {
    const long = [...sourcesOfTheHouse()].filter(([, source]) => source.split("\n").length > 400).map(([file]) => file);
    assert.deepEqual(long, []);
  });

  it("has every wall in docs/architecture.md, which people read", () => {
    const path = "docs/architecture.md";
    const page = readFileSync(path, "utf8");
    const section = /(?<=<!-- walls -->\n)[\s\S]*(?=<!-- \/walls -->)/;
    const walls = rooms.map(({ name }) => `- ${name}\n`).join("");
    // npm run test:one -- architecture with UPDATE set writes it.
    if (process.env["UPDATE"]) writeFileSync(path, page.replace(section, walls));
    else assert.equal(section.exec(page)?.[0], walls);
  });

  it("has every test in a room", () => {
    const flat = testFiles().filter((path) => path.split("/").length === 2);
    assert.deepEqual(flat, [], "test files beside the rooms: the tree is in CONTRIBUTING.md");
  });

  it("lists every rule file, and every definition", () => {
    const index = readFileSync("server/rules/index.ts", "utf8");
    const files = (readdirSync("server/rules", { recursive: true }) as string[]).filter(
      (name) => name.endsWith(".ts") && !["rule", "index", ...doors].includes(name.slice(0, -3)),
    );
    assert.deepEqual(
      files.filter((name) => !index.includes(`"./${name}"`)),
      [],
      "rule files that the list leaves out",
    );
    const roles = readFileSync("server/knowledge/standard.ts", "utf8");
    const definitions = readdirSync("schemas/definitions/roles");
    assert.deepEqual(
      definitions.filter((name) => !roles.includes(`/${name}"`)),
      [],
      "roles that are not read",
    );
  });
});
