import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const itNone = "cio: none, cto-internal: none, it-director: none, it-manager: none";

describe("no-it-leader", () => {
  const rule = "no-it-leader";
  const isJudged = (body: string, profile?: string) => judged(rule, file(body, profile));

  it("takes an answer about every post", () => {
    assert.equal(isJudged(`posts: { ${itNone}, cto: none }`), "warning posts");
    assert.equal(isJudged("coverage: { itPosts: complete }\nposts: { ceo: { heldBy: Ann Ode } }"), "warning posts");
    assert.equal(isJudged(`posts: { ${itNone} }`), "asks posts.cto");
    assert.equal(
      isJudged(`posts: { ${itNone.replace("it-manager: none", "it-manager: declined")}, cto: none }`),
      "silent",
    );
  });

  it("is silent where a post stands vacant, is referred to, or is a provider's", () => {
    const complete = "coverage: { itPosts: complete }\n";
    assert.equal(isJudged(`${complete}posts: { it-director: vacant }`), "silent");
    assert.equal(isJudged(`${complete}posts: { ciso: { heldBy: Ann Ode, reportsTo: cio } }`), "silent");
    assert.equal(
      isJudged(
        `${complete}posts: { it-manager: { heldBy: 'provider:x' } }\nproviders: { x: { services: [helpdesk] } }`,
      ),
      "silent",
    );
  });

  it("cannot tell what a title without a role means", () => {
    assert.equal(
      isJudged("coverage: { itPosts: complete }\nposts: { head-of-it: { title: Head of IT, heldBy: Ann Ode } }"),
      "asks posts.head-of-it.role",
    );
  });

  it("names the outside helpdesk", () => {
    const body = "coverage: { itPosts: complete }\nposts: { ceo: { heldBy: Ann Ode } }\n";
    const withDesk = only(rule, file(`${body}providers: { x: { name: Brightdesk, services: [helpdesk] } }`));
    assert.match(withDesk.says, /Brightdesk/);
    assert.doesNotMatch(
      only(rule, file(`${body}providers: { x: { name: Datafort, services: [hosting] } }`)).says,
      /Datafort/,
    );
  });

  it("offers a vCIO up to 250 people, as a first step, and says who sells it", () => {
    const body = "coverage: { itPosts: complete }\nposts: { ceo: { heldBy: Ann Ode } }";
    const small = only(rule, file(body));
    assert.deepEqual(titles(small.fixes), ["Add a vacant IT Director post"]);
    assert.deepEqual(titles(small.firstSteps), [
      "First step: add a vCIO provider (the sources that recommend one sell it)",
    ]);
    assert.deepEqual(titles(only(rule, file(body, "headcount: 251")).firstSteps), []);
    assert.deepEqual(titles(only(rule, file(body, "headcount: 200-300")).firstSteps), []);
    assert.deepEqual(titles(only(rule, file(`${body}\nproviders: { x: { services: [vcio] } }`)).firstSteps), []);
    tryRemedies(rule, file(body));
    tryRemedies(rule, file(`posts: { ${itNone}, cto: none, vcio: none }`));
  });

  it("looks at each company of a group by itself", () => {
    const group = file(`
units: { north: { name: North, kind: company }, lab: { kind: site } }
coverage: { posts: complete }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  lab-it: { role: it-manager, unit: lab, heldBy: Cy Ho, reportsTo: cio }
`);
    assert.equal(judged(rule, group), "warning units.north");
    assert.match(only(rule, group).says, /in North/);
    tryRemedies(rule, group);
    assert.match(
      applied(group, only(rule, group).fixes[0]!),
      /north-it-director: \{ role: it-director, heldBy: vacant, unit: north \}/,
    );
  });
});

