import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { type Completion, completions, explained } from "../../server/features/completion.ts";
import { configHover } from "../../server/features/config-hover.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { applied } from "../kit/completion-at.ts";
import { readCursor } from "../kit/cursor.ts";
import { configFrom, configSnapshotOf, rules } from "../kit/standard.ts";

const { configSections } = standard.format;

function completionsAt(source: string): Completion[] {
  const { text, start } = readCursor(source);
  return completions(configSnapshotOf(text), start);
}

const labelsAt = (source: string): string[] => completionsAt(source).map(({ label }) => label);

/** What is offered at each place, in full; a place with nothing offers nothing that does not fit. */
const offers: readonly (readonly [source: string, labels: readonly string[]])[] = [
  ["<|>", [...configSections.keys()]],
  ["rules:\n<|>", [...configSections.keys()].filter((name) => name !== "rules")],
  ["rules: <|>", []],
  ["rules:\n  key-person: <|>\n", ["error", "warning", "info", "hint", "off"]],
  ["rules: { key-person: o<|> }\n", ["error", "warning", "info", "hint", "off"]],
  ["thresholds:\n  <|>\n", ["small", "large", "span", "handsOnSpan"]],
  ["thresholds:\n  small: 5\n  <|>\n", ["large", "span", "handsOnSpan"]],
  ["thresholds:\n  small: <|>\n", []],
  ["duties:\n  <|>\n", ["new pair"]],
  ["duties:\n  a:\n    <|>\n", ["first", "second", "severity", "title", "reason"]],
  ["duties:\n  a: { first: x, s<|> }\n", ["second", "severity", "title", "reason"]],
  ["duties:\n  a: { severity: <|> }\n", ["error", "warning", "info", "hint"]],
  ["duties:\n  a: { first: <|> }\n", [...standard.format.catalogue("activityId").keys()]],
  [
    "duties:\n  a: { first: [patching, <|>] }\n",
    [...standard.format.catalogue("activityId").keys()].filter((id) => id !== "patching"),
  ],
  ["duties:\n  a: { title: <|> }\n", []],
  ["titles:\n  <|>\n", []],
  ["titles:\n  Digital Lead: <|>\n", [...standard.format.catalogue("role").keys()]],
  ["titles:\n  Digital Lead: [cio, <|>]\n", [...standard.format.catalogue("role").keys()].filter((id) => id !== "cio")],
  ["regimes:\n  gdpr: exempt\n  <|>\n", [...standard.format.catalogue("regime").keys()].filter((id) => id !== "gdpr")],
  ["regimes:\n  gdpr: <|>\n", ["applies", "planned", "exempt", "unknown", "not-applicable"]],
  ["regimes:\n  gdpr: { <|> }\n", ["status", "as", "note"]],
  ["regimes:\n  dora: { status: applies, as: <|> }\n", ["simplified", "microenterprise", "market-infrastructure"]],
  ["sources:\n  S2: <|>\n", ["followed", "not-followed"]],
  ["exclude: [<|>]\n", []],
  ["unheard-of:\n  <|>\n", []],
];

