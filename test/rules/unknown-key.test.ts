import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkFixture } from "../kit/check-fixture.ts";
import { afterFix, fixesOf } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

describe("unknown-key", () => {
  it("stands at each key, at the top and inside, once for each text", () => {
    checkFixture(`
itorg: 1
organisation: { name: Example }
#^^^^^^^^^^^ 💡 warning: unknown-key
organization: { name: Example, headcont: 85 }
#                              ^^^^^^^^ 💡 warning: unknown-key
x-mine: &mine { hair: red }
#               ^^^^ 💡 warning: unknown-key
posts:
  ceo: *mine
  cfo: { <<: *mine, x-hair: red }
`);
  });
  it("offers the nearest key only where it is still free", () => {
    const content = `${head}posts:\n  cfo: { heldBy: Bo Li, heldby: Bo Li }\n`;
    assert.deepEqual(fixesOf("unknown-key", content), [["Keep it as your own: `x-heldby`"]]);
    assert.equal(afterFix("unknown-key", content), `${head}posts:\n  cfo: { heldBy: Bo Li, x-heldby: Bo Li }\n`);
  });
  it("mends a template where it is written", () => {
    const content = `${head}x-t: &t\n  heldby: Bo Li\nposts:\n  cfo: { <<: *t }\n  cro: *t\n`;
    assert.equal(afterFix("unknown-key", content), content.replace("heldby", "heldBy"));
  });
});
