import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";

const { provisions, regimes: regimeDefinitions } = standard.law;

/** Every law declared, in the capacities that leave nobody out. */
const declared = [...regimeDefinitions.keys()]
  .map((id) => {
    if (id === "hipaa") return "  hipaa: { status: applies, as: [covered-entity] }";
    if (id === "rbi-it") return "  rbi-it: { status: applies, as: [commercial-bank] }";
    if (id === "nydfs-500") return "  nydfs-500: { status: applies, as: [class-a] }";
    if (id === "ccpa-audit") return "  ccpa-audit: { status: applies, as: [audit-due] }";
    if (id === "us-federal") return "  us-federal: { status: applies, as: [covered-agency] }";
    return `  ${id}: applies`;
  })
  .join("\n");

/**
 * The laws want the CISO in three places: under the CIO in a US agency, under the officer for risk in India, and under
 * the head of the organization in Saudi Arabia. The file does as India's law says, so the other two stay open.
 */
const deliberatelyOpen = ["info fisma-3554 posts.ciso.reportsTo", "info nca-1-2-1 posts.ciso.reportsTo"];

/** A large firm in good order, headed as an agency is, so that no law leaves it out: every post has a holder of its own, and every duty its own hands. */
const wellRun = `itorg: 1
organization:
  name: Orderly
  headcount: 900
  itHeadcount: 80
  sector: financial-services
  jurisdictions: [EU, US, US-NY, IN, SA]
  listed: yes
  publicAuthority: no
  sellsTechnology: no
  customerFacingTechnology: no
  annualRevenue: { amount: 400000000, currency: USD }
  totalAssets: { amount: 900000000, currency: USD }
  consumerRecords: 80000
  personsProcessingPersonalData: 300
  largeScaleMonitoring: yes
  largeScaleSensitiveData: yes
  cardData: service-provider
  cloudPurchasing: central
regimes:
${declared}
coverage: { posts: complete, committees: complete, providers: complete, activities: complete }
posts:
  agency-head: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: agency-head }
  coo: { heldBy: Max Orr, reportsTo: agency-head }
  cro: { heldBy: Cy Ho, reportsTo: agency-head }
  general-counsel: { heldBy: Ida Lee, reportsTo: agency-head }
  head-compliance: { heldBy: Jo Gad, reportsTo: cro }
  cio:
    heldBy: Bo Li
    reportsTo: agency-head
    level: [strategic]
    orientation: inward
    focus: [people, process, projects, technology]
    objectives: [delivery, cost, mission]
    background: mixed
    handsOn: no
    governanceTraining: yes
    deputy: it-director
    interim: no
    daysPerWeek: 5
  it-director:
    heldBy: Kim Ray
    reportsTo: cio
    level: [tactical]
    background: technical
    handsOn: no
    deputy: it-manager
    interim: no
    daysPerWeek: 5
  it-manager:
    heldBy: Lou Mac
    reportsTo: it-director
    level: [operational]
    background: technical
    handsOn: yes
    deputy: service-lead
    interim: no
    daysPerWeek: 5
  service-lead: { heldBy: Tia Roe, reportsTo: it-manager }
  developer: { heldBy: Una Fay, reportsTo: it-manager }
  tester: { heldBy: Vic Orr, reportsTo: it-manager }
  release-lead: { heldBy: Wes Poe, reportsTo: it-director }
  log-desk: { heldBy: Xia Ode, reportsTo: ciso }
  access-desk: { heldBy: Yan Lux, reportsTo: it-manager }
  ciso:
    heldBy: Eve Roy
    reportsTo: cro
    appointment: in-writing
    primaryDuty: yes
    objectives: [security, compliance]
    boardReport: { form: written, cadence: quarterly, to: board }
    deputy: log-desk
    interim: no
    daysPerWeek: 5
  dpo: { heldBy: Gil Roe, reportsTo: board, contactPublished: yes }
  quebec-privacy-officer: { heldBy: Hal Ide, reportsTo: agency-head, appointment: in-writing }
  hipaa-security-official: { heldBy: Eve Roy, reportsTo: cro, appointment: in-writing }
  hipaa-privacy-official: { heldBy: Nan Poe, reportsTo: general-counsel }
  cmmc-affirming-official: { heldBy: Max Orr, reportsTo: agency-head }
  cip-senior-manager: { heldBy: Max Orr, reportsTo: agency-head }
  third-party-risk: { heldBy: Pia Sol, reportsTo: cro }
  head-internal-audit: { heldBy: Quin Low, reportsTo: audit, dottedLineTo: [agency-head] }
committees:
  board: { chair: external, independent: yes, directors: 7, members: [agency-head], meets: quarterly, oversees: [strategy, it, security, ict-risk] }
  audit: { chair: external, independent: yes, directors: 3, members: [external], invitees: [head-internal-audit], meets: quarterly, oversees: [audit, is-audit], reportsTo: board }
  risk: { chair: external, members: [external, cro], meets: quarterly, oversees: [ict-risk], reportsTo: board }
  it-strategy: { chair: external, independent: yes, directors: 3, members: [external, cio], invitees: [ciso], meets: quarterly, oversees: [strategy], reportsTo: board }
  it-steering: { chair: coo, members: [cio, cfo, it-director], invitees: [ciso], meets: quarterly, oversees: [projects], reportsTo: agency-head }
  security: { chair: cro, members: [ciso, cio, coo], meets: quarterly, oversees: [security], reportsTo: it-strategy }
activities:
  security: { responsible: [ciso], accountable: ciso }
  it-strategy: { responsible: [cio], accountable: cio }
  it-budget: { responsible: [cfo], accountable: cfo }
  it-delivery: { responsible: [it-director], accountable: it-director }
  it-operations: { responsible: [it-manager], accountable: it-director }
  ict-risk: { responsible: [cro], accountable: cro }
  risk-acceptance: { responsible: [cro], accountable: agency-head }
  third-party-ict-monitoring: { responsible: [third-party-risk], accountable: cro }
  vendor-selection: { responsible: [it-director], accountable: coo }
  invoice-approval: { responsible: [cfo], accountable: cfo }
  software-purchase: { responsible: [it-director], accountable: cio }
  access-request: { responsible: [coo], accountable: coo }
  access-approve: { responsible: [general-counsel], accountable: general-counsel }
  access-provision: { responsible: [access-desk], accountable: it-manager }
  access-review: { responsible: [head-compliance], accountable: head-compliance }
  log-review: { responsible: [log-desk], accountable: ciso }
  change-build: { responsible: [developer], accountable: it-manager }
  change-test: { responsible: [tester], accountable: it-director }
  change-approve: { responsible: [coo], accountable: coo }
  change-deploy: { responsible: [release-lead], accountable: it-director }
  security-policy: { responsible: [ciso], accountable: ciso }
  security-operations: { responsible: [log-desk], accountable: ciso }
  security-audit: { responsible: [head-internal-audit], accountable: head-internal-audit }
  is-audit: { responsible: [head-internal-audit], accountable: head-internal-audit }
  independent-review: { responsible: [head-internal-audit], accountable: head-internal-audit }
  backup-run: { responsible: [service-lead], accountable: it-manager }
  disaster-recovery: { responsible: [service-lead], accountable: it-director }
  patching: { responsible: [developer], accountable: it-manager }
  vulnerability-management: { responsible: [log-desk], accountable: ciso }
  access-revoke: { responsible: [access-desk], accountable: it-manager }
  monitoring: { responsible: [service-lead], accountable: it-manager }
  contract-management: { responsible: [third-party-risk], accountable: cro }
  ai-governance: { responsible: [head-compliance], accountable: cro }
  restore-test: { responsible: [tester], accountable: it-director }
  incident-response: { responsible: [ciso, service-lead], accountable: ciso }
  business-continuity: { responsible: [coo], accountable: coo }
  data-protection-monitoring: { responsible: [dpo], accountable: dpo }
  processing-purpose-decision: { responsible: [coo], accountable: agency-head }
  privacy-complaints: { responsible: [hipaa-privacy-official], accountable: hipaa-privacy-official }
  isms-conformity: { responsible: [ciso], accountable: ciso }
  isms-reporting: { responsible: [ciso], accountable: ciso }
  pci-compliance: { responsible: [ciso], accountable: coo }
`;

