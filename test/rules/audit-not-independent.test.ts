import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string, profile?: string, more = "") => file(`posts:\n${ceo}${lines}\n${more}`, profile);

describe("audit-not-independent", () => {
  const rule = "audit-not-independent";
  const audit = (line: string, more = "", others = "") =>
    posts(`${others}  head-internal-audit: { heldBy: Gil Roe, ${line} }`, undefined, more);
  const judge = (line: string, more = "", others = "") => judged(rule, audit(line, more, others));
  const at = "posts.head-internal-audit.reportsTo";

  it("is satisfied with the board in every form, and with a committee for audit", () => {
    for (const superior of ["board", "owner", "board-chair"]) assert.equal(judge(`reportsTo: ${superior}`), "silent");
    const committees =
      "committees:\n  directors: { type: board }\n  control: { type: audit }\n  risk: { chair: cro }\n";
    for (const one of ["directors", "control"]) assert.equal(judge(`reportsTo: ${one}`, committees), "silent", one);
    assert.equal(judge("reportsTo: risk", committees), `warning ${at}`);
    assert.equal(judge("reportsTo: panel", "committees: { panel: { chair: ceo } }"), "asks committees.panel.type");
  });

  it("finds a line to management, or none at all", () => {
    for (const superior of ["ceo", "cfo", "agency-head"])
      assert.equal(judge(`reportsTo: ${superior}`), `warning ${at}`);
    assert.equal(judge("reportsTo: none"), `warning ${at}`);
    assert.equal(judge("title: Head of Audit"), `asks ${at}`);
    assert.equal(judge("reportsTo: not-applicable"), "silent");
  });

  it("is information with a dotted line to the board or its committee", () => {
    const committee = "committees: { audit: { chair: external } }";
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [board]"), `info ${at}`);
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [ceo, audit]", committee), `info ${at}`);
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [ceo]"), `warning ${at}`);
  });

  it("goes by no title, and leaves a circle, a post that is none and a senior auditor to their own", () => {
    const superior = (fields: string) => judge("reportsTo: boss", "", `  boss: { ${fields} }\n`);
    assert.equal(superior("title: Managing Partner"), "asks posts.boss.role");
    assert.equal(superior("title: Finance Lead"), `warning ${at}`);
    assert.equal(judge("reportsTo: head-internal-audit"), "silent");
    assert.equal(judge("reportsTo: cfo", "", "  cfo: none\n"), "silent");
    const group = "  audit-north: { role: head-internal-audit, heldBy: Jo Day, reportsTo: head-internal-audit }\n";
    assert.equal(judge("reportsTo: board", "", group), "silent");
  });

  it("offers the committee for audit before the board", () => {
    const text = audit("reportsTo: cfo", "committees: { audit: { chair: external } }");
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Let the Head of Internal Audit report to the Audit committee",
      "Let the Head of Internal Audit report to the board",
    ]);
    tryRemedies(rule, text);
    const owned = file(
      `posts:\n  owner: { heldBy: Lu Nye }\n  head-internal-audit: { heldBy: Gil Roe, reportsTo: cfo }`,
    );
    assert.deepEqual(titles(only(rule, owned).fixes), ["Let the Head of Internal Audit report to the owner"]);
  });
});
