import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only } from "../kit/judged.ts";

const large = "headcount: 400";
const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("temporary-leader", () => {
  const rule = "temporary-leader";
  const isJudged = (posts: string, profile = large) => judged(rule, file(`posts: { ${posts} }`, profile));
  const settled = "daysPerWeek: 5, primaryDuty: yes, interim: no";

  it("looks at the end of an interim", () => {
    const cio = (fields: string) => isJudged(`cio: { heldBy: Ann Ode, daysPerWeek: 5, ${fields} }`);
    assert.equal(cio("interim: yes, until: none"), "info posts.cio.until");
    assert.equal(cio("interim: yes, until: 2027-01-31"), "silent");
    assert.equal(cio("interim: yes"), "asks posts.cio.until");
    assert.equal(cio("interim: no, until: none"), "silent");
    assert.equal(cio("until: none"), "asks posts.cio.interim");
    assert.equal(cio("interim: declined"), "silent");
  });

  it("counts days only in a large organization", () => {
    const days = (count: string, profile?: string) =>
      isJudged(`cio: { heldBy: Ann Ode, interim: no, daysPerWeek: ${count} }`, profile);
    assert.equal(days("2"), "info posts.cio.daysPerWeek");
    assert.equal(days("2.5"), "info posts.cio.daysPerWeek");
    assert.equal(days("3"), "silent");
    assert.equal(days("not-asked"), "asks posts.cio.daysPerWeek");
    assert.equal(days("1", "headcount: 249"), "silent");
    assert.equal(days("1", "headcount: 200-300"), "asks organization.headcount");
    assert.match(
      inFull(only(rule, file("posts: { cio: { interim: no, heldBy: Ann Ode, daysPerWeek: 1 } }", large)).says),
      /Ann Ode .* for one day a week/,
    );
  });

  it("counts less than one day of a CISO from 50 people on, and of a vCIO from 100", () => {
    const ciso = (days: string, profile: string) =>
      isJudged(`ciso: { heldBy: Ann Ode, interim: no, primaryDuty: yes, daysPerWeek: ${days} }`, profile);
    assert.equal(ciso("0.5", "headcount: 50"), "info posts.ciso.daysPerWeek");
    assert.equal(ciso("0.5", "headcount: 49"), "silent");
    assert.equal(ciso("1", "headcount: 50"), "silent");
    assert.equal(ciso("0.5", "headcount: 40-60"), "asks organization.headcount");
    assert.equal(ciso("0.5", "headcount: 200-300"), "info posts.ciso.daysPerWeek");
    const vcio = (days: string, profile: string) =>
      isJudged(`it-manager: { heldBy: Bo Li, ${settled} }, vcio: { heldBy: Cy Ho, daysPerWeek: ${days} }`, profile);
    assert.equal(vcio("0.5", "headcount: 100"), "info posts.vcio.daysPerWeek");
    assert.equal(vcio("0.5", "headcount: 99"), "silent");
    assert.equal(vcio("2", "headcount: 400"), "silent");
    const outside = (profile: string) =>
      judged(
        rule,
        file(
          'posts: { ciso: { heldBy: "provider:x", interim: no, primaryDuty: yes } }\nproviders: { x: { services: [ciso] } }',
          profile,
        ),
      );
    assert.equal(outside("headcount: 50"), "asks posts.ciso.daysPerWeek");
    assert.equal(outside("headcount: 49"), "silent");
    assert.equal(isJudged("ciso: { heldBy: Ann Ode, interim: no, primaryDuty: yes }", "headcount: 120"), "silent");
  });

  it("adds up the days of those who share a post", () => {
    const shared = (holders: string, days: string) =>
      isJudged(`cio: { heldBy: [${holders}], interim: no, daysPerWeek: ${days} }`);
    assert.equal(shared("Ann Ode, Bo Li", "2.5"), "silent");
    assert.equal(shared("Ann Ode, Bo Li", "1"), "info posts.cio.daysPerWeek");
    assert.equal(shared("Ann Ode", "2.5"), "info posts.cio.daysPerWeek");
    assert.match(
      inFull(only(rule, file("posts: { cio: { interim: no, heldBy: [Ann Ode, Bo Li], daysPerWeek: 1 } }", large)).says),
      /Ann Ode and Bo Li fill the post of CIO for 2 days in all a week/,
    );
  });

  it("asks for both at once, as far as both matter", () => {
    const question = (profile: string) =>
      check(file("posts: { cio: { heldBy: Ann Ode } }", profile))
        .questions.filter((one) => one.blocks.includes(rule))
        .map((one) => `${placeToString(one.at)}: ${inFull(one.question)}`);
    assert.deepEqual(question(large), [
      "posts.cio.interim: Is the CIO in the post for good, and for how many days a week?",
    ]);
    assert.deepEqual(question("headcount: 120"), [
      "posts.cio.interim: Is the CIO in the post for good, or only for the time being?",
    ]);
  });

  it("does not ask a firm's people of a few days a week whether that is their main duty, or for good", () => {
    const asks = (provided: string, days: string, more = "") =>
      check(
        file(
          `posts: { ciso: { heldBy: ${provided}, daysPerWeek: ${days}${more} } }\nproviders: { north: { services: [ciso] } }\npeople: { Eve Roy: { employedBy: provider:north } }`,
          "headcount: 120",
        ),
      )
        .questions.filter((one) => one.blocks.includes(rule))
        .map((one) => placeToString(one.at));
    for (const holder of ["Eve Roy", '"provider:north"']) {
      assert.deepEqual(asks(holder, "0.5"), []);
      assert.deepEqual(asks(holder, "2"), []);
      assert.deepEqual(asks(holder, "4"), ["posts.ciso.interim", "posts.ciso.primaryDuty"]);
    }
    assert.deepEqual(asks("Bo Li", "2"), ["posts.ciso.interim", "posts.ciso.primaryDuty"], "on the payroll");
    assert.match(
      isJudged('ciso: { heldBy: "provider:north", daysPerWeek: 2, primaryDuty: no }', "headcount: 120"),
      /info posts\.ciso\.primaryDuty/,
      "what was answered still counts",
    );
  });

  it("looks at the main duty of a CISO only", () => {
    assert.equal(
      isJudged("ciso: { heldBy: Ann Ode, interim: no, daysPerWeek: 5, primaryDuty: no }"),
      "info posts.ciso.primaryDuty",
    );
    assert.equal(isJudged("ciso: { heldBy: Ann Ode, interim: no, daysPerWeek: 5 }"), "asks posts.ciso.primaryDuty");
    assert.equal(isJudged("cio: { heldBy: Ann Ode, interim: no, daysPerWeek: 5, primaryDuty: no }"), "silent");
  });

  it("looks at the heads of IT and at every CISO, and at no empty post", () => {
    assert.equal(
      isJudged(`cio: { heldBy: Ann Ode, ${settled} }, it-manager: { heldBy: Bo Li, interim: yes, until: none }`),
      "silent",
    );
    assert.equal(isJudged("cio: { heldBy: vacant, interim: yes, until: none }"), "silent");
    const companies = `${group}posts:
  north-it: { role: it-manager, unit: north, heldBy: Ann Ode, interim: yes, until: none, daysPerWeek: 5 }
  lab-it: { role: it-manager, unit: lab, heldBy: Bo Li, interim: yes, until: none, daysPerWeek: 5 }
  lab-ciso: { role: ciso, unit: lab, heldBy: Cy Ho, ${settled}, daysPerWeek: 1 }
`.replace(`${settled}, daysPerWeek: 1`, "interim: no, primaryDuty: yes, daysPerWeek: 1");
    assert.equal(judged(rule, file(companies, large)), "info posts.north-it.until; info posts.lab-ciso.daysPerWeek");
  });
});
