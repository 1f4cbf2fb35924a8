import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../server/base/text.ts";
import { actions } from "../../server/features/actions.ts";
import { readCursor } from "../kit/cursor.ts";
import { snapshotOf } from "../kit/standard.ts";

function actionsAt(source: string) {
  const { content, text, start, end } = readCursor(source);
  const snapshot = snapshotOf(text, "2026-11-22");
  return actions(snapshot, { start, end }).map((action) => ({
    ...action,
    rules: action.findings.map(({ rule }) => rule),
    result: applyEdits(content, action.edits()),
  }));
}

const file = (line: string) => `itorg: 1 # kept
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ${line} } # kept, too
`;

describe("code actions", () => {
  it("are offered inside a finding and at both its ends", () => {
    for (const line of ["<|>cio", "c<|>io", "cio<|>"]) {
      const found = actionsAt(file(line)).filter(({ rules }) => rules.includes("ciso-in-it-line"));
      assert.ok(found.length > 1, line);
      assert.equal(found[0]?.isPreferred, true);
      assert.equal(found[0]?.result, file("ceo"));
    }
  });

  it("are offered for all that a selection meets, and not beside it", () => {
    assert.deepEqual(
      actionsAt("<|>".concat(file("cio"))).filter(({ rules }) => rules.includes("ciso-in-it-line")),
      [],
    );
    const all = actionsAt(`<|>${file("cio")}<|>`);
    assert.ok(all.some(({ rules }) => rules.includes("ciso-in-it-line")));
    assert.ok(new Set(all.flatMap(({ rules }) => rules)).size > 1);
  });

  it("put fixes before first steps", () => {
    const kinds = actionsAt(`<|>${file("cio")}<|>`).map(({ kind }) => kind);
    assert.ok(kinds.includes("fix") && kinds.includes("first-step"));
    assert.ok(kinds.lastIndexOf("fix") < kinds.indexOf("first-step"));
  });

  it("name all findings that one remedy ends", () => {
    const twice = `itorg: 1
organization: { name: E, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Bo Li, reportsTo: <|>cio }
`;
    const titles = actionsAt(twice).map(({ kind, title, result }) => JSON.stringify([kind, title, result]));
    assert.equal(new Set(titles).size, titles.length);
  });

  it("leave everything else as it is", () => {
    for (const { result, title } of actionsAt(`<|>${file("cio")}<|>`)) {
      assert.match(result, /^itorg: 1 # kept\n/, title);
      assert.match(result, /# kept, too\n/, title);
    }
  });
});
