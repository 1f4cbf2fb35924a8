import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { said } from "../kit/judged.ts";

describe("a merge key", () => {
  it("needs keys to take over", () => {
    const found = (value: string) =>
      said("yaml-syntax", `x-a: &a { heldBy: Bo Li }\nposts:\n  cio:\n    <<: ${value}\n`);
    assert.deepEqual(found("*a"), []);
    assert.deepEqual(found("[*a]"), []);
    for (const value of ["a", "3", "", "[*a, b]"])
      assert.deepEqual(found(value), [
        "error posts.cio.<<: `<<` takes over the keys of a group that is marked above: write `<<: *` and its mark.",
      ]);
    assert.equal(found("*b").length, 1);
  });
});
