import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

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
    assert.match(inFull(only(rule, file(`${noCiso}activities: { security-policy: none }`)).says), /security policy/);
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
  cio: { heldBy: Gil Roe, reportsTo: ceo }
  north-head: { role: ceo, title: Managing Director, unit: north, heldBy: Ann Ode }
  north-it: { role: it-manager, unit: north, heldBy: Cy Ho, reportsTo: north-head }
activities:
  security: { accountable: ciso }
`);
    assert.equal(judged(rule, group), "warning units.north");
    assert.deepEqual(titles(only(rule, group).fixes), ["Make the Managing Director accountable for security"]);
    tryRemedies(rule, group);
    assert.equal(judged(rule, group.replace("reportsTo: north-head", "reportsTo: cio")), "silent", "the group's IT");
    assert.equal(judged(rule, group.replace(/ {2}north-it.*\n/, "")), "asks units.north");
  });
});

describe("a title of security", () => {
  it("leaves open whether somebody answers for security, and asks for the role", () => {
    const titled = file(
      "coverage: { posts: complete }\nposts: { sec: { title: Head of Security, heldBy: Bo Li } }\nproviders: none\nactivities: { security: none }",
    );
    const analysis = check(titled);
    assert.ok(!analysis.findings.some((finding) => finding.rule === "security-unowned"));
    assert.ok(
      analysis.questions.some(
        (one) => one.blocks.includes("security-unowned") && one.at.join(".") === "posts.sec.role",
      ),
    );
    const denied = titled.replace("posts: { sec", "posts: { ciso: none, sec");
    assert.deepEqual(
      only("security-unowned", denied).related.map(({ message }) => inFull(message)),
      ["if this is the CISO, give it the role", "nobody is charged with information security as a whole"],
    );
    const settled = check(titled.replace("title: Head of Security", "title: Head of Security, role: none"));
    assert.ok(settled.findings.some((finding) => finding.rule === "security-unowned"));
  });
});
