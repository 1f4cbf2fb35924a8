import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../server/base/text.ts";
import { hover } from "../../server/features/hover.ts";
import { rename } from "../../server/features/rename.ts";
import { today } from "../kit/check-fixture.ts";
import { choose, completionsAt, labelsAt } from "../kit/completion-at.ts";
import { readCursor } from "../kit/cursor.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  head-tech: { role: cio, heldBy: Bo Li, reportsTo: ceo, deputy: none }
  ciso: { heldBy: Cy Ho, reportsTo: head-tech }
`;

const entry = (what: string, more = "") =>
  `${head}recommended:\n  - { rule: ciso-in-it-line, at: posts.ciso.reportsTo, do: ${what}${more} }\n`;

const hoverText = (source: string): string => {
  const { text, start } = readCursor(source);
  return hover(snapshotOf(text, today), start)?.markdown ?? "";
};

function renamed(source: string, newName: string): string {
  const { content, text, start } = readCursor(source);
  const result = rename(snapshotOf(text, today), start, newName);
  assert.ok(result && "edits" in result, JSON.stringify(result));
  return applyEdits(content, result.edits);
}

describe("an entry of recommended", () => {
  it("is offered the remedies that fit its rule and place, each with what it says", () => {
    assert.deepEqual(labelsAt(entry("<|>")), ["report-to-ceo", "report-to-board"]);
    const [first] = completionsAt(entry("<|>"));
    assert.equal(first?.detail, "Let the CISO report to the CEO");
    assert.equal(choose(entry("rep<|>"), "report-to-board"), entry("report-to-board"));
    const elsewhere = head.concat("recommended:\n  - { rule: key-person, at: posts.ciso, do: <|> }\n");
    assert.deepEqual(labelsAt(elsewhere), []);
    const anyRule = head.concat("recommended:\n  - { at: posts.ciso, do: <|> }\n");
    assert.ok(labelsAt(anyRule).includes("report-to-ceo"), labelsAt(anyRule).join(", "));
  });

  it("is offered the states of what is recommended, and the file those that it can have", () => {
    const states = labelsAt(entry("report-to-ceo", ", status: <|>"));
    for (const state of ["proposed", "agreed", "in-progress", "done", "dropped"])
      assert.ok(states.includes(state), state);
    const ofFile = labelsAt(`state: <|>\n${head}`);
    assert.ok(ofFile.includes("as-is") && ofFile.includes("to-be"), ofFile.join(", "));
  });

  it("says in a hover what its remedy does, what its state means, and what nobody knows", () => {
    assert.match(
      hoverText(entry("report<|>-to-ceo")),
      /Let the CISO report to the CEO[\s\S]*Leads the line of the post to `ceo`/,
    );
    assert.match(hoverText(entry("sell<|>-the-firm")), /No remedy of this rule has this id/);
    assert.match(hoverText(entry("Talk to<|> the owners")), /in words of your own/);
    assert.match(hoverText(entry("report-to-ceo", ", status: agr<|>eed")), /agreed/i);
    assert.match(hoverText(`state: to<|>-be\n${head}`), /To-be|target|become/i);
  });

  it("goes along when a post is renamed, in its place and in its remedy, from either side", () => {
    const source = entry("report-to-ceo")
      .replace("  head-tech:", "  head<|>-tech:")
      .concat("  - { rule: key-person, at: posts.head-tech, do: name-deputy-ciso, owner: head-tech, status: agreed }\n")
      .concat("  - { rule: cio-hands-on, at: posts.head-tech.handsOn, do: let-head-tech-report-to-ceo }\n")
      .concat('  - { rule: key-person, at: posts.ciso, do: "Ask head-tech first" }\n');
    const expected = source.replace("<|>", "").replaceAll(/(?<!Ask )head-tech/g, "tech-lead");
    assert.equal(renamed(source, "tech-lead"), expected);
    const inRemedy = entry("name-deputy-head<|>-tech").replace("ciso-in-it-line", "key-person");
    assert.match(renamed(inRemedy, "tech-lead"), /do: name-deputy-tech-lead/);
    assert.match(renamed(inRemedy, "tech-lead"), /\n {2}tech-lead: \{ role: cio/);
  });
});
