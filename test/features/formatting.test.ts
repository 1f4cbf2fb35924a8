import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { parseAllDocuments } from "yaml";
import { applyEdits, Text } from "../../server/base/text.ts";
import { formatting } from "../../server/features/formatting.ts";
import { leavesOf } from "../../server/model/yaml/leaves.ts";
import { inFull } from "../kit/in-full.ts";
import { fc, runs } from "../kit/sample.ts";
import { snapshotOf } from "../kit/standard.ts";

const today = "2026-11-22";

function format(content: string, within?: { start: number; end: number }): string {
  const text = new Text(content);
  return applyEdits(content, formatting(snapshotOf(text, today), within));
}

/** Each case: what it shows, before, after. */
const cases: [string, string, string][] = [
  ["a comment left of all that is written", "    a:\n# d\n      b: 1\n", "a:\n  # d\n  b: 1\n"],
  ["a comment between a key and a list below it", "a:\n    # c\n- 1\n", "a:\n  # c\n  - 1\n"],
  [
    "blanks inside braces, none inside brackets",
    "a: {b: [ c,d ],e: {} , f: [ ]}\n",
    "a: { b: [c, d], e: {}, f: [] }\n",
  ],
  ["blanks around colons", 'a :   b\n"c":  { "d":e , f : g }\n', 'a: b\n"c": { "d": e, f: g }\n'],
  ["a key without a value", "a:   \nb: { c:, d: , e:}\n", "a:\nb: { c: , d: , e: }\n"],
  ["the colon behind an alias", "a: &x b\n*x : c\n", "a: &x b\n*x : c\n"],
  ["anchors and tags", "a:  &x   !!str  b\nc:   *x\n", "a: &x !!str b\nc: *x\n"],
  ["two blanks a level", "a:\n    b:\n          c: d\n    e: f\n", "a:\n  b:\n    c: d\n  e: f\n"],
  ["lists below their key", "a:\n- b\n-   c: d\n    e: f\n", "a:\n  - b\n  - c: d\n    e: f\n"],
  ["lists in lists", "a:\n    -   - b\n        - c\n    -\n        - d\n", "a:\n  - - b\n    - c\n  -\n    - d\n"],
  ["a file that is all indented", "  a: b\n  c:\n     d: e\n", "a: b\nc:\n  d: e\n"],
  [
    "comments that are indented like nothing around them",
    "a:\n      # b\n  b: c\n # d\n  d: e\n# f\n",
    "a:\n  # b\n  b: c\n  # d\n  d: e\n# f\n",
  ],
  ["blanks at the ends of lines", "a: b  \n   \nc: d\t\n", "a: b\n\nc: d\n"],
  ["a line break at the end", "a: b", "a: b\n"],
  ["no more than one", "a: b\n\n  \n", "a: b\n"],
  ["CRLF", "a:\r\n    b: {c: d}\r\n\r\n    e: f", "a:\r\n  b: { c: d }\r\n\r\n  e: f\r\n"],
  ["a byte-order mark", "\ufeffa:\n   b: c\n", "\ufeffa:\n  b: c\n"],
  ["empty lines", "a: b\n\n\n\nc: d\n", "a: b\n\n\n\nc: d\n"],
  [
    "comments of their own",
    "# top\na:\n    # of b\n    b: c\n      # further in\n    # of d\n    d: e\n# of f\nf: g\n  # end\n",
    "# top\na:\n  # of b\n  b: c\n    # further in\n  # of d\n  d: e\n# of f\nf: g\n  # end\n",
  ],
  ["comments of a list", "a:\n# one\n- b\n  # in b\n# two\n- c\n", "a:\n  # one\n  - b\n    # in b\n  # two\n  - c\n"],
  ["a comment behind something", "a: {b: c}   # why\nd:  e # and\n", "a: { b: c }   # why\nd: e # and\n"],
  [
    "comments in one column",
    "a:\n    b: {c: d}    # one\n    e: f         # two\n    g: h # three\n",
    "a:\n  b: { c: d }    # one\n  e: f           # two\n  g: h # three\n",
  ],
  [
    "brackets over several lines",
    "a:\n    b: [\n     c,\n          {d: e,\n      f: g}\n     ]\n    h: { i: j,\n         k: l # why\n         # more\n      }\n",
    "a:\n  b: [\n    c,\n    { d: e,\n      f: g }\n  ]\n  h: { i: j,\n    k: l # why\n    # more\n  }\n",
  ],
  ["brackets below their key", "a:\n      { b: c,\n    d: e\n    }\n", "a:\n  { b: c,\n    d: e\n  }\n"],
  [
    "brackets in a list",
    "a:\n- [\n   b\n  ]\n- c: [\n    d\n  ]\n",
    "a:\n  - [\n      b\n    ]\n  - c: [\n      d\n    ]\n",
  ],
  [
    "texts over several lines",
    "a:\n    b: one\n     two   \n\n     three\n    c: 'one\n     two'\n    d: \"one \\\n     two\n\n\n     \\ three\"\n",
    "a:\n  b: one\n    two\n\n    three\n  c: 'one\n    two'\n  d: \"one \\\n    two\n\n\n    \\ three\"\n",
  ],
  [
    "texts behind | and >",
    "a:\n    b: |  # why\n         one\n           two  \n       \n         three\n    c: >-\n     four\n    d: e\n",
    "a:\n  b: |  # why\n    one\n      two  \n\n    three\n  c: >-\n    four\n  d: e\n",
  ],
  [
    "a text with its indentation given",
    "a:\n    b: |3\n         one\n        two\n",
    "a:\n  b: |3\n       one\n      two\n",
  ],
  ["a text that ends the file", "a:\n    - |+\n      one\n\n\n", "a:\n  - |+\n    one\n\n\n"],
  ["a text without a line break", "a: |\n   one", "a: |\n  one\n"],
  ["long keys", "? a\n: b\n?   - c\n:   - d\n    - e\n", "? a\n: b\n? - c\n: - d\n  - e\n"],
  ["the beginning of a document", "---   # first\na:   b\n", "---   # first\na: b\n"],
];

