import assert from "node:assert/strict";
import { describe, it } from "node:test";
import Ajv from "ajv";
import schema from "../../schemas/itorg.schema.json";
import { applyEdits } from "../../server/base/text.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check } from "../kit/check-fixture.ts";
import { afterFix, afterRemedy, fixesOf, remediesOf, said } from "../kit/judged.ts";

const { regimes: regimeDefinitions } = standard.law;

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

/** Takes every first fix until nothing is left to fix. */
function fixedAll(content: string): string {
  let text = content;
  for (let step = 0; step < 10; step++) {
    const { document, findings } = check(text);
    const fix = findings.find((finding) => finding.rule === "invalid-value")?.fixes[0];
    if (!fix) return text;
    text = applyEdits(text, textEdits(document, fix.changes));
  }
  return text;
}

describe("invalid-value", () => {
  const cases: readonly [string, string, string | undefined][] = [
    ["posts:\n  cfo: { level: Strategic }\n", "posts.cfo.level", "posts:\n  cfo: { level: strategic }\n"],
    [
      "posts:\n  cfo: { level: [strategic, tactcal] }\n",
      "posts.cfo.level[1]",
      "posts:\n  cfo: { level: [strategic, tactical] }\n",
    ],
    ["posts:\n  cfo: { handsOn: y }\n", "posts.cfo.handsOn", "posts:\n  cfo: { handsOn: yes }\n"],
    ["posts:\n  cfo: { title: 007 }\n", "posts.cfo.title", 'posts:\n  cfo: { title: "007" }\n'],
    ["posts:\n  cfo: { until: 2026-1-5 }\n", "posts.cfo.until", "posts:\n  cfo: { until: 2026-01-05 }\n"],
    ["posts:\n  cfo: { until: 2026-02-30 }\n", "posts.cfo.until", undefined],
    ["posts:\n  cfo: { daysPerWeek: 8 }\n", "posts.cfo.daysPerWeek", undefined],
    ["posts:\n  cfo: { reportsTo: [ceo] }\n", "posts.cfo.reportsTo", "posts:\n  cfo: { reportsTo: ceo }\n"],
    ["posts:\n  cfo: { reportsTo: [ceo, coo] }\n", "posts.cfo.reportsTo", undefined],
    ["posts:\n  cfo: { heldBy: [vacant, Bo Li] }\n", "posts.cfo.heldBy[0]", undefined],
    ["posts:\n  cfo: { heldBy: [Bo Li, none] }\n", "posts.cfo.heldBy[1]", undefined],
    ["posts:\n  cfo: { heldBy: [Bo Li, ] }\n  cro: { heldBy: { name: Bo } }\n", "posts.cro.heldBy", undefined],
    ["posts:\n  cfo: Bo Li\n", "posts.cfo", "posts:\n  cfo: { heldBy: Bo Li }\n"],
    ['posts:\n  cfo: "vacant"\n', "posts.cfo", "posts:\n  cfo: vacant\n"],
    ["posts: [cfo]\n", "posts", undefined],
    ["posts:\n  CFO: { heldBy: Bo Li }\n", "posts.CFO", "posts:\n  cfo: { heldBy: Bo Li }\n"],
    [
      "posts:\n  IT Head: {}\n  cfo: { reportsTo: IT Head }\nactivities:\n  log-review: { responsible: [IT Head] }\n",
      'posts["IT Head"]',
      "posts:\n  it-head: {}\n  cfo: { reportsTo: it-head }\nactivities:\n  log-review: { responsible: [it-head] }\n",
    ],
    [
      "providers:\n  MSP: {}\npeople:\n  A B: { employedBy: MSP }\nposts:\n  cfo: { heldBy: provider:MSP }\n",
      "providers.MSP",
      "providers:\n  msp: {}\npeople:\n  A B: { employedBy: msp }\nposts:\n  cfo: { heldBy: provider:msp }\n",
    ],
    ["regimes: { GDPR: applies }\n", "regimes.GDPR", "regimes: { gdpr: applies }\n"],
    ["regimes: { gdpr: yes }\n", "regimes.gdpr", undefined],
    [
      "activities:\n  log-review: { responsible: [provider: aegis] }\nproviders:\n  aegis: {}\n",
      "activities.log-review.responsible[0]",
      "activities:\n  log-review: { responsible: [provider:aegis] }\nproviders:\n  aegis: {}\n",
    ],
    ["teams:\n  desk: { members: -1 }\n", "teams.desk.members", undefined],
    ["coverage: { posts: all }\n", "coverage.posts", undefined],
    ["coverage: complete\n", "coverage", undefined],
    [
      "accepted:\n  - { rule: key-person, at: posts.cfo, reason: it is so }\nposts:\n  cfo: {}\n",
      "accepted[0].approvedBy",
      undefined,
    ],
    ["accepted: [one]\n", "accepted[0]", undefined],
    ["asOf: yesterday\n", "asOf", undefined],
  ];
  for (const [body, place, after] of cases) {
    it(`${JSON.stringify(body)} at ${place}`, () => {
      const found = said("invalid-value", head + body);
      assert.equal(found.length, 1, found.join("\n"));
      assert.ok(found[0]!.startsWith(`error ${place}: `), found[0]);
      if (after !== undefined) assert.equal(afterFix("invalid-value", head + body), head + after);
    });
  }

  it("says what a file must begin with", () => {
    assert.deepEqual(
      said("invalid-value", "").map((line) => line.split(":")[0]),
      ["error itorg", "error organization.name"],
    );
    assert.deepEqual(said("invalid-value", fixedAll("")), []);
  });
  it("offers each value where there are five or fewer, the nearest first", () => {
    assert.deepEqual(fixesOf("invalid-value", `${head}posts:\n  cfo: { background: buisness }\n`), [
      ["Write `business`", "Write `technical` in place of `buisness`", "Write `mixed` in place of `buisness`"],
    ]);
  });
  it("reads a range the wrong way round as a slip", () => {
    const content = "itorg: 1\norganization: { name: Example, headcount: 250-50 }\n";
    assert.equal(afterFix("invalid-value", content), content.replace("250-50", "50-250"));
  });
});

