import type { Analysis } from "../../../analysis/check.ts";
import { type Finding, type Recommended, remedyKind } from "../../../analysis/finding.ts";
import { countOf } from "../../../analysis/question-groups.ts";
import { isRecommended } from "../../../analysis/recommend.ts";
import type { Position, Span, Text } from "../../../base/text.ts";
import { severities } from "../../../knowledge/severity.ts";
import { describesTarget } from "../../../model/org/state.ts";
import { placeToString } from "../../../model/words/place.ts";
import { full, spoken } from "../../../model/words/words.ts";
import { type Checked, type Format, isRead, jsonOf } from "../format.ts";
import { organizationOf, questionJson } from "../questions/json.ts";

/** Its shape is a contract: schemas/check-output.schema.json. */
export const json: Format = jsonOf(checkJson);

/** The output of `check --format json`. Its shape is a contract: schemas/check-output.schema.json. */
export function checkJson(files: readonly Checked[]): object {
  return {
    version: 1,
    files: files.map((file) => (isRead(file) ? readFile(file.path, file.analysis) : unreadFile(file.path, file.error))),
    summary: summarize(files),
    rulesOff: rulesOffIn(files),
  };
}

/** What the configurations of these files turn off, in the order of the product's list; each once. */
function rulesOffIn(files: readonly Checked[]): string[] {
  return [...new Set(files.filter(isRead).flatMap(({ analysis }) => analysis.config.rulesOff))];
}

/** How many findings of each severity the files have; accepted ones count as nothing else. */
export function summarize(files: readonly Checked[]): Record<string, number> {
  const analyses = files.filter(isRead).map((file) => file.analysis);
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const open = findings.filter((finding) => !finding.accepted);
  return {
    files: files.length,
    ...Object.fromEntries(
      severities.map((severity) => [severity, open.filter((finding) => finding.severity === severity).length]),
    ),
    accepted: findings.length - open.length,
    recommended: open.filter(isRecommended).length,
    questions: analyses.reduce((sum, analysis) => sum + countOf(analysis.questions).all, 0),
  };
}

function readFile(path: string, analysis: Analysis): object {
  const { text } = analysis.document;
  return {
    path,
    organization: organizationOf(analysis),
    state: describesTarget(analysis.document.org) ? "to-be" : "as-is",
    findings: analysis.findings.map((finding) => findingJson(text, finding)),
    questions: analysis.questions.map(questionJson),
    accepted: analysis.accepted.map(({ rule, at, approvedBy, until }) => ({
      rule,
      at,
      approvedBy: spoken(approvedBy, full),
      until,
    })),
    recommended: analysis.recommended.map(recommendedJson),
  };
}

/** An entry of `recommended`, as the file has it, with what it says in words. */
const recommendedJson = ({ rule, at, do: what, title, owner, due, status }: Recommended): object => ({
  rule,
  at,
  do: what,
  title: spoken(title, full),
  owner: owner && spoken(owner.written, full),
  due,
  status,
});

const unreadFile = (path: string, error: string): object => ({
  path,
  error,
  organization: null,
  state: null,
  findings: [],
  questions: [],
  accepted: [],
  recommended: [],
});

function findingJson(text: Text, finding: Finding): object {
  const { accepted } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    category: finding.category,
    at: placeToString(finding.at),
    message: spoken(finding.message, full),
    range: rangeOf(text, finding.span),
    related: finding.related.map(({ at, span, message }) => ({
      at: placeToString(at),
      message: spoken(message, full),
      range: rangeOf(text, span),
    })),
    citations: finding.citations,
    fixes: finding.fixes.map((fix) => spoken(fix.title, full)),
    remedies: [...finding.fixes, ...finding.firstSteps].map((fix) => ({
      id: fix.does.id,
      title: spoken(fix.title, full),
      kind: remedyKind(finding, fix),
    })),
    recommended: finding.recommended.map(recommendedJson),
    accepted: accepted && {
      approvedBy: spoken(accepted.approvedBy, full),
      reason: spoken(accepted.reason, full),
      until: accepted.until,
      compensatingControl: accepted.compensatingControl && spoken(accepted.compensatingControl, full),
    },
  };
}

function rangeOf(text: Text, span: Span): { start: Position; end: Position } {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}
