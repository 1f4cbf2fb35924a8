import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { check } from "../kit/check-fixture.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const { security: securityActivities } = standard.activities;

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`;

const withActivities = (...lines: string[]) =>
  file(`${posts}activities:\n${lines.map((line) => `  ${line}`).join("\n")}`);

describe("no-accountable", () => {
  const rule = "no-accountable";

  it("is a warning for every security activity and for the choice of vendors, information elsewhere", () => {
    for (const id of [...securityActivities, "vendor-selection"])
      assert.equal(judged(rule, withActivities(`${id}: { accountable: none }`)), `warning activities.${id}`);
    for (const id of ["patching", "it-budget", "monitoring", "print-service"])
      assert.equal(judged(rule, withActivities(`${id}: { accountable: none }`)), `info activities.${id}`);
    assert.equal(securityActivities.length, 11);
  });

  it("reads what an entry is about, not what it is called", () => {
    const entry = "crm: { activity: vendor-selection, accountable: [] }";
    assert.equal(judged(rule, withActivities(entry)), "warning activities.crm");
  });

  it("leaves out an activity that nobody does, and one of which nobody was asked", () => {
    assert.equal(judged(rule, withActivities("patching: none")), "silent");
    assert.equal(judged(rule, withActivities("patching: not-asked")), "silent");
    assert.equal(judged(rule, withActivities("patching: { accountable: not-applicable }")), "silent");
    assert.equal(judged(rule, withActivities("patching: { accountable: declined }")), "silent");
  });

  it("asks once who is accountable, where that weighs or the slot is kept, and nothing of implied duties", () => {
    const text = withActivities("log-review: { responsible: [it-director] }");
    assert.equal(judged(rule, text), "asks activities.log-review.accountable");
    assert.equal(judged(rule, withActivities("patching: { responsible: [it-director] }")), "silent");
    assert.equal(
      judged(rule, withActivities("patching: { responsible: [it-director], accountable: not-asked }")),
      "asks activities.patching.accountable",
    );
    const question = check(text).questions.find((one) => one.blocks.includes(rule));
    assert.deepEqual(question?.blocks, [rule]);
    assert.equal(judged(rule, file("providers: { x: { services: [hosting, backup], overseenBy: ceo } }")), "silent");
  });

  it("offers the CISO for security and the head of IT elsewhere, and then the head of the organization", () => {
    const of = (line: string) => titles(only(rule, withActivities(line)).fixes);
    assert.deepEqual(of("security: { accountable: none }"), [
      "Make the CISO accountable for information security as a whole",
      "Make the CEO accountable for information security as a whole",
    ]);
    assert.deepEqual(of("patching: { accountable: none }"), [
      "Make the IT Director accountable for patching",
      "Make the CEO accountable for patching",
    ]);
    tryRemedies(rule, withActivities("log-review: { responsible: [ciso], accountable: none }"));
  });

  it("offers neither an empty post nor somebody from outside", () => {
    const body = (ciso: string) =>
      file(`people: { Eve Roy: { employedBy: x } }
posts: { ceo: { heldBy: Ann Ode }, ciso: ${ciso} }
providers: { x: { services: [ciso], overseenBy: ceo } }
activities: { security: { accountable: none } }`);
    for (const ciso of ["vacant", "{ heldBy: Eve Roy }", "{ heldBy: provider:x }"])
      assert.deepEqual(
        titles(only(rule, body(ciso)).fixes),
        ["Make the CEO accountable for information security as a whole"],
        ciso,
      );
  });

  it("offers nobody who would then approve their own work, or answer for both sides of a pair", () => {
    const approve = withActivities(
      "access-request: { responsible: [it-director] }",
      "access-approve: { responsible: [ceo], accountable: none }",
    );
    assert.deepEqual(titles(only(rule, approve).fixes), ["Make the CEO accountable for access approval"]);
    const risk = withActivities(
      "it-delivery: { accountable: ciso }",
      "risk-acceptance: { responsible: [ceo], accountable: none }",
    );
    assert.deepEqual(titles(only(rule, risk).fixes), ["Make the CEO accountable for risk acceptance"]);
  });

  it("joins the finding about cloud software that nobody answers for", () => {
    const text = file(
      `${posts}activities: { software-purchase: { accountable: none } }`,
      "headcount: 120, cloudPurchasing: mixed",
    );
    assert.equal(judged(rule, text), "silent");
    const merged = only("unowned-cloud-purchasing", text);
    assert.deepEqual(merged.absorbed, [rule]);
    assert.equal(judged(rule, text.replace("mixed", "central")), "info activities.software-purchase");
  });
});
