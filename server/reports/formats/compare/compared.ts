import type { Subject } from "../../../analysis/compare/changes.ts";
import type { Comparison } from "../../../analysis/compare/compare.ts";
import type { Finding } from "../../../analysis/finding.ts";
import { clean } from "../../../base/clean.ts";
import { counted } from "../../../chart/chart.ts";
import { clientName, type Naming, namesAmong } from "../../../model/org/naming.ts";
import { given } from "../../../model/words/fact.ts";
import { type Names, type Sayable, spoken } from "../../../model/words/words.ts";

/** Two files of one client, compared; the paths as they are to be printed. */
export interface Compared {
  readonly paths: { readonly before: string; readonly after: string };
  readonly comparison: Comparison;
  readonly names: Naming;
}

/** One way to write a comparison. */
export interface CompareFormat {
  /** Whom or what it is for, in a few words behind its name in the help. */
  readonly says: string;
  /** The whole output, its last line ended. */
  write(compared: Compared): string;
}

/** How both files' people are named: whoever is in both alike. */
export const namesOf = ({ comparison: { before, after }, names }: Compared): Names =>
  namesAmong([before.document.org, after.document.org], names);

/** A comparison as it is read, before it has a format: what changed first, then what that means. */
export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[];
}

const headings: readonly (readonly [heading: string, what: readonly Subject[]])[] = [
  ["Posts", ["post", "holder"]],
  ["Reporting lines", ["line"]],
  ["Duties", ["duty"]],
  ["Committees", ["committee"]],
  ["Providers", ["provider"]],
  ["Laws and standards", ["regime"]],
  ["Other facts", ["fact"]],
];

export function sheetOf(compared: Compared): Sheet {
  const { comparison, paths, names: naming } = compared;
  const { before, after, changes, findings, questions } = comparison;
  const names = namesOf(compared);
  const say = (said: Sayable) => clean(spoken(said, names));
  const grave = (some: readonly Finding[]) => some.filter(({ severity }) => severity !== "hint");
  const told = (some: readonly Finding[]) =>
    grave(some).map(
      ({ severity, says, rule, accepted }) => `${severity}${accepted ? " (accepted)" : ""}: ${say(says)} [${rule}]`,
    );
  const asked = (some: Comparison["questions"]["open"]) => some.map(({ question }) => say(question));
  const counts = [
    `${counted(grave(findings.ended).length, "finding")} ended`,
    `${grave(findings.new).length} new`,
    `${grave(findings.remaining).length} remaining`,
  ];
  const sections = [
    ...headings.map(([heading, what]) => ({
      heading,
      items: changes.filter((change) => what.includes(change.what)).map(({ says }) => say(says)),
    })),
    { heading: "Findings that have ended", items: told(findings.ended) },
    { heading: "New findings", items: told(findings.new) },
    { heading: "Findings that remain", items: told(findings.remaining) },
    { heading: "Questions that are answered", items: asked(questions.answered) },
    { heading: "New questions", items: asked(questions.new) },
  ];
  const { org } = after.document;
  const isNamed = given(org.data.organization.name) !== undefined;
  return {
    title: clean(isNamed ? clientName(org, naming) : clientName(before.document.org, naming)),
    subtitle: `${clean(paths.before)}, then ${clean(paths.after)}: ${changes.length === 0 ? "nothing in the organization has changed" : counted(changes.length, "change")}; ${counts.join(", ")}; ${counted(questions.open.length, "fact")} still to be asked.`,
    sections: sections.filter(({ items }) => items.length > 0),
  };
}
