import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";

const finding = (rule: string, text: string) => {
  const found = check(text).findings.find((one) => one.rule === rule);
  assert.ok(found, rule);
  return found;
};
const message = (rule: string, text: string) => inFull(finding(rule, text).message);

describe("messages name law", () => {
  const unwatched = (organization: string, regimes = "{}") => `itorg: 1
organization: { name: Example, headcount: 300${organization} }
regimes: ${regimes}
coverage: { committees: complete }
committees:
  board: { oversees: [strategy] }
`;
  const tail = (organization: string, regimes?: string) =>
    message("no-board-oversight", unwatched(organization, regimes)).match(/\(.*\)$/)?.[0] ?? "";

  it("where the file declares it, and no other, whatever the country", () => {
    for (const organization of ["", ", jurisdictions: [BE]", ", jurisdictions: [US-OH], sector: financial-services"]) {
      assert.equal(tail(organization), "", organization);
      for (const state of ["unknown", "exempt", "not-applicable"])
        assert.equal(tail(organization, `{ nis2: ${state} }`), "", `${organization} ${state}`);
      assert.equal(tail(organization, "{ csf: applies }"), "(appears to fall short of NIST CSF GV.RR and GV.OV)");
    }
  });

  it("of the class of entity that the file declares, by the paragraph of its own text", () => {
    const rarely = (as: string) => `itorg: 1
organization: { name: Example, headcount: 300, jurisdictions: [IN] }
regimes: { rbi-it: { status: applies, as: [${as}] } }
committees:
  it-strategy: { meets: yearly }
`;
    const tailOf = (as: string) => message("committee-meets-rarely", rarely(as)).match(/\(.*\)$/)?.[0];
    assert.equal(tailOf("commercial-bank"), "(appears to fall short of RBI 2026 paras 16 to 19)");
    assert.equal(tailOf("payments-bank"), "(appears to fall short of RBI 2026 paras 15 to 18)");
    assert.equal(tailOf("small-finance-bank"), "(appears to fall short of RBI 2026, IT strategy committee)");
    assert.equal(tailOf("ucb"), undefined);
  });

  it("that is planned as what will appear", () => {
    const cards = (state: string) => `itorg: 1
organization: { name: Example, headcount: 300, cardData: merchant }
regimes: { pci-dss: ${state} }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo, appointment: verbal }
`;
    assert.match(message("pci-12-1-4", cards("planned")), / will appear to fall short of that\. \(PCI DSS 12\.1\.4\)$/);
    assert.match(
      message("pci-12-1-4", cards("applies")),
      / word appears to fall short of that\. \(PCI DSS 12\.1\.4\)$/,
    );
  });

  it("of one text once, however many of its provisions", () => {
    const text = `itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nist-800-53: { status: applies, as: [moderate] } }
posts:
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
activities:
  access-admin: { responsible: [it-manager] }
  audit-log-admin: { responsible: [it-manager] }
`;
    assert.match(message("duties-access-admin-log-admin", text), /of NIST 800-53 AC-5 and AU-9\(4\)\)$/);
  });
});

describe("messages that get long", () => {
  it("name nobody beside the law in force", () => {
    const text = (holder: string) => `itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  it-manager: { heldBy: ${holder}, reportsTo: ceo }
activities:
  change-build: { responsible: [it-manager] }
  change-deploy: { responsible: [it-manager] }
`;
    const rule = "duties-build-deploy";
    assert.match(message(rule, text("Bo Li")), /ISO 27001 A\.5\.3; ISO 27002 5\.3\)$/);
    const long = message(rule, text("Maximiliane von Hohenstein-Wartenberg"));
    assert.match(long, /\(appears to fall short of ISO 27001 A\.5\.3\)$/);
    assert.ok(long.length <= 250, `${long.length}`);
  });
});

describe("messages name committees", () => {
  const dormant = (id: string) =>
    message(
      "committee-dormant",
      `itorg: 1\norganization: { name: Example }\ncommittees:\n  ${id}: { type: other, meets: never }\n`,
    );

  it("as committees, unless their own name says what they are", () => {
    assert.match(dormant("compliance"), /^The Compliance committee /);
    assert.match(dormant("change-board"), /^The Change Board /);
    assert.match(dormant("city-council"), /^The City Council /);
    assert.match(dormant("onboarding"), /^The Onboarding committee /);
  });
});

describe("who answers for security", () => {
  const asked = (post: string) =>
    check(
      `itorg: 1\norganization: { name: Example, headcount: 300, sector: healthcare }\nposts:\n  ${post}\n`,
    ).questions.map(({ question }) => inFull(question));
  const question = "Who answers for security, in which post?";

  it("is not asked where an official whom a law demands is in office", () => {
    for (const role of ["hipaa-security-official", "qualified-individual"]) {
      assert.ok(!asked(`${role}: { heldBy: Eve Roy, reportsTo: ceo }`).includes(question), role);
      assert.ok(asked(`${role}: unknown`).includes(question), role);
    }
    assert.ok(asked("ceo: { heldBy: Ann Ode }").includes(question));
  });
});

describe("complaints about privacy", () => {
  const fixes = (official: string) =>
    finding(
      "hipaa-164-530-a1",
      `itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { hipaa: { status: applies, as: [covered-entity] } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  hipaa-privacy-official: ${official}
activities:
  privacy-complaints: none
`,
    ).fixes.map(({ title }) => inFull(title));

  it("do not go to an official who is not there", () => {
    assert.deepEqual(fixes("{ heldBy: Gil Roe, reportsTo: ceo }"), [
      "Make the privacy official accountable for privacy complaints",
    ]);
    assert.deepEqual(fixes("vacant"), ["Make the CEO accountable for privacy complaints"]);
  });
});
