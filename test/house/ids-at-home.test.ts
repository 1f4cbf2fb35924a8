import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, it } from "node:test";
import { rules } from "../kit/standard.ts";

/** The rooms that treat all rules alike: what is particular about one, the rule says of itself. */
const roomsWithoutRules = [
  "analysis",
  "model",
  "firm",
  "features",
  "reports",
  "workspace",
  "lsp",
  "remedies",
  "duties",
  "fit",
];

const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** Every text of a source that is one of these ids, by file and line. */
function idsIn(file: string, source: string, ids: ReadonlySet<string>): string[] {
  return source
    .split("\n")
    .flatMap((line, i) =>
      [...line.matchAll(/(["'`])([\w-]+)\1/g)].flatMap(([, , text = ""]) =>
        ids.has(text) ? [`${file}:${i + 1} ${text}`] : [],
      ),
    );
}

function sourcesIn(folder: string): [string, string][] {
  return (readdirSync(folder, { recursive: true, encoding: "utf8" }) as string[])
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(name, "utf8")]);
}

describe("ids stay at home", () => {
  for (const room of roomsWithoutRules) {
    it(`names no rule in server/${room}`, () => {
      const sources = sourcesIn(`server/${room}`);
      assert.ok(sources.length > 0, "the room is empty");
      assert.deepEqual(
        sources.flatMap(([file, source]) => idsIn(file, source, ruleIds)),
        [],
      );
    });
  }

  it("finds a rule's id that is written where it does not belong", () => {
    const seeded = 'const basics = ["it", "no-it-leader"];\nif (rule === `near-miss`) return;\n';
    assert.deepEqual(idsIn("server/analysis/seeded.ts", seeded, ruleIds), [
      "server/analysis/seeded.ts:1 no-it-leader",
      "server/analysis/seeded.ts:2 near-miss",
    ]);
  });
});
