import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 300";
const sells = "headcount: 300, sellsTechnology: yes";

describe("cto-runs-internal-it", () => {
  const rule = "cto-runs-internal-it";
  const posts = (more = "") => `posts:\n  cto: { heldBy: Ann Ode, reportsTo: ceo }\n${more}`;
  const desk = (head = "cto") => `teams:\n  desk: { headedBy: ${head}, functions: [helpdesk] }\n`;
  const director = "  it-director: { heldBy: Bo Li, reportsTo: ceo }\n";

  it("speaks of each kind of internal team, and of IT operations", () => {
    for (const name of ["helpdesk", "infrastructure", "network"]) {
      const teams = `teams:\n  desk: { headedBy: cto, functions: [data, ${name}] }\n`;
      assert.equal(judged(rule, file(posts(director) + teams)), "info teams.desk.headedBy", name);
    }
    const operations = (who: string) => `activities:\n  it-operations: { accountable: ${who} }\n`;
    assert.equal(judged(rule, file(posts(director) + operations("cto"))), "info activities.it-operations.accountable");
    assert.equal(
      judged(rule, file(posts(director) + operations("[ceo, Ann Ode]"))),
      "info activities.it-operations.accountable[1]",
    );
    assert.equal(judged(rule, file(posts(director) + operations("it-director"))), "silent");
    const other = "teams:\n  dev: { headedBy: cto, functions: [software-development, database] }\n";
    assert.equal(judged(rule, file(posts(director) + other + operations("none"))), "silent");
  });

  it("needs somebody else who leads IT, or a large organization", () => {
    assert.equal(judged(rule, file(posts() + desk(), large)), "info teams.desk.headedBy");
    const none = "  cio: none\n  it-director: none\n";
    assert.equal(judged(rule, file(posts(none) + desk())), "silent");
    assert.equal(judged(rule, file(posts("  cio: vacant\n  it-director: none\n") + desk())), "silent");
    assert.equal(
      judged(rule, file(posts("  cio: Ann Ode\n").replace("cio: Ann Ode", "cio: { heldBy: Cy Ho }") + desk())),
      "info teams.desk.headedBy",
    );
    assert.equal(judged(rule, file(posts() + desk())), "asks posts.cio");
    assert.equal(judged(rule, file(posts(none) + desk(), "headcount: 200-300")), "asks organization.headcount");
  });

  it("drops a step below 50 people", () => {
    assert.equal(judged(rule, file(posts(director) + desk(), "headcount: 40")), "hint teams.desk.headedBy");
  });

  it("asks who answers for IT operations where that would settle it", () => {
    assert.equal(judged(rule, file(posts(director))), "asks activities.it-operations.accountable");
    assert.equal(judged(rule, file(`coverage: { activities: complete }\n${posts(director)}`)), "silent");
    const declined = "activities:\n  it-operations: { accountable: declined }\n";
    assert.equal(judged(rule, file(posts(director) + declined)), "silent");
  });

  it("does not take the CIO's team for the CTO's where one person is both", () => {
    const both = "  cio: { heldBy: Ann Ode, reportsTo: ceo }\n";
    const settled = "activities:\n  it-operations: { accountable: cio }\n";
    assert.equal(judged(rule, file(posts(both) + desk("cio") + settled)), "silent");
    assert.equal(judged(rule, file(posts(both) + desk("Ann Ode") + settled)), "silent");
    assert.equal(judged(rule, file(posts(both) + desk("cto") + settled)), "info teams.desk.headedBy");
  });

  it("is one finding a CTO, with the other places beside it, and moves them all", () => {
    const text = file(
      `${posts(director)}teams:
  desk: { headedBy: cto, functions: [helpdesk] }
  net: { headedBy: Ann Ode, functions: [network] }
activities:
  it-operations: { accountable: [cto] }
`,
    );
    const finding = only(rule, text);
    assert.equal(
      finding.says,
      "The CTO, Ann Ode, heads the Desk team, heads the Net team and answers for IT operations, although there is the IT Director.",
    );
    assert.deepEqual(
      finding.related.map((one) => one.message),
      ["CTO heads the Net team", "CTO answers for IT operations"],
    );
    assert.deepEqual(titles(finding.fixes), [
      "Leave internal IT to the IT Director",
      "Declare the post as a CTO for internal IT",
    ]);
    tryRemedies(rule, text);
    assert.match(applied(text, finding.fixes[0]!), /net: \{ headedBy: it-director.*accountable: \[it-director\]/s);
    const alone = file(posts() + desk(), large);
    assert.deepEqual(titles(only(rule, alone).fixes), ["Declare the post as a CTO for internal IT"]);
    tryRemedies(rule, alone);
  });

  it("looks for the other leader in the CTO's own company", () => {
    const units = (leader: string) => `units:
  uk: { kind: company }
  us: { kind: company }
posts:
  uk-cto: { role: cto, heldBy: Ann Ode, unit: uk }
  ${leader}
teams:
  desk: { headedBy: uk-cto, functions: [helpdesk] }
`;
    const at = "info teams.desk.headedBy";
    assert.equal(judged(rule, file(units("uk-cio: { role: cio, heldBy: Bo Li, unit: uk }"))), at);
    assert.notEqual(judged(rule, file(units("us-cio: { role: cio, heldBy: Bo Li, unit: us }"))), at);
  });
});

describe("cio-runs-product", () => {
  const rule = "cio-runs-product";
  const posts = (cto = "{ heldBy: Bo Li, reportsTo: ceo }") =>
    `posts:\n  cio: { heldBy: Ann Ode, reportsTo: ceo }\n  cto: ${cto}\n`;
  const team = (functions: string, head = "cio") =>
    `teams:\n  product: { headedBy: ${head}, functions: ${functions} }\n`;
  const found = "info teams.product.headedBy";

  it("speaks of teams that develop or own products, and of no others", () => {
    for (const functions of ["software-development", "product-owner"])
      assert.equal(judged(rule, file(posts() + team(`[data, ${functions}]`), sells)), found, functions);
    assert.equal(judged(rule, file(posts() + team("[architecture, business-analysis]"), sells)), "silent");
    assert.equal(judged(rule, file(posts() + team("[product-owner]", "cto"), sells)), "silent");
    assert.equal(judged(rule, file(posts() + team("[product-owner]", "Ann Ode"), sells)), found);
  });

  it("needs a CTO and technology that is sold, and asks for either", () => {
    assert.equal(judged(rule, file(posts("none") + team("[product-owner]"), sells)), "silent");
    assert.equal(judged(rule, file(posts("vacant") + team("[product-owner]"), sells)), found);
    assert.equal(judged(rule, file(posts("unknown") + team("[product-owner]"), sells)), "asks posts.cto");
    assert.equal(
      judged(rule, file(posts() + team("[product-owner]"), "headcount: 300, sellsTechnology: no")),
      "silent",
    );
    assert.equal(judged(rule, file(posts() + team("[product-owner]"), large)), "asks organization.sellsTechnology");
    assert.equal(judged(rule, file(posts(), sells)), "silent");
  });

  it("drops a step below 50 people", () => {
    const small = "headcount: 30, sellsTechnology: yes";
    assert.equal(judged(rule, file(posts() + team("[product-owner]"), small)), "hint teams.product.headedBy");
  });

  it("does not speak of whoever is CIO and CTO in one and is named as a person", () => {
    const both = posts("{ heldBy: Ann Ode, reportsTo: ceo }");
    assert.equal(judged(rule, file(both + team("[product-owner]", "Ann Ode"), sells)), "silent");
    tryRemedies(rule, file(both + team("[product-owner]"), sells));
  });

  it("moves all such teams to the CTO", () => {
    const text = file(
      `${posts()}teams:
  web: { headedBy: cio, functions: [software-development] }
  app: { headedBy: Ann Ode, functions: [product-owner] }
`,
      sells,
    );
    assert.equal(
      only(rule, text).says,
      "The CIO, Ann Ode, heads the Web team and the App team; technology is sold here, and there is a CTO.",
    );
    assert.deepEqual(titles(only(rule, text).fixes), ["Let the CTO head these teams"]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /web: \{ headedBy: cto,.*app: \{ headedBy: cto,/s);
    tryRemedies(rule, text);
  });
});

describe("mismatched-objective", () => {
  const rule = "mismatched-objective";
  const isJudged = (post: string, objectives: string) =>
    judged(rule, file(`posts:\n  ${post}: { heldBy: Ann Ode, reportsTo: ceo, objectives: ${objectives} }\n`));

  it("speaks of the other one's goal where it is the only one", () => {
    assert.equal(isJudged("cio", "[revenue]"), "hint posts.cio.objectives");
    assert.equal(isJudged("cio", "revenue"), "hint posts.cio.objectives");
    assert.equal(isJudged("cto", "[profit]"), "hint posts.cto.objectives");
    assert.equal(isJudged("cto", "[cost]"), "hint posts.cto.objectives");
    for (const fits of ["[profit]", "[mission]", "[revenue, mission]", "none", "[]"])
      assert.equal(isJudged("cio", fits), "silent", fits);
    for (const fits of ["[revenue]", "[profit, revenue]", "[profit, cost]", "[delivery]"])
      assert.equal(isJudged("cto", fits), "silent", fits);
    assert.equal(isJudged("it-director", "[revenue]"), "silent");
  });

  it("asks, and leaves the answer to the consultant", () => {
    assert.equal(isJudged("cto", "not-asked"), "asks posts.cto.objectives");
    assert.equal(isJudged("cto", "declined"), "silent");
  });

  it("swaps", () => {
    for (const [post, objective, title] of [
      ["cio", "revenue", "Measure the CIO by profit instead"],
      ["cto", "cost", "Measure the CTO by revenue instead"],
    ] as const) {
      const text = file(`posts:\n  ${post}: { heldBy: Ann Ode, reportsTo: ceo, objectives: ${objective} }\n`);
      assert.deepEqual(titles(only(rule, text).fixes), [title]);
      tryRemedies(rule, text);
    }
  });
});

describe("cio-hands-on", () => {
  const rule = "cio-hands-on";
  const isJudged = (handsOn: string, profile = large, role = "cio") =>
    judged(rule, file(`posts:\n  ${role}: { heldBy: Ann Ode, reportsTo: ceo${handsOn} }\n`, profile));

  it("speaks of a CIO in a large organization only", () => {
    assert.equal(isJudged(", handsOn: yes"), "info posts.cio.handsOn");
    assert.equal(isJudged(", handsOn: yes", "headcount: 250-400"), "info posts.cio.handsOn");
    assert.equal(isJudged(", handsOn: no"), "silent");
    assert.equal(isJudged(", handsOn: none"), "silent");
    assert.equal(isJudged(", handsOn: yes", "headcount: 249"), "silent");
    assert.equal(isJudged(", handsOn: yes", large, "it-director"), "silent");
  });

  it("asks for what is missing", () => {
    assert.equal(isJudged(""), "asks posts.cio.handsOn");
    assert.equal(isJudged(", handsOn: yes", "headcount: 200-300"), "asks organization.headcount");
    assert.equal(isJudged("", "headcount: 120"), "silent");
  });

  it("offers to correct the record, and neither prefers that nor does it by itself", () => {
    const text = file("posts:\n  cio: { heldBy: Ann Ode, reportsTo: ceo, handsOn: yes }\n", large);
    const [fix, ...others] = only(rule, text).fixes;
    assert.equal(fix?.title, "Correct the record: the CIO does no technical work");
    assert.deepEqual([others.length, fix?.preferred, fix?.safe], [0, undefined, undefined]);
    tryRemedies(rule, text);
  });
});

describe("director-acts-as-cio", () => {
  const rule = "director-acts-as-cio";
  const whole = "focus: [people, process, projects, technology]";
  const isJudged = (facts: string, more = "") =>
    judged(rule, file(`posts:\n  it-director: { heldBy: Ann Ode, ${facts} }\n${more}`));

  it("needs all four and the strategic level", () => {
    const found = "hint posts.it-director";
    assert.equal(isJudged(`level: strategic, ${whole}`), found);
    assert.equal(
      isJudged(`level: [tactical, strategic], focus: [information, technology, projects, process, people]`),
      found,
    );
    assert.equal(isJudged(`level: tactical, ${whole}`), "silent");
    for (const left of ["people", "process", "projects", "technology"]) {
      const three = whole.replace(new RegExp(`${left}(, )?`), "").replace(", ]", "]");
      assert.equal(isJudged(`level: strategic, ${three}`), "silent", three);
    }
    assert.equal(isJudged(`role: it-manager, level: strategic, ${whole}`), "silent");
  });

  it("asks for the half that is missing", () => {
    assert.equal(isJudged(whole), "asks posts.it-director.level");
    assert.equal(isJudged("level: strategic"), "asks posts.it-director.focus");
    assert.equal(isJudged("level: tactical"), "silent");
  });

  it("offers the role of CIO, but no second CIO", () => {
    const text = (more = "") => file(`posts:\n  it-director: { heldBy: Ann Ode, level: strategic, ${whole} }\n${more}`);
    assert.deepEqual(titles(only(rule, text()).fixes), ["Declare the post as a CIO's"]);
    tryRemedies(rule, text());
    assert.deepEqual(titles(only(rule, text("  cio: { heldBy: Bo Li }\n")).fixes), []);
    assert.deepEqual(titles(only(rule, text("  cio: vacant\n")).fixes), ["Declare the post as a CIO's"]);
  });
});

describe("cio-without-technical-second", () => {
  const rule = "cio-without-technical-second";
  const complete = "coverage: { itPosts: complete }\n";
  const body = (rest: string, cio = "background: business, deputy: none") =>
    `posts:\n  cio: { heldBy: Ann Ode, reportsTo: ceo, ${cio} }\n${rest}`;
  const found = "hint posts.cio.background";

  it("speaks of a CIO from business alone", () => {
    assert.equal(judged(rule, file(complete + body(""))), found);
    for (const other of ["technical", "mixed"])
      assert.equal(judged(rule, file(complete + body("", `background: ${other}, deputy: none`))), "silent", other);
    assert.equal(
      judged(rule, file(complete + body("", "background: not-asked, deputy: none"))),
      "asks posts.cio.background",
    );
  });

  it("reads the holder's background where the post gives none, and the post's where it does", () => {
    const people = (background: string) => `people:\n  Ann Ode: { background: ${background} }\n`;
    assert.equal(judged(rule, file(complete + people("business") + body("", "deputy: none"))), found);
    assert.equal(judged(rule, file(complete + people("technical") + body("", "deputy: none"))), "silent");
    assert.equal(judged(rule, file(complete + people("technical") + body(""))), found);
    assert.equal(judged(rule, file(complete + people("declined") + body("", "deputy: none"))), "silent");
  });

  it("asks for a second's background only where the CIO's is known", () => {
    const director = "  it-director: { heldBy: Bo Li }\n";
    assert.equal(judged(rule, file(complete + body(director, "deputy: none"))), "asks posts.cio.background");
    assert.equal(judged(rule, file(complete + body(director))), "asks posts.it-director.background");
  });

  it("is content with a technical director, CTO or deputy", () => {
    for (const role of ["it-director", "cto", "cto-internal"]) {
      const second = (facts: string) => judged(rule, file(complete + body(`  ${role}: { ${facts} }\n`)));
      assert.equal(second("heldBy: Bo Li, background: technical"), "silent", role);
      assert.equal(second("heldBy: Bo Li, background: mixed"), "silent", role);
      assert.equal(second("heldBy: Bo Li, background: business"), found, role);
      assert.equal(second("heldBy: vacant, background: technical"), found, role);
      assert.equal(second("heldBy: Bo Li"), `asks posts.${role}.background`, role);
    }
    const deputy = (who: string, rest = "") =>
      judged(rule, file(complete + body(rest, `background: business, deputy: ${who}`)));
    assert.equal(deputy("Bo Li", "people: { Bo Li: { background: technical } }"), "silent");
    assert.equal(deputy("Bo Li", "people: { Bo Li: { background: business } }"), found);
    assert.equal(deputy("Bo Li"), 'asks people["Bo Li"].background');
    assert.equal(deputy("it-manager", "  it-manager: { heldBy: Cy Ho, background: technical }"), "silent");
    assert.equal(deputy("provider:datafort", "providers: { datafort: { services: [hosting] } }"), "silent");
    assert.equal(deputy("not-asked"), "asks posts.cio.deputy");
  });

  it("asks once where nobody said whether there is such a post", () => {
    assert.equal(judged(rule, file(body(""))), "asks posts.it-director");
  });

  it("names a deputy who may be technical, and offers a director's post", () => {
    const manager = (background: string) =>
      file(complete + body(`  it-manager: { heldBy: Cy Ho, reportsTo: cio, background: ${background} }\n`));
    const { fixes, firstSteps } = only(rule, manager("technical"));
    assert.deepEqual(titles(fixes), ["Let the IT Manager deputize for the CIO"]);
    assert.deepEqual(titles(firstSteps), ["First step: add a vacant IT Director post"]);
    tryRemedies(rule, manager("technical"));
    tryRemedies(rule, manager("unknown"));
    assert.deepEqual(titles(only(rule, manager("business")).fixes), []);
    tryRemedies(rule, manager("business"));
  });
});
