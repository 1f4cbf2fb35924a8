import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { posts, withCommittees } from "../kit/committees.ts";
import { applied, file, judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

describe("steering-all-it", () => {
  const rule = "steering-all-it";
  const isJudged = (facts: string, more = posts) =>
    judged(rule, withCommittees(`{ it-steering: { ${facts} } }`, { more }));
  const at = "committees.it-steering.members";
  const onlyIt = "chair: cio, members: [cio, it-director], meets: quarterly";

  it("fires where members and chair are all in the IT line", () => {
    assert.equal(isJudged(onlyIt), `warning ${at}`);
    assert.equal(isJudged("chair: Bo Li, members: [Bo Li, Cy Ho]"), `warning ${at}`);
    assert.equal(isJudged(`${onlyIt}, invitees: [ciso, cfo]`), `warning ${at}`);
    assert.equal(
      judged(rule, withCommittees("{ projects: { type: it-steering, chair: cio, members: [it-director] } }")),
      "warning committees.projects.members",
    );
  });

  it("is satisfied by one member or a chair from elsewhere, the CISO among them", () => {
    assert.equal(isJudged("chair: ceo, members: [cio, it-director]"), "silent");
    assert.equal(isJudged("chair: cio, members: [cio, cfo]"), "silent");
    assert.equal(isJudged("chair: cio, members: [cio, Dee Fox]"), "silent");
    assert.equal(isJudged("chair: cio, members: [cio, ciso]"), "silent");
    assert.equal(isJudged("chair: external, members: [cio]"), "silent");
  });

  it("leaves providers out of the count", () => {
    const more = `${posts}providers: { msp: { services: [hosting] } }\n`;
    assert.equal(isJudged("chair: cio, members: [cio, 'provider:msp']", more), `warning ${at}`);
    assert.equal(isJudged("chair: provider:msp, members: ['provider:msp']", more), "silent");
  });

  it("counts a CTO who runs internal IT", () => {
    const cto = (duty: string) =>
      `${posts}  cto: { heldBy: Jo Eck, reportsTo: ceo }\nactivities: { it-operations: { accountable: ${duty} } }\n`;
    assert.equal(isJudged("chair: cio, members: [cto]", cto("cto")), `warning ${at}`);
    assert.equal(isJudged("chair: cio, members: [cto]", cto("cio")), "silent");
  });

  it("cannot tell without the chair, the members, or whom somebody speaks for", () => {
    assert.equal(isJudged("members: [cio]"), "asks committees.it-steering.chair");
    assert.equal(isJudged("chair: cio"), `asks ${at}`);
    assert.equal(isJudged("chair: ceo"), "silent");
    assert.equal(
      isJudged("chair: cio, members: [cio, Zoe Nu]"),
      "asks people.Zoe Nu".replace("people.Zoe Nu", 'people["Zoe Nu"]'),
    );
    const liaison = `${posts}  liaison: { title: Liaison, heldBy: Al Ito, reportsTo: cio }\n`;
    assert.equal(isJudged("chair: cio, members: [cio, liaison]", liaison), "asks posts.liaison.role");
  });

  it("counts a dormant committee as absent", () => {
    assert.equal(isJudged("chair: cio, members: [cio], meets: never"), "silent");
    assert.equal(isJudged("chair: cio, members: [cio], lastMet: 2025-01-31"), "silent");
  });

  it("is an error under RBI", () => {
    const text = withCommittees(`{ it-steering: { ${onlyIt} } }`, {
      regimes: "rbi-it: { status: applies, as: [commercial-bank] }",
    });
    assert.equal(judged(rule, text), `error ${at}`);
    assert.deepEqual(provisionsOf(rule, text), ["rbi-7"]);
  });

  it("seats somebody from the business", () => {
    const text = withCommittees(`{ it-steering: { ${onlyIt} } }`);
    tryRemedies(rule, text);
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Make the CFO a member of the IT steering committee",
      "Make the CRO a member of the IT steering committee",
      "Make the CEO a member of the IT steering committee",
    ]);
    const bare = file(
      "posts: { it-director: { heldBy: Cy Ho } }\ncommittees: { it-steering: { chair: it-director, members: it-director } }",
    );
    tryRemedies(rule, bare);
    assert.deepEqual(titles(only(rule, bare).fixes), ["Make the CEO a member of the IT steering committee"]);
    assert.match(applied(bare, only(rule, bare).fixes[0]!), /members: \[it-director, ceo\]/);
  });

  it("seats nobody who leads IT as well, and nobody of another company", () => {
    const more = `units: { north: { name: North, kind: company } }
posts:
  ceo: { heldBy: Ann Ode }
  coo: { heldBy: Bo Li }
  cio: { heldBy: Bo Li }
  cfo: { heldBy: vacant }
  north-cfo: { role: cfo, heldBy: Kim Po, unit: north }
`;
    const text = withCommittees("{ it-steering: { chair: cio, members: [cio] } }", { more });
    assert.deepEqual(titles(only(rule, text).fixes), ["Make the CEO a member of the IT steering committee"]);
  });
});
