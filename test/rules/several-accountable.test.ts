import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`;

const withActivities = (...lines: string[]) =>
  file(`${posts}activities:\n${lines.map((line) => `  ${line}`).join("\n")}`);

describe("several-accountable", () => {
  const rule = "several-accountable";
  const of = (accountable: string, id = "patching") =>
    withActivities(`${id}: { responsible: [ceo], accountable: ${accountable} }`);

  it("counts posts, a post and its holder once", () => {
    assert.equal(judged(rule, of("[ceo, ciso]")), "info activities.patching.accountable");
    assert.equal(judged(rule, of("[ceo, ciso]", "log-review")), "warning activities.log-review.accountable");
    assert.equal(
      judged(rule, of("[ceo, ciso]", "vendor-selection")),
      "warning activities.vendor-selection.accountable",
    );
    assert.equal(judged(rule, of("[cro, Cy Ho]")), "info activities.patching.accountable");
    for (const one of ["ceo", "[ceo]", "[ceo, ceo]", "[ceo, Ann Ode]", "[eve roy, ciso]", "none", "unknown"])
      assert.equal(judged(rule, of(one)), "silent", one);
  });

  it("counts two posts in one pair of hands as two", () => {
    const text = of("[it-director, ciso]").replace("Eve Roy", "Bo Li");
    assert.equal(judged(rule, text), "info activities.patching.accountable");
  });

  it("does not count a post that there is not", () => {
    assert.equal(
      judged(rule, of("[ceo, ciso]").replace("ciso: { heldBy: Eve Roy, reportsTo: ceo }", "ciso: none")),
      "silent",
    );
  });

  it("offers to keep each, the others becoming responsible, with those inside first", () => {
    const text = of("[ceo, it-director, Cy Ho]");
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Keep the CEO accountable, and make the others responsible",
      "Keep the IT Director accountable, and make the others responsible",
      "Keep Cy Ho accountable, and make the others responsible",
    ]);
    assert.match(
      applied(text, only(rule, text).fixes[1]!),
      /responsible: \[ceo, Cy Ho\], accountable: \[it-director\]/,
    );
    tryRemedies(rule, text);
    tryRemedies(rule, withActivities("patching: { accountable: [ceo, ciso] }"));
    const outside = `${of("[provider:x, ceo]")}providers: { x: { services: [helpdesk], overseenBy: ceo } }\n`;
    assert.deepEqual(titles(only(rule, outside).fixes), [
      "Keep the CEO accountable, and make X responsible",
      "Keep X accountable, and make the CEO responsible",
    ]);
    tryRemedies(rule, outside);
  });

  it("keeps the quotes of a person whose name is a word of the format", () => {
    const text = withActivities('patching: { accountable: [ceo, "none"] }');
    assert.match(applied(text, only(rule, text).fixes[0]!), /accountable: \[ceo\], responsible: \["none"\]/);
  });
});
