import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withCommittees } from "../kit/committees.ts";
import { judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

describe("strategy-committee-composition", () => {
  const rule = "strategy-committee-composition";
  const composed = (facts: string, regimes = "") => withCommittees(`{ it-strategy: { ${facts} } }`, { regimes });
  const at = "committees.it-strategy";

  it("wants three directors and an independent chair", () => {
    assert.equal(judged(rule, composed("directors: 2, independent: yes")), `hint ${at}`);
    assert.equal(judged(rule, composed("directors: none, independent: yes")), `hint ${at}`);
    assert.equal(judged(rule, composed("directors: 5, independent: no")), `hint ${at}`);
    assert.equal(judged(rule, composed("directors: 3, independent: yes")), "silent");
  });

  it("does not count members as directors", () => {
    assert.equal(
      judged(rule, composed("members: [ceo, cfo, cro, cio], independent: yes")),
      "asks committees.it-strategy.directors",
    );
  });

  it("asks for what is not known, where the rest does not settle it", () => {
    assert.equal(judged(rule, composed("directors: 3")), "asks committees.it-strategy.independent");
    assert.equal(judged(rule, composed("directors: 1")), `hint ${at}`);
    assert.equal(judged(rule, composed("meets: never, directors: 1")), "silent");
    assert.equal(judged(rule, withCommittees("{ it-strategy: none }")), "silent");
  });

  it("is an error under RBI", () => {
    const text = composed("directors: 2, independent: yes", "rbi-it: { status: applies, as: [commercial-bank] }");
    assert.equal(judged(rule, text), `error ${at}`);
    assert.deepEqual(provisionsOf(rule, text), ["rbi-6"]);
  });

  it("names what it would take", () => {
    const of = (facts: string) => {
      tryRemedies(rule, composed(facts));
      return titles(only(rule, composed(facts)).fixes);
    };
    assert.deepEqual(of("directors: 2, independent: yes"), ["Have three directors on the IT strategy committee"]);
    assert.deepEqual(of("directors: 4, independent: no"), [
      "Let an independent director chair the IT strategy committee",
    ]);
    assert.deepEqual(of("directors: 0, independent: no"), [
      "Have three directors on the IT strategy committee, with an independent one as its chair",
    ]);
  });
});
