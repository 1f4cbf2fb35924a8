import assert from "node:assert/strict";
import { describe, it } from "node:test";
import Ajv from "ajv";
import { parse } from "yaml";
import schema from "../../schemas/itorg.schema.json";
import configSchema from "../../schemas/itorg-config.schema.json";
import { Text } from "../../server/base/text.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { inFull } from "../kit/in-full.ts";
import { fc, runs } from "../kit/sample.ts";
import { configFrom, configSnapshotOf, ruleById } from "../kit/standard.ts";

const read = (content: string) => configFrom(new Text(content));
const problemsOf = (content: string): string[] =>
  read(content).document.problems.map(({ kind, at, says }) => `${kind} ${placeToString(at)}: ${inFull(says)}`);

const ajv = new Ajv({ strict: false }).addSchema(schema, "itorg.schema.json");
const validate = ajv.compile(configSchema);

/** Other editors check a configuration against the schema; ours must say neither more nor less. */
function agree(content: string, isGood: boolean): void {
  const problems = problemsOf(content);
  assert.equal(problems.length === 0, isGood, `${content}\nours: ${problems.join("; ")}`);
  const isValid = validate(parse(content, { version: "1.2", schema: "core" }));
  assert.equal(isValid, isGood, `${content}\nthe schema's: ${JSON.stringify(validate.errors)}`);
}

const good: readonly string[] = [
  "",
  "# nothing yet\n",
  "rules:\nthresholds:\nduties:\ntitles:\nregimes:\nsources:\nexclude:\n",
  "rules: { key-person: off, cio-hands-on: warning, x-note: 5 }\n",
  "rules: { duties-build-deploy: hint, dora-6-4: info }\n",
  "thresholds: { small: 20, large: 500, span: 12, handsOnSpan: 8, x-why: theirs }\n",
  "duties: { one: { first: contract-management, second: invoice-approval } }\n",
  "duties: { one: { first: [our-word, log-review], second: [patching], severity: error, title: T, reason: R. } }\nrules: { duties-one: off }\n",
  "titles: { Head of Platforms: [cto-internal, it-director], Digital Lead: cio, x-a: 1 }\n",
  "regimes: { gdpr: applies, hipaa: { status: planned, as: covered-entity, note: text }, own-law: exempt, csf: unknown }\n",
  "sources: { S2: not-followed, S1: followed, mckinsey-2017-12: not-followed }\n",
  "exclude: archive\n",
  "exclude: [archive, drafts/*.itorg.yaml]\n",
  "exclude: []\n",
  "x-firm: { anything: [1, 2] }\n",
];

const bad: readonly string[] = [
  "rule: {}\n",
  "rules: []\n",
  "rules: off\n",
  "rules: { key-person: loud }\n",
  "rules: { key-person: no }\n",
  "rules: { key-person: }\n",
  "rules: { key-person: [off] }\n",
  "rules: { yaml-syntax: off }\n",
  "rules: { invalid-value: hint }\n",
  "thresholds: { small: many }\n",
  "thresholds: { small: 0 }\n",
  "thresholds: { small: }\n",
  "thresholds: { huge: 5 }\n",
  "thresholds: 50\n",
  "thresholds: { large: 2.5 }\n",
  "duties: { one: { first: contract-management } }\n",
  "duties: { one: }\n",
  "duties: { One: { first: a-a-a, second: b-b-b } }\n",
  "duties: { one: { first: [], second: patching } }\n",
  "duties: { one: { first: Own Word, second: patching } }\n",
  "duties: { one: { first: none, second: patching } }\n",
  "duties: { one: { first: monitoring, second: patching, severity: off } }\n",
  "duties: { one: { first: monitoring, second: patching, title: 5 } }\n",
  "duties: { one: { first: monitoring, second: patching, reason: ' ' } }\n",
  "duties: { one: { first: monitoring, second: patching, why: so } }\n",
  "titles: { Lead: boss }\n",
  "titles: { Lead: [] }\n",
  "titles: [Lead]\n",
  "regimes: { gdpr: yes }\n",
  "regimes: { gdpr: }\n",
  "regimes: { GDPR!: applies }\n",
  "regimes: { gdpr: { note: text } }\n",
  "regimes: { gdpr: { status: applies, as: low } }\n",
  "regimes: { dora: { status: applies, as: covered-entity } }\n",
  "sources: { S2: no }\n",
  "sources: { S2: }\n",
  "exclude: { a: b }\n",
  "exclude: [5]\n",
  "exclude: ['']\n",
  "5\n",
  "[a]\n",
];

