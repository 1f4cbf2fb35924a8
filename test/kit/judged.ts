import assert from "node:assert/strict";
import type { Finding } from "../../server/analysis/finding.ts";
import { applyEdits } from "../../server/base/text.ts";
import type { Fix } from "../../server/model/words/change.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check } from "./check-fixture.ts";
import { askedBy, findingsOf } from "./findings-of.ts";

/** A file of 120 people unless the profile says otherwise; `body` is what follows the organization. */
export const file = (body: string, profile = "headcount: 120") =>
  `itorg: 1\norganization: { name: Example, ${profile} }\n${body.trim()}\n`;

/** A rule's findings as "severity place", or "asks ..." where it cannot tell, or "silent". */
export function judged(rule: string, text: string): string {
  const findings = findingsOf(rule, text).map((one) => `${one.severity} ${placeToString(one.at)}`);
  if (findings.length > 0) return findings.join("; ");
  const asked = askedBy(rule, text);
  return asked.length > 0 ? `asks ${asked.join(", ")}` : "silent";
}

export function applied(text: string, fix: Fix): string {
  return applyEdits(text, textEdits(check(text).document, fix.changes));
}

export function only(rule: string, text: string): Finding {
  const findings = findingsOf(rule, text);
  assert.equal(findings.length, 1, findings.map((one) => one.says).join("\n") || "no finding");
  return findings[0]!;
}

export const titles = (fixes: readonly Fix[]) => fixes.map((fix) => fix.title);

/** Every fix ends its finding; every first step leaves it; neither adds an error. */
export function tryRemedies(rule: string, text: string): void {
  const finding = only(rule, text);
  for (const fix of [...finding.fixes, ...finding.firstSteps]) {
    const result = applied(text, fix);
    const after = check(result);
    const errors = after.findings.filter((one) => one.severity === "error").map((one) => one.says);
    assert.deepEqual(errors, [], `after "${fix.title}":\n${result}`);
    const left = after.findings.filter(
      (one) => one.rule === rule && placeToString(one.at) === placeToString(finding.at),
    );
    assert.equal(left.length, fix.kind === "fix" ? 0 : 1, `after "${fix.title}":\n${result}`);
  }
}
