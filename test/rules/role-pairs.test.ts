import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string, profile?: string, more = "") => file(`posts:\n${ceo}${lines}\n${more}`, profile);

const held = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([post, holder]) => `  ${post}: { heldBy: ${holder}, reportsTo: ceo }\n`).join("");

/** What each rule compares, with the other condition of the rule where it has one. */
const dualRoles: readonly (readonly [string, string, string, string, string?])[] = [
  ["ciso-is-cto", "info", "ciso", "cto"],
  ["auditor-is-audited", "warning", "head-internal-audit", "it-manager"],
  ["auditor-is-audited", "warning", "head-internal-audit", "cto-internal"],
  ["auditor-is-audited", "warning", "head-internal-audit", "ciso"],
  ["auditor-is-audited", "warning", "head-internal-audit", "cto"],
  ["auditor-is-audited", "warning", "head-internal-audit", "cfo"],
  ["auditor-is-audited", "warning", "head-internal-audit", "cro"],
  ["auditor-is-audited", "warning", "head-internal-audit", "head-compliance"],
  ["risk-head-is-it-head", "warning", "cro", "cio"],
  ["risk-head-is-it-head", "warning", "head-compliance", "it-manager"],
  ["cio-is-cto", "info", "cto", "cio", "headcount: 250, sellsTechnology: yes"],
];

describe("two posts in one pair of hands", () => {
  for (const [rule, severity, post, other, profile] of dualRoles) {
    const both = (a: string, b: string) => posts(held([post, a], [other, b]), profile);

    it(`${rule}: ${post} and ${other}`, () => {
      const text = both("Cy Ho", "cy  HO");
      assert.equal(judged(rule, text), `${severity} posts.${post}.heldBy`);
      assert.deepEqual(
        only(rule, text).related.map((one) => placeToString(one.at)),
        [`posts.${other}.heldBy`],
      );
      tryRemedies(rule, text);
      assert.match(applied(text, only(rule, text).fixes[0]!), new RegExp(`  ${post}: \\{ heldBy: vacant,`));
    });

    it(`${rule}: needs one person in ${post} and ${other}, and tells no from unknown`, () => {
      const settled = `coverage: { activities: complete }\n`;
      const judge = (a: string, b: string) => judged(rule, both(a, b) + settled);
      for (const [a, b] of [
        ["Cy Ho", "Bo Li"],
        ["vacant", "vacant"],
        ["vacant", "not-asked"],
        ["not-asked", "vacant"],
        ["[Eve Roy, Gil Roe]", "[Bo Li, Cy Ho]"],
      ] as const)
        assert.equal(judge(a, b), "silent", `${a} and ${b}`);
      assert.equal(judge("Cy Ho", "not-asked"), `asks posts.${other}.heldBy`);
      assert.equal(judge("not-asked", "Cy Ho"), `asks posts.${post}.heldBy`);
      assert.equal(judge("Cy Ho", "declined"), "silent");
    });

    it(`${rule}: leaves ${post} to whoever else holds it`, () => {
      const text = both("[Cy Ho, Eve Roy]", "Cy Ho");
      const [first] = only(rule, text).fixes;
      assert.match(inFull(first?.title) ?? "", /^Leave .+ to Eve Roy$/);
      tryRemedies(rule, text);
    });
  }
});
