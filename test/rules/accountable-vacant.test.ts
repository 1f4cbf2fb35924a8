import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("accountable-vacant", () => {
  const rule = "accountable-vacant";
  const of = (post: string, accountable = "cro", more = "") =>
    file(`posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  cro: ${post}
${more}activities:
  it-strategy: { responsible: [ceo], accountable: ${accountable} }`);

  it("takes a vacant post and one that is none", () => {
    for (const post of ["vacant", "none", "{ heldBy: vacant, reportsTo: ceo }", "{ heldBy: none }"])
      assert.equal(judged(rule, of(post)), "warning activities.it-strategy.accountable", post);
    assert.equal(judged(rule, of("{ heldBy: Cy Ho }")), "silent");
    assert.equal(judged(rule, of("vacant", "Cy Ho")), "silent");
    assert.equal(judged(rule, of("vacant", "none")), "silent");
    assert.equal(judged(rule, of("vacant", "[ceo, cro]")), "warning activities.it-strategy.accountable");
  });

  it("is the only finding about a reference to a post that is none", () => {
    const { findings } = check(of("none"));
    assert.deepEqual(
      findings.filter(({ rule: id }) => !["open-question", "regime-undecided"].includes(id)).map((one) => one.rule),
      [rule],
    );
  });

  it("asks who is in the post, but not who heads the organization", () => {
    assert.equal(judged(rule, of("{ reportsTo: ceo }")), "asks posts.cro.heldBy");
    assert.equal(judged(rule, of("unknown")), "asks posts.cro");
    assert.equal(judged(rule, file("activities: { it-strategy: { accountable: ceo } }")), "silent");
  });

  it("offers the post above, past empty ones and those in a provider's hands, and the top after the field's head", () => {
    assert.deepEqual(titles(only(rule, of("{ heldBy: vacant, reportsTo: ceo }")).fixes), [
      "Make the IT Director accountable for IT strategy",
      "Make the CEO accountable for IT strategy",
    ]);
    const coo = (holder: string) =>
      of(
        "{ heldBy: vacant, reportsTo: coo }",
        "cro",
        `  coo: { heldBy: ${holder}, reportsTo: ceo }\nproviders: { x: { services: [helpdesk], overseenBy: ceo } }\n`,
      );
    const first = (text: string) => titles(only(rule, text).fixes)[0];
    assert.equal(first(coo("Di Fu")), "Make the COO accountable for IT strategy");
    assert.equal(first(coo("vacant")), "Make the IT Director accountable for IT strategy");
    assert.equal(first(coo("provider:x")), "Make the IT Director accountable for IT strategy");
    for (const post of ["vacant", "none", "{ heldBy: vacant, reportsTo: ceo }"]) {
      tryRemedies(rule, of(post));
      tryRemedies(rule, of(post, "[cro, it-director]"));
    }
    assert.deepEqual(titles(only(rule, of("vacant", "[cro, it-director]")).fixes), [
      "Leave IT strategy to whoever else is accountable",
    ]);
  });

  it("does not loop where vacant posts report in a circle", () => {
    const text = of("{ heldBy: vacant, reportsTo: coo }", "cro", "  coo: { heldBy: vacant, reportsTo: cro }\n");
    assert.ok(only(rule, text).fixes.length > 0);
  });
});
