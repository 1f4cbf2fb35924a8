import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, it } from "node:test";

/*
 * What is known is one value that is passed on: a firm's pack may lie over ours, so that whoever imported a catalogue or
 * a law would speak of the wrong one. Only these rooms say that the standard one is meant.
 */
const mayNameTheStandard = /^server\/(?:commands|lsp)\//;

/**
 * Constants of knowledge that any room may import: words of the format whose order counts, which no pack adds to.
 * Types are free, and so are functions, which work on what they are given.
 */
const vocabulary: ReadonlySet<string> = new Set(["severities", "cadences"]);

const knowledge = "server/knowledge/";
const standard = `${knowledge}standard.ts`;

/** Every import that takes a piece of what is known from its module, as `file: name from module`. */
function takenFromModules(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, source]) =>
    importsIn(file, source)
      .filter(({ from, name }) => isPieceOfKnowledge(sources, file, from, name))
      .map(({ from, name }) => `${file}: ${name} from ${from}`),
  );
}

interface Import {
  readonly name: string;
  readonly from: string;
}

/** The values that a file imports or passes on, by name and by the path of the module from the root. */
function importsIn(file: string, source: string): Import[] {
  return [...source.matchAll(/^(?:import|export)\s+(?!type\b)([^;]*?)\s+from\s+"([^"]+)"/gms)].flatMap(
    ([, what = "", specifier = ""]) => {
      const from = specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier) : specifier;
      const names = /\{([^}]*)\}/.exec(what)?.[1]?.split(",") ?? [what];
      return names
        .map((name) => name.trim().replace(/\s+as\s+.*$/s, ""))
        .filter((name) => name !== "" && !name.startsWith("type "))
        .map((name) => ({ name, from }));
    },
  );
}

function isPieceOfKnowledge(sources: ReadonlyMap<string, string>, file: string, from: string, name: string): boolean {
  if (file === standard) return false;
  // The definitions themselves are read in one place, and the value made of them is named at the edge.
  if (from.startsWith("schemas/")) return true;
  if (from === standard) return !mayNameTheStandard.test(file);
  if (!from.startsWith(knowledge) || file.startsWith(knowledge)) return false;
  // Everything at once is everything that the module has, its constants among them.
  return name === "*" || (!vocabulary.has(name) && !isFunction(sources.get(from) ?? "", name));
}

/** Whether a module declares this name as a function: by the word, by an arrow, or as one that remembers its results. */
function isFunction(source: string, name: string): boolean {
  const arrow = String.raw`(?:<[^>]*>)?\([^;]*?\)(?:\s*:[^=;]+)?\s*=>`;
  return new RegExp(String.raw`^export (?:function ${name}\b|const ${name}\b[^=;]*=\s*(?:memo\(|${arrow}))`, "ms").test(
    source,
  );
}

const files = readdirSync("server", { recursive: true, encoding: "utf8" })
  .map((name) => posix.join("server", name.replaceAll("\\", "/")))
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
const house = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

describe("what is known", () => {
  it("is passed on and not imported, but for the commands and the server", () => {
    assert.deepEqual(takenFromModules(house), []);
  });

  const seeds: readonly (readonly [file: string, line: string, found: string])[] = [
    [
      "server/analysis/seeded.ts",
      'import { standard } from "../knowledge/standard.ts";',
      "server/analysis/seeded.ts: standard from server/knowledge/standard.ts",
    ],
    [
      "server/rules/laws/seeded.ts",
      'import { type Law, provisions } from "../../knowledge/seeded.ts";',
      "server/rules/laws/seeded.ts: provisions from server/knowledge/seeded.ts",
    ],
    [
      "server/features/seeded.ts",
      'import * as roles from "../knowledge/seeded.ts";',
      "server/features/seeded.ts: * from server/knowledge/seeded.ts",
    ],
    [
      "server/model/org/seeded.ts",
      'import schema from "../../../schemas/itorg.schema.json";',
      "server/model/org/seeded.ts: schema from schemas/itorg.schema.json",
    ],
    [
      "server/firm/seeded.ts",
      'export { Format } from "../knowledge/format.ts";',
      "server/firm/seeded.ts: Format from server/knowledge/format.ts",
    ],
    [
      "server/knowledge/seeded.ts",
      'import data from "../../schemas/definitions/duties.yaml";',
      "server/knowledge/seeded.ts: data from schemas/definitions/duties.yaml",
    ],
  ];
  for (const [file, line, found] of seeds)
    it(`would be found where it is imported: ${line}`, () => {
      const laws = "export const provisions = new Map();\nexport const titleOf = (id: string): string => id;\n";
      const seeded = new Map([...house, ["server/knowledge/seeded.ts", laws], [file, `${line}\n`]]);
      assert.deepEqual(takenFromModules(seeded), [found]);
    });

  it("may be asked by functions and described by types", () => {
    const free = [
      'import { type Law, statusOf } from "../knowledge/regimes.ts";',
      'import { usualConventions } from "../knowledge/conventions.ts";',
      'import { isAtLeast, severities } from "../knowledge/severity.ts";',
      'import type { Knowledge } from "../knowledge/knowledge.ts";',
    ];
    assert.deepEqual(takenFromModules(new Map([...house, ["server/features/seeded.ts", free.join("\n")]])), []);
  });
});
