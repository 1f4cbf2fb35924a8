import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { afterFix, fixesOf, said } from "../kit/judged.ts";

describe("acceptance-lapsed", () => {
  const posts =
    "posts:\n  ceo: { heldBy: Ann Ode }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: cio }\n";
  const whole = {
    rule: "ciso-in-it-line",
    at: "posts.ciso",
    reason: "it is so",
    compensatingControl: "none",
    approvedBy: "ceo",
    until: "2027-01-01",
  };
  const entry = (changes: Partial<Record<keyof typeof whole, string>>) => {
    const fields = Object.entries({ ...whole, ...changes }).filter(([, value]) => value !== "");
    return `itorg: 1\norganization: { name: Example, headcount: 300 }\n${posts}accepted:\n  - { ${fields.map(([key, value]) => `${key}: ${value}`).join(", ")} }\n`;
  };
  const lapsed = (changes: Parameters<typeof entry>[0]) =>
    said("acceptance-lapsed", entry(changes))[0]?.replace("warning accepted[0]: ", "");
  const isCovered = (changes: Parameters<typeof entry>[0]) =>
    check(entry(changes)).findings.find((finding) => finding.rule === "ciso-in-it-line")?.accepted !== null;

  it("holds until the end of its last day", () => {
    assert.equal(lapsed({}), undefined);
    assert.equal(lapsed({ until: "2026-11-22" }), undefined);
    assert.equal(lapsed({ until: "" }), undefined);
    assert.equal(lapsed({ until: "2026-11-21" }), "This decision ran out on 2026-11-21 and covers nothing any more.");
    assert.deepEqual([isCovered({}), isCovered({ until: "2026-11-21" })], [true, false]);
  });
  it("is asked for again, and pending until somebody has answered", () => {
    const content = entry({ until: "2026-06-30" });
    const again = content.replace("2026-06-30", "not-asked").replace("approvedBy: ceo", "approvedBy: not-asked");
    assert.equal(afterFix("acceptance-lapsed", content), again);
    assert.deepEqual(fixesOf("acceptance-lapsed", content), [["Ask again"]]);
    assert.deepEqual(said("acceptance-lapsed", again), ["hint accepted[0]: Who approved this decision?"]);
    assert.deepEqual(fixesOf("acceptance-lapsed", again), [[]]);
  });
  it("is pending while nobody has been asked, and no other rule speaks of it", () => {
    const open = { reason: "not-asked", approvedBy: "not-asked", compensatingControl: "not-asked", until: "not-asked" };
    assert.deepEqual(said("acceptance-lapsed", entry(open)), ["hint accepted[0]: Who approved, and why?"]);
    assert.equal(isCovered(open), false);
    const { findings, questions } = check(entry(open));
    assert.deepEqual(
      findings.filter(({ at }) => at[0] === "accepted").map(({ rule }) => rule),
      ["acceptance-lapsed"],
    );
    assert.deepEqual(
      questions.filter(({ at }) => at[0] === "accepted"),
      [],
    );
  });
  it("needs a rule, a place, a reason and an approver", () => {
    for (const field of ["rule", "at", "reason", "approvedBy"] as const) {
      assert.match(lapsed({ [field]: "" }) ?? "", /covers nothing: it lacks /, field);
      assert.match(lapsed({ [field]: "unknown" }) ?? "", /covers nothing: it lacks /, field);
      assert.equal(isCovered({ [field]: "" }), false);
    }
  });
  it("knows the checks and the provisions, and no others", () => {
    assert.equal(
      lapsed({ rule: "ciso-in-it-lane" }),
      "There is no check called `ciso-in-it-lane`, so this decision covers nothing.",
    );
    const nothingThere = "This decision covers nothing: no such finding stands at that place.";
    for (const rule of ["dora-5-3", "ccpa-7122", "ffiec-mgmt"]) assert.equal(lapsed({ rule }), nothingThere, rule);
  });
  it("wants a word on the control, of which `none` is one", () => {
    for (const word of ["", "unknown", "not-asked", "declined"]) {
      assert.match(lapsed({ compensatingControl: word }) ?? "", /does not say what is done instead/, word);
      assert.equal(isCovered({ compensatingControl: word }), true);
    }
    assert.equal(lapsed({ compensatingControl: "a weekly talk" }), undefined);
  });
  it("says so where nothing is found there", () => {
    assert.equal(lapsed({ at: "posts.ceo" }), "This decision covers nothing: no such finding stands at that place.");
    assert.deepEqual(fixesOf("acceptance-lapsed", entry({ at: "posts.ceo" })), [[]]);
  });
});
