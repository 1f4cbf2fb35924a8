import assert from "node:assert/strict";
import type { Analysis } from "../../server/analysis/check.ts";
import { Text } from "../../server/base/text.ts";
import { drawMarks, listMarks, marksOf, readFixture, soundMarksOf } from "./notation.ts";
import { assertSoundAnalysis } from "./sound-texts.ts";
import { analyze } from "./standard.ts";

export const today = "2026-11-22";

/** Findings that nearly every short file has; they are compared only where a fixture marks one of them. */
const everywhere = ["open-question", "regime-undecided"];

export function check(content: string): Analysis {
  const analysis = analyze(new Text(content), { today });
  assertSoundAnalysis(analysis, content);
  return analysis;
}

/** Checks a marked text: the set of findings must equal the set of marks. */
export function checkFixture(source: string): Analysis {
  const fixture = readFixture(source);
  const text = new Text(fixture.text);
  const analysis = check(fixture.text);
  const isMarked = (rule: string) => fixture.marks.some((mark) => mark.note.endsWith(rule));
  const findings = analysis.findings.filter((finding) => !everywhere.includes(finding.rule) || isMarked(finding.rule));
  // What is sound is compared where a fixture marks it for the rule.
  const sound = analysis.sound.filter(({ rule }) => fixture.marks.some(({ note }) => note === `sound: ${rule}`));
  const actual = [...marksOf(text, findings), ...soundMarksOf(text, analysis, sound)];
  const drawn = () => `The findings are:\n${drawMarks(fixture.text, actual)}`;
  assert.deepEqual(listMarks(actual), listMarks(fixture.marks), drawn());
  return analysis;
}