describe("no-strategic-level", () => {
  const rule = "no-strategic-level";
  const isJudged = (body: string, profile?: string) => judged(rule, file(body, profile));
  const manager = "it-manager: { heldBy: Ann Ode, level: [operational] }";
  const none = "providers: none\n";

  it("needs a leader, no CIO in office, and no cover", () => {
    assert.equal(isJudged(`${none}posts: { cio: none, ${manager} }`), "info posts.it-manager");
    assert.equal(isJudged(`${none}posts: { cio: vacant, ${manager} }`), "info posts.it-manager");
    assert.equal(isJudged(`${none}posts: { cio: { heldBy: Bo Li }, ${manager} }`), "silent");
    assert.equal(isJudged(`${none}posts: { cio: not-applicable, ${manager} }`), "silent");
    assert.equal(isJudged(`${none}posts: { ${manager} }`), "asks posts.cio");
    assert.equal(
      isJudged(
        `${none}posts: { cio: none, it-manager: { heldBy: vacant, level: operational } }\ncoverage: { itPosts: complete }`,
      ),
      "silent",
    );
  });

  it("is a warning only where all of the headcount is large", () => {
    const body = `${none}posts: { cio: none, ${manager} }`;
    assert.equal(isJudged(body, "headcount: 250"), "warning posts.it-manager");
    assert.equal(isJudged(body, "headcount: 249"), "info posts.it-manager");
    assert.equal(isJudged(body, "headcount: 250-400"), "warning posts.it-manager");
    assert.equal(isJudged(body, "headcount: 200-400"), "info posts.it-manager");
    assert.match(isJudged(body, "sector: retail"), /^info/);
  });

  it("accepts strategy from a leader or a vCIO, and asks for a level that nobody declared", () => {
    assert.equal(isJudged(`${none}posts: { cio: none, it-manager: { heldBy: Ann Ode, level: strategic } }`), "silent");
    assert.equal(
      isJudged(`posts: { cio: none, ${manager} }\nproviders: { x: { services: [vcio], levels: [strategic] } }`),
      "silent",
    );
    assert.equal(
      isJudged(`posts: { cio: none, ${manager} }\nproviders: { x: { services: [vcio] } }`),
      "asks providers.x.levels",
    );
    assert.equal(isJudged(`posts: { cio: none, ${manager} }`), "asks providers");
    assert.equal(
      isJudged(`${none}posts: { cio: none, it-manager: { heldBy: Ann Ode } }`),
      "asks posts.it-manager.level",
    );
    assert.equal(isJudged(`${none}posts: { cio: none, it-manager: { heldBy: Ann Ode, level: declined } }`), "silent");
  });

  it("also stands at a CTO who carries internal IT", () => {
    const cto = `${none}coverage: { itPosts: complete }\nposts: { cto: { heldBy: Ann Ode, level: tactical } }\n`;
    assert.equal(isJudged(`${cto}activities: { it-operations: { accountable: cto } }`), "info posts.cto");
    assert.equal(isJudged(`${cto}activities: { it-operations: none }`), "silent");
  });

  it("never offers to correct the record first where something else helps", () => {
    const small = only(rule, file(`${none}posts: { cio: none, ${manager} }`));
    assert.match(
      titles(small.fixes)[0]!,
      /^Add a vCIO provider at strategic level \(the sources that recommend one sell it\)/,
    );
    assert.ok(small.fixes.every((fix) => !fix.safe && !fix.preferred));
    assert.deepEqual(titles(small.firstSteps), ["First step: add a vacant CIO post"]);
    const large = only(rule, file(`${none}posts: { cio: vacant, ${manager} }`, "headcount: 900"));
    assert.deepEqual(titles([...large.fixes, ...large.firstSteps]), [
      "Correct the record: the IT Manager works at the strategic level too",
    ]);
    tryRemedies(rule, file(`posts: { cio: none, vcio: none, ${manager} }`));
  });

  it("stands at the company whose leader it is", () => {
    const group = file(`
units: { north: { name: North, kind: company } }
coverage: { posts: complete, providers: complete }
posts:
  cio: { heldBy: Bo Li }
  north-it: { role: it-manager, unit: north, heldBy: Cy Ho, level: operational }
`);
    assert.equal(judged(rule, group), "info units.north");
    tryRemedies(rule, group);
  });
});

