import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { afterFix, fixesOf, said } from "../kit/judged.ts";

const north =
  "providers:\n  north: { name: North, services: [vcio, helpdesk] }\npeople: { Cy Ho: { employedBy: north } }\n";

const accepted = (by: string, more = "") =>
  `${north}accepted:\n  - { rule: adviser-sells, at: providers.north, reason: r, compensatingControl: c, approvedBy: ${by}${more} }\n`;

describe("accepted-by-holder", () => {
  const file = (approver: string, more = "") =>
    `itorg: 1\norganization: { name: Example, headcount: 300 }\nposts:\n  ceo: { heldBy: Ann Ode }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: cio }\n${more}accepted:\n  - { rule: ciso-in-it-line, at: posts.ciso, reason: it is so, compensatingControl: none, approvedBy: ${approver}, until: 2027-01-01 }\n`;
  const found = (approver: string, more?: string) =>
    said("accepted-by-holder", file(approver, more))[0]?.replace("warning accepted[0].approvedBy: ", "");
  it("reads the post, its holder, and another post of the holder", () => {
    assert.equal(found("ciso"), "The CISO approved a decision about that very post.");
    assert.equal(found("Cy Ho"), "Cy Ho approved a decision about the CISO, and holds that post.");
    assert.equal(
      found("cro", "  cro: { heldBy: cy ho }\n"),
      "The CRO approved a decision about the CISO, and holds that post.",
    );
  });
  it("is silent on others, and where it cannot be told", () => {
    for (const approver of ["ceo", "board", "Ann Ode", "cfo"]) assert.equal(found(approver), undefined, approver);
    assert.equal(found("cro", "  cro: { heldBy: unknown }\n"), undefined);
  });
  it("asks again who approves, since the file cannot know", () => {
    assert.deepEqual(fixesOf("accepted-by-holder", file("ciso")), [["Ask again who approves it"]]);
    const after = afterFix("accepted-by-holder", file("ciso"));
    assert.equal(after, file("not-asked"));
    assert.deepEqual(said("acceptance-lapsed", after), ["hint accepted[0]: Who approved this decision?"]);
  });
});

describe("accepted-by-holder", () => {
  const rule = "accepted-by-holder";

  it("warns where a provider, or somebody of it, lets its own conflict pass", () => {
    assert.deepEqual(said(rule, accepted("'provider:north'")), [
      "warning accepted[0].approvedBy: North approved a decision about its own services.",
    ]);
    assert.deepEqual(said(rule, accepted("Cy Ho")), [
      "warning accepted[0].approvedBy: Cy Ho approved a decision about North, and belongs to it.",
    ]);
    assert.deepEqual(said(rule, accepted("ceo")), []);
  });

  it("says nothing of a decision that covers nothing", () => {
    const lapsed = accepted("'provider:north'", ", until: 2020-01-01");
    assert.deepEqual(said(rule, lapsed), []);
    assert.equal(said("acceptance-lapsed", lapsed).length, 1);
  });
});
