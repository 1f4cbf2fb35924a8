import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";

/** What is sound by one rule, as "place: words (facts)". */
const sound = (rule: string, posts: string): string[] =>
  check(`itorg: 1\norganization: { name: Example, headcount: 300 }\nposts: { ${posts} }\n`)
    .sound.filter((one) => one.rule === rule)
    .map(({ at, words, facts }) => `${placeToString(at)}: ${inFull(words)} (${facts.map(placeToString).join(", ")})`);

describe("what is sound", () => {
  const heads = "ceo: { heldBy: Ann Ode, reportsTo: board }, cfo: { heldBy: Dee Fox, reportsTo: ceo }";

  it("is what a rule looked at, and the facts that it rests on", () => {
    assert.deepEqual(sound("ciso-in-it-line", `${heads}, ciso: { heldBy: Eve Roy, reportsTo: ceo }`), [
      "posts.ciso.reportsTo: Security does not report to IT: the CISO reports to the CEO. (posts.ciso.reportsTo)",
    ]);
    assert.deepEqual(sound("ciso-in-it-line", `${heads}, ciso: { heldBy: Eve Roy, reportsTo: cfo }`), [
      "posts.ciso.reportsTo: Security does not report to IT: the CISO reports to the CFO. (posts.ciso.reportsTo, posts.cfo.reportsTo)",
    ]);
    assert.deepEqual(sound("key-person", "cio: { heldBy: Bo Li, reportsTo: ceo, deputy: Cy Ho }"), [
      "posts.cio.deputy: Cy Ho stands in for the CIO. (posts.cio.deputy)",
    ]);
  });

  it("is nothing that is wrong, open, or not written in the file", () => {
    const cio = "cio: { heldBy: Bo Li, reportsTo: ceo";
    for (const deputy of ["", ", deputy: none", ", deputy: unknown", ", deputy: not-asked"])
      assert.deepEqual(sound("key-person", `${cio}${deputy} }`), [], deputy);
    const ciso = "ciso: { heldBy: Eve Roy, reportsTo: cio }";
    assert.deepEqual(sound("ciso-in-it-line", `${heads}, ${cio} }, ${ciso}`), []);
    assert.deepEqual(sound("ciso-in-it-line", `${heads}, ciso: { heldBy: Eve Roy }`), []);
    assert.deepEqual(sound("ciso-in-it-line", heads), []);
  });
});
