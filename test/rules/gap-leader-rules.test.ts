import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 400";
const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("overloaded-leader", () => {
  const rule = "overloaded-leader";
  const isJudged = (posts: string) => judged(rule, file(`posts: { ${posts} }`));
  const three = "cfo: { heldBy: Bo Li }, dpo: { heldBy: bo  li }, ciso: { heldBy: Bo Li }";

  it("counts one person's posts on the list, and stands at the latest", () => {
    assert.equal(isJudged(three), "info posts.ciso");
    assert.equal(isJudged("cfo: { heldBy: Bo Li }, owner: { heldBy: Bo Li }, ciso: { heldBy: Bo Li }"), "silent");
    assert.equal(isJudged("cfo: { heldBy: [Bo Li, Bo Li] }, ciso: { heldBy: [Cy Ho, Bo Li] }"), "silent");
    assert.equal(
      isJudged("cfo: { heldBy: [Bo Li, Cy Ho] }, dpo: { heldBy: Cy Ho }, ciso: { heldBy: [Cy Ho, Bo Li] }"),
      "info posts.ciso",
    );
    assert.equal(
      isJudged(
        "a: { role: it-manager, heldBy: Bo Li }, b: { role: it-manager, heldBy: Bo Li }, cio: { heldBy: Bo Li }",
      ),
      "info posts.cio",
    );
    assert.deepEqual(
      only(rule, file(`posts: { ${three} }`)).related.map((one) => placeToString(one.at)),
      ["posts.cfo", "posts.dpo"],
    );
  });

  it("does not count a provider as one person", () => {
    const text = three.replaceAll(/heldBy: \w+ +\w+/gi, "heldBy: 'provider:x'");
    assert.equal(judged(rule, file(`posts: { ${text} }\nproviders: { x: { services: [vcio] } }`)), "silent");
  });

  it("asks who holds a third post only where somebody holds two", () => {
    const two = "cfo: { heldBy: Bo Li }, dpo: { heldBy: Bo Li }";
    assert.equal(isJudged(`${two}, ciso: { heldBy: not-asked }`), "asks posts.ciso.heldBy");
    assert.equal(isJudged(`${two}, ciso: unknown`), "asks posts.ciso");
    assert.equal(isJudged(`${two}, ciso: vacant, coo: none, cro: { heldBy: declined }`), "silent");
    assert.equal(isJudged("cfo: { heldBy: Bo Li }, ciso: { heldBy: not-asked }"), "silent");
  });

  it("separates the latest post, which ends it only where three are held", () => {
    tryRemedies(rule, file(`posts: { ${three} }`));
    assert.deepEqual(titles(only(rule, file(`posts: { ${three} }`)).fixes), ["Make CISO a separate, vacant post"]);
    const shared = file(`posts: { ${three.replace("ciso: { heldBy: Bo Li", "ciso: { heldBy: [Bo Li, Cy Ho]")} }`);
    tryRemedies(rule, shared);
    assert.equal(titles(only(rule, shared).fixes)[0], "Leave CISO to Cy Ho");
    const four = only(rule, file(`posts: { ${three}, coo: { heldBy: Bo Li } }`));
    assert.deepEqual(titles(four.fixes), []);
    assert.deepEqual(titles(four.firstSteps), [
      "First step: make COO a separate, vacant post",
      "First step: add a vacant post of deputy to the COO",
    ]);
  });
});

