import { type Planned, planOf, type Unplanned } from "../../../analysis/plan.ts";
import { printable } from "../../../base/columns.ts";
import { groupBy } from "../../../base/group.ts";
import { type Naming, namesIn } from "../../../model/org/naming.ts";
import { imperative } from "../../../model/words/remedy-words.ts";
import { type Names, sentence, spoken } from "../../../model/words/words.ts";
import { type Checked, type Format, isRead } from "../format.ts";
import { organizationSaid } from "./names.ts";

/** Who is to do what by when, and what nobody has planned yet. */
export const prettyWith = (naming: Naming): Format => ({
  says: "for people",
  isForPrograms: false,
  write: (files, paint) =>
    files
      .filter(isRead)
      .map((file) => planFor(file, naming, (text) => paint("bold", text), "  ").join("\n"))
      .join("\n\n")
      .concat("\n"),
});

/** The same as Markdown. */
export const markdownWith = (naming: Naming): Format => ({
  says: "to paste into a document",
  isForPrograms: false,
  write: (files) =>
    files
      .filter(isRead)
      .map((file) => planFor(file, naming, (text) => `\n## ${text}\n`, "- ").join("\n"))
      .join("\n\n")
      .concat("\n"),
});

function planFor(
  { path, analysis }: Extract<Checked, { analysis: object }>,
  naming: Naming,
  heading: (text: string) => string,
  bullet: string,
): string[] {
  const names = namesIn(analysis.document.org, naming);
  const { recommended, unplanned } = planOf(analysis);
  const byOwner = groupBy(recommended, ({ owner }) => (owner ? spoken(owner.named, names) : "Nobody yet"));
  const lines = [...byOwner].flatMap(([owner, own]) => [
    heading(printable(owner)),
    ...own.map((one) => `${bullet}${printable(planned(one, names))}`),
  ]);
  const open = unplanned.map((one) => `${bullet}${printable(without(one, names))}`);
  const name = organizationSaid(analysis, naming);
  return [
    heading(printable(naming !== "full" && name !== null ? name : name === null ? path : `${name} (${path})`)),
    ...(recommended.length === 0 ? ["Nothing is recommended yet."] : lines),
    ...(open.length === 0 ? [] : [heading("Not planned yet"), ...open]),
  ];
}

/** "31 March 2027" would not sort: the day stands in front as it is written. */
const planned = ({ title, due, status, rule, stands }: Planned, names: Names): string =>
  `${due ?? "no day"}  ${sentence(spoken(title, names))} (${status}${stands ? "" : "; not found any more"}) [${rule}]`;

const without = ({ finding, first }: Unplanned, names: Names): string =>
  `${finding.severity}: ${spoken(finding.says, names)}${first ? ` First remedy: ${spoken(imperative(first), names)}.` : ""} [${finding.rule}]`;
