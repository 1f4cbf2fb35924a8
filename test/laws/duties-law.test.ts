import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { inFull } from "../kit/in-full.ts";
import { askedBy, findingsOf } from "../kit/judged.ts";

const { pairs: dutyPairs } = standard.duties;

// Written from the provisions' texts as regimes.md gives them: what each demands, of whom, and whom it leaves alone.

interface Situation {
  readonly regimes?: string;
  readonly profile?: string;
  readonly by?: string;
  readonly more?: string;
  readonly scope?: string;
  readonly capacity?: string;
}

/** The IT manager has the first duty; `by` has the second. */
function file([first, second]: readonly [string, string], situation: Situation = {}): string {
  const { regimes = "", profile = "itHeadcount: 40", by = "it-manager", more = "", scope = "" } = situation;
  const { capacity = "responsible" } = situation;
  const first_ = by.startsWith("team:") ? by : "it-manager";
  return `itorg: 1
organization: { name: Example, headcount: 300, ${profile} }
regimes: { ${regimes} }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director }
teams:
  core: { headedBy: it-manager, members: 9 }
activities:
  ${first}: { ${capacity}: "${first_}" }
  ${second}: { ${capacity}: "${by}"${scope} }
${more}`;
}

/** "warning, cites a b", the provisions in the order of the alphabet; "silent" without a finding. */
function found(rule: string, text: string): string {
  const findings = findingsOf(rule, text);
  assert.ok(findings.length < 2, `${findings.length} findings of ${rule}`);
  const [finding] = findings;
  if (!finding) return "silent";
  const law = [...new Set(finding.citations.filter((id) => !/^S\d-/.test(id)))].sort();
  const severity = `${finding.accepted ? "accepted " : ""}${finding.severity}`;
  return law.length === 0 ? severity : `${severity}, cites ${law.join(" ")}`;
}

const emergency = ", scope: [emergency]";
const merchants = "itHeadcount: 40, cardData: merchant";
const cardsFor = "itHeadcount: 40, cardData: service-provider";

/** Provision, its regime, the pair, its duties, what the provision asks for, what holds without it. */
const provisions: readonly (Situation & {
  id: string;
  regime: string;
  rule: string;
  duties: readonly [string, string];
  raised: string;
  plain: string;
})[] = [
  {
    id: "pci-6-5-4",
    regime: "pci-dss",
    profile: merchants,
    rule: "duties-build-deploy",
    duties: ["change-build", "change-deploy"],
    raised: "error",
    plain: "warning",
  },
  {
    id: "pci-6-2-3-1",
    regime: "pci-dss",
    profile: merchants,
    rule: "duties-code-review-own",
    duties: ["code-write", "code-review"],
    raised: "error",
    plain: "warning",
  },
  {
    id: "dora-rts17",
    regime: "dora",
    rule: "duties-change-approve-own",
    duties: ["change-request", "change-approve"],
    raised: "error",
    plain: "warning",
  },
  {
    id: "dora-rts17",
    regime: "dora",
    rule: "duties-change-approve-own",
    duties: ["change-build", "change-approve"],
    raised: "error",
    plain: "warning",
  },
  {
    id: "dora-rts17",
    regime: "dora",
    rule: "duties-change-approve-own",
    duties: ["change-deploy", "change-approve"],
    raised: "error",
    plain: "warning",
  },
  {
    id: "dora-rts17",
    regime: "dora",
    rule: "duties-emergency-approve-deploy",
    duties: ["change-approve", "change-deploy"],
    raised: "error",
    plain: "warning",
    scope: emergency,
  },
  {
    id: "dora-6-4",
    regime: "dora",
    rule: "duties-risk-accept-deliver",
    duties: ["risk-acceptance", "it-delivery"],
    raised: "warning",
    plain: "warning",
    capacity: "accountable",
  },
  {
    id: "gdpr-38-6",
    regime: "gdpr",
    rule: "duties-privacy-monitor-decide",
    duties: ["data-protection-monitoring", "processing-purpose-decision"],
    raised: "error",
    plain: "warning",
    capacity: "accountable",
  },
  {
    id: "gdpr-38-6",
    regime: "gdpr",
    rule: "duties-privacy-monitor-decide",
    duties: ["data-protection-monitoring", "processing-purpose-decision"],
    raised: "error",
    plain: "warning",
  },
  {
    id: "iso27001-9-2-2",
    regime: "iso27001",
    rule: "duties-security-operate-audit",
    duties: ["security-operations", "security-audit"],
    raised: "warning",
    plain: "warning",
  },
  {
    id: "nist-800-53-au-9",
    regime: "nist-800-53",
    rule: "duties-access-admin-log-admin",
    duties: ["access-admin", "audit-log-admin"],
    raised: "warning",
    plain: "warning",
  },
  {
    id: "nist-800-53-au-9",
    regime: "nist-800-53",
    rule: "duties-system-admin-log-review",
    duties: ["system-admin", "log-review"],
    raised: "warning",
    plain: "warning",
  },
  {
    id: "nist-800-53-ca-2",
    regime: "nist-800-53",
    rule: "duties-security-operate-audit",
    duties: ["security-operations", "security-audit"],
    raised: "warning",
    plain: "warning",
  },
  {
    id: "soc2-cc8-1",
    regime: "soc2",
    rule: "duties-build-deploy",
    duties: ["change-build", "change-deploy"],
    raised: "warning",
    plain: "warning",
  },
  {
    id: "soc2-cc8-1",
    regime: "soc2",
    rule: "duties-change-approve-own",
    duties: ["change-deploy", "change-approve"],
    raised: "warning",
    plain: "warning",
  },
  {
    id: "soc2-cc8-1",
    regime: "soc2",
    rule: "duties-code-review-own",
    duties: ["code-write", "code-review"],
    raised: "warning",
    plain: "warning",
  },
  {
    id: "sox-coso",
    regime: "sox",
    rule: "duties-build-deploy",
    duties: ["change-build", "change-deploy"],
    raised: "warning",
    plain: "warning",
    scope: ", scope: [financial-reporting]",
  },
  {
    id: "sox-coso",
    regime: "sox",
    rule: "duties-build-test",
    duties: ["change-build", "change-test"],
    raised: "warning",
    plain: "info",
    scope: ", scope: [erp, financial-reporting]",
  },
  {
    id: "sox-coso",
    regime: "sox",
    rule: "duties-access-provision-review",
    duties: ["access-provision", "access-review"],
    raised: "warning",
    plain: "warning",
    scope: ", scope: [financial-reporting]",
  },
];

