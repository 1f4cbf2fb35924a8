import { chartFindings } from "../../../analysis/chart-findings.ts";
import type { Block, Column, Row, Table } from "../../../base/document.ts";
import { type Matrix, type MatrixColumn, type MatrixRow, matrixOf } from "../../../chart/matrix.ts";
import { cellText, gapsText, legend, pairText, unmentionedText } from "../../formats/matrix/cells.ts";
import type { Said } from "../said.ts";

/** More columns than this cannot be read on one page, and go on in a second table. */
const mostColumns = 9;

/** Who is responsible, accountable, consulted and informed. */
export function matrix(said: Said): Block[] {
  const table = matrixOf(said.org, chartFindings(said.analysis), said.naming);
  if (table.fields.length === 0) return [{ is: "paragraph", text: "The file says nothing of activities yet." }];
  const parts = inParts(table.columns);
  const unmentioned = unmentionedText(table);
  return [
    { is: "paragraph", text: legend, look: "note" },
    ...parts.flatMap((columns, i): Block[] => [
      ...(parts.length > 1 ? [{ is: "heading" as const, text: headOf(columns) }] : []),
      tableOf(table, columns, i === parts.length - 1),
    ]),
    ...(table.pairs.length === 0 ? [] : [{ is: "list" as const, items: table.pairs.map(pairText) }]),
    ...(unmentioned === "" ? [] : [{ is: "paragraph" as const, text: unmentioned, look: "note" as const }]),
  ];
}

const headOf = (columns: readonly MatrixColumn[]): string =>
  `${columns[0]?.title ?? ""}${columns.length > 1 ? ` to ${columns.at(-1)?.title}` : ""}`;

/** As even as they can be. */
function inParts(columns: readonly MatrixColumn[]): MatrixColumn[][] {
  const count = Math.max(1, Math.ceil(columns.length / mostColumns));
  const size = Math.ceil(columns.length / count);
  return Array.from({ length: count }, (_, i) => columns.slice(i * size, (i + 1) * size));
}

function tableOf({ fields }: Matrix, own: readonly MatrixColumn[], isLast: boolean): Table {
  const columns: Column[] = [
    { title: "Activity", width: 24 },
    ...own.map(({ title, holder }) => ({
      title,
      width: 9,
      centred: true,
      ...(holder === "" ? {} : { under: holder }),
    })),
    ...(isLast ? [{ title: "Missing", width: 18 }] : []),
  ];
  const hasSomething = (row: MatrixRow) =>
    own.some(({ key }) => row.cells.has(key)) || (isLast && row.gaps.length > 0) || own.length === 0;
  const rows = fields.flatMap(({ name, rows }): Row[] => {
    const shown = rows.filter(hasSomething);
    if (shown.length === 0) return [];
    return [{ cells: [{ text: name }] }, ...shown.map((row) => rowOf(row, own, isLast))];
  });
  return { is: "table", about: "Who answers for which activity", columns, rows };
}

function rowOf(row: MatrixRow, own: readonly MatrixColumn[], isLast: boolean): Row {
  const cells = own.map(({ key }) => {
    const cell = row.cells.get(key);
    return { text: cellText(cell), ...(cell && cell.pairs.length > 0 ? { tone: "bad" as const } : {}) };
  });
  return { cells: [{ text: row.title }, ...cells, ...(isLast ? [{ text: gapsText(row) }] : [])] };
}
