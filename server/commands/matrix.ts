import { chartFindings } from "../analysis/chart-findings.ts";
import { currentDay } from "../base/day.ts";
import { counted } from "../chart/chart.ts";
import { type Matrix, matrixOf } from "../chart/matrix.ts";
import type { Cell, Sheet } from "../exports/xlsx.ts";
import { type Naming, namings } from "../model/org/naming.ts";
import { csv } from "../reports/formats/csv.ts";
import { pairText, rowsOfText, unmentionedText } from "../reports/formats/matrix/cells.ts";
import { html } from "../reports/formats/matrix/html.ts";
import { markdown } from "../reports/formats/matrix/markdown.ts";
import { type Command, readArguments } from "./arguments.ts";
import { loadExports } from "./exporting.ts";
import { oneClient, outOf, Unreadable, writeOut } from "./out.ts";
import { print } from "./output.ts";

const formats = { html: "text", md: "text", csv: "text", xlsx: "bytes" } as const;
type Format = keyof typeof formats;

/** `itorg matrix`: who answers for what, as a table. */
export const matrix: Command = {
  help: `Usage: itorg matrix PATH --out FILE.(html|md|csv|xlsx) [OPTION...]

Writes who is responsible, accountable, consulted and informed, activity by activity,
with what is missing and which duties are in hands that should not have both.

  PATH           a client's file, a folder with one, or - for standard input
  --out FILE     .html, .md, .csv or .xlsx; - is standard output, with --format html, md
                 or csv
  --names HOW    full (the default), initials, codes or none
  --today DATE   the day to check as of, such as 2026-11-22; today where none is given
  --force        write over a file that is there

Exit status: 0 done; 1 done, but the file could not be read in full; 2 wrong call,
unreadable file, or nothing written.
`,
  async run(args) {
    const call = readArguments(args, {
      out: { is: "text" },
      format: { is: "choice", of: Object.keys(formats) },
      names: { is: "choice", of: namings },
      today: { is: "day" },
      force: { is: "switch" },
    });
    const { path, format, over } = outOf(call, formats);
    try {
      const { options, positionals } = call;
      const { analysis, isWhole } = await oneClient(positionals, options.get("today") ?? currentDay());
      const names = (options.get("names") ?? "full") as Naming;
      const table = matrixOf(analysis.document.org, chartFindings(analysis), names);
      await writeOut([{ path, content: await contentOf(table, format) }], over);
      const rows = table.fields.reduce((sum, field) => sum + field.rows.length, 0);
      const left = table.unmentioned.length === 0 ? "" : `; the file says nothing of ${table.unmentioned.length} more`;
      if (path !== undefined) print(`Wrote ${path}: ${counted(rows, "activity", "activities")}${left}.\n`);
      return isWhole ? 0 : 1;
    } catch (error) {
      if (error instanceof Unreadable) return 2;
      throw error;
    }
  },
};

async function contentOf(table: Matrix, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case "html":
      return html(table);
    case "md":
      return markdown(table);
    case "csv":
      return csv(rowsOfText(table));
    default:
      return (await loadExports()).xlsx(sheetsOf(table));
  }
}

/** The matrix on one sheet; pairs and what has no row on a second. */
function sheetsOf(table: Matrix): Sheet[] {
  const [heads = [], ...rows] = rowsOfText(table);
  const hasHolders = table.columns.some(({ holder }) => holder !== "");
  const data = rows.map((row, i) =>
    row.map((text, column): Cell => cellOf(text, hasHolders && i === 0, column, heads.length)),
  );
  const widths = heads.map((_, column) =>
    column === 1 ? 32 : column >= heads.length - 2 ? 26 : column === 0 ? 16 : 14,
  );
  const cells: Sheet = {
    name: "Matrix",
    rows: [heads.map((text) => ({ text, bold: true, ground: "#dfe6ee" })), ...data],
    widths,
    stickyRows: hasHolders ? 2 : 1,
    stickyColumns: 2,
  };
  const notes = [
    `${table.title}${table.subtitle === "" ? "" : `, ${table.subtitle}`}`,
    ...table.pairs.map(pairText),
    unmentionedText(table),
  ];
  const lines = notes.filter((line) => line !== "").map((text) => [{ text }]);
  return [cells, { name: "Notes", rows: lines, widths: [110], stickyRows: 0, stickyColumns: 0 }];
}

function cellOf(text: string, isHolder: boolean, column: number, count: number): Cell {
  if (isHolder) return { text, ground: "#f0f3f7" };
  const isLetter = column > 1 && column < count - 2;
  return isLetter ? { text, centred: true, ...(text.includes("(") ? { ground: "#ffe3df" } : {}) } : { text };
}
