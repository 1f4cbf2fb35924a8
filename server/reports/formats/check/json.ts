import type { Analysis } from "../../../analysis/check.ts";
import { type Finding, type Recommended, remedyKind } from "../../../analysis/finding.ts";
import type { Position, Span, Text } from "../../../base/text.ts";
import { describesTarget } from "../../../model/org/state.ts";
import { isRemedyId } from "../../../model/words/remedy-id.ts";
import { type Asked, type Checked, type Format, isRead, jsonOf, usual } from "../format.ts";
import { questionJson } from "../questions/json.ts";
import { type Telling, tellingOf } from "../telling.ts";
import { rulesOffIn, summarize } from "./sums.ts";

/** Its shape is a contract: schemas/check-output.schema.json. */
export const json: Format = jsonOf(checkJson);

/** The output of `check --format json`. Its shape is a contract: schemas/check-output.schema.json. */
export function checkJson(files: readonly Checked[], { names }: Pick<Asked, "names"> = usual): object {
  return {
    version: 1,
    files: files.map((file) =>
      isRead(file)
        ? readFile(file.path, file.analysis, tellingOf(file.analysis, names))
        : unreadFile(file.path, file.error),
    ),
    summary: summarize(files),
    rulesOff: rulesOffIn(files),
  };
}

function readFile(path: string, analysis: Analysis, telling: Telling): object {
  const { text } = analysis.document;
  return {
    path,
    organization: telling.organization,
    state: describesTarget(analysis.document.org) ? "to-be" : "as-is",
    findings: analysis.findings.map((finding) => findingJson(text, finding, telling)),
    questions: analysis.questions.map((question) => questionJson(question, telling)),
    accepted: analysis.accepted.map(({ rule, at, approvedBy, until }) => ({
      rule,
      at: telling.written(at),
      approvedBy: telling.says(approvedBy),
      until,
    })),
    recommended: analysis.recommended.map((entry) => recommendedJson(entry, telling)),
  };
}

/** An entry of `recommended`, as the file has it, with what it says in words. */
export const recommendedJson = (
  { rule, at, do: what, title, owner, due, status }: Recommended,
  telling: Telling,
): object => ({
  rule,
  at: telling.written(at),
  do: isRemedyId(what) ? telling.id(what) : telling.says([{ quoted: what }]),
  title: telling.says(title),
  owner: owner && telling.says(owner.written),
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

function findingJson(text: Text, finding: Finding, telling: Telling): object {
  const { accepted } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    category: finding.category,
    at: telling.at(finding.at),
    message: telling.says(finding.message),
    range: rangeOf(text, finding.span),
    related: finding.related.map(({ at, span, message }) => ({
      at: telling.at(at),
      message: telling.says(message),
      range: rangeOf(text, span),
    })),
    citations: finding.citations,
    fixes: finding.fixes.map((fix) => telling.says(fix.title)),
    remedies: [...finding.fixes, ...finding.firstSteps].map((fix) => ({
      id: telling.id(fix.does.id),
      title: telling.says(fix.title),
      kind: remedyKind(finding, fix),
    })),
    recommended: finding.recommended.map((entry) => recommendedJson(entry, telling)),
    accepted: accepted && {
      approvedBy: telling.says(accepted.approvedBy),
      reason: telling.says(accepted.reason),
      until: accepted.until,
      compensatingControl: accepted.compensatingControl && telling.says(accepted.compensatingControl),
    },
  };
}

function rangeOf(text: Text, span: Span): { start: Position; end: Position } {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}
