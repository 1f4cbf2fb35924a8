import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, said } from "../kit/judged.ts";

describe("a line that ends outside", () => {
  const post = (id: string) => `posts: { ${id}: { heldBy: Bo Li, reportsTo: external } }`;

  it("asks whom it meets outside wherever the head is asked for", () => {
    for (const [rule, id, regimes] of [
      ["cio-below-executive", "cio", ""],
      ["audit-not-independent", "head-internal-audit", ""],
      ["gdpr-38-3", "dpo", "gdpr: applies"],
      ["nca-1-2-1", "ciso", "nca-ecc: applies"],
    ] as const)
      assert.match(
        judged(rule, file(post(id), "headcount: 300", regimes)),
        new RegExp(`^asks posts\\.${id}\\.reportsTo`),
        rule,
      );
    const { questions } = check(file(post("cio")));
    assert.ok(questions.some(({ question }) => inFull(question).includes("Whom does the CIO report to outside?")));
  });

  it("is no line to IT, and leads nowhere unresolved", () => {
    const text = file(
      `${post("ceo").slice(0, -2)}, ciso: { heldBy: Eve Roy, reportsTo: external }, cio: { heldBy: Cy Ho, reportsTo: ceo } }`,
    );
    assert.equal(judged("ciso-in-it-line", text), "silent");
    assert.equal(judged("cio-below-executive", text), "silent", "the CEO is the top all the same");
    assert.deepEqual(said("unresolved-reference", text), []);
  });
});
