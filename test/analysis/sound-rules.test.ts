import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isAtLeast } from "../../server/knowledge/severity.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { readFixture } from "../kit/notation.ts";
import { rules } from "../kit/standard.ts";

const soundIn = (content: string) =>
  check(content).sound.map(({ rule, words, facts }) => [rule, inFull(words), facts.map(placeToString).join(" ")]);

const of = (rule: string, content: string) => soundIn(content).filter(([id]) => id === rule);

const head = "itorg: 1\norganization: { name: Example, headcount: 300 }\n";

describe("what rules say is sound", () => {
  it("is marked in the good examples of at least 25 rules of weight", () => {
    const marked = rules.filter(
      ({ id, severity, examples }) =>
        isAtLeast(severity, "warning") && readFixture(examples.good).marks.some(({ note }) => note === `sound: ${id}`),
    );
    assert.ok(marked.length >= 25, marked.map(({ id }) => id).join(" "));
  });

  it("is said as a sentence, with the facts that show it", () => {
    const file = `${head}posts:\n  ceo: { heldBy: Ann Ode, reportsTo: board }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: ceo }\n`;
    assert.deepEqual(of("ciso-in-it-line", file), [
      ["ciso-in-it-line", "Security does not report to IT: the CISO reports to the CEO.", "posts.ciso.reportsTo"],
    ]);
  });

  it("is nothing of what is none, vacant, not asked or left out", () => {
    for (const ciso of ["none", "vacant", "not-asked", "{ heldBy: vacant, reportsTo: ceo }", "{ heldBy: Cy Ho }"])
      assert.deepEqual(of("ciso-in-it-line", `${head}posts:\n  ceo: { heldBy: Ann Ode }\n  ciso: ${ciso}\n`), [], ciso);
    for (const audit of ["none", "not-asked", "{ responsible: none }", "{ accountable: ceo }"])
      assert.deepEqual(
        of(
          "duties-build-deploy",
          `${head}activities:\n  change-build: { responsible: [Bo Li] }\n  change-deploy: ${audit}\n`,
        ),
        [],
        audit,
      );
    assert.deepEqual(soundIn(head), []);
  });

  it("is nothing where the rule finds a fault", () => {
    for (const { id, examples } of rules) {
      const { findings, sound } = check(readFixture(examples.bad).text);
      const faults = findings.filter(({ rule }) => rule === id).map(({ at }) => placeToString(at));
      const praised = sound.filter(({ rule, at }) => rule === id && faults.includes(placeToString(at)));
      assert.deepEqual(praised, [], id);
    }
  });
});