describe("a provision about duties", () => {
  for (const { id, regime, rule, duties, raised, plain, ...situation } of provisions) {
    const under = (state: string, by = "it-manager") => {
      const text = file(duties, { ...situation, by, regimes: state === "" ? "" : `${regime}: ${state}` });
      return found(rule, text);
    };
    it(`${id} holds for ${rule} where it is declared, and only there`, () => {
      const [severity, cited = ""] = under("applies").split(", cites ");
      assert.equal(severity, raised);
      assert.ok(cited.split(" ").includes(id), cited);
      assert.equal(under("applies", "it-director"), "silent", "in other hands");
      for (const state of ["", "exempt", "unknown", "not-applicable"]) assert.equal(under(state), plain, state);
      const [before, alsoCited = ""] = under("planned").split(", cites ");
      assert.equal(before, plain, "what is only planned raises nothing above information");
      assert.ok(alsoCited.split(" ").includes(id), alsoCited);
    });
  }

  it("does not speak of those who answer for both, where that is not what the pair is about", () => {
    for (const { regime, rule, duties, ...situation } of provisions) {
      if (["duties-risk-accept-deliver", "duties-privacy-monitor-decide"].includes(rule)) continue;
      const text = file(duties, { ...situation, capacity: "accountable", regimes: `${regime}: applies` });
      assert.equal(found(rule, text), "silent", `${rule} under ${regime}`);
    }
  });

  it("raises also who does the one and approves the other", () => {
    const text = (approve: string) =>
      file(["change-build", "code-review"], { regimes: "pci-dss: applies", profile: merchants }).replace(
        'code-review: { responsible: "it-manager"',
        `code-review: { responsible: it-director, accountable: ${approve}`,
      );
    assert.equal(found("duties-code-review-own", text("it-manager")), "error, cites pci-6-2-3-1");
    assert.equal(found("duties-code-review-own", text("ceo")), "silent");
  });
});

