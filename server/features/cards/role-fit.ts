import { type FitRow, roleFitOf, type ShownFit } from "../../analysis/role-fit.ts";
import { blocks, bold, escaped, list, table } from "../../base/markdown.ts";
import { roleName } from "../../knowledge/roles.ts";
import type { Post } from "../../model/org/entities.ts";
import type { Org } from "../../model/org/org.ts";
import { bothSides } from "./card.ts";

/**
 * How a post fits the roles that the sources define, as Markdown: the counts for each role, the best first, then the
 * facts beside the best one's and the own one's definition. Empty where nothing is on record that could be compared.
 */
export function roleFitCard(org: Org, post: Post): string {
  const fits = roleFitOf(org, post) ?? [];
  if (fits.every(({ met, contradicted }) => met + contradicted === 0)) return "";
  const shown = fits.filter((fit, i) => i === 0 || fit.isOwn);
  return blocks(
    bold("Which role its facts describe"),
    list(fits.map(countsOf)),
    ...shown.map((fit) => blocks(`${bold(escaped(roleName(fit.role)))}, fact by fact`, factTable(fit))),
  );
}

function countsOf({ role, isOwn, met, contradicted, unknown }: ShownFit): string {
  const name = escaped(roleName(role));
  const counts = [`${met} met`, ...(contradicted > 0 ? [`${contradicted} contradicted`] : []), `${unknown} not known`];
  return `${isOwn ? `${bold(name)} (its role)` : name}: ${counts.join(", ")}`;
}

const factTable = ({ rows }: ShownFit): string =>
  table(rows.map(cellsOf), ["", "*in this file*", "*by definition*", "*who says so*"]);

const signs = { met: "✓", contradicted: "✗", unknown: "?" } as const;

/** A fact in dispute has no sign, since it does not count. */
function cellsOf({ what, declared, expected, result, isWeighed, sources, against }: FitRow): string[] {
  return [
    isWeighed ? `${signs[result]} ${escaped(what)}` : `${escaped(what)}, disputed`,
    escaped(declared ?? "not known"),
    escaped(expected),
    bothSides(sources, against),
  ];
}