describe("configuration: reading", () => {
  for (const content of good) it(`takes ${JSON.stringify(content)}`, () => agree(content, true));
  for (const content of bad) it(`refuses ${JSON.stringify(content)}`, () => agree(content, false));
});

describe("configuration: what counts of one with mistakes", () => {
  const content = `rules:
  no-deputi: off          # a slip
  key-person: off
  yaml-syntax: off        # never off
  cio-hands-on: loud      # no such weight
thresholds:
  small: 600              # above large
  span: 12
duties:
  both: { first: monitoring, second: [patching, monitoring] }
  build-deploy: { first: monitoring, second: patching }
  good: { first: monitoring, second: patching, severity: loud }
titles:
  Lead: [cio, boss]
sources: { S9: not-followed, S2: not-followed }
exclude: [archive, 5]
`;
  const { config, document } = read(content);

  it("is everything but the mistakes", () => {
    assert.deepEqual(config.rulesOff, ["key-person"]);
    assert.equal(config.severities.size, 0);
    assert.deepEqual(config.conventions.thresholds, { small: 50, large: 250, span: 12, handsOnSpan: 5 });
    assert.deepEqual(
      config.rules.filter(({ id }) => !ruleById.has(id)).map(({ id, severity }) => `${id} ${severity}`),
      ["duties-good warning"],
    );
    assert.deepEqual([...config.conventions.titles], [["Lead", ["cio"]]]);
    assert.deepEqual([...config.notFollowed], ["S2"]);
    assert.deepEqual(config.exclude, ["archive"]);
  });

  it("says where each mistake is, in plain words", () => {
    assert.deepEqual(problemsOf(content), [
      "value duties.both: `monitoring` stands on both sides, and nobody can keep it apart from itself.",
      "value duties.build-deploy: There is a check of this name already. Give the pair another.",
      "value duties.good.severity: `loud` is not one of the values known here: error, warning, info, hint.",
      "key rules.no-deputi: There is no check `no-deputi`. Did you mean `no-deputy`?",
      "value rules.yaml-syntax: This check keeps its weight: without it, a file that was read by half would look clean.",
      "value rules.cio-hands-on: `loud` is not one of the values known here: error, warning, info, hint, off.",
      "value thresholds.small: Small begins below 600 and large at 250, so that some organizations would be both. Neither is used.",
      "value titles.Lead[1]: `boss` is not one of the values known here: owner, board-chair, ceo, cfo, coo, cro, cio, cto and 22 more.",
      "key sources.S9: There is no article or standard `S9`.",
      "value exclude[1]: `5` is read as a number; a path belongs here. Put it in quotes.",
    ]);
  });

  it("mends what it knows how to mend", () => {
    const slips = document.problems.filter(({ at }) => placeToString(at) === "rules.no-deputi");
    const fix = slips[0]?.fixes?.[0];
    assert.equal(inFull(fix?.title), "Write `no-deputy`");
  });
});

describe("configuration: whatever is written in it", () => {
  it("reading it ends, throws nothing and complains inside the text", () => {
    const pieces = [...good, ...bad].flatMap((content) => [content, ...content.split(/(?<=[\s:{}[\],])/)]);
    const text = fc.oneof(
      fc.array(fc.constantFrom(...pieces, "\n", "  ", "- ", "&a ", "*a", "<<: ", '"', "__proto__: ", "constructor: "), {
        maxLength: 20,
      }),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const { config, document } = read(parts.join(""));
        const { thresholds } = config.conventions;
        assert.ok(thresholds.small <= thresholds.large && thresholds.span >= 1);
        for (const { at, part, span = document.map.span(at, part), says } of document.problems) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= document.text.content.length);
          assert.ok(inFull(says) !== "" && !inFull(says).includes("\n"), inFull(says));
        }
        const analysis = configSnapshotOf(document.text).analysis;
        assert.equal(analysis.findings.length > 0, document.problems.length > 0);
        assert.deepEqual(analysis.faults, []);
        assert.deepEqual(analysis.questions, []);
      }),
      { numRuns: runs({ short: 50, long: 300 }) },
    );
  });
});