describe("security-unowned", () => {
  const rule = "security-unowned";
  const isJudged = (body: string, profile?: string) => judged(rule, file(body, profile));
  const noCiso = "providers: none\nposts: { ciso: none }\n";

  it("needs that no officer is in office and that nobody is accountable", () => {
    assert.equal(isJudged(`${noCiso}activities: { security: none }`), "warning posts");
    assert.equal(isJudged(`${noCiso}activities: { security: { accountable: none } }`), "warning posts");
    assert.equal(
      isJudged(`${noCiso}activities: { security: { responsible: [ceo] } }`),
      "asks activities.security.accountable",
    );
    assert.equal(isJudged(`${noCiso}activities: { security: { accountable: coo } }`), "silent");
    assert.equal(isJudged(`${noCiso}coverage: { activities: complete }`), "warning posts");
    assert.equal(isJudged("providers: none\nposts: { ciso: vacant }\nactivities: { security: none }"), "warning posts");
    assert.equal(
      isJudged("providers: none\nposts: { ciso: { heldBy: Ann Ode } }\nactivities: { security: none }"),
      "silent",
    );
  });

  it("takes an unowned policy for it only where nobody is known to own security", () => {
    assert.equal(isJudged(`${noCiso}activities: { security-policy: none }`), "warning posts");
    assert.equal(
      isJudged(`${noCiso}activities: { security-policy: { accountable: none }, security: unknown }`),
      "warning posts",
    );
    assert.equal(isJudged(`${noCiso}activities: { security-policy: none, security: { accountable: coo } }`), "silent");
    assert.match(only(rule, file(`${noCiso}activities: { security-policy: none }`)).says, /security policy/);
  });

  it("counts an outside CISO, and asks for one while nobody asked about providers", () => {
    const body = "posts: { ciso: none }\nactivities: { security: none }\n";
    assert.equal(isJudged(`${body}providers: { x: { services: [ciso] } }`), "silent");
    assert.equal(isJudged(`${body}providers: { x: { services: [hosting] } }`), "warning posts");
    assert.equal(isJudged(`${body}providers: { x: { name: Datafort } }`), "asks providers.x.services");
    assert.equal(isJudged(body), "asks providers");
    assert.equal(
      isJudged(
        "posts: { ciso: { heldBy: 'provider:x' } }\nproviders: { x: { services: [ciso] } }\nactivities: { security: none }",
      ),
      "silent",
    );
  });

  it("counts the officials whom two laws demand", () => {
    const body = `${noCiso}activities: { security: none }\n`;
    assert.equal(isJudged(`${body}regimes: { hipaa: applies }`), "asks posts.hipaa-security-official");
    assert.equal(isJudged(`${body}regimes: { ftc-safeguards: planned }`), "asks posts.qualified-individual");
    assert.equal(isJudged(`${body}regimes: { hipaa: unknown }`), "asks posts.hipaa-security-official");
    assert.equal(isJudged(`${body}regimes: { hipaa: exempt }`), "warning posts");
    const official = (holder: string) =>
      isJudged(
        `providers: none\nposts: { ciso: none, hipaa-security-official: ${holder} }\nactivities: { security: none }`,
      );
    assert.equal(official("{ heldBy: Ann Ode }"), "silent");
    assert.equal(official("vacant"), "warning posts");
    assert.equal(official("{}"), "asks posts.hipaa-security-official.heldBy");
  });

  it("makes the head of the organization accountable, never the head of IT", () => {
    const headed = (posts: string) =>
      titles(
        only(rule, file(`providers: none\nposts: { ciso: none, ${posts} }\nactivities: { security: none }`)).fixes,
      );
    assert.deepEqual(headed("cio: { heldBy: Ann Ode }"), ["Make the CEO accountable for security"]);
    assert.deepEqual(headed("owner: { heldBy: Ann Ode }"), ["Make the owner accountable for security"]);
    assert.deepEqual(headed("ceo: none"), []);
    for (const activities of [
      "{ security: none }",
      "{ security: { accountable: none } }",
      "{ security-policy: none }",
      "{ erp-security: { activity: security, accountable: none } }",
    ])
      tryRemedies(rule, file(`${noCiso}activities: ${activities}`));
  });

  it("offers a vacant CISO post as a first step, unless it stands vacant already", () => {
    const steps = (ciso: string) =>
      titles(only(rule, file(`providers: none\nposts: { ciso: ${ciso} }\nactivities: { security: none }`)).firstSteps);
    assert.deepEqual(steps("none"), ["First step: add a vacant CISO post"]);
    assert.deepEqual(steps("vacant"), []);
  });

  it("leaves a CISO out that makes no sense, and reads the rest", () => {
    assert.equal(
      isJudged("providers: none\nposts: { ciso: not-applicable }\nactivities: { security: none }"),
      "warning posts",
    );
  });

  it("looks at each company of a group by itself", () => {
    const group = file(`
units: { north: { name: North, kind: company } }
coverage: { posts: complete, activities: complete, providers: complete }
posts:
  ciso: { heldBy: Bo Li }
  north-head: { role: ceo, title: Managing Director, unit: north, heldBy: Ann Ode }
activities:
  security: { accountable: ciso }
`);
    assert.equal(judged(rule, group), "warning units.north");
    assert.deepEqual(titles(only(rule, group).fixes), ["Make the Managing Director accountable for security"]);
    tryRemedies(rule, group);
  });
});