/** What a text says: its values and its comments, in their order. */
function meaning(content: string): unknown {
  const documents = parseAllDocuments(content.replace("\ufeff", ""), { uniqueKeys: false, merge: true });
  assert.ok(Array.isArray(documents));
  return [
    documents.map((one) => one.toJS({ maxAliasCount: -1, mapAsMap: true })),
    leavesOf(content)
      .filter(({ kind }) => kind === "comment")
      .map(({ source }) => source.trimEnd()),
  ];
}

/** The findings of a text, by what they say and about what. */
const findingsIn = (content: string): unknown => {
  const { findings, questions } = snapshotOf(new Text(content), today).analysis;
  return [findings.map(({ rule, severity, at, message }) => [rule, severity, at, inFull(message)]), questions];
};

/** What holds for any text that can be formatted. */
function checkFormatted(content: string): void {
  const once = format(content);
  if (once === content) return;
  assert.deepEqual(meaning(once), meaning(content), once);
  assert.equal(format(once), once, content);
  const breaks = (text: string) => text.trimEnd().match(/\r?\n/g)?.join("") ?? "";
  assert.equal(breaks(once), breaks(content));
  // Behind `|` and `>`, blanks at the end of a line are text.
  if (!/[|>]/.test(content)) assert.doesNotMatch(once, /[ \t]\r?$/m);
}

/** Blanks where YAML does not mind them: a text that says the same, laid out otherwise. */
function loosened(content: string, random: () => number): string {
  const blanks = () => " ".repeat(random() % 4);
  const factor = 1 + (random() % 4);
  const isCrLf = random() % 2 === 0;
  const shift = "  ".repeat(random() % 2);
  const lines = content.split("\n").map((line) => {
    const [, indent = "", rest = ""] = /^( *)(.*)$/.exec(line) ?? [];
    if (rest === "") return blanks();
    if (rest.startsWith("#")) return `${shift}${indent.repeat(factor)}${blanks()}${rest}`;
    const [, code = "", comment = ""] = /^(.*?)(\s+#.*)?$/.exec(rest) ?? [];
    // What belongs to an item goes with what is behind its dash.
    const dashed = code.replace(/^- /, `-${" ".repeat(2 * factor - 1)}`);
    const isAsIs = /["']/.test(code) || !/[[{]/.test(code);
    const spaced = isAsIs
      ? dashed
      : dashed
          .replace(/: (?=\S)/g, () => `:${blanks()} `)
          .replace(/\{ | \}/g, (brace) => (random() % 2 ? brace : brace.trim()))
          .replace(/, ?/g, () => `${blanks()},${blanks()}`)
          .replace(
            /\[(?=[^\]])|(?<=[^[])\]/g,
            (bracket) => `${bracket === "[" ? "[" : ""}${blanks()}${bracket === "]" ? "]" : ""}`,
          );
    return `${shift}${indent.repeat(factor)}${spaced}${blanks()}${comment}${blanks()}`;
  });
  return lines.join(isCrLf ? "\r\n" : "\n");
}

const samples = readdirSync("samples")
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join("samples", name), "utf8"));

