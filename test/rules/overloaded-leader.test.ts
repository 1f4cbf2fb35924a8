import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("overloaded-leader", () => {
  const rule = "overloaded-leader";
  const isJudged = (posts: string) => judged(rule, file(`posts: { ${posts} }`));
  const three = "cfo: { heldBy: Bo Li }, dpo: { heldBy: bo  li }, ciso: { heldBy: Bo Li }";

  it("counts one person's posts on the list, and stands at the latest", () => {
    assert.equal(isJudged(three), "info posts.ciso");
    assert.equal(isJudged("cfo: { heldBy: Bo Li }, owner: { heldBy: Bo Li }, ciso: { heldBy: Bo Li }"), "silent");
    assert.equal(isJudged("cfo: { heldBy: [Bo Li, Bo Li] }, ciso: { heldBy: [Cy Ho, Bo Li] }"), "silent");
    assert.equal(
      isJudged("cfo: { heldBy: [Bo Li, Cy Ho] }, dpo: { heldBy: Cy Ho }, ciso: { heldBy: [Cy Ho, Bo Li] }"),
      "info posts.ciso",
    );
    assert.equal(
      isJudged(
        "a: { role: it-manager, heldBy: Bo Li }, b: { role: it-manager, heldBy: Bo Li }, cio: { heldBy: Bo Li }",
      ),
      "info posts.cio",
    );
    assert.deepEqual(
      only(rule, file(`posts: { ${three} }`)).related.map((one) => placeToString(one.at)),
      ["posts.cfo", "posts.dpo"],
    );
  });

  it("does not count a provider as one person", () => {
    const text = three.replaceAll(/heldBy: \w+ +\w+/gi, "heldBy: 'provider:x'");
    assert.equal(judged(rule, file(`posts: { ${text} }\nproviders: { x: { services: [vcio] } }`)), "silent");
  });

  it("asks who holds a third post only where somebody holds two", () => {
    const two = "cfo: { heldBy: Bo Li }, dpo: { heldBy: Bo Li }";
    assert.equal(isJudged(`${two}, ciso: { heldBy: not-asked }`), "asks posts.ciso.heldBy");
    assert.equal(isJudged(`${two}, ciso: unknown`), "asks posts.ciso");
    assert.equal(isJudged(`${two}, ciso: vacant, coo: none, cro: { heldBy: declined }`), "silent");
    assert.equal(isJudged("cfo: { heldBy: Bo Li }, ciso: { heldBy: not-asked }"), "silent");
  });

  it("separates the latest post, which ends it only where three are held", () => {
    tryRemedies(rule, file(`posts: { ${three} }`));
    assert.deepEqual(titles(only(rule, file(`posts: { ${three} }`)).fixes), ["Make CISO a separate, vacant post"]);
    const shared = file(`posts: { ${three.replace("ciso: { heldBy: Bo Li", "ciso: { heldBy: [Bo Li, Cy Ho]")} }`);
    tryRemedies(rule, shared);
    assert.equal(titles(only(rule, shared).fixes)[0], "Leave CISO to Cy Ho");
    const four = only(rule, file(`posts: { ${three}, coo: { heldBy: Bo Li } }`));
    assert.deepEqual(titles(four.fixes), []);
    assert.deepEqual(titles(four.firstSteps), [
      "First step: make COO a separate, vacant post",
      "First step: add a vacant post of deputy to the COO",
    ]);
  });
});
