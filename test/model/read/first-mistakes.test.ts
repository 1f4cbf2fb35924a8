import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits, Text } from "../../../server/base/text.ts";
import { textEdits } from "../../../server/model/write/edit.ts";
import { today } from "../../kit/check-fixture.ts";
import { inFull } from "../../kit/in-full.ts";
import { snapshotOf } from "../../kit/standard.ts";

/** What people who know no YAML write first, and what they are told. */

const head = "itorg: 1\norganization: { name: Example }\n";

const found = (content: string) => snapshotOf(new Text(content), today).analysis;

/** What is said of how a file is written, with the titles of the fixes. */
const told = (content: string): string[] =>
  found(content)
    .findings.filter(({ category }) => category === "format")
    .filter(({ rule }) => rule !== "open-question")
    .map(({ message, fixes }) => [inFull(message), ...fixes.map(({ title }) => inFull(title))].join(" | "));

function fixed(content: string): string {
  const { document, findings } = found(content);
  const [fix] = findings.find(({ rule }) => rule === "near-miss")?.fixes ?? [];
  assert.ok(fix);
  return applyEdits(content, textEdits(document, fix.changes));
}

describe("a post where a person's name is read", () => {
  const posts = `${head}posts:\n  ceo: { heldBy: Ann Ode }\n  head-it: { role: it-director, heldBy: Bo Li }\n`;

  it("is told from a name, by its id, its short name, its full name and its titles", () => {
    for (const [written, id] of [
      ["CEO", "ceo"],
      ["Chief Executive Officer", "ceo"],
      ["Head-IT", "head-it"],
      ["IT Director", "head-it"],
      ["CISO", "ciso"],
    ]) {
      const content = `${posts}activities:\n  patching: { responsible: [Cy Ho, ${written}], accountable: Cy Ho }\n`;
      assert.deepEqual(told(content), [
        `\`${written}\` is read as the name of a person. If the post is meant, write \`${id}\`. | Write \`${id}\``,
      ]);
      assert.equal(fixed(content), content.replace(`${written}]`, `${id}]`));
    }
    const chaired = `${posts}committees:\n  security: { chair: External }\n`;
    assert.equal(fixed(chaired), chaired.replace("External", "external"));
  });

  it("has no post's id to write where only a person can stand", () =>
    assert.deepEqual(told(`${head}posts:\n  cio: { heldBy: CFO }\n`), [
      "`CFO` is read as the name of a person. Write who that is, or put it in quotes.",
    ]));

  it("is a name in quotes, and so is a person's own", () => {
    assert.deepEqual(told(`${posts}activities:\n  patching: { accountable: "CEO" }\n`), []);
    assert.deepEqual(told(`${head}posts:\n  ceo: { heldBy: Chief Joseph, deputy: Tad Boardman }\n`), []);
  });
});

describe("a word where a person's name is read", () => {
  for (const [written, word] of [
    ["TBD", "not-asked"],
    ["to be confirmed", "not-asked"],
    ["N/A", "unknown"],
    ["Vacant", "vacant"],
    ["nobody", "vacant"],
    ["Unknown", "unknown"],
    ["Not asked", "not-asked"],
  ])
    it(`${written} is no person`, () => {
      const content = `${head}posts:\n  ceo: { heldBy: ${written} } # later\n`;
      assert.deepEqual(told(content), [`\`${written}\` is nobody's name. Write \`${word}\`. | Write \`${word}\``]);
      assert.equal(fixed(content), content.replace(written ?? "", word ?? ""));
    });

  it("cannot be an item of a list", () =>
    assert.deepEqual(told(`${head}activities:\n  patching: { responsible: [Bo Li, TBD] }\n`), [
      "`TBD` is nobody's name. Leave it out.",
    ]));
});

describe("a key", () => {
  it("without a blank behind its colon is not thrown away", () => {
    const says = (key: string) =>
      `A blank is missing behind the colon of \`${key}\`. Without it, all of this is read as one word.`;
    assert.deepEqual(told(`${head}posts:\n  cio: {heldBy:Ann, reportsTo:ceo}\n`), [
      `${says("heldBy")} | Write \`heldBy: Ann\``,
      `${says("reportsTo")} | Write \`reportsTo: ceo\``,
    ]);
    assert.ok(
      told("itorg: 1\norganization:\n  name: Example\n  sector:retail\n").includes(
        `${says("sector")} | Write \`sector: retail\``,
      ),
    );
    assert.equal(told(`${head}posts:\n  cio:{heldBy: Ann}\n`)[0], `${says("cio")} | Write \`cio: {heldBy: Ann}\``);
    assert.match(told("itorg: 1\norganization:\n  name:Example\n")[0] ?? "", /Write it as \{ name: Example \}$/);
    assert.match(told(`${head}posts:\n  cio:\n    heldBy:Ann Ode\n`)[0] ?? "", /Write it as \{ heldBy: Ann Ode \}$/);
  });

  it("that was not indented is sent to its section", () =>
    assert.deepEqual(told(`${head}posts:\nceo: { heldBy: Ann Ode }\n`), [
      "`ceo` belongs below `posts`. Begin its line with two blanks. | Indent `ceo` below `posts`",
    ]));
});

describe("what YAML reads in its own way", () => {
  it("a comma inside braces", () => {
    const [name = ""] = told(`${head}posts:\n  cio: { heldBy: Lee, Ann, reportsTo: ceo } # new\n`);
    assert.equal(
      name,
      'Inside `{ }` a comma begins a new key, and `Ann` is none. Several values stand in `[ ]`, and a value that has a comma in it in quotes. | Write it as "Lee, Ann" | Write it as [Lee, Ann]',
    );
    const [number = ""] = told("itorg: 1\norganization: { name: Example, headcount: 1,200 }\n");
    assert.match(number, /and `200` is none\. Write large numbers without commas\. \| Write it as 1200$/);
    const [slip = ""] = told(`${head}posts:\n  cio: { heldBy: Ann Lee, levle }\n`);
    const [list = ""] = told(`${head}posts:\n  cio: { level: strategic, tactical }\n`);
    assert.match(list, / in quotes\. \| Write it as \[strategic, tactical\]$/);
    const [title = ""] = told(`${head}posts:\n  cio: { title: VP, Technology }\n`);
    assert.match(title, /\. A value that has a comma in it stands in quotes\. \| Write it as "VP, Technology"$/);
    assert.match(slip, /Did you mean `level`/);
    const written = (content: string) => {
      const { document, findings } = found(content);
      const { fixes = [] } = findings.find(({ rule }) => rule === "unknown-key") ?? {};
      return applyEdits(content, textEdits(document, fixes[0]?.changes ?? []));
    };
    assert.equal(
      written(`${head}posts:\n  cio: { heldBy: Lee, Ann, reportsTo: ceo } # new\n`),
      `${head}posts:\n  cio: { heldBy: "Lee, Ann", reportsTo: ceo } # new\n`,
    );
    assert.equal(
      written("itorg: 1\norganization: { name: Example, headcount: 1,200 }\n"),
      "itorg: 1\norganization: { name: Example, headcount: 1200 }\n",
    );
  });

  it("the quotes of a word processor", () => {
    const content = `${head}posts:\n  ceo: { heldBy: “Ann Ode” }\n`;
    assert.match(
      told(content)[0] ?? "",
      /^The quotes of `“Ann Ode”` are not those of a keyboard, .* Leave them out\. \| /,
    );
    assert.equal(fixed(content), content.replace(/[“”]/g, ""));
  });
});
