import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";

const post = (id: string, holder: string, superior: string, more = "") =>
  `  ${id}: { heldBy: ${holder}, reportsTo: ${superior}${more} }\n`;

describe("cto-marketing-unlinked", () => {
  const rule = "cto-marketing-unlinked";
  const complete = "coverage: { posts: complete, committees: complete }\n";
  const text = (marketing: string, more = complete) =>
    file(
      `posts:\n${ceo}${post("cto", "Cy Ho", "ceo")}  head-marketing: { heldBy: ${marketing}, reportsTo: ceo }\n${more}`,
    );

  it("is a hint where two people hold the posts and nothing joins them", () => {
    assert.equal(judged(rule, text("Dee Fox")), "hint posts.cto");
    for (const holder of ["vacant", "Cy Ho"]) assert.equal(judged(rule, text(holder)), "silent", holder);
    assert.equal(judged(rule, text("not-asked")), "asks posts.head-marketing.heldBy");
    assert.equal(judged(rule, text("Dee Fox", "")), "asks posts.cto.dottedLineTo");
    const joined = `${complete}committees: { product: { type: other, chair: Dee Fox, members: [cto] } }\n`;
    assert.equal(judged(rule, text("Dee Fox", joined)), "silent");
  });

  it("draws a dotted line, and seats nobody on a committee", () => {
    const steering = text("Dee Fox", `${complete}committees: { it-steering: { chair: ceo, members: [cto] } }\n`);
    assert.deepEqual(titles(only(rule, steering).fixes), ["Draw a dotted line from the CTO to the Head of Marketing"]);
    tryRemedies(rule, steering);
  });
});
