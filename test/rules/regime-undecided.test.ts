import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fixesOf, said } from "../kit/judged.ts";

describe("regime-undecided", () => {
  const suggests = (organization: string, more = "") =>
    said("regime-undecided", `itorg: 1\norganization: { name: X, ${organization} }\n${more}`)[0]?.replace(
      /^.*asking whether | appl(y|ies)\.$/g,
      "",
    );
  it("names what known facts suggest", () => {
    assert.equal(suggests("jurisdictions: [DE]"), "GDPR and BDSG");
    assert.equal(suggests("jurisdictions: [NO]"), "GDPR");
    assert.equal(suggests("jurisdictions: [GB], sector: energy"), "UK GDPR and CAF");
    assert.equal(suggests("jurisdictions: [CA-QC]"), "Quebec Law 25");
    assert.equal(suggests("cardData: merchant"), "PCI DSS");
    assert.equal(suggests("jurisdictions: [US], listed: yes"), "SEC item 106 and SOX");
    assert.equal(suggests("jurisdictions: [FR], sector: energy, headcount: 60"), "GDPR and NIS2");
    assert.equal(suggests("jurisdictions: [FR], sector: energy, headcount: 40-60"), "GDPR");
  });
  it("is silent on facts that are not known, and on what is mentioned in any way", () => {
    assert.equal(suggests("jurisdictions: unknown, sector: healthcare"), undefined);
    assert.equal(suggests("jurisdictions: [US], sector: retail"), undefined);
    assert.equal(suggests("jurisdictions: [DE]", "regimes: { gdpr: , bdsg: exempt }\n"), undefined);
    assert.equal(suggests("jurisdictions: [DE]", "regimes: none\n"), undefined);
  });
  it("offers three answers for each of the first three", () => {
    const content = "itorg: 1\norganization: { name: X, jurisdictions: [US-NY], sector: financial-services }\n";
    assert.equal(fixesOf("regime-undecided", content)[0]?.length, 9);
  });
});
