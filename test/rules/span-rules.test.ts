import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const reports = (count: number, to = "cio", fields = "heldBy: Bo Li") =>
  Array.from({ length: count }, (_, i) => `p${i}: { ${fields}, reportsTo: ${to} }`).join(", ");

describe("span-too-wide", () => {
  const rule = "span-too-wide";
  const isJudged = (posts: string) => judged(rule, file(`posts: { ${posts} }`));
  const cio = (handsOn: string) => `cio: { heldBy: Ann Ode, handsOn: ${handsOn} }`;

  it("allows fifteen, or five to somebody who does technical work", () => {
    assert.equal(isJudged(`${cio("no")}, ${reports(15)}`), "silent");
    assert.equal(isJudged(`${cio("no")}, ${reports(16)}`), "info posts.cio");
    assert.equal(isJudged(`${cio("yes")}, ${reports(5)}`), "silent");
    assert.equal(isJudged(`${cio("yes")}, ${reports(6)}`), "info posts.cio");
    assert.equal(isJudged(`${cio("unknown")}, ${reports(16)}`), "info posts.cio");
  });

  it("asks about technical work only where the answer matters", () => {
    assert.equal(isJudged(`${cio("not-asked")}, ${reports(6)}`), "asks posts.cio.handsOn");
    assert.equal(isJudged(`${cio("not-asked")}, ${reports(5)}`), "silent");
    assert.equal(isJudged(`${cio("declined")}, ${reports(6)}`), "silent");
  });

  it("counts posts that report straight there, and no empty ones", () => {
    assert.equal(isJudged(`${cio("yes")}, ${reports(6, "cio", "heldBy: vacant")}`), "silent");
    assert.equal(isJudged(`${cio("yes")}, ${reports(6, "cio", "title: Engineer")}`), "info posts.cio");
    assert.equal(isJudged(`${cio("yes")}, ${reports(5)}, q: { reportsTo: p0 }, r: { dottedLineTo: cio }`), "silent");
    assert.equal(isJudged(`${cio("yes").replace(" }", ", reportsTo: cio }")}, ${reports(5)}`), "silent");
  });

  it("says that no number is right for everybody", () => {
    const { message } = only(rule, file(`posts: { ${cio("yes")}, ${reports(6)} }`));
    assert.equal(
      message,
      "The CIO, Ann Ode, has 6 direct reports and does technical work as well. No single number is right for everybody; it is worth asking whether each of them gets the time it takes. (McKinsey, December 2017)",
    );
  });
});

describe("one-over-one", () => {
  const rule = "one-over-one";
  const isJudged = (posts: string, coverage = "posts: complete") =>
    judged(rule, file(`posts: { ${posts} }\ncoverage: { ${coverage} }`));
  const chain =
    "ceo: { reportsTo: board }, cfo: { reportsTo: ceo }, coo: { reportsTo: ceo }, cio: { reportsTo: coo }, desk: { reportsTo: cio }";

  it("needs that every post is listed", () => {
    assert.equal(isJudged(chain), "hint posts.coo");
    assert.equal(isJudged(chain, "posts: partial"), "silent");
    assert.equal(isJudged(chain, "itPosts: complete"), "silent");
  });

  it("needs exactly one direct report twice in a row", () => {
    assert.equal(isJudged(`${chain}, a: { reportsTo: coo }`), "silent");
    assert.equal(isJudged(`${chain}, a: { reportsTo: cio }`), "silent");
    assert.equal(isJudged(`${chain}, a: { reportsTo: desk }`), "hint posts.coo");
    assert.equal(isJudged(chain.replace("cfo: { reportsTo: ceo }, ", "")), "hint posts.ceo");
    assert.equal(isJudged("a: { reportsTo: b }, b: { reportsTo: c }, c: { reportsTo: a }"), "silent");
  });

  it("asks for the superiors that are not known, but not for that of the head", () => {
    assert.equal(isJudged(chain.replace("reportsTo: board", "heldBy: Ann Ode")), "hint posts.coo");
    assert.equal(isJudged(`${chain}, a: { heldBy: Bo Li }`), "asks posts.a.reportsTo");
    assert.equal(isJudged(`${chain}, a: unknown`), "asks posts.a");
    assert.equal(isJudged(`${chain}, a: { reportsTo: declined }`), "silent");
    assert.equal(isJudged("ceo: { reportsTo: board }, a: { heldBy: Bo Li }"), "silent");
  });
});

