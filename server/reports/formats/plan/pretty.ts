import { type Planned, planOf, type Unplanned } from "../../../analysis/plan.ts";
import { printable } from "../../../base/columns.ts";
import { groupBy } from "../../../base/group.ts";
import { imperative } from "../../../model/words/remedy-words.ts";
import { full, sentence, spoken } from "../../../model/words/words.ts";
import { type Checked, type Format, isRead } from "../format.ts";
import { organizationOf } from "../questions/json.ts";

/** Who is to do what by when, and what nobody has planned yet. */
export const pretty: Format = {
  says: "for people",
  isForPrograms: false,
  write: (files, paint) =>
    files
      .filter(isRead)
      .map((file) => planFor(file, (text) => paint("bold", text), "  ").join("\n"))
      .join("\n\n")
      .concat("\n"),
};

/** The same as Markdown. */
export const markdown: Format = {
  says: "to paste into a document",
  isForPrograms: false,
  write: (files) =>
    files
      .filter(isRead)
      .map((file) => planFor(file, (text) => `\n## ${text}\n`, "- ").join("\n"))
      .join("\n\n")
      .concat("\n"),
};

function planFor(
  { path, analysis }: Extract<Checked, { analysis: object }>,
  heading: (text: string) => string,
  bullet: string,
): string[] {
  const { recommended, unplanned } = planOf(analysis);
  const byOwner = groupBy(recommended, ({ owner }) => (owner ? spoken(owner.named, full) : "Nobody yet"));
  const lines = [...byOwner].flatMap(([owner, own]) => [
    heading(printable(owner)),
    ...own.map((one) => `${bullet}${printable(planned(one))}`),
  ]);
  const open = unplanned.map((one) => `${bullet}${printable(without(one))}`);
  const name = organizationOf(analysis);
  return [
    heading(printable(name === null ? path : `${name} (${path})`)),
    ...(recommended.length === 0 ? ["Nothing is recommended yet."] : lines),
    ...(open.length === 0 ? [] : [heading("Not planned yet"), ...open]),
  ];
}

/** "31 March 2027" would not sort: the day stands in front as it is written. */
const planned = ({ title, due, status, rule, stands }: Planned): string =>
  `${due ?? "no day"}  ${sentence(spoken(title, full))} (${status}${stands ? "" : "; not found any more"}) [${rule}]`;

const without = ({ finding, first }: Unplanned): string =>
  `${finding.severity}: ${spoken(finding.says, full)}${first ? ` First remedy: ${spoken(imperative(first), full)}.` : ""} [${finding.rule}]`;
