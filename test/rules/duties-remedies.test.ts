import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { afterRemedy, remediesOf, said, file as whole } from "../kit/judged.ts";

const access = "duties-access-request-approve";
const build = "duties-build-deploy";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Pa Rey, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: Cy Ho, reportsTo: cio }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
  desk-lead: { heldBy: Di Fox, reportsTo: cio }
`;

const duties = (first: string, second: string, more = "") =>
  `${posts}${more}activities:\n  access-request: ${first}\n  access-approve: ${second}\n`;

const by = (who: string) => `{ responsible: ${who} }`;

describe("remedies for duties", () => {
  it("offer the superior first, then other leaders of IT, and no more than two", () => {
    const file = duties(by("desk-lead"), by("[desk-lead]"));
    assert.deepEqual(remediesOf(access, file), [
      "Give access approval to the CIO",
      "Give access approval to the IT Manager",
    ]);
    assert.equal(afterRemedy(access, file, "Give access approval to the CIO"), duties(by("desk-lead"), by("[cio]")));
  });

  it("offer nobody who is on the first side, who is empty, or who works for a provider", () => {
    const file = duties(
      "{ responsible: [desk-lead, Cy Ho], accountable: cfo }",
      by("desk-lead"),
      "people:\n  Bo Li: { employedBy: north }\nproviders:\n  north: { name: North }\n",
    );
    assert.deepEqual(remediesOf(access, file)[0], "Give access approval to the CEO");
    assert.equal(remediesOf(access, file).length, 1);
  });

  it("offer nobody who has a duty that another pair keeps apart from it", () => {
    const file = (approve: string) =>
      `${posts}activities:\n  change-build: { responsible: desk-lead }\n  change-deploy: { responsible: desk-lead }\n  change-approve: ${approve}\n`;
    const first = (approve: string) => remediesOf(build, file(approve))[0];
    assert.equal(first("{ responsible: ceo }"), "Give deployment of changes to the IT Manager");
    assert.equal(first("{ responsible: cio }"), "Give deployment of changes to the IT Manager");
    assert.equal(
      first("{ responsible: [cio, ciso] }"),
      "First step: find somebody independent to take over deployment of changes, inside or from outside",
    );
    assert.equal(first("{ accountable: cio }"), "Give deployment of changes to the IT Manager");
    assert.equal(first("{ responsible: cio, scope: erp }"), "Give deployment of changes to the IT Manager");
  });

  it("end every case at once, and add nobody twice", () => {
    const file = duties(by("[it-manager, desk-lead]"), "{ responsible: [ciso, cio, Di Fox], accountable: Cy Ho }");
    const after = afterRemedy(access, file, "Give access approval to the CIO");
    assert.equal(after, duties(by("[it-manager, desk-lead]"), "{ responsible: [cio], accountable: cio }"));
  });

  it("leave alone what the first duty shares with the second by an alias", () => {
    for (const [first, second, after] of [
      ["{ responsible: &who [desk-lead] }", "{ responsible: *who }", "{ responsible: [cio] }"],
      ["{ responsible: &who desk-lead }", "{ responsible: *who }", "{ responsible: cio }"],
      ["&duty { responsible: [desk-lead] }", "*duty", "{ <<: *duty, responsible: [cio] }"],
      ["&duty { responsible: [desk-lead] }", "{ <<: *duty }", "{ <<: *duty, responsible: [cio] }"],
    ] as const)
      assert.equal(afterRemedy(access, duties(first, second), "Give access approval to the CIO"), duties(first, after));
  });

  it("stay inside the unit where they can", () => {
    const text = whole(`units:
  north: { kind: site }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  desk-lead: { heldBy: Di Fox, reportsTo: cio }
  site-lead: { heldBy: Jo Day, unit: north, reportsTo: cio }
  site-desk: { heldBy: Al Orr, unit: north, reportsTo: cio }
activities:
  change-build: { responsible: site-desk }
  change-deploy: { responsible: site-desk }`);
    assert.equal(remediesOf(build, text)[0], "Give deployment of changes to the Site Lead");
  });

  it("write down what was only implied", () => {
    const file = `${posts}providers:\n  north: { name: North, services: [software-development] }\nactivities:\n  change-deploy: { accountable: cio, responsible: [Cy Ho] }\n`;
    assert.deepEqual(said(build, file), []);
    const both = file.replace("Cy Ho] }", '"provider:north"] }');
    assert.match(
      afterRemedy(build, both, "Give deployment of changes to the Desk Lead"),
      /responsible: \[(Cy Ho, )?desk-lead\]/,
    );
  });
});

describe("a small IT team", () => {
  const team = (count: string, first = "it-manager", more = "") =>
    `itorg: 1\norganization: { name: X, headcount: 40, itHeadcount: ${count} }\n${duties(by(first), by("it-manager"), more)}`;

  it("weighs one step less, where all of the range is small", () => {
    const severity = (count: string) => said(access, team(count))[0]?.split(" ")[0];
    assert.deepEqual(["3", "1-3", "2-4", "4", "unknown"].map(severity), [
      "info",
      "info",
      "warning",
      "warning",
      "warning",
    ]);
    const accountable = team("2").replaceAll("responsible", "accountable");
    assert.deepEqual(said(access, accountable), []);
  });

  it("is offered what others are: to accept it is a decision of its own", () => {
    assert.match(remediesOf(access, team("2"))[0] ?? "", /^Give access approval to the CIO$/);
    assert.ok(remediesOf(access, team("2")).every((title) => !/accept/i.test(title)));
  });
});

describe("accepted duties", () => {
  const accept = (at: string) =>
    `accepted:\n  - { rule: ${access}, at: ${at}, reason: two people, compensatingControl: monthly review, approvedBy: ceo }\n`;
  const file = duties(by("[it-manager]"), by("[it-manager]"));

  it("match by the second duty, the first, and the posts through which somebody acts", () => {
    for (const at of [
      "activities.access-approve",
      "activities.access-approve.responsible",
      "activities.access-request",
      "posts.it-manager",
    ])
      assert.match(said(access, file + accept(at))[0] ?? "", /^accepted /, at);
  });

  it("match nothing else", () => {
    for (const at of ["posts.cio", "posts", "activities.access-review"])
      assert.equal(said(access, file + accept(at))[0]?.startsWith("accepted"), at === "posts", at);
  });
});
