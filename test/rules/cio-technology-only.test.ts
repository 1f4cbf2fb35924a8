import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, tryRemedies } from "../kit/judged.ts";

describe("cio-technology-only", () => {
  const rule = "cio-technology-only";
  const isJudged = (focus: string, profile?: string) =>
    judged(rule, file(`posts: { cio: { heldBy: Ann Ode, focus: ${focus} } }`, profile));

  it("reads the declared focus", () => {
    assert.equal(isJudged("technology"), "info posts.cio.focus");
    assert.equal(isJudged("[technology, people]"), "silent");
    assert.equal(isJudged("[people]"), "silent");
    assert.equal(isJudged("none"), "silent");
    assert.equal(isJudged("unknown"), "asks posts.cio.focus");
    assert.equal(isJudged("not-applicable"), "silent");
  });

  it("weighs less where all of the headcount is below 50", () => {
    assert.equal(isJudged("technology", "headcount: 49"), "hint posts.cio.focus");
    assert.equal(isJudged("technology", "headcount: 20-60"), "info posts.cio.focus");
    assert.equal(isJudged("technology", "sector: retail"), "info posts.cio.focus");
  });

  it("says that the sources disagree, and has two ways out", () => {
    const text = file("posts:\n  cio:\n    heldBy: Ann Ode\n    focus:\n      - technology  # as she said\n");
    const finding = only(rule, text);
    assert.match(inFull(finding.message), /The sources disagree/);
    assert.equal(
      finding.fixes.some((fix) => fix.preferred || fix.safe),
      false,
    );
    tryRemedies(rule, text);
    assert.match(
      applied(text, finding.fixes[1]!),
      /- technology {2}# as she said\n {6}- people\n {6}- process\n {6}- projects/,
    );
  });
});
