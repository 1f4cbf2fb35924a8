import { blocks, bold, escaped, list, table } from "../../../base/markdown.ts";
import type { Matrix } from "../../../chart/matrix.ts";
import { cellText, foundText, gapsText, legend, pairText, unmentionedText } from "./cells.ts";

/** The matrix as Markdown: a table a field, so that each can be read on a page. */
export function markdown(matrix: Matrix): string {
  const { title, subtitle, columns, fields, pairs } = matrix;
  const heads = columns.map((one) =>
    [bold(escaped(one.title)), escaped(one.holder)].filter((part) => part !== "").join("<br>"),
  );
  const tables = fields.flatMap(({ name, rows }) => [
    `## ${escaped(name)}`,
    table(
      rows.map((row) => [
        escaped(row.title),
        ...columns.map(({ key }) => escaped(cellText(row.cells.get(key)))),
        escaped(gapsText(row)),
        escaped(foundText(row.found)),
      ]),
      ["Activity", ...heads, "Missing", "Found"],
    ),
  ]);
  const document = blocks(
    `# Who answers for what: ${escaped(title)}`,
    escaped(subtitle),
    legend,
    ...tables,
    list(pairs.map((pair) => escaped(pairText(pair)))),
    escaped(unmentionedText(matrix)),
  );
  return `${document}\n`;
}
