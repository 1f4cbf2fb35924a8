import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged } from "../kit/judged.ts";

describe("one-over-one", () => {
  const rule = "one-over-one";
  const isJudged = (posts: string, coverage = "posts: complete") =>
    judged(rule, file(`posts: { ${posts} }\ncoverage: { ${coverage} }`));
  const chain =
    "ceo: { reportsTo: board }, cfo: { reportsTo: ceo }, coo: { reportsTo: ceo }, cio: { reportsTo: coo }, desk: { reportsTo: cio }";

  it("needs that every post is listed", () => {
    assert.equal(isJudged(chain), "hint posts.coo");
    assert.equal(isJudged(chain, "posts: partial"), "silent");
    assert.equal(isJudged(chain, "itPosts: complete"), "silent");
  });

  it("needs exactly one direct report twice in a row", () => {
    assert.equal(isJudged(`${chain}, a: { reportsTo: coo }`), "silent");
    assert.equal(isJudged(`${chain}, a: { reportsTo: cio }`), "silent");
    assert.equal(isJudged(`${chain}, a: { reportsTo: desk }`), "hint posts.coo");
    assert.equal(isJudged(chain.replace("cfo: { reportsTo: ceo }, ", "")), "hint posts.ceo");
    assert.equal(isJudged("a: { reportsTo: b }, b: { reportsTo: c }, c: { reportsTo: a }"), "silent");
  });

  it("asks for the superiors that are not known, but not for that of the head", () => {
    assert.equal(isJudged(chain.replace("reportsTo: board", "heldBy: Ann Ode")), "hint posts.coo");
    assert.equal(isJudged(`${chain}, a: { heldBy: Bo Li }`), "asks posts.a.reportsTo");
    assert.equal(isJudged(`${chain}, a: unknown`), "asks posts.a");
    assert.equal(isJudged(`${chain}, a: { reportsTo: declined }`), "silent");
    assert.equal(isJudged("ceo: { reportsTo: board }, a: { heldBy: Bo Li }"), "silent");
  });
});
