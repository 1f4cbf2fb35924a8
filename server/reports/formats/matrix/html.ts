import { xmlOnOneLine as xml } from "../../../base/xml.ts";
import type { Matrix, MatrixRow } from "../../../chart/matrix.ts";
import { placeToString } from "../../../model/words/place.ts";
import { cellText, foundText, gapsText, legend, pairText, unmentionedText } from "./cells.ts";

export const style = `body{font:14px/1.4 Arial,Arimo,"Liberation Sans",Helvetica,sans-serif;color:#16191f;background:#fff;margin:24px}
h1{font-size:20px;margin:0}p{margin:4px 0}table{border-collapse:collapse;margin:16px 0}
th,td{border:1px solid #8c95a3;padding:4px 6px;text-align:left;vertical-align:top}thead th{vertical-align:bottom;font-size:12px;min-width:44px}
thead small{display:block;font-size:11px;font-weight:400;color:#525a66}tbody th{font-weight:400}.field th{background:#e8edf3;font-weight:700}
.cell{text-align:center;font-weight:700}.pair{background:#ffe3df}.gap{color:#8a1c14}
@page{size:landscape;margin:12mm}@media print{body{margin:0;font-size:11px}thead{display:table-header-group}tr{break-inside:avoid}}`;
/** Of the style above; a test holds it against it. Nothing else may style the page, and nothing at all may run in it. */
export const styleHash = "fvqFmaiUquKNuosIhNIml2b4dlxDm3t/xbfMoOZYkwQ=";

/** The matrix as one page without scripts, which prints with its headings on every sheet. */
export function html(matrix: Matrix): string {
  const { title, subtitle, columns, fields, pairs } = matrix;
  const name = `Who answers for what: ${title}`;
  const heads = columns.map(
    (one) => `<th scope="col">${xml(one.title)}${one.holder === "" ? "" : `<small>${xml(one.holder)}</small>`}</th>`,
  );
  const width = columns.length + 3;
  const bodies = fields.map(
    (field) =>
      `<tbody><tr class="field"><th colspan="${width}" scope="rowgroup">${xml(field.name)}</th></tr>\n${field.rows.map((row) => rowOf(matrix, row)).join("\n")}</tbody>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(name)}</title>
<style>${style}</style>
</head>
<body>
<h1>${xml(name)}</h1>
${subtitle === "" ? "" : `<p>${xml(subtitle)}</p>\n`}<p>${legend}</p>
<table>
<thead><tr><th scope="col">Activity</th>${heads.join("")}<th scope="col">Missing</th><th scope="col">Found</th></tr></thead>
${bodies.join("\n")}
</table>
${pairs.length === 0 ? "" : `<ul>${pairs.map((pair) => `<li>${xml(pairText(pair))}</li>`).join("")}</ul>\n`}<p>${xml(unmentionedText(matrix))}</p>
</body>
</html>
`;
}

function rowOf({ columns }: Matrix, row: MatrixRow): string {
  const cells = columns.map(({ key }) => {
    const cell = row.cells.get(key);
    return `<td class="cell${cell && cell.pairs.length > 0 ? " pair" : ""}">${xml(cellText(cell))}</td>`;
  });
  const found = `<td title="${xml(row.found.says.join("; "))}">${xml(foundText(row.found))}</td>`;
  return `<tr data-at="${xml(placeToString(row.at))}"><th scope="row">${xml(row.title)}</th>${cells.join("")}<td class="gap">${xml(gapsText(row))}</td>${found}</tr>`;
}
