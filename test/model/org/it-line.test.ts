import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { byRank, carriesInternalIt, headOfIt, itLed, nobodyLeadsIt } from "../../../server/model/org/it-line.ts";
import { strategyCovered } from "../../../server/model/org/levels.ts";
import { itLeadershipRoles, type Org, type Scope } from "../../../server/model/org/org.ts";
import { isCannotTell, type Truth } from "../../../server/model/words/fact.ts";
import { placeToString } from "../../../server/model/words/place.ts";
import { check } from "../../kit/check-fixture.ts";

const orgOf = (text: string): Org => check(`itorg: 1\norganization: { name: Example }\n${text}`).document.org;
const inWhole = (judge: (scope: Scope) => Truth) => (text: string) => told(judge(orgOf(text).whole));
const inUnit = (judge: (scope: Scope) => Truth) => (text: string) => told(judge(orgOf(text).scopes()[1]!));

/** A truth as a word, or the places that would settle it. */
function told(truth: Truth): string {
  return isCannotTell(truth) ? `needs ${truth.needs.map((need) => placeToString(need.at)).join(", ")}` : truth;
}

const complete = "coverage: { itPosts: complete }\n";
const noLeaders = "cio: none, cto-internal: none, it-director: none, it-manager: none";

describe("a CTO who carries internal IT", () => {
  const carries = (text: string) => {
    const org = orgOf(`posts: { cto: { heldBy: Ann Ode } }\n${text}`);
    return told(carriesInternalIt(org, org.data.posts.get("cto")!));
  };

  it("heads a team for helpdesk, infrastructure or network, by post or in person", () => {
    assert.equal(carries("teams: { desk: { headedBy: cto, functions: [helpdesk] } }"), "yes");
    assert.equal(carries("teams: { desk: { headedBy: Ann Ode, functions: [network] } }"), "yes");
  });

  it("or is accountable for IT operations", () => {
    assert.equal(carries("activities: { it-operations: { accountable: cto } }"), "yes");
    assert.equal(
      carries("activities: { it-operations: { responsible: cto, accountable: coo } }"),
      "needs posts.coo.heldBy",
    );
    assert.equal(carries("activities: { it-operations: { accountable: Bo Li } }"), "no");
    assert.equal(carries("activities: { it-operations: none }"), "no");
  });

  it("cannot be told while nobody asked who answers for IT operations", () => {
    assert.equal(carries(""), "needs activities.it-operations");
    assert.equal(
      carries("teams: { product: { headedBy: cto, functions: [software-development] } }"),
      "needs activities.it-operations",
    );
    assert.equal(carries("coverage: { activities: complete }"), "no");
  });
});

