import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, said, titles, tryRemedies } from "../kit/judged.ts";

const manager = (deputy: string, more = "") =>
  file(`posts:\n  it-manager: { heldBy: Bo Li, reportsTo: ceo, deputy: ${deputy} }\n${more}`);

describe("whoever is named as their own deputy stands in for nobody", () => {
  it("by name, however it is spelled", () => {
    const told = inFull(only("key-person", manager("Bo Li")).says);
    assert.equal(told, "Nobody stands in for the IT Manager, Bo Li: the deputy is the same person.");
    assert.equal(judged("key-person", manager("bo li")), "warning posts.it-manager.deputy");
  });

  it("by the post itself", () => {
    const told = inFull(only("key-person", manager("it-manager")).says);
    assert.equal(told, "Nobody stands in for the IT Manager, Bo Li: the deputy is the post itself.");
  });

  it("by another post of theirs", () => {
    const text = manager("network-lead", "  network-lead: { heldBy: Bo Li, reportsTo: it-manager }\n");
    assert.equal(
      inFull(only("key-person", text).says),
      "Nobody stands in for the IT Manager, Bo Li: the deputy is the same person.",
    );
  });

  it("as a provider", () => {
    const text = `${manager("provider:netco").replace("Bo Li", "provider:netco")}providers: { netco: { name: Netco } }\n`;
    assert.match(inFull(only("key-person", text).says), /: the deputy is the same hands\.$/);
  });

  it("but not where somebody else is in either post", () => {
    for (const holders of ["[Bo Li, Cy Ho]", "Cy Ho", "not-asked"]) {
      const text = manager("network-lead", `  network-lead: { heldBy: ${holders}, reportsTo: it-manager }\n`);
      assert.equal(judged("key-person", text), "silent", holders);
    }
    assert.equal(judged("key-person", manager("Bo Li").replace("Bo Li,", "[Bo Li, Cy Ho],")), "silent");
    assert.equal(judged("key-person", manager("Dee Fox")), "silent");
  });

  it("and the remedy names somebody else", () => {
    const text = manager("Bo Li", "  network-lead: { heldBy: Cy Ho, reportsTo: it-manager }\n");
    assert.deepEqual(titles(only("key-person", text).fixes), ["Let the Network Lead deputize for the IT Manager"]);
    tryRemedies("key-person", text);
  });
});

describe("a deputy of an activity who is whoever has it", () => {
  const respond = (deputy: string, who = "[it-manager]") => `
posts:
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational], deputy: Cy Ho }
activities:
  incident-response: { responsible: ${who}, accountable: ceo, deputy: ${deputy} }
`;

  it("is no backup in an incident", () => {
    for (const deputy of ["Bo Li", "it-manager"]) {
      const [told] = said("no-incident-backup", file(respond(deputy)));
      assert.match(told ?? "", /alone responds to incidents, and nobody stands in: the deputy is the /, deputy);
    }
    assert.equal(
      judged("no-incident-backup", file(respond("it-manager", "[Bo Li]"))),
      judged("no-incident-backup", file(respond("Bo Li"))),
    );
    assert.equal(judged("no-incident-backup", file(respond("Dee Fox"))), "silent");
  });

  it("leaves duties resting on one person", () => {
    const alone = (deputy: string) =>
      file(`
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo, deputy: ${deputy} }
activities:
  invoice-approval: { responsible: [cfo], accountable: cfo }
  purchase-approve: { responsible: [cfo], accountable: cfo }
  contract-management: { accountable: Ann Ode, deputy: cfo }
`);
    const found = only("no-deputy", alone("Ann Ode"));
    assert.deepEqual(
      found.related.map(({ message }) => inFull(message).split(": ").at(-1)),
      ["rests on the same person alone", "rests on the same person alone", "the deputy is the same person"],
    );
    assert.equal(judged("no-deputy", alone("Bo Li")), "silent");
  });
});

describe("a CIO from business who deputizes for themselves", () => {
  it("has no technical second", () => {
    const cio = (deputy: string) =>
      file(
        `posts:\n  cio: { heldBy: Bo Li, reportsTo: ceo, background: business, deputy: ${deputy} }\n  it-director: none\n  cto: none\n`,
      );
    assert.equal(
      judged("cio-without-technical-second", cio("Bo Li")),
      judged("cio-without-technical-second", cio("none")),
    );
  });
});
