import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string, profile?: string, more = "") => file(`posts:\n${ceo}${lines}\n${more}`, profile);

const held = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([post, holder]) => `  ${post}: { heldBy: ${holder}, reportsTo: ceo }\n`).join("");

describe("ciso-is-cto", () => {
  const rule = "ciso-is-cto";
  const both = held(["cto", "Cy Ho"], ["ciso", "Cy Ho"]);

  it("is a warning where the CTO carries internal IT", () => {
    const carrying = (more: string) => judged(rule, posts(both, undefined, more));
    assert.equal(carrying("activities: { it-operations: { accountable: cto } }"), "warning posts.ciso.heldBy");
    assert.equal(carrying("teams: { desk: { headedBy: Cy Ho, functions: [helpdesk] } }"), "warning posts.ciso.heldBy");
    assert.equal(carrying("teams: { lab: { headedBy: cto, functions: [data] } }"), "info posts.ciso.heldBy");
    assert.equal(carrying("activities: { it-operations: { accountable: not-asked } }"), "info posts.ciso.heldBy");
  });

  it("and ciso-is-it-head are two facts", () => {
    const text = posts(both + held(["it-manager", "Cy Ho"]));
    assert.equal(judged(rule, text), "info posts.ciso.heldBy");
    assert.equal(judged("ciso-is-it-head", text), "warning posts.ciso.heldBy");
    assert.equal(judged(rule, text.replaceAll("cto:", "cto-internal:")), "silent");
  });
});
