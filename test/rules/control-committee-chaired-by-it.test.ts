import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, tryRemedies } from "../kit/judged.ts";

const rule = "control-committee-chaired-by-it";
const posts = "posts:\n  ceo: { heldBy: Ann Ode, reportsTo: board }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n";
const chaired = (committee: string, profile?: string) => file(`${posts}committees: { ${committee} }\n`, profile);

describe("control-committee-chaired-by-it", () => {
  it("is a warning for audit, and for risk beyond IT", () => {
    const audit = chaired("audit: { chair: cio, oversees: [is-audit] }");
    assert.equal(judged(rule, audit), "warning committees.audit.chair");
    tryRemedies(rule, audit);
    assert.equal(judged(rule, chaired("risk: { chair: cio, oversees: [ict-risk] }")), "info committees.risk.chair");
    assert.equal(
      judged(rule, chaired("risk: { chair: cio, oversees: [ict-risk, audit] }")),
      "warning committees.risk.chair",
    );
    assert.equal(judged(rule, chaired("risk: { chair: Bo Li, oversees: [security] }")), "info committees.risk.chair");
  });

  it("is silent about others' chairs, other committees, and below 50 people", () => {
    assert.equal(judged(rule, chaired("audit: { chair: ceo, oversees: [is-audit] }")), "silent");
    assert.equal(judged(rule, chaired("security: { chair: cio, oversees: [security] }")), "silent");
    assert.equal(judged(rule, chaired("audit: { chair: cio, oversees: [is-audit] }", "headcount: 49")), "silent");
    assert.equal(judged(rule, chaired("audit: { oversees: [is-audit] }")), "asks committees.audit.chair");
  });
});
