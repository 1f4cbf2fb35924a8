import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string, profile?: string, more = "") => file(`posts:\n${ceo}${lines}\n${more}`, profile);

const held = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([post, holder]) => `  ${post}: { heldBy: ${holder}, reportsTo: ceo }\n`).join("");

describe("risk-head-is-it-head", () => {
  const rule = "risk-head-is-it-head";
  const judge = (lines: string, more = "") => judged(rule, posts(lines, undefined, more));

  it("looks at the highest post of IT that somebody holds", () => {
    const manager = held(["it-manager", "Cy Ho"], ["cro", "Cy Ho"]);
    assert.equal(judge(manager), "warning posts.cro.heldBy");
    assert.equal(judge(manager + held(["cio", "Bo Li"])), "silent");
    assert.equal(judge(`${manager}  cio: vacant\n`), "warning posts.cro.heldBy");
    assert.equal(judge(manager + held(["cio", "not-asked"])), "asks posts.cio.heldBy");
  });

  it("takes a CTO who carries internal IT for the head, where nobody else is", () => {
    const cto = held(["cto", "Cy Ho"], ["head-compliance", "Cy Ho"]);
    const operations = "activities: { it-operations: { accountable: cto } }";
    assert.equal(judge(cto, operations), "warning posts.head-compliance.heldBy");
    assert.equal(judge(cto, "coverage: { activities: complete }"), "silent");
    assert.equal(judge(cto), "asks activities.it-operations");
    assert.equal(judge(cto.replace("head-compliance: { heldBy: Cy Ho", "head-compliance: { heldBy: vacant")), "silent");
  });

  it("looks into each company of the group", () => {
    const unit = "  it-north: { role: it-manager, heldBy: Cy Ho, unit: north, reportsTo: ceo }\n";
    const text = held(["cio", "Bo Li"], ["cro", "Cy Ho"]) + unit;
    assert.equal(judge(text, "units: { north: { kind: company } }"), "warning posts.cro.heldBy");
    assert.equal(judge(text, "units: { north: { kind: site } }"), "silent");
  });
});
