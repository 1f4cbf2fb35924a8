import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";

/** A firm without a CISO under the New York regulation, which excuses small firms from having one. */
const firm = (organization: string, regime = "applies") => `
itorg: 1
organization: { name: Example, ${organization} }
regimes: { nydfs-500: ${regime} }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: none
providers: none
activities:
  security: { accountable: ceo }
`;

const big =
  "headcount: 85, annualRevenue: { amount: 9000000, currency: USD }, totalAssets: { amount: 20000000, currency: USD }";

function judged(text: string) {
  const { findings, questions } = check(text);
  const own = findings.find(({ rule }) => rule === "nydfs-500-4a");
  const asked = questions.filter(({ blocks }) => blocks.includes("nydfs-500-4a"));
  return {
    severity: own?.severity,
    message: inFull(own?.message),
    citations: own?.citations,
    asked: asked.map(({ question }) => inFull(question)),
  };
}

describe("a provision", () => {
  it("is in force where its law is declared, and cited", () => {
    const { severity, message, citations, asked } = judged(firm(big));
    assert.equal(severity, "error");
    assert.deepEqual(citations, ["nydfs-500-4a"]);
    assert.match(inFull(message) ?? "", /appears to be missing\. \(NYDFS 500\.4\(a\)\)$/);
    assert.deepEqual(asked, []);
  });

  it("says nothing where its law is not declared, or the client is exempt from it", () => {
    for (const state of ["exempt", "not-applicable", "unknown"])
      assert.equal(judged(firm(big, state)).severity, undefined);
    assert.equal(judged(firm(big).replace(/regimes.*\n/, "")).severity, undefined);
  });

  it("is information at most while its law is planned", () => {
    const { severity, message } = judged(firm(big, "planned"));
    assert.equal(severity, "info");
    assert.match(inFull(message) ?? "", /\(NYDFS 500\.4\(a\)\)$/);
  });

  it("is not meant for a firm that any one limit exempts", () => {
    for (const small of [
      big.replace("85", "19"),
      big.replace("9000000", "7499999"),
      big.replace("20000000", "14999999"),
    ])
      assert.equal(judged(firm(small)).severity, undefined, small);
    for (const atLimit of [
      big.replace("85", "20"),
      big.replace("9000000", "7500000"),
      big.replace("20000000", "15000000"),
    ])
      assert.equal(judged(firm(atLimit)).severity, "error", atLimit);
  });

  it("holds unless exempt where an amount is unknown or in another currency, and asks", () => {
    const open = judged(firm(big.replace("20000000, currency: USD", "20000000, currency: EUR")));
    assert.equal(open.severity, "error");
    assert.match(inFull(open.message) ?? "", /NYDFS 500\.4\(a\) unless exempt/);
    assert.deepEqual(open.asked, ["Is the balance-sheet total below 15,000,000 USD?"]);
    assert.equal(judged(firm("headcount: 85")).asked.length, 2);
    assert.equal(judged(firm("headcount: 15-25")).severity, "error");
  });

  it("follows a declared capacity before any computed size", () => {
    assert.equal(judged(firm(big, "{ status: applies, as: [limited-exempt] }")).severity, undefined);
    const classA = judged(firm(big.replace("85", "15"), "{ status: applies, as: [class-a] }"));
    assert.equal(classA.severity, "error");
    assert.deepEqual(classA.asked, []);
  });
});
