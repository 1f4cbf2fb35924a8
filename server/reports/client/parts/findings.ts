import type { Finding } from "../../../analysis/finding.ts";
import type { Block, Card, Inline } from "../../../base/document.ts";
import { groupBy } from "../../../base/group.ts";
import { severities } from "../../../knowledge/severity.ts";
import { sentence } from "../../../model/words/words.ts";
import type { Category } from "../../../rules/rule.ts";
import { forClient, type Said, severityWords, subjectOf, subjects } from "../said.ts";

/** So many of one kind are told one by one; more stand together, but for those that must be mended. */
const mostAlike = 3;

/** What was found, by subject, worst first: what, why, who says so, and what is recommended. */
export function findings(said: Said): Block[] {
  const open = forClient(said.analysis.findings).filter(({ accepted }) => !accepted);
  if (open.length === 0) return [{ is: "paragraph", text: "Nothing was found." }];
  const bySubject = groupBy(open, ({ category }) => category);
  const worst = (category: Category) =>
    Math.min(...(bySubject.get(category) ?? []).map(({ severity }) => severities.indexOf(severity)));
  return subjects
    .toSorted((a, b) => worst(a) - worst(b))
    .flatMap((category): Block[] => {
      const own = bySubject.get(category);
      return own ? [{ is: "heading", text: subjectOf[category] }, ...ofSubject(said, own)] : [];
    });
}

function ofSubject(said: Said, all: readonly Finding[]): Block[] {
  const inOrder = all
    .filter(({ severity }) => severity !== "hint")
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const alike = groupBy(inOrder, ({ rule, severity }) => `${severity} ${rule}`);
  const cards = [...alike.values()].flatMap((own) =>
    own.length > mostAlike && own[0]!.severity !== "error" ? [folded(said, own)] : own.map((one) => card(said, one)),
  );
  const hints = all.filter(({ severity }) => severity === "hint");
  return [...cards, ...smaller(said, hints)];
}

function card(said: Said, finding: Finding): Card {
  const { severity } = finding;
  return {
    is: "card",
    mark: severity,
    label: severityWords[severity],
    title: said.sentence(finding.says),
    lines: [...whyAndWho(said, finding), ...whatToDo(said, finding)],
  };
}

/** Several of a kind: why is the same of all, and each has its own first remedy. */
function folded(said: Said, all: readonly Finding[]): Card {
  const [first] = all;
  const rule = said.analysis.config.ruleById.get(first!.rule);
  const each = all.map((one) => {
    const what = whatToDo(said, one)[0];
    return { label: "", text: `${said.sentence(one.says)}${what ? ` ${what.label}: ${asText(what.text)}` : ""}` };
  });
  return {
    is: "card",
    mark: first!.severity,
    label: severityWords[first!.severity],
    title: `${sentence(rule?.reportTitle ?? first!.rule)} (${all.length} times)`,
    lines: [...whyAndWho(said, first!), ...each],
  };
}

const asText = (text: Inline): string => (typeof text === "string" ? text : text.map((run) => run.text).join(""));

function whyAndWho(said: Said, finding: Finding): Card["lines"] {
  const reason = said.sentence(finding.reason);
  const who = said.whoSays(finding);
  const against = said.whoDisagrees(finding);
  return [
    ...(reason === "" ? [] : [{ label: "Why it matters", text: reason }]),
    ...(who === "" ? [] : [{ label: "Who says so", text: who }]),
    ...(against === "" ? [] : [{ label: "Who disagrees", text: against }]),
  ];
}

function whatToDo(said: Said, finding: Finding): Card["lines"] {
  const recommended = finding.recommended.map((entry) => said.recommendation(entry));
  if (recommended.length > 0) return recommended.map((text) => ({ label: "Recommended", text }));
  const remedies = said.remedies(finding).slice(0, 2);
  return remedies.length === 0 ? [] : [{ label: "What would end it", text: `${remedies.join("; or: ")}.` }];
}

function smaller(said: Said, hints: readonly Finding[]): Block[] {
  if (hints.length === 0) return [];
  const items = hints.map((one) => `${said.sentence(one.says)} ${said.sentence(one.reason)}`.trim());
  return [
    { is: "paragraph", text: [{ text: "Worth a thought:", strong: true }] },
    { is: "list", items },
  ];
}
