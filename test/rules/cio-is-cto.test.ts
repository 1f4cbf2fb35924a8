import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string, profile?: string, more = "") => file(`posts:\n${ceo}${lines}\n${more}`, profile);

const held = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([post, holder]) => `  ${post}: { heldBy: ${holder}, reportsTo: ceo }\n`).join("");

describe("cio-is-cto", () => {
  const rule = "cio-is-cto";
  const of = (profile: string) => judged(rule, posts(held(["cio", "Bo Li"], ["cto", "Bo Li"]), profile));

  it("speaks of large organizations that sell technology", () => {
    assert.equal(of("headcount: 250, sellsTechnology: yes"), "info posts.cto.heldBy");
    for (const profile of ["headcount: 249, sellsTechnology: yes", "headcount: 250, sellsTechnology: no"])
      assert.equal(of(profile), "silent", profile);
  });

  it("asks for what it does not know, and for nothing once one fact settles it", () => {
    assert.equal(of("headcount: 250"), "asks organization.sellsTechnology");
    assert.equal(of("headcount: 200-300, sellsTechnology: yes"), "asks organization.headcount");
    assert.equal(of("headcount: not-asked, sellsTechnology: no"), "silent");
  });
});
