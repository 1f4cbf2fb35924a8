import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, findingsOf, judged, tryRemedies } from "../kit/judged.ts";

const rule = "gdpr-38-3";

/** A firm whose DPO reports to the general counsel; `more` is what else is known of the DPO. */
const firm = (more: string, superior = "general-counsel", committees = "") =>
  file(
    `
posts:
  ceo: { heldBy: Ann Lee, reportsTo: board }
  general-counsel: { heldBy: Bo Ray, reportsTo: ceo }
  dpo: { heldBy: Cy Fox, reportsTo: ${superior}, contactPublished: yes${more} }
${committees}`,
    "headcount: 300",
    "gdpr: applies",
  );

describe("gdpr-38-3", () => {
  it("is satisfied by a dotted line, or by a report of its own, to the highest level", () => {
    for (const more of [
      ", dottedLineTo: board, boardReport: { form: written, cadence: quarterly, to: board }",
      ", dottedLineTo: ceo",
      ", dottedLineTo: none, boardReport: { form: written, cadence: yearly, to: ceo }",
      ", dottedLineTo: none, boardReport: { form: oral, cadence: yearly }",
      ", dottedLineTo: none, boardReport: { cadence: yearly, to: audit }",
      ", dottedLineTo: risk",
    ])
      assert.equal(judged(rule, firm(more, "general-counsel", "committees: { audit: {}, risk: {} }")), "silent", more);
    assert.equal(judged(rule, firm("", "audit", "committees: { audit: {} }")), "silent");
  });

  it("is a question where the line goes elsewhere and the rest is not known", () => {
    assert.equal(judged(rule, firm("")), "asks posts.dpo.boardReport");
    assert.equal(judged(rule, firm(", dottedLineTo: none")), "asks posts.dpo.boardReport");
    assert.equal(judged(rule, firm(", boardReport: none")), "asks posts.dpo.dottedLineTo");
  });

  it("is a warning where neither is there", () => {
    const found = "warning posts.dpo.reportsTo";
    assert.equal(judged(rule, firm(", dottedLineTo: none, boardReport: none")), found);
    assert.equal(judged(rule, firm(", dottedLineTo: none, boardReport: { form: oral, cadence: never }")), found);
    assert.equal(judged(rule, firm(", dottedLineTo: general-counsel, boardReport: none")), found);
    tryRemedies(rule, firm(", dottedLineTo: none, boardReport: none"));
  });

  it("does not convict a superior without a role, whatever the title", () => {
    const titled = (title: string, line = "") =>
      file(
        `posts:\n  top: { title: ${title}${line} }\n  dpo: { heldBy: Cy Fox, reportsTo: top, dottedLineTo: none, boardReport: none }`,
        "headcount: 300",
        "gdpr: applies",
      );
    for (const title of ["Head of Sales", "Permanent Secretary", "Provost", "Chief Constable", "Finance Director"])
      assert.equal(judged(rule, titled(title)), "asks posts.top.role", title);
    for (const title of ["Managing Director", "Commissioner", "Chairwoman", "Inhaberin"])
      assert.equal(judged(rule, titled(title)), "silent", title);
    assert.equal(judged(rule, titled("Permanent Secretary", ", reportsTo: board")), "silent", "nobody stands above");
    assert.equal(judged(rule, titled("Permanent Secretary", ", reportsTo: dpo-board")), "asks posts.top.role");
    assert.equal(findingsOf(rule, titled("Head of Sales", ", role: head-marketing")).length, 1, "a role does");
  });
});
