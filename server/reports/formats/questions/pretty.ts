import { type Item, sheets, spokenWith } from "../../../analysis/asked.ts";
import type { Analysis } from "../../../analysis/check.ts";
import { countOf } from "../../../analysis/question-groups.ts";
import { printable } from "../../../base/columns.ts";
import { type Naming, namesIn } from "../../../model/org/naming.ts";
import { type Format, isRead, type Paint, usual } from "../format.ts";
import { tellingOf } from "../telling.ts";

/** The questions of each file, a sheet a person; with `all`, also what is asked only if there is time. */
export const prettyWith = (all: boolean): Format => ({
  says: "for people",
  isForPrograms: false,
  write: (files, paint, { names } = usual) =>
    files
      .filter(isRead)
      .map((file) => prettyFile(file, paint, all, names))
      .join("\n\n")
      .concat("\n"),
});

function prettyFile(
  { path, analysis }: { path: string; analysis: Analysis },
  paint: Paint,
  isAll: boolean,
  naming: Naming,
): string {
  const names = namesIn(analysis.document.org, naming);
  const { organization: name } = tellingOf(analysis, naming);
  const spoken = spokenWith(analysis, names);
  const count = countOf(analysis.questions);
  const head = [
    paint("bold", printable(naming === "none" ? "The client" : name === null ? path : `${path} (${name})`)),
    ...(spoken === undefined ? [] : [paint("dim", printable(spoken))]),
  ].join("\n");
  if (count.all === 0) return `${head}\n\nNo open question.`;
  const list = (items: readonly Item[]) =>
    items.flatMap((item) => [
      `${String(item.number).padStart(3)}. ${printable(item.text)}`,
      ...(item.blocks.length > 0 ? [`     ${paint("dim", `decides: ${item.blocks.join(", ")}`)}`] : []),
    ]);
  const asked = sheets(analysis, names).flatMap(({ ask, whom, last, now, later }) => {
    const title = ask === null ? whom : `Ask ${whom}${last ? `, again: spoken with on ${last}` : ""}`;
    const shown = [...list(now), ...(isAll && later.length > 0 ? ["  If there is time:", ...list(later)] : [])];
    return shown.length > 0 ? [[paint("bold", printable(title)), ...shown].join("\n")] : [];
  });
  const left = count.all - count.now;
  const more = left > 0 && !isAll ? [`${left} more if there is time: --all lists ${left === 1 ? "it" : "them"}.`] : [];
  return [head, ...asked, ...more].join("\n\n");
}
