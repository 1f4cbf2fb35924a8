import { forConsultant, type Item, sheets, spokenWith } from "../../../analysis/asked.ts";
import type { Analysis } from "../../../analysis/check.ts";
import { blocks, escaped } from "../../../base/markdown.ts";
import { type Naming, namesIn } from "../../../model/org/naming.ts";
import { type Format, isRead, usual } from "../format.ts";
import { tellingOf } from "../telling.ts";

/** The questions as a mail: the client's with nothing that judges, then the consultant's own below a rule. */
export const markdownWith = (all: boolean): Format => ({
  says: "for a mail: the client's questions, your own below a line",
  isForPrograms: false,
  write: (files, _, { names } = usual) =>
    files
      .filter(isRead)
      .map(({ analysis }) => questionsMail(analysis, all, names))
      .join("\n\n")
      .concat("\n"),
});

/** One file's questions as Markdown, as a mail or as notes for the next interview; with `all`, also what can wait. */
export function questionsMail(analysis: Analysis, all = false, naming: Naming = "full"): string {
  const names = namesIn(analysis.document.org, naming);
  const { organization: name } = tellingOf(analysis, naming);
  const shown = sheets(analysis, names).filter(({ now, later }) => now.length > 0 || (all && later.length > 0));
  const own = shown.find((sheet) => sheet.ask === null);
  const client = shown.filter((sheet) => sheet.ask !== null);
  const spoken = spokenWith(analysis, names);
  const listed = (items: readonly Item[], line: (item: Item) => string) =>
    items.map((item) => `${item.number}. ${line(item)}`).join("\n");
  const sheetOf = (now: readonly Item[], later: readonly Item[], line: (item: Item) => string) => [
    ...(now.length > 0 ? [listed(now, line)] : []),
    ...(all && later.length > 0 ? ["If there is time:", listed(later, line)] : []),
  ];
  return blocks(
    `# Questions${name === null ? "" : `: ${escaped(name)}`}`,
    ...(shown.length === 0 ? ["No open question."] : []),
    // "Ask the CEO" is an instruction to the consultant; the mail goes to the client.
    ...client.flatMap(({ whom, now, later }) => [
      `## For ${escaped(whom)}`,
      ...sheetOf(now, later, ({ text }) => escaped(text)),
    ]),
    own || spoken ? "---" : "",
    ...(own
      ? [
          `## ${forConsultant}`,
          ...sheetOf(own.now, own.later, (one) => `${escaped(one.text)}${decided(analysis, one)}`),
        ]
      : []),
    spoken && escaped(spoken),
  );
}

const decided = ({ config }: Analysis, { blocks }: Item): string =>
  blocks.length === 0
    ? ""
    : ` Decides: ${blocks.map((id) => escaped(config.ruleById.get(id)?.title ?? id)).join("; ")}.`;
