import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";

const post = (id: string, holder: string, superior: string, more = "") =>
  `  ${id}: { heldBy: ${holder}, reportsTo: ${superior}${more} }\n`;

describe("cto-under-cio", () => {
  const rule = "cto-under-cio";
  const sells = "headcount: 120, sellsTechnology: yes";
  const cio = post("cio", "Bo Li", "ceo");
  const judge = (lines: string, profile = sells) => judged(rule, file(`posts:\n${ceo}${lines}`, profile));
  const at = "info posts.cto.reportsTo";

  it("follows the line, through posts and committees", () => {
    assert.equal(judge(cio + post("cto", "Cy Ho", "cio")), at);
    assert.equal(judge(cio + post("lead", "Eve Roy", "cio") + post("cto", "Cy Ho", "lead")), at);
    const board = `${cio}${post("cto", "Cy Ho", "it-steering")}committees: { it-steering: { chair: cio, reportsTo: cio } }\n`;
    assert.equal(judge(board), at);
    assert.equal(judge(cio + post("cto", "Cy Ho", "coo") + post("coo", "Dee Fox", "ceo")), "silent");
    assert.equal(judge(cio + post("cto", "Cy Ho", "ceo", ", dottedLineTo: [cio]")), "silent");
    assert.equal(judge(`  cio: vacant\n${post("cto", "Cy Ho", "cio")}`), at, "the post counts, whoever holds it");
  });

  it("speaks only of those who sell technology, and never of a CTO for internal IT", () => {
    const under = cio + post("cto", "Cy Ho", "cio");
    assert.equal(judge(under, "headcount: 120, sellsTechnology: no"), "silent");
    assert.equal(judge(under, "headcount: 120"), "asks organization.sellsTechnology");
    assert.equal(judge(under.replace("cto:", "cto-internal:")), "silent");
    assert.equal(judge(cio + post("cto", "Cy Ho", "not-asked")), "asks posts.cto.reportsTo");
    assert.equal(judge(cio + post("cto", "Cy Ho", "ceo"), "headcount: 120"), "silent");
    const titled = `  boss: { title: CIO, heldBy: Bo Li, reportsTo: ceo }\n${post("cto", "Cy Ho", "boss")}`;
    assert.equal(judge(titled), "asks posts.boss.role");
  });

  it("moves the CTO to the head of the organization, and never below itself", () => {
    const under = (holder: string) => file(`posts:\n${ceo}${cio}${post("cto", holder, "cio")}`, sells);
    assert.deepEqual(titles(only(rule, under("Cy Ho")).fixes), ["Let the CTO report to the CEO"]);
    assert.deepEqual(titles(only(rule, under("Ann Ode")).fixes), ["Let the CTO report to the board"]);
    tryRemedies(rule, under("Cy Ho"));
    assert.match(inFull(only(rule, under("Cy Ho")).message), /The sources disagree/);
  });
});
