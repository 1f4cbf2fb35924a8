import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { acceptanceStep } from "../../server/analysis/acceptance-step.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string, profile?: string, more = "") => file(`posts:\n${ceo}${lines}\n${more}`, profile);
const held = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([post, holder]) => `  ${post}: { heldBy: ${holder}, reportsTo: ceo }\n`).join("");

/** What each rule compares, with the other condition of the rule where it has one. */
const dualRoles: readonly (readonly [string, string, string, string, string?])[] = [
  ["ciso-is-cto", "info", "ciso", "cto"],
  ["auditor-is-audited", "warning", "head-internal-audit", "it-manager"],
  ["auditor-is-audited", "warning", "head-internal-audit", "cto-internal"],
  ["auditor-is-audited", "warning", "head-internal-audit", "ciso"],
  ["auditor-is-audited", "warning", "head-internal-audit", "cto"],
  ["auditor-is-audited", "warning", "head-internal-audit", "cfo"],
  ["auditor-is-audited", "warning", "head-internal-audit", "cro"],
  ["auditor-is-audited", "warning", "head-internal-audit", "head-compliance"],
  ["risk-head-is-it-head", "warning", "cro", "cio"],
  ["risk-head-is-it-head", "warning", "head-compliance", "it-manager"],
  ["cio-is-cto", "info", "cto", "cio", "headcount: 250, sellsTechnology: yes"],
];

describe("two posts in one pair of hands", () => {
  for (const [rule, severity, post, other, profile] of dualRoles) {
    const both = (a: string, b: string) => posts(held([post, a], [other, b]), profile);

    it(`${rule}: ${post} and ${other}`, () => {
      const text = both("Cy Ho", "cy  HO");
      assert.equal(judged(rule, text), `${severity} posts.${post}.heldBy`);
      assert.deepEqual(
        only(rule, text).related.map((one) => placeToString(one.at)),
        [`posts.${other}.heldBy`],
      );
      tryRemedies(rule, text);
      assert.match(applied(text, only(rule, text).fixes[0]!), new RegExp(`  ${post}: \\{ heldBy: vacant,`));
    });

    it(`${rule}: needs one person in ${post} and ${other}, and tells no from unknown`, () => {
      const settled = `coverage: { activities: complete }\n`;
      const judge = (a: string, b: string) => judged(rule, both(a, b) + settled);
      for (const [a, b] of [
        ["Cy Ho", "Bo Li"],
        ["vacant", "vacant"],
        ["vacant", "not-asked"],
        ["not-asked", "vacant"],
        ["[Eve Roy, Gil Roe]", "[Bo Li, Cy Ho]"],
      ] as const)
        assert.equal(judge(a, b), "silent", `${a} and ${b}`);
      assert.equal(judge("Cy Ho", "not-asked"), `asks posts.${other}.heldBy`);
      assert.equal(judge("not-asked", "Cy Ho"), `asks posts.${post}.heldBy`);
      assert.equal(judge("Cy Ho", "declined"), "silent");
    });

    it(`${rule}: leaves ${post} to whoever else holds it`, () => {
      const text = both("[Cy Ho, Eve Roy]", "Cy Ho");
      const [first] = only(rule, text).fixes;
      assert.match(first?.title ?? "", /^Leave .+ to Eve Roy$/);
      tryRemedies(rule, text);
    });
  }
});

describe("ciso-is-cto", () => {
  const rule = "ciso-is-cto";
  const both = held(["cto", "Cy Ho"], ["ciso", "Cy Ho"]);

  it("is a warning where the CTO carries internal IT", () => {
    const carrying = (more: string) => judged(rule, posts(both, undefined, more));
    assert.equal(carrying("activities: { it-operations: { accountable: cto } }"), "warning posts.ciso.heldBy");
    assert.equal(carrying("teams: { desk: { headedBy: Cy Ho, functions: [helpdesk] } }"), "warning posts.ciso.heldBy");
    assert.equal(carrying("teams: { lab: { headedBy: cto, functions: [data] } }"), "info posts.ciso.heldBy");
    assert.equal(carrying("activities: { it-operations: { accountable: not-asked } }"), "info posts.ciso.heldBy");
  });

  it("and ciso-is-it-head are two facts", () => {
    const text = posts(both + held(["it-manager", "Cy Ho"]));
    assert.equal(judged(rule, text), "info posts.ciso.heldBy");
    assert.equal(judged("ciso-is-it-head", text), "warning posts.ciso.heldBy");
    assert.equal(judged(rule, text.replaceAll("cto:", "cto-internal:")), "silent");
  });
});

describe("ciso-is-ceo", () => {
  const rule = "ciso-is-ceo";

  it("counts the head of the organization in every form", () => {
    for (const head of ["ceo", "agency-head", "owner"])
      assert.equal(
        judged(rule, file(`posts:\n${held([head, "Ann Ode"], ["ciso", "ann ode"])}`)),
        "info posts.ciso.heldBy",
      );
    assert.equal(judged(rule, posts(held(["coo", "Bo Li"], ["ciso", "Bo Li"]))), "silent");
  });

  it("lets the board approve its acceptance, since the finding concerns the head", () => {
    const text = posts("  ciso: { heldBy: Ann Ode, reportsTo: board }");
    tryRemedies(rule, text);
    const step = acceptanceStep(check(text), only(rule, text)) ?? assert.fail("it can be accepted");
    assert.match(applied(text, step), /approvedBy: board\n/);
  });
});