describe("capacities of a regime", () => {
  const faults = (regimes: string) => said("invalid-value", `regimes: { ${regimes} }\n`);

  it("are those of that regime", () => {
    assert.deepEqual(
      faults("dora: { status: applies, as: [simplified] }, hipaa: { status: applies, as: covered-entity }"),
      [],
    );
    assert.deepEqual(faults("dora: { status: applies, as: [covered-entity] }"), [
      "error regimes.dora.as[0]: `covered-entity` is not one of the values known here: simplified, microenterprise, market-infrastructure.",
    ]);
    assert.deepEqual(faults("gdpr: { status: applies, as: controller }"), [
      "error regimes.gdpr.as: `controller` means nothing here: there is no value to choose from.",
    ]);
  });

  it("are the same in the schema, for every regime and every word", () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    const words = [...regimeDefinitions.values()].flatMap((regime) => regime.capacities ?? []);
    assert.ok(words.length > 5);
    for (const regime of [...regimeDefinitions.keys(), "group-policy"])
      for (const word of [...words, "subsidiary"])
        for (const as of [word, [word], []]) {
          const isFine = validate({ itorg: 1, organization: { name: "X" }, regimes: { [regime]: { as } } });
          const own = faults(`${regime}: { as: ${JSON.stringify(as)} }`);
          assert.equal(own.length === 0, isFine, `${regime} as ${JSON.stringify(as)}: ${own.join()}`);
        }
  });

  it("are any words for a regime of the user's own", () => {
    assert.deepEqual(faults("group-policy: { status: applies, as: [subsidiary] }"), []);
  });
});

describe("jurisdictions", () => {
  it("are countries that there are", () => {
    const faults = (codes: string) =>
      check(`itorg: 1\norganization: { name: X, jurisdictions: [${codes}] }\n`)
        .findings.filter((finding) => finding.rule === "invalid-value")
        .map((finding) => placeToString(finding.at));
    assert.deepEqual(faults("DE, EU, UK, GB, NO, US-NY, CA-QC, XK"), []);
    assert.deepEqual(
      faults("DE, XX, ZZ, UX, UX-NY"),
      [1, 2, 3, 4].map((i) => `organization.jurisdictions[${i}]`),
    );
  });
});

describe("what stands in place of an entry", () => {
  it("is no name where it is a word about the entry", () => {
    assert.deepEqual(remediesOf("invalid-value", 'posts: { cio: "none" }\n'), ["Write `none`"]);
    assert.deepEqual(remediesOf("invalid-value", "activities: { security: vacant }\n"), ["Write `none`"]);
    assert.equal(
      afterRemedy("invalid-value", "activities: { security: vacant }\n", "Write `none`"),
      "activities: { security: none }\n",
    );
    assert.deepEqual(remediesOf("invalid-value", "posts: { cio: Bo Li }\n"), ["Write it as { heldBy: Bo Li }"]);
  });
});
