import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { file, only } from "../kit/judged.ts";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`;

const withActivities = (...lines: string[]) =>
  file(`${posts}activities:\n${lines.map((line) => `  ${line}`).join("\n")}`);

describe("RACI findings", () => {
  it("leave out an activity that is itself none", () => {
    const text = withActivities("patching: none", "monitoring: none");
    const raci = check(text).findings.filter((one) => one.category === "raci");
    assert.deepEqual(raci, []);
    assert.ok(!check(text).questions.some((one) => one.at[0] === "activities" && one.at[1] === "patching"));
  });

  it("put no question for what a list of duties leaves out, but for who answers for security", () => {
    const text = withActivities(
      "patching: { responsible: [it-director] }",
      "monitoring: { accountable: ciso }",
      "ict-risk: { responsible: [ciso] }",
    );
    const asked = check(text).questions.filter((one) => one.at[0] === "activities");
    assert.deepEqual(
      asked.map((one) => one.at.join(".")),
      ["activities.ict-risk.accountable"],
    );
  });

  it("cite the cybersecurity framework for security where it is declared", () => {
    const csf = (id: string) =>
      only("no-accountable", `${withActivities(`${id}: { accountable: none }`)}regimes: { csf: applies }\n`);
    assert.ok(csf("security-policy").citations.includes("csf-gv-rr"));
    assert.ok(!csf("patching").citations.includes("csf-gv-rr"));
    assert.equal(csf("patching").severity, "info");
  });
});