describe("one-person-it", () => {
  const rule = "one-person-it";
  const isJudged = (posts: string, profile?: string, rest = "") =>
    judged(rule, file(`posts: { ${posts} }\n${rest}`, profile));
  const two = "it-manager: { heldBy: Ann Ode, level: [tactical, operational] }";

  it("looks at 10 to 249 people, and at a range only where all of it is", () => {
    assert.equal(isJudged(two, "headcount: 10"), "info posts.it-manager");
    assert.equal(isJudged(two, "headcount: 249"), "info posts.it-manager");
    assert.equal(isJudged(two, "headcount: 9"), "silent");
    assert.equal(isJudged(two, "headcount: 250"), "silent");
    assert.equal(isJudged(two, "headcount: 50-200"), "info posts.it-manager");
    assert.equal(isJudged(two, "headcount: 5-20"), "asks organization.headcount");
    assert.equal(isJudged(two, "sector: retail"), "asks organization.headcount");
  });

  it("reads the levels of one post, as far as they are declared", () => {
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode, level: operational }"), "silent");
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode, level: [operational, operational] }"), "silent");
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode }"), "asks posts.it-manager.level");
  });

  it("takes several posts of one person for several levels, unless all are declared as one", () => {
    const both = "cio: { heldBy: ann  ode }, it-manager: { heldBy: Ann Ode }";
    assert.equal(isJudged(both), "info posts.cio");
    assert.deepEqual(
      only(rule, file(`posts: { ${both} }`)).related.map((one) => placeToString(one.at)),
      ["posts.it-manager"],
    );
    assert.equal(
      isJudged(
        "a: { role: it-manager, heldBy: Ann Ode, level: operational }, b: { role: it-manager, heldBy: Ann Ode, level: operational }",
      ),
      "silent",
    );
    assert.equal(
      isJudged(
        "a: { role: it-manager, heldBy: Ann Ode, level: operational }, b: { role: it-manager, heldBy: Ann Ode }",
      ),
      "info posts.a",
    );
  });

  it("is silent where somebody else leads too, from inside or outside", () => {
    assert.equal(isJudged(`${two}, it-director: { heldBy: Bo Li }`), "silent");
    assert.equal(
      isJudged(
        `${two}, it-director: { heldBy: 'provider:x' }`,
        undefined,
        "providers: { x: { services: [helpdesk] } }",
      ),
      "silent",
    );
    assert.equal(isJudged("it-manager: { heldBy: [Ann Ode, Bo Li], level: [tactical, operational] }"), "silent");
    assert.equal(
      isJudged(
        "it-manager: { heldBy: 'provider:x', level: [tactical, operational] }",
        undefined,
        "providers: { x: { services: [helpdesk] } }",
      ),
      "silent",
    );
    assert.equal(
      isJudged(two, undefined, "providers: { x: { services: [helpdesk] } }\npeople: { Ann Ode: { employedBy: x } }"),
      "silent",
    );
  });

  it("does not count a vacant post, and cannot tell with an unknown holder", () => {
    assert.equal(isJudged(`${two}, cio: vacant, it-director: none`), "info posts.it-manager");
    assert.equal(isJudged(`${two}, it-director: { reportsTo: ceo }`), "asks posts.it-director.heldBy");
    assert.equal(isJudged(`${two}, it-director: unknown`), "asks posts.it-director");
    assert.equal(isJudged(`${two}, ciso: { heldBy: Cy Ho, reportsTo: cio }`), "asks posts.cio.heldBy");
    assert.equal(isJudged("it-manager: { heldBy: declined, level: [tactical, operational] }"), "silent");
  });

  it("offers first steps only", () => {
    const finding = only(rule, file(`posts: { ${two} }`));
    assert.deepEqual(titles(finding.fixes), []);
    assert.equal(finding.firstSteps.length, 2);
    tryRemedies(rule, file(`posts: { ${two} }`));
    const withReport = file(`posts: { ${two}, desk-lead: { heldBy: Bo Li, reportsTo: it-manager } }`);
    assert.equal(
      titles(only(rule, withReport).firstSteps)[0],
      "First step: let the Desk Lead deputize for the IT Manager",
    );
    tryRemedies(rule, withReport);
  });

  it("joins a finding about the same post's deputy, and stays by itself beside another post's", () => {
    const text = file(`posts: { ${two.replace(" }", ", deputy: none }")} }`);
    assert.equal(judged(rule, text), "silent");
    const merged = only("key-person", text);
    assert.deepEqual(merged.absorbed, [rule]);
    assert.equal(merged.severity, "warning");
    assert.ok(merged.citations.includes("S1-43"));
    assert.equal(isJudged(`${two}, ciso: { heldBy: Ann Ode, deputy: none }`), "info posts.it-manager");
  });
});

