import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedBy, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

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
    assert.equal(judge("reportsTo: risk, dottedLineTo: none", committees), `warning ${at}`);
    assert.equal(judge("reportsTo: panel", "committees: { panel: { chair: ceo } }"), "asks committees.panel.type");
  });

  it("finds a line to management, or none at all", () => {
    for (const superior of ["ceo", "cfo", "agency-head", "none"])
      assert.equal(judge(`reportsTo: ${superior}, dottedLineTo: none`), `warning ${at}`);
    assert.equal(judge("title: Head of Audit"), `asks ${at}`);
    assert.equal(judge("reportsTo: not-applicable"), "silent");
  });

  it("is information with a dotted line to the board or its committee", () => {
    const committee = "committees: { audit: { chair: external } }";
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [board]"), `info ${at}`);
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [ceo, audit]", committee), `info ${at}`);
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [ceo]"), `warning ${at}`);
  });

  it("is information, and a question, where nobody asked about a dotted line", () => {
    assert.equal(judge("reportsTo: cfo"), `info ${at}`);
    assert.deepEqual(askedBy(rule, audit("reportsTo: cfo")), ["posts.head-internal-audit.dottedLineTo"]);
    assert.deepEqual(askedBy(rule, audit("reportsTo: cfo, dottedLineTo: [board]")), []);
    assert.deepEqual(askedBy(rule, audit("reportsTo: board")), []);
  });

  it("leaves an inspector general under an agency's head alone", () => {
    const agency = (regimes: string) =>
      judged(
        rule,
        file(
          "posts:\n  agency-head: { heldBy: Ann Ode }\n  ig: { role: head-internal-audit, heldBy: Gil Roe, reportsTo: agency-head, dottedLineTo: none }",
          "headcount: 120, sector: federal-agency",
          regimes,
        ),
      );
    assert.equal(agency("us-federal: applies"), "silent");
    assert.equal(agency(""), "warning posts.ig.reportsTo");
  });

  it("goes by no title, and leaves a circle, a post that is none and a senior auditor to their own", () => {
    const superior = (fields: string) => judge("reportsTo: boss", "", `  boss: { ${fields} }\n`);
    for (const title of ["Managing Partner", "Finance Lead", "Permanent Secretary", "Chief Executive Officer"])
      assert.equal(superior(`title: ${title}`), "asks posts.boss.role", title);
    for (const title of ["Chairwoman", "Inhaber"]) assert.equal(superior(`title: ${title}`), "silent", title);
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
