import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { file, judged, only } from "../kit/judged.ts";

describe("inverted-levels", () => {
  const rule = "inverted-levels";
  const isJudged = (own: string, above: string) =>
    judged(
      rule,
      file(
        `posts:\n  it-manager: { heldBy: Ann Ode, reportsTo: it-director${own} }\n  it-director: { heldBy: Bo Li${above} }`,
      ),
    );

  it("compares the highest of each", () => {
    assert.equal(
      isJudged(", level: strategic", ", level: [tactical, operational]"),
      "warning posts.it-manager.reportsTo",
    );
    assert.equal(
      isJudged(", level: [operational, tactical]", ", level: operational"),
      "warning posts.it-manager.reportsTo",
    );
    assert.equal(isJudged(", level: [operational, tactical]", ", level: tactical"), "silent");
    assert.equal(isJudged(", level: operational", ", level: strategic"), "silent");
  });

  it("compares only what is declared", () => {
    assert.equal(isJudged(", level: strategic", ""), "asks posts.it-director.level");
    assert.equal(isJudged("", ", level: operational"), "asks posts.it-manager.level");
    assert.equal(isJudged(", level: operational", ", level: none"), "silent");
    assert.equal(isJudged("", ""), "silent");
  });

  it("asks only the posts that lead IT for their level", () => {
    const posts = "cfo: { heldBy: Bo Li }, it-manager: { heldBy: Ann Ode, reportsTo: cfo, level: strategic }";
    assert.equal(judged(rule, file(`posts: { ${posts} }`)), "silent");
    assert.equal(
      judged(rule, file(`posts: { ${posts.replace("Bo Li", "Bo Li, level: tactical")} }`)),
      "warning posts.it-manager.reportsTo",
    );
  });

  it("offers no fix, since either the line or a level is wrong", () => {
    const finding = only(rule, file("posts: { a: { level: strategic, reportsTo: b }, b: { level: operational } }"));
    assert.deepEqual([...finding.fixes, ...finding.firstSteps], []);
    assert.deepEqual(
      finding.related.map((one) => placeToString(one.at)),
      ["posts.b.level"],
    );
  });

  it("leaves a post that reports to itself to another rule", () => {
    assert.equal(judged(rule, file("posts: { it-manager: { level: strategic, reportsTo: it-manager } }")), "silent");
  });
});
