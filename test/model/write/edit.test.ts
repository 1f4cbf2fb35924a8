import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits, Text } from "../../../server/base/text.ts";
import { add, type Change, insert, remove, rename, set, setQuoted } from "../../../server/model/words/change.ts";
import { placeFromString } from "../../../server/model/words/place.ts";
import { textEdits } from "../../../server/model/write/edit.ts";
import { fc } from "../../kit/sample.ts";
import { readDocument } from "../../kit/standard.ts";

function edited(content: string, ...changes: Change[]): string {
  return applyEdits(content, textEdits(readDocument(new Text(content)), changes));
}

const at = (path: string) => {
  const place = placeFromString(path);
  assert.ok(place, `${path} is a place`);
  return place;
};

/** Each case: what it shows, before, the change, after. */
const cases: [string, string, Change, string][] = [
  ["a key below a byte-order mark", "\ufeffa: b\n", set(at("c"), "d"), "\ufeffa: b\nc: d\n"],
  // insert: a new key, and nothing else
  ["a key that is not there", "a: { b: c }\n", insert(at("a.d"), "x"), "a: { b: c, d: x }\n"],
  ["a key with all around it", "a: b\n", insert(at("c.d.e"), "x"), "a: b\nc:\n  d: { e: x }\n"],
  ["a key below one without a value", "a:\n  b:\n", insert(at("a.b.c"), "x"), "a:\n  b: { c: x }\n"],
  ["nothing over a value", "a: b\n", insert(at("a"), "x"), "a: b\n"],
  ["nothing over a word in place of an entry", "a: vacant\n", insert(at("a.b"), "x"), "a: vacant\n"],
  ["nothing into a list", "a: [b]\n", insert(at("a.b"), "x"), "a: [b]\n"],
  // remove: the one item of a list
  ["the one item below a comment", "a: # why\n  - b # one\nc: d\n", remove(at("a[0]")), "a: [] # why\n  # one\nc: d\n"],
  ["the one item at the end", "a:\n  - b", remove(at("a[0]")), "a: []"],
  // set: over a value
  ["a plain value", "a:\n  b: c # why\n", set(at("a.b"), "d"), "a:\n  b: d # why\n"],
  ["a quoted value", 'a: { b: "c", d: e }\n', set(at("a.b"), "x"), "a: { b: x, d: e }\n"],
  ["a value with CRLF", "a:\r\n  b: c\r\n", set(at("a.b"), "d"), "a:\r\n  b: d\r\n"],
  ["the last value without a line break", "a:\n  b: c", set(at("a.b"), "d"), "a:\n  b: d"],
  ["a number", "itorg: 2\n", set(at("itorg"), 1), "itorg: 1\n"],
  ["a value that needs quotes", "a: b\n", set(at("a"), "x: y # z"), 'a: "x: y # z"\n'],
  ["a name that reads as a word", "a: b\n", setQuoted(at("a"), "none"), 'a: "none"\n'],
  ["a text that reads as a number", "a: b\n", set(at("a"), "42"), 'a: "42"\n'],
  ["a block list by a value", "a:\n  b:\n    - c\n    - d\n  e: f\n", set(at("a.b"), "x"), "a:\n  b: x\n  e: f\n"],
  ["a flow list by a value", "a: { b: [c, d] } # k\n", set(at("a.b"), "x"), "a: { b: x } # k\n"],
  ["a folded text", "a:\n  b: >\n    long\n    text\n  c: d\n", set(at("a.b"), "x"), "a:\n  b: x\n  c: d\n"],
  ["an item of a flow list", "a: [b, c, d]\n", set(at("a[1]"), "x"), "a: [b, x, d]\n"],
  ["an item of a block list", "a:\n  - b # one\n  - c\n", set(at("a[0]"), "x"), "a:\n  - x # one\n  - c\n"],
  ["the one value of a list", "a: b\n", set(at("a[0]"), "x"), "a: x\n"],
  ["an alias", "a: &n b\nc: *n\n", set(at("c"), "x"), "a: &n b\nc: x\n"],
  ["an anchored value", "a: &n b\nc: *n\n", set(at("a"), "x"), "a: &n x\nc: *n\n"],
  // set: in what several places share, where the others keep theirs
  ["an item of a list that is an alias", "a: &n [b, c]\nd: *n\n", set(at("d[1]"), "x"), "a: &n [b, c]\nd: [b, x]\n"],
  ["an item of the anchored list", "a: &n [b, c]\nd: *n\n", set(at("a[1]"), "x"), "a: &n [b, x]\nd: *n\n"],
  ["a quoted item", 'a: &n ["none", c]\nd: *n\n', set(at("d[1]"), "x"), 'a: &n ["none", c]\nd: ["none", "x"]\n'],
  ["a key of an alias", "a: &n { b: c }\nd: *n\n", set(at("d.b"), "x"), "a: &n { b: c }\nd: { <<: *n, b: x }\n"],
  [
    "an item below an alias",
    "a: &n\n  b:\n    - c # one\nd: *n\n",
    set(at("d.b[0]"), "x"),
    "a: &n\n  b:\n    - c # one\nd: { <<: *n, b: [x] }\n",
  ],
  [
    "the one value below an alias",
    "a: &n { b: c }\nd: *n\n",
    set(at("d.b[0]"), "x"),
    "a: &n { b: c }\nd: { <<: *n, b: x }\n",
  ],
  [
    "an item below a merge key",
    "a: &n { b: [c] }\nd: { <<: *n }\n",
    set(at("d.b[0]"), "x"),
    "a: &n { b: [c] }\nd: { <<: *n, b: [x] }\n",
  ],
  ["no item of a list that is an alias", "a: &n [b, c]\nd: *n\n", remove(at("d[0]")), "a: &n [b, c]\nd: [c]\n"],
  [
    "an item more below an alias",
    "a: &n { b: [c] }\nd: *n\n",
    add(at("d.b"), "x"),
    "a: &n { b: [c] }\nd: { <<: *n, b: [c, x] }\n",
  ],
  // set: behind a key without a value
  ["an empty value", "a:\n  b:\n  c: d\n", set(at("a.b"), "x"), "a:\n  b: x\n  c: d\n"],
  ["an empty value with a comment", "a:\n  b: # ask\n  c: d\n", set(at("a.b"), "x"), "a:\n  b: x # ask\n  c: d\n"],
  ["an empty value in braces", "a: { b: , c: d }\n", set(at("a.b"), "x"), "a: { b: x , c: d }\n"],
  ["a key alone in braces", "a: { b, c: d }\n", set(at("a.b"), "x"), "a: { b: x, c: d }\n"],
  ["an empty value at the end", "a:", set(at("a"), "x"), "a: x"],
  ["a null word", "a: ~\n", set(at("a"), "x"), "a: x\n"],
  // set: a new key
  ["a new key in a block", "a:\n  b: c # why\nd: e\n", set(at("a.x"), "y"), "a:\n  b: c # why\n  x: y\nd: e\n"],
  ["a new key at the end, no line break", "a:\n  b: c", set(at("a.x"), "y"), "a:\n  b: c\n  x: y"],
  [
    "a new key behind a nested block",
    "a:\n  b:\n    c: d\n\n# next\ne: f\n",
    set(at("a.x"), "y"),
    "a:\n  b:\n    c: d\n  x: y\n\n# next\ne: f\n",
  ],
  ["a new key behind an empty one", "a:\n  b:\n", set(at("a.x"), "y"), "a:\n  b:\n  x: y\n"],
  ["a new key in braces", "a: { b: c }\n", set(at("a.x"), "y"), "a: { b: c, x: y }\n"],
  ["a new key in empty braces", "a: {}\n", set(at("a.x"), "y"), "a: { x: y }\n"],
  ["a new key behind a trailing comma", "a: { b: c, }\n", set(at("a.x"), "y"), "a: { b: c, x: y }\n"],
  [
    "a new key in braces over lines",
    "a:\n  {\n    b: c, # one\n    d: e # two\n  }\n",
    set(at("a.x"), "y"),
    "a:\n  {\n    b: c, # one\n    d: e, x: y # two\n  }\n",
  ],
  ["a new key in CRLF", "a:\r\n  b: c\r\n", set(at("a.x"), "y"), "a:\r\n  b: c\r\n  x: y\r\n"],
  [
    "a new key behind a folded text",
    "a:\n  b: |\n    text\n\nc: d\n",
    set(at("a.x"), "y"),
    "a:\n  b: |\n    text\n  x: y\n\nc: d\n",
  ],
  ["a new key with four blanks", "a:\n    b: c\n", set(at("a.x"), "y"), "a:\n    b: c\n    x: y\n"],
  [
    "a new entity",
    "posts:\n  a: { b: c }\n",
    set(at("posts.ciso"), { heldBy: "vacant" }),
    "posts:\n  a: { b: c }\n  ciso: { heldBy: vacant }\n",
  ],
  [
    "a new field of an entity that is a word",
    "posts:\n  a: vacant\n",
    set(at("posts.a.heldBy"), "Bo"),
    "posts:\n  a: { heldBy: Bo }\n",
  ],
  [
    "a new field of an entity without a value",
    "posts:\n  a:\n  b: none\n",
    set(at("posts.a.heldBy"), "Bo"),
    "posts:\n  a: { heldBy: Bo }\n  b: none\n",
  ],
  ["a new section", "itorg: 1\n", set(at("posts.ciso"), "vacant"), "itorg: 1\nposts:\n  ciso: vacant\n"],
  ["a new section, no line break", "itorg: 1", set(at("posts.ciso"), "vacant"), "itorg: 1\nposts:\n  ciso: vacant"],
  ["a section in an empty file", "", set(at("posts.ciso"), "vacant"), "posts:\n  ciso: vacant\n"],
  ["a section in a file of comments", "# mine\n", set(at("itorg"), 1), "# mine\nitorg: 1\n"],
  [
    "a section that is empty",
    "itorg: 1\nposts:\n",
    set(at("posts.ciso"), { heldBy: "vacant" }),
    "itorg: 1\nposts:\n  ciso: { heldBy: vacant }\n",
  ],
  [
    "a key over a merged one",
    "a: &n { b: c }\nd: { <<: *n }\n",
    set(at("d.b"), "x"),
    "a: &n { b: c }\nd: { <<: *n, b: x }\n",
  ],
  [
    "a key in an entity that is an alias",
    "a: &n { b: c }\nd: *n\n",
    set(at("d.x"), "y"),
    "a: &n { b: c }\nd: { <<: *n, x: y }\n",
  ],
  // add
  ["an item to a flow list", "a: [b] # k\n", add(at("a"), "c"), "a: [b, c] # k\n"],
  ["an item to an empty list", "a: []\n", add(at("a"), "c"), "a: [c]\n"],
  ["an item to a block list", "a:\n  - b # k\nd: e\n", add(at("a"), "c"), "a:\n  - b # k\n  - c\nd: e\n"],
  ["an item to a list at its key's column", "a:\n- b\nd: e\n", add(at("a"), "c"), "a:\n- b\n- c\nd: e\n"],
  ["an item to a single value", "a: b # k\n", add(at("a"), "c"), "a: [b, c] # k\n"],
  ["an item to a quoted single value", "a: 'b'\n", add(at("a"), "c"), "a: ['b', c]\n"],
  ["an item to none", "a: none\n", add(at("a"), "c"), "a: [c]\n"],
  ["an item to nothing", "a:\n", add(at("a"), "c"), "a: [c]\n"],
  [
    "an entry to one that stands for a list",
    "a:\n  b: c # k\n  d:\n    - e\n\n# f\ng: h\n",
    add(at("a"), { b: "i", d: "j" }),
    "a:\n  - b: c # k\n    d:\n      - e\n  - b: i\n    d: j\n\n# f\ng: h\n",
  ],
  ["an entry to one in braces", "a: { b: c } # k\n", add(at("a"), { b: "d" }), "a: [{ b: c }, { b: d }] # k\n"],
  ["an item to a list that is an alias", "a: &n [b]\nd: *n\n", add(at("d"), "c"), "a: &n [b]\nd: [b, c]\n"],
  [
    "a group to a missing list",
    "itorg: 1\n",
    add(at("accepted"), { rule: "x", at: "y" }),
    "itorg: 1\naccepted:\n  - rule: x\n    at: y\n",
  ],
  [
    "a group to a list",
    "accepted:\n  - rule: a\n    at: b\n",
    add(at("accepted"), { rule: "x", at: "y" }),
    "accepted:\n  - rule: a\n    at: b\n  - rule: x\n    at: y\n",
  ],
  // remove
  ["a key of a block", "a:\n  b: c\n  d: e\n", remove(at("a.b")), "a:\n  d: e\n"],
  ["a key and keep its comment", "a:\n  b: c # why\n  d: e\n", remove(at("a.b")), "a:\n  # why\n  d: e\n"],
  ["the last key without a line break", "a:\n  b: c\n  d: e", remove(at("a.d")), "a:\n  b: c"],
  ["the only key of a block", "a:\n  b: c\nd: e\n", remove(at("a.b")), "a:\nd: e\n"],
  ["a key with a nested block", "a:\n  b:\n    c: d # x\n  e: f\n", remove(at("a.b")), "a:\n  # x\n  e: f\n"],
  ["the first key in braces", "a: { b: c, d: e }\n", remove(at("a.b")), "a: { d: e }\n"],
  ["the last key in braces", "a: { b: c, d: e } # k\n", remove(at("a.d")), "a: { b: c } # k\n"],
  ["the only key in braces", "a: { b: c }\n", remove(at("a.b")), "a: {}\n"],
  ["an item of a flow list", "a: [b, c, d]\n", remove(at("a[1]")), "a: [b, d]\n"],
  ["the only item of a flow list", "a: [b]\n", remove(at("a[0]")), "a: []\n"],
  ["an item of a block list", "a:\n  - b\n  - c # k\n  - d\n", remove(at("a[1]")), "a:\n  - b\n  # k\n  - d\n"],
  ["the only item of a block list", "a:\n  - b\nc: d\n", remove(at("a[0]")), "a: []\nc: d\n"],
  ["a group of a list", "a:\n  - b: c\n    d: e\n  - f: g\n", remove(at("a[0]")), "a:\n  - f: g\n"],
  ["the first key behind a dash", "a:\n  - b: c\n    d: e\n", remove(at("a[0].b")), "a:\n  - d: e\n"],
  ["the one value of a list", "a: { b: c }\n", remove(at("a.b[0]")), "a: { b: [] }\n"],
  // rename
  ["a key", "a:\n  b: c # k\n", rename(at("a.b"), "x"), "a:\n  x: c # k\n"],
  ["a quoted key in braces", 'a: { "b": c }\n', rename(at("a.b"), "x"), "a: { x: c }\n"],
];

