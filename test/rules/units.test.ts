import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";

/** A complete file whose only IT leader belongs to a unit of some kind. */
const file = (kind: string) => `itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { posts: complete, providers: complete }
units:
  it: { name: IT, kind: ${kind} }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, unit: it }
`;

const gaps = (content: string) => check(content).findings.filter((finding) => finding.rule === "no-it-leader").length;

describe("the IT leader of a unit", () => {
  it("does not stand for the organization where the unit is a company or a site", () => {
    assert.equal(gaps(file("company")), 1);
    assert.equal(gaps(file("site")), 1);
  });

  it("may stand for it where nobody has said what the unit is", () => {
    assert.equal(gaps(file("not-asked")), 0);
    assert.equal(gaps(file("declined")), 0);
  });

  it("stands for it where units make no sense", () => {
    assert.equal(gaps(file("site").replace("unit: it", "unit: not-applicable")), 0);
  });

  it("may stand for it where the unit is a department: a question, not a finding", () => {
    assert.equal(gaps(file("department")), 0);
    const { questions } = check(file("department"));
    assert.ok(
      questions.some(
        (one) => one.question === "Is the IT Manager there for the organization as a whole, or for another part of it?",
      ),
    );
  });
});