describe("the head of IT", () => {
  const head = (text: string) => {
    const { post, known } = headOfIt(orgOf(text).whole);
    return post?.id ?? told(known);
  };

  it("is the highest post by role", () => {
    assert.equal(head("posts: { it-manager: { heldBy: Ann Ode }, it-director: { heldBy: Bo Li } }"), "it-director");
    assert.equal(head("posts: { it-director: { heldBy: Bo Li }, cto-internal: { heldBy: Cy Ho } }"), "cto-internal");
  });

  it("is the highest held one before a vacant one, and a vacant one before none", () => {
    assert.equal(head("posts: { cio: vacant, it-manager: { heldBy: Ann Ode } }"), "it-manager");
    assert.equal(head("posts: { cio: vacant, it-manager: vacant }"), "cio");
    assert.equal(head("posts: { cio: none, it-manager: vacant }"), "it-manager");
  });

  it("counts a post whose holder is not known, and not one that may not exist", () => {
    assert.equal(head("posts: { cio: { heldBy: unknown }, it-manager: { heldBy: Ann Ode } }"), "cio");
    assert.equal(head("posts: { cio: unknown, it-manager: { heldBy: Ann Ode } }"), "it-manager");
  });

  it("counts a post that the file only refers to", () => {
    assert.equal(head("posts: { ciso: { reportsTo: cio }, it-manager: { heldBy: Ann Ode } }"), "cio");
  });

  it("is, of several, the one with the fewest posts above, a known line first", () => {
    const posts = (lines: string) => `posts:\n  a: { role: it-manager, heldBy: Ann Ode${lines}`;
    assert.equal(head(posts(", reportsTo: b }\n  b: { role: it-manager, heldBy: Bo Li, reportsTo: ceo }")), "b");
    assert.equal(head(posts(" }\n  b: { role: it-manager, heldBy: Bo Li, reportsTo: ceo }")), "b");
    assert.equal(head(posts(", reportsTo: ceo }\n  b: { role: it-manager, heldBy: Bo Li, reportsTo: ceo }")), "a");
  });

  it("is a CTO who carries internal IT where there is nobody else", () => {
    const team = "teams: { desk: { headedBy: cto, functions: [helpdesk] } }";
    assert.equal(head(`posts: { cto: { heldBy: Ann Ode } }\n${team}`), "cto");
    assert.equal(head(`posts: { cto: { heldBy: Ann Ode }, it-manager: { heldBy: Bo Li } }\n${team}`), "it-manager");
    assert.equal(head("posts: { cto: { heldBy: Ann Ode } }"), "needs activities.it-operations");
    assert.equal(head(""), "no");
  });

  it("cannot be told while somebody with a leader's title has no role, unless there is a CIO", () => {
    const titled = "vp-it: { title: VP of IT, heldBy: Ann Ode }, it-manager: { heldBy: Bo Li }";
    assert.equal(head(`posts: { ${titled} }`), "needs posts.vp-it.role");
    assert.equal(head(`posts: { ${titled}, cio: none }`), "needs posts.vp-it.role");
    assert.equal(head(`posts: { ${titled}, cio: vacant }`), "it-manager");
    assert.equal(
      head("posts: { vp-it: { title: VP of IT, role: none }, it-manager: { heldBy: Bo Li } }"),
      "it-manager",
    );
    assert.equal(head("posts: { cook: { title: Head Chef, heldBy: Ann Ode }, it-manager: vacant }"), "it-manager");
  });

  it("is a unit's where all IT leaders stand in units and report up to one of them", () => {
    const units = "units: { north: { kind: company }, south: { kind: site } }\n";
    const north = "cio-north: { role: cio, unit: north, reportsTo: ceo }";
    const south = (line: string, role = "it-manager") => `south-it: { role: ${role}, unit: south${line} }`;
    const two = (line: string, role?: string) => head(`${units}posts: { ${north}, ${south(line, role)} }`);
    assert.equal(head(`${units}posts: { ${north} }`), "cio-north");
    assert.equal(two(", reportsTo: cio-north"), "cio-north");
    assert.equal(two(""), "cio-north", "a line that nobody knows says nothing against it");
    assert.equal(two(", reportsTo: ceo"), "no");
    assert.equal(two("", "cio"), "no", "two of the highest");
    assert.equal(two(", reportsTo: cio-north", "cio"), "cio-north");
    assert.equal(head(`${units}posts: { ${north}, it-manager: { heldBy: vacant } }`), "it-manager");
    assert.equal(head(`${units}posts: { ${north}, it-manager: none }`), "cio-north");
  });
});

