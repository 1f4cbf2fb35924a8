import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, said, titles, tryRemedies } from "../kit/judged.ts";

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

  it("asks who is in a post that is only referred to, and is silent where a provider is", () => {
    const complete = "coverage: { itPosts: complete }\n";
    assert.equal(isJudged(`${complete}posts: { ciso: { heldBy: Ann Ode, reportsTo: cio } }`), "asks posts.cio.heldBy");
    assert.equal(
      isJudged(
        `${complete}posts: { it-manager: { heldBy: 'provider:x' } }\nproviders: { x: { services: [helpdesk] } }`,
      ),
      "silent",
    );
  });

  it("counts a vacant post as nobody, and stands there where it is the only one", () => {
    const complete = "coverage: { itPosts: complete }\n";
    assert.deepEqual(said(rule, file(`${complete}posts: { ceo: { heldBy: Ann Ode }, it-director: vacant }`)), [
      "warning posts.it-director: Nobody leads IT: the post of IT Director is vacant.",
    ]);
    assert.deepEqual(said(rule, file(`${complete}posts: { cio: vacant, it-director: vacant }`)), [
      "warning posts: Nobody leads IT: the posts of CIO and IT Director are vacant.",
    ]);
    assert.equal(isJudged(`${complete}posts: { cio: vacant, it-manager: { heldBy: Bo Li } }`), "silent");
    assert.equal(
      isJudged(`${complete}posts: { cio: vacant, it-manager: { heldBy: not-asked } }`),
      "asks posts.it-manager.heldBy",
    );
  });

  it("is information where a deputy of the vacant post stands in", () => {
    const vacant = (deputy: string, more = "") =>
      file(
        `coverage: { itPosts: complete }\nposts:\n  ceo: { heldBy: Ann Ode }\n  cio: { heldBy: vacant, reportsTo: ceo, deputy: ${deputy} }\n${more}`,
      );
    const standsIn = "info posts.cio: Nobody leads IT: the post of CIO is vacant; Bo Li stands in.";
    assert.deepEqual(said(rule, vacant("Bo Li")), [standsIn]);
    assert.deepEqual(said(rule, vacant("ops-lead", "  ops-lead: { heldBy: Bo Li, reportsTo: cio }\n")), [standsIn]);
    const nobody = ["warning posts.cio: Nobody leads IT: the post of CIO is vacant."];
    assert.deepEqual(said(rule, vacant("none")), nobody);
    assert.deepEqual(said(rule, vacant("ops-lead", "  ops-lead: { heldBy: vacant, reportsTo: cio }\n")), nobody);
    tryRemedies(rule, vacant("Bo Li"));
    assert.deepEqual(titles(only(rule, vacant("Bo Li")).fixes), ["Let Bo Li fill the post of CIO for the time being"]);
  });

  it("takes in that the law demands somebody in the vacant post", () => {
    const bank = file(
      "coverage: { itPosts: complete }\nposts: { ceo: { heldBy: Ann Ode }, cio: vacant }",
      "headcount: 120",
      "rbi-it: { status: applies, as: [commercial-bank] }",
    );
    assert.equal(judged("required-post-vacant", bank), "silent");
    const found = only(rule, bank);
    assert.ok(found.citations.includes("rbi-8"), found.citations.join());
    assert.equal(judged(rule, bank), "error posts.cio");
  });

  it("lets an explicit answer stand, and names the post that may be the one", () => {
    const lead = "head-of-it: { title: Head of IT, heldBy: Ann Ode }";
    const found = only(rule, file(`posts: { ${itNone}, cto: none, ${lead} }`));
    assert.deepEqual(
      found.related.map(({ message }) => inFull(message)),
      ["if this is the CIO, CTO (internal IT), IT Director or IT Manager, give it the role"],
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
    assert.match(inFull(withDesk.says), /Brightdesk/);
    assert.doesNotMatch(
      inFull(only(rule, file(`${body}providers: { x: { name: Datafort, services: [hosting] } }`)).says),
      /Datafort/,
    );
  });

  it("names an outside vCIO, by the post or by the service, and stays: advice does not lead", () => {
    const firm = (more: string) =>
      file(
        `coverage: { itPosts: complete }\nposts:\n  ceo: { heldBy: Ann Ode }\n${more}providers: { nord: { name: Nordnetz, services: [vcio, hosting, helpdesk] } }`,
      );
    const says =
      "warning posts: No post leads IT: there is no CIO, IT director or IT manager; there is only an outside";
    assert.deepEqual(said(rule, firm("")), [`${says} vCIO (Nordnetz) and helpdesk (Nordnetz).`]);
    assert.deepEqual(said(rule, firm("  vcio: { heldBy: Jo Nord, level: [strategic] }\n")), [
      `${says} vCIO (Jo Nord) and helpdesk (Nordnetz).`,
    ]);
  });

  it("offers a vCIO up to 250 people, as a first step, and says who sells it", () => {
    const body = "coverage: { itPosts: complete }\nposts: { ceo: { heldBy: Ann Ode } }";
    const small = only(rule, file(body));
    assert.deepEqual(titles(small.fixes), []);
    const vacancy = "First step: add a vacant IT Director post";
    assert.deepEqual(titles(small.firstSteps), [
      vacancy,
      "First step: add a vCIO provider (the sources that recommend one sell it)",
    ]);
    assert.deepEqual(titles(only(rule, file(body, "headcount: 251")).firstSteps), [vacancy]);
    assert.deepEqual(titles(only(rule, file(body, "headcount: 200-300")).firstSteps), [vacancy]);
    assert.deepEqual(titles(only(rule, file(`${body}\nproviders: { x: { services: [vcio] } }`)).firstSteps), [vacancy]);
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
  north-ciso: { role: ciso, unit: north, heldBy: Di Xu, reportsTo: ceo }
`);
    assert.equal(judged(rule, group), "warning units.north");
    assert.match(inFull(only(rule, group).says), /in North/);
    tryRemedies(rule, group);
    assert.match(
      applied(group, only(rule, group).firstSteps[0]!),
      /north-it-director: \{ role: it-director, heldBy: vacant, unit: north \}/,
    );
    const none = group.replace(/ {2}north-ciso.*\n/, "");
    assert.equal(judged(rule, none), "asks units.north");
    assert.deepEqual(
      check(none).questions.flatMap(({ at, question }) => (at[0] === "units" ? [inFull(question)] : [])),
      ["Who runs IT at North: the group?"],
    );
  });

  it("says of a group whose companies lead IT each by themselves that nobody leads it as a whole", () => {
    const group = (line: string) =>
      file(`
units: { north: { kind: company }, south: { kind: company } }
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode }
  north-it: { title: Head of IT North, role: it-director, unit: north, heldBy: Bo Li, reportsTo: ceo }
  south-it: { title: Head of IT South, role: it-manager, unit: south, heldBy: Cy Ho, reportsTo: ${line} }
`);
    assert.equal(judged(rule, group("ceo")), "warning posts");
    assert.equal(
      inFull(only(rule, group("ceo")).says),
      "No post leads IT for the organization as a whole: the Head of IT North and the Head of IT South lead it in parts of it only.",
    );
    assert.equal(judged(rule, group("north-it")), "silent");
    assert.equal(judged(rule, group("not-asked")), "silent");
  });
});

describe("a post whose role nobody could name", () => {
  it("may lead IT, or answer for security", () => {
    const file = (role: string) =>
      `coverage: { posts: complete, providers: complete, activities: complete }\nposts: { head: { role: ${role}, heldBy: Bo Li } }\n`;
    const rules = ["no-it-leader", "security-unowned"];
    const found = (role: string) => rules.flatMap((rule) => said(rule, file(role))).length;
    assert.equal(found("unknown"), 0);
    assert.equal(found("cheif"), 0);
    assert.equal(found("cfo"), 2);
  });
});

describe("the IT leader of a unit", () => {
  /** A complete file whose only IT leader belongs to a unit of some kind. */
  const file = (kind: string) => `itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { posts: complete, providers: complete }
units:
  it: { name: IT, kind: ${kind} }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, unit: it }
`;
  const gaps = (content: string) => check(content).findings.filter((finding) => finding.rule === "no-it-leader").length;
  it("stands for the organization where no other leads IT, whatever the unit is", () => {
    for (const kind of ["company", "site", "department"]) assert.equal(gaps(file(kind)), 0, kind);
    const two = file("company").replace(
      "posts:\n",
      "posts:\n  lab: { role: it-manager, heldBy: Cy Ho, unit: lab, reportsTo: ceo }\n",
    );
    assert.equal(gaps(two.replace("units:\n", "units:\n  lab: { kind: site }\n")), 1);
  });

  it("may stand for it where nobody has said what the unit is", () => {
    assert.equal(gaps(file("not-asked")), 0);
    assert.equal(gaps(file("declined")), 0);
  });

  it("stands for it where units make no sense", () => {
    assert.equal(gaps(file("site").replace("unit: it", "unit: not-applicable")), 0);
  });

  it("may stand for it beside another where the unit is a department: a question, not a finding", () => {
    const both = file("department").replace(
      "posts:\n",
      "posts:\n  lab: { role: it-manager, heldBy: Cy Ho, unit: lab, reportsTo: ceo }\n",
    );
    const text = both.replace("units:\n", "units:\n  lab: { kind: site }\n");
    assert.equal(gaps(text), 0);
    const { questions } = check(text);
    assert.ok(
      questions.some(
        (one) =>
          inFull(one.question) ===
          "Is the IT Manager there for the organization as a whole, or for another part of it?",
      ),
    );
  });
});
