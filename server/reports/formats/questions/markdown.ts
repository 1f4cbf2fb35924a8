import type { Analysis } from "../../../analysis/check.ts";
import { blocks, escaped } from "../../../base/markdown.ts";
import { given } from "../../../model/words/fact.ts";
import { type Format, isRead } from "../format.ts";
import { forConsultant, grouped, type Item, spokenWith } from "./asked.ts";

/** The questions as a mail: the client's with nothing that judges, then the consultant's own below a rule. */
export const markdown: Format = {
  says: "for a mail: the client's questions, your own below a line",
  isForPrograms: false,
  write: (files) =>
    files
      .filter(isRead)
      .map(({ analysis }) => questionsMail(analysis))
      .join("\n\n")
      .concat("\n"),
};

/** One file's questions as Markdown, as a mail or as notes for the next interview. */
export function questionsMail(analysis: Analysis): string {
  const name = given(analysis.document.org.data.organization.name);
  const groups = grouped(analysis);
  const own = groups.find((group) => group.ask === null);
  const client = groups.filter((group) => group.ask !== null);
  const spoken = spokenWith(analysis);
  const numbered = (lines: readonly string[]) => lines.map((line, i) => `${i + 1}. ${line}`).join("\n");
  return blocks(
    `# Questions${name === undefined ? "" : `: ${escaped(name)}`}`,
    ...(groups.length === 0 ? ["No open question."] : []),
    // "Ask the CEO" is an instruction to the consultant; the mail goes to the client.
    ...client.flatMap(({ whom, items }) => [
      `## For ${escaped(whom)}`,
      numbered(items.map(({ text }) => escaped(text))),
    ]),
    own || spoken ? "---" : "",
    ...(own
      ? [
          `## ${forConsultant}`,
          numbered(own.items.map((one) => `${escaped(one.text)} Decides: ${decided(analysis, one)}.`)),
        ]
      : []),
    spoken && escaped(spoken),
  );
}

const decided = ({ config }: Analysis, { blocks }: Item): string =>
  blocks.map((id) => escaped(config.ruleById.get(id)?.title ?? id)).join("; ");
