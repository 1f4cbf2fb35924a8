import assert from "node:assert/strict";
import type { Analysis } from "../../server/analysis/check.ts";
import { inFull } from "./in-full.ts";

/** What a program prints where a value is missing. One rule is named after a title that nobody has said. */
const leaks = /\bundefined\b(?!-title)|\bNaN\b|\bInfinity\b|\[object /;

/** What of that is in a text, with some of the words around it. */
export function leakIn(text: string): string | undefined {
  const found = leaks.exec(text);
  return found
    ? `"${found[0]}" in a text: ${text.slice(Math.max(0, found.index - 300), found.index + 300)}`
    : undefined;
}

/** Fails where a text that somebody reads holds what only a program would say. `input` may say so itself. */
export function assertSound(text: string, input = ""): void {
  const leak = leakIn(text);
  if (leak !== undefined && leakIn(input) === undefined) assert.fail(leak);
}

/** Everything that an analysis says: messages, places beside, titles of remedies, questions. */
export function textsOf({ findings, questions }: Analysis): string[] {
  return [
    ...findings.flatMap(({ says, message, reason, related, fixes, firstSteps }) => [
      inFull(says),
      inFull(message),
      inFull(reason),
      ...related.map((one) => inFull(one.message)),
      ...[...fixes, ...firstSteps].map(({ title }) => inFull(title)),
    ]),
    ...questions.flatMap(({ question, ask, pattern }) => [
      inFull(question),
      ask ?? "",
      inFull(pattern?.template),
      inFull(pattern?.the),
    ]),
  ];
}

/** Holds an analysis against what all must be: no fault of ours, and sound texts. `content` is the file's. */
export function assertSoundAnalysis(analysis: Analysis, content: string): void {
  for (const { rule, error } of analysis.faults) throw new Error(`${rule} failed on:\n${content}`, { cause: error });
  for (const text of textsOf(analysis)) assertSound(text, content);
}