describe("every law at once", () => {
  it("finds nothing in a well-run organization but what two laws settle against each other", () => {
    const found = check(wellRun).findings.filter(({ rule }) => rule !== "open-question");
    assert.deepEqual(
      found.map((one) => `${one.severity} ${one.rule} ${placeToString(one.at)}`),
      deliberatelyOpen,
    );
  });

  it("leaves no provision of a declared law without an answer", () => {
    const blocked = new Set(check(wellRun).questions.flatMap(({ blocks }) => blocks));
    assert.deepEqual(
      [...provisions.keys()].filter((id) => blocked.has(id)),
      [],
    );
  });
});
describe("one fact that four provisions touch", () => {
  const noCiso = (regimes: string) => `itorg: 1
organization:
  name: Example
  headcount: 300
  annualRevenue: { amount: 400000000, currency: USD }
  totalAssets: { amount: 900000000, currency: USD }
${regimes}
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: none
  hipaa-security-official: none
  qualified-individual: none
providers: none
activities:
  security: { accountable: none, responsible: [ceo] }
`;
  const four = ["hipaa-164-308-a2", "nydfs-500-4a", "ftc-314-4a", "pci-12-1-4"];
  const all = "regimes: { hipaa: applies, nydfs-500: applies, ftc-safeguards: applies, pci-dss: applies }";
  const about = (text: string) =>
    check(text).findings.filter(
      ({ rule, citations }) => rule === "security-unowned" || citations.some((id) => four.includes(id)),
    );

  it("gives one finding with four citations", () => {
    const [finding, ...others] = about(noCiso(all));
    assert.deepEqual(
      others.map(({ rule }) => rule),
      [],
    );
    assert.equal(finding?.rule, "security-unowned");
    assert.equal(finding.severity, "error");
    assert.deepEqual(finding.citations.filter((id) => provisions.has(id)).sort(), [...four].sort());
    for (const id of four) {
      assert.ok(inFull(finding.message).includes(provisions.get(id)!.short), inFull(finding.message));
      const regime = provisions.get(id)!.regime;
      assert.equal(finding.related.filter(({ at }) => placeToString(at) === `regimes.${regime}`).length, 1, regime);
    }
  });

  it("and without the laws the same finding, as a warning that cites none", () => {
    const [finding, ...others] = about(noCiso(""));
    assert.equal(others.length, 0);
    assert.equal(finding?.severity, "warning");
    assert.deepEqual(
      finding.citations.filter((id) => provisions.has(id)),
      [],
    );
  });
});
