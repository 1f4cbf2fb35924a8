import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { acceptanceStep } from "../../server/analysis/acceptance-step.ts";
import { check } from "../kit/check-fixture.ts";
import { applied, file, judged, only, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string, profile?: string, more = "") => file(`posts:\n${ceo}${lines}\n${more}`, profile);

const held = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([post, holder]) => `  ${post}: { heldBy: ${holder}, reportsTo: ceo }\n`).join("");

describe("ciso-is-ceo", () => {
  const rule = "ciso-is-ceo";

  it("counts the head of the organization in every form", () => {
    for (const head of ["ceo", "agency-head", "owner"])
      assert.equal(
        judged(rule, file(`posts:\n${held([head, "Ann Ode"], ["ciso", "ann ode"])}`)),
        "info posts.ciso.heldBy",
      );
    assert.equal(judged(rule, posts(held(["coo", "Bo Li"], ["ciso", "Bo Li"]))), "silent");
  });

  it("leaves it to people who approves its acceptance", () => {
    const text = posts("  ciso: { heldBy: Ann Ode, reportsTo: board }");
    tryRemedies(rule, text);
    const step = acceptanceStep(check(text), only(rule, text)) ?? assert.fail("it can be accepted");
    assert.match(applied(text, step), /approvedBy: not-asked\n/);
  });
});