describe("whether somebody leads IT", () => {
  const isLed = inWhole(itLed);

  it("is so where a post is held", () => {
    assert.equal(isLed("posts: { it-manager: { heldBy: Ann Ode } }"), "yes");
    assert.equal(
      isLed("posts: { it-manager: { heldBy: 'provider:x' } }\nproviders: { x: { services: [helpdesk] } }"),
      "yes",
    );
  });

  it("is not so where all are none or vacant", () => {
    assert.equal(isLed(`${complete}posts: { it-manager: vacant }`), "no");
    assert.equal(isLed(`${complete}posts: { it-manager: { heldBy: none } }`), "no");
    assert.equal(isLed("coverage: { posts: complete }"), "no");
  });

  it("is one question while nobody asked, and another for the holder", () => {
    assert.equal(isLed(""), "needs posts.cio");
    assert.equal(isLed("posts: { cio: none, it-manager: none }"), "needs posts.cto-internal");
    assert.equal(isLed(`posts: { ${noLeaders} }`), "needs posts.cto");
    assert.equal(isLed(`${complete}posts: { it-manager: { reportsTo: ceo } }`), "needs posts.it-manager.heldBy");
  });
});

describe("whether nobody leads IT", () => {
  const isUnled = inWhole(nobodyLeadsIt);

  it("takes an answer about every post", () => {
    assert.equal(isUnled(`posts: { ${noLeaders}, cto: none }`), "yes");
    assert.equal(isUnled(complete), "yes");
    assert.equal(isUnled("coverage: { posts: complete }"), "yes");
    assert.equal(isUnled(`posts: { ${noLeaders} }`), "needs posts.cto");
    assert.equal(
      isUnled(`posts: { ${noLeaders.replace("it-manager: none", "it-manager: unknown")}, cto: none }`),
      "needs posts.it-manager",
    );
  });

  it("is so where a post stands vacant, and open where it is only referred to", () => {
    assert.equal(isUnled(`${complete}posts: { it-manager: vacant }`), "yes");
    assert.equal(isUnled(`${complete}posts: { ciso: { reportsTo: it-director } }`), "needs posts.it-director.heldBy");
  });

  it("depends on what a CTO carries", () => {
    const cto = `${complete}posts: { cto: { heldBy: Ann Ode } }\n`;
    assert.equal(isUnled(`${cto}activities: { it-operations: { accountable: cto } }`), "no");
    assert.equal(isUnled(`${cto}activities: { it-operations: none }`), "yes");
    assert.equal(isUnled(cto), "needs activities.it-operations");
  });

  it("leaves a post out that makes no sense, and all of it where none makes any", () => {
    assert.equal(isUnled(`posts: { ${noLeaders}, cto: not-applicable }`), "yes");
    assert.equal(
      isUnled(`posts: { ${noLeaders.replaceAll("none", "not-applicable")}, cto: not-applicable }`),
      "left-out",
    );
  });

  it("cannot be told while somebody with a leader's title has no role", () => {
    assert.equal(isUnled(`${complete}posts: { ict: { title: ICT Manager } }`), "needs posts.ict.role");
  });

  it("cannot be told while it is unknown where a leader belongs", () => {
    assert.equal(
      isUnled(`${complete}posts: { it-manager: { heldBy: Ann Ode, unit: unknown } }`),
      "needs posts.it-manager.unit",
    );
  });

  it("is asked of a company by itself", () => {
    const units = "units: { north: { kind: company, name: North } }\n";
    const ofNorth = inUnit(nobodyLeadsIt);
    const complete = `${units}coverage: { posts: complete }\n`;
    assert.equal(
      ofNorth(`${complete}posts: { cio: { heldBy: Ann Ode } }`),
      "needs units.north",
      "the group may run it",
    );
    const director = (heldBy: string, line: string) =>
      `${complete}posts: { cio: { heldBy: Ann Ode, reportsTo: ceo }, boss: { role: it-director, unit: north, heldBy: ${heldBy}, reportsTo: ${line} } }`;
    assert.equal(ofNorth(director("vacant", "ceo")), "yes");
    assert.equal(ofNorth(director("vacant", "cio")), "no", "the group leads it");
    assert.equal(ofNorth(director("vacant", "not-asked")), "yes", "nobody is there who could report");
    const boss = "it-manager: { heldBy: Di Xu, reportsTo: ceo }, boss: { role: cio, unit: north, reportsTo: ceo";
    assert.equal(ofNorth(`${units}coverage: { posts: complete }\nposts: { ${boss}, heldBy: Ann Ode } }`), "no");
    assert.equal(ofNorth(`${units}coverage: { posts: complete }\nposts: { ${boss} } }`), "needs posts.boss.heldBy");
    assert.equal(ofNorth(units), "needs units.north");
  });
});