describe("those whom a provision leaves out", () => {
  const says = (rule: string, duties: readonly [string, string], situation: Situation) =>
    found(rule, file(duties, situation));

  it("are, for PCI 12.4.2, all but service providers; unknown is a question", () => {
    const pair = ["system-admin", "log-review"] as const;
    const under = (profile: string) => ({ regimes: "pci-dss: applies", profile: `itHeadcount: 40${profile}` });
    const rule = "duties-system-admin-log-review";
    assert.equal(says(rule, pair, under(", cardData: merchant")), "warning");
    assert.equal(says(rule, pair, under("")), "warning");
    assert.ok(askedBy(rule, file(pair, under(""))).includes("organization.cardData"));
    assert.ok(!askedBy(rule, file(pair, under(", cardData: merchant"))).includes("organization.cardData"));
    assert.ok(!askedBy(rule, file(pair, { ...under(""), regimes: "" })).includes("organization.cardData"));
  });

  it("are, for DORA's change control, firms under the simplified framework", () => {
    const pair = ["change-deploy", "change-approve"] as const;
    const as = (capacity: string) => ({ regimes: `dora: { status: applies, as: [${capacity}] }` });
    assert.equal(says("duties-change-approve-own", pair, as("simplified")), "warning");
    assert.equal(says("duties-change-approve-own", pair, as("microenterprise")), "error, cites dora-rts17");
  });

  it("are, for DORA Art. 6(4), microenterprises and firms under the simplified framework", () => {
    const pair = ["risk-acceptance", "it-delivery"] as const;
    for (const capacity of ["simplified", "microenterprise"]) {
      const regimes = `dora: { status: applies, as: [${capacity}] }`;
      assert.equal(says("duties-risk-accept-deliver", pair, { regimes }), "warning");
    }
  });

  it("are, for NIST 800-53, systems of the low baseline; penetration tests count in the high one only", () => {
    const as = (baseline: string) => ({ regimes: `nist-800-53: { status: applies, as: [${baseline}] }` });
    const admin = ["access-admin", "audit-log-admin"] as const;
    const audit = ["security-operations", "security-audit"] as const;
    const test = ["security-design", "penetration-test"] as const;
    assert.equal(says("duties-access-admin-log-admin", admin, as("low")), "warning");
    assert.equal(says("duties-security-operate-audit", audit, as("low")), "warning");
    assert.equal(says("duties-security-design-test", test, as("low")), "info");
    const both = "cites nist-800-53-ac-5 nist-800-53-ca-2";
    assert.equal(says("duties-security-operate-audit", audit, as("moderate")), `warning, ${both}`);
    assert.equal(says("duties-security-operate-audit", audit, as("high")), `warning, ${both}`);
    assert.equal(says("duties-security-design-test", test, as("high")), `warning, ${both}`);
    for (const regimes of [as("moderate").regimes, "nist-800-53: applies"])
      assert.equal(says("duties-security-design-test", test, { regimes }), "warning, cites nist-800-53-ac-5");
  });
});

describe("PCI DSS", () => {
  const rule = "duties-build-deploy";
  const text = (profile: string, scope: string, other = scope) => `
itorg: 1
organization: { name: Example, headcount: 300${profile} }
regimes: { pci-dss: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
activities:
  change-build: { responsible: [it-manager]${other} }
  change-deploy: { responsible: [it-manager]${scope} }
`;
  const merchant = ", itHeadcount: 40, cardData: merchant";

  it("is about systems with card data, as far as the scopes of the work tell", () => {
    assert.equal(found(rule, text(merchant, ", scope: [ehr]")), "warning");
    assert.equal(found(rule, text(merchant, ", scope: [ehr]", "")), "warning", "one of the two is enough");
    assert.equal(found(rule, text(merchant, ", scope: [ehr]", ", scope: [ehr, card-data]")), "warning");
    assert.equal(found(rule, text(merchant, ", scope: [card-data, web-shop]")), "error, cites pci-6-5-4");
    assert.equal(
      found(rule, text(", itHeadcount: 40", ", scope: [card-data]")),
      "error, cites pci-6-5-4",
      "whatever is known of the organization",
    );
  });

  it("is about all systems of who handles card data where no scope tells, and asks elsewhere", () => {
    assert.equal(found(rule, text(merchant, "")), "error, cites pci-6-5-4");
    assert.equal(found(rule, text(merchant.replace("merchant", "service-provider"), "")), "error, cites pci-6-5-4");
    const open = text(", itHeadcount: 40", "");
    assert.equal(found(rule, open), "warning");
    assert.ok(askedBy(rule, open).includes("organization.cardData"));
    const none = text(", itHeadcount: 40, cardData: none", "");
    assert.equal(found(rule, none), "warning");
    assert.ok(askedBy(rule, none).includes("activities.change-deploy.scope"));
    for (const known of [text(merchant, ""), text(merchant, ", scope: [ehr]")])
      assert.ok(!askedBy(rule, known).some((place) => /scope|cardData/.test(place)));
  });
});

