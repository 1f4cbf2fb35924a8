import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, said, tryRemedies } from "../kit/judged.ts";

const rule = "control-below-it";
const base = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n";
const below = (role: string, more = "", rest = "") =>
  file(`posts:\n${base}  ${role}: { heldBy: Cy Ho, reportsTo: cio${more} }\n${rest}`);

describe("control-below-it", () => {
  it("looks at posts that control, and less gravely at officials of privacy", () => {
    for (const role of ["cro", "head-compliance", "dpo"]) {
      assert.equal(judged(rule, below(role)), `warning posts.${role}.reportsTo`);
      tryRemedies(rule, below(role));
    }
    for (const role of ["hipaa-privacy-official", "quebec-privacy-officer"])
      assert.equal(judged(rule, below(role)), `info posts.${role}.reportsTo`);
    for (const role of ["ciso", "cto", "cfo"]) assert.equal(judged(rule, below(role)), "silent");
  });

  it("follows the line, and cannot tell where that is not known", () => {
    const line = file(
      `posts:\n${base}  it-manager: { heldBy: Di Fox, reportsTo: cio }\n  desk: { heldBy: Lu Nye, reportsTo: it-manager }\n  cro: { heldBy: Cy Ho, reportsTo: desk }\n`,
    );
    assert.deepEqual(said(rule, line), [
      "warning posts.cro.reportsTo: The CRO reports, further up the line, to the IT Manager.",
    ]);
    assert.equal(judged(rule, file(`posts:\n${base}  cro: { heldBy: Cy Ho }\n`)), "asks posts.cro.reportsTo");
    assert.equal(judged(rule, file(`posts:\n${base}  cro: { heldBy: Cy Ho, reportsTo: ceo }\n`)), "silent");
  });

  it("is information where a line or a report reaches the top all the same", () => {
    const info = "info posts.cro.reportsTo";
    assert.equal(judged(rule, below("cro", ", dottedLineTo: [board]")), info);
    assert.equal(judged(rule, below("cro", ", dottedLineTo: [ceo]")), info);
    assert.equal(judged(rule, below("cro", ", dottedLineTo: [risk]", "committees: { risk: { chair: ceo } }\n")), info);
    assert.equal(judged(rule, below("cro", ", boardReport: { cadence: quarterly }")), info);
    assert.equal(judged(rule, below("cro", ", boardReport: { cadence: never }")), "warning posts.cro.reportsTo");
    assert.equal(judged(rule, below("cro", ", dottedLineTo: [cio]")), "warning posts.cro.reportsTo");
  });

  it("joins what says the same of the post, and gives way to US federal law", () => {
    const audit = below("head-internal-audit");
    assert.equal(judged(rule, audit), "silent");
    assert.equal(judged("audit-not-independent", audit), "warning posts.head-internal-audit.reportsTo");
    const dpo = below("dpo", ", dottedLineTo: none, boardReport: none", "regimes: { gdpr: applies }\n");
    assert.equal(judged(rule, dpo), "silent");
    assert.equal(judged("gdpr-38-3", dpo), "warning posts.dpo.reportsTo");
    assert.equal(judged(rule, below("cro", "", "regimes: { us-federal: applies }\n")), "silent");
  });
});
