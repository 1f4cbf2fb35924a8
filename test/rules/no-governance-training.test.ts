import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("no-governance-training", () => {
  const rule = "no-governance-training";
  const isJudged = (posts: string, profile?: string) => judged(rule, file(`posts: { ${posts} }`, profile));
  const untrained = "{ heldBy: Ann Ode, governanceTraining: no }";

  it("looks at the head of IT, where that is a manager or a director", () => {
    assert.equal(isJudged(`it-manager: ${untrained}`), "info posts.it-manager.governanceTraining");
    assert.equal(
      isJudged(`it-director: ${untrained}, it-manager: ${untrained}`),
      "info posts.it-director.governanceTraining",
    );
    assert.equal(isJudged(`cio: ${untrained}`), "silent");
    assert.equal(isJudged(`cio: { heldBy: Bo Li }, it-manager: ${untrained}`), "silent");
    assert.equal(isJudged(`cio: vacant, it-manager: ${untrained}`), "info posts.it-manager.governanceTraining");
    assert.equal(isJudged("it-manager: { heldBy: vacant, governanceTraining: no }"), "silent");
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode }"), "asks posts.it-manager.governanceTraining");
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode, governanceTraining: yes }"), "silent");
    assert.equal(isJudged(`it-manager: ${untrained}`, "headcount: 1-49"), "hint posts.it-manager.governanceTraining");
  });

  it("is not sure who heads IT while a leader's title has no role", () => {
    assert.equal(isJudged(`vp-it: { title: VP of IT, heldBy: Bo Li }, it-manager: ${untrained}`), "silent");
  });

  it("offers a vCIO as a first step, unless there is one", () => {
    const text = file(`posts: { it-manager: ${untrained} }`);
    assert.deepEqual(titles(only(rule, text).fixes), []);
    tryRemedies(rule, text);
    const supplied = `${text}providers: { x: { services: [vcio] } }\n`;
    assert.deepEqual(only(rule, supplied).firstSteps, []);
  });

  it("looks at a company's head of IT too", () => {
    const units = "units: { north: { kind: company } }\n";
    const text = file(
      `${units}posts: { cio: { heldBy: Bo Li }, north-it: { role: it-manager, unit: north, heldBy: Cy Ho, governanceTraining: no } }`,
    );
    assert.equal(judged(rule, text), "info posts.north-it.governanceTraining");
    tryRemedies(rule, text);
  });
});
