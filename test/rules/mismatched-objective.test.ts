import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("mismatched-objective", () => {
  const rule = "mismatched-objective";
  const isJudged = (post: string, objectives: string) =>
    judged(rule, file(`posts:\n  ${post}: { heldBy: Ann Ode, reportsTo: ceo, objectives: ${objectives} }\n`));

  it("speaks of the other one's goal where it is the only one", () => {
    assert.equal(isJudged("cio", "[revenue]"), "hint posts.cio.objectives");
    assert.equal(isJudged("cio", "revenue"), "hint posts.cio.objectives");
    assert.equal(isJudged("cto", "[profit]"), "hint posts.cto.objectives");
    assert.equal(isJudged("cto", "[cost]"), "hint posts.cto.objectives");
    for (const fits of ["[profit]", "[mission]", "[revenue, mission]", "none", "[]"])
      assert.equal(isJudged("cio", fits), "silent", fits);
    for (const fits of ["[revenue]", "[profit, revenue]", "[profit, cost]", "[delivery]"])
      assert.equal(isJudged("cto", fits), "silent", fits);
    assert.equal(isJudged("it-director", "[revenue]"), "silent");
  });

  it("asks, and leaves the answer to the consultant", () => {
    assert.equal(isJudged("cto", "not-asked"), "asks posts.cto.objectives");
    assert.equal(isJudged("cto", "declined"), "silent");
  });

  it("swaps", () => {
    for (const [post, objective, title] of [
      ["cio", "revenue", "Measure the CIO by profit instead"],
      ["cto", "cost", "Measure the CTO by revenue instead"],
    ] as const) {
      const text = file(`posts:\n  ${post}: { heldBy: Ann Ode, reportsTo: ceo, objectives: ${objective} }\n`);
      assert.deepEqual(titles(only(rule, text).fixes), [title]);
      tryRemedies(rule, text);
    }
  });
});
