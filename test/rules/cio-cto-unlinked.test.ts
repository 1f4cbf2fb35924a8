import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";

describe("cio-cto-unlinked", () => {
  const rule = "cio-cto-unlinked";
  const complete = "coverage: { posts: complete, committees: complete }\n";
  const text = (cio: string, cto: string, more = complete) =>
    file(
      `posts:\n${ceo}  cfo: { heldBy: Dee Fox, reportsTo: ceo }\n  cio: { heldBy: Bo Li, ${cio} }\n  cto: { heldBy: Cy Ho, ${cto} }\n${more}`,
    );
  const judge = (cio: string, cto: string, more?: string) => judged(rule, text(cio, cto, more));
  const apart = ["reportsTo: cfo", "reportsTo: ceo"] as const;
  const with_ = (committee: string) => `${complete}committees: { ${committee} }\n`;

  it("is a hint at the CTO's post where nothing joins the two", () => {
    assert.equal(judge(...apart), "hint posts.cto");
    assert.equal(
      judge(...apart, with_("risk: { chair: cio, members: [ceo] }, it-steering: { chair: cto }")),
      "hint posts.cto",
    );
  });

  it("counts a line and a dotted line, either way", () => {
    assert.equal(judge("reportsTo: cto", "reportsTo: ceo"), "silent");
    assert.equal(judge("reportsTo: ceo", "reportsTo: cio"), "silent");
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [cto]", "reportsTo: ceo"), "silent");
    assert.equal(judge("reportsTo: cfo", "reportsTo: ceo, dottedLineTo: [ceo, cio]"), "silent");
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [ceo]", "reportsTo: ceo"), "hint posts.cto");
  });

  it("counts a committee in which both sit, in any seat and by name or post", () => {
    for (const seats of [
      "chair: cio, members: [cto]",
      "chair: ceo, members: [Bo Li, ceo], invitees: [cy ho]",
      "chair: cto, invitees: [cio]",
    ])
      assert.equal(judge(...apart, with_(`it-steering: { ${seats} }`)), "silent", seats);
    assert.equal(judge(...apart, with_("it-steering: none")), "hint posts.cto");
  });

  it("counts no committee that has fallen asleep", () => {
    const meeting = (rhythm: string) =>
      judge(...apart, with_(`it-steering: { chair: cio, members: [cto], ${rhythm} }`));
    assert.equal(meeting("meets: never"), "hint posts.cto");
    assert.equal(meeting("lastMet: 2025-11-21"), "hint posts.cto");
    assert.equal(meeting("lastMet: 2025-11-22"), "silent");
    assert.equal(meeting("meets: rarer"), "silent");
  });

  it("needs two people in the posts", () => {
    assert.equal(judged(rule, text(...apart).replace("Cy Ho", "Bo Li")), "silent");
    assert.equal(judged(rule, text(...apart).replace("Cy Ho", "vacant")), "silent");
    assert.equal(judged(rule, text(...apart).replace("Cy Ho", "not-asked")), "asks posts.cto.heldBy");
    assert.equal(judged(rule, text(...apart).replace("heldBy: Bo Li", "heldBy: vacant")), "silent");
  });

  it("asks one question, not one for each list that is not written", () => {
    const open = "committees:\n  risk: { chair: ceo }\n  security: { chair: not-asked }\n  audit: {}\n";
    const asked = check(text(...apart, open)).questions.filter(({ blocks }) => blocks.includes(rule));
    assert.deepEqual(
      asked.map((one) => inFull(one.question)),
      ["Where do the CTO and the CIO work together: in a committee, or by a dotted line?"],
    );
    assert.equal(judge("reportsTo: not-asked", "reportsTo: ceo"), "asks posts.cio.reportsTo");
    const refused = "reportsTo: cfo, dottedLineTo: declined";
    assert.equal(judge(refused, "reportsTo: ceo, dottedLineTo: declined"), "silent", "a refusal is no finding");
  });

  it("seats both on the steering committee, or joins them by a dotted line", () => {
    const steering = text(...apart, with_("it-steering: { chair: ceo, members: [ceo] }"));
    const { fixes } = only(rule, steering);
    assert.deepEqual(titles(fixes), [
      "Make both the CIO and the CTO members of the IT steering committee",
      "Draw a dotted line from the CTO to the CIO",
    ]);
    assert.match(applied(steering, fixes[0]!), /members: \[ceo, cio, cto\]/);
    tryRemedies(rule, steering);
    const half = text(...apart, with_("it-steering: { chair: cio }"));
    assert.equal(titles(only(rule, half).fixes)[0], "Make the CTO a member of the IT steering committee");
    tryRemedies(rule, half);
    tryRemedies(rule, text(...apart));
    assert.equal(only(rule, text(...apart)).fixes.length, 1);
  });

  it("looks to the CIO of the same unit first", () => {
    const units = `${complete}units: { north: { kind: company } }\n`;
    const two = text(...apart, units).replace(
      "  cto: {",
      "  cio-north: { role: cio, unit: north, heldBy: Eve Roy, reportsTo: ceo }\n  cto-north: { role: cto, unit: north, heldBy: Gil Roe, reportsTo: cio-north }\n  cto: {",
    );
    assert.equal(judged(rule, two), "hint posts.cto");
  });
});
