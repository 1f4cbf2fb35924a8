import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { countOf } from "../../server/analysis/question-groups.ts";
import { applyEdits, type Span, Text } from "../../server/base/text.ts";
import { formatting } from "../../server/features/formatting.ts";
import { hintCard, inlayHints } from "../../server/features/inlay-hints.ts";
import { lensAnswer, lenses } from "../../server/features/lenses.ts";
import { semanticTokens } from "../../server/features/semantic-tokens.ts";
import { status } from "../../server/features/status.ts";
import { today } from "../kit/check-fixture.ts";
import { fc, runs } from "../kit/sample.ts";
import { snapshotOf } from "../kit/standard.ts";

const samples = ["pinecrest", "halden"].map((name) => readFileSync(`samples/${name}.itorg.yaml`, "utf8"));

/** Looks at a text in every way, and holds what comes against what must hold for any text. */
function checkAnswers(content: string): void {
  const text = new Text(content);
  const snapshot = snapshotOf(text, today);
  const all = { start: 0, end: content.length };
  const isInside = ({ start, end }: Span) => start >= 0 && start <= end && end <= content.length;
  for (const { post, about, span } of lenses(snapshot, "all")) {
    assert.ok(isInside(span));
    const answer = lensAnswer(snapshot, about, post) ?? assert.fail(`${post} has no ${about}`);
    const isBeginning = about === "begin" || about === "example";
    assert.ok(Object.values(answer.counts).every((count) => count >= (about === "posts" ? 0 : 1)));
    assert.ok(answer.places.length > 0 !== isBeginning && answer.places.every(isInside));
  }
  for (const { offset, label, post } of inlayHints(snapshot, all)) {
    assert.ok(offset > 0 && offset <= content.length && /^\(.+\)$/s.test(label));
    assert.ok(hintCard(snapshot, post, () => undefined)?.head);
  }
  let last = 0;
  for (const { span } of semanticTokens(snapshot, all)) {
    assert.ok(isInside(span) && span.start >= last && span.start < span.end);
    last = span.end;
  }
  const { accepted, questions, questionsNow, error, warning, info, hint } = status(snapshot);
  const counts = { error, warning, info, hint };
  const shown = Object.values(counts).reduce((sum, count) => sum + count, 0);
  assert.equal(shown + accepted, snapshot.analysis.findings.length);
  assert.equal(questions, countOf(snapshot.analysis.questions).all);
  assert.ok(questionsNow <= questions);
  const laidOut = applyEdits(content, formatting(snapshot));
  assert.equal(status(snapshotOf(new Text(laidOut), today)).error, counts.error);
}

describe("at a glance", () => {
  it("has answers that hold in any part of a file, and where something is written over it", () => {
    const piece = fc.constantFrom(
      "",
      " ",
      "\n",
      ": ",
      "- ",
      "{",
      "}",
      "[",
      "]",
      ", ",
      "# ",
      "'",
      '"',
      "*x",
      "&x ",
      "|",
      "none",
      "ceo",
      "vacant",
    );
    fc.assert(
      fc.property(fc.nat({ max: 1 }), fc.nat(), fc.nat({ max: 60 }), piece, (which, at, length, written) => {
        const sample = samples[which]!;
        const start = at % sample.length;
        checkAnswers(sample.slice(0, start) + written + sample.slice(start + length));
      }),
      { numRuns: runs({ short: 5, long: 25 }), includeErrorInReport: true },
    );
  });

  it("takes long lists, long lines and long comments", () => {
    const many = Array.from({ length: runs({ short: 30_000, long: 130_000 }) }, (_, i) => `k${i}:  ${i} # c`);
    const long = new Text(`itorg: 1\nx-many:\n  ${many.join("\n  ")}\nx-text: a${" ".repeat(100_000)}b\n  c\n`);
    const edits = formatting(snapshotOf(long, today));
    assert.equal(edits.length, many.length);
    const comments = `${"#\n".repeat(100_000)}itorg:  1\n`;
    assert.equal(formatting(snapshotOf(new Text(comments), today)).length, 1);
  });
});