describe("configuration: completion", () => {
  for (const [source, labels] of offers)
    it(`at ${JSON.stringify(source)}`, () => assert.deepEqual(labelsAt(source).sort(), [...labels].sort()));

  it("offers every rule that can be weighed, and the firm's own", () => {
    const offered = labelsAt("duties:\n  one: { first: a-a-a, second: b-b-b }\nrules:\n  key-person: off\n  <|>\n");
    const never = ["yaml-syntax", "invalid-value", "unresolved-reference", "key-person"];
    const expected = [...rules.map(({ id }) => id).filter((id) => !never.includes(id)), "duties-one"];
    assert.deepEqual(offered.sort(), expected.sort());
  });

  it("says of the firm's own rules what they are, as of any other", () => {
    const source =
      "duties:\n  one: { first: a-a-a, second: b-b-b, title: A and B apart }\nrules:\n  key-person: off\n  <|>\n";
    const own = completionsAt(source).find(({ label }) => label === "duties-one");
    assert.equal(own?.detail, "A and B apart");
    const card = explained(configSnapshotOf(readCursor(source).text), own!.about!) ?? "";
    assert.match(card, /^\*\*A and B apart\*\* · warning\n/);
    assert.match(card, /Who says so: the firm itself, in `itorg\.config\.yaml`/);
    const weighed = source.replace("key-person: off\n  <|>", "duties-o<|>ne: off");
    assert.match(hoverAt(weighed), /^\*\*A and B apart\*\* · warning\n/);
    assert.match(
      hoverAt(source.replace("<|>", "").replace("one:", "o<|>ne:")),
      /`duties-one`\n\n\*\*A and B apart\*\*/,
    );
  });

  it("offers sources and standards by what they are", () => {
    const offered = completionsAt("sources:\n  <|>\n");
    assert.ok(offered.find(({ label }) => label === "S1")?.detail?.startsWith("Mindfield: "));
    assert.ok(offered.some(({ label }) => label === "mckinsey-2017-12"));
  });

  it("writes a configuration that is read as meant", () => {
    let content = "";
    const type = (text: string, label: string) => {
      const source = `${content}${text}<|>`;
      const choice = completionsAt(source).find((one) => one.label === label);
      assert.ok(choice, `${label} after ${JSON.stringify(source)}`);
      content = `${applied(readCursor(source).content, choice)}`;
    };
    type("", "rules");
    type("", "key-person");
    type("", "off");
    type("\n", "sources");
    type("", "S2");
    type("", "not-followed");
    type("\n", "duties");
    type("", "new pair");
    assert.equal(content.split("\n")[5], "  pair: { first: , second:  }");
    const written = configFrom(
      new Text(content.replace("first: ", "first: monitoring").replace("second: ", "second: patching")),
    );
    assert.deepEqual(written.document.problems, []);
    assert.deepEqual(written.config.rulesOff.includes("key-person"), true);
    assert.ok(written.config.notFollowed.has("S2"));
    assert.ok(written.config.ruleById.has("duties-pair"));
  });

  it("explains every choice that says it can be explained", () => {
    for (const [source] of offers) {
      const snapshot = configSnapshotOf(readCursor(source).text);
      for (const { about, label } of completionsAt(source))
        if (about) assert.notEqual(explained(snapshot, about) ?? "", "", label);
    }
    const [regimes] = completionsAt("reg<|>").filter(({ label }) => label === "regimes");
    assert.match(explained(configSnapshotOf(new Text("")), regimes!.about!) ?? "", /files that do not mention them/);
  });
});

function hoverAt(source: string): string {
  const { text, start } = readCursor(source);
  return configHover(configSnapshotOf(text), start)?.markdown ?? "";
}

describe("configuration: hover", () => {
  const says: readonly (readonly [source: string, expected: RegExp])[] = [
    ["ru<|>les: { key-person: off }", /How much a rule weighs/],
    ["rules: { key-<|>person: off }", /Nobody stands in|warning/i],
    ["rules: { key-person: o<|>ff }", /It does not run\. Every output lists it/],
    ["thresholds: { sma<|>ll: 5 }", /fewer people than this is small/],
    ["thresholds: { small: <|>5 }", /fewer people than this is small/],
    ["duties: { o<|>ne: { first: monitoring, second: patching } }", /`duties-one`/],
    ["duties: { one: { fi<|>rst: monitoring, second: patching } }", /any one counts/],
    ["duties: { one: { first: monit<|>oring, second: patching } }", /System monitoring/],
    ["titles: { Head of Pl<|>atforms: cio }", /role that the title may mean/],
    ["titles: { Head of Platforms: c<|>io }", /CIO/],
    ["regimes: { gd<|>pr: applies }", /Data protection law/],
    ["regimes: { gdpr: app<|>lies }", /in force for this organization/],
    ["sources: { S<|>1: followed }", /Mindfield/],
    ["sources: { S1: follo<|>wed }", /What it says counts/],
    ["exclude: [ar<|>chive]", /passed over where a folder is searched/],
  ];
  for (const [source, expected] of says) it(`at ${source}`, () => assert.match(hoverAt(source), expected));

  for (const source of [
    "# com<|>ment\nrules:\n",
    "rules:\n<|>\n",
    "x-mi<|>ne: 1",
    "rules: { no-such-ru<|>le: off }",
    "<|>",
  ])
    it(`says nothing at ${JSON.stringify(source)}`, () => assert.equal(hoverAt(source), ""));
});
