import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, provisionsOf, tryRemedies } from "../kit/judged.ts";

const rule = "duties-change-approve-own";
const text = (build: string, approve: string, regimes = "", head = "dev-lead") =>
  file(
    `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  dev-lead: { heldBy: Di Xu, reportsTo: it-director }
teams:
  dev: { headedBy: ${head}, members: 6 }
  platform: { headedBy: team:dev, members: 3 }
activities:
  change-build: { responsible: ${build} }
  change-approve: { ${approve} }
`,
    "headcount: 300",
    regimes,
  );
const place = "activities.change-approve";

describe("a team's head who approves the team's changes", () => {
  it("is information, by post or by name, responsible or accountable", () => {
    assert.equal(judged(rule, text("[team:dev]", "responsible: [dev-lead]")), `info ${place}.responsible[0]`);
    assert.equal(judged(rule, text("[team:dev]", "responsible: [Di Xu]")), `info ${place}.responsible[0]`);
    assert.equal(
      judged(rule, text("[team:dev]", "responsible: [ceo], accountable: dev-lead")),
      `info ${place}.accountable`,
    );
    assert.equal(judged(rule, text("[team:platform]", "responsible: [dev-lead]")), `info ${place}.responsible[0]`);
    const one = only(rule, text("[team:dev]", "responsible: [dev-lead]"));
    assert.equal(
      inFull(one.says),
      "Di Xu (Dev Lead) heads the Dev team, which is responsible for building of changes, and is responsible for change approval.",
    );
    assert.ok(one.related.some(({ at }) => at.join(".") === "teams.dev.headedBy"));
    tryRemedies(rule, text("[team:dev]", "responsible: [dev-lead]"));
  });

  it("is a warning under DORA, by the article on changes", () => {
    const dora = text("[team:dev]", "responsible: [dev-lead]", "dora: applies");
    assert.equal(judged(rule, dora), `warning ${place}.responsible[0]`);
    assert.deepEqual(provisionsOf(rule, dora), ["dora-rts17"]);
  });

  it("is the person's own pair where the head is named among those who build", () => {
    assert.equal(
      judged(rule, text("[team:dev, dev-lead]", "responsible: [dev-lead]")),
      `warning ${place}.responsible[0]`,
    );
    assert.equal(judged(rule, text("[team:dev, Di Xu]", "responsible: [dev-lead]")), `warning ${place}.responsible[0]`);
  });

  it("is nothing of another's approval, another pair, or a head whom nobody knows", () => {
    assert.equal(judged(rule, text("[team:dev]", "responsible: [it-director], accountable: ceo")), "silent");
    assert.equal(
      judged(rule, text("[team:dev]", "responsible: [dev-lead], accountable: ceo", "", "not-asked")),
      "asks teams.dev.headedBy",
    );
    assert.equal(judged(rule, text("[team:dev]", "responsible: [dev-lead], accountable: ceo", "", "none")), "silent");
    const deploy = text("[team:dev]", "responsible: [ceo]").replace("change-approve", "change-deploy");
    assert.equal(judged("duties-build-deploy", deploy.replace("[ceo]", "[dev-lead]")), "silent");
  });
});
