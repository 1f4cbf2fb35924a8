import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { posts, withCommittees } from "../kit/committees.ts";
import { judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

describe("ciso-absent-from-committees", () => {
  const rule = "ciso-absent-from-committees";
  const at = "committees.it-steering.members";
  const isJudged = (committees: string, more = posts) => judged(rule, withCommittees(committees, { more }));

  it("fires where the CISO is neither a member nor invited", () => {
    assert.equal(isJudged("{ it-steering: { chair: ceo, members: [ceo, cio] } }"), `info ${at}`);
    assert.equal(
      isJudged("{ it-strategy: { chair: ceo, members: [ceo, cio] } }"),
      "info committees.it-strategy.members",
    );
    assert.equal(isJudged("{ it-steering: { chair: ceo, members: none } }"), `info ${at}`);
    assert.equal(
      judged(rule, withCommittees("{ it-steering: { chair: ceo } }", { all: true })),
      `info ${at}`,
      "in a complete section, members left out are none",
    );
  });

  it("is satisfied by a seat on one of them, by post or by name", () => {
    for (const seat of ["members: [ciso]", "members: [Eve Roy]", "members: [cio], invitees: [ciso]"])
      assert.equal(isJudged(`{ it-steering: { chair: ceo, ${seat} } }`), "silent", seat);
    assert.equal(isJudged("{ it-steering: { chair: ciso, members: [cio] } }"), "silent");
    const two = "{ it-strategy: { chair: ceo, members: [ceo] }, it-steering: { chair: ceo, members: [cio, ciso] } }";
    assert.equal(isJudged(two), "silent");
  });

  it("does not apply without a CISO, or without such a committee", () => {
    const seats = "{ it-steering: { chair: ceo, members: [ceo, cio] } }";
    for (const ciso of ["none", "vacant"])
      assert.equal(
        isJudged(seats, `posts: { ceo: { heldBy: Ann Ode }, cio: { heldBy: Bo Li }, ciso: ${ciso} }\n`),
        "silent",
      );
    assert.equal(isJudged("{ security: { chair: ceo, members: [cio] } }"), "silent");
    assert.equal(isJudged("{ it-steering: { chair: ceo, members: [cio], meets: never } }"), "silent");
  });

  it("does not count a seat on a dormant committee", () => {
    const two = "{ it-strategy: { members: [ciso], meets: never }, it-steering: { chair: ceo, members: [cio] } }";
    assert.equal(isJudged(two), `info ${at}`);
  });

  it("asks who sits there, once", () => {
    assert.equal(isJudged("{ it-steering: { meets: quarterly } }"), `asks ${at}`);
    // Members that are listed are all there are, whoever takes the chair, and whoever holds the posts named.
    assert.equal(
      isJudged("{ it-steering: { members: [cio, cfo] } }", "posts:\n  ciso: { heldBy: Eve Roy }\n"),
      `info ${at}`,
    );
    assert.equal(isJudged("{ it-steering: { members: [cio] } }"), `info ${at}`);
  });

  it("looks at the committees of the CISO's own company", () => {
    const units = "units: { north: { name: North, kind: company } }\n";
    const more = `${units}${posts}  north-ciso: { role: ciso, heldBy: Kim Po, unit: north }\n`;
    assert.equal(isJudged("{ it-steering: { chair: ceo, members: [ciso, cio] } }", more), "silent");
    const own =
      "{ it-steering: { chair: ceo, members: [ciso] }, north-steering: { type: it-steering, unit: north, chair: ceo, members: [cio] } }";
    assert.equal(isJudged(own, more), "info committees.north-steering.members");
    const group =
      "{ it-steering: { chair: ceo, members: [ciso, north-ciso] }, north-steering: { type: it-steering, unit: north, chair: ceo, members: [cio] } }";
    assert.equal(isJudged(group, more), "silent");
  });

  it("is an error under RBI", () => {
    const text = withCommittees("{ it-steering: { chair: ceo, members: [ceo, cio] } }", {
      regimes: "rbi-it: { status: applies, as: [commercial-bank] }",
    });
    assert.equal(judged(rule, text), `error ${at}`);
    assert.deepEqual(provisionsOf(rule, text), ["rbi-24d"]);
  });

  it("seats or invites the CISO", () => {
    const text = withCommittees("{ it-steering: { chair: ceo, members: [ceo, cio], invitees: [cfo] } }");
    tryRemedies(rule, text);
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Make the CISO a member of the IT steering committee",
      "Always invite the CISO to the IT steering committee",
    ]);
    tryRemedies(rule, withCommittees("{ it-strategy: { chair: ceo, members: none } }"));
  });
});
