import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, findingsOf, judged, only } from "../kit/judged.ts";

const rule = "duties-build-deploy";

const builds = (count: number, who: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `  b${i}: { activity: change-build, responsible: ${who(i)} }\n`).join("");

describe("duties in files of many activities", () => {
  it("finds the one first duty in the same hands among hundreds in others", () => {
    const others = (i: number) => (i === 299 ? "dev" : `Person N${i}`);
    const text = (deploys: string) =>
      file(
        `providers: { msp: {} }\npeople: { Bo Li: { employedBy: msp } }\nposts: { dev: { heldBy: Bo Li } }\nactivities:\n${builds(300, others)}  change-deploy: { responsible: ${deploys} }`,
      );
    for (const who of ["dev", "Bo Li", "provider:msp"])
      assert.equal(judged(rule, text(who)), "warning activities.change-deploy.responsible", who);
    assert.equal(judged(rule, text("Al Day")), "silent");
    assert.equal(judged(rule, text("unknown")), "asks activities.change-deploy.responsible");
  });

  it("asks about a first duty of which nobody is known, and finds the others", () => {
    const text = (who: string) =>
      file(
        `activities:\n${builds(3, (i) => (i === 1 ? "unknown" : `Person N${i}`))}  change-deploy: { responsible: ${who} }`,
      );
    assert.equal(judged(rule, text("Al Day")), "asks activities.b1.responsible");
    assert.equal(judged(rule, text("Person N2")), "warning activities.change-deploy.responsible");
  });

  it("names so many places beside a finding, and no more", () => {
    const found = only(rule, file(`activities:\n${builds(400, () => "Bo Li")}  change-deploy: { responsible: Bo Li }`));
    assert.equal(found.related.length, 50);
  });

  it("keeps apart what different scopes keep apart, however much there is", () => {
    const scoped = Array.from(
      { length: 120 },
      (_, i) => `  b${i}: { activity: change-build, responsible: Bo Li, scope: [s${i}] }\n`,
    );
    const text = file(`activities:\n${scoped.join("")}  change-deploy: { responsible: Bo Li, scope: [s119] }`);
    assert.deepEqual(
      findingsOf(rule, text).flatMap(({ related }) => related.map(({ at }) => at[1])),
      ["b119"],
    );
  });
});