describe("edits change only what they must", () => {
  for (const [name, before, change, after] of cases) {
    it(`${change.do} ${name}`, () => assert.equal(edited(before, change), after));
  }

  it("make several changes at once", () => {
    const before = "posts:\n  a: { b: c } # one\n";
    const after = edited(before, set(at("posts.x"), "vacant"), set(at("posts.y"), "none"), remove(at("posts.a.b")));
    assert.equal(after, "posts:\n  a: {} # one\n  x: vacant\n  y: none\n");
  });

  it("give the changed fact and no other, and keep every comment", () => {
    const key = fc.constantFrom("ceo", "cio", "ciso", "it-manager");
    const value = fc.constantFrom("Bo Li", "vacant", "x: y", "'q'", "42", "none", "Ünal Ço", "a#b", "[x]");
    const style = fc.constantFrom("block", "flow", "word");
    const entry = fc.record({ key, style, comment: fc.boolean(), eol: fc.constantFrom("\n", "\r\n") });
    const file = fc.uniqueArray(entry, { selector: (one) => one.key, minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(file, key, value, fc.boolean(), (entries, target, text, hasBreak) => {
        const eol = entries[0]!.eol;
        const lines = entries.map((one) => {
          const note = one.comment ? ` # about ${one.key}` : "";
          if (one.style === "word") return `  ${one.key}: none${note}`;
          if (one.style === "flow") return `  ${one.key}: { heldBy: Al Bo, reportsTo: board }${note}`;
          return `  ${one.key}:${note}${eol}    heldBy: Al Bo${note}${eol}    reportsTo: board`;
        });
        const content = `itorg: 1${eol}organization: { name: X }${eol}posts:${eol}${lines.join(eol)}${hasBreak ? eol : ""}`;
        const result = edited(content, setQuoted(["posts", target, "heldBy"], text));
        const read = readDocument(new Text(result));
        assert.equal(read.problems.filter((problem) => problem.kind === "syntax").length, 0, result);
        const holders = read.org.data.posts.get(target)?.heldBy;
        assert.deepEqual(holders, { is: "known", value: [{ to: "person", name: text }] }, result);
        for (const one of entries) {
          if (one.key === target) continue;
          const same = readDocument(new Text(content)).org.data.posts.get(one.key);
          assert.deepEqual(read.org.data.posts.get(one.key), same, result);
        }
        assert.deepEqual(result.match(/# about .*/g)?.sort(), content.match(/# about .*/g)?.sort(), result);
        assert.equal(result.includes("\n") && !result.includes("\r"), eol === "\n", "line breaks stay");
      }),
    );
  });
});