describe("no-deputy", () => {
  const rule = "no-deputy";
  const isJudged = (activities: string, posts = "cfo: { heldBy: Ann Ode, deputy: none }", rest = "") =>
    judged(rule, file(`posts: { ${posts} }\nactivities: { ${activities} }\n${rest}`));
  const own = (fields: string, ...ids: string[]) => ids.map((id) => `${id}: { ${fields} }`).join(", ");
  const three = ["invoice-approval", "purchase-approve", "contract-management"];
  const mine = "responsible: cfo";

  it("counts three activities of one person, each once", () => {
    assert.equal(isJudged(own(mine, ...three)), "info posts.cfo.deputy");
    assert.equal(isJudged(own(mine, ...three.slice(1))), "silent");
    assert.equal(isJudged(own("responsible: cfo, accountable: Ann Ode", ...three.slice(1))), "silent");
    assert.equal(
      isJudged(
        `${own("responsible: Ann Ode", three[0]!)}, ${own("accountable: ann ode", three[1]!)}, ${own(mine, three[2]!)}`,
      ),
      "info posts.cfo.deputy",
    );
    assert.equal(isJudged(own("responsible: [cfo, coo], accountable: ceo", ...three)), "silent");
    assert.equal(isJudged(`${own(mine, ...three.slice(1))}, patching: none`), "silent");
  });

  it("adds the activities up over a person's posts, and leaves out what is covered", () => {
    const two = (deputy: string) =>
      `cfo: { heldBy: Ann Ode, deputy: none }, head-hr: { heldBy: Ann Ode, deputy: ${deputy} }`;
    const split = `${own(mine, ...three.slice(1))}, ${own("responsible: head-hr", three[0]!)}`;
    assert.equal(isJudged(split, two("none")), "info posts.cfo.deputy");
    assert.equal(isJudged(split, two("Bo Li")), "silent");
    assert.equal(isJudged(split, two("not-asked")), "asks posts.head-hr.deputy");
    assert.equal(isJudged(`${own(mine, ...three.slice(1))}, ${own(`${mine}, deputy: Bo Li`, three[0]!)}`), "silent");
  });

  it("asks for the deputy of whoever is alone in three", () => {
    assert.equal(isJudged(own(mine, ...three), "cfo: { heldBy: Ann Ode }"), "asks posts.cfo.deputy");
    assert.equal(isJudged(own(mine, ...three), "cfo: { heldBy: Ann Ode, deputy: Bo Li }"), "silent");
    assert.equal(isJudged(own(mine, ...three.slice(1)), "cfo: { heldBy: Ann Ode }"), "silent");
  });

  it("takes several people in a post, a team and a provider's people for several", () => {
    assert.equal(isJudged(own(mine, ...three), "cfo: { heldBy: [Ann Ode, Bo Li], deputy: none }"), "silent");
    assert.equal(
      isJudged(own("responsible: team:desk", ...three), undefined, "teams: { desk: { headedBy: cfo } }"),
      "silent",
    );
    const outside = "people: { Ann Ode: { employedBy: x } }\nproviders: { x: { services: [vcio] } }";
    assert.equal(isJudged(own(mine, ...three), undefined, outside), "silent");
    assert.equal(isJudged(own("responsible: Dee Fox", ...three)), "silent");
  });

  it("joins what is found about the deputy of a leader of IT", () => {
    const text = file(
      `posts: { cio: { heldBy: Ann Ode, deputy: none } }\nactivities: { ${own("responsible: cio", ...three)} }`,
    );
    assert.equal(judged(rule, text), "silent");
    assert.deepEqual(only("key-person", text).absorbed, [rule]);
    const both = "cfo: { heldBy: Ann Ode, deputy: none }, ciso: { heldBy: Ann Ode, deputy: none }";
    assert.deepEqual(
      only("key-person", file(`posts: { ${both} }\nactivities: { ${own("responsible: Ann Ode", ...three)} }`)).absorbed,
      [rule],
    );
    assert.equal(isJudged(own(mine, ...three), both), "info posts.cfo.deputy");
  });

  it("names a deputy where that ends it", () => {
    const posts = "cfo: { heldBy: Ann Ode, deputy: none }, books: { heldBy: Bo Li, reportsTo: cfo }";
    const text = file(`posts: { ${posts} }\nactivities: { ${own(mine, ...three)} }`);
    tryRemedies(rule, text);
    assert.deepEqual(titles(only(rule, text).fixes), ["Let the Books deputize for the CFO"]);
    const settled = file(`posts: { ${posts} }\nactivities: { ${own(`${mine}, deputy: none`, ...three)} }`);
    assert.deepEqual(titles(only(rule, settled).fixes), []);
  });

  it("names a few of many activities", () => {
    const many = [...three, "risk-acceptance", "it-budget", "vendor-selection"];
    assert.match(
      only(rule, file(`posts: { cfo: { heldBy: Ann Ode, deputy: none } }\nactivities: { ${own(mine, ...many)} }`)).says,
      /contract management and 3 more activities, and nobody stands in\.$/,
    );
  });
});

