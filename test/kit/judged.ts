import assert from "node:assert/strict";
import type { Analysis } from "../../server/analysis/check.ts";
import type { Finding } from "../../server/analysis/finding.ts";
import { applyEdits } from "../../server/base/text.ts";
import type { Fix } from "../../server/model/words/change.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check } from "./check-fixture.ts";
import { inFull } from "./in-full.ts";

/*
 * What a rule says of a small text. Every function takes a whole file, or what follows a file's head, which is then
 * that of a firm of 120 people.
 */

/** A file of 120 people unless the profile says otherwise; `body` is what follows the organization. */
export const file = (body: string, profile = "headcount: 120", regimes = ""): string => {
  const law = regimes === "" ? "" : `regimes: { ${regimes} }\n`;
  return `itorg: 1\norganization: { name: Example, ${profile} }\n${law}${body.trim()}\n`;
};

/** An empty text is an empty file. */
const whole = (text: string): string => (text === "" || /^\s*itorg:/.test(text) ? text : file(text));

/** One text is asked several things, one after the other: it is checked once. */
const checked = new Map<string, Analysis>();

function checkOnce(content: string): Analysis {
  const known = checked.get(content);
  if (known) return known;
  if (checked.size >= 20) checked.clear();
  const analysis = check(content);
  checked.set(content, analysis);
  return analysis;
}

/** A rule's findings as "severity place", or "asks ..." where it cannot tell, or "silent". */
export function judged(rule: string, text: string): string {
  const findings = findingsOf(rule, text).map(judgement);
  if (findings.length > 0) return findings.join("; ");
  const asked = askedBy(rule, text);
  return asked.length > 0 ? `asks ${asked.join(", ")}` : "silent";
}

/** A rule's findings with their messages, as "severity place: message". */
export const said = (rule: string, text: string): string[] =>
  findingsOf(rule, text).map((finding) => `${judgement(finding)}: ${inFull(finding.says)}`);

const judgement = ({ accepted, severity, at }: Finding): string =>
  `${accepted ? "accepted " : ""}${severity} ${placeToString(at)}`;

export const findingsOf = (rule: string, text: string): Finding[] =>
  checkOnce(whole(text)).findings.filter((finding) => finding.rule === rule);

export function only(rule: string, text: string): Finding {
  const findings = findingsOf(rule, text);
  assert.equal(findings.length, 1, findings.map((one) => inFull(one.says)).join("\n") || "no finding");
  return findings[0]!;
}

/** The places that a rule, or a provision, asks about. */
export const askedBy = (rule: string, text: string): string[] =>
  checkOnce(whole(text))
    .questions.filter(({ blocks }) => blocks.includes(rule))
    .map(({ at }) => placeToString(at));

/** The findings that cite a provision in force, its own included, as "severity rule place". */
export const citing = (provision: string, text: string): string[] =>
  checkOnce(whole(text))
    .findings.filter(({ citations }) => citations.includes(provision))
    .map(({ severity, rule, at }) => `${severity} ${rule} ${placeToString(at)}`);

/** The provisions that the only finding of a rule cites. */
export const provisionsOf = (rule: string, text: string): string[] =>
  only(rule, text).citations.filter((id) => !/^S\d-/.test(id));

export const titles = (fixes: readonly Fix[]): string[] => fixes.map(({ title }) => inFull(title));

const remedies = (finding: Finding | undefined): Fix[] => [...(finding?.fixes ?? []), ...(finding?.firstSteps ?? [])];

/** The titles of the remedies at a rule's first finding: fixes first, then first steps. */
export const remediesOf = (rule: string, text: string): string[] => titles(remedies(findingsOf(rule, text)[0]));

export const applied = (text: string, fix: Fix): string =>
  applyEdits(text, textEdits(checkOnce(text).document, fix.changes));

/** The titles of the fixes at each of a rule's findings. */
export const fixesOf = (rule: string, text: string): string[][] =>
  findingsOf(rule, text).map(({ fixes }) => titles(fixes));

/** The text after the n-th fix of a rule's first finding, whatever that brings about. */
export function afterFix(rule: string, text: string, n = 0): string {
  const fix = findingsOf(rule, text)[0]?.fixes[n] ?? assert.fail(`${rule} finds something, and has such a fix`);
  return applied(text, fix);
}

/** The text after the remedy of that title at a rule's first finding, with a head only where one was given. */
export function afterRemedy(rule: string, text: string, title: string): string {
  const content = whole(text);
  const finding = findingsOf(rule, content)[0] ?? assert.fail(`${rule} finds something`);
  const remedy =
    remedies(finding).find((one) => inFull(one.title) === title) ?? assert.fail(titles(remedies(finding)).join("; "));
  const result = tried(content, finding, remedy);
  return content === text ? result : result.slice(file("").trimEnd().length + 1);
}

/** Every fix ends its finding; every first step leaves it; neither adds an error. */
export function tryRemedies(rule: string, text: string): void {
  const finding = only(rule, text);
  for (const remedy of remedies(finding)) tried(whole(text), finding, remedy);
}

/** The text after a remedy, which did what its kind promises. */
export function tried(content: string, finding: Finding, remedy: Fix): string {
  const result = applied(content, remedy);
  const after = checkOnce(result);
  const told = `after "${inFull(remedy.title)}":\n${result}`;
  const known = new Set(errorsIn(checkOnce(content)));
  assert.deepEqual(
    errorsIn(after).filter((one) => !known.has(one)),
    [],
    told,
  );
  const isOpen = (one: Finding) => [one.rule, ...one.absorbed].includes(finding.rule) && !one.accepted;
  const isHere = (one: Finding) => isOpen(one) && placeToString(one.at) === placeToString(finding.at);
  // A first step may move the finding: what was missing is then there, and still not enough.
  if (remedy.kind === "first-step") assert.ok(after.findings.some(isOpen), told);
  else assert.equal(after.findings.filter(isHere).length, 0, told);
  return result;
}

const errorsIn = ({ findings }: Analysis): string[] =>
  findings
    .filter(({ severity, accepted }) => severity === "error" && !accepted)
    .map(({ rule, says }) => `${rule}: ${inFull(says)}`);
