import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Span, Text } from "../../server/base/text.ts";
import { definition } from "../../server/features/definition.ts";
import { references } from "../../server/features/references.ts";
import { today } from "../kit/check-fixture.ts";
import { readCursor } from "../kit/cursor.ts";
import { drawMarks, listMarks, type Mark, readFixture } from "../kit/notation.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";

/**
 * In these fixtures each mark is a place where something is named: "cio entry" marks the key of its entry, "cio" any
 * other place. From each of them the entries are found as definitions and all of them as references.
 */
function checkNames(source: string): void {
  const fixture = readFixture(head + source);
  const text = new Text(fixture.text);
  const snapshot = snapshotOf(text, today);
  const mark = (span: Span, note: string): Mark => {
    const start = text.positionAt(span.start);
    return { line: start.line, start: start.character, end: start.character + span.end - span.start, note };
  };
  for (const from of fixture.marks) {
    const [name = ""] = from.note.split(" ");
    const expected = fixture.marks.filter(({ note }) => note.split(" ")[0] === name);
    const entries = expected.filter(({ note }) => note.endsWith(" entry"));
    for (const character of [from.start, from.end]) {
      const offset = text.offsetAt({ line: from.line, character });
      const found = (references(snapshot, offset) ?? []).map(({ span, isEntry }) =>
        mark(span, isEntry ? `${name} entry` : name),
      );
      assert.deepEqual(listMarks(found), listMarks(expected), `The references are:\n${drawMarks(fixture.text, found)}`);
      const defined = definition(snapshot, offset);
      const targets = defined.map((one) => mark(one.name, `${name} entry`));
      assert.deepEqual(
        listMarks(targets),
        listMarks(entries),
        `The definitions are:\n${drawMarks(fixture.text, targets)}`,
      );
      for (const { to, name: inside } of defined) assert.ok(to.start <= inside.start && inside.end <= to.end);
    }
  }
}

/** The text of everything that the definition at the cursor leads to. */
function led(source: string): string[] {
  const { content, text, start } = readCursor(head + source);
  return definition(snapshotOf(text, today), start).map(({ to }) => content.slice(to.start, to.end));
}

