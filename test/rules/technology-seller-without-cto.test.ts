import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("technology-seller-without-cto", () => {
  const rule = "technology-seller-without-cto";
  const place = "info organization.sellsTechnology";
  const isJudged = (posts: string, sells = "yes", rest = "") =>
    judged(rule, file(`posts: { ${posts} }\n${rest}`, `sellsTechnology: ${sells}`));

  it("needs that it sells technology, has no CTO, and that nobody looks outward", () => {
    assert.equal(isJudged("cto: none"), place);
    assert.equal(isJudged("cto: vacant"), "silent");
    assert.equal(isJudged("cto: none", "no"), "silent");
    assert.equal(isJudged("cto: none", "unknown"), "asks organization.sellsTechnology");
    assert.equal(isJudged("ceo: { heldBy: Ann Ode }"), "asks posts.cto");
    assert.equal(isJudged("ceo: { heldBy: Ann Ode }", "unknown"), "silent");
    assert.equal(isJudged("cto-internal: { orientation: inward }", "yes", "coverage: { itPosts: complete }"), place);
  });

  it("asks the IT line and vCIOs for their orientation, others not", () => {
    assert.equal(isJudged("cto: none, cio: { heldBy: Ann Ode }"), "asks posts.cio.orientation");
    assert.equal(isJudged("cto: none, cio: vacant"), place);
    assert.equal(isJudged("cto: none, vcio: { heldBy: Ann Ode }"), "asks posts.vcio.orientation");
    assert.equal(isJudged("cto: none, cio: { heldBy: Ann Ode, orientation: outward }"), "silent");
    assert.equal(isJudged("cto: none, head-engineering: { heldBy: Ann Ode }"), place);
    assert.equal(isJudged("cto: none, head-engineering: { heldBy: Ann Ode, orientation: outward }"), "silent");
  });

  it("takes a CTO of a company for the organization's only where customers are looked to", () => {
    const posts = (orientation: string) =>
      `cto: none, north-cto: { role: cto, unit: north, orientation: ${orientation} }`;
    assert.equal(isJudged(posts("outward"), "yes", group), "silent");
    assert.equal(isJudged(posts("inward"), "yes", group), place);
  });

  it("adds a vacant CTO post", () => {
    tryRemedies(rule, file("posts: { cto: none }", "sellsTechnology: yes"));
    assert.deepEqual(titles(only(rule, file("posts: { cto: none }", "sellsTechnology: yes")).fixes), [
      "Add a vacant CTO post",
    ]);
  });
});
