import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, remediesOf, said, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const head = "ciso-is-it-head";
const line = "ciso-in-it-line";

/** Somebody answers for security beside these posts. */
const answering = (who: string, posts: string, more = "", profile?: string) =>
  file(`posts:\n${ceo}${posts}activities:\n  security: { accountable: ${who} }\n${more}`, profile);
const manager = "  it-manager: { heldBy: Sam Fox, reportsTo: ceo }\n";
const noCiso = "  ciso: none\n";

describe("whoever guards security", () => {
  it("is in a post of security, whichever law names it, and each in the same hands once", () => {
    for (const role of ["ciso", "hipaa-security-official", "qualified-individual"]) {
      const one = (more: string) => file(`posts:\n${ceo}${manager}  ${role}: { heldBy: ${more} }\n`);
      assert.equal(judged(head, one("Sam Fox, reportsTo: ceo")), `warning posts.${role}.heldBy`);
      assert.equal(judged(line, one("Eve Roy, reportsTo: it-manager")), `warning posts.${role}.reportsTo`);
      assert.equal(
        judged("mixed-incentives", one("Eve Roy, objectives: [uptime]")),
        `warning posts.${role}.objectives[0]`,
      );
      assert.equal(judged("ciso-is-ceo", one("Ann Ode, reportsTo: board")), `info posts.${role}.heldBy`);
      tryRemedies(head, one("Sam Fox, reportsTo: ceo"));
    }
    const both = `posts:\n${ceo}${manager}  ciso: { heldBy: Sam Fox, reportsTo: ceo }\n  hipaa-security-official: { heldBy: Sam Fox, reportsTo: it-manager }\n`;
    assert.equal(judged(head, file(both)), "warning posts.ciso.heldBy");
  });

  it("is whoever is accountable for security where nobody is in such a post", () => {
    for (const ciso of ["none", "vacant"]) {
      const text = answering("it-manager", `${manager}  ciso: ${ciso}\n`);
      assert.deepEqual(said(head, text), [
        "warning activities.security.accountable: The IT Manager, Sam Fox, is accountable for security, and there is no security post that could object.",
      ]);
      tryRemedies(head, text);
    }
    assert.equal(judged(head, answering("it-manager", manager)), "asks posts.ciso");
    assert.equal(judged(head, answering("it-manager", `${manager}  ciso: { heldBy: Eve Roy }\n`)), "silent");
    assert.equal(
      judged(head, answering("it-manager", `${manager}${noCiso}`, "providers: { aegis: { services: [ciso] } }\n")),
      "silent",
    );
    assert.equal(judged(head, answering("Sam Fox", `${manager}${noCiso}`)), "warning activities.security.accountable");
    assert.equal(
      judged(head, answering("team:it", `${manager}${noCiso}`, "teams: { it: { headedBy: it-manager } }\n")),
      "warning activities.security.accountable",
    );
  });

  it("need not be known by a post of a law that nobody declared", () => {
    const text = (regimes: string) => answering("it-manager", `${manager}${noCiso}`, regimes);
    assert.equal(judged(head, text("")), "warning activities.security.accountable");
    assert.equal(judged(head, text("regimes: { hipaa: applies }\n")), "asks posts.hipaa-security-official");
    assert.equal(judged(head, text("regimes: { hipaa: exempt }\n")), "warning activities.security.accountable");
  });

  it("is whoever is accountable for the policy where nobody is for security as a whole", () => {
    const policy = (security: string) =>
      file(`posts:\n${ceo}${manager}${noCiso}activities:\n${security}  security-policy: { accountable: it-manager }\n`);
    assert.equal(judged(head, policy("  security: none\n")), "warning activities.security-policy.accountable");
    assert.equal(
      judged(head, policy("  security: { accountable: none }\n")),
      "warning activities.security-policy.accountable",
    );
    assert.equal(judged(head, policy("  security: { accountable: ceo }\n")), "silent");
    assert.equal(judged(head, policy("")), "asks activities.security");
  });

  it("is information below 50 people", () => {
    const small = answering("it-manager", `${manager}${noCiso}`, "", "headcount: 30");
    assert.equal(judged(head, small), "info activities.security.accountable");
    const below = answering(
      "security-engineer",
      `${manager}${noCiso}  security-engineer: { heldBy: Eve Roy, reportsTo: it-manager }\n`,
      "",
      "headcount: 30",
    );
    assert.equal(judged(line, below), "info activities.security.accountable");
  });

  it("may stand below IT, or be the CTO", () => {
    const engineer = "  security-engineer: { heldBy: Eve Roy, reportsTo: it-manager }\n";
    const below = answering("security-engineer", `${manager}${noCiso}${engineer}`);
    assert.deepEqual(said(line, below), [
      "warning activities.security.accountable: The Security Engineer is accountable for security and reports to the IT Manager.",
    ]);
    tryRemedies(line, below);
    assert.equal(judged(head, below), "silent");
    const cto = answering("cto", `  cto: { heldBy: Cy Ho, reportsTo: ceo }\n${noCiso}`);
    assert.equal(judged("ciso-is-cto", cto), "info activities.security.accountable");
    tryRemedies("ciso-is-cto", cto);
    const internal = answering(
      "cto",
      `  cto: { heldBy: Cy Ho, reportsTo: ceo }\n${noCiso}`,
      "  it-operations: { accountable: cto }\n",
    );
    assert.equal(judged("ciso-is-cto", internal), "warning activities.security.accountable");
    assert.equal(judged(line, cto), "silent");
  });

  it("is no finding at the head of the organization, in the business, or in charge of risk", () => {
    for (const role of [
      "ceo",
      "owner",
      "agency-head",
      "cfo",
      "coo",
      "head-hr",
      "general-counsel",
      "cro",
      "head-compliance",
    ]) {
      const post = role === "ceo" ? "" : `  ${role}: { heldBy: Gil Roe, reportsTo: it-manager }\n`;
      for (const rule of [head, line, "ciso-is-cto"])
        assert.equal(judged(rule, answering(role, `${manager}${noCiso}${post}`)), "silent", `${rule} ${role}`);
    }
    assert.equal(judged(head, answering("board", `${manager}${noCiso}`)), "silent");
    assert.equal(judged(head, answering("Sam Fox", `  owner: { heldBy: Sam Fox }\n${manager}${noCiso}`)), "silent");
  });

  it("is answered for by somebody above the conflict: two at most, the work stays where it is", () => {
    const posts = `${manager}${noCiso}  coo: { heldBy: Di Fox, reportsTo: ceo }\n  cro: { heldBy: Lu Nye, reportsTo: it-manager }\n`;
    assert.deepEqual(remediesOf(head, answering("it-manager", posts)), [
      "Make the CEO accountable for security",
      "Make the COO accountable for security",
    ]);
    const text = answering("it-manager", `${manager}${noCiso}  cro: { heldBy: Lu Nye, reportsTo: ceo }\n`);
    assert.deepEqual(
      only(head, text).fixes.map(({ title }) => inFull(title)),
      ["Make the CEO accountable for security", "Make the CRO accountable for security"],
    );
  });

  it("is measured by what it should hold in check only where it leads IT or technology", () => {
    const measured = (who: string, posts: string) => answering(who, `${posts}${noCiso}`);
    const it = "  it-manager: { heldBy: Sam Fox, reportsTo: ceo, objectives: [cost, uptime] }\n";
    assert.deepEqual(said("mixed-incentives", measured("it-manager", it)), [
      "warning posts.it-manager.objectives[1]: The IT Manager is measured by uptime, and is accountable for security.",
    ]);
    tryRemedies("mixed-incentives", measured("it-manager", it));
    assert.equal(
      judged("mixed-incentives", measured("cto", "  cto: { heldBy: Cy Ho, objectives: [revenue, delivery] }\n")),
      "warning posts.cto.objectives[0]",
    );
    assert.equal(
      judged("mixed-incentives", measured("coo", "  coo: { heldBy: Cy Ho, objectives: [revenue] }\n")),
      "silent",
    );
  });
});
