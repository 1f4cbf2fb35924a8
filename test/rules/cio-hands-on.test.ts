import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 300";

describe("cio-hands-on", () => {
  const rule = "cio-hands-on";
  const isJudged = (handsOn: string, profile = large, role = "cio") =>
    judged(rule, file(`posts:\n  ${role}: { heldBy: Ann Ode, reportsTo: ceo${handsOn} }\n`, profile));

  it("speaks of a CIO in a large organization only", () => {
    assert.equal(isJudged(", handsOn: yes"), "info posts.cio.handsOn");
    assert.equal(isJudged(", handsOn: yes", "headcount: 250-400"), "info posts.cio.handsOn");
    assert.equal(isJudged(", handsOn: no"), "silent");
    assert.equal(isJudged(", handsOn: none"), "silent");
    assert.equal(isJudged(", handsOn: yes", "headcount: 249"), "silent");
    assert.equal(isJudged(", handsOn: yes", large, "it-director"), "silent");
  });

  it("asks for what is missing", () => {
    assert.equal(isJudged(""), "asks posts.cio.handsOn");
    assert.equal(isJudged(", handsOn: yes", "headcount: 200-300"), "asks organization.headcount");
    assert.equal(isJudged("", "headcount: 120"), "silent");
  });

  it("offers to correct the record, and neither prefers that nor does it by itself", () => {
    const text = file("posts:\n  cio: { heldBy: Ann Ode, reportsTo: ceo, handsOn: yes }\n", large);
    const [fix, ...others] = only(rule, text).fixes;
    assert.equal(inFull(fix?.title), "Correct the record: the CIO does no technical work");
    assert.deepEqual([others.length, fix?.preferred, fix?.safe], [0, undefined, undefined]);
    tryRemedies(rule, text);
  });
});
