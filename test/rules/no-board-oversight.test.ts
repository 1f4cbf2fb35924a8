import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { posts, withCommittees } from "../kit/committees.ts";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

describe("no-board-oversight", () => {
  const rule = "no-board-oversight";
  const blind = "{ board: { meets: quarterly, oversees: [strategy, audit] } }";

  it("fires where no board, executive, audit or risk committee oversees security, ICT risk or IT", () => {
    assert.equal(judged(rule, withCommittees(blind, { all: true })), "info committees");
    assert.equal(judged(rule, file(`${posts}committees: none`)), "info committees");
    assert.equal(judged(rule, file(`coverage: { committees: complete }\n${posts}`)), "info committees");
    const others = "{ board: { oversees: none }, executive: none, audit: none, risk: none }";
    assert.equal(judged(rule, withCommittees(others)), "info committees");
    const lower = "{ it-steering: { oversees: [it] }, security: { oversees: [security] } }";
    assert.equal(judged(rule, withCommittees(lower, { all: true })), "info committees");
  });

  for (const type of ["board", "executive", "audit", "risk"])
    for (const subject of ["security", "ict-risk", "it"])
      it(`is satisfied by one of type ${type} that oversees ${subject}`, () => {
        const text = withCommittees(`{ council: { type: ${type}, oversees: [finance, ${subject}] } }`, { all: true });
        assert.equal(judged(rule, text), "silent");
      });

  it("does not count a committee that is dormant, or that belongs to a company of the group", () => {
    const dormant = "{ board: { meets: quarterly, lastMet: 2025-09-01, oversees: [security] } }";
    assert.equal(judged(rule, withCommittees(dormant, { all: true })), "info committees");
    assert.deepEqual(
      only(rule, withCommittees(dormant, { all: true })).related.map((one) => inFull(one.message)),
      ["does not meet, so it counts as absent"],
    );
    const owned = "{ north-board: { type: board, unit: north, oversees: [security] } }";
    const units = "units: { north: { name: North, kind: company } }\n";
    assert.equal(judged(rule, withCommittees(owned, { all: true, more: units + posts })), "info committees");
  });

  it("cannot tell, and asks, where such a committee may still be there or its tasks are not known", () => {
    assert.equal(judged(rule, withCommittees(blind)), "asks committees");
    const open = "{ board: { meets: quarterly } }";
    assert.equal(judged(rule, withCommittees(open, { all: true })), "asks committees.board.oversees");
  });

  it("asks a file without committees only where a declared law or standard wants to know", () => {
    assert.equal(judged(rule, file(posts)), "silent");
    assert.equal(judged(rule, file(`regimes: { dora: applies }\n${posts}`)), "asks committees");
  });

  const raised: [string, string, string[]][] = [
    ["dora: applies", "warning", ["dora-5-2"]],
    ["nis2: applies", "warning", ["nis2-20"]],
    ["us-bank: applies", "error", ["glba-iii-a"]],
    ["csf: applies", "warning", ["csf-gv-rr", "csf-gv-ov"]],
    ["caf: applies", "warning", ["caf-a1"]],
    ["soc2: applies", "info", ["soc2-cc1-2"]],
    ["us-bank: planned", "info", ["glba-iii-a"]],
    ["us-bank: exempt", "info", []],
    ["dora: { status: applies, as: [simplified] }", "info", []],
    ["nis2: applies, us-bank: applies", "error", ["nis2-20", "glba-iii-a"]],
  ];
  for (const [regimes, severity, provisions] of raised)
    it(`is ${severity} under ${regimes}`, () => {
      const text = withCommittees(blind, { regimes, all: true });
      assert.equal(judged(rule, text), `${severity} committees`);
      assert.deepEqual(provisionsOf(rule, text).sort(), [...provisions].sort());
    });

  it("names no law beside the one that is declared", () => {
    const tail = (regimes: string) =>
      inFull(only(rule, withCommittees(blind, { regimes, all: true })).message).match(/\([^)]*Art\. 5\(2\).*\)$/)?.[0];
    assert.equal(tail("dora: applies, nis2: exempt"), "(appears to fall short of DORA Art. 5(2))");
    for (const state of ["unknown", "exempt"]) assert.equal(tail(`nis2: ${state}`), undefined, "none is declared");
  });

  it("cites that results are reviewed only where no committee that meets oversees security", () => {
    const text = withCommittees("{ security: { meets: monthly, oversees: [security] } }", {
      regimes: "csf: applies",
      all: true,
    });
    assert.deepEqual(provisionsOf(rule, text), ["csf-gv-rr"]);
  });

  it("extends what a committee oversees, the board's first", () => {
    const text = withCommittees(
      "{ audit: { meets: quarterly, oversees: [audit, is-audit] }, board: { oversees: none } }",
      {
        all: true,
      },
    );
    tryRemedies(rule, text);
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Let the board oversee security",
      "Let the audit committee oversee security",
    ]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /board: \{ oversees: \[security\] \}/);
  });

  it("adds ICT risk under DORA, and a board where there is no such committee", () => {
    const dora = withCommittees(blind, { regimes: "dora: applies", all: true });
    assert.deepEqual(titles(only(rule, dora).fixes), ["Let the board oversee security and ICT risk"]);
    tryRemedies(rule, dora);
    for (const text of [file(`${posts}committees: none`), file(`coverage: { committees: complete }\n${posts}`)]) {
      assert.deepEqual(titles(only(rule, text).fixes), ["Add a board that oversees security"]);
      tryRemedies(rule, text);
    }
    const dormant = withCommittees("{ board: { meets: never, oversees: [security] } }", { all: true });
    assert.deepEqual(titles(only(rule, dormant).fixes), ["Add an executive committee that oversees security"]);
    tryRemedies(rule, dormant);
  });
});
