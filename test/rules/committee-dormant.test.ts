import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withCommittees } from "../kit/committees.ts";
import { applied, file, judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

describe("committee-dormant", () => {
  const rule = "committee-dormant";
  const isJudged = (committees: string) => judged(rule, withCommittees(committees));

  it("fires for one that never meets", () => {
    assert.equal(isJudged("{ risk: { meets: never } }"), "warning committees.risk.meets");
    assert.equal(isJudged("{ risk: { meets: none } }"), "warning committees.risk.meets");
    assert.equal(isJudged("{ risk: { meets: never, lastMet: 2026-11-01 } }"), "warning committees.risk.meets");
  });

  it("fires for one that has not met for more than twelve months", () => {
    assert.equal(isJudged("{ risk: { lastMet: 2025-11-21 } }"), "warning committees.risk.lastMet");
    assert.equal(isJudged("{ risk: { meets: monthly, lastMet: 2024-01-09 } }"), "warning committees.risk.lastMet");
    assert.equal(isJudged("{ risk: { lastMet: 2025-11-22 } }"), "silent");
    assert.equal(isJudged("{ risk: { meets: rarer } }"), "silent");
  });

  it("weighs more for audit, risk, security and steering", () => {
    const severity = (type: string) => isJudged(`{ council: { type: ${type}, meets: never } }`).split(" ")[0];
    assert.deepEqual(["audit", "risk", "security", "it-steering"].map(severity), Array(4).fill("warning"));
    const others = ["board", "executive", "it-strategy", "architecture", "change-advisory", "project", "other"];
    assert.deepEqual(others.map(severity), Array(others.length).fill("info"));
  });

  it("asks how often one meets, and for the last meeting only where somebody meant to say it", () => {
    assert.equal(isJudged("{ architecture: { chair: cio } }"), "asks committees.architecture.meets");
    assert.equal(isJudged("{ architecture: { meets: quarterly } }"), "silent");
    assert.equal(
      isJudged("{ architecture: { meets: quarterly, lastMet: not-asked } }"),
      "asks committees.architecture.lastMet",
    );
    assert.equal(isJudged("{ architecture: { meets: declined } }"), "silent");
    assert.equal(isJudged("{ architecture: { meets: not-applicable } }"), "silent");
    assert.equal(isJudged("{ architecture: none }"), "silent");
  });

  it("is an error under RBI for the two committees that it wants every quarter", () => {
    const of = (type: string) =>
      withCommittees(`{ ${type}: { meets: never } }`, {
        regimes: "rbi-it: { status: applies, as: [commercial-bank] }",
      });
    assert.equal(judged(rule, of("it-steering")), "error committees.it-steering.meets");
    assert.deepEqual(provisionsOf(rule, of("it-steering")), ["rbi-7"]);
    assert.equal(judged(rule, of("it-strategy")), "error committees.it-strategy.meets");
    assert.deepEqual(provisionsOf(rule, of("it-strategy")), ["rbi-6"]);
    assert.equal(judged(rule, of("security")), "warning committees.security.meets");
  });

  it("cites the framework where the committee was to look after security", () => {
    const of = (facts: string) =>
      provisionsOf(rule, withCommittees(`{ risk: { meets: never, ${facts} } }`, { regimes: "csf: applies" }));
    assert.deepEqual(of("oversees: [security]"), ["csf-gv-ov"]);
    assert.deepEqual(of("oversees: [finance]"), []);
  });

  it("is mended by a cadence where it never meets, and by no edit where a meeting would have to be made up", () => {
    const [never, overdue, both] = ["meets: never", "lastMet: 2024-01-09", "meets: never, lastMet: 2024-01-09"].map(
      (facts) => withCommittees(`{ risk: { ${facts} } }`),
    ) as [string, string, string];
    tryRemedies(rule, never);
    assert.deepEqual(titles(only(rule, never).fixes), ["Let the risk committee meet every quarter"]);
    assert.deepEqual(judged(rule, applied(never, only(rule, never).fixes[0]!)), "silent");
    assert.deepEqual([only(rule, overdue).fixes, only(rule, overdue).firstSteps], [[], []]);
    assert.deepEqual(only(rule, both).fixes, []);
    assert.deepEqual(titles(only(rule, both).firstSteps), ["First step: let the risk committee meet every quarter"]);
  });
});

describe("a committee that is dormant", () => {
  it("gives an adviser no part in choosing vendors", () => {
    const seated = (meets: string) =>
      judged(
        "adviser-sells",
        file(`providers: { msp: { services: [hosting], earnsCommission: no, overseenBy: ceo } }
activities: { vendor-selection: { accountable: ceo, responsible: [ceo], consulted: none } }
posts: { ceo: { heldBy: Ann Ode } }
committees: { vendors: { type: other, chair: ceo, members: ['provider:msp'], oversees: [vendor-selection], meets: ${meets} } }`),
      );
    assert.equal(seated("quarterly"), "warning providers.msp.services");
    assert.equal(seated("never"), "silent");
  });

  it("is no independent superior for internal audit", () => {
    const lineTo = (facts: string) =>
      judged(
        "audit-not-independent",
        file(
          `posts: { ceo: { heldBy: Ann Ode }, head-internal-audit: { heldBy: Gil Roe, reportsTo: audit, dottedLineTo: none } }\ncommittees: { audit: { ${facts} } }`,
        ),
      );
    assert.equal(lineTo("meets: quarterly"), "silent");
    assert.equal(lineTo("meets: never"), "warning posts.head-internal-audit.reportsTo");
  });
});
