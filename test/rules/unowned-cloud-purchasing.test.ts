import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { rule as declareRule, verdict } from "../../server/rules/rule.ts";
import { unownedCloudPurchasing } from "../../server/rules/unowned-cloud-purchasing.ts";
import { today } from "../kit/check-fixture.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";
import { analyze } from "../kit/standard.ts";

describe("unowned-cloud-purchasing", () => {
  const rule = "unowned-cloud-purchasing";
  const isJudged = (activities: string, profile = "headcount: 120, cloudPurchasing: mixed", rest = "") =>
    judged(rule, file(`activities: { ${activities} }\n${rest}`, profile));
  const none = "software-purchase: none";

  it("needs purchases in several places and nobody accountable", () => {
    const at = "organization.cloudPurchasing";
    assert.equal(isJudged(none), `info ${at}`);
    assert.equal(isJudged("software-purchase: { accountable: none }"), `info ${at}`);
    assert.equal(isJudged("software-purchase: { accountable: cfo }"), "silent");
    assert.equal(isJudged("software-purchase: { responsible: cfo }"), "asks activities.software-purchase.accountable");
    assert.equal(isJudged("security: { accountable: ceo }"), "asks activities.software-purchase");
    assert.equal(isJudged(none, "cloudPurchasing: central"), "silent");
    assert.equal(isJudged(none, "cloudPurchasing: none"), "silent");
    assert.equal(isJudged(none, "sector: retail"), `asks ${at}`);
    assert.equal(isJudged("security: { accountable: ceo }", "sector: retail"), "silent");
    assert.equal(
      isJudged("", "headcount: 120, cloudPurchasing: mixed", "coverage: { activities: complete }"),
      `info ${at}`,
    );
  });

  it("is a warning where uncontrolled, large, or where nobody leads IT", () => {
    const warning = "warning organization.cloudPurchasing";
    assert.equal(isJudged(none, "headcount: 10, cloudPurchasing: uncontrolled"), warning);
    assert.equal(isJudged(none, "headcount: 250, cloudPurchasing: business-units"), warning);
    assert.equal(isJudged(none, undefined, "coverage: { itPosts: complete }"), warning);
    assert.match(isJudged(none, "cloudPurchasing: business-units"), /^info/);
  });

  it("makes the head of IT accountable, or whoever heads the organization", () => {
    const fixes = (posts: string, activities = none) => {
      const text = file(`posts: { ${posts} }\nactivities: { ${activities} }`, "cloudPurchasing: mixed");
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes);
    };
    assert.deepEqual(fixes("cio: { heldBy: Ann Ode }"), ["Make the CIO accountable for software purchases"]);
    assert.deepEqual(fixes("cio: vacant"), ["Make the CEO accountable for software purchases"]);
    assert.deepEqual(fixes("owner: { heldBy: Ann Ode }", "software-purchase: { accountable: none }"), [
      "Make the owner accountable for software purchases",
    ]);
    tryRemedies(rule, file("coverage: { activities: complete }", "cloudPurchasing: mixed"));
  });

  it("takes in what is found about the missing accountability itself", () => {
    const noAccountable = declareRule({
      ...unownedCloudPurchasing,
      id: "no-accountable",
      absorbs: [],
      rests: ["S1-11"],
      *check({ org }) {
        for (const entry of org.data.activities.values())
          yield verdict(entry.at, "yes", () => ({ says: `Nobody answers for ${entry.id}.`, severity: "warning" }));
      },
    });
    const text = (accepted = "") =>
      new Text(
        file(
          `activities: { software-purchase: { accountable: none }, security: { accountable: none } }\n${accepted}`,
          "cloudPurchasing: mixed",
        ),
      );
    const rules = [unownedCloudPurchasing, noAccountable];
    const { findings } = analyze(text(), { today, rules });
    assert.deepEqual(
      findings.map((one) => `${one.severity} ${one.rule} ${placeToString(one.at)} ${one.citations.join(" ")}`),
      [
        "warning unowned-cloud-purchasing organization.cloudPurchasing S1-46 S1-11",
        "warning no-accountable activities.security S1-11",
      ],
    );
    const decision =
      "accepted: [{ rule: no-accountable, at: activities.software-purchase, reason: small, compensatingControl: none, approvedBy: ceo, until: 2027-01-01 }]";
    const accepted = analyze(text(decision), { today, rules }).findings.filter((one) => one.accepted);
    assert.deepEqual(
      accepted.map((one) => one.rule),
      [rule],
    );
  });
});
