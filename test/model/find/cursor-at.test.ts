import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Cursor, cursorAt } from "../../../server/model/find/cursor.ts";
import { surroundings } from "../../../server/model/find/surroundings.ts";
import { placeToString } from "../../../server/model/words/place.ts";
import { readCursor } from "../../kit/cursor.ts";
import { readDocument } from "../../kit/standard.ts";

const at = (source: string): Cursor | undefined => {
  const { text, start } = readCursor(source);
  return cursorAt(readDocument(text), start);
};

/** In short: "key of posts.cio", "value of posts.cio.level", with the word and what a choice replaces. */
function shortly(source: string): string | undefined {
  const { content } = readCursor(source);
  const cursor = at(source);
  if (!cursor) return undefined;
  const { place, part, word, span, quote, inFlow, ownLine, column, lead, trail, hasColon, adopts, taken } = cursor;
  const notes = [
    inFlow ? "in brackets" : `column ${column}`,
    ownLine && "own line",
    hasColon && "has a colon",
    adopts && "adopts",
    quote && `in ${quote}`,
    lead && `after ${JSON.stringify(lead)}`,
    trail && `before ${JSON.stringify(trail)}`,
    taken.size > 0 && `beside ${[...taken].join(" ")}`,
  ].filter((note) => note);
  return `${part} of ${placeToString(place) || "the file"}: ${word}|${content.slice(span.start + word.length, span.end)} (${notes.join(", ")})`;
}

describe("where the cursor is", () => {
  for (const [source, wanted] of [
    ["<|>", "value of the file: | (column 0, own line)"],
    ["itorg: 1\npo<|>", "key of the file: po| (column 0, beside itorg)"],
    ["posts:<|>", 'value of posts: | (column 7, after " ")'],
    ["posts:\n  <|>", "value of posts: | (column 2, own line)"],
    ["posts:\n  ceo: none\n  ci<|>\n", "key of posts: ci| (column 2, beside ceo)"],
    ["posts:\n  ceo: none\n  c<|>fo: none\n", "key of posts: c|fo (column 2, has a colon, beside ceo)"],
    ["posts:\n  c<|>fo: none\n  ceo: none\n", "key of posts: c|fo (column 2, has a colon, beside ceo)"],
    ["posts:\n  ceo:\n    heldBy: Ann <|>Ode # she", "value of posts.ceo.heldBy: Ann |Ode (column 12)"],
    ["posts:\n  ceo: {<|>}", 'key of posts.ceo: | (in brackets, after " ", before " ")'],
    ["posts:\n  ceo: { le<|>", "key of posts.ceo: le| (in brackets)"],
    ["posts:\n  ceo: { level: [a, <|> b] }", 'value of posts.ceo.level[1]: | (in brackets, before ", ", beside a b)'],
    ["posts:\n  ceo: { heldBy: [A] <|> }", 'key of posts.ceo: | (in brackets, after ", ", beside heldBy)'],
    ["posts:\n  ceo: { heldBy: 'An<|>n' }", "value of posts.ceo.heldBy: An|n (in brackets, in ')"],
    [
      'posts:\n  ceo: { heldBy: "An<|>\n  cfo: none\n',
      'value of posts.ceo.heldBy: An| (in brackets, in ", before "\\"")',
    ],
    ["accepted:\n  - <|>", "value of accepted[0]: | (column 4)"],
    ["accepted:\n  -<|>", 'value of accepted[0]: | (column 4, after " ")'],
    ["accepted:\n  - rule: a\n  <|>", 'value of accepted[1]: | (column 4, after "- ")'],
    ["accepted:\n  - rule: a\n    a<|>", "key of accepted[0]: a| (column 4, beside rule)"],
    ["a:\n  b: 1\n<|>\n  c: 2\n", 'key of a: | (column 2, after "  ", beside b c)'],
    ["<|>\n  ceo: none\n", "key of the file: | (column 0, adopts, beside ceo)"],
    ["x:\n  y: provider:<|>", "value of x.y: provider:| (column 5)"],
    ["x:\n  y: 'left open\n  z: <|>", "value of x.z: | (column 5)"],
    ["x:\n  y: { left: open\n  z: { a: <|>", "value of x.z.a: | (in brackets)"],
    ["x:\n  half\n  ano<|>", "value of x: ano| (column 2, own line)"],
    ["# only a com<|>ment", undefined],
    ["x: |\n  a text <|>", undefined],
    ["x: > \n  a text\n  <|>", undefined],
    ["x: { y: 1 } <|>", undefined],
    ["x: *al<|>", undefined],
    ["x:\n  y: 1\n   <|>", undefined],
    ["x:\n  y: <|>\n    z: 1\n", undefined],
    ["x:\n<|>  y: 1\n", undefined],
  ] as const)
    it(JSON.stringify(source), () => assert.equal(shortly(source), wanted));

  it("reads the file without the half of a word, and what an open bracket would swallow", () => {
    const { document } = at("posts:\n  ceo: { heldBy: An<|>\n  cfo: { heldBy: Bo Li }\n") ?? assert.fail();
    assert.deepEqual([...document.org.data.posts.keys()], ["ceo", "cfo"]);
    assert.deepEqual(
      document.org.data.mentions.map(({ name }) => name),
      ["Bo Li"],
    );
  });

  it("looks only at the section and the entry that it is in, and counts the items of a list", () => {
    assert.equal(surroundings("itorg: 1\nposts:\n  ceo: {\n  cfo:\n    level: "), "posts:\n  cfo:\n    level: ");
    assert.equal(surroundings("a: 1\naccepted:\n  - x: 1\n  - y: "), "accepted:\n  - x: 1\n  - y: ");
    assert.equal(surroundings("posts: {\n  ceo: { a: b },\n  cfo: "), "posts: {\n  ceo: { a: b },\n  cfo: ");
    assert.equal(surroundings("posts:\n  # a\n  ceo:\n  # b\n  "), "posts:\n  ceo:\n  # b\n  ");
    for (const text of ["  a", "", "\n", "\n\n  a", "\na", "-\n"])
      assert.equal(surroundings(text), text === "\na" ? "a" : text);
  });
});
