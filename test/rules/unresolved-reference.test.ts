import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check, checkFixture } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { afterFix, fixesOf, said } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

const fixesFor = (posts: string) =>
  check(`itorg: 1\norganization: { name: Example }\nposts:\n${posts}`)
    .findings.filter((finding) => finding.rule === "unresolved-reference")
    .flatMap((finding) => finding.fixes)
    .filter((fix) => inFull(fix.title).startsWith("Write "));

describe("unresolved-reference", () => {
  it("creates what is missing", () => {
    const content = `${head}posts:\n  cfo: { reportsTo: head-of-things }\n`;
    assert.deepEqual(fixesOf("unresolved-reference", content), [
      ["Add a post `head-of-things`", "Add a committee `head-of-things`"],
    ]);
    for (const n of [0, 1])
      assert.deepEqual(said("unresolved-reference", afterFix("unresolved-reference", content, n)), []);
    const provider = `${head}posts:\n  cfo: { heldBy: provider:counters }\n`;
    assert.deepEqual(said("unresolved-reference", afterFix("unresolved-reference", provider)), []);
  });
  it("stands at each item", () => {
    checkFixture(`
itorg: 1
organization: { name: Example, headcount: 85 }
activities:
  contract-management: { responsible: [cfo, no-post, Bo Li], accountable: [ceo, team:desk] }
  #                                         ^^^^^^^ 💡 error: unresolved-reference
  #                                                                             ^^^^^^^^^ 💡 error: unresolved-reference
`);
  });
  it("knows the post of the person who is named in its place", () => {
    const content = `${head}posts:\n  head-sales: { heldBy: bo }\n  cfo: { reportsTo: bo }\n`;
    assert.equal(afterFix("unresolved-reference", content), content.replace("reportsTo: bo", "reportsTo: head-sales"));
  });
  it("is silent while the file cannot be read", () => {
    assert.deepEqual(
      said("unresolved-reference", `${head}posts:\n  cfo: { reportsTo: nobody }\n  cro: { heldBy: [}\n`),
      [],
    );
  });
});

describe("a reference that leads nowhere", () => {
  it("may mean a post that is also a role, once, and safely where nothing else is near", () => {
    const fixes = fixesFor("  ciso: { heldBy: Eve Roy, reportsTo: coi }\n  cio: { heldBy: Bo Li }\n");
    assert.equal(fixes.filter((fix) => inFull(fix.title) === "Write `cio`").length, 1);
    const only = fixesFor("  ciso: { heldBy: Eve Roy, reportsTo: it-director-eats }\n  it-director-east: none\n");
    assert.deepEqual(
      only.map((fix) => [inFull(fix.title), fix.safe]),
      [["Write `it-director-east`", true]],
    );
  });

  it("says so where the prefix is missing, and what cannot stand there at all", () => {
    const content = (posts: string, activities: string) =>
      `itorg: 1\norganization: { name: Example }\nproviders: { north: { name: North } }\nteams: { desk: { members: 3 } }\nposts: { ${posts} }\nactivities: { ${activities} }\n`;
    const told = (posts: string, activities = "") =>
      check(content(posts, activities))
        .findings.filter((finding) => finding.rule === "unresolved-reference")
        .map((finding) => [inFull(finding.says), ...finding.fixes.map((fix) => inFull(fix.title))]);
    assert.deepEqual(told("vcio: { heldBy: north }"), [
      [
        "`north` is a provider. Write `provider:north`, so that it is not taken for a person.",
        "Write `provider:north`",
      ],
    ]);
    assert.deepEqual(told("vcio: { heldBy: 'north' }"), [], "in quotes it is a person's name");
    assert.deepEqual(told("", "it-delivery: { responsible: [north, desk] }"), [
      ["`north` is a provider. Write `provider:north`, so that it is not taken for a post.", "Write `provider:north`"],
      ["`desk` is a team. Write `team:desk`, so that it is not taken for a post.", "Write `team:desk`"],
    ]);
    assert.deepEqual(told("cio: { reportsTo: 'provider:north' }"), [
      ["A provider cannot stand here. Only a post, board or committee can."],
    ]);
    assert.deepEqual(told("cio: { heldBy: 'team:desk' }"), [
      ["A team cannot stand here. Only a person or provider can."],
    ]);
  });

  it("never means the post that it stands in", () => {
    const titles = fixesFor("  it-manager: { heldBy: Bo Li, reportsTo: it-manger }\n").map((fix) => inFull(fix.title));
    assert.deepEqual(titles, []);
  });
});
