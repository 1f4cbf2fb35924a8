import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { afterRemedy, askedBy, findingsOf, foundBy, remediesOf } from "../kit/findings-of.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string) => `posts:\n${ceo}${lines}`;

describe("ciso-in-it-line", () => {
  const rule = "ciso-in-it-line";
  const ciso = "  ciso: { heldBy: Eve Roy, reportsTo: cio }\n";

  it("follows the line upwards, and through committees", () => {
    const line = posts(
      "  cio: { heldBy: Bo Li, reportsTo: ceo }\n  risk-lead: { heldBy: Cy Ho, reportsTo: security }\n  ciso: { heldBy: Eve Roy, reportsTo: risk-lead }\ncommittees:\n  security: { chair: cio, reportsTo: cio }\n",
    );
    assert.deepEqual(foundBy(rule, line), [
      "warning posts.ciso.reportsTo: The CISO reports, further up the line, to the CIO.",
    ]);
  });

  it("stops at the head of the organization, at the board and at a committee of the board", () => {
    const above = (superior: string, more = "") =>
      posts(
        `  cio: { heldBy: Bo Li, reportsTo: ceo }\n  owner: { heldBy: Di Fox, reportsTo: cio }\n  ciso: { heldBy: Eve Roy, reportsTo: ${superior} }\ncommittees:\n  directors: { type: board, reportsTo: cio }\n${more}`,
      );
    for (const superior of ["ceo", "owner", "board", "directors"])
      assert.deepEqual(foundBy(rule, above(superior)), [], superior);
  });

  it("leaves dotted lines alone", () => {
    const dotted = posts(
      "  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: ceo, dottedLineTo: [cio] }\n",
    );
    assert.deepEqual(foundBy(rule, dotted), []);
  });

  it("counts a superior post in which nobody sits, and one that the file only names", () => {
    assert.equal(foundBy(rule, posts(`  cio: vacant\n${ciso}`)).length, 1);
    assert.equal(foundBy(rule, posts(ciso)).length, 1);
    assert.deepEqual(findingsOf(rule, posts(ciso))[0]?.related, [], "what is not written is no place to point at");
  });

  it("cannot tell where the file contradicts itself, or goes by a title alone", () => {
    assert.deepEqual(foundBy(rule, posts(`  cio: none\n${ciso}`)), []);
    const titled = posts(
      "  boss-of-it: { title: IT Director, heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: boss-of-it }\n",
    );
    assert.deepEqual(foundBy(rule, titled), []);
    assert.ok(askedBy(rule, titled).includes("posts.boss-of-it.role"));
    assert.equal(foundBy(rule, titled.replace("title:", "role: it-director, title:")).length, 1);
  });

  it("leaves a post that reports to itself to its own rule", () => {
    assert.deepEqual(foundBy(rule, posts("  ciso: { heldBy: Eve Roy, reportsTo: ciso }\n")), []);
  });

  it("is information below 50 people, where all of the range is", () => {
    const at = (headcount: string) =>
      foundBy(rule, `itorg: 1\norganization: { name: X, headcount: ${headcount} }\n${posts(ciso)}`)[0]?.split(" ")[0];
    assert.deepEqual(["49", "20-49", "40-60", "50", "not-asked"].map(at), [
      "info",
      "info",
      "warning",
      "warning",
      "warning",
    ]);
  });

  it("gives way to US federal law once the file declares it", () => {
    const federal = (state: string) => foundBy(rule, `${posts(ciso)}regimes: { us-federal: ${state} }\n`).length;
    assert.equal(federal("applies"), 0);
    assert.equal(federal("planned"), 1);
    assert.equal(federal("unknown"), 1);
  });

  it("looks at each CISO, names it by its title, and keeps the fix for a unit's inside the unit", () => {
    const two = `${posts(
      "  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: ceo }\n  ciso-north: { role: ciso, title: Security Lead, heldBy: Gil Roe, reportsTo: cio-north, unit: north }\n  cio-north: { role: cio, heldBy: Jo Day, unit: north, reportsTo: ceo-north }\n  ceo-north: { role: ceo, title: Managing Director, heldBy: Kit Orr, unit: north }\n  cro-south: { role: cro, heldBy: Lu Nye, unit: south, reportsTo: ceo }\n",
    )}units:\n  north: { name: North, kind: company }\n  south: { name: South, kind: company }\n`;
    assert.deepEqual(foundBy(rule, two), [
      "warning posts.ciso-north.reportsTo: The Security Lead reports to the CIO North.",
    ]);
    assert.deepEqual(remediesOf(rule, two), [
      "Let the Security Lead report to the Managing Director",
      "Let the Security Lead report to the board",
    ]);
  });

  it("offers nobody who stands within IT, and nobody the CISO is already", () => {
    const line = posts(
      "  cio: { heldBy: Bo Li, reportsTo: ceo }\n  cro: { heldBy: Eve Roy, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: cio }\n",
    );
    const titles = ["Let the CISO report to the CEO", "Let the CISO report to the board"];
    assert.deepEqual(remediesOf(rule, line), titles);
    assert.deepEqual(
      remediesOf(rule, line.replace("cro: { heldBy: Eve Roy, reportsTo: ceo", "cro: { reportsTo: cio")),
      titles,
    );
  });
});