describe("strategic cover", () => {
  const isCovered = inWhole(strategyCovered);
  const noVcio = "providers: none\n";

  it("is a held CIO, or a held leader who works at that level", () => {
    assert.equal(isCovered("posts: { cio: { heldBy: Ann Ode } }"), "yes");
    assert.equal(isCovered("posts: { it-manager: { heldBy: Ann Ode, level: [operational, strategic] } }"), "yes");
    assert.equal(isCovered(`${noVcio}posts: { it-manager: { heldBy: vacant, level: strategic } }`), "no");
    assert.equal(isCovered(`${noVcio}posts: { cfo: { heldBy: Ann Ode, level: strategic } }`), "no");
  });

  it("cannot be told while a leader's level is not declared, or a post may exist", () => {
    assert.equal(isCovered(`${noVcio}posts: { it-manager: { heldBy: Ann Ode } }`), "needs posts.it-manager.level");
    assert.equal(
      isCovered(`${noVcio}posts: { it-manager: unknown }`),
      "needs posts.it-manager, posts.it-manager.level",
    );
  });

  it("is a vCIO at that level, as a post or as a service", () => {
    const service = (levels: string) => `providers: { x: { services: [vcio]${levels} } }\n`;
    assert.equal(isCovered(service(", levels: strategic")), "yes");
    assert.equal(isCovered(service(", levels: [tactical]")), "no");
    assert.equal(isCovered(service("")), "needs providers.x.levels");
    assert.equal(isCovered("posts: { vcio: { heldBy: Ann Ode, level: strategic } }"), "yes");
    assert.equal(isCovered(`${complete}${service(", levels: strategic")}`), "yes");
  });

  it("lets a vCIO's post win over the service, and fills in its level from its provider", () => {
    const provider = "providers: { x: { services: [vcio], levels: [strategic] } }\n";
    assert.equal(isCovered(`${provider}posts: { vcio: vacant }`), "no");
    assert.equal(isCovered(`${provider}posts: { vcio: { heldBy: Ann Ode, level: tactical } }`), "no");
    assert.equal(isCovered(`${provider}posts: { vcio: { heldBy: 'provider:x' } }`), "yes");
    assert.equal(
      isCovered(`${provider}people: { Ann Ode: { employedBy: x } }\nposts: { vcio: { heldBy: Ann Ode } }`),
      "yes",
    );
  });

  it("cannot be told while nobody asked about providers, and can once any is mentioned", () => {
    assert.equal(isCovered(""), "needs providers");
    assert.equal(isCovered("posts: { vcio: none }"), "no");
    assert.equal(isCovered(complete), "no");
    assert.equal(isCovered("providers: { x: { services: [hosting] } }"), "no");
    assert.equal(isCovered("providers: { x: {} }"), "needs providers.x.services, providers.x.levels");
    assert.equal(isCovered("providers: { x: { services: [hosting] } }\nposts: { vcio: unknown }"), "needs posts.vcio");
  });
});

describe("the rank of the leaders", () => {
  it("goes by role, then by line, then as in the file, and leaves others out", () => {
    const org = orgOf(`
posts:
  it-manager: { heldBy: Ann Ode }
  ceo: { heldBy: Bo Li }
  low: { role: it-director, reportsTo: high }
  high: { role: it-director, reportsTo: ceo }
`);
    assert.deepEqual(
      byRank(org, org.posts("ceo", ...itLeadershipRoles)).map((post) => post.id),
      ["high", "low", "it-manager"],
    );
  });
});