describe("rival-it-leaders", () => {
  const rule = "rival-it-leaders";
  const isJudged = (posts: string, rest = "") => judged(rule, file(`posts: { ${posts} }\n${rest}`));
  const heads = "cfo: { reportsTo: ceo }, coo: { reportsTo: ceo }";
  const a = "a: { role: it-director, heldBy: Ann Ode, reportsTo: cfo }";
  const b = "b: { role: it-director, heldBy: Bo Li, reportsTo: coo }";

  it("needs two held posts of one role whose lines are known to the top", () => {
    assert.equal(isJudged(`${heads}, ${a}, ${b}`), "info posts.b");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("it-director", "it-manager")}`), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("Bo Li", "vacant")}`), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("Bo Li", "ann ode")}`), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("Bo Li", "not-asked")}`), "asks posts.b.heldBy");
    assert.equal(isJudged(`cfo: { reportsTo: ceo }, ${a}, ${b}`), "asks posts.coo.reportsTo");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("coo", "declined")}`), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("coo", "board")}`), "info posts.b");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("coo", "ceo")}`), "info posts.b");
  });

  it("is silent where the lines meet in a post of IT, at any height", () => {
    const under = (cio: string) => `cfo: { reportsTo: cio }, coo: { reportsTo: cio }, ${cio}, ${a}, ${b}`;
    assert.equal(isJudged(under("cio: { heldBy: Cy Ho, reportsTo: ceo }")), "silent");
    assert.equal(isJudged(under("cio: vacant")), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("coo", "a")}`), "silent");
    const underCto = `${a.replace("cfo", "cto")}, ${b.replace("coo", "cto")}, cto: { heldBy: Cy Ho, reportsTo: ceo }`;
    assert.equal(isJudged(underCto), "asks activities.it-operations");
    assert.equal(isJudged(underCto, "activities: { it-operations: { accountable: cto } }"), "silent");
    assert.equal(isJudged(underCto, "activities: { it-operations: none }"), "info posts.b");
    const underVp = `${a.replace("cfo", "vp")}, ${b.replace("coo", "vp")}, vp: { title: VP of IT, reportsTo: ceo }`;
    assert.equal(isJudged(underVp), "asks posts.vp.role");
    assert.equal(
      isJudged(`${heads}, ${a.replace("cfo", "cto")}, ${b}, cto: { heldBy: Cy Ho, reportsTo: ceo }`),
      "info posts.b",
    );
  });

  it("compares posts of one unit only", () => {
    const inUnit = (post: string, unit: string) => post.replace(" }", `, unit: ${unit} }`);
    assert.equal(isJudged(`${heads}, ${a}, ${inUnit(b, "north")}`, group), "silent");
    assert.equal(isJudged(`${heads}, ${inUnit(a, "lab")}, ${inUnit(b, "lab")}`, group), "info posts.b");
    assert.equal(isJudged(`${heads}, ${a}, ${inUnit(b, "not-asked")}`, group), "silent");
  });

  it("is a warning where strategy and budget have nobody accountable", () => {
    const both = "activities: { it-strategy: none, it-budget: { accountable: none } }";
    assert.equal(isJudged(`${heads}, ${a}, ${b}`, both), "warning posts.b");
    assert.match(only(rule, file(`posts: { ${heads}, ${a}, ${b} }\n${both}`)).says, /nobody is accountable/);
    assert.equal(isJudged(`${heads}, ${a}, ${b}`, "activities: { it-strategy: none }"), "info posts.b");
    assert.equal(isJudged(`${heads}, ${a}, ${b}`, "coverage: { activities: complete }"), "warning posts.b");
  });

  it("puts one below the other, or a post above both", () => {
    const fixes = (posts: string, rest = "") => {
      const text = file(`posts: { ${posts} }\n${rest}`);
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes);
    };
    const direct = "Let the B report to the A";
    assert.deepEqual(fixes(`${heads}, ${a}, ${b}`), [direct, "Add a vacant CIO post above both"]);
    assert.deepEqual(fixes(`${heads}, ${a}, ${b}, cio: none`), [direct, "Add a vacant CIO post above both"]);
    assert.deepEqual(fixes(`${heads}, ${a}, ${b}, cio: { reportsTo: ceo }`), [
      direct,
      "Let both the A and the B report to the CIO",
    ]);
    assert.deepEqual(fixes(`${heads}, ${a.replace("cfo", "cio")}, ${b}, cio: { reportsTo: ceo }`), [
      direct,
      "Let the B report to the CIO",
    ]);
    assert.deepEqual(fixes(`${heads}, ${a}, ${b}`.replaceAll("it-director", "cio")), [direct]);
    fixes(`${heads}, ${a.replace(" }", ", unit: north }")}, ${b.replace(" }", ", unit: north }")}`, group);
  });

  it("offers first steps where there are three rivals", () => {
    const c = "c: { role: it-director, heldBy: Cy Ho, reportsTo: ceo }";
    const text = file(`posts: { ${heads}, ${a}, ${b}, ${c} }`);
    assert.equal(judged(rule, text), "info posts.b; info posts.c");
    const analysis = check(text).findings.find((one) => placeToString(one.at) === "posts.c");
    assert.deepEqual(titles(analysis?.fixes ?? []), []);
    assert.equal(analysis?.firstSteps.length, 2);
  });
});

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
      only(rule, file("posts: { cio: { interim: no, heldBy: Ann Ode, daysPerWeek: 1 } }", large)).says,
      /Ann Ode .* for one day a week/,
    );
  });

  it("asks for both at once, as far as both matter", () => {
    const question = (profile: string) =>
      check(file("posts: { cio: { heldBy: Ann Ode } }", profile))
        .questions.filter((one) => one.blocks.includes(rule))
        .map((one) => `${placeToString(one.at)}: ${one.question}`);
    assert.deepEqual(question(large), [
      "posts.cio.interim: Is the CIO in the post for good, and for how many days a week?",
    ]);
    assert.deepEqual(question("headcount: 120"), [
      "posts.cio.interim: Is the CIO in the post for good, or only for the time being?",
    ]);
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

describe("lone-leader-under-business", () => {
  const rule = "lone-leader-under-business";
  const settled = "coverage: { itPosts: complete, providers: complete }";
  const isJudged = (posts: string, rest = settled) => judged(rule, file(`posts: { ${posts} }\n${rest}`));
  const manager = "it-manager: { heldBy: Bo Li, reportsTo: cfo, level: operational }";
  const place = "info posts.it-manager.reportsTo";

  it("counts five roles as business unless the file says otherwise", () => {
    for (const role of ["cfo", "coo", "head-hr", "head-marketing", "general-counsel"])
      assert.equal(isJudged(manager.replace("cfo", role)), place);
    assert.equal(isJudged(`cfo: { background: technical }, ${manager}`), "silent");
    assert.equal(isJudged(`cfo: { background: mixed }, ${manager}`), "silent");
    assert.equal(
      isJudged(`cfo: { heldBy: Ann Ode }, ${manager}`, `${settled}\npeople: { Ann Ode: { background: technical } }`),
      "silent",
    );
    assert.equal(isJudged(manager.replace("cfo", "board")), "silent");
  });

  it("asks for the background of any other superior", () => {
    assert.equal(isJudged(manager.replace("cfo", "ceo")), "asks posts.ceo.background");
    assert.equal(isJudged(`ceo: { background: business }, ${manager.replace("cfo", "ceo")}`), place);
    assert.equal(
      isJudged(
        `office: { heldBy: Ann Ode }, ${manager.replace("cfo", "office")}`,
        `${settled}\npeople: { Ann Ode: { background: business } }`,
      ),
      place,
    );
    assert.equal(isJudged(manager.replace("reportsTo: cfo, ", "")), "asks posts.it-manager.reportsTo");
  });

  it("needs that nobody else leads IT", () => {
    assert.equal(isJudged(`${manager}, cio: vacant`), place);
    assert.equal(isJudged(`${manager}, it-director: { heldBy: Cy Ho }`), "silent");
    assert.equal(isJudged(`${manager}, it-director: { heldBy: not-asked }`), "asks posts.it-director.heldBy");
    assert.equal(
      isJudged(`${manager}, cto: { heldBy: Cy Ho }`, `${settled}\nactivities: { it-operations: { accountable: cto } }`),
      "silent",
    );
    assert.equal(
      isJudged(`${manager}, cto: { heldBy: Cy Ho }`, `${settled}\nactivities: { it-operations: none }`),
      place,
    );
    assert.equal(isJudged(`${manager}, boss: { title: Head of IT }`), "asks posts.boss.role");
    const partial = check(file(`posts: { ${manager}, cio: none }`)).questions.filter((one) =>
      one.blocks.includes(rule),
    );
    assert.deepEqual(
      partial.map((one) => `${placeToString(one.at)}: ${one.question}`),
      ["posts.cto-internal: Does anybody lead IT besides the IT Manager: a CIO, an IT director, an IT manager, a CTO?"],
    );
  });

  it("needs that nobody looks after strategy, and offers that as the remedy", () => {
    assert.equal(isJudged(manager.replace("operational", "strategic")), "silent");
    const vcio = (levels: string) => `coverage: { itPosts: complete }\nproviders: { x: { services: [vcio]${levels} } }`;
    assert.equal(isJudged(manager, vcio(", levels: strategic")), "silent");
    assert.equal(isJudged(manager, vcio("")), "asks providers.x.levels");
    tryRemedies(rule, file(`posts: { ${manager} }\n${settled}`));
    assert.deepEqual(titles(only(rule, file(`posts: { ${manager} }\n${settled}`, large)).fixes), []);
  });

  it("looks at each company of a group by itself", () => {
    const text = file(`${group}coverage: { posts: complete, providers: complete }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: strategic }
  north-it: { role: it-manager, unit: north, heldBy: Bo Li, reportsTo: cfo, level: operational }
`);
    assert.equal(judged(rule, text), "info posts.north-it.reportsTo");
    tryRemedies(rule, text);
  });
});