describe("PCI DSS 6.5.4", () => {
  const rule = "duties-build-deploy";
  const pair = ["change-build", "change-deploy"] as const;
  const under = (profile: string, more = "") =>
    file(pair, { regimes: "pci-dss: applies", profile: `cardData: merchant, ${profile}`, more });
  const cited = ", cites pci-6-5-4";
  const entry = (how: string, at = "posts.it-manager") =>
    `accepted:\n  - { rule: ${rule}, at: ${at}, reason: two on call, approvedBy: ceo, ${how} }\n`;

  it("asks less of an IT team of five or fewer, when all of the range is", () => {
    assert.equal(found(rule, under("itHeadcount: 5")), `warning${cited}`);
    assert.equal(found(rule, under("itHeadcount: 1-5")), `warning${cited}`);
    assert.equal(found(rule, under("itHeadcount: 6")), `error${cited}`);
    assert.equal(found(rule, under("itHeadcount: 4-6")), `error${cited}`);
    assert.equal(found(rule, under("itHeadcount: 2")), `warning${cited}`, "the provision is not dropped");
  });

  it("asks for the size where it is not known", () => {
    const asks = (profile: string, more = "") =>
      askedBy(rule, under(profile, more)).includes("organization.itHeadcount");
    assert.equal(found(rule, under("itHeadcount: unknown")), `error${cited}`);
    assert.ok(asks("itHeadcount: not-asked"));
    assert.ok(asks("itHeadcount: 4-6"));
    assert.ok(!asks("itHeadcount: 6"));
    assert.ok(!asks("itHeadcount: not-asked", entry("compensatingControl: every release is read by the CEO")));
    assert.ok(!askedBy(rule, file(pair, { profile: "listed: no" })).includes("organization.itHeadcount"));
  });

  it("asks less where a compensating control is on record", () => {
    const control = "compensatingControl: every release is read by the director";
    for (const at of ["posts.it-manager", "activities.change-deploy", "activities.change-build.responsible"])
      assert.equal(found(rule, under("itHeadcount: 40", entry(control, at))), `accepted warning${cited}`, at);
    assert.equal(
      found(rule, under("itHeadcount: 40", entry(`${control}, until: 2027-01-31`))),
      `accepted warning${cited}`,
    );
    assert.equal(found(rule, under("itHeadcount: 40", entry(`${control}, until: 2026-01-31`))), `error${cited}`);
    assert.equal(found(rule, under("itHeadcount: 40", entry(control, "posts.ceo"))), `error${cited}`);
    // Without another control there is nothing that the standard leaves room for, so the entry covers nothing.
    for (const word of ["none", "not-asked"])
      assert.equal(found(rule, under("itHeadcount: 40", entry(`compensatingControl: ${word}`))), `error${cited}`, word);
  });
});

describe("SOX with COSO", () => {
  const rule = "duties-access-request-approve";
  const pair = ["access-request", "access-approve"] as const;
  const under = (scope: string, more: Situation = {}) => file(pair, { regimes: "sox: applies", scope, ...more });

  it("speaks of systems from which the accounts come, and of no others", () => {
    assert.equal(found(rule, under(", scope: [financial-reporting, crm]")), "warning, cites sox-coso");
    assert.equal(found(rule, under(", scope: [crm]")), "warning");
    assert.deepEqual(askedBy(rule, under(", scope: [crm]")), []);
    const first = under("").replace('access-request: { responsible: "it-manager"', "$&, scope: financial-reporting");
    assert.equal(found(rule, first), "warning, cites sox-coso");
  });

  it("asks for the scope where there is none", () => {
    assert.equal(found(rule, under("")), "warning");
    assert.deepEqual(askedBy(rule, under("")), ["activities.access-approve.scope"]);
    assert.deepEqual(askedBy(rule, file(pair)), [], "nobody asks where it is not declared");
  });

  it("raises what a small IT team lowers", () => {
    const tiny = { profile: "itHeadcount: 2" };
    assert.equal(found(rule, file(pair, tiny)), "info");
    assert.equal(found(rule, under(", scope: financial-reporting", tiny)), "warning, cites sox-coso");
  });

  it("leaves alone what is neither a change nor access", () => {
    const text = file(["purchase-request", "purchase-approve"], {
      regimes: "sox: applies",
      scope: ", scope: financial-reporting",
    });
    assert.equal(found("duties-purchase-request-approve", text), "warning");
  });
});

