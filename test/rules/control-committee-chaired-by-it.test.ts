import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, tryRemedies } from "../kit/judged.ts";

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

  it("takes a shared chair for IT's only where nobody else shares it", () => {
    for (const [one, type] of [
      [rule, "audit"],
      ["security-chaired-by-it", "security"],
    ] as const) {
      const shared = (chair: string) => judged(one, chaired(`${type}: { chair: ${chair}, oversees: [is-audit] }`));
      assert.match(shared("[cio]"), /committees\.\w+\.chair$/, one);
      assert.match(shared("[cio, it-manager]"), /committees\.\w+\.chair$/, one);
      assert.equal(shared("[cio, ceo]"), "silent", one);
      assert.equal(shared("[cio, external]"), "silent", one);
      assert.equal(shared("[]"), "silent", one);
    }
    const both = chaired("audit: { chair: [cio, it-manager], oversees: [is-audit] }");
    assert.equal(inFull(only(rule, both).says), "The CIO and the IT Manager share the chair of the audit committee.");
    tryRemedies(rule, both);
  });
});
