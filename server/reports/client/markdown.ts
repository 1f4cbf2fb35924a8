import { clean } from "../../base/clean.ts";
import { type Block, type Document, type Inline, runsOf } from "../../base/document.ts";
import { blocks, escaped, list, table } from "../../base/markdown.ts";

/** A report as Markdown; the chart is a Mermaid block, which many readers draw. Nothing in it is a link of the file's. */
export function markdown({ cover, parts }: Document): string {
  const front = cover
    ? blocks(
        `# ${text(cover.title)}`,
        text(cover.subtitle),
        cover.firm === "" ? "" : `**${text(cover.firm)}**`,
        list(cover.lines.map(text)),
        `**${text(cover.confidential)}**`,
      )
    : "";
  const all = parts.map(({ title, blocks: own }) => blocks(`## ${text(title)}`, ...own.map(blockOf)));
  return `${blocks(front, ...all)}\n`;
}

function blockOf(block: Block): string {
  switch (block.is) {
    case "heading":
      return `### ${text(block.text)}`;
    case "paragraph":
      return inline(block.text);
    case "list":
      return list(block.items.map(inline));
    case "table": {
      const heads = block.columns.map(({ title, under }) =>
        under === undefined ? text(title) : `${text(title)} (${text(under)})`,
      );
      const rows = block.rows.map(({ cells }) =>
        cells.length === 1 ? [`**${inline(cells[0]!.text)}**`] : cells.map((cell) => inline(cell.text)),
      );
      return table(rows, heads);
    }
    case "card": {
      const lines = block.lines.map(({ label, text: own }) =>
        label === "" ? inline(own) : `${text(label)}: ${inline(own)}`,
      );
      return blocks(`#### ${text(block.label)}: ${text(block.title)}`, list(lines));
    }
    default:
      return blocks(
        block.diagram === "" ? "" : `\`\`\`mermaid\n${block.diagram.trim()}\n\`\`\``,
        `*${text(block.caption)}*`,
      );
  }
}

const inline = (all: Inline): string =>
  runsOf(all)
    .map(({ text: one, strong }) => {
      const end = strong && /\s$/.test(one) ? " " : "";
      return strong
        ? `**${text(one)}**${end}`
        : `${/^\s/.test(one) ? " " : ""}${text(one)}${/\S\s+$/.test(one) ? " " : ""}`;
    })
    .join("");

/** Many readers make links of addresses by themselves, and of mail addresses: the file's are to stay text. */
const text = (one: string): string =>
  escaped(clean(one))
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/\b(www|ftp)\./giu, "$1&#46;")
    .replace(/(?<=[\p{L}\p{N}._+-])@(?=[\p{L}\p{N}])/gu, "&#64;")
    .replace(/\b(mailto|xmpp):/giu, "$1&#58;");