describe("cio-is-cto", () => {
  const rule = "cio-is-cto";
  const of = (profile: string) => judged(rule, posts(held(["cio", "Bo Li"], ["cto", "Bo Li"]), profile));

  it("speaks of large organizations that sell technology", () => {
    assert.equal(of("headcount: 250, sellsTechnology: yes"), "info posts.cto.heldBy");
    for (const profile of ["headcount: 249, sellsTechnology: yes", "headcount: 250, sellsTechnology: no"])
      assert.equal(of(profile), "silent", profile);
  });

  it("asks for what it does not know, and for nothing once one fact settles it", () => {
    assert.equal(of("headcount: 250"), "asks organization.sellsTechnology");
    assert.equal(of("headcount: 200-300, sellsTechnology: yes"), "asks organization.headcount");
    assert.equal(of("headcount: not-asked, sellsTechnology: no"), "silent");
  });
});

describe("risk-head-is-it-head", () => {
  const rule = "risk-head-is-it-head";
  const judge = (lines: string, more = "") => judged(rule, posts(lines, undefined, more));

  it("looks at the highest post of IT that somebody holds", () => {
    const manager = held(["it-manager", "Cy Ho"], ["cro", "Cy Ho"]);
    assert.equal(judge(manager), "warning posts.cro.heldBy");
    assert.equal(judge(manager + held(["cio", "Bo Li"])), "silent");
    assert.equal(judge(`${manager}  cio: vacant\n`), "warning posts.cro.heldBy");
    assert.equal(judge(manager + held(["cio", "not-asked"])), "asks posts.cio.heldBy");
  });

  it("takes a CTO who carries internal IT for the head, where nobody else is", () => {
    const cto = held(["cto", "Cy Ho"], ["head-compliance", "Cy Ho"]);
    const operations = "activities: { it-operations: { accountable: cto } }";
    assert.equal(judge(cto, operations), "warning posts.head-compliance.heldBy");
    assert.equal(judge(cto, "coverage: { activities: complete }"), "silent");
    assert.equal(judge(cto), "asks activities.it-operations");
    assert.equal(judge(cto.replace("head-compliance: { heldBy: Cy Ho", "head-compliance: { heldBy: vacant")), "silent");
  });

  it("looks into each company of the group", () => {
    const unit = "  it-north: { role: it-manager, heldBy: Cy Ho, unit: north, reportsTo: ceo }\n";
    const text = held(["cio", "Bo Li"], ["cro", "Cy Ho"]) + unit;
    assert.equal(judge(text, "units: { north: { kind: company } }"), "warning posts.cro.heldBy");
    assert.equal(judge(text, "units: { north: { kind: site } }"), "silent");
  });
});

describe("audit-not-independent", () => {
  const rule = "audit-not-independent";
  const audit = (line: string, more = "", others = "") =>
    posts(`${others}  head-internal-audit: { heldBy: Gil Roe, ${line} }`, undefined, more);
  const judge = (line: string, more = "", others = "") => judged(rule, audit(line, more, others));
  const at = "posts.head-internal-audit.reportsTo";

  it("is satisfied with the board in every form, and with a committee for audit", () => {
    for (const superior of ["board", "owner", "board-chair"]) assert.equal(judge(`reportsTo: ${superior}`), "silent");
    const committees =
      "committees:\n  directors: { type: board }\n  control: { type: audit }\n  risk: { chair: cro }\n";
    for (const one of ["directors", "control"]) assert.equal(judge(`reportsTo: ${one}`, committees), "silent", one);
    assert.equal(judge("reportsTo: risk", committees), `warning ${at}`);
    assert.equal(judge("reportsTo: panel", "committees: { panel: { chair: ceo } }"), "asks committees.panel.type");
  });

  it("finds a line to management, or none at all", () => {
    for (const superior of ["ceo", "cfo", "agency-head"])
      assert.equal(judge(`reportsTo: ${superior}`), `warning ${at}`);
    assert.equal(judge("reportsTo: none"), `warning ${at}`);
    assert.equal(judge("title: Head of Audit"), `asks ${at}`);
    assert.equal(judge("reportsTo: not-applicable"), "silent");
  });

  it("is information with a dotted line to the board or its committee", () => {
    const committee = "committees: { audit: { chair: external } }";
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [board]"), `info ${at}`);
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [ceo, audit]", committee), `info ${at}`);
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [ceo]"), `warning ${at}`);
  });

  it("goes by no title, and leaves a circle, a post that is none and a senior auditor to their own", () => {
    const superior = (fields: string) => judge("reportsTo: boss", "", `  boss: { ${fields} }\n`);
    assert.equal(superior("title: Managing Partner"), "asks posts.boss.role");
    assert.equal(superior("title: Finance Lead"), `warning ${at}`);
    assert.equal(judge("reportsTo: head-internal-audit"), "silent");
    assert.equal(judge("reportsTo: cfo", "", "  cfo: none\n"), "silent");
    const group = "  audit-north: { role: head-internal-audit, heldBy: Jo Day, reportsTo: head-internal-audit }\n";
    assert.equal(judge("reportsTo: board", "", group), "silent");
  });

  it("offers the committee for audit before the board", () => {
    const text = audit("reportsTo: cfo", "committees: { audit: { chair: external } }");
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Let the Head of Internal Audit report to the Audit committee",
      "Let the Head of Internal Audit report to the board",
    ]);
    tryRemedies(rule, text);
    const owned = file(
      `posts:\n  owner: { heldBy: Lu Nye }\n  head-internal-audit: { heldBy: Gil Roe, reportsTo: cfo }`,
    );
    assert.deepEqual(titles(only(rule, owned).fixes), ["Let the Head of Internal Audit report to the owner"]);
  });
});