describe("formatting", () => {
  for (const [what, before, after] of cases) it(`lays out ${what}`, () => assert.equal(format(before), after));

  it("leaves a broken file alone", () => {
    for (const broken of [
      "a: {b: c\nd:   e\n",
      "a:   b\na:   c\n",
      "a:  'b\n",
      "---\na:  b\n---\nc:  d\n",
      "a:\n\tb:  c\n",
      "- a\n-  b\n",
    ])
      assert.equal(format(broken), broken);
  });

  const range = (content: string, from: string, to: string) => ({
    start: content.indexOf(from),
    end: content.indexOf(to) + to.length,
  });

  it("lays out only the lines that are selected", () => {
    const content = "a: {b: c}\nd:\n    e: {f: g}  \n    h: {i: j}\nk: {l: m}\n";
    assert.equal(format(content, range(content, "b: c", "b: c")), content.replace("{b: c}", "{ b: c }"));
    assert.equal(
      format(content, range(content, "d:", "i: j")),
      "a: {b: c}\nd:\n  e: { f: g }\n  h: { i: j }\nk: {l: m}\n",
    );
    // A selection of a whole line ends where the next one begins.
    assert.equal(format(content, { start: 0, end: 10 }), content.replace("{b: c}", "{ b: c }"));
  });

  it("leaves the indentation of the selected lines where it would say something else without the others", () => {
    const content = "d:\n    e: {f: g}\n    h: {i: j}\n";
    assert.equal(format(content, range(content, "e:", "g}")), "d:\n    e: { f: g }\n    h: {i: j}\n");
    const list = "d:\n    -   e:  f\n        g: h\n";
    assert.equal(format(list, range(list, "-", "f")), "d:\n    -   e: f\n        g: h\n");
  });

  it("keeps values, comments and findings of every sample, and is done the first time", () => {
    for (const sample of samples) {
      checkFormatted(sample);
      assert.deepEqual(findingsIn(format(sample)), findingsIn(sample));
      checkFormatted(sample.replaceAll("\n", "\r\n"));
    }
  });

  it("changes nothing in the samples, which are laid out well", () => {
    for (const sample of samples) assert.equal(format(sample), sample);
  });

  it("brings the samples back, however they are laid out", () => {
    fc.assert(
      fc.property(fc.nat({ max: samples.length - 1 }), fc.nat(), (index, seed) => {
        const sample = samples[index]!;
        let state = seed;
        const loose = loosened(sample, () => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return state >>> 16;
        });
        assert.deepEqual(meaning(loose), meaning(sample), "the test itself changes nothing");
        checkFormatted(loose);
        assert.notEqual(format(loose), loose);
      }),
      { numRuns: runs({ short: 5, long: 15 }), includeErrorInReport: true },
    );
  });

  it("holds for any text", () => {
    const piece = fc.constantFrom(
      "a",
      "b c",
      ": ",
      ":",
      "- ",
      "-",
      "{",
      "}",
      "[",
      "]",
      ", ",
      ",",
      "\n",
      "\n  ",
      "\n    ",
      "\n   ",
      "  ",
      " # c",
      "\n# d\n",
      "'q'",
      '"r"',
      "&x ",
      "*x",
      "!t ",
      "? ",
      "|\n",
      ">-\n",
      "|2\n",
      "\r\n",
      "\t",
      "---\n",
      "1",
      "none",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const content = pieces.join("");
        checkFormatted(content);
      }),
      { numRuns: runs({ short: 250, long: 1500 }), includeErrorInReport: true },
    );
  });
});
