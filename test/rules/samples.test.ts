import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { ruleById } from "../kit/standard.ts";

const { provisions } = standard.law;

/** What was expected of a sample by hand, before it was ever checked. `at` is what the finding's place begins with. */
interface Expected {
  readonly findings: readonly ExpectedFinding[];
  readonly accepted: readonly ExpectedFinding[];
  readonly silent: readonly string[];
}

interface ExpectedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly at: string;
}

const names = readdirSync("samples").filter((name) => name.endsWith(".itorg.yaml"));

describe("samples", () => {
  it("are all there", () => assert.ok(names.length >= 9, names.join(", ")));

  for (const name of names) {
    it(`${name} has exactly the findings expected by hand`, () => {
      const expected = JSON.parse(
        readFileSync(`samples/${name.replace(".itorg.yaml", ".expected.json")}`, "utf8"),
      ) as Expected;
      const { findings } = check(readFileSync(`samples/${name}`, "utf8"));
      const found = findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity as string,
        at: placeToString(finding.at),
        places: [finding.at, ...finding.related.map((related) => related.at)].map(placeToString),
        isAccepted: finding.accepted !== null,
      }));
      const matches = (one: ExpectedFinding, other: (typeof found)[number], isAccepted: boolean) =>
        one.rule === other.rule &&
        other.isAccepted === isAccepted &&
        one.severity === other.severity &&
        (isAccepted ? other.places : [other.at]).some((place) => place.startsWith(one.at));
      const open = expected.findings.map((one) => ({ one, isAccepted: false }));
      const accepted = expected.accepted.map((one) => ({ one, isAccepted: true }));
      const missing = [...open, ...accepted].filter(
        ({ one, isAccepted }) => !found.some((other) => matches(one, other, isAccepted)),
      );
      const surplus = found.filter(
        (other) => ![...open, ...accepted].some(({ one, isAccepted }) => matches(one, other, isAccepted)),
      );
      const line = ({ rule, severity, at }: ExpectedFinding) => `${severity} ${rule} ${at}`;
      assert.deepEqual(
        { missing: missing.map(({ one }) => line(one)), surplus: surplus.map(line) },
        { missing: [], surplus: [] },
      );
      assert.equal(found.length, open.length + accepted.length, "no finding twice");
      for (const rule of expected.silent) {
        assert.ok(ruleById.has(rule) || provisions.has(rule), `${rule} is a rule or a provision`);
        assert.ok(!found.some((one) => one.rule === rule), `${rule} is silent`);
      }
    });
  }
});
