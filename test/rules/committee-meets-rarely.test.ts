import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withCommittees } from "../kit/committees.ts";
import { applied, judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

describe("committee-meets-rarely", () => {
  const rule = "committee-meets-rarely";
  const isJudged = (type: string, cadence: string) =>
    judged(rule, withCommittees(`{ ${type}: { meets: ${cadence} } }`));

  it("wants the three committees to meet every quarter", () => {
    for (const type of ["it-strategy", "it-steering", "security"]) {
      for (const cadence of ["half-yearly", "yearly", "rarer"])
        assert.equal(isJudged(type, cadence), `hint committees.${type}.meets`);
      for (const cadence of ["quarterly", "monthly", "weekly"]) assert.equal(isJudged(type, cadence), "silent");
    }
    for (const type of ["board", "audit", "risk", "architecture"]) assert.equal(isJudged(type, "yearly"), "silent");
  });

  it("leaves one that never meets to the rule on dormant ones", () => {
    assert.equal(isJudged("security", "never"), "silent");
    assert.equal(judged(rule, withCommittees("{ security: { meets: yearly, lastMet: 2024-02-01 } }")), "silent");
  });

  it("asks how often", () => assert.equal(isJudged("security", "not-asked"), "asks committees.security.meets"));

  it("is an error under RBI where a paragraph names the committee", () => {
    const of = (type: string) =>
      withCommittees(`{ ${type}: { meets: yearly } }`, {
        regimes: "rbi-it: { status: applies, as: [commercial-bank] }",
      });
    assert.equal(judged(rule, of("it-strategy")), "error committees.it-strategy.meets");
    assert.deepEqual(provisionsOf(rule, of("it-strategy")), ["rbi-6"]);
    assert.equal(judged(rule, of("it-steering")), "error committees.it-steering.meets");
    assert.deepEqual(provisionsOf(rule, of("it-steering")), ["rbi-7"]);
    assert.equal(judged(rule, of("security")), "hint committees.security.meets");
  });

  it("sets the cadence", () => {
    const text = withCommittees("{ it-steering: { meets: yearly } }");
    tryRemedies(rule, text);
    assert.deepEqual(titles(only(rule, text).fixes), ["Let the IT steering committee meet every quarter"]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /it-steering: \{ meets: quarterly \}/);
  });
});
