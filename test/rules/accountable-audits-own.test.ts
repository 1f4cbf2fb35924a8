import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, tryRemedies } from "../kit/judged.ts";

const rule = "accountable-audits-own";
const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  analyst: { title: Security Analyst, heldBy: Di Xu, reportsTo: ciso }
  head-internal-audit: { heldBy: Gil Ash, reportsTo: board }
providers: { pen: { name: Pen, services: [monitoring], overseenBy: ceo } }
activities:
`;
const text = (work: string, audit: string, profile?: string) => file(`${posts}  ${work}\n  ${audit}\n`, profile);
const operations = (who: string) => `security-operations: { responsible: [it-manager], accountable: ${who} }`;
const audited = (who: string) => `security-audit: { responsible: [${who}], accountable: ceo }`;
const place = "warning activities.security-audit.responsible[0]";

describe("accountable-audits-own", () => {
  it("finds whoever answers for the work and audits it, by post or by name", () => {
    assert.equal(judged(rule, text(operations("ciso"), audited("ciso"))), place);
    assert.equal(judged(rule, text(operations("Eve Roy"), audited("ciso"))), place);
    assert.equal(
      inFull(only(rule, text(operations("ciso"), audited("ciso"))).says),
      "Eve Roy (CISO) answers for security operations and carries out security audit, and nobody independent does.",
    );
    tryRemedies(rule, text(operations("ciso"), audited("ciso")));
    assert.equal(judged(rule, text(operations("ciso"), audited("ciso"), "itHeadcount: 3")).split(" ")[0], "info");
  });

  it("looks at the four kinds of work by others' eyes, and at no approval or review", () => {
    const by = (work: string, audit: string) =>
      judged(rule, text(`${work}: { accountable: ciso }`, `${audit}: { responsible: [ciso], accountable: ceo }`));
    for (const [work, audit] of [
      ["security", "security-audit"],
      ["security-policy", "independent-review"],
      ["it-operations", "penetration-test"],
      ["it-operations", "is-audit"],
    ] as const)
      assert.equal(by(work, audit), `warning activities.${audit}.responsible[0]`, audit);
    for (const [work, review] of [
      ["change-build", "change-approve"],
      ["system-admin", "log-review"],
      ["code-write", "code-review"],
    ] as const)
      assert.equal(by(work, review), "silent", review);
  });

  it("is silent where somebody independent is responsible too, and not for one who reports to them", () => {
    const beside = (who: string) => judged(rule, text(operations("ciso"), audited(`ciso, ${who}`)));
    assert.equal(beside("head-internal-audit"), "silent");
    assert.equal(beside('"provider:pen"'), "silent");
    assert.equal(beside("Jo Day"), "silent", "nobody knows whom they report to");
    assert.equal(beside("analyst"), place);
    const doer = text(operations("ciso"), audited("ciso, it-manager"));
    assert.deepEqual(only("duties-security-operate-audit", doer).absorbed, [rule], "who does the work");
    assert.equal(judged(rule, text(operations("ciso"), audited("analyst"))), "silent");
    assert.equal(judged(rule, text(operations("ceo"), audited("ciso"))), "silent");
  });

  it("cannot tell while a holder is not known, and says nothing of what nobody named", () => {
    const open = text(operations("ciso"), audited("head-internal-audit")).replace(
      "heldBy: Gil Ash",
      "heldBy: not-asked",
    );
    assert.equal(judged(rule, open), "asks posts.head-internal-audit.heldBy");
    assert.equal(judged(rule, text(operations("not-asked"), audited("ciso"))), "silent");
    assert.equal(judged(rule, text(operations("ciso"), "security-audit: none")), "silent");
  });

  it("is one finding with the pair where the same person is responsible in both", () => {
    const both = text("security-operations: { responsible: [ciso], accountable: ciso }", audited("ciso"));
    assert.equal(judged(rule, both), "silent");
    assert.deepEqual(only("duties-security-operate-audit", both).absorbed, [rule]);
    const design = text("security-design: { responsible: [ciso], accountable: ciso }", audited("ciso"));
    assert.deepEqual(only("duties-security-design-audit", design).absorbed, [rule]);
    const all = file(
      `${posts}  security-operations: { responsible: [ciso] }\n  security-policy: { responsible: [ciso] }\n  ${audited("ciso")}\n`,
    );
    assert.deepEqual(
      check(all).findings.flatMap(({ rule, at }) =>
        rule.startsWith("duties-security") ? `${rule} ${placeToString(at)}` : [],
      ),
      ["duties-security-operate-audit activities.security-audit.responsible[0]"],
    );
  });
});

describe("the pairs of security's rules and its audit", () => {
  const pair = "duties-security-design-audit";
  it("count being responsible for both only", () => {
    for (const work of ["security-design", "security-policy", "isms-conformity"]) {
      const one = (fields: string, audit: string) => judged(pair, text(`${work}: { ${fields} }`, audit));
      assert.equal(one("responsible: [ciso]", audited("ciso")), place, work);
      assert.equal(
        one("responsible: [ciso]", "security-audit: { responsible: [ceo], accountable: ciso }"),
        "silent",
        work,
      );
      assert.equal(one("responsible: [it-manager], accountable: ciso", audited("ciso")), "silent", work);
      assert.equal(one("responsible: [ciso]", audited("head-internal-audit")), "silent", work);
      assert.match(one("responsible: [ciso]", "security-audit: not-asked"), /^asks /, work);
    }
  });
});
