import writeExcelFile from "write-excel-file/universal";
import { repacked } from "./repacked.ts";

/** A sheet of a workbook. All cells are text, so that nothing in them is a formula, a date or a number. */
export interface Sheet {
  /** At most 31 characters, none of []:*?/\. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** In characters, a column each. */
  readonly widths: readonly number[];
  /** So many rows and columns stay in sight. */
  readonly stickyRows: number;
  readonly stickyColumns: number;
}

export interface Cell {
  readonly text: string;
  readonly bold?: boolean;
  /** A colour behind the text, as #rrggbb. */
  readonly ground?: string;
  readonly centred?: boolean;
}

/** A workbook as XLSX. The same sheets give the same bytes, on every day and in every time zone. */
export async function xlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const parts = sheets.map(({ name, rows, widths, stickyRows, stickyColumns }) => ({
    sheet: name,
    data: rows.map((row) => row.map(cellOf)),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: stickyRows,
    stickyColumnsCount: stickyColumns,
    orientation: "landscape" as const,
  }));
  const written = writeExcelFile(parts, { fontFamily: "Arial", fontSize: 10 });
  const blob = await written.toBlob();
  return repacked(new Uint8Array(await blob.arrayBuffer()), "2000-01-01");
}

function cellOf({ text, bold, ground, centred }: Cell) {
  return {
    value: text,
    type: String,
    wrap: true,
    alignVertical: "top" as const,
    ...(bold ? { fontWeight: "bold" as const } : {}),
    ...(ground === undefined ? {} : { backgroundColor: ground }),
    ...(centred ? { align: "center" as const } : {}),
  };
}
