import assert from "node:assert/strict";
import type { Finding } from "../../server/analysis/finding.ts";
import { applyEdits } from "../../server/base/text.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check } from "./check-fixture.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 300 }\n";

/** A file's text: what is given, below a first part that many files share. */
export const fileOf = (content: string): string => (content.startsWith("itorg:") ? content : head + content);

/** What one rule finds, as "severity place: message". */
export function foundBy(rule: string, content: string): string[] {
  return findingsOf(rule, content).map(
    (finding) =>
      `${finding.accepted ? "accepted " : ""}${finding.severity} ${placeToString(finding.at)}: ${finding.says}`,
  );
}

export function findingsOf(rule: string, content: string): Finding[] {
  return check(fileOf(content)).findings.filter((finding) => finding.rule === rule);
}

/** The places that a rule asks about. */
export function askedBy(rule: string, content: string): string[] {
  return check(fileOf(content))
    .questions.filter((question) => question.blocks.includes(rule))
    .map((question) => placeToString(question.at));
}

/** The titles of the remedies at the only finding of a rule: fixes first, then first steps. */
export function remediesOf(rule: string, content: string): string[] {
  const [finding] = findingsOf(rule, content);
  return [...(finding?.fixes ?? []), ...(finding?.firstSteps ?? [])].map((remedy) => remedy.title);
}

/** The text after a remedy at a rule's first finding; after a fix, that finding is gone. */
export function afterRemedy(rule: string, content: string, title: string): string {
  const analysis = check(fileOf(content));
  const finding = analysis.findings.find((one) => one.rule === rule) ?? assert.fail(`${rule} finds something`);
  const remedies = [...finding.fixes, ...finding.firstSteps];
  const remedy =
    remedies.find((one) => one.title === title) ?? assert.fail(remedies.map((one) => one.title).join("; "));
  const result = applyEdits(fileOf(content), textEdits(analysis.document, remedy.changes));
  const isSame = (one: Finding) => one.rule === rule && placeToString(one.at) === placeToString(finding.at);
  const isLeft = check(result).findings.some((one) => isSame(one) && !one.accepted);
  assert.equal(isLeft, remedy.kind === "first-step", result);
  return result.startsWith(head) ? result.slice(head.length) : result;
}