describe("a title of security", () => {
  it("leaves open whether somebody answers for security, and asks for the role", () => {
    const titled = file(
      "posts: { ciso: none, sec: { title: Head of Security, heldBy: Bo Li } }\nproviders: none\nactivities: { security: none }",
    );
    const analysis = check(titled);
    assert.ok(!analysis.findings.some((finding) => finding.rule === "security-unowned"));
    assert.ok(
      analysis.questions.some(
        (one) => one.blocks.includes("security-unowned") && one.at.join(".") === "posts.sec.role",
      ),
    );
    const settled = check(titled.replace("title: Head of Security", "title: Head of Security, role: none"));
    assert.ok(settled.findings.some((finding) => finding.rule === "security-unowned"));
  });
});

describe("messages", () => {
  it("of these rules can be read aloud: short, and without paths or field names", () => {
    const texts = [
      file(
        `posts: { ${itNone}, cto: none, ciso: none }\nactivities: { security: none }\nproviders: { x: { name: Brightdesk Managed Services, services: [helpdesk] } }`,
      ),
      file(
        "providers: none\nposts: { cio: vacant, it-director: { heldBy: Alexandra Johansson, level: [tactical, operational], governanceTraining: no, deputy: none, reportsTo: cfo } }",
      ),
      file(
        "posts: { cio: { heldBy: Alexandra Johansson, reportsTo: cfo, focus: technology, deputy: none }, it-manager: { heldBy: Alexandra Johansson } }",
      ),
      file("posts: { cto: { heldBy: Alexandra Johansson } }", "sellsTechnology: no, customerFacingTechnology: no"),
    ];
    const findings = texts.flatMap((text) => check(text).findings).filter((one) => one.category !== "format");
    assert.ok(new Set(findings.map((one) => one.rule)).size >= 8);
    for (const { message } of findings) {
      assert.ok(message.length <= 260, `${message.length}: ${message}`);
      assert.doesNotMatch(message, /heldBy|reportsTo|governanceTraining|handsOn|posts\.|it-director|\bundefined\b/);
    }
  });
});
