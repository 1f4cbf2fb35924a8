import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("director-acts-as-cio", () => {
  const rule = "director-acts-as-cio";
  const whole = "focus: [people, process, projects, technology]";
  const isJudged = (facts: string, more = "") =>
    judged(rule, file(`posts:\n  it-director: { heldBy: Ann Ode, ${facts} }\n${more}`));

  it("needs all four and the strategic level", () => {
    const found = "hint posts.it-director";
    assert.equal(isJudged(`level: strategic, ${whole}`), found);
    assert.equal(
      isJudged(`level: [tactical, strategic], focus: [information, technology, projects, process, people]`),
      found,
    );
    assert.equal(isJudged(`level: tactical, ${whole}`), "silent");
    for (const left of ["people", "process", "projects", "technology"]) {
      const three = whole.replace(new RegExp(`${left}(, )?`), "").replace(", ]", "]");
      assert.equal(isJudged(`level: strategic, ${three}`), "silent", three);
    }
    assert.equal(isJudged(`role: it-manager, level: strategic, ${whole}`), "silent");
  });

  it("asks for the half that is missing", () => {
    assert.equal(isJudged(whole), "asks posts.it-director.level");
    assert.equal(isJudged("level: strategic"), "asks posts.it-director.focus");
    assert.equal(isJudged("level: tactical"), "silent");
  });

  it("offers the role of CIO, but no second CIO", () => {
    const text = (more = "") => file(`posts:\n  it-director: { heldBy: Ann Ode, level: strategic, ${whole} }\n${more}`);
    assert.deepEqual(titles(only(rule, text()).fixes), ["Declare the post as a CIO's"]);
    tryRemedies(rule, text());
    assert.deepEqual(titles(only(rule, text("  cio: { heldBy: Bo Li }\n")).fixes), []);
    assert.deepEqual(titles(only(rule, text("  cio: vacant\n")).fixes), ["Declare the post as a CIO's"]);
  });
});