/** The table of rules.md: every pair with its severity. (A) pairs compare those who answer. */
const table: readonly (readonly [string, string, string, string])[] = [
  ["duties-build-deploy", "change-build", "change-deploy", "warning"],
  ["duties-change-approve-own", "change-build", "change-approve", "warning"],
  ["duties-change-approve-own", "change-request", "change-approve", "warning"],
  ["duties-change-approve-own", "change-deploy", "change-approve", "warning"],
  ["duties-code-review-own", "code-write", "code-review", "warning"],
  ["duties-build-test", "change-build", "change-test", "info"],
  ["duties-access-request-approve", "access-request", "access-approve", "warning"],
  ["duties-access-approve-provision", "access-approve", "access-provision", "warning"],
  ["duties-access-provision-review", "access-provision", "access-review", "warning"],
  ["duties-access-admin-log-admin", "access-admin", "audit-log-admin", "warning"],
  ["duties-system-admin-log-review", "system-admin", "log-review", "warning"],
  ["duties-dba-developer", "db-admin", "app-development", "warning"],
  ["duties-dba-business-user", "db-admin", "application-use", "info"],
  ["duties-develop-maintain", "app-development", "app-maintenance", "hint"],
  ["duties-vendor-select-pay", "vendor-selection", "invoice-approval", "warning"],
  ["duties-order-receive", "purchase-order", "asset-receipt", "info"],
  ["duties-purchase-request-approve", "purchase-request", "purchase-approve", "warning"],
  ["duties-security-operate-audit", "security-operations", "security-audit", "warning"],
  ["duties-security-design-audit", "security-design", "security-audit", "warning"],
  ["duties-security-design-audit", "security-policy", "security-audit", "warning"],
  ["duties-security-design-audit", "isms-conformity", "security-audit", "warning"],
  ["duties-security-design-test", "security-design", "penetration-test", "info"],
  ["duties-risk-accept-deliver", "risk-acceptance", "it-delivery", "warning"],
  ["duties-risk-accept-deliver", "risk-acceptance", "it-operations", "warning"],
  ["duties-operate-program", "it-operations", "app-development", "info"],
  ["duties-privacy-monitor-decide", "data-protection-monitoring", "processing-purpose-decision", "warning"],
  ["duties-emergency-approve-deploy", "change-approve", "change-deploy", "warning"],
  ["duties-backup-restore-test", "backup-run", "restore-test", "hint"],
  ["duties-backup-admin", "system-admin", "backup-run", "hint"],
];
const isAboutAccountables = (rule: string) =>
  ["duties-risk-accept-deliver", "duties-privacy-monitor-decide"].includes(rule);

for (const [rule, first, second, severity] of table) {
  describe(`${rule}: ${first} and ${second}`, () => {
    const scope = rule.includes("emergency") ? emergency : "";
    const says = (situation: Situation) => found(rule, file([first, second], { scope, ...situation }));

    it("weighs what the table says, and one step less in a small IT team", () => {
      assert.equal(says({}), severity);
      assert.equal(says({ by: "it-director" }), "silent");
      const [one] = findingsOf(rule, file([first, second], { scope }));
      assert.deepEqual(one?.at, ["activities", second, "responsible"]);
      assert.ok((one?.message.length ?? 999) <= 250, inFull(one?.message));
      const weaker = severity === "warning" ? "info" : "hint";
      assert.equal(says({ profile: "itHeadcount: 3" }), rule === "duties-backup-admin" ? "silent" : weaker);
      assert.equal(says({ profile: "itHeadcount: 4" }), severity);
    });

    it("is nothing for those who only answer for both, unless that is what it is about", () => {
      assert.equal(says({ capacity: "accountable" }), isAboutAccountables(rule) ? severity : "silent");
    });

    it("is cited under any standard that keeps conflicting duties apart, and raised from information", () => {
      const raised = severity === "hint" ? "hint" : "warning";
      for (const [regime, id] of [
        ["iso27001", "iso27001-a5-3"],
        ["nis2-ir", "nis2-ir-1-2-5"],
        ["nist-800-53", "nist-800-53-ac-5"],
      ]) {
        const under = (situation: Situation) => says({ regimes: `${regime}: applies`, ...situation });
        const [weight, cited = ""] = under({}).split(", cites ");
        assert.equal(weight, raised, regime);
        assert.ok(cited.split(" ").includes(id!), regime);
        assert.equal(under({ by: "it-director" }), "silent");
        const [lesser, alsoCited = ""] = under({ capacity: "accountable" }).split(", cites ");
        assert.equal(lesser, isAboutAccountables(rule) ? severity : "silent");
        assert.equal(alsoCited.split(" ").includes(id!), isAboutAccountables(rule));
      }
      assert.equal(says({ regimes: "nist-800-53: { status: applies, as: [low] }" }), severity);
    });

    it("is a question about a team, and under DORA more than that", () => {
      const team = { by: "team:core" };
      if (severity !== "warning" || rule === "duties-code-review-own") {
        for (const regimes of ["", "dora: applies", "iso27001: applies"])
          assert.equal(says({ ...team, regimes }), "silent", "teams are there to do such things together");
        return;
      }
      assert.equal(says(team), "info");
      assert.equal(says({ ...team, regimes: "iso27001: applies" }), "info, cites iso27001-a5-3");
      assert.equal(says({ ...team, regimes: "pci-dss: applies, gdpr: applies" }), "info");
      assert.equal(says({ ...team, regimes: "dora: applies" }), "warning, cites dora-rts17");
      assert.equal(says({ ...team, regimes: "dora: { status: applies, as: [simplified] }" }), "info");
      assert.match(
        inFull(findingsOf(rule, file([first, second], { scope, ...team }))[0]?.message) ?? "",
        /one person in it/,
      );
    });
  });
}

