import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedBy, file, judged } from "../kit/judged.ts";

const rule = "duties-backup-admin";
const place = "hint activities.backup-run.responsible[0]";
const text = (admin: string, backup: string, profile = "itHeadcount: 12", more = "") =>
  file(
    `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  sysadmin: { heldBy: Bo Li, reportsTo: ceo }
  other: { title: Operator, heldBy: Cy Ho, reportsTo: ceo }
${more}activities:
  system-admin: { responsible: [${admin}] }
  backup-run: { responsible: [${backup}] }
`,
    profile,
  );

describe("duties-backup-admin", () => {
  it("is a hint for one person in both, and asks for a copy out of their reach", () => {
    assert.equal(judged(rule, text("sysadmin", "sysadmin")), place);
    assert.deepEqual(askedBy(rule, text("sysadmin", "sysadmin")), ["activities.backup-run.offlineCopy"]);
    assert.equal(judged(rule, text("sysadmin", "other")), "silent");
    assert.deepEqual(askedBy(rule, text("sysadmin", "other")), []);
  });

  it("ends with such a copy", () => {
    const copy = (word: string) =>
      judged(
        rule,
        text("sysadmin", "sysadmin")
          .replace("[sysadmin] }\n", "[sysadmin] }\n")
          .replace(
            "backup-run: { responsible: [sysadmin]",
            `backup-run: { responsible: [sysadmin], offlineCopy: ${word}`,
          ),
      );
    assert.equal(copy("yes"), "silent");
    assert.equal(copy("no"), place);
    assert.equal(copy("none"), place);
    assert.equal(copy("unknown"), place);
  });

  it("leaves providers, their people, teams and an IT of three alone", () => {
    const outside =
      "people: { Bo Li: { employedBy: msp } }\nproviders: { msp: { name: MSP, services: [backup], overseenBy: ceo } }\n";
    assert.equal(judged(rule, text('"provider:msp"', '"provider:msp"', undefined, outside)), "silent");
    assert.equal(judged(rule, text("sysadmin", "sysadmin", undefined, outside)), "silent");
    const team = "teams: { ops: { headedBy: sysadmin, members: 4 } }\n";
    assert.equal(judged(rule, text("team:ops", "team:ops", undefined, team)), "silent");
    assert.equal(judged(rule, text("sysadmin", "sysadmin", "itHeadcount: 3")), "silent");
    assert.equal(judged(rule, text("sysadmin", "sysadmin", "itHeadcount: 4")), place);
  });
});
