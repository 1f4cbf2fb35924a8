import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../../server/analysis/check.ts";
import type { Finding } from "../../server/analysis/finding.ts";
import { applyEdits } from "../../server/base/text.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check } from "../kit/check-fixture.ts";
import { commentsOf, corpus } from "../kit/corpus.ts";
import { inFull } from "../kit/in-full.ts";
import { sampled } from "../kit/sample.ts";

const checked = corpus().map((file) => ({ ...file, analysis: check(file.content) }));

const count = ({ findings }: Analysis, isMeant: (finding: Finding) => boolean) =>
  findings.filter((finding) => !finding.accepted && isMeant(finding)).length;

describe("the fixes in the samples, the rules' examples and the tests' files", () => {
  it("end their findings, add no error and keep every comment", () => {
    const all = checked.flatMap((file) =>
      file.analysis.findings.flatMap((finding) => finding.fixes.map((fix) => ({ ...file, finding, fix }))),
    );
    assert.ok(all.length > 250, String(all.length));
    for (const { name, content, analysis, finding, fix } of sampled(all, 5, (one) => one.finding.rule)) {
      const result = applyEdits(content, textEdits(analysis.document, fix.changes));
      const after = check(result);
      const where = `${finding.rule} in ${name}, after "${inFull(fix.title)}":\n${result}`;
      const isSame = (other: Finding) => other.rule === finding.rule && inFull(other.says) === inFull(finding.says);
      assert.ok(finding.accepted || count(after, isSame) < count(analysis, isSame), `it is gone: ${where}`);
      assert.deepEqual(commentsOf(result), commentsOf(content), where);
      // Whoever says that a law applies wants to hear what it asks for.
      const declares = fix.changes.some(({ at }) => at[0] === "regimes");
      const isError = ({ severity }: Finding) => severity === "error";
      assert.ok(declares || count(after, isError) <= count(analysis, isError), `no new error: ${where}`);
    }
  });

  it("are obvious at most once a finding, and then come first", () => {
    for (const { name, analysis } of checked) {
      for (const { rule, fixes, firstSteps } of analysis.findings) {
        const where = `${rule} in ${name}`;
        assert.ok(
          fixes.slice(1).every(({ preferred }) => !preferred),
          where,
        );
        assert.ok(
          firstSteps.every(({ preferred, safe }) => !preferred && !safe),
          where,
        );
        const corrections = fixes.filter(({ title }) => inFull(title).startsWith("Correct the record"));
        assert.ok(
          corrections.every(({ preferred, safe }) => !preferred && !safe),
          where,
        );
      }
    }
  });

  it("are safe only where one word of the file becomes its one neighbour in the format or in the file", () => {
    let safe = 0;
    for (const { name, content, analysis } of checked) {
      for (const { rule, span, fixes } of analysis.findings) {
        for (const fix of fixes.filter((one) => one.safe)) {
          safe++;
          const where = `${rule} in ${name}: ${inFull(fix.title)}`;
          assert.ok(["unknown-key", "invalid-value", "unresolved-reference", "near-miss"].includes(rule), where);
          assert.equal(fix.preferred, true, where);
          const [edit, ...more] = textEdits(analysis.document, fix.changes);
          assert.deepEqual(more, [], where);
          const [before, after] = [content.slice(edit!.span.start, edit!.span.end), edit!.newText];
          assert.equal(content.slice(span.start, span.end), before, where);
          assert.ok(isOneEdit(plain(before), plain(after)), `${before} to ${after}: ${where}`);
        }
      }
    }
    assert.ok(safe >= 5, String(safe));
  });
});

/** Capitals, blanks and quotes are no part of a word's spelling. */
const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+|["']/g, "");

/** Whether a letter too many, too few, another or two that changed places are all the difference. */
function isOneEdit(one: string, other: string): boolean {
  let head = 0;
  while (head < one.length && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < Math.min(one.length, other.length) - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const [left, right] = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  const isSwapped = left.length === 2 && right === `${left[1]}${left[0]}`;
  return (left.length <= 1 && right.length <= 1) || isSwapped;
}
