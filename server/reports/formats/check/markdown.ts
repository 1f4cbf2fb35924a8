import type { Analysis } from "../../../analysis/check.ts";
import type { Finding } from "../../../analysis/finding.ts";
import { countOf } from "../../../analysis/question-groups.ts";
import { clean } from "../../../base/clean.ts";
import { blocks, bold, code, inert, link, list, table } from "../../../base/markdown.ts";
import { notesOnConfig } from "../../../firm/config.ts";
import { type Asked, type Checked, type Format, isRead, usual } from "../format.ts";
import { type Telling, tellingOf } from "../telling.ts";

import { pageOf, regionOf, textOf } from "./result.ts";
import { countsIn } from "./sums.ts";

/** A summary for a comment on a change, a job's page or a mail: what is above a hint, file by file. */
export const markdown: Format = {
  says: "a summary to paste or to comment with",
  isForPrograms: false,
  write(files, _, asked = usual) {
    const notes = new Set(files.filter(isRead).flatMap(({ analysis }) => notesOnConfig(analysis.config)));
    return blocks(
      bold(countsIn(files)),
      ...files.map((file) => (isRead(file) ? fileOf(file.path, file.analysis, asked) : unread(file))),
      list([...notes].map((note) => inert(clean(note)))),
    ).concat("\n");
  },
};

const unread = ({ path, error }: Extract<Checked, { error: string }>): string =>
  blocks(`## ${code(clean(path))}`, `The file was not read: ${inert(clean(error))}.`);

function fileOf(path: string, analysis: Analysis, { names }: Asked): string {
  const telling = tellingOf(analysis, names);
  const open = analysis.findings.filter(({ accepted, severity }) => !accepted && severity !== "hint");
  const accepted = analysis.findings.filter((finding) => finding.accepted);
  const name = telling.organization === null ? "" : `${inert(clean(telling.organization))} `;
  const { all, now } = countOf(analysis.questions);
  return blocks(
    `## ${name}${code(clean(path))}`,
    open.length === 0
      ? "Nothing above a hint was found."
      : table(
          open.map((finding) => rowOf(analysis, finding, telling)),
          ["", "Line", "What", "Rule"],
        ),
    accepted.length === 0 ? "" : "Accepted as a risk:",
    list(accepted.map((finding) => acceptedLine(analysis, finding, telling))),
    all === 0 ? "" : `${all === 1 ? "1 question is" : `${all} questions are`} open, ${now} of them now.`,
  );
}

function rowOf(analysis: Analysis, finding: Finding, telling: Telling): string[] {
  const { startLine } = regionOf(analysis, finding.span);
  return [finding.severity, String(startLine), inert(textOf(finding, telling)), ruleLink(analysis, finding)];
}

function acceptedLine(analysis: Analysis, finding: Finding, telling: Telling): string {
  const { approvedBy, reason, until } = finding.accepted!;
  const decision = `${telling.says(approvedBy)}${until === null ? "" : `, until ${until}`}: ${telling.says(reason)}`;
  return `${inert(clean(telling.says(finding.says)))} ${ruleLink(analysis, finding)} ${inert(clean(`(${decision})`))}`;
}

function ruleLink({ config }: Analysis, { rule: id }: Finding): string {
  const rule = config.ruleById.get(id);
  return link(code(id), rule && pageOf(rule));
}
