// The rows of design/amendments.md, section by section, each with the test that holds it, as Markdown.
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const folder = "test/data/amendments/";
const cell = (text) => text.replaceAll("|", "\\|");

/** Every row of every section: `{ section, row, file, test }`, or `left` in place of a test. */
export const rows = () =>
  readdirSync(folder)
    .filter((name) => /^section-\d+\.yaml$/.test(name))
    .sort()
    .flatMap((name) =>
      parse(readFileSync(`${folder}${name}`, "utf8")).map((row) => ({ section: /\d+/.exec(name)[0], ...row })),
    );

export function table(all) {
  const sections = [...new Set(all.map(({ section }) => section))];
  return sections
    .map((section) => {
      const lines = all
        .filter((row) => row.section === section)
        .map(
          ({ row, file, test, left }) =>
            `| ${cell(row)} | ${left ? `open: ${cell(left)}` : `${file}: “${cell(test)}”`} |`,
        );
      return `## Section ${section}\n\n| Row | Held by |\n|---|---|\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

if (process.argv[1]?.endsWith("amendments.mjs")) process.stdout.write(table(rows()));
