import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("cto-without-product", () => {
  const rule = "cto-without-product";
  const neither = "headcount: 120, sellsTechnology: no, customerFacingTechnology: no";
  const isJudged = (cto: string, profile = neither) => judged(rule, file(`posts: { cto: ${cto} }`, profile));
  const held = "{ heldBy: Ann Ode }";

  it("needs a CTO in office and two answers of no", () => {
    assert.equal(isJudged(held), "info posts.cto");
    assert.equal(isJudged(held, neither.replaceAll(": no", ": none")), "info posts.cto");
    assert.equal(isJudged("vacant"), "silent");
    assert.equal(isJudged("none"), "silent");
    assert.equal(isJudged("{}"), "asks posts.cto.heldBy");
    assert.equal(isJudged(held, "headcount: 120, sellsTechnology: no"), "asks organization.customerFacingTechnology");
    assert.equal(isJudged(held, "headcount: 120, sellsTechnology: no, customerFacingTechnology: declined"), "silent");
    assert.equal(isJudged(held, "headcount: 120, sellsTechnology: yes, customerFacingTechnology: no"), "silent");
    assert.equal(isJudged(held, neither.replace("120", "30")), "hint posts.cto");
  });

  it("offers the CIO's role only where nobody can be in such a post", () => {
    const fixes = (posts: string) => titles(only(rule, file(`posts: { cto: ${held}${posts} }`, neither)).fixes);
    const internal = "Declare the post as a CTO for internal IT";
    assert.deepEqual(fixes(""), [internal, "Declare the post as a CIO's"]);
    assert.deepEqual(fixes(", cio: vacant"), [internal, "Declare the post as a CIO's"]);
    assert.deepEqual(fixes(", cio: { heldBy: Bo Li }"), [internal]);
    assert.deepEqual(fixes(", cio: {}"), [internal]);
    tryRemedies(rule, file(`posts: { cto: ${held} }`, neither));
  });
});