describe("no-incident-backup", () => {
  const rule = "no-incident-backup";
  const isJudged = (fields: string, posts = "ciso: { heldBy: Eve Roy }", rest = "") =>
    judged(rule, file(`posts: { ${posts} }\nactivities: { incident-response: { ${fields} } }\n${rest}`));
  const place = "activities.incident-response";

  it("takes the activity's own answer first", () => {
    assert.equal(isJudged("responsible: ciso, deputy: none"), `warning ${place}`);
    assert.equal(
      isJudged("responsible: ciso, deputy: none", "ciso: { heldBy: Eve Roy, deputy: Bo Li }"),
      `warning ${place}`,
    );
    assert.equal(isJudged("responsible: ciso, deputy: Bo Li", "ciso: { heldBy: Eve Roy, deputy: none }"), "silent");
    assert.equal(isJudged("responsible: ciso, deputy: declined", "ciso: { heldBy: Eve Roy, deputy: none }"), "silent");
    assert.equal(
      isJudged("responsible: ciso, deputy: unknown", "ciso: { heldBy: Eve Roy, deputy: none }"),
      `asks ${place}.deputy`,
    );
  });

  it("reads the post's deputy where the activity says nothing", () => {
    assert.equal(isJudged("responsible: ciso", "ciso: { heldBy: Eve Roy, deputy: none }"), `warning ${place}`);
    assert.equal(isJudged("responsible: ciso", "ciso: { heldBy: Eve Roy, deputy: Bo Li }"), "silent");
    assert.equal(isJudged("responsible: Eve Roy", "ciso: { heldBy: Eve Roy, deputy: none }"), `warning ${place}`);
    assert.equal(isJudged("responsible: ciso"), "asks posts.ciso.deputy");
    assert.equal(isJudged("responsible: Dee Fox"), `asks ${place}.deputy`);
  });

  it("needs exactly one responsible", () => {
    assert.equal(isJudged("responsible: [ciso, cio], deputy: none"), "silent");
    assert.equal(isJudged("responsible: none, deputy: none"), "silent");
    assert.equal(isJudged("deputy: none"), `asks ${place}.responsible`);
    assert.equal(isJudged("responsible: ciso, deputy: none", "ciso: { heldBy: [Eve Roy, Bo Li] }"), "silent");
    assert.equal(
      isJudged("responsible: team:desk, deputy: none", undefined, "teams: { desk: { headedBy: ciso } }"),
      "silent",
    );
    const provider = "providers: { x: { name: Datafort, services: [security-operations] } }";
    assert.equal(isJudged("responsible: provider:x, deputy: none", undefined, provider), `warning ${place}`);
    assert.equal(isJudged("responsible: provider:x", undefined, provider), `asks ${place}.deputy`);
  });

  it("lets somebody below the post stand in, never IT for security", () => {
    const withDesk = file(
      "posts: { ciso: { heldBy: Eve Roy }, desk: { heldBy: Bo Li, reportsTo: ciso } }\nactivities: { incident-response: { responsible: ciso, deputy: none } }",
    );
    tryRemedies(rule, withDesk);
    assert.deepEqual(titles(only(rule, withDesk).fixes), ["Let the Desk stand in for incident response"]);
    assert.match(applied(withDesk, only(rule, withDesk).fixes[0]!), /deputy: desk/);
    const withIt = withDesk.replace("desk:", "it-manager:");
    assert.deepEqual(titles(only(rule, withIt).fixes), []);
  });

  it("looks at every entry about it", () => {
    const text = file(
      "posts: { ciso: { heldBy: Eve Roy, deputy: none } }\nactivities: { plant-incidents: { activity: incident-response, responsible: ciso }, incident-response: { responsible: ciso, deputy: Bo Li } }",
    );
    assert.equal(placeToString(only(rule, text).at), "activities.plant-incidents");
  });
});
