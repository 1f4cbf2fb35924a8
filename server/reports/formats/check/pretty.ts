import type { Analysis } from "../../../analysis/check.ts";
import type { Finding, Recommended } from "../../../analysis/finding.ts";
import { folded } from "../../../analysis/folding.ts";
import { countOf } from "../../../analysis/question-groups.ts";
import { excerpt, printable } from "../../../base/columns.ts";
import { dayInWords } from "../../../base/day.ts";
import { type Config, notesOnConfig } from "../../../firm/config.ts";
import type { Naming } from "../../../model/org/naming.ts";
import { isSilent, listOf, sentence } from "../../../model/words/words.ts";
import { type Checked, type Format, isRead, type Paint, usual } from "../format.ts";
import { type Telling, tellingOf } from "../telling.ts";
import { countsIn, severityWords, summarize } from "./sums.ts";

/** Columns for a line of the file; with the margin it fits a terminal of 110. */
const lineLimit = 100;

/** Each finding with its line of the file, the further ones of a kind on a line each, then the sums. */
export const pretty: Format = {
  says: "for people",
  isForPrograms: false,
  write(files, paint, { names } = usual) {
    const findings = files.filter(isRead).flatMap((file) => prettyFile(file.path, file.analysis, paint, names));
    return [...findings, summaryOf(files, paint)].join("\n\n").concat("\n");
  },
};

function prettyFile(path: string, analysis: Analysis, paint: Paint, names: Naming): string[] {
  const telling = tellingOf(analysis, names);
  return folded(analysis.findings).map(({ told, others }) => {
    const full = prettyFinding(path, analysis, told, paint, telling);
    if (others.length === 0) return full;
    const more = others.map((one) => {
      const { line, character } = analysis.document.text.positionAt(one.span.start);
      const head = `${severityWords[one.severity]}${one.accepted ? " (accepted)" : ""}[${one.rule}]`;
      return `   ${paint(one.accepted ? "dim" : one.severity, head)} ${printable(path)}:${line + 1}:${character + 1} ${printable(telling.says(one.says))}`;
    });
    return [full, `   ${paint("bold", `and ${others.length} more of this kind:`)}`, ...more].join("\n");
  });
}

function prettyFinding(path: string, analysis: Analysis, finding: Finding, paint: Paint, telling: Telling): string {
  const { text } = analysis.document;
  const start = text.positionAt(finding.span.start);
  const end = text.positionAt(finding.span.end);
  const line = text.line(start.line);
  const lastCharacter = end.line === start.line ? end.character : line.length;
  const { line: shown, before, width } = excerpt(line, start.character, lastCharacter, lineLimit);
  const number = String(start.line + 1);
  const margin = " ".repeat(number.length);
  const bar = paint("dim", "|");
  const style = finding.accepted ? "dim" : finding.severity;
  const head = `${severityWords[finding.severity]}${finding.accepted ? " (accepted)" : ""}[${finding.rule}]`;
  return [
    `${paint(style, head)}: ${paint("bold", printable(telling.says(finding.says)))}`,
    `${margin}${paint("dim", "-->")} ${printable(path)}:${number}:${start.character + 1}`,
    // The file's own line may hold any name.
    ...(telling.isFull
      ? [
          `${margin} ${bar}`,
          `${paint("dim", number)} ${bar} ${shown}`.trimEnd(),
          `${margin} ${bar} ${" ".repeat(before)}${paint(style, "^".repeat(width))}`,
        ]
      : []),
    ...Array.from(notesOn(path, analysis, finding, telling)).map(
      ([label, note]) => `${margin} ${paint("dim", "=")} ${paint("bold", label)}: ${printable(note)}`,
    ),
  ].join("\n");
}

/** What stands below the line: why, who says so, where else to look, what to do, and who accepted it. */
function* notesOn(
  path: string,
  { document }: Analysis,
  finding: Finding,
  telling: Telling,
): Iterable<[string, string]> {
  if (!isSilent(finding.reason)) yield ["why", telling.says(finding.reason)];
  const { law, evidence } = document.org.knowledge;
  const said = evidence.citedNames(finding.rests.filter((id) => !law.provisions.has(id)));
  const names = [
    ...new Set(finding.hits.map(({ short }) => short)),
    ...(finding.ours && said.length > 0 ? [`our conclusion, from ${listOf(said)}`] : said),
  ];
  const isDisputed = finding.against.length > 0;
  const sayings = [...(names.length > 0 ? [names.join("; ")] : []), ...(isDisputed ? ["the sources disagree"] : [])];
  if (sayings.length > 0) yield ["who says so", sayings.join("; ")];
  for (const { span, message } of finding.related) {
    const { line, character } = document.text.positionAt(span.start);
    yield ["see", `${path}:${line + 1}:${character + 1} ${telling.says(message)}`];
  }
  for (const fix of finding.fixes) yield ["fix", telling.says(fix.title)];
  for (const step of finding.firstSteps)
    yield ["first step", sentence(telling.says(step.title).replace(/^First step: /, ""))];
  for (const one of finding.recommended)
    yield [one.status === "proposed" ? "proposed" : "recommended", inFull(one, telling)];
  const { accepted } = finding;
  if (accepted) {
    yield [
      "accepted",
      `by ${telling.says(accepted.approvedBy)}${accepted.until ? ` until ${accepted.until}` : ""}: ${telling.says(accepted.reason)}`,
    ];
    if (accepted.compensatingControl) yield ["compensating control", telling.says(accepted.compensatingControl)];
  }
}

/** "let the CISO report to the CEO (agreed, CEO, by 31 March 2027)" */
function inFull({ title, status, owner, due }: Recommended, telling: Telling): string {
  const more = [
    ...(status === "proposed" ? [] : [status]),
    ...(owner ? [telling.says(owner.named)] : []),
    ...(due === null ? [] : [`by ${dayInWords(due)}`]),
  ];
  return `${telling.says(title)}${more.length === 0 ? "" : ` (${more.join(", ")})`}`;
}

function summaryOf(files: readonly Checked[], paint: Paint): string {
  const sums = summarize(files);
  const read = files.filter(isRead);
  const left = files.length - read.length;
  const asked = read.filter((file) => file.analysis.questions.length > 0);
  const now = asked.reduce((sum, { analysis }) => sum + countOf(analysis.questions).now, 0);
  const questions = `${sums["questions"] === 1 ? "1 question" : `${sums["questions"]} questions`} (${now} now)`;
  return [
    ...(read.length === 0 ? [] : [countsIn(files, paint)]),
    ...(asked.length > 0 ? [`${questions} for the next interview: itorg questions ${pathOf(asked)}`] : []),
    ...configNotes(read.map(({ analysis }) => analysis.config)),
    ...(left > 0 ? [`${left} ${left === 1 ? "file" : "files"} could not be read.`] : []),
  ].join("\n");
}

/** What every reader must know of the configurations that were used, each once. */
const configNotes = (configs: readonly Config[]): string[] =>
  [...new Set(configs)].flatMap((config) => notesOnConfig(config).map(printable));

const pathOf = (files: readonly Checked[]): string => (files.length === 1 ? printable(files[0]!.path) : "FILE");
