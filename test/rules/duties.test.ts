import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { askedBy, findingsOf, said } from "../kit/judged.ts";
import { rules } from "../kit/standard.ts";

const { pairs: dutyPairs } = standard.duties;

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
const finds = (first: string, second: string, more = "") => said(access, duties(first, second, more));

describe("the same hands", () => {
  it("are the same person through any post, and by name", () => {
    const isFound = (first: string, second: string) => finds(by(first), by(second)).length === 1;
    assert.ok(isFound("it-manager", "it-manager"));
    assert.ok(isFound("it-manager", "ciso"), "two posts, one person");
    assert.ok(isFound("Cy Ho", "it-manager"), "a name and a post");
    assert.ok(isFound("cy ho", "[CY  HO, cio]"), "names compare as a person reads them");
    assert.ok(isFound("[cio, it-manager]", "[desk-lead, Cy Ho]"));
    assert.ok(!isFound("it-manager", "cio"));
    assert.ok(!isFound("Cy Ho", "Cy Hoe"));
  });

  it("are one post, also where nobody knows who holds it or where it is empty", () => {
    for (const holder of ["not-asked", "unknown", "vacant", "[Cy Ho, Jo Day]"]) {
      const file = duties(by("it-manager"), by("it-manager")).replace(
        "it-manager: { heldBy: Cy Ho",
        `it-manager: { heldBy: ${holder}`,
      );
      assert.equal(said(access, file).length, 1, holder);
    }
    assert.equal(finds(by("head-hr"), by("head-hr")).length, 1, "a post that the file only names");
  });

  it("are a shared post where one of those in it stands on the other side too", () => {
    const shared = duties(by("desk-lead"), by("it-manager")).replace("Di Fox", "[Di Fox, Cy Ho]");
    assert.equal(said(access, shared).length, 1);
    assert.match(said(access, shared)[0] ?? "", /: Cy Ho \(Desk Lead, IT Manager\) is responsible/);
  });

  it("are a provider and its people, but not two of its people", () => {
    const outside =
      "people:\n  Cy Ho: { employedBy: north }\n  Di Fox: { employedBy: north }\nproviders:\n  north: { name: North, services: [helpdesk] }\n";
    assert.equal(finds(by('"provider:north"'), by('"provider:north"'), outside).length, 1);
    assert.equal(finds(by('"provider:north"'), by("it-manager"), outside).length, 1);
    assert.deepEqual(finds(by("desk-lead"), by("it-manager"), outside), []);
    const held = duties(by('"provider:north"'), by("it-manager"), "providers:\n  north: { services: [helpdesk] }\n");
    assert.equal(
      said(access, held.replace("it-manager: { heldBy: Cy Ho", 'it-manager: { heldBy: "provider:north"')).length,
      1,
    );
  });

  it("are neither a committee, nor the board, nor a name that leads nowhere", () => {
    const committee = "committees:\n  change-board: { type: change-advisory }\n";
    assert.deepEqual(finds(by("change-board"), by("change-board"), committee), []);
    assert.deepEqual(finds(by("board"), by("board")), []);
    assert.deepEqual(finds(by("[it-manger]"), by("[it-manger]")), []);
  });
});

