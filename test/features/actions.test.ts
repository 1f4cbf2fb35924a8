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

/** The file with what the editor adds: no fact of it changes. */
const recommended = (what: string) => `${file("cio")}recommended:
  - rule: ciso-in-it-line
    at: posts.ciso.reportsTo
    do: ${what}
    status: proposed
`;

describe("code actions", () => {
  it("are offered inside a finding and at both its ends", () => {
    for (const line of ["<|>cio", "c<|>io", "cio<|>"]) {
      const found = actionsAt(file(line)).filter(({ rules }) => rules.includes("ciso-in-it-line"));
      assert.ok(found.length > 1, line);
      assert.equal(found[0]?.isPreferred, true);
      assert.equal(found[0]?.title, "Recommend: let the CISO report to the CEO");
      assert.equal(found[0]?.result, recommended("report-to-ceo"));
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

  it("recommend in a record, correct it, and begin a decision, in this order", () => {
    const found = actionsAt(file("<|>cio")).filter(({ rules }) => rules.includes("ciso-in-it-line"));
    assert.deepEqual(
      found.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
      [
        ["Recommend: let the CISO report to the CEO", "fix", true],
        ["Recommend: let the CISO report to the board", "fix", false],
        ["Correct the record: the CISO reports to the CEO", "fix", false],
        ["Correct the record: the CISO reports to the board", "fix", false],
        ["Accept this risk... (CISO inside the IT line)", "first-step", false],
      ],
    );
    assert.equal(found[1]?.result, recommended("report-to-board"));
    assert.equal(found[2]?.result, file("ceo"));
    const slots = ["reason", "compensatingControl", "approvedBy", "until"].map((slot) => `    ${slot}: not-asked\n`);
    assert.ok(found[4]?.result.endsWith(`    at: posts.ciso.reportsTo\n${slots.join("")}`), found[4]?.result);
  });

  it("recommend nothing twice", () => {
    const again = recommended("report-to-ceo").replace("reportsTo: cio", "reportsTo: <|>cio");
    const titles = actionsAt(again).map(({ title }) => title);
    assert.ok(!titles.includes("Recommend: let the CISO report to the CEO"));
    assert.ok(titles.includes("Recommend: let the CISO report to the board"));
  });

  it("change the facts in the file of a target", () => {
    const target = (line: string) => file(line).replace("# kept\n", "# kept\nstate: to-be\n");
    const found = actionsAt(target("<|>cio")).filter(({ rules }) => rules.includes("ciso-in-it-line"));
    assert.deepEqual([found[0]?.title, found[0]?.isPreferred], ["Let the CISO report to the CEO", true]);
    assert.equal(found[0]?.result, target("ceo"));
    assert.ok(found.every(({ title }) => !/^(?:Recommend|Correct the record)/.test(title)));
  });

  it("do not say of a post that is created or freed that the record has it wrong", () => {
    const both = actionsAt(file("ceo").replace("Eve Roy", "<|>Bo Li"));
    const titles = both.filter(({ rules }) => rules.includes("ciso-is-it-head")).map(({ title }) => title);
    assert.ok(titles.includes("Recommend: make CISO a separate, vacant post"), titles.join("; "));
    assert.ok(!titles.some((title) => title.startsWith("Correct the record")), titles.join("; "));
  });

  it("recommend what is to become, and correct what was noted, where a title speaks of the record", () => {
    const hands = file("ceo").replace("heldBy: Bo Li", "heldBy: Bo Li, handsOn: <|>yes");
    const titles = actionsAt(hands)
      .filter(({ rules }) => rules.includes("cio-hands-on"))
      .map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 2), [
      "Recommend: free the CIO from technical work",
      "Correct the record: the CIO does no technical work",
    ]);
  });
});