describe("the table", () => {
  it("has every pair of the data, and the data has every pair of the table", () => {
    assert.deepEqual([...new Set(table.map(([rule]) => rule))].sort(), dutyPairs.map(({ id }) => id).sort());
    assert.equal(dutyPairs.length, 24);
  });
});

describe("declared law and a small IT team", () => {
  it("leave a finding at the higher of what is left of the pair's own severity and what the provision asks for", () => {
    const weigh = (rule: string, duties: readonly [string, string], regimes: string) =>
      found(rule, file(duties, { profile: "itHeadcount: 2, cardData: merchant", regimes })).split(",")[0];
    assert.equal(weigh("duties-code-review-own", ["code-write", "code-review"], "pci-dss: applies"), "error");
    assert.equal(weigh("duties-change-approve-own", ["change-deploy", "change-approve"], "dora: applies"), "error");
    assert.equal(weigh("duties-dba-developer", ["db-admin", "app-development"], "iso27001: applies"), "warning");
    assert.equal(weigh("duties-order-receive", ["purchase-order", "asset-receipt"], "iso27001: applies"), "hint");
  });

  it("give one finding for one fact, however many provisions touch it", () => {
    const text = file(["change-deploy", "change-approve"], {
      regimes: "dora: applies, pci-dss: applies, iso27001: applies, soc2: applies",
      profile: cardsFor,
    });
    assert.equal(
      found("duties-change-approve-own", text),
      "error, cites dora-rts17 iso27001-a5-3 pci-12-4-2 soc2-cc8-1",
    );
  });

  it("name PCI DSS 12.4.2 beside a pair, which it does not raise and of which no message says that it is not met", () => {
    for (const [rule, duties] of [
      ["duties-system-admin-log-review", ["system-admin", "log-review"]],
      ["duties-change-approve-own", ["change-deploy", "change-approve"]],
      ["duties-code-review-own", ["code-write", "code-review"]],
    ] as const) {
      const text = file(duties, { regimes: "pci-dss: applies", profile: cardsFor });
      const [finding] = findingsOf(rule, text);
      const others = finding?.citations.filter((id) => id.startsWith("pci-") && id !== "pci-12-4-2") ?? [];
      assert.ok(finding?.citations.includes("pci-12-4-2"), rule);
      assert.equal(finding?.severity, others.length > 0 ? "error" : "warning", rule);
      assert.match(inFull(inFull(finding?.message) ?? ""), /PCI DSS 12\.4\.2/, rule);
      assert.doesNotMatch(inFull(inFull(finding?.message) ?? ""), /fall short of[^;)]*12\.4\.2/);
    }
  });

  it("put the finding where the law weighs most", () => {
    const text = file(["change-deploy", "change-approve"], { regimes: "dora: applies" })
      .replace(
        'change-deploy: { responsible: "it-manager"',
        'change-deploy: { responsible: ["team:core"], accountable: ceo',
      )
      .replace(
        'change-approve: { responsible: "it-manager"',
        'change-approve: { accountable: ceo, responsible: ["team:core"]',
      );
    const [finding] = findingsOf("duties-change-approve-own", text);
    assert.deepEqual(finding?.at, ["activities", "change-approve", "responsible", 0]);
    assert.equal(finding?.severity, "warning");
  });
});
