import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../server/base/text.ts";
import type { Change } from "../../../server/model/words/change.ts";
import { insert, remove, set } from "../../../server/model/words/change.ts";
import { textEdits } from "../../../server/model/write/edit.ts";
import { formatted } from "../../../server/model/write/formatted.ts";
import { isRestKept } from "../../../server/model/write/rest-kept.ts";
import { check } from "../../kit/check-fixture.ts";

const head = "itorg: 1\norganization: { name: Acme, headcount: 120 }\n";

function changed(body: string, ...changes: Change[]): string {
  const content = head + body;
  const { document } = check(content);
  return applyEdits(content, textEdits(document, changes)).slice(head.length);
}

/** What is removed, from what, and what is left. */
const removals: readonly (readonly [at: (string | number)[], before: string, after: string])[] = [
  // The entry before, or what goes, ends in a bracket of its own.
  [
    ["posts", "cio", "phone"],
    "posts:\n  cio: { heldBy: Cy Roe, focus: [people, process], phone: 123 }\n",
    "posts:\n  cio: { heldBy: Cy Roe, focus: [people, process] }\n",
  ],
  [
    ["posts", "cio", "tags"],
    "posts:\n  cio: { heldBy: Cy Roe, tags: [a, b] }\n",
    "posts:\n  cio: { heldBy: Cy Roe }\n",
  ],
  [
    ["providers", "msp", "phone"],
    "providers:\n  msp: { services: [helpdesk], phone: 123, overseenBy: ceo }\n",
    "providers:\n  msp: { services: [helpdesk], overseenBy: ceo }\n",
  ],
  [
    ["activities", "it-strategy", "due"],
    "activities:\n  it-strategy: { responsible: [ceo], due: 2026-01-01, accountable: ceo }\n",
    "activities:\n  it-strategy: { responsible: [ceo], accountable: ceo }\n",
  ],
  [["posts", "b", "foo"], "posts:\n  b: { heldBy: B, foo: { a: 1 } }\n", "posts:\n  b: { heldBy: B }\n"],
  [
    ["posts", "b", "foo"],
    "posts:\n  b: { boardReport: { form: oral }, foo: 1 }\n",
    "posts:\n  b: { boardReport: { form: oral } }\n",
  ],
  [["posts", "b", "foo"], "posts:\n  b: { foo: [1] }\n", "posts:\n  b: {}\n"],
  [["posts", "b", "level", 1], "posts:\n  b: { level: [[a], [b], c] }\n", "posts:\n  b: { level: [[a], c] }\n"],
  [["posts", "b", "foo"], "posts:\n  b: { foo: { a: [1] }, heldBy: B, }\n", "posts:\n  b: { heldBy: B, }\n"],
  // Comments between the commas stay where they are.
  [
    ["posts", "cfo", "phone"],
    "posts:\n  cfo: { heldBy: Bob Fox, # by phone\n    phone: 123, # from the card\n    reportsTo: ceo }\n",
    "posts:\n  cfo: { heldBy: Bob Fox, # by phone\n    # from the card\n    reportsTo: ceo }\n",
  ],
  [
    ["posts", "cfo", "phone"],
    "posts:\n  cfo: { heldBy: Bob Fox, # by phone\n    phone: { home: 1, # old\n      work: 2 }, reportsTo: ceo }\n",
    "posts:\n  cfo: { heldBy: Bob Fox, # by phone\n    # old\n    reportsTo: ceo }\n",
  ],
  [
    ["posts", "cfo", "phone"],
    "posts:\n  cfo: {\n    heldBy: Bob Fox,\n    # by phone\n    phone: 123,\n    reportsTo: ceo # sure\n  }\n",
    "posts:\n  cfo: {\n    heldBy: Bob Fox,\n    # by phone\n    reportsTo: ceo # sure\n  }\n",
  ],
  [
    ["posts", "cfo", "phone"],
    "posts:\n  cfo: {\n    heldBy: Bob Fox, # by phone\n    phone: 123 # card\n  }\n",
    "posts:\n  cfo: {\n    heldBy: Bob Fox # by phone\n    # card\n  }\n",
  ],
  [
    ["posts", "cfo", "level", 0],
    "posts:\n  cfo: { level: [strategic, # long\n    tactical] }\n",
    "posts:\n  cfo: { level: [ # long\n    tactical] }\n",
  ],
  // What something else repeats is not taken from it.
  [
    ["posts", "cfo", "phone"],
    "posts:\n  cfo:\n    phone: &a Some text\n    notes: *a\n",
    "posts:\n  cfo:\n    phone: &a Some text\n    notes: *a\n",
  ],
  [
    ["posts", "cfo", "phone"],
    "posts:\n  cfo: { phone: [&a x], notes: *a }\n",
    "posts:\n  cfo: { phone: [&a x], notes: *a }\n",
  ],
  [
    ["posts", "cfo"],
    "posts:\n  cfo: &c { heldBy: Bo Li }\n  coo: *c\n",
    "posts:\n  cfo: &c { heldBy: Bo Li }\n  coo: *c\n",
  ],
];

