import type { Analysis } from "../../../analysis/check.ts";
import { printable } from "../../../base/columns.ts";
import { given } from "../../../model/words/fact.ts";
import { type Format, isRead, type Paint } from "../format.ts";
import { grouped, spokenWith } from "./asked.ts";

/** The questions of each file by whom to ask. */
export const pretty: Format = {
  says: "for people",
  isForPrograms: false,
  write: (files, paint) =>
    files
      .filter(isRead)
      .map((file) => prettyFile(file, paint))
      .join("\n\n")
      .concat("\n"),
};

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
