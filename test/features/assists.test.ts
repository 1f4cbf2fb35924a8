import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../../server/analysis/check.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { actions, assists } from "../../server/features/actions.ts";
import { check, today } from "../kit/check-fixture.ts";
import { commentsOf, corpus } from "../kit/corpus.ts";
import { readCursor } from "../kit/cursor.ts";
import { inFull } from "../kit/in-full.ts";
import { runs, sampled } from "../kit/sample.ts";
import { configSnapshotOf, snapshotOf } from "../kit/standard.ts";

const isAssist = ({ kind }: { kind: string }) => kind === "rewrite" || kind === "extract";

/** What is offered at the cursor, by title, with the text that it makes. */
function offeredAt(source: string): Map<string, string> {
  const { content, text, start, end } = readCursor(source.trimStart());
  const all = actions(snapshotOf(text, today), { start, end }).filter(isAssist);
  return new Map(all.map((action) => [action.title, applyEdits(content, action.edits())]));
}

describe("refactorings", () => {
  for (const { before, title, after } of assists.flatMap(({ examples }) => examples)) {
    it(title, () => {
      const offered = offeredAt(before);
      assert.equal(offered.get(title), after.trimStart(), [...offered.keys()].join("; ") || "nothing is offered");
    });

    it(`${title} (Windows line ends)`, () => {
      const offered = offeredAt(before.trimStart().replaceAll("\n", "\r\n"));
      assert.equal(offered.get(title), after.trimStart().replaceAll("\n", "\r\n"));
    });
  }

  it("add no error and keep every comment, at each key of the samples, the examples and the tests' files", () => {
    let tried = 0;
    const entries = corpus().flatMap(({ name, content }) => {
      const snapshot = snapshotOf(new Text(content), today);
      const { posts, providers, committees, activities } = snapshot.analysis.document.org.data;
      const all = [posts, providers, committees, activities].flatMap((each) => [...each.values()]);
      return all.flatMap(({ at, written }) => (written ? [{ name, content, snapshot, at }] : []));
    });
    const countErrors = ({ findings }: Analysis) => findings.filter(({ severity }) => severity === "error").length;
    for (const { name, content, snapshot, at } of sampled(entries, 100, ({ at }) => String(at[0]))) {
      const { start } = snapshot.analysis.document.map.span(at, "key");
      for (const action of actions(snapshot, { start, end: start }).filter(isAssist)) {
        tried++;
        const result = applyEdits(content, action.edits());
        const where = `${action.title} in ${name}:\n${result}`;
        assert.notEqual(result, content, where);
        assert.deepEqual(commentsOf(result), commentsOf(content), where);
        assert.ok(countErrors(check(result)) <= countErrors(snapshot.analysis), where);
      }
    }
    assert.ok(tried > runs({ short: 8, long: 1500 }), String(tried));
  });

  it("are not offered in a configuration, nor where something cannot be read", () => {
    const config = new Text("rules: { key-person: off }\nposts: { cio: { title: CIO } }\n");
    for (let start = 0; start < config.content.length; start++)
      assert.deepEqual(actions(configSnapshotOf(config), { start, end: start }).filter(isAssist), []);
    assert.deepEqual(offeredAt("posts:\n  c<|>io: { heldBy: Bo Li }\n  ciso: { heldBy: [\n"), new Map());
  });
});

