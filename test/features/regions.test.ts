import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { type Span, Text } from "../../server/base/text.ts";
import { definition } from "../../server/features/definition.ts";
import { folds } from "../../server/features/folding.ts";
import { reportsOf, stationsAt, superiorsOf } from "../../server/features/hierarchy.ts";
import { links } from "../../server/features/links.ts";
import { references } from "../../server/features/references.ts";
import { prepareRename, rename } from "../../server/features/rename.ts";
import { selectionSpans } from "../../server/features/selection.ts";
import { type Outline, symbols } from "../../server/features/symbols.ts";
import { workspaceSymbols } from "../../server/features/workspace-symbols.ts";
import { today } from "../kit/check-fixture.ts";
import { readCursor } from "../kit/cursor.ts";
import { fc, runs } from "../kit/sample.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";
const snapshot = (content: string) => snapshotOf(new Text(content), today);

describe("folding", () => {
  /** Lines on which something folds up, with the last line that goes away. */
  const folded = (content: string) => {
    const { text } = snapshot(content);
    return folds(snapshot(content)).map(({ first, last, kind }) => `${kind}: ${text.line(first)} … ${text.line(last)}`);
  };

  it("takes sections, entries, lists and runs of comments, without what stands behind them", () => {
    assert.deepEqual(
      folded(`# Interviewed
# in November
itorg: 1
organization:
  name: Example

# The posts
posts:
  ceo: { heldBy: Ann Ode }
  cio:
    heldBy: Bo Li
    objectives:
      - cost
      - delivery
    # to ask
    # again
  ciso: { heldBy: Eve Roy,
    reportsTo: cio }
  dpo:
    notes: |
      # no comment
      # at all

accepted:
  - rule: ciso-in-it-line
    at: posts.ciso
  - rule: no-deputy
# The end`),
      [
        "comment: # Interviewed … # in November",
        "entry: organization: …   name: Example",
        "entry: posts: …       # at all",
        "entry:   cio: …       - delivery",
        "entry:     objectives: …       - delivery",
        "comment:     # to ask …     # again",
        "entry:   ciso: { heldBy: Eve Roy, …     reportsTo: cio }",
        "entry:   dpo: …       # at all",
        "entry:     notes: | …       # at all",
        "entry: accepted: …   - rule: no-deputy",
        "entry:   - rule: ciso-in-it-line …     at: posts.ciso",
      ],
    );
  });

  it("reads lines that end in CRLF alike, and what can be read of a broken file", () => {
    const content = "# a\n# b\nposts:\n  cio:\n    heldBy: Bo Li\n";
    const lines = (text: string) => folds(snapshot(text)).map(({ first, last }) => [first, last]);
    assert.deepEqual(lines(content.replaceAll("\n", "\r\n")), lines(content));
    assert.deepEqual(lines(`${content}teams: [`), lines(content));
    assert.deepEqual(lines(""), []);
  });
});

describe("selection", () => {
  const grown = (source: string) => {
    const { content, text, start } = readCursor(head + source);
    return selectionSpans(snapshotOf(text, today), start).map((span) => content.slice(span.start, span.end));
  };
  const file = (source: string) => (head + source).replace("<|>", "");

  it("grows from a name to its text, field, entry, section and file", () => {
    const source =
      'posts:\n  vcio: { heldBy: ["provider:no<|>rth"], level: tactical } # new\nproviders: { north: {} }\n';
    assert.deepEqual(grown(source), [
      "north",
      "provider:north",
      '"provider:north"',
      '["provider:north"]',
      'heldBy: ["provider:north"]',
      ' heldBy: ["provider:north"], level: tactical ',
      '{ heldBy: ["provider:north"], level: tactical }',
      'vcio: { heldBy: ["provider:north"], level: tactical }',
      'posts:\n  vcio: { heldBy: ["provider:north"], level: tactical }',
      file(source).trimEnd(),
      file(source),
    ]);
  });

  it("begins with a key, and with the file where there is nothing else", () => {
    const source = "posts:\n  cio:\n    held<|>By: Bo Li\n    # to ask\n\n  dpo: vacant\n";
    assert.deepEqual(grown(source).slice(0, 4), [
      "heldBy",
      "heldBy: Bo Li",
      "cio:\n    heldBy: Bo Li",
      "cio:\n    heldBy: Bo Li\n    # to ask\n\n  dpo: vacant",
    ]);
    assert.deepEqual(grown("# com<|>ment"), [file("# comment")]);
  });
});

describe("links", () => {
  it("lead to the pages of the rules of accepted risks and of laws and standards, where there are pages", () => {
    const content = `${head}regimes: { gdpr: applies, own-law: applies }
accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: 'see rule no-deputy', approvedBy: ceo }
  - { rule: nonsense, at: posts.ciso, reason: small, approvedBy: ceo }
`;
    const found = (page: (id: string) => string | undefined) =>
      links(snapshot(content), page).map(({ span, address, about }) => [
        content.slice(span.start, span.end),
        address,
        about,
      ]);
    assert.deepEqual(
      found((id) => `command:${id}`),
      [
        ["gdpr", "command:gdpr", "law or standard"],
        ["ciso-in-it-line", "command:ciso-in-it-line", "rule"],
      ],
    );
    assert.deepEqual(
      found((id) => (id === "gdpr" ? undefined : id)),
      [["ciso-in-it-line", "ciso-in-it-line", "rule"]],
    );
  });
});

describe("whatever is written in a file", () => {
  const sample = readFileSync("samples/halden.itorg.yaml", "utf8");
  const snippet = fc.constantFrom(
    "",
    "{",
    "}",
    "[",
    "]",
    ":",
    "\n",
    "  ",
    "'",
    '"',
    "|",
    "&a ",
    "*a",
    "<<: *a",
    "#",
    "- ",
    "? ",
    "😀",
    "\r\n",
  );
  const spansOf = (found: readonly Outline[]): Span[] =>
    found.flatMap((one) => [one.span, one.nameSpan, ...spansOf(one.children)]);

  it("finds its way about, and stays in the text", () => {
    const changes = fc.array(fc.tuple(fc.nat(sample.length), fc.nat(40), snippet), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, fc.nat(sample.length), (edits, offset) => {
        const content = edits.reduce(
          (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length),
          sample,
        );
        const here = snapshot(content);
        const around = selectionSpans(here, offset);
        const prepared = prepareRename(here, offset);
        const stations = stationsAt(here, offset);
        const spans = [
          ...definition(here, offset).flatMap(({ from, to, name }) => [from, to, name]),
          ...(references(here, offset) ?? []).map(({ span }) => span),
          ...spansOf(symbols(here)),
          ...workspaceSymbols([here], "").map(({ span }) => span),
          ...links(here, (id) => id).map(({ span }) => span),
          ...stations.map(({ span }) => span),
          ...stations
            .flatMap(({ target }) => [...reportsOf(here, target), ...superiorsOf(here, target)])
            .flatMap((link) => link.references),
          ...(prepared && "span" in prepared ? [prepared.span] : []),
          ...around,
        ];
        for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= content.length);
        for (const [i, inner] of around.entries()) {
          const outer = around[i + 1];
          if (outer)
            assert.ok(
              outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start,
            );
        }
        for (const { first, last } of folds(here)) assert.ok(0 <= first && first < last && last < here.text.lineCount);
        const renamed = rename(here, offset, "zoe-quill");
        assert.ok(!renamed || "refused" in renamed || renamed.edits.length > 0);
      }),
      { numRuns: runs({ short: 10, long: 60 }) },
    );
  });
});
