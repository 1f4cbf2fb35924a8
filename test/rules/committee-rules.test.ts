import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { posts, provisionsOf, withCommittees } from "../kit/committee-files.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

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
    const text = withCommittees(`{ it-steering: { ${onlyIt} } }`, { regimes: "rbi-it: applies" });
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

describe("security-chaired-by-it", () => {
  const rule = "security-chaired-by-it";
  const chaired = (chair: string, more = posts, regimes = "") =>
    withCommittees(`{ security: { chair: ${chair}, members: [cio, ciso, cro], meets: quarterly } }`, { more, regimes });
  const at = "committees.security.chair";

  it("fires where the chair is in the IT line", () => {
    for (const chair of ["cio", "it-director", "Bo Li"])
      assert.equal(judged(rule, chaired(chair)), `info ${at}`, chair);
    for (const chair of ["cro", "ciso", "ceo", "external", "none"])
      assert.equal(judged(rule, chaired(chair)), "silent", chair);
  });

  it("fires for whoever leads IT beside another post", () => {
    const more = `${posts}  it-manager: { heldBy: Dee Fox }\n`;
    assert.equal(judged(rule, chaired("Dee Fox", more)), `info ${at}`);
    assert.equal(judged(rule, chaired("cfo", more)), "silent");
  });

  it("asks who the chair is, and leaves a dormant committee alone", () => {
    assert.equal(judged(rule, chaired("unknown")), `asks ${at}`);
    assert.equal(judged(rule, withCommittees("{ security: { chair: cio, meets: never } }")), "silent");
    assert.equal(judged(rule, withCommittees("{ architecture: { chair: cio, meets: monthly } }")), "silent");
  });

  it("is an error under RBI", () => {
    assert.equal(judged(rule, chaired("cio", posts, "rbi-it: applies")), `error ${at}`);
    assert.deepEqual(provisionsOf(rule, chaired("cio", posts, "rbi-it: applies")), ["rbi-24b"]);
  });

  it("lets the CRO or the CEO chair it", () => {
    tryRemedies(rule, chaired("cio"));
    assert.deepEqual(titles(only(rule, chaired("cio")).fixes), [
      "Let the CRO chair the security committee",
      "Let the CEO chair the security committee",
    ]);
    const withoutRisk =
      "posts: { ceo: { heldBy: Ann Ode }, cio: { heldBy: Bo Li }, ciso: { heldBy: Eve Roy }, cro: { heldBy: Bo Li } }\n";
    assert.deepEqual(titles(only(rule, chaired("cio", withoutRisk)).fixes), [
      "Let the CEO chair the security committee",
    ]);
  });
});

describe("strategy-committee-composition", () => {
  const rule = "strategy-committee-composition";
  const composed = (facts: string, regimes = "") => withCommittees(`{ it-strategy: { ${facts} } }`, { regimes });
  const at = "committees.it-strategy";

  it("wants three directors and an independent chair", () => {
    assert.equal(judged(rule, composed("directors: 2, independent: yes")), `hint ${at}`);
    assert.equal(judged(rule, composed("directors: none, independent: yes")), `hint ${at}`);
    assert.equal(judged(rule, composed("directors: 5, independent: no")), `hint ${at}`);
    assert.equal(judged(rule, composed("directors: 3, independent: yes")), "silent");
  });

  it("does not count members as directors", () => {
    assert.equal(
      judged(rule, composed("members: [ceo, cfo, cro, cio], independent: yes")),
      "asks committees.it-strategy.directors",
    );
  });

  it("asks for what is not known, where the rest does not settle it", () => {
    assert.equal(judged(rule, composed("directors: 3")), "asks committees.it-strategy.independent");
    assert.equal(judged(rule, composed("directors: 1")), `hint ${at}`);
    assert.equal(judged(rule, composed("meets: never, directors: 1")), "silent");
    assert.equal(judged(rule, withCommittees("{ it-strategy: none }")), "silent");
  });

  it("is an error under RBI", () => {
    const text = composed("directors: 2, independent: yes", "rbi-it: applies");
    assert.equal(judged(rule, text), `error ${at}`);
    assert.deepEqual(provisionsOf(rule, text), ["rbi-6"]);
  });

  it("names what it would take", () => {
    const of = (facts: string) => {
      tryRemedies(rule, composed(facts));
      return titles(only(rule, composed(facts)).fixes);
    };
    assert.deepEqual(of("directors: 2, independent: yes"), ["Have three directors on the IT strategy committee"]);
    assert.deepEqual(of("directors: 4, independent: no"), [
      "Let an independent director chair the IT strategy committee",
    ]);
    assert.deepEqual(of("directors: 0, independent: no"), [
      "Have three directors on the IT strategy committee, with an independent one as its chair",
    ]);
  });
});

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
    const text = withCommittees("{ it-steering: { chair: ceo, members: [ceo, cio] } }", { regimes: "rbi-it: applies" });
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