describe("a removal", () => {
  for (const [at, before, after] of removals)
    it(`takes ${at.join(".")} out of ${JSON.stringify(before)}`, () => {
      assert.equal(changed(before, remove(at)), after);
      assert.deepEqual(
        check(head + after).findings.filter(({ rule }) => rule === "yaml-syntax"),
        [],
      );
    });
});

describe("a new line", () => {
  const ciso =
    "posts:\n  ceo: { heldBy: Ann Poe }\n  ciso:\n    heldBy: Bo Li\n    # deputy: asked, he will think about it\n";

  it("goes behind the comments that end an entry, and before those at its own column", () => {
    assert.equal(changed(ciso, insert(["accepted"], "none")), `${ciso}accepted: none\n`);
    assert.equal(changed(ciso, set(["posts", "coo"], "none")), `${ciso}  coo: none\n`);
    assert.equal(changed(`${ciso}  # the rest\n`, set(["posts", "coo"], "none")), `${ciso}  coo: none\n  # the rest\n`);
    assert.equal(
      changed(ciso, set(["posts", "ciso", "reportsTo"], "ceo")),
      ciso.replace("Bo Li\n", "Bo Li\n    reportsTo: ceo\n"),
    );
    assert.equal(
      changed("interviews:\n  - with: Ann\n    # by phone\n", { do: "add", at: ["interviews"], value: { with: "Bo" } }),
      "interviews:\n  - with: Ann\n    # by phone\n  - with: Bo\n",
    );
  });

  it("in a file that ends without a line break", () =>
    assert.equal(changed(ciso.trimEnd(), set(["posts", "coo"], "none")), `${ciso}  coo: none`));
});

describe("formatting", () => {
  const laidOut = (body: string): string => {
    const { document } = check(head + body);
    return applyEdits(head + body, formatted(document)).slice(head.length);
  };

  for (const body of [
    "posts:\n  ceo:\n    # heldBy: Ann Poe\n    # reportsTo: board\n  cfo: { heldBy: Bob Fox }\n",
    "posts:\n  ceo: { heldBy: Ann Poe }\n    # said in May: leaves in June\n  cfo: none\n",
    "activities:\n  # it-strategy: { accountable: ceo }\nposts:\n  ceo: none\n",
    "posts:\n  ceo: none\n  cio:\n    # heldBy: Bo Li\n",
    "interviews:\n  - with: Ann\n    # by: Bo\n  - with: Cy\n",
  ])
    it(`leaves commented-out lines where they are: ${JSON.stringify(body)}`, () => assert.equal(laidOut(body), body));

  it("indents them with the entry that they belong to", () =>
    assert.equal(
      laidOut("posts:\n    ceo:\n        # heldBy: Ann Poe\n    cfo: none\n"),
      "posts:\n  ceo:\n    # heldBy: Ann Poe\n  cfo: none\n",
    ));
});

describe("damage", () => {
  it("is left alone by every change but its own repair", () => {
    const body = "posts:\n  ceo: { heldBy: Ann Poe }\n  cio heldBy: Bo Li, reportsTo: ceo }\n  cfo: none\n";
    const { document } = check(head + body);
    for (const change of [remove(["posts"]), set(["posts"], "none"), remove(["posts", "cio"])])
      assert.deepEqual(textEdits(document, [change]), []);
    assert.equal(changed(body, set(["posts", "cfo"], "vacant")), body.replace("cfo: none", "cfo: vacant"));
  });

  it("of another kind is no room either: a list or a text in the way stays", () => {
    const list = "providers:\n  - acme: { name: Acme, services: [helpdesk] }\n";
    assert.equal(changed(list, set(["providers", "beta"], { name: "not-asked" })), list);
    const text = "posts:\n  cio: Bo Li\n";
    assert.equal(changed(text, set(["posts", "cio", "reportsTo"], "ceo")), text);
    assert.equal(changed('posts: "none"\n', set(["posts", "cio"], "none")), 'posts: "none"\n');
    const word = "posts:\n  cio: not-asked\n";
    assert.equal(changed(word, set(["posts", "cio", "reportsTo"], "ceo")), "posts:\n  cio: { reportsTo: ceo }\n");
  });

  it("does not hide what stands below it", () => {
    const { document } = check(
      `${head}asOf 2026-11-20\nposts:\n  ceo: { heldBy: Ann Poe }}\n  cio: { heldBy: Bo Li\n  cfo: none\n`,
    );
    assert.deepEqual([...document.org.data.posts.keys()], ["ceo", "cio", "cfo"]);
    assert.equal(document.syntax.problems.length, 3);
  });
});

describe("the rest of a file", () => {
  const rest = (before: string, after: string, ...changes: Change[]) =>
    isRestKept(check(head + before).document, check(head + after).document, changes);

  it("is kept where only what was to be changed is other than before", () => {
    const posts = "posts:\n  ceo: { heldBy: Ann Poe, level: [strategic] }\n  cio: none\n";
    assert.equal(rest(posts, posts.replace("none", "vacant"), set(["posts", "cio"], "vacant")), true);
    assert.equal(rest(posts, posts.replace("  cio: none\n", ""), remove(["posts", "cio"])), true);
    assert.equal(rest(posts, "posts:\n  cio: none\n", remove(["posts", "cio"])), false);
    assert.equal(rest(posts, posts.replace(", level: [strategic]", ""), set(["posts", "cio"], "none")), false);
  });
});