describe("ciso-is-it-head", () => {
  const rule = "ciso-is-it-head";
  const both = (ciso: string, manager: string, more = "") =>
    posts(`  it-manager: { heldBy: ${manager}, reportsTo: ceo }\n  ciso: { heldBy: ${ciso}, reportsTo: ceo }\n${more}`);

  it("reads names as a person does", () => {
    for (const other of ["Cy Ho", "cy ho", "CY  HO", '"Cy Ho "', "[Bo Li, Cy Ho]"])
      assert.equal(foundBy(rule, both("Cy Ho", other)).length, 1, other);
    assert.equal(foundBy(rule, both("Günter Straße", "GÜNTER STRASSE")).length, 1);
    assert.equal(foundBy(rule, both('"none"', '"none"')).length, 1, "a person of that name");
    assert.deepEqual(foundBy(rule, both("Cy Ho", "Cy Hoe")), []);
  });

  it("follows aliases to the name", () => {
    const aliased = posts(
      "  it-manager: { heldBy: &head Cy Ho, reportsTo: ceo }\n  ciso: { heldBy: *head, reportsTo: ceo }\n",
    );
    assert.equal(foundBy(rule, aliased).length, 1);
    assert.match(afterRemedy(rule, aliased, "Make CISO a separate, vacant post"), /ciso: \{ heldBy: vacant,/);
  });

  it("needs one person in both, and two people are two", () => {
    assert.deepEqual(foundBy(rule, both("[Eve Roy, Gil Roe]", "[Bo Li, Cy Ho]")), []);
    assert.deepEqual(foundBy(rule, both("vacant", "vacant")), []);
    assert.deepEqual(foundBy(rule, both("vacant", "not-asked")), []);
    assert.deepEqual(askedBy(rule, both("vacant", "not-asked")), [], "nobody in one of them settles it");
    assert.deepEqual(askedBy(rule, both("Cy Ho", "not-asked")), ["posts.it-manager.heldBy"]);
  });

  it("takes a provider and its people for one, and two of its people for two", () => {
    const outside =
      "people:\n  Cy Ho: { employedBy: north }\n  Bo Li: { employedBy: north }\nproviders:\n  north: { name: North, overseenBy: ceo }\n";
    assert.equal(foundBy(rule, both("Cy Ho", '"provider:north"', outside)).length, 1);
    assert.equal(foundBy(rule, both('"provider:north"', '"provider:north"', outside)).length, 1);
    assert.deepEqual(foundBy(rule, both("Cy Ho", "Bo Li", outside)), []);
    assert.deepEqual(
      foundBy(
        rule,
        both(
          "Cy Ho",
          '"provider:north"',
          "people:\n  Cy Ho: { employedBy: Some Bank }\nproviders:\n  north: { name: North }\n",
        ),
      ),
      [],
    );
  });

  it("names every post of IT that is involved", () => {
    const three = both(
      "Cy Ho",
      "Cy Ho",
      "  cio: { heldBy: Cy Ho, reportsTo: ceo }\n  ciso-eu: { role: ciso, heldBy: Bo Li, reportsTo: ceo }\n",
    );
    assert.deepEqual(foundBy(rule, three), ["warning posts.ciso.heldBy: Cy Ho holds CISO, CIO and IT Manager."]);
    assert.deepEqual(
      findingsOf(rule, three)[0]?.related.map(({ at, message }) => `${at.join(".")} ${message}`),
      ["posts.cio.heldBy also holds CIO", "posts.it-manager.heldBy also holds IT Manager"],
    );
  });

  it("does not speak of a CTO, and does of one for internal technology", () => {
    const cto = (id: string) =>
      posts(`  ${id}: { heldBy: Cy Ho, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: ceo }\n`);
    assert.deepEqual(foundBy(rule, cto("cto")), []);
    assert.equal(foundBy(rule, cto("cto-internal")).length, 1);
  });

  it("leaves a shared post to those who are in it alone", () => {
    const shared = both("[Cy Ho, Eve Roy]", "Cy Ho");
    assert.deepEqual(remediesOf(rule, shared).slice(0, 2), [
      "Leave CISO to Eve Roy",
      "Make CISO a separate, vacant post",
    ]);
    assert.match(afterRemedy(rule, shared, "Leave CISO to Eve Roy"), /ciso: \{ heldBy: \[Eve Roy\],/);
  });

  it("takes in what the line says of the same post, with its sources and acceptances", () => {
    const line = posts(
      "  it-manager: { heldBy: Cy Ho, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: it-manager }\n",
    );
    const [finding] = findingsOf(rule, line);
    assert.deepEqual(finding?.absorbed.toSorted(), ["ciso-in-it-line", "supervises-self"]);
    assert.deepEqual(finding?.citations, ["S1-12", "S1-13", "S1-16", "S1-17"]);
    assert.deepEqual([...foundBy("ciso-in-it-line", line), ...foundBy("supervises-self", line)], []);
    for (const accepted of [rule, "ciso-in-it-line", "supervises-self"]) {
      const entry = `accepted:\n  - { rule: ${accepted}, at: posts.it-manager, reason: small team, compensatingControl: yearly audit, approvedBy: ceo }\n`;
      assert.match(foundBy(rule, line + entry)[0] ?? "", /^accepted warning/, accepted);
    }
  });
});

describe("no-neutral-arbiter", () => {
  const rule = "no-neutral-arbiter";
  const lines = (cio: string, ciso: string, more = "") =>
    posts(
      `  coo: { heldBy: Di Fox, reportsTo: ceo }\n  cfo: { heldBy: Pa Rey, reportsTo: ceo }\n  cio: { heldBy: Bo Li, reportsTo: ${cio} }\n  ciso: { heldBy: Eve Roy, reportsTo: ${ciso} }\n${more}`,
    );

  it("looks for the nearest superior of both", () => {
    assert.equal(foundBy(rule, lines("coo", "coo")).length, 1);
    assert.equal(foundBy(rule, lines("it-lead", "coo", "  it-lead: { heldBy: Cy Ho, reportsTo: coo }\n")).length, 1);
    assert.deepEqual(foundBy(rule, lines("coo", "cfo")), []);
    for (const top of ["ceo", "board"]) assert.deepEqual(foundBy(rule, lines(top, top)), [], top);
  });

  it("is silent where that is a post of IT, a CTO's included, because the line says so already", () => {
    assert.deepEqual(foundBy(rule, lines("coo", "cio")), []);
    assert.deepEqual(foundBy(rule, lines("cto", "cto", "  cto: { heldBy: Cy Ho, reportsTo: ceo }\n")), []);
  });

  it("finds a CIO below the CISO", () => {
    assert.deepEqual(foundBy(rule, lines("ciso", "ceo")), [
      "info posts.ciso.reportsTo: The CIO stands below the CISO, who is party to the questions between the two.",
    ]);
    assert.deepEqual(remediesOf(rule, lines("ciso", "ceo")), ["Let the CIO report to the CEO"]);
  });

  it("takes the board's and the executives' committees for neutral, and passes through others", () => {
    const committees =
      "committees:\n  directors: { type: board }\n  executive: { chair: ceo }\n  risk: { chair: coo, reportsTo: coo }\n";
    for (const one of ["directors", "executive"]) assert.deepEqual(foundBy(rule, lines(one, one, committees)), [], one);
    assert.equal(foundBy(rule, lines("risk", "risk", committees)).length, 1);
  });

  it("needs two people, and both lines up to where they meet", () => {
    assert.deepEqual(foundBy(rule, lines("coo", "coo").replace("Eve Roy", "Bo Li")), []);
    assert.deepEqual(foundBy(rule, lines("coo", "coo").replace("Eve Roy", "vacant")), []);
    assert.deepEqual(askedBy(rule, lines("coo", "coo").replace("Eve Roy", "not-asked")), ["posts.ciso.heldBy"]);
    assert.deepEqual(askedBy(rule, lines("not-asked", "coo")), ["posts.cio.reportsTo"]);
    assert.deepEqual(
      askedBy(rule, lines("coo", "coo").replace("coo: { heldBy: Di Fox, reportsTo: ceo }", "coo: vacant")),
      [],
    );
  });

  it("does not ask what stands above the head of the organization", () => {
    const open = lines("ceo", "board").replace(", reportsTo: board }", " }");
    assert.deepEqual([...foundBy(rule, open), ...askedBy(rule, open)], []);
  });

  it("moves only those who do not report to the head yet", () => {
    assert.deepEqual(remediesOf(rule, lines("coo", "coo")), ["Let both the CIO and the CISO report to the CEO"]);
    const after = afterRemedy(rule, lines("coo", "coo"), "Let both the CIO and the CISO report to the CEO");
    assert.equal(after, lines("ceo", "ceo"));
  });
});

describe("supervises-self", () => {
  const rule = "supervises-self";
  const pair = (below: string, above: string, superior = "cfo") =>
    posts(
      `  cfo: { heldBy: ${above}, reportsTo: coo }\n  coo: { heldBy: Di Fox, reportsTo: ceo }\n  head-hr: { heldBy: ${below}, reportsTo: ${superior} }\n`,
    );

  it("needs everybody of the lower post in the upper one", () => {
    assert.equal(foundBy(rule, pair("Pa Rey", "pa rey")).length, 1);
    assert.equal(foundBy(rule, pair("Pa Rey", "[Pa Rey, Gil Roe]")).length, 1);
    assert.deepEqual(foundBy(rule, pair("[Pa Rey, Gil Roe]", "Pa Rey")), []);
    assert.equal(foundBy(rule, pair("[Pa Rey, Gil Roe]", "[Gil Roe, Pa Rey]")).length, 1);
    assert.deepEqual(foundBy(rule, pair("vacant", "vacant")), []);
  });

  it("cannot tell where one of the two is not known, unless the other is empty", () => {
    assert.deepEqual(askedBy(rule, pair("Pa Rey", "not-asked")), ["posts.cfo.heldBy"]);
    const empty = pair("vacant", "not-asked").replace("reportsTo: coo", "reportsTo: board");
    assert.deepEqual(askedBy(rule, empty), []);
  });

  it("leaves a post that reports to itself to its own rule", () => {
    assert.deepEqual(foundBy(rule, pair("Pa Rey", "Bo Li", "head-hr")), []);
  });

  it("looks for the next superior who is somebody else", () => {
    assert.deepEqual(remediesOf(rule, pair("Pa Rey", "Pa Rey")), ["Let the Head of HR report to the COO"]);
    const twice = pair("Pa Rey", "Pa Rey").replace("Di Fox", "Pa Rey");
    assert.deepEqual(
      findingsOf(rule, twice).map((finding) => finding.fixes.map((fix) => fix.title)),
      [["Let the CFO report to the CEO"], ["Let the Head of HR report to the CEO"]],
    );
    assert.deepEqual(remediesOf(rule, pair("Pa Rey", "Pa Rey").replace("Di Fox", "vacant")), [
      "Let the Head of HR report to the CEO",
    ]);
    assert.deepEqual(remediesOf(rule, pair("Ann Ode", "Ann Ode", "ceo")), ["Let the Head of HR report to the board"]);
  });

  it("says nothing of an owner who is the chief executive, and sends nobody to a board that is the owner", () => {
    const owned = (post: string) =>
      `posts:\n  owner: { heldBy: Ann Ode }\n  ${post}: { heldBy: Ann Ode, reportsTo: owner }\n`;
    assert.deepEqual(foundBy(rule, owned("ceo")), []);
    assert.equal(foundBy(rule, owned("cfo")).length, 1);
    assert.deepEqual(remediesOf(rule, owned("cfo")), []);
  });
});

describe("mixed-incentives", () => {
  const rule = "mixed-incentives";
  const measured = (role: string, objectives: string) =>
    posts(`  ${role}: { heldBy: Eve Roy, reportsTo: ceo, objectives: ${objectives} }\n`);

  it("stands at the first objective, and names all", () => {
    const mixed = measured("ciso", "[security, delivery, compliance, business-target]");
    assert.deepEqual(foundBy(rule, mixed), [
      "warning posts.ciso.objectives[1]: The CISO is measured by delivery and business targets.",
    ]);
    assert.deepEqual(
      findingsOf(rule, mixed)[0]?.related.map((one) => one.at.join(".")),
      ["posts.ciso.objectives.3"],
    );
    const after = afterRemedy(rule, mixed, "Remove delivery and business targets from the objectives of the CISO");
    assert.equal(after, measured("ciso", "[security, compliance]"));
  });

  it("reads one value as a list of one", () => {
    const one = measured("ciso", "uptime");
    assert.deepEqual(foundBy(rule, one), ["warning posts.ciso.objectives: The CISO is measured by uptime alone."]);
    assert.equal(afterRemedy(rule, one, "Remove uptime from the objectives of the CISO"), measured("ciso", "[]"));
  });

  it("takes cost, profit, mission and no objective at all for harmless", () => {
    for (const objectives of ["[cost, profit, mission, information-quality]", "none", "[]"])
      assert.deepEqual(foundBy(rule, measured("ciso", objectives)), [], objectives);
  });

  it("finds a CIO with security alone, and one with security among others not", () => {
    assert.deepEqual(foundBy(rule, measured("cio", "[security]")), [
      "warning posts.cio.objectives[0]: The CIO is measured by security alone.",
    ]);
    assert.deepEqual(foundBy(rule, measured("cio", "[security, delivery]")), []);
    assert.deepEqual(foundBy(rule, measured("cio", "none")), []);
    assert.deepEqual(foundBy(rule, measured("cto", "[security]")), []);
  });

  it("leaves the question to the consultant, and every CISO counts", () => {
    assert.deepEqual(askedBy(rule, measured("ciso", "unknown")), ["posts.ciso.objectives"]);
    assert.deepEqual(askedBy(rule, measured("ciso", "declined")), []);
    const own = posts(
      "  security-lead: { role: ciso, heldBy: Eve Roy, reportsTo: ceo, objectives: [revenue, security] }\n",
    );
    assert.deepEqual(foundBy(rule, own), [
      "warning posts.security-lead.objectives[0]: The Security Lead is measured by revenue.",
    ]);
  });
});

describe("provider-unsupervised", () => {
  const rule = "provider-unsupervised";
  const north = (overseenBy: string, more = "") =>
    `${posts(more)}providers:\n  north: { name: North, services: [helpdesk], overseenBy: ${overseenBy} }\npeople:\n  Cy Ho: { employedBy: north }\n`;

  it("fires where it was asked and nobody does", () => {
    assert.equal(foundBy(rule, north("none")).length, 1);
    assert.equal(foundBy(rule, north("[]")).length, 1);
    for (const other of ["ceo", "Bo Li", "[]".replace("[]", "not-asked"), "declined", "not-applicable"])
      assert.deepEqual(foundBy(rule, north(other)), [], other);
    assert.deepEqual(askedBy(rule, north("not-asked")), ["providers.north.overseenBy"]);
  });

  it("does not speak of a provider that is none", () => {
    assert.deepEqual(foundBy(rule, `${posts("")}providers: { north: none }\n`), []);
  });

  it("cannot tell where the overseer is misspelt", () => {
    assert.deepEqual(foundBy(rule, north("[nobody-here]")), []);
  });

  it("offers the head of IT only where that is neither the provider nor empty", () => {
    const manager = (holder: string) =>
      remediesOf(rule, north("none", `  it-manager: { heldBy: ${holder}, reportsTo: ceo }\n`));
    const byCeo = "Let the CEO oversee North";
    assert.deepEqual(manager("Bo Li"), ["Let the IT Manager oversee North", byCeo]);
    for (const holder of ["vacant", "Cy Ho", '"provider:north"']) assert.deepEqual(manager(holder), [byCeo], holder);
  });
});

describe("adviser-sells", () => {
  const rule = "adviser-sells";
  const north = (fields: string, more = "") =>
    `${posts("")}providers:\n  north: { name: North, ${fields}, overseenBy: ceo }\n${more}`;
  const finds = (fields: string, more = "") => foundBy(rule, north(fields, more)).length;

  it("needs advice and a stake in it", () => {
    assert.equal(finds("services: [vcio, hosting]"), 1);
    assert.equal(finds("services: [interim-management, implementation]"), 1);
    assert.equal(finds("services: [vcio], earnsCommission: yes"), 1);
    assert.equal(finds("services: [vcio, quarterly-review, security-audit], earnsCommission: no"), 0);
    assert.equal(finds("services: [hosting, licence-resale]", "activities: { vendor-selection: none }\n"), 0);
  });

  it("counts a vCIO post that the provider, or somebody of it, holds", () => {
    const held = (by: string, more = "") =>
      foundBy(rule, north("services: [helpdesk]", more).replace("posts:\n", `posts:\n  vcio: { heldBy: ${by} }\n`));
    assert.deepEqual(held("'provider:north'"), [
      "warning providers.north.services: North advises as vCIO, and also runs helpdesk.",
    ]);
    assert.equal(held("Cy Ho", "people: { Cy Ho: { employedBy: north } }\n").length, 1);
    assert.deepEqual(held("Cy Ho"), []);
    assert.deepEqual(held("vacant"), []);
  });

  it("says what the two are, and blames nobody", () => {
    assert.deepEqual(foundBy(rule, north("services: [vcio, hardware-resale, helpdesk], earnsCommission: yes")), [
      "warning providers.north.services: North advises as vCIO, and also offers hardware resale, runs helpdesk and earns commission.",
    ]);
  });

  it("counts a part in choosing vendors, in whatever capacity and through whomever", () => {
    const people = "people:\n  Cy Ho: { employedBy: north }\n";
    const through = (capacity: string, who: string) =>
      finds(
        "services: [hosting]",
        `${people}activities:\n  erp: { activity: vendor-selection, ${capacity}: ${who} }\n`,
      );
    assert.equal(through("responsible", "[ceo, provider:north]"), 1);
    assert.equal(through("accountable", "Cy Ho"), 1);
    assert.equal(through("consulted", "[Cy Ho]"), 1);
    assert.equal(through("informed", "[Cy Ho]"), 0);
    const post = north(
      "services: [hosting]",
      `${people}activities: { vendor-selection: { responsible: [it-manager] } }\n`,
    );
    assert.equal(
      foundBy(rule, post.replace("posts:\n", 'posts:\n  it-manager: { heldBy: "provider:north" }\n')).length,
      1,
    );
  });

  it("counts a seat on the committee that oversees it", () => {
    const seat = (committee: string) => finds("services: [hosting]", `committees:\n  buying: { ${committee} }\n`);
    assert.equal(seat('chair: ceo, members: [ceo, "provider:north"], oversees: [vendor-selection]'), 1);
    assert.equal(seat('chair: "provider:north", oversees: [vendor-selection, projects]'), 1);
    assert.equal(seat('chair: ceo, members: ["provider:north"], oversees: [projects]'), 0);
  });

  it("asks for a commission only where nothing else is sold", () => {
    const asked = (fields: string) => askedBy(rule, north(fields)).filter((place) => place.startsWith("providers"));
    assert.deepEqual(asked("services: [vcio]"), ["providers.north.earnsCommission"]);
    assert.deepEqual(asked("services: [vcio, hosting]"), []);
    assert.deepEqual(asked("services: not-asked"), ["providers.north.services", "providers.north.earnsCommission"]);
    assert.deepEqual(askedBy(rule, north("services: [hosting]")), ["activities.vendor-selection"]);
  });

  it("offers first steps, since nothing that is added ends it", () => {
    const title = "First step: have it disclose what it earns, and accept that on record";
    const open = north("services: [vcio, hosting]");
    assert.deepEqual(findingsOf(rule, open)[0]?.fixes, []);
    assert.deepEqual(remediesOf(rule, open), ["First step: let the CEO approve purchases", title]);
    assert.deepEqual(
      remediesOf(
        rule,
        north("services: [vcio, hosting]", "activities: { purchase-approve: { responsible: [cfo] } }\n"),
      ),
      [title],
    );
    assert.match(
      afterRemedy(rule, open, "First step: let the CEO approve purchases"),
      /activities:\n {2}purchase-approve: \{ responsible: \[ceo\] \}\n$/,
    );
  });
});
