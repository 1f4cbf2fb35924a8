import { type Found, markKinds } from "../../../chart/chart.ts";
import type { Matrix, MatrixCell, MatrixPair, MatrixRow } from "../../../chart/matrix.ts";

/** The matrix as words, the same in every format. */

/** "R A" and the numbers of the pairs that the cell is part of: "R A (1)". */
export function cellText(cell: MatrixCell | undefined): string {
  if (!cell) return "";
  const pairs = cell.pairs.length === 0 ? "" : ` (${cell.pairs.join(", ")})`;
  return `${cell.letters.join(" ")}${pairs}`;
}

/** "2 errors, 1 settled". */
export function foundText({ marks }: Found): string {
  const words = { error: "error", warning: "warning", info: "note", hint: "hint", settled: "settled" } as const;
  const counted = markKinds
    .filter((kind) => marks[kind] > 0)
    .map((kind) => {
      const count = marks[kind];
      return `${count} ${words[kind]}${count === 1 || kind === "settled" ? "" : "s"}`;
    });
  return counted.join(", ");
}

export const gapsText = ({ gaps }: MatrixRow): string => gaps.join("; ");

export const pairText = ({ number, title, severity, settled }: MatrixPair): string =>
  `(${number}) ${title}: ${severity}${settled ? ", accepted or recommended" : ""}`;

/** What is said of the activities that have no row. */
export function unmentionedText({ unmentioned, complete }: Matrix): string {
  if (unmentioned.length === 0) return "";
  return `${complete ? "Nobody does" : "Not asked about yet"}: ${unmentioned.join(", ")}.`;
}

export const legend =
  "R responsible, A accountable, C consulted, I informed. A number in brackets: duties in the same hands that should not be.";

/** The whole as a table of text: headings, who is in the posts, then a row an activity with its field in front. */
export function rowsOfText(matrix: Matrix): string[][] {
  const { columns, fields } = matrix;
  const heads = ["Field", "Activity", ...columns.map(({ title }) => title), "Missing", "Found"];
  const holders = ["", "", ...columns.map(({ holder }) => holder), "", ""];
  const rows = fields.flatMap(({ name, rows }) =>
    rows.map((row) => [
      name,
      row.title,
      ...columns.map(({ key }) => cellText(row.cells.get(key))),
      gapsText(row),
      foundText(row.found),
    ]),
  );
  return [heads, ...(holders.some((one) => one !== "") ? [holders] : []), ...rows];
}
