import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, it } from "node:test";

/** Each room of the house: its files, and what they may import. Everything else they never import. */
const rooms: { name: string; files: RegExp; may: (RegExp | string)[] }[] = [
  { name: "base imports nothing of ours", files: /^server\/base\//, may: ["server/base/"] },
  {
    name: "knowledge imports only the definitions in schemas",
    files: /^server\/knowledge\//,
    may: ["server/knowledge/", "schemas/"],
  },
  {
    name: "model never imports rules, analysis, features or LSP",
    files: /^server\/model\//,
    may: ["server/base/", "server/knowledge/", "server/model/", "yaml"],
  },
  {
    name: "rules/rule.ts is all that a rule imports, and imports only model and knowledge",
    files: /^server\/rules\/rule\.ts$/,
    may: ["server/base/", "server/knowledge/", "server/model/"],
  },
  { name: "rules/index.ts lists the rules", files: /^server\/rules\/index\.ts$/, may: ["server/rules/"] },
  {
    name: "a rule imports ./rule.ts and knowledge, nothing else",
    files: /^server\/rules\/(?!rule\.ts$|index\.ts$)/,
    may: ["server/rules/rule.ts", "server/knowledge/"],
  },
  {
    name: "analysis never imports features, reports or LSP",
    files: /^server\/analysis\//,
    may: [
      "server/base/",
      "server/knowledge/",
      "server/model/",
      "server/rules/rule.ts",
      "server/rules/index.ts",
      "server/analysis/",
    ],
  },
  {
    name: "features never import reports, LSP or one particular rule",
    files: /^server\/features\//,
    may: [
      "server/base/",
      "server/knowledge/",
      "server/model/",
      "server/rules/rule.ts",
      "server/rules/index.ts",
      "server/analysis/",
      "server/features/",
    ],
  },
  {
    name: "reports never import features, LSP or one particular rule",
    files: /^server\/reports\//,
    may: [
      "server/base/",
      "server/knowledge/",
      "server/model/",
      "server/rules/rule.ts",
      "server/rules/index.ts",
      "server/analysis/",
      "server/reports/",
    ],
  },
  { name: "protocol.ts imports nothing", files: /^server\/protocol\.ts$/, may: [] },
  {
    name: "only server.ts, its entries and lsp/ import vscode-languageserver",
    files: /^server\/(?!(?:server|main-node|main-browser)\.ts$|lsp\/)/,
    may: [/^(?!vscode-languageserver)/],
  },
  {
    name: "features never import each other, and share only cards",
    files: /^server\/features\/(?!cards\/|completion|actions)/,
    may: [/^(?!server\/features\/)/, "server/features/cards/"],
  },
  {
    name: "completion imports of the features only its own folder and cards",
    files: /^server\/features\/completion(?:\.ts$|\/)/,
    may: [/^(?!server\/features\/)/, "server/features/cards/", "server/features/completion/"],
  },
  {
    name: "actions imports of the features only its own folder",
    files: /^server\/features\/actions(?:\.ts$|\/)/,
    may: [/^(?!server\/features\/)/, "server/features/actions/"],
  },
  {
    name: "only cli.ts, the commands and main-node.ts touch node",
    files: /^server\/(?!(?:cli|main-node|server)\.ts$|lsp\/|commands\/)/,
    may: [/^(?!node:)/],
  },
  {
    name: "server.ts and lsp/ never touch node",
    files: /^server\/(?:server\.ts$|lsp\/)/,
    may: [/^server\//, /^vscode-languageserver(?!.*\/node$)/],
  },
  {
    name: "main-browser.ts takes nothing that a browser does not have",
    files: /^server\/main-browser\.ts$/,
    may: ["package.json", "server/base/", "server/lsp/", "server/server.ts", "vscode-languageserver/browser"],
  },
  {
    name: "client imports vscode, and of the server only protocol.ts",
    files: /^client\/(?!extension(?:-web)?\.ts$)/,
    may: ["client/", "server/protocol.ts", "vscode", "vscode-languageclient"],
  },
  {
    name: "only extension.ts asks for an editor with node",
    files: /^client\/extension\.ts$/,
    may: ["client/", "vscode", "vscode-languageclient/node", /^node:/],
  },
  {
    name: "extension-web.ts asks for no more than a browser",
    files: /^client\/extension-web\.ts$/,
    may: ["client/", "vscode", "vscode-languageclient/browser"],
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

describe("architecture", () => {
  it("keeps its never-imports lines", () => {
    assert.deepEqual(violations(sourcesOfTheHouse()), []);
  });

  it("names a rule that imports yaml", () => {
    const seeded = new Map([["server/rules/seeded.ts", 'import { parse } from "yaml";\n']]);
    assert.deepEqual(violations(seeded), [
      "a rule imports ./rule.ts and knowledge, nothing else: server/rules/seeded.ts imports yaml",
    ]);
  });

  it("names a type imported across a wall, and a feature that reads one rule", () => {
    const seeded = new Map([
      ["server/model/seeded.ts", 'import type { Rule } from "../rules/rule.ts";\n'],
      ["server/features/seeded.ts", 'import { cisoInItLine } from "../rules/ciso-in-it-line.ts";\n'],
      [
        "server/server.ts",
        'import { createConnection } from "vscode-languageserver/node";\nimport fs from "node:fs";\n',
      ],
    ]);
    assert.equal(violations(seeded).length, 4, violations(seeded).join("\n"));
  });

  it("names LSP and node outside their rooms, and a feature that reads another", () => {
    const seeded = new Map([
      ["server/publisher.ts", 'import type { Range } from "vscode-languageserver";\n'],
      ["server/base/seeded.ts", 'import { join } from "node:path";\n'],
      [
        "server/features/seeded.ts",
        'import { hover } from "./hover.ts";\nimport { heading } from "./cards/card.ts";\n',
      ],
    ]);
    assert.deepEqual(violations(seeded).sort(), [
      "base imports nothing of ours: server/base/seeded.ts imports node:path",
      "features never import each other, and share only cards: server/features/seeded.ts imports server/features/hover.ts",
      "only cli.ts, the commands and main-node.ts touch node: server/base/seeded.ts imports node:path",
      "only server.ts, its entries and lsp/ import vscode-languageserver: server/publisher.ts imports vscode-languageserver",
    ]);
  });

  it("names what a browser does not have, in what runs there", () => {
    const seeded = new Map([
      ["server/main-browser.ts", 'import { disk } from "./commands/disk.ts";\nimport { join } from "node:path";\n'],
      ["client/extension-web.ts", 'import { LanguageClient } from "vscode-languageclient/node";\n'],
      ["client/files.ts", 'import { readFile } from "node:fs/promises";\n'],
    ]);
    assert.deepEqual(violations(seeded).sort(), [
      "client imports vscode, and of the server only protocol.ts: client/files.ts imports node:fs/promises",
      "extension-web.ts asks for no more than a browser: client/extension-web.ts imports vscode-languageclient/node",
      "main-browser.ts takes nothing that a browser does not have: server/main-browser.ts imports node:path",
      "main-browser.ts takes nothing that a browser does not have: server/main-browser.ts imports server/commands/disk.ts",
      "only cli.ts, the commands and main-node.ts touch node: server/main-browser.ts imports node:path",
    ]);
  });

  it("keeps files short enough to hold in the head", () => {
    const long = [...sourcesOfTheHouse()].filter(([, source]) => source.split("\n").length > 400).map(([file]) => file);
    assert.deepEqual(long, []);
  });

  it("lists every rule file, and every definition", () => {
    const index = readFileSync("server/rules/index.ts", "utf8");
    const files = (readdirSync("server/rules", { recursive: true }) as string[]).filter(
      (name) => name.endsWith(".ts") && !["rule.ts", "index.ts"].includes(name),
    );
    assert.deepEqual(
      files.filter((name) => !index.includes(`"./${name}"`)),
      [],
      "rule files that the list leaves out",
    );
    const roles = readFileSync("server/knowledge/roles.ts", "utf8");
    const definitions = readdirSync("schemas/definitions/roles");
    assert.deepEqual(
      definitions.filter((name) => !roles.includes(`/${name}"`)),
      [],
      "roles that are not read",
    );
  });
});
