import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
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

const { law } = standard;
const lawIds: ReadonlySet<string> = new Set([...law.regimes.keys(), ...law.provisions.keys()]);

/** Without the lists of what a rule rests on, and of who disagrees. */
const withoutCitations = (source: string): string => source.replace(/^ {2}(?:rests|contested): \[[^\]]*\],$/gm, "");

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

  it("names no law and no provision in a rule that speaks of every organization, but among what it rests on", () => {
    const general = sourcesIn("server/rules").filter(([file]) => !file.startsWith("server/rules/laws/"));
    assert.ok(general.length > 50, "the rules are somewhere else");
    assert.deepEqual(
      general.flatMap(([file, source]) => idsIn(file, withoutCitations(source), lawIds)),
      [],
    );
  });

  it("finds a law's id that is written where it does not belong", () => {
    const seeded = `rule({
  rests: ["gdpr-38-6"],
  contested: ["fisma-3554"],
  *check() { if (regimes.get("rbi-it")) yield { provisions: ["rbi-24c"] }; },
});
`;
    assert.deepEqual(idsIn("server/rules/seeded.ts", withoutCitations(seeded), lawIds), [
      "server/rules/seeded.ts:4 rbi-it",
      "server/rules/seeded.ts:4 rbi-24c",
    ]);
  });

  it("finds a rule's id that is written where it does not belong", () => {
    const seeded = 'const basics = ["it", "no-it-leader"];\nif (rule === `near-miss`) return;\n';
    assert.deepEqual(idsIn("server/analysis/seeded.ts", seeded, ruleIds), [
      "server/analysis/seeded.ts:1 no-it-leader",
      "server/analysis/seeded.ts:2 near-miss",
    ]);
  });
});
