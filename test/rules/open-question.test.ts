import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../server/base/text.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check } from "../kit/check-fixture.ts";
import { remediesOf, said } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

describe("open-question", () => {
  it("stands at posts where that key is written, else at itorg", () => {
    assert.match(said("open-question", head)[0] ?? "", /^hint itorg: /);
    assert.match(said("open-question", `${head}posts:\n`)[0] ?? "", /^hint posts: /);
  });
  it("writes the slots down and touches nothing else", () => {
    const content = `${head}posts:\n  ceo: { heldBy: Ann Ode } # the founder\n  ciso: vacant\n  cio: unknown\n`;
    const { document, findings } = check(content);
    const step = findings.find((finding) => finding.rule === "open-question")?.firstSteps[0];
    assert.ok(step);
    const after = applyEdits(content, textEdits(document, step.changes));
    assert.match(after, /ceo: \{ heldBy: Ann Ode \} # the founder\n/);
    assert.match(after, / {2}ciso: vacant\n {2}cio: unknown\n/);
    assert.match(after, /sector: not-asked/);
    assert.deepEqual(
      check(after).findings.filter((finding) => finding.severity === "error"),
      [],
    );
  });
});

describe("open-question", () => {
  it("writes nothing into a file of which a part cannot be read", () => {
    assert.deepEqual(remediesOf("open-question", "posts:\n  ciso: { reportsTo: cio\n"), []);
    assert.equal(remediesOf("open-question", "posts:\n  ciso: { reportsTo: cio }\n").length, 1);
  });
});
