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
    assert.match(inFull(withDesk.says), /Brightdesk/);
    assert.doesNotMatch(
      inFull(only(rule, file(`${body}providers: { x: { name: Datafort, services: [hosting] } }`)).says),
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
    assert.match(inFull(only(rule, group).says), /in North/);
    tryRemedies(rule, group);
    assert.match(
      applied(group, only(rule, group).fixes[0]!),
      /north-it-director: \{ role: it-director, heldBy: vacant, unit: north \}/,
    );
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
  it("does not stand for the organization where the unit is a company or a site", () => {
    assert.equal(gaps(file("company")), 1);
    assert.equal(gaps(file("site")), 1);
  });

  it("may stand for it where nobody has said what the unit is", () => {
    assert.equal(gaps(file("not-asked")), 0);
    assert.equal(gaps(file("declined")), 0);
  });

  it("stands for it where units make no sense", () => {
    assert.equal(gaps(file("site").replace("unit: it", "unit: not-applicable")), 0);
  });

  it("may stand for it where the unit is a department: a question, not a finding", () => {
    assert.equal(gaps(file("department")), 0);
    const { questions } = check(file("department"));
    assert.ok(
      questions.some(
        (one) =>
          inFull(one.question) ===
          "Is the IT Manager there for the organization as a whole, or for another part of it?",
      ),
    );
  });
});