describe("definition and references", () => {
  it("find posts, by their ids and through the paths of accepted risks", () =>
    checkNames(
      `posts:
  ceo: { heldBy: Ann Ode }
# ^^^ ceo entry
  cio: { heldBy: Bo Li, reportsTo: ceo, deputy: ciso }
#                                  ^^^ ceo
#                                               ^^^^ ciso
  ciso: { heldBy: Eve Roy, reportsTo: "ceo", dottedLineTo: [ ceo, 'cio' ], boardReport: { to: ceo } }
# ^^^^ ciso entry
#                                      ^^^ ceo
#                                                            ^^^ ceo
#                                                                                             ^^^ ceo
activities:
  it-strategy: { responsible: [ceo, ciso], accountable: ceo }
#                              ^^^ ceo
#                                   ^^^^ ciso
#                                                       ^^^ ceo
committees:
  security: { chair: ceo, members: ceo }
#                    ^^^ ceo
#                                  ^^^ ceo
accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: ceo, approvedBy: ceo }
#                                      ^^^^ ciso
#                                                                     ^^^ ceo
`,
    ));

  it("find a post of another name by its role, where it is the only one", () =>
    checkNames(`posts:
  head-tech: { role: cio, heldBy: Bo Li }
# ^^^^^^^^^ tech entry
  ciso: { reportsTo: cio, deputy: head-tech }
#                    ^^^ tech
#                                 ^^^^^^^^^ tech
`));

  it("find providers, teams, units, committees and activities of the file's own", () =>
    checkNames(`people:
  Ana Ruiz: { employedBy: north }
#                         ^^^^^ provider
units: { north: { kind: site } }
#        ^^^^^ unit entry
providers:
  north: { name: north, unit: north }
# ^^^^^ provider entry
#                             ^^^^^ unit
teams:
  north: { members: 3, unit: north }
# ^^^^^ team entry
#                            ^^^^^ unit
  desk: { parent: north }
#                 ^^^^^ team
committees:
  audit: { reportsTo: board, oversees: [yard-design, it] }
# ^^^^^ audit entry
#                     ^^^^^ board
#                                       ^^^^^^^^^^^ yard
  the-board: { type: board, chair: external }
# ^^^^^^^^^ board entry
activities:
  yard-design: { responsible: [provider:north, "team:north"], consulted: provider:north }
# ^^^^^^^^^^^ yard entry
#                                       ^^^^^ provider
#                                                    ^^^^^ team
#                                                                                 ^^^^^ provider
  build: { activity: yard-design }
#                    ^^^^^^^^^^^ yard
posts:
  ciso: { reportsTo: audit }
#                    ^^^^^ audit
accepted: [{ rule: adviser-sells, at: providers.north, reason: small, approvedBy: board }]
#                                               ^^^^^ provider
#                                                                                 ^^^^^ board
`));

  it("find people, however they are spelled, where they have an entry and in interviews", () =>
    checkNames(`people:
  Ana Ruiz: { background: business }
# ^^^^^^^^ ana entry
posts:
  ceo: { heldBy: ana  ruiz, notes: Ana Ruiz }
#                ^^^^^^^^^ ana
  cfo: { heldBy: ["Ana Ruiz", Bo Li] }
#                  ^^^^^^^^ ana
interviews:
  - { with: Bo Li and Ana Ruiz, by: Ana Ruiz (Example), note: Ana Ruiz }
#                     ^^^^^^^^ ana
#                                   ^^^^^^^^ ana
accepted: [{ rule: ciso-is-ceo, at: 'people["Ana Ruiz"]', reason: small, approvedBy: Ana Ruiz }]
#                                            ^^^^^^^^ ana
#                                                                                    ^^^^^^^^ ana
`));

  it("lead from a person without an entry to the posts that they hold", () => {
    const posts = "posts:\n  cio: { heldBy: [Bo Li, Eve Roy] }\n  dpo: { heldBy: Bo Li }\n";
    assert.deepEqual(led(`${posts}activities: { it-strategy: { responsible: B<|>o Li } }\n`), [
      "cio: { heldBy: [Bo Li, Eve Roy] }",
      "dpo: { heldBy: Bo Li }",
    ]);
    assert.deepEqual(led("activities: { it-strategy: { responsible: B<|>o Li } }\n"), []);
  });

  it("lead from a path to the very place, and from an alias to what it repeats", () => {
    assert.deepEqual(
      led(
        "posts:\n  cio:\n    heldBy: Bo Li # new\n    level: [strategic]\n\naccepted: [{ at: posts.c<|>io.level }]\n",
      ),
      ["level: [strategic]"],
    );
    assert.deepEqual(led("posts:\n  cio: &lead\n    heldBy: Bo Li\n    level: strategic\n  cto: { <<: *le<|>ad }\n"), [
      "heldBy: Bo Li\n    level: strategic",
    ]);
    assert.deepEqual(led("posts: { cio: { heldBy: &bo Bo Li }, dpo: { title: *b<|>o } }\n"), [
      "cio: { heldBy: &bo Bo Li }",
    ]);
  });

  it("have nothing for what is no name, and no definition for a post without an entry", () => {
    for (const source of [
      "posts: { cio: { level: strat<|>egic } }\n",
      "posts: { cio: { role: c<|>io } }\n",
      "posts: { cio: { heldBy: vac<|>ant } }\n",
      "committees: { audit: { chair: ext<|>ernal } }\n",
      "posts: { cio: { reportsTo: nob<|>ody } }\n",
      "# c<|>eo\n",
    ]) {
      const { text, start } = readCursor(head + source);
      assert.equal(references(snapshotOf(text, today), start), undefined, source);
      assert.deepEqual(led(source), [], source);
    }
    assert.deepEqual(led("posts: { cio: { reportsTo: c<|>eo } }\n"), []);
    const { text, start } = readCursor(`${head}posts: { cio: { reportsTo: c<|>eo, deputy: ceo } }\n`);
    assert.equal(references(snapshotOf(text, today), start)?.length, 2);
  });
});
