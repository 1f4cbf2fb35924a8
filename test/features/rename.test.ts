import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { applyEdits, Text } from "../../server/base/text.ts";
import { prepareRename, rename } from "../../server/features/rename.ts";
import { occurrences, type Target, targetKey } from "../../server/model/find/occurrences.ts";
import { type Place, placeToString } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { keepMeaning } from "../../server/model/write/new-name.ts";
import { renaming } from "../../server/model/write/rename.ts";
import { today } from "../kit/check-fixture.ts";
import { readCursor } from "../kit/cursor.ts";
import { runs, sampled } from "../kit/sample.ts";
import { snapshotOf } from "../kit/standard.ts";

const samples = readdirSync("samples")
  .filter((name) => name.endsWith(".itorg.yaml"))
  .map((name) => ({ name, content: readFileSync(`samples/${name}`, "utf8") }));

const snapshot = (content: string) => snapshotOf(new Text(content), today);

/** The text after a rename at the cursor, or the sentence that says why there is none. */
function renamed(source: string, newName: string): string {
  const { content, text, start } = readCursor(source);
  const result = rename(snapshotOf(text, today), start, newName);
  if (!result) return "nothing to rename";
  return "refused" in result ? result.refused : applyEdits(content, result.edits);
}

/** The lines of a text that a rename changes, as they are afterwards. */
function changed(source: string, newName: string): string[] {
  const before = readCursor(source).content.split("\n");
  const after = renamed(source, newName).split("\n");
  return after.filter((line, i) => line !== before[i]);
}

const head = "itorg: 1\norganization: { name: Example }\n";

