import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { afterRemedy, askedBy, file, judged, only, remediesOf, said, tryRemedies } from "../kit/judged.ts";

const rule = "duties-risk-accept-deliver";
const large = "headcount: 300";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Coo Day, reportsTo: ceo }
  cro: { heldBy: Ri Oh, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: Cy Ho, reportsTo: cio }
`;

const firm = (activities: Readonly<Record<string, string>>, profile = "headcount: 120", regimes = "", from = posts) =>
  file(
    `${from}activities:\n${Object.entries(activities)
      .map(([id, who]) => `  ${id}: { accountable: ${who} }\n`)
      .join("")}`,
    profile,
    regimes,
  );

describe("duties-risk-accept-deliver", () => {
  it("takes running IT for delivering it", () => {
    assert.deepEqual(said(rule, firm({ "risk-acceptance": "cio", "it-operations": "cio" })), [
      "warning activities.it-operations.accountable: Bo Li (CIO) is accountable for both risk acceptance and IT operations.",
    ]);
    assert.deepEqual(said(rule, firm({ "risk-acceptance": "ceo", "it-operations": "cio", "it-delivery": "cio" })), []);
  });

  it("is one finding a person, with the other duties beside it", () => {
    const text = firm({ "risk-acceptance": "cio", "it-delivery": "cio", "it-operations": "cio", "ict-risk": "cio" });
    assert.deepEqual(said(rule, text), [
      "warning activities.it-delivery.accountable: Bo Li (CIO) is accountable for risk acceptance, IT delivery and IT operations.",
    ]);
    const places = only(rule, text).related.map(({ at }) => at.join("."));
    assert.ok(places.includes("activities.it-operations.accountable"), places.join());
    const two = firm({ "risk-acceptance": "[cio, it-manager]", "it-delivery": "cio", "it-operations": "it-manager" });
    assert.equal(judged(rule, two).split("; ").length, 2, "two people are two findings");
  });

  it("weighs who answers for the risks of IT as information, from 250 people on or under DORA", () => {
    const duties = { "ict-risk": "it-manager", "it-operations": "it-manager" };
    assert.equal(judged(rule, firm(duties)), "silent");
    assert.equal(judged(rule, firm(duties, large)), "info activities.it-operations.accountable");
    const business = { "ict-risk": "coo", "it-operations": "coo" };
    assert.equal(judged(rule, firm(business)), "silent");
    assert.equal(
      judged(rule, firm(business, "headcount: 120", "dora: applies")),
      "info activities.it-operations.accountable",
    );
    assert.equal(judged(rule, firm(duties, "sector: software")), "asks organization.headcount");
    assert.deepEqual(askedBy(rule, firm({ "ict-risk": "cio" })), [], "nothing to ask of a small firm");
  });

  it("joins what DORA says of the head of IT", () => {
    const text = firm({ "ict-risk": "cio", "it-operations": "cio" }, large, "dora: applies");
    assert.equal(judged(rule, text), "silent");
    assert.equal(judged("dora-6-4", text), "error activities.ict-risk.accountable");
    assert.deepEqual(only("dora-6-4", text).absorbed, [rule]);
  });

  it("moves the acceptance of risks, never the delivery: to the head, or a COO to whom IT does not report", () => {
    const text = firm({ "risk-acceptance": "cio", "it-delivery": "cio" });
    assert.deepEqual(remediesOf(rule, text), ["Give risk acceptance to the CEO", "Give risk acceptance to the COO"]);
    assert.match(afterRemedy(rule, text, "Give risk acceptance to the CEO"), /risk-acceptance: \{ accountable: ceo \}/);
    const underCoo = posts.replace("Bo Li, reportsTo: ceo", "Bo Li, reportsTo: coo");
    const below = firm({ "risk-acceptance": "cio", "it-delivery": "cio" }, "headcount: 120", "", underCoo);
    assert.deepEqual(remediesOf(rule, below), ["Give risk acceptance to the CEO"]);
    tryRemedies(rule, text);
    const managed = firm({ "ict-risk": "it-manager", "it-operations": "it-manager" }, large);
    assert.deepEqual(remediesOf(rule, managed), [
      "Give IT risk management to the CRO",
      "Give IT risk management to the CEO",
    ]);
    tryRemedies(rule, managed);
  });
});

describe("the pairs of duties that weigh less by who has them", () => {
  it("are none where somebody only answers for both", () => {
    const well = firm({
      "it-operations": "cio",
      "app-development": "cio",
      "change-build": "cio",
      "change-deploy": "cio",
    });
    for (const one of ["duties-operate-program", "duties-build-deploy"]) assert.deepEqual(said(one, well), [], one);
    const money = firm({ "vendor-selection": "coo", "invoice-approval": "coo" });
    assert.deepEqual(said("duties-vendor-select-pay", money), []);
  });

  it("are none of a team for reviewing code, and where both matters little", () => {
    const team = (one: string, other: string) =>
      file(
        `${posts}teams: { dev: { headedBy: it-manager } }\nactivities: { ${one}: { responsible: ["team:dev"] }, ${other}: { responsible: ["team:dev"] } }`,
      );
    assert.deepEqual(said("duties-code-review-own", team("code-write", "code-review")), []);
    assert.equal(judged("duties-build-test", team("change-build", "change-test")), "silent");
    assert.equal(judged("duties-backup-restore-test", team("backup-run", "restore-test")), "silent");
    assert.equal(
      judged("duties-build-deploy", team("change-build", "change-deploy")),
      "info activities.change-deploy.responsible[0]",
    );
  });
});
