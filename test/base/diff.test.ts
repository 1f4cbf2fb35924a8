import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changedLines, editsBetween, unifiedDiff } from "../../server/base/diff.ts";
import { applyEdits } from "../../server/base/text.ts";
import { fc, runs } from "../kit/sample.ts";

const texts = fc.array(fc.constantFrom("a\n", "b\n", "c\r\n", "\n", "ab\n", "😀\n", "😁\n", "x"), { maxLength: 12 });
const joined = texts.map((lines) => lines.join(""));

/** What `patch` makes of a text and a diff of it. */
function patched(before: string, diff: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let next = 0;
  for (const line of diff.replaceAll("\n\\ No newline at end of file\n", "\u0000").match(/[^\n\0]*(?:\n|\0)/g) ?? []) {
    const text = line.slice(1).replace(/\0$/, "");
    const head = /^@@ -(\d+),(\d+) \+\d+,\d+ @@/.exec(line);
    if (/^(?:---|\+\+\+) [ab]\//.test(line)) continue;
    if (head) {
      const start = Number(head[2]) === 0 ? Number(head[1]) : Number(head[1]) - 1;
      result.push(...old.slice(next, start));
      next = start;
    } else if (line.startsWith("+")) result.push(text);
    else {
      assert.equal(old[next++], text, diff);
      if (line.startsWith(" ")) result.push(text);
    }
  }
  return [...result, ...old.slice(next)].join("");
}

describe("the difference of two texts", () => {
  it("turns the one into the other, by edits and as a diff", () => {
    fc.assert(
      fc.property(joined, joined, (before, after) => {
        const edits = editsBetween(before, after);
        assert.equal(applyEdits(before, edits), after);
        assert.ok(edits.every(({ span }, i) => i === 0 || edits[i - 1]!.span.end <= span.start));
        assert.equal(patched(before, unifiedDiff("f", before, after)), after);
      }),
      { numRuns: runs({ short: 83, long: 500 }) },
    );
  });

  it("is empty where nothing differs", () => {
    assert.deepEqual(changedLines("a\nb\n", "a\nb\n"), []);
    assert.equal(unifiedDiff("f", "a\n", "a\n"), "");
  });

  it("changes one word and leaves the lines around it", () => {
    assert.deepEqual(editsBetween("a\nb: cat # k\nd\n", "a\nb: cart # k\nd\n"), [
      { span: { start: 7, end: 7 }, newText: "r" },
    ]);
    assert.deepEqual(editsBetween("a: 😀\n", "a: 😁\n"), [{ span: { start: 3, end: 5 }, newText: "😁" }]);
  });

  it("reads as other tools write it", () => {
    assert.equal(
      unifiedDiff(
        "x.itorg.yaml",
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12",
        "1\n2\n3\n4\nV\n6\n7\n8\n9\n10\n11\n12\n13\n",
      ),
      `--- a/x.itorg.yaml
+++ b/x.itorg.yaml
@@ -2,11 +2,12 @@
 2
 3
 4
-5
+V
 6
 7
 8
 9
 10
 11
-12
\\ No newline at end of file
+12
+13
`,
    );
    assert.equal(unifiedDiff("f", "", "a\n"), "--- a/f\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n");
  });

  it("is found quickly in long texts", () => {
    const line = (i: number) => `${i}\n`;
    const before = Array.from({ length: 20_000 }, (_, i) => line(i));
    const after = before.with(0, "first\n").with(19_999, "last\n");
    assert.equal(changedLines(before.join(""), after.join("")).length, 2);
    const other = Array.from({ length: 5000 }, (_, i) => line(-i)).join("");
    assert.equal(applyEdits(before.join(""), editsBetween(before.join(""), other)), other);
    assert.equal(patched(before.join(""), unifiedDiff("f", before.join(""), other)), other);
    assert.equal(patched("x", unifiedDiff("f", "x", other)), other);
  });
});
