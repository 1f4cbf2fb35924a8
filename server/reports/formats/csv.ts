import Papa from "papaparse";

/**
 * A table as CSV for spreadsheets, its headings in the first row: UTF-8 with a byte-order mark, which Excel needs, and
 * no cell that a spreadsheet would take for a formula.
 */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: true, newline: "\r\n" },
  )}\r\n`;
