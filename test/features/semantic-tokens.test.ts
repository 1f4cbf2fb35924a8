import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { semanticTokens, tokenKinds } from "../../server/features/semantic-tokens.ts";
import { today } from "../kit/check-fixture.ts";
import { drawMarks, listMarks, type Mark, readFixture } from "../kit/notation.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";

/** In these fixtures each mark is a token: its kind, and "entry" for the key of an entry. */
function checkTokens(source: string): void {
  const fixture = readFixture(head + source);
  const text = new Text(fixture.text);
  const all = semanticTokens(snapshotOf(text, today), { start: 0, end: text.content.length });
  const found = all.map(({ span, kind, isEntry }): Mark => {
    const { line, character } = text.positionAt(span.start);
    return { line, start: character, end: character + span.end - span.start, note: isEntry ? `${kind} entry` : kind };
  });
  assert.deepEqual(listMarks(found), listMarks(fixture.marks), drawMarks(fixture.text, found));
}

describe("semantic tokens", () => {
  it("tell apart what has a name", () =>
    checkTokens(`people:
  Ana Ruiz: { employedBy: provider:north }
# ^^^^^^^^ person entry
#                                  ^^^^^ provider
units: { site: { kind: site } }
#        ^^^^ unit entry
posts:
  cio: { heldBy: "Ana Ruiz", reportsTo: ceo, unit: site }
# ^^^ post entry
#                 ^^^^^^^^ person
#                                       ^^^ post
#                                                  ^^^^ unit
teams: { desk: { headedBy: cio } }
#        ^^^^ team entry
#                          ^^^ post
providers: { north: { name: cio } }
#            ^^^^^ provider entry
committees:
  audit: { members: [cio, provider:north] }
# ^^^^^ committee entry
#                    ^^^ post
#                                  ^^^^^ provider
activities:
  security: { responsible: [team:desk] }
# ^^^^^^^^ activity entry
#                                ^^^^ team
regimes: { gdpr: applies }
#          ^^^^ regime entry
accepted: [{ rule: adviser-sells, at: providers.north, approvedBy: Ana Ruiz }]
#                                               ^^^^^ provider
#                                                                  ^^^^^^^^ person
`));

  it("know reserved words where they count, and role ids", () =>
    checkTokens(`posts:
  cio: vacant
# ^^^ post entry
#      ^^^^^^ reservedWord
  cto: none
# ^^^ post entry
#      ^^^^ reservedWord
  head: { role: it-director, heldBy: vacant, title: vacant, level: not-asked, notes: "none" }
# ^^^^ post entry
#               ^^^^^^^^^^^ role
#                                    ^^^^^^ reservedWord
#                                                                  ^^^^^^^^^ reservedWord
  desk: { deputy: none, background: unknown, x-own: unknown, role: "not-asked", level: [declined] }
# ^^^^ post entry
#                 ^^^^ reservedWord
#                                   ^^^^^^^ reservedWord
#                                                                                       ^^^^^^^^ reservedWord
providers: none
#          ^^^^ reservedWord
activities:
  security: not-applicable
# ^^^^^^^^ activity entry
#           ^^^^^^^^^^^^^^ reservedWord
x-more: none
`));

  it("come only from the lines asked for, and never overlap", () => {
    const text = new Text(`${head}posts:\n  cio: { heldBy: Bo Li }\n  cto: { reportsTo: cio }\n`);
    const start = text.content.indexOf("  cto");
    const found = semanticTokens(snapshotOf(text, today), { start, end: text.content.length });
    assert.deepEqual(
      found.map(({ span }) => text.content.slice(span.start, span.end)),
      ["cto", "cio"],
    );
    for (const name of ["pinecrest", "halden", "vogel", "tallgrass", "marlow"]) {
      const sample = new Text(readFileSync(`samples/${name}.itorg.yaml`, "utf8"));
      const all = semanticTokens(snapshotOf(sample, today), { start: 0, end: sample.content.length });
      assert.ok(all.length > 20, name);
      for (const [i, { span }] of all.entries()) if (i > 0) assert.ok(all[i - 1]!.span.end <= span.start);
    }
  });

  it("each have a description and a colour in the extension", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
    const ids = contributes.semanticTokenTypes.map(({ id }: { id: string }) => id);
    assert.deepEqual(ids, [...tokenKinds]);
    const [{ language, scopes }] = contributes.semanticTokenScopes;
    assert.equal(language, "itorg");
    assert.deepEqual(Object.keys(scopes), ids);
  });
});
