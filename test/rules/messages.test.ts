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

  it("of any country while nobody has said where the organization works", () => {
    assert.match(tail(""), /^\(DORA .*; NIS2 .*; Interagency /);
  });

  it("of the countries where it works, and no other", () => {
    assert.match(tail(", jurisdictions: [US-OH]"), /^\(Interagency Guidelines III\.A; /);
    assert.doesNotMatch(tail(", jurisdictions: [US-OH]"), /DORA|NIS2|CAF/);
    assert.match(tail(", jurisdictions: [BE]"), /^\(DORA .*; NIS2 /);
    assert.doesNotMatch(tail(", jurisdictions: [BE]"), /Interagency/);
  });

  it("unless the file says that it does not apply, or asks whether it does", () => {
    assert.doesNotMatch(tail(", jurisdictions: [BE]", "{ nis2: not-applicable }"), /NIS2/);
    assert.doesNotMatch(tail(", jurisdictions: [BE]", "{ nis2: exempt }"), /NIS2/);
    assert.match(tail(", jurisdictions: [US-OH]", "{ nis2: unknown }"), /NIS2/);
  });

  it("of another country where nobody else says so", () => {
    const rarely = `itorg: 1
organization: { name: Example, headcount: 300, jurisdictions: [US-OH] }
committees:
  it-strategy: { meets: yearly }
`;
    assert.match(message("committee-meets-rarely", rarely), /\(RBI 2023 para 6.*\)$/);
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
