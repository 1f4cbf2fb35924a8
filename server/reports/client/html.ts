import { clean } from "../../base/clean.ts";
import { type Block, type Document, type Inline, type Part, runsOf, type Table } from "../../base/document.ts";
import { escapedXml } from "../../base/xml.ts";
import { styleOf } from "./style.ts";

/** A report as one page: no script, nothing from elsewhere; it prints on A4 and Letter. The same document, the same bytes. */
export async function html(document: Document): Promise<string> {
  const { cover, parts, footer, accent, properties } = document;
  const style = styleOf(accent, footer);
  const policy = `default-src 'none'; style-src 'sha256-${await hashOf(style)}'; img-src data:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${xml(properties.title)}</title>
<style>${style}</style>
</head>
<body>
${[...(cover ? [coverOf(document), contentsOf(parts)] : []), ...parts.map(partOf)].join("\n")}
</body>
</html>
`;
}

/** As a page says which style it trusts. */
async function hashOf(style: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function coverOf({ cover, logo }: Document): string {
  if (!cover) return "";
  const { title, subtitle, firm, lines, confidential } = cover;
  const picture = logo
    ? `<img src="data:image/${logo.type === "png" ? "png" : "jpeg"};base64,${logo.base64}" alt="${xml(firm === "" ? "Logo" : firm)}"/>`
    : "";
  return `<header class="cover">${picture}<h1>${xml(title)}</h1>
<p class="subtitle">${xml(subtitle)}</p>
${firm === "" ? "" : `<p class="firm">${xml(firm)}</p>\n`}${lines.map((line) => `<p>${xml(line)}</p>`).join("\n")}
<p class="confidential">${xml(confidential)}</p></header>`;
}

const contentsOf = (parts: readonly Part[]): string =>
  `<nav aria-label="Contents"><h3>Contents</h3><ul>${parts.map(({ id, title }) => `<li><a href="#${id}">${xml(title)}</a></li>`).join("")}</ul></nav>`;

const partOf = ({ id, title, wide, blocks }: Part): string =>
  `<section class="part${wide ? " wide" : ""}" id="${id}">
<h2>${xml(title)}</h2>
${blocks.map(blockOf).join("\n")}
</section>`;

function blockOf(block: Block): string {
  switch (block.is) {
    case "heading":
      return `<h3>${xml(block.text)}</h3>`;
    case "paragraph":
      return `<p${block.look === "note" ? ' class="note"' : ""}>${inline(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join("")}</ul>`;
    case "table":
      return tableOf(block);
    case "card": {
      const lines = block.lines.map(({ label, text }) =>
        label === "" ? `<li>${inline(text)}</li>` : `<p><b>${xml(label)}:</b> ${inline(text)}</p>`,
      );
      return `<article class="card ${block.mark}"><p class="label">${xml(block.label)}</p><h4>${xml(block.title)}</h4>${lines.join("")}</article>`;
    }
    default:
      return `<figure>${block.picture.svg}<figcaption>${xml(block.caption)}</figcaption></figure>`;
  }
}

function tableOf({ about, columns, rows }: Table): string {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const cols = columns.map(({ width }) => `<col width="${Math.round((width * 1000) / sum) / 10}%"/>`).join("");
  const heads = columns.map(({ title, under, centred }) => {
    const second = under === undefined ? "" : `<small>${xml(under)}</small>`;
    return `<th scope="col"${centred ? ' class="centred"' : ""}>${xml(title)}${second}</th>`;
  });
  const body = rows.map(({ cells }) => {
    if (cells.length === 1)
      return `<tr class="group"><th colspan="${columns.length}" scope="rowgroup">${inline(cells[0]!.text)}</th></tr>`;
    const all = cells.map(({ text, tone }, i) => {
      const names = [...(columns[i]?.centred ? ["centred"] : []), ...(tone ? [tone] : [])];
      return `<td${names.length === 0 ? "" : ` class="${names.join(" ")}"`}>${inline(text)}</td>`;
    });
    return `<tr>${all.join("")}</tr>`;
  });
  return `<table aria-label="${xml(about)}"><colgroup>${cols}</colgroup><thead><tr>${heads.join("")}</tr></thead><tbody>
${body.join("\n")}
</tbody></table>`;
}

const inline = (text: Inline): string =>
  runsOf(text)
    .map(({ text: one, strong }) => (strong ? `<b>${spaced(one)}</b>` : spaced(one)))
    .join("");

/** A run may begin or end in a blank, which parts it from the next. */
const spaced = (text: string): string => `${/^\s/.test(text) ? " " : ""}${xml(text)}${/\S\s+$/.test(text) ? " " : ""}`;

const xml = (text: string): string => escapedXml(clean(text));
