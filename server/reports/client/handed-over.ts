import { chartFindings } from "../../analysis/chart-findings.ts";
import type { Analysis } from "../../analysis/check.ts";
import { chartOf, postsOf } from "../../chart/build.ts";
import { draw } from "../../chart/draw.ts";
import { matrixOf } from "../../chart/matrix.ts";
import { mermaid } from "../../chart/mermaid.ts";
import { onScreen } from "../../chart/pages.ts";
import type { Naming } from "../../model/org/naming.ts";
import { csv } from "../formats/csv.ts";
import { rowsOfText } from "../formats/matrix/cells.ts";
import { html } from "../formats/matrix/html.ts";
import { markdown } from "../formats/matrix/markdown.ts";

/** What the editor hands over of a chart and a matrix: as text, with the same bytes as the command line writes. */
export const handedOver: Readonly<Record<string, (analysis: Analysis, names: Naming) => string>> = {
  "chart.svg": (analysis, names) => draw(onScreen(chart(analysis, names)), { theme: "light" }),
  "chart.mmd": (analysis, names) => mermaid(chart(analysis, names)),
  "chart.csv": (analysis, names) => csv(postsOf(analysis.document.org, chartFindings(analysis), { names })),
  "matrix.html": (analysis, names) => html(matrix(analysis, names)),
  "matrix.md": (analysis, names) => markdown(matrix(analysis, names)),
  "matrix.csv": (analysis, names) => csv(rowsOfText(matrix(analysis, names))),
};

const chart = (analysis: Analysis, names: Naming) => chartOf(analysis.document.org, chartFindings(analysis), { names });

const matrix = (analysis: Analysis, names: Naming) => matrixOf(analysis.document.org, chartFindings(analysis), names);
