import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withCommittees } from "../kit/committees.ts";
import { applied, judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

describe("audit-omits-it", () => {
  const rule = "audit-omits-it";
  const audit = (oversees: string, regimes = "") =>
    withCommittees(`{ audit: { meets: quarterly, oversees: ${oversees} } }`, { regimes });
  const at = "committees.audit.oversees";

  it("fires where an audit committee does not oversee the audit of IT", () => {
    assert.equal(judged(rule, audit("[audit, finance]")), `info ${at}`);
    assert.equal(judged(rule, audit("none")), `info ${at}`);
    assert.equal(judged(rule, audit("[audit, is-audit]")), "silent");
    assert.equal(judged(rule, withCommittees("{ board: { oversees: [audit] } }")), "silent");
    assert.equal(judged(rule, withCommittees("{ audit: { meets: never, oversees: [audit] } }")), "silent");
  });

  it("asks what it oversees", () => assert.equal(judged(rule, audit("not-asked")), `asks ${at}`));

  it("is an error under RBI", () => {
    assert.equal(judged(rule, audit("[audit]", "rbi-it: { status: applies, as: [commercial-bank] }")), `error ${at}`);
    assert.deepEqual(provisionsOf(rule, audit("[audit]", "rbi-it: { status: applies, as: [commercial-bank] }")), [
      "rbi-30",
    ]);
  });

  it("extends what it oversees", () => {
    for (const oversees of ["[audit]", "audit", "none"]) tryRemedies(rule, audit(oversees));
    const text = audit("[audit]");
    assert.deepEqual(titles(only(rule, text).fixes), ["Let the audit committee oversee the audit of IT"]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /oversees: \[audit, is-audit\]/);
  });
});