describe("rename", () => {
  it("takes all references to a post along, paths and comments kept", () => {
    const source = `${head}posts:
  head-tech: { role: cio, heldBy: Bo Li, reportsTo: ceo } # the head-tech
  ciso: { heldBy: Eve Roy, reportsTo: head-<|>tech, deputy: head-tech, dottedLineTo: [head-tech, ceo] }
teams:
  desk: { headedBy: head-tech }
committees:
  security: { chair: "head-tech", members: [ ciso,
      'head-tech' ], invitees: head-tech }
activities:
  it-strategy: { responsible: [head-tech], accountable: head-tech }
accepted:
  - { rule: ciso-in-it-line, at: posts.head-tech.heldBy, reason: head-tech is new, approvedBy: head-tech }
`;
    const expected = source.replace("<|>", "").replaceAll(/(?<!the |reason: )head-tech/g, "lead-tech");
    assert.equal(renamed(source, "lead-tech"), expected);
    assert.deepEqual(changed(source, "head-tech"), [], "to the name that it has");
  });

  it("writes the role of a post whose key said it, and leaves references by role to another post alone", () => {
    const posts = (more: string) => `${head}posts:\n${more}`;
    assert.equal(
      renamed(posts("  <|>cio: { heldBy: Bo Li }\n  ciso: { reportsTo: cio }\n"), "head-tech"),
      posts("  head-tech: { heldBy: Bo Li, role: cio }\n  ciso: { reportsTo: head-tech }\n"),
    );
    assert.equal(
      renamed(posts("  <|>cio:\n    heldBy: Bo Li # new\n\n  ciso: { reportsTo: cio }\n"), "head-tech"),
      posts("  head-tech:\n    heldBy: Bo Li # new\n    role: cio\n\n  ciso: { reportsTo: head-tech }\n"),
    );
    assert.equal(renamed(posts("  <|>cio:\n"), "head-tech"), posts("  head-tech: { role: cio }\n"));
    assert.equal(
      renamed(posts("  <|>cio: vacant\n"), "head-tech"),
      posts("  head-tech: { role: cio, heldBy: vacant }\n"),
    );
    assert.equal(
      renamed(
        posts("  head-<|>tech: { role: cio }\n  ciso: { reportsTo: cio }\n  dpo: { reportsTo: head-tech }\n"),
        "lead",
      ),
      posts("  lead: { role: cio }\n  ciso: { reportsTo: cio }\n  dpo: { reportsTo: lead }\n"),
    );
    assert.equal(
      renamed(posts("  head-tech: { role: cio }\n  ciso: { reportsTo: c<|>io }\n"), "lead"),
      "This word means whoever has the role. Change the name where the post has its entry.",
    );
    assert.equal(renamed(posts("  head-<|>tech: { role: cio }\n"), "cio"), posts("  cio: { role: cio }\n"));
  });

  it("writes the type of a committee and the activity of a duty whose key said it", () => {
    assert.equal(
      renamed(`${head}committees:\n  <|>security: { chair: Bo Li }\n  risk: { reportsTo: security }\n`, "cyber"),
      `${head}committees:\n  cyber: { chair: Bo Li, type: security }\n  risk: { reportsTo: cyber }\n`,
    );
    assert.equal(
      renamed(`${head}activities:\n  <|>log-review: { responsible: Bo Li }\n`, "logs"),
      `${head}activities:\n  logs: { responsible: Bo Li, activity: log-review }\n`,
    );
  });

  it("takes the other places along that name an activity of the file's own, and no duty of the catalogue", () => {
    assert.equal(
      renamed(
        `${head}activities:\n  ship-<|>design: { responsible: Bo Li }\n  more: { activity: ship-design }\ncommittees:\n  yard: { type: other, oversees: [ship-design, it] }\n`,
        "hull-design",
      ),
      `${head}activities:\n  hull-design: { responsible: Bo Li }\n  more: { activity: hull-design }\ncommittees:\n  yard: { type: other, oversees: [hull-design, it] }\n`,
    );
    assert.equal(
      renamed(
        `${head}activities:\n  <|>log-review: { responsible: Bo Li }\ncommittees:\n  yard: { type: other, oversees: log-review }\n`,
        "logs",
      ),
      `${head}activities:\n  logs: { responsible: Bo Li, activity: log-review }\ncommittees:\n  yard: { type: other, oversees: log-review }\n`,
    );
  });

  it("renames providers, teams and units in every form of reference", () => {
    assert.equal(
      renamed(
        `${head}people: { Ana Ruiz: { employedBy: north }, Bo Li: { employedBy: 'provider:north' } }
posts: { vcio: { heldBy: provider:<|>north }, cfo: { heldBy: "north" } }
providers: { north: { name: north } }
units: { north: { name: North } }
activities: { monitoring: { responsible: [provider:north, "provider:north"] } }
accepted: [{ rule: adviser-sells, at: "providers.north.services[0]", reason: small, approvedBy: cfo }]
`,
        "south",
      ),
      `${head}people: { Ana Ruiz: { employedBy: south }, Bo Li: { employedBy: 'provider:south' } }
posts: { vcio: { heldBy: provider:south }, cfo: { heldBy: "north" } }
providers: { south: { name: north } }
units: { north: { name: North } }
activities: { monitoring: { responsible: [provider:south, "provider:south"] } }
accepted: [{ rule: adviser-sells, at: "providers.south.services[0]", reason: small, approvedBy: cfo }]
`,
    );
    assert.equal(
      renamed(
        `${head}teams: { ops: { members: 3 }, de<|>sk: { parent: ops } }\nactivities: { patching: { responsible: [team:desk] } }\n`,
        "front",
      ),
      `${head}teams: { ops: { members: 3 }, front: { parent: ops } }\nactivities: { patching: { responsible: [team:front] } }\n`,
    );
    assert.equal(
      renamed(
        `${head}units: { ops: { kind: site } }\nposts: { cio: { unit: o<|>ps } }\nteams: { ops: { unit: ops } }\n`,
        "yard",
      ),
      `${head}units: { yard: { kind: site } }\nposts: { cio: { unit: yard } }\nteams: { ops: { unit: yard } }\n`,
    );
  });

  it("renames a person wherever they are named, however they are spelled, and quotes where that is needed", () => {
    const source = `${head}people:
  Ana Ruiz: { background: business }
posts:
  ceo: { heldBy: ana<|>  ruiz }
  cfo: { heldBy: ["Ana Ruiz", Bo Li], notes: Ana Ruiz is new }
activities:
  it-strategy: { responsible: [ 'Ana Ruiz' ] }
interviews:
  - { date: 2026-11-02, with: Ana Ruiz and Bo Li, by: L. Ortega }
  - { date: 2026-11-03, with: "Bo Li, Ana Ruiz (Ana Ruiz)" }
accepted:
  - { rule: ciso-is-ceo, at: "people[\\"Ana Ruiz\\"].background", reason: small, approvedBy: Ana Ruiz }
`;
    const names = (plain: string, single: string, double: string) => `${head}people:
  ${plain}: { background: business }
posts:
  ceo: { heldBy: ${plain} }
  cfo: { heldBy: [${double}, Bo Li], notes: Ana Ruiz is new }
activities:
  it-strategy: { responsible: [ ${single} ] }
interviews:
`;
    assert.equal(
      renamed(source, " Zoe Quill "),
      `${names("Zoe Quill", "'Zoe Quill'", '"Zoe Quill"')}  - { date: 2026-11-02, with: Zoe Quill and Bo Li, by: L. Ortega }
  - { date: 2026-11-03, with: "Bo Li, Zoe Quill (Zoe Quill)" }
accepted:
  - { rule: ciso-is-ceo, at: "people[\\"Zoe Quill\\"].background", reason: small, approvedBy: Zoe Quill }
`,
    );
    const awkward = renamed(source, "D'Arcy: #1, Zoë");
    assert.ok(awkward.startsWith(names(`"D'Arcy: #1, Zoë"`, "'D''Arcy: #1, Zoë'", `"D'Arcy: #1, Zoë"`)), awkward);
    assert.deepEqual(
      snapshot(awkward).analysis.document.org.data.mentions.map(({ name }) => name),
      ["D'Arcy: #1, Zoë", "D'Arcy: #1, Zoë", "D'Arcy: #1, Zoë", "Bo Li", "D'Arcy: #1, Zoë", "D'Arcy: #1, Zoë"],
    );
  });

  it("refuses bad names with a sentence", () => {
    const posts = `${head}people: { madonna: { background: business } }
units: { yard: { kind: site } }
committees: { it-steering: { chair: cio }, crisis: { chair: cio } }
providers: { north: { name: North } }
posts:
  ceo: { heldBy: Ana Ruiz }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  vp<|>-it: { heldBy: madonna, reportsTo: cio, dottedLineTo: [cfo] }
`;
    const at = (word: string) => posts.replace("<|>", "").replace(word, `<|>${word}`);
    const idForm = "Use small letters, digits and hyphens, at most 64 of them: for example it-manager-north.";
    for (const [source, name, sentence] of [
      [posts, "  ", "A name is missing."],
      [posts, "VP IT", idForm],
      [posts, "a".repeat(65), idForm],
      [posts, "none", "`none` has a meaning of its own in these files, so nothing can be called that."],
      [posts, "vacant", "`vacant` has a meaning of its own in these files, so nothing can be called that."],
      [posts, "x-vp", "What begins with x- is left alone by every check, so a name cannot begin so."],
      [posts, "cio", "There already is a post `cio` in this file."],
      [posts, "crisis", "There already is a committee `crisis` in this file, and a reference could mean either."],
      [posts, "board", "`board` has a meaning of its own where somebody is named."],
      [posts, "madonna", "A person in this file is called madonna, and a reference could mean either."],
      [posts, "cto", "`cto` is the name of a CTO, and would make this post one."],
      [posts, "cfo", "`cfo` is the name of a CFO, and would make this post one."],
      [
        at("Ana Ruiz"),
        "bo li",
        "There already is somebody called bo li in this file. One name would make them one person.",
      ],
      [
        at("Ana Ruiz"),
        "ana",
        "Write a person's name with its capitals: in small letters alone it would be taken for a post.",
      ],
      [at("Ana Ruiz"), "provider:ana", "A person's name cannot begin like the name of a provider or a team."],
      [at("Ana Ruiz"), "Ana\nRuiz", "A name stands on one line, and is not longer than 200 letters."],
      [at("Ana Ruiz"), "unknown", "`unknown` has a meaning of its own in these files, so nothing can be called that."],
      [at("crisis"), "audit", "`audit` is the name of an Audit committee, and would make this committee one."],
    ] as const)
      assert.equal(renamed(source, name), sentence, name);
    assert.match(renamed(at("yard"), "north"), /units: \{ north:/, "units and providers never stand in one place");
    assert.match(renamed(at("Ana Ruiz"), "ANA RUIZ"), /heldBy: ANA RUIZ/, "the same person");
  });

  it("says why something keeps its name", () => {
    const why = (source: string) => {
      const { text, start } = readCursor(source);
      const found = prepareRename(snapshotOf(text, today), start);
      return found && "refused" in found ? found.refused : found;
    };
    assert.equal(
      why(`${head}posts: { cio: { reportsTo: c<|>eo } }\n`),
      "This file has no post `ceo`: the word means the role. Add the post first, under a name of your own.",
    );
    assert.match(
      String(why(`${head}posts: { <|>cio: none }\n`)),
      /^With only a word behind it, this line is about “CIO” as such/,
    );
    assert.equal(
      why(`${head}committees: { <|>board: { chair: external } }\n`),
      "The board goes by this name in every file.",
    );
    assert.equal(why(`${head}posts: { cio: { reportsTo: <|>board } }\n`), "The board goes by this name in every file.");
    assert.match(String(why(`${head}regimes: { <|>gdpr: applies }\n`)), /^The law or standard is known by this name/);
    assert.match(String(why(`${head}posts:\n  vp<|>-it: { heldBy: [Bo Li }\n`)), /^Part of this file cannot be read/);
    for (const nothing of [
      "posts: { vp: { level: strat<|>egic } }",
      "posts: { vp: { role: c<|>io } }",
      "posts: { vp: { heldBy: vac<|>ant } }",
      "posts: { vp: { title: VP<|> of IT } }",
      "committees: { yard: { chair: ext<|>ernal } }",
      "# com<|>ment",
    ])
      assert.equal(why(`${head}${nothing}\n`), undefined, nothing);
    const { text, start } = readCursor(
      `${head}posts: { vcio: { heldBy: "provider:no<|>rth" } }\nproviders: { north: {} }\n`,
    );
    const found = prepareRename(snapshotOf(text, today), start);
    assert.ok(found && "span" in found);
    assert.equal(text.content.slice(found.span.start, found.span.end), "north");
    assert.equal(found.name, "north");
  });

  it("changes what aliases and merge keys repeat once, and nothing that stands for something else", () => {
    assert.equal(
      renamed(
        `${head}posts:\n  vp-it: { heldBy: Bo Li }\n  cto: &below { reportsTo: &boss vp-it }\n  ciso: { <<: *below }\n  cfo: { deputy: *b<|>oss }\n`,
        "vp-tech",
      ),
      `${head}posts:\n  vp-tech: { heldBy: Bo Li }\n  cto: &below { reportsTo: &boss vp-tech }\n  ciso: { <<: *below }\n  cfo: { deputy: *boss }\n`,
    );
    assert.equal(
      renamed(
        `${head}x-pool: [&boss vp-it]\nposts:\n  <|>vp-it: { heldBy: Bo Li }\n  cto: { reportsTo: *boss }\n`,
        "vp-tech",
      ),
      `${head}x-pool: [&boss vp-tech]\nposts:\n  vp-tech: { heldBy: Bo Li }\n  cto: { reportsTo: *boss }\n`,
    );
    const elsewhere =
      "Something else in this file would change along with it: an anchor repeats the text, or a reference already says the new name.";
    for (const [why, rest] of [
      ["a title", "posts:\n  <|>vp-it: { heldBy: Bo Li }\n  cto: { reportsTo: &boss vp-it, title: *boss }\n"],
      ["a role", "posts:\n  <|>cio: { heldBy: Bo Li }\n  vp: { role: &r cio }\n  cto: { reportsTo: *r }\n"],
      [
        "a post and a provider",
        "posts:\n  <|>desk: { heldBy: Bo Li }\n  vp: { unit: &r desk, reportsTo: *r }\nunits: { desk: {} }\n",
      ],
      [
        "the role of whoever takes it over",
        "posts:\n  <|>cio: &lead { heldBy: Bo Li }\n  vp: { <<: *lead, title: VP }\n",
      ],
      [
        "a reference to nothing, which would lead there",
        "posts:\n  <|>vp: { heldBy: Bo Li }\n  cto: { reportsTo: zoe-quill }\n",
      ],
      ["a second entry, which the first hides", "posts:\n  <|>vp: { heldBy: Bo Li }\n  vp: { heldBy: Eve Roy }\n"],
    ] as const)
      assert.equal(renamed(`${head}${rest}`, "zoe-quill"), elsewhere, why);
  });

  it("keeps CRLF, a byte-order mark and what stands on lines of its own as they are", () => {
    const source = (name: string) =>
      `\uFEFF${head}posts:\n  ${name}:\n    heldBy: |\n      Bo Li\n\n    # comment\n  cto: { reportsTo:\n      ${name} }\n  dpo:\n    deputy: >-\n      ${name}\n\n`;
    for (const eol of ["\n", "\r\n"]) {
      const before = source("vp").replaceAll("\n", eol);
      const after = source("vip").replace(">-\n      vip", "vip").replaceAll("\n", eol);
      assert.equal(renamed(before.replace("vp", "vp<|>"), "vip"), after);
      const person = renamed(before.replace("Bo", "B<|>o"), "Eve Roy");
      assert.equal(person, before.replace(`|${eol}      Bo Li`, "Eve Roy"));
    }
  });
});

/** A place as it is called after a rename. */
function moved(at: Place, { section, id }: Target, name: string): string {
  const isMeant =
    at[0] === section && typeof at[1] === "string" && targetKey({ section, id: at[1] }) === targetKey({ section, id });
  return placeToString(isMeant ? at.with(1, name) : at);
}

/** What is found in a text, as sorted lines, with `target` called `name`. */
function verdicts(content: string, target: Target, name: string): string[] {
  const { findings, questions } = snapshot(content).analysis;
  // A finding about how a name is spelled goes with the name.
  const others = findings.filter(({ rule }) => rule !== "similar-names");
  return [
    ...others.map(({ rule, severity, at, related, accepted }) =>
      [
        rule,
        severity,
        accepted !== null,
        moved(at, target, name),
        ...related.map((one) => moved(one.at, target, name)),
      ].join(" "),
    ),
    ...questions.map(({ at }) => `question ${moved(at, target, name)}`),
  ].sort();
}

describe("rename, of everything in every sample,", () => {
  for (const { name: file, content } of samples)
    it(`changes no finding of ${file} but for the name, and back again no letter`, () => {
      const { document } = snapshot(content).analysis;
      const all = new Map(occurrences(document).map(({ target }) => [targetKey(target), target]));
      const targets = sampled([...all.values()], 15, ({ section }) => section);
      let count = 0;
      for (const target of targets) {
        const fresh = target.section === "people" ? "Zoe Quill" : "zoe-quill";
        const result = renaming(document, target, fresh);
        if ("refused" in result) continue;
        count++;
        const after = applyEdits(content, result.edits);
        assert.deepEqual(verdicts(after, { ...target, id: fresh }, fresh), verdicts(content, target, fresh), target.id);
        const back = renaming(snapshot(after).analysis.document, { ...target, id: fresh }, target.id);
        assert.ok("edits" in back, target.id);
        // What the key had said has been written out, and stays.
        const written = applyEdits(content, textEdits(document, keepMeaning(document, target) ?? []));
        assert.equal(applyEdits(after, back.edits), written, target.id);
      }
      assert.ok(count >= runs({ short: 3, long: 10 }), `${count} names were changed`);
    });
});
