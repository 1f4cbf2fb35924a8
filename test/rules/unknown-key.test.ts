import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../server/base/text.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check, checkFixture } from "../kit/check-fixture.ts";

const titles = (rule: string, content: string) =>
  check(content)
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => finding.fixes.map((fix) => fix.title));

/** The text after the n-th fix of the first finding of a rule. */
function fixed(rule: string, content: string, n = 0): string {
  const { document, findings } = check(content);
  const fix = findings.find((finding) => finding.rule === rule)?.fixes[n];
  assert.ok(fix, "there is such a fix");
  return applyEdits(content, textEdits(document, fix.changes));
}

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
    assert.deepEqual(titles("unknown-key", content), [["Remove `heldby`"]]);
    assert.equal(fixed("unknown-key", content), `${head}posts:\n  cfo: { heldBy: Bo Li }\n`);
  });
  it("mends a template where it is written", () => {
    const content = `${head}x-t: &t\n  heldby: Bo Li\nposts:\n  cfo: { <<: *t }\n  cro: *t\n`;
    assert.equal(fixed("unknown-key", content), content.replace("heldby", "heldBy"));
  });
});
