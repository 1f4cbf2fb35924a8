import { type FitRow, roleFitOf, type ShownFit } from "../../analysis/role-fit.ts";
import { blocks, bold, escaped, list, table } from "../../base/markdown.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Post } from "../../model/org/entities.ts";
import type { Org } from "../../model/org/org.ts";
import { full, spoken } from "../../model/words/words.ts";
import { asOurs, bothSides } from "./card.ts";

/**
 * How a post fits the roles that the sources define, as Markdown: the counts for each role, the best first, then the
 * facts beside the best one's and the own one's definition. Empty where nothing is on record that could be compared.
 */
export function roleFitCard(org: Org, post: Post): string {
  const { knowledge } = org;
  const nameOf = (role: string): string => escaped(knowledge.roles.nameOf(role));
  const fits = roleFitOf(org, post) ?? [];
  if (fits.every(({ met, contradicted }) => met + contradicted === 0)) return "";
  const shown = fits.filter((fit, i) => i === 0 || fit.isOwn);
  return blocks(
    bold("Which role its facts describe"),
    list(fits.map((fit) => countsOf(fit, nameOf(fit.role)))),
    ...shown.map((fit) => blocks(`${bold(nameOf(fit.role))}, fact by fact`, factTable(fit, knowledge))),
  );
}

function countsOf({ isOwn, met, contradicted, unknown }: ShownFit, name: string): string {
  const counts = [`${met} met`, ...(contradicted > 0 ? [`${contradicted} contradicted`] : []), `${unknown} not known`];
  return `${isOwn ? `${bold(name)} (its role)` : name}: ${counts.join(", ")}`;
}

const factTable = ({ rows }: ShownFit, knowledge: Knowledge): string =>
  table(
    rows.map((row) => cellsOf(row, knowledge)),
    ["What", "In this file", "By definition", "Who says so"],
  );

const signs = { met: "✓", contradicted: "✗", unknown: "?" } as const;

/** A fact in dispute has no sign, since it does not count. */
function cellsOf(row: FitRow, knowledge: Knowledge): string[] {
  const { what, declared, expected, result, isWeighed, sources, ours, against } = row;
  return [
    isWeighed ? `${signs[result]} ${escaped(what)}` : `${escaped(what)}, disputed`,
    escaped(spoken(declared ?? "not known", full)),
    escaped(expected),
    asOurs(bothSides(sources, against, knowledge), ours),
  ];
}
