import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, said, tryRemedies } from "../kit/judged.ts";

const rule = "guardian-supplies";
const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const place = "providers.msp.services";

const firm = (services: string, rest = "", more = "") =>
  file(
    `posts:\n${ceo}${more}providers:\n  msp: { name: Northwind, services: [${services}], overseenBy: ceo${rest} }\n`,
  );

describe("guardian-supplies", () => {
  it("weighs operations, development and resale more than security operations alone", () => {
    for (const guardian of ["dpo", "ciso"]) {
      for (const other of [
        ...["helpdesk", "hosting", "backup", "network", "monitoring"],
        ...["software-development", "implementation", "hardware-resale", "licence-resale"],
      ]) {
        const text = firm(`${guardian}, ${other}`);
        assert.equal(judged(rule, text), `warning ${place}`, other);
        tryRemedies(rule, text);
      }
      assert.equal(judged(rule, firm(`${guardian}, security-operations`)), `info ${place}`);
      assert.equal(judged(rule, firm(`${guardian}, quarterly-review`)), "silent");
    }
    assert.equal(judged(rule, firm("helpdesk, hosting, licence-resale")), "silent");
    assert.equal(judged(rule, firm("security-audit, helpdesk")), "silent", "who audits is another rule's");
  });

  it("reads posts that the firm or its people hold, and names them", () => {
    for (const role of ["dpo", "ciso", "hipaa-security-official", "qualified-individual", "head-internal-audit"])
      for (const holder of ["provider:msp", "Pri Nair"]) {
        const text = firm("helpdesk", "", `  ${role}: { heldBy: ${holder}, reportsTo: ceo }\n`).concat(
          "people: { Pri Nair: { employedBy: msp } }\n",
        );
        assert.equal(judged(rule, text), `warning ${place}`, role);
        tryRemedies(rule, text);
      }
    assert.equal(judged(rule, firm("helpdesk", "", "  dpo: { heldBy: Gil Roe, reportsTo: ceo }\n")), "silent");
    assert.deepEqual(said(rule, firm("helpdesk, hosting", "", "  dpo: { heldBy: provider:msp, reportsTo: ceo }\n")), [
      `warning ${place}: Northwind supplies the DPO, and also supplies helpdesk and hosting.`,
    ]);
  });

  it("reads duties on both sides", () => {
    const duties = (services: string, lines: string, posts = "") => `${firm(services, "", posts)}activities:\n${lines}`;
    const text = duties("dpo", "  it-operations: { responsible: [provider:msp], accountable: ceo }\n");
    assert.deepEqual(said(rule, text), [
      `warning ${place}: Northwind supplies the DPO, and is responsible for IT operations.`,
    ]);
    assert.deepEqual(
      only(rule, text).related.map((one) => placeToString(one.at)),
      ["activities.it-operations.responsible[0]"],
    );
    assert.equal(
      judged(rule, duties("hosting", "  security: { accountable: provider:msp }\n", "  ciso: none\n")),
      `warning ${place}`,
    );
    assert.equal(
      judged(rule, duties("hosting", "  data-protection-monitoring: { responsible: [provider:msp] }\n")),
      `warning ${place}`,
    );
    assert.equal(
      judged(rule, duties("hosting", "  security: { accountable: provider:msp }\n", "  ciso: { heldBy: Eve Roy }\n")),
      "silent",
    );
  });

  it("takes firms of one group for one", () => {
    const two = (one: string, other: string) =>
      file(
        `posts:\n${ceo}providers:\n  privacy: { name: Prion, services: [dpo], overseenBy: ceo${one} }\n  msp: { name: Northwind, services: [helpdesk], overseenBy: ceo${other} }\n`,
      );
    assert.deepEqual(said(rule, two(", group: North Holding", ", group: north holding")), [
      "warning providers.privacy.services: Prion supplies the DPO, and Northwind, of the same group, also supplies helpdesk.",
    ]);
    assert.equal(judged(rule, two(", group: a", ", group: b")), "silent");
    assert.equal(judged(rule, two(", group: own", ", group: own")), "silent");
    assert.equal(judged(rule, two("", "")), "silent");
  });

  it("asks where the firm is of the client's own group, and raises nothing before it is answered", () => {
    assert.equal(judged(rule, firm("dpo, hosting", ", group: own")), `asks providers.msp.independent`);
    assert.equal(judged(rule, firm("dpo, hosting", ", group: own, independent: yes")), "silent");
    assert.equal(judged(rule, firm("dpo, hosting", ", group: own, independent: no")), `warning ${place}`);
    assert.equal(judged(rule, firm("dpo, quarterly-review", ", group: own")), "silent");
  });

  it("is one finding with whatever else meets at the firm, all reasons beside it", () => {
    const all = firm("ciso, vcio, hosting, hardware-resale", ", levels: [strategic], earnsCommission: yes");
    const finding = only(rule, all);
    assert.deepEqual(finding.absorbed.toSorted(), ["adviser-sells", "provider-concentration"]);
    for (const other of ["adviser-sells", "provider-concentration"]) assert.equal(judged(other, all), "silent");
    const beside = finding.related.map(({ message }) => inFull(message));
    assert.ok(
      beside.some((one) => one.startsWith("Northwind advises as vCIO")),
      beside.join("\n"),
    );
    assert.ok(
      beside.some((one) => one.startsWith("Northwind serves in 3 areas")),
      beside.join("\n"),
    );
    const audits = firm("ciso, hosting, security-audit");
    assert.equal(judged(rule, audits), "silent");
    assert.equal(judged("assesses-own-work", audits), `warning ${place}`);
    assert.deepEqual(only("assesses-own-work", audits).absorbed.toSorted(), [
      "guardian-supplies",
      "provider-concentration",
    ]);
    assert.equal(
      judged("adviser-sells", firm("vcio, helpdesk, licence-resale", ", levels: [strategic]")),
      `warning ${place}`,
    );
  });

  it("says of a firm that answers for security without a post that it does, and not that it supplies a CISO", () => {
    const charged = firm("helpdesk", "", "  ciso: none\n  it-manager: { heldBy: Bo Li, reportsTo: ceo }\n").concat(
      'activities:\n  security: { responsible: ["provider:msp"], accountable: "provider:msp" }\n',
    );
    assert.match(inFull(only(rule, charged).says), /^Northwind answers for security, and also supplies helpdesk/);
  });
});
