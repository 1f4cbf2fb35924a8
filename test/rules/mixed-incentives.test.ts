import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { afterRemedy, askedBy, findingsOf, said } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string) => `posts:\n${ceo}${lines}`;

describe("mixed-incentives", () => {
  const rule = "mixed-incentives";
  const measured = (role: string, objectives: string) =>
    posts(`  ${role}: { heldBy: Eve Roy, reportsTo: ceo, objectives: ${objectives} }\n`);

  it("stands at the first objective, and names all", () => {
    const mixed = measured("ciso", "[security, delivery, compliance, business-target]");
    assert.deepEqual(said(rule, mixed), [
      "warning posts.ciso.objectives[1]: The CISO is measured by delivery and business targets.",
    ]);
    assert.deepEqual(
      findingsOf(rule, mixed)[0]?.related.map((one) => one.at.join(".")),
      ["posts.ciso.objectives.3"],
    );
    const after = afterRemedy(rule, mixed, "Remove delivery and business targets from the objectives of the CISO");
    assert.equal(after, measured("ciso", "[security, compliance]"));
  });

  it("reads one value as a list of one", () => {
    const one = measured("ciso", "uptime");
    assert.deepEqual(said(rule, one), ["warning posts.ciso.objectives: The CISO is measured by uptime alone."]);
    assert.equal(afterRemedy(rule, one, "Remove uptime from the objectives of the CISO"), measured("ciso", "[]"));
  });

  it("takes cost, profit, mission and no objective at all for harmless", () => {
    for (const objectives of ["[cost, profit, mission, information-quality]", "none", "[]"])
      assert.deepEqual(said(rule, measured("ciso", objectives)), [], objectives);
  });

  it("finds a CIO with security alone, and one with security among others not", () => {
    assert.deepEqual(said(rule, measured("cio", "[security]")), [
      "warning posts.cio.objectives[0]: The CIO is measured by security alone.",
    ]);
    assert.deepEqual(said(rule, measured("cio", "[security, delivery]")), []);
    assert.deepEqual(said(rule, measured("cio", "none")), []);
    assert.deepEqual(said(rule, measured("cto", "[security]")), []);
  });

  it("leaves the question to the consultant, and every CISO counts", () => {
    assert.deepEqual(askedBy(rule, measured("ciso", "unknown")), ["posts.ciso.objectives"]);
    assert.deepEqual(askedBy(rule, measured("ciso", "declined")), []);
    const own = posts(
      "  security-lead: { role: ciso, heldBy: Eve Roy, reportsTo: ceo, objectives: [revenue, security] }\n",
    );
    assert.deepEqual(said(rule, own), [
      "warning posts.security-lead.objectives[0]: The Security Lead is measured by revenue.",
    ]);
  });
});
