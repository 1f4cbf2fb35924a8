import type { Analysis } from "../analysis/check.ts";
import type { Question } from "../analysis/finding.ts";
import { printable } from "../base/columns.ts";
import { blocks, escaped } from "../base/markdown.ts";
import { catalogue, titleOf } from "../knowledge/format.ts";
import { given } from "../model/fact.ts";
import { postName } from "../model/names.ts";
import { ruleById } from "../rules/index.ts";
import { type Checked, isRead } from "./json.ts";
import type { Paint } from "./pretty.ts";

const forConsultant = "For you to judge, or to find out";

/** The questions of each file by whom to ask, for a terminal. */
export function prettyQuestions(files: readonly Checked[], paint: Paint): string {
  return files
    .filter(isRead)
    .map((file) => prettyFile(file, paint))
    .join("\n\n")
    .concat("\n");
}

/** The questions as a mail: the client's with nothing that judges, then the consultant's own below a rule. */
export function markdownQuestions(files: readonly Checked[]): string {
  return files
    .filter(isRead)
    .map(({ analysis }) => mail(analysis))
    .join("\n\n")
    .concat("\n");
}

interface Group {
  /** The post or person to ask; null for the consultant. */
  readonly ask: string | null;
  readonly title: string;
  readonly questions: readonly Question[];
}

/** Grouped by whom to ask, each group standing where its most important question stands; the consultant's own last. */
function grouped({ document, questions }: Analysis): Group[] {
  const asked = [...new Set(questions.map((question) => question.ask))];
  const ordered = [...asked.filter((ask) => ask !== null), ...asked.filter((ask) => ask === null)];
  return ordered.map((ask) => ({
    ask,
    title: ask === null ? forConsultant : `Ask ${whom(document.org.data.posts.get(ask), ask)}`,
    questions: questions.filter((question) => question.ask === ask),
  }));
}

function whom(post: Parameters<typeof postName>[0] | undefined, ask: string): string {
  if (post) return `the ${postName(post)}`;
  return catalogue("role").has(ask) ? `the ${titleOf("role", ask)}` : ask;
}

function prettyFile({ path, analysis }: { path: string; analysis: Analysis }, paint: Paint): string {
  const name = given(analysis.document.org.data.organization.name);
  const head = paint("bold", printable(name === undefined ? path : `${path} (${name})`));
  if (analysis.questions.length === 0) return `${head}\n\nNo open question.`;
  let number = 0;
  const groups = grouped(analysis).map(({ title, questions }) =>
    [
      paint("bold", printable(title)),
      ...questions.flatMap((question) => [
        `${String(++number).padStart(3)}. ${printable(question.question)}`,
        `     ${paint("dim", `decides: ${question.blocks.join(", ")}`)}`,
      ]),
    ].join("\n"),
  );
  return [head, ...groups].join("\n\n");
}

function mail(analysis: Analysis): string {
  const name = given(analysis.document.org.data.organization.name);
  const groups = grouped(analysis);
  const own = groups.find((group) => group.ask === null);
  const client = groups.filter((group) => group.ask !== null);
  const numbered = (lines: readonly string[]) => lines.map((line, i) => `${i + 1}. ${line}`).join("\n");
  return blocks(
    `# Questions${name === undefined ? "" : `: ${escaped(name)}`}`,
    ...(groups.length === 0 ? ["No open question."] : []),
    ...client.flatMap(({ title, questions }) => [
      // "Ask the CEO" is an instruction to the consultant; the mail goes to the client.
      `## ${escaped(title.replace(/^Ask (the )?/, "For $1"))}`,
      numbered(questions.map(({ question }) => escaped(question))),
    ]),
    ...(own
      ? [
          "---",
          `## ${forConsultant}`,
          numbered(own.questions.map((one) => `${escaped(one.question)} Decides: ${decided(one)}.`)),
        ]
      : []),
  );
}

const decided = ({ blocks }: Question): string => blocks.map((id) => escaped(ruleById.get(id)?.title ?? id)).join("; ");
