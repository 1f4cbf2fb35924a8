import type { Analysis } from "../../analysis/check.ts";
import type { Question } from "../../analysis/finding.ts";
import { printable } from "../../base/columns.ts";
import { groupBy } from "../../base/group.ts";
import { blocks, escaped } from "../../base/markdown.ts";
import { catalogue, titleOf } from "../../knowledge/format.ts";
import type { Post } from "../../model/org/entities.ts";
import { listOf, postName, refName } from "../../model/org/names.ts";
import type { Org } from "../../model/org/org.ts";
import { given, itemsOf } from "../../model/words/fact.ts";
import { foldName, type Ref } from "../../model/words/values.ts";
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
    .map(({ analysis }) => questionsMail(analysis))
    .join("\n\n")
    .concat("\n");
}

interface Group {
  /** The post or person to ask; null for the consultant. */
  readonly ask: string | null;
  /** "Maria Chen (CEO)", "the CFO". */
  readonly whom: string;
  /** When that person was last spoken with, as far as the file says. */
  readonly last: string | undefined;
  readonly items: readonly Item[];
}

/** What is asked in one go: the same question about several posts is one. */
interface Item {
  readonly text: string;
  readonly blocks: readonly string[];
}

/** Grouped by whom to ask, each group standing where its most important question stands; the consultant's own last. */
function grouped({ document, questions }: Analysis): Group[] {
  const { org } = document;
  const asked = [...new Set(questions.map((question) => question.ask))];
  const ordered = [...asked.filter((ask) => ask !== null), ...asked.filter((ask) => ask === null)];
  return ordered.map((ask) => {
    const post = ask === null ? undefined : org.data.posts.get(ask);
    return {
      ask,
      whom: ask === null ? forConsultant : whom(org, post, ask),
      last: post && lastInterview(org, itemsOf(post.heldBy)),
      items: merged(questions.filter((question) => question.ask === ask)),
    };
  });
}

function whom(org: Org, post: Post | undefined, ask: string): string {
  const people = post && itemsOf(post.heldBy).filter(({ to }) => to === "person");
  if (post && people && people.length > 0) {
    const name = listOf(people.map((ref) => refName(org, ref)));
    return `${name} (${postName(post)})`;
  }
  if (post) return `the ${postName(post)}`;
  return catalogue("role").has(ask) ? `the ${titleOf("role", ask)}` : ask;
}

function lastInterview(org: Org, holders: readonly Ref[]): string | undefined {
  const names = holders.flatMap((ref) => (ref.to === "person" ? [foldName(ref.name)] : []));
  const dates = org.data.interviews
    .filter((interview) => names.some((name) => foldName(given(interview.with) ?? "").includes(name)))
    .flatMap(({ date }) => given(date) ?? []);
  return dates.sort().at(-1);
}

/** The same question about several posts becomes one, where the first of them stands. */
function merged(questions: readonly Question[]): Item[] {
  const byTemplate = groupBy(questions, ({ pattern, question }) => pattern?.template ?? question);
  return [...byTemplate.values()].map((same) => {
    const blocks = [...new Set(same.flatMap((one) => one.blocks))].sort();
    const [first] = same;
    const all = same.flatMap(({ pattern }) => pattern?.the ?? []);
    if (same.length === 1 || !first?.pattern) return { text: first?.question ?? "", blocks };
    return { text: first.pattern.template.replaceAll("{the}", `each of ${listOf(all)}`), blocks };
  });
}

/** "Spoken with so far: Maria Chen on 2026-11-18 (L. Ortega)." Nothing where the file lists no interview. */
function spokenWith({ document }: Analysis): string | undefined {
  const lines = document.org.data.interviews.flatMap((interview) => {
    const name = given(interview.with);
    if (name === undefined) return [];
    const [date, by] = [given(interview.date), given(interview.by)];
    return `${name}${date ? ` on ${date}` : ""}${by ? ` (by ${by})` : ""}`;
  });
  return lines.length === 0 ? undefined : `Spoken with so far: ${lines.join("; ")}.`;
}

function prettyFile({ path, analysis }: { path: string; analysis: Analysis }, paint: Paint): string {
  const name = given(analysis.document.org.data.organization.name);
  const spoken = spokenWith(analysis);
  const head = [
    paint("bold", printable(name === undefined ? path : `${path} (${name})`)),
    ...(spoken === undefined ? [] : [paint("dim", printable(spoken))]),
  ].join("\n");
  if (analysis.questions.length === 0) return `${head}\n\nNo open question.`;
  let number = 0;
  const groups = grouped(analysis).map(({ ask, whom, last, items }) =>
    [
      paint("bold", printable(ask === null ? whom : `Ask ${whom}${last ? `, spoken with on ${last}` : ""}`)),
      ...items.flatMap((item) => [
        `${String(++number).padStart(3)}. ${printable(item.text)}`,
        `     ${paint("dim", `decides: ${item.blocks.join(", ")}`)}`,
      ]),
    ].join("\n"),
  );
  return [head, ...groups].join("\n\n");
}

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
