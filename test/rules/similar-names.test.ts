import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { similarNames } from "../../server/base/similar-names.ts";
import { afterFix, judged, only, said } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

/** A pseudo-word that is more than one edit from those of other numbers: every letter stands three times. */
function word(n: number): string {
  return [...n.toString(26).padStart(3, "0")]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)).repeat(3))
    .join("");
}

describe("similar-names", () => {
  const pairs = (names: readonly string[], registered: readonly string[] = []) => {
    const named = names.map((text) => ({ text, isRegistered: registered.includes(text) }));
    return [...similarNames(named)].map(([later, earlier]) => `${later.text} < ${earlier.text}`);
  };
  const alike: readonly [string, string][] = [
    ["Sam Okafor", "sam okafor"],
    ["José Pérez", "Jose Perez"],
    ["Sam  Okafor", "Sam Okafor"],
    ["Mac Donald", "MacDonald"],
    ["Sam Okafor", "Sam Okafo"],
    ["Sam Okafor", "Sam Okafoor"],
    ["Sam Okafor", "Sam Okafro"],
    ["Sam Okafor", "Sam Okaför"],
    ["Sam Okafor", "Sam Okafar"],
    ["Okafor", "Okafor"],
    ["Strauß", "STRAUSS"],
    ["O'Brien", "OBrien"],
  ];
  for (const [one, other] of alike) {
    if (one === other) continue;
    it(`${one} and ${other}`, () => {
      assert.deepEqual(pairs([one, other]), [`${other} < ${one}`]);
      assert.deepEqual(pairs([other, one]), [`${one} < ${other}`]);
      assert.deepEqual(pairs([one, other], [one, other]), []);
      assert.deepEqual(pairs([one, other], [one]), [`${other} < ${one}`]);
    });
  }
  const different: readonly [string, string][] = [
    ["P-001", "P-002"],
    ["Person 001", "Person 002"],
    ["Person12", "Person21"],
    ["Station5", "Station"],
    ["Bo Li", "Bo Lu"],
    ["Anna Li", "Hanna Li"],
    ["Jan Smit", "Jan Smith"],
    ["Sam Okafor", "Sam Okfaro"],
    ["Samuel Okafor", "Samual Okafar"],
    ["Sam Okafor", "Tom Okafor"],
    ["Sam Okafor", "Okafor Sam"],
  ];
  for (const [one, other] of different) {
    it(`${one} and ${other} are two people`, () => {
      assert.deepEqual(pairs([one, other]), []);
      assert.deepEqual(pairs([other, one]), []);
    });
  }
  it("names the earliest of several", () =>
    assert.deepEqual(pairs(["Martin Weber", "Martina Weber", "Martins Weber"]), [
      "Martina Weber < Martin Weber",
      "Martins Weber < Martin Weber",
    ]));
  it("finds the one that is not registered behind one that is", () =>
    assert.deepEqual(pairs(["Martin Weber", "Martina Weber", "Martins Weber"], ["Martin Weber", "Martins Weber"]), [
      "Martina Weber < Martin Weber",
      "Martins Weber < Martina Weber",
    ]));
  it("goes through ten thousand names, few of them alike", () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `${word(i % 97)} ${word(100 + i)}`);
    assert.equal(pairs([...new Set(names)]).length, 0);
  });
  it("renames the key of people, and every place", () => {
    const content = `${head}posts:\n  cfo: { heldBy: Sam Okafor }\n  cro: { deputy: Sam Okafro, heldBy: [Sam Okafro] }\npeople:\n  Sam Okafro: { background: business }\n`;
    assert.deepEqual(said("similar-names", content).length, 1);
    assert.equal(afterFix("similar-names", content), content.replaceAll("Okafro", "Okafor"));
    assert.equal(afterFix("similar-names", content, 1), content.replaceAll("Okafor", "Okafro"));
    assert.deepEqual(said("similar-names", afterFix("similar-names", content, 2)), []);
  });
  const posts = (cio: string, ciso: string) =>
    `${head}posts:\n  cio: { heldBy: "${cio}" }\n  ciso: { heldBy: "${ciso}" }\n`;
  for (const [one, other] of [
    ["Jörg Müller", "Jorg Muller"],
    ["Ann Poe", "A. Poe"],
    ["Ann Poe", "Poe, Ann"],
    ["Ann Poe", "Poe Ann"],
    ["Ann Poe", "Ann M. Poe"],
    ["Ann Maria Poe", "Ann M. Poe"],
    ["Samuel Okafor", "Sam Okafor"],
    ["Sam Okafor", "Sam Okafer"],
  ] as const)
    it(`${one}, ${other}: information where one person would be in a conflict, else a hint`, () => {
      assert.deepEqual(said("similar-names", posts(one, other)), [
        `info posts.ciso.heldBy: “${other}” and “${one}” may be one person.`,
      ]);
      const harmless = posts(one, other).replace("cio", "cfo").replace("ciso", "head-hr");
      assert.equal(judged("similar-names", harmless), "hint posts.head-hr.heldBy");
      assert.deepEqual(said("similar-names", afterFix("similar-names", posts(one, other), 2)), []);
      assert.notEqual(judged("ciso-is-it-head", afterFix("similar-names", posts(one, other))), "silent");
    });
  for (const [one, other] of [
    ["Ann Poe", "Bob Poe"],
    ["Ann Maria Poe", "Ann Bea Poe"],
    ["Jo Poe", "Joan Poe"],
    ["A. Poe", "B. Poe"],
    ["Ann Poe", "Ann Poe Jr"],
    ["Wei Zhang (1)", "Wei Zhang (2)"],
  ] as const)
    it(`${one}, ${other}: two people`, () => assert.equal(judged("similar-names", posts(one, other)), "silent"));
  it("is no more than a hint where two full names fit", () => {
    const content = `${posts("Ann Poe", "A. Poe")}  cfo: { heldBy: Adam Poe }\n`.replace(
      "posts:\n",
      "posts:\n  coo: { heldBy: Alma Poe }\n",
    );
    assert.match(judged("similar-names", content), /^hint posts.ciso.heldBy/);
  });
  it("gives at most five hints a file", () => {
    const content = `${head}posts:\n${Array.from({ length: 9 }, (_, i) => `  p${i}: { heldBy: [Ann ${"Abcdefghi"[i]}uller, A. ${"Abcdefghi"[i]}uller] }\n`).join("")}`;
    assert.equal(said("similar-names", content).length, 5);
  });
  it("says where the checks take two spellings for one, and makes visible what is not", () => {
    assert.deepEqual(said("similar-names", posts("Bo Li", "Bo\u00a0Li")), [
      "hint posts.ciso.heldBy: “Bo⍽Li” and “Bo Li” are read as one person, written in two ways.",
    ]);
    assert.match(said("similar-names", posts("Bo Li", "Bo  Li"))[0] ?? "", /“Bo␣␣Li”/);
    assert.equal(only("similar-names", posts("Bo Li", "bo li")).fixes.length, 2);
  });
});
