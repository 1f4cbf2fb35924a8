import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("activity-not-done", () => {
  const rule = "activity-not-done";
  const isJudged = (activities: string, rest = "") => judged(rule, file(`activities: { ${activities} }\n${rest}`));

  it("looks at nine activities, each with its severity", () => {
    for (const id of ["incident-response", "security-policy", "security"])
      assert.equal(isJudged(`${id}: none`), `warning activities.${id}`);
    for (const id of ["access-review", "risk-acceptance", "it-strategy", "it-budget", "business-continuity"])
      assert.equal(isJudged(`${id}: none`), `info activities.${id}`);
    assert.equal(isJudged("third-party-ict-monitoring: none, patching: none, own-thing: none"), "silent");
    assert.equal(
      isJudged("security: unknown, it-strategy: not-applicable, it-budget: { accountable: none }"),
      "silent",
    );
  });

  it("looks at restore tests where backups are made", () => {
    assert.equal(
      isJudged("restore-test: none, backup-run: { responsible: it-manager }"),
      "warning activities.restore-test",
    );
    assert.equal(
      isJudged("restore-test: none", "providers: { x: { services: [backup] } }"),
      "warning activities.restore-test",
    );
    assert.equal(isJudged("restore-test: none, backup-run: none"), "silent");
    assert.equal(isJudged("restore-test: none, backup-run: { responsible: none }"), "silent");
    assert.equal(isJudged("restore-test: none"), "asks activities.backup-run");
  });

  it("names what a complete list leaves out in one finding", () => {
    const others =
      "security: { accountable: ceo }, security-policy: { accountable: ceo }, access-review: { accountable: ceo }, risk-acceptance: { accountable: ceo }, it-strategy: { accountable: ceo }, business-continuity: { accountable: ceo }";
    const complete = "coverage: { activities: complete }";
    assert.equal(isJudged(`${others}, incident-response: { accountable: ceo }`, complete), "info activities");
    assert.equal(isJudged(`${others}`, complete), "warning activities");
    const finding = only(rule, file(`activities: { ${others} }\n${complete}`));
    assert.equal(inFull(finding.says), "Nobody is charged with incident response or IT budget.");
    assert.equal(
      isJudged(`${others}, incident-response: none, it-budget: none`, complete),
      "warning activities.incident-response; info activities.it-budget",
    );
    assert.equal(
      isJudged(`${others}, incident-response: { accountable: ceo }, it-budget: not-asked`, complete),
      "silent",
    );
    assert.equal(
      inFull(
        only(rule, file("providers: { x: { services: [backup] } }\ncoverage: { activities: complete }")).says,
      ).includes("restore testing"),
      true,
    );
    assert.equal(
      inFull(only(rule, file("coverage: { activities: complete }")).says).includes("restore testing"),
      false,
    );
    assert.ok(
      only(rule, file("providers: { x: { services: [backup] } }\ncoverage: { activities: complete }")).message.length <=
        340,
    );
  });

  it("leaves out what somebody does under a name of its own", () => {
    assert.equal(isJudged("it-strategy: none, group-strategy: { activity: it-strategy, accountable: ceo }"), "silent");
    const north = "north-strategy: { activity: it-strategy, unit: north, accountable: ceo }";
    assert.equal(isJudged(`it-strategy: none, ${north}`, group), "info activities.it-strategy");
  });

  it("assigns each to whoever has it as a rule, and never to a provider's people", () => {
    const fixes = (posts: string, activity: string, rest = "") => {
      const text = file(`posts: { ${posts} }\nactivities: { ${activity}: none }\n${rest}`);
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes)[0];
    };
    const posts = "ceo: { heldBy: Ann Ode }, cio: { heldBy: Bo Li }, ciso: { heldBy: Eve Roy }";
    const to = (who: string, what: string) => `Make the ${who} responsible and accountable for ${what}`;
    assert.equal(fixes(posts, "incident-response"), to("CISO", "incident response"));
    assert.equal(fixes(posts, "it-budget"), to("CIO", "IT budget"));
    assert.equal(fixes(posts, "risk-acceptance"), to("CEO", "risk acceptance"));
    const outside = "people: { Eve Roy: { employedBy: x } }\nproviders: { x: { services: [ciso] } }";
    assert.equal(fixes(posts, "incident-response", outside), to("CIO", "incident response"));
    assert.equal(fixes("cio: vacant", "it-budget"), to("CEO", "IT budget"));
    assert.deepEqual(
      titles(only(rule, file("posts: { ceo: none, cio: vacant }\nactivities: { it-budget: none }")).fixes),
      [],
    );
    const all = file(`posts: { ${posts} }\ncoverage: { activities: complete }`);
    tryRemedies(rule, all);
    assert.deepEqual(titles(only(rule, all).fixes), ["Share all of them out to the CISO, the CEO and the CIO"]);
  });
});