describe("a pair of duties", () => {
  it("stands at the second duty's holder", () => {
    const at = (second: string) => finds(by("it-manager"), second)[0]?.split(":")[0];
    assert.equal(at("{ responsible: it-manager }"), "warning activities.access-approve.responsible");
    assert.equal(at("{ responsible: [cio, it-manager] }"), "warning activities.access-approve.responsible[1]");
    assert.equal(at("{ responsible: [cio], accountable: ciso }"), "warning activities.access-approve.accountable");
    assert.equal(at("{ accountable: [cio, ciso] }"), "warning activities.access-approve.accountable[1]");
  });

  it("stands at the first of several who are in both", () => {
    const file = duties("{ responsible: [it-manager, cio] }", "{ responsible: [cio, it-manager] }");
    assert.equal(findingsOf(access, file)[0]?.at.join("."), "activities.access-approve.responsible.0");
  });

  it("is one finding for each second activity, with the weaker cases and the posts beside it", () => {
    const file = duties(
      "{ responsible: [it-manager], accountable: cio }",
      "{ responsible: [ciso], accountable: [cio, it-manager] }",
    );
    const [finding, ...others] = findingsOf(access, file);
    assert.deepEqual(others, []);
    assert.equal(finding?.at.join("."), "activities.access-approve.responsible.0");
    assert.deepEqual(finding?.related.map((one) => one.at.join(".")).toSorted(), [
      "activities.access-approve.accountable.1",
      "activities.access-request.responsible.0",
      "posts.ciso",
      "posts.it-manager",
    ]);
    const two = `${file}  access-approve-erp: { activity: access-approve, responsible: [it-manager] }\n`;
    assert.equal(findingsOf(access, two).length, 2);
  });

  it("counts answering for an approval in full, for other work not at all, and for both not either", () => {
    assert.equal(finds(by("it-manager"), "{ accountable: it-manager }")[0]?.split(" ")[0], "warning");
    assert.deepEqual(finds("{ accountable: cio }", "{ accountable: cio }"), [], "a superior does neither");
    assert.deepEqual(finds("{ accountable: cio }", by("cio")), [], "asking is not approving");
    const deploy = `${posts}activities:\n  change-build: { responsible: [it-manager] }\n  change-deploy: { responsible: [desk-lead], accountable: it-manager }\n`;
    assert.deepEqual(said(build, deploy), [], "deploying approves nothing");
  });

  it("asks of a team whether one person can do both", () => {
    const team = "teams:\n  desk: { headedBy: desk-lead }\n";
    assert.deepEqual(finds(by('"team:desk"'), by('["team:desk"]'), team), [
      "info activities.access-approve.responsible[0]: The Desk team is responsible for both access request and access approval. Can one person in it do both?",
    ]);
    assert.deepEqual(finds(by('"team:desk"'), by("desk-lead"), team), []);
  });

  it("takes writing code, building changes and developing applications for one side", () => {
    for (const first of ["change-build", "code-write", "app-development"]) {
      const file = `${posts}activities:\n  ${first}: { responsible: [it-manager] }\n  change-deploy: { responsible: [it-manager] }\n`;
      assert.equal(said(build, file).length, 1, first);
    }
    const own = `${posts}activities:\n  portal: { activity: code-write, responsible: [it-manager] }\n  change-deploy: { responsible: [it-manager] }\n`;
    assert.match(said(build, own)[0] ?? "", /for both code writing \(Portal\) and deployment of changes/);
  });

  it("is none where scopes or units have nothing in common", () => {
    const scoped = (first: string, second: string) =>
      finds(
        `{ responsible: [it-manager], ${first} }`,
        `{ responsible: [it-manager], ${second} }`,
        "units:\n  north: { kind: site }\n  south: { kind: site }\n",
      ).length;
    assert.equal(scoped("scope: [erp]", "scope: [crm, web]"), 0);
    assert.equal(scoped("scope: [erp, web]", "scope: [crm, web]"), 1);
    assert.equal(scoped("scope: [erp]", "notes: every system"), 1);
    assert.equal(scoped("unit: north", "unit: south"), 0);
    assert.equal(scoped("unit: north", "unit: north"), 1);
    assert.equal(scoped("unit: north", "notes: all sites"), 1);
  });

  it("compares scopes as a person reads them", () => {
    const scoped = (first: string, second: string) =>
      finds(`{ responsible: [it-manager], scope: ${first} }`, `{ responsible: [it-manager], scope: ${second} }`).length;
    assert.equal(scoped("ERP", "erp"), 1);
    assert.equal(scoped('"payroll "', "Payroll"), 1);
    assert.equal(scoped("ERP", "erp-test"), 0);
  });

  it("takes building for one side in every pair", () => {
    const build = ["change-build", "code-write", "app-development"];
    const pairs: [string, string][] = [
      ["duties-build-deploy", "change-deploy"],
      ["duties-change-approve-own", "change-approve"],
      ["duties-code-review-own", "code-review"],
      ["duties-build-test", "change-test"],
      ["duties-dba-developer", "db-admin"],
      ["duties-develop-maintain", "app-maintenance"],
      ["duties-operate-program", "it-operations"],
    ];
    for (const [rule, other] of pairs)
      for (const side of build) {
        const file = (one: string) =>
          `${posts}activities:\n  ${side}: { responsible: it-manager }\n  ${other}: { responsible: ${one} }\n`;
        assert.equal(said(rule, file("it-manager")).length, 1, `${rule} with ${side}`);
        assert.deepEqual(said(rule, file("cio")), [], `${rule} with ${side}`);
      }
    const told = `${posts}activities:\n  code-write: { responsible: cio }\n  change-test: { responsible: cfo }\n`;
    assert.deepEqual(askedBy("duties-build-test", told), [], "one word for building is enough");
  });

  it("speaks of two people in a shared post as of two", () => {
    const shared = duties(by("desk-lead"), by("desk-lead")).replace("Di Fox", "[Di Fox, Jo Day]");
    assert.match(said(access, shared)[0] ?? "", /: Di Fox and Jo Day \(Desk Lead\) are each responsible for both/);
  });

  it("counts what a provider's services imply", () => {
    const file = `${posts}providers:\n  north: { name: North, services: [software-development] }\nactivities:\n  change-deploy: { responsible: [cio, "provider:north"] }\n`;
    assert.deepEqual(said(build, file), [
      "warning activities.change-deploy.responsible[1]: North is responsible for both building of changes and deployment of changes.",
    ]);
    assert.deepEqual(
      findingsOf(build, file)[0]?.related.map((one) => one.at.join(".")),
      ["providers.north.services"],
    );
    assert.deepEqual(said(build, `${file}  change-build: { responsible: [it-manager] }\n`), []);
  });
});

describe("pairs as data", () => {
  it("are one rule each, documented by the data", () => {
    for (const pair of dutyPairs) {
      const rule = rules.find((one) => one.id === pair.id) ?? assert.fail(pair.id);
      assert.equal(rule.severity, pair.severity);
      assert.equal(rule.reason, pair.sameHands);
      assert.deepEqual(rule.rests, pair.rests);
      assert.match(rule.note ?? "", /guideline/);
    }
  });
});