describe("writing an entry in another style", () => {
  const other = (source: string) => {
    const found = [...offeredAt(source)].find(([title]) => title.startsWith("Write "));
    return found?.[1];
  };

  /** What each shows, before and after; both ways where the way back leads to the same text. */
  const cases: [string, string, string, "and back"?][] = [
    [
      "a note behind the brace",
      "posts:\n  <|>cio: { heldBy: A B } # n\n",
      "posts:\n  cio: # n\n    heldBy: A B\n",
      "and back",
    ],
    [
      "braces on a line of their own",
      "committees:\n  <|>board:\n    { chair: external, meets: quarterly }\n",
      "committees:\n  board:\n    chair: external\n    meets: quarterly\n",
    ],
    [
      "notes inside braces",
      "posts:\n  <|>cio: { # why\n    heldBy: A B, # who\n    # what\n    level: [strategic, # one\n      tactical], focus: [people] # last\n    } # end\n",
      "posts:\n  cio: # why\n    # end\n    heldBy: A B # who\n    # what\n    # one\n    level: [strategic, tactical]\n    focus: [people] # last\n",
    ],
    [
      "an anchor and an alias",
      "posts:\n  <|>cio: &c { heldBy: A B, level: &l [strategic] }\n  ciso: { heldBy: C D, level: *l }\n",
      "posts:\n  cio: &c\n    heldBy: A B\n    level: &l [strategic]\n  ciso: { heldBy: C D, level: *l }\n",
    ],
    [
      "a merge key",
      "posts:\n  cio: &c { heldBy: A B }\n  <|>ciso: { <<: *c, reportsTo: cio }\n",
      "posts:\n  cio: &c { heldBy: A B }\n  ciso:\n    <<: *c\n    reportsTo: cio\n",
    ],
    [
      "commas and blocks of text",
      "posts:\n  <|>cio:\n    heldBy: A B\n    notes: runs it, mostly\n    title: >-\n      head of\n      all\n",
      'posts:\n  cio: { heldBy: A B, notes: "runs it, mostly", title: "head of all" }\n',
    ],
    [
      "a slot without a value",
      "posts:\n  <|>cio:\n    heldBy:\n    x-own:\n    reportsTo: ceo # n\n",
      "posts:\n  cio: { heldBy: not-asked, x-own: null, reportsTo: ceo } # n\n",
    ],
    [
      "several notes",
      "posts:\n  <|>cio: # a\n    heldBy: A B # b\n    # c\n    reportsTo: ceo # d\n  # e\n  ceo: vacant\n",
      "posts:\n  # b\n  # c\n  # d\n  cio: { heldBy: A B, reportsTo: ceo } # a\n  # e\n  ceo: vacant\n",
    ],
    [
      "groups and lists inside",
      'posts:\n  <|>ciso:\n    heldBy:\n      - A B\n      - "C, D"\n    boardReport:\n      form: oral\n      to: board\n',
      'posts:\n  ciso: { heldBy: [A B, "C, D"], boardReport: { form: oral, to: board } }\n',
    ],
    ["the end of a file", "posts:\n  <|>cio: { heldBy: A B }", "posts:\n  cio:\n    heldBy: A B"],
  ];
  for (const [name, before, after, back] of cases) {
    it(name, () => {
      assert.equal(other(before), after);
      if (back) assert.equal(other(after.replace("  cio", "  <|>cio")), before.replace("<|>", ""));
    });
  }

  it("is not offered inside braces, for words, aliases and empty groups, or beside the key", () => {
    for (const source of [
      "posts: { <|>cio: { heldBy: A B } }\n",
      "posts:\n  <|>cio: vacant\n",
      "posts:\n  cio: &c { heldBy: A B }\n  <|>ciso: *c\n",
      "posts:\n  <|>cio: {}\n",
      "posts:\n  cio: { heldBy: <|>A B }\n",
      "posts:\n  <|>cio:\n    heldBy: &a A B\n",
    ])
      assert.equal(other(source), undefined, source);
    assert.notEqual(other("posts:\n<|>  cio: { heldBy: A B }<|>\n"), undefined, "the whole entry is selected");
  });
});

describe("asking for more", () => {
  const titles = (source: string) => [...offeredAt(source).keys()].filter((title) => title.startsWith("Add the posts"));

  it("does not ask whom somebody has asked about", () => {
    assert.deepEqual(titles("<|>posts:\n  ceo: unknown\ncoverage: { posts: complete }\n"), []);
    assert.deepEqual(titles("<|>posts:\n  ceo: unknown\ncoverage: { itPosts: complete }\n"), [
      "Add the posts to ask about: CFO",
    ]);
    assert.deepEqual(titles("<|>posts: none\n"), []);
    assert.equal(titles("<|>posts: not-asked\n").length, 1);
    assert.deepEqual(titles("posts:\n  <|>ceo: unknown\n"), []);
  });

  it("changes no finding", () => {
    for (const { name, content } of sampled(corpus(), 60)) {
      const snapshot = snapshotOf(new Text(content), today);
      const { start } = snapshot.analysis.document.map.span(["posts"], "key");
      const add = actions(snapshot, { start, end: start }).find(({ title }) => title.startsWith("Add the posts"));
      if (!add) continue;
      const says = (text: string) =>
        check(text)
          .findings.flatMap(({ rule, says }) => (rule === "open-question" ? [] : `${rule}: ${inFull(says)}`))
          .sort();
      assert.deepEqual(says(applyEdits(content, add.edits())), says(content), name);
    }
  });
});

describe("one post for a deputy", () => {
  it("is not offered for one place, for posts, and for whoever holds several", () => {
    const file = (deputy: string, more: string) =>
      `posts:\n  cio: { heldBy: A B, deputy: <|>${deputy} }\n  ciso: { heldBy: C D${more} }\n`;
    assert.deepEqual(offeredAt(file("E F", "")), new Map());
    assert.deepEqual(offeredAt(file("ciso", "")), new Map());
    assert.deepEqual(
      offeredAt(`${file("E F", ", deputy: E F")}  cfo: { heldBy: E F }\n  coo: { heldBy: E F }\n`),
      new Map(),
    );
    assert.equal(offeredAt(file("E F", ", deputy: e f")).size, 1);
  });
});
