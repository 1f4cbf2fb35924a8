import { type IPatch, Paragraph, PatchType, patchDetector, patchDocument, TextRun } from "docx";
import { unzipSync, zipSync } from "fflate";
import { dayInWords } from "../base/day.ts";
import { type Document, type Part, type PartId, partIds } from "../base/document.ts";
import { coverOf, pageNumbers, renumbered } from "./docx.ts";
import type { Assets } from "./png.ts";
import { repacked } from "./repacked.ts";
import { withStyles } from "./template-styles.ts";
import { bullets, type Element, WordWriter } from "./word.ts";

/** A firm's template, filled; or in a sentence why it cannot be. `unknown` are placeholders that stay as they are. */
export type Filled = { readonly bytes: Uint8Array; readonly unknown: readonly string[] } | { readonly refused: string };

const main = "word/document.xml";

/** Fills a firm's `.docx` or `.dotx`, which keeps its styles, headers and footers. The same input gives the same bytes. */
export async function docxFrom(template: Uint8Array, asked: Document, assets: Assets): Promise<Filled> {
  const document = withoutPlaceholders(asked);
  const read = opened(template);
  if (typeof read === "string") return { refused: read };
  const found = await patchDetector({ data: read });
  const known = new Set<string>(["client", "firm", "date", "cover", "report", ...partIds]);
  const data = found.some((name) => known.has(name)) ? read : withReportAtTheEnd(read);
  const patches = await patchesFor(
    document,
    new WordWriter(assets),
    new Set(await patchDetector({ data })),
    widthsIn(data),
  );
  const { properties } = document;
  const filled = await patchDocument({
    outputType: "uint8array",
    data,
    patches,
    keepOriginalStyles: true,
    numbering: bullets,
    pageNumbers,
    properties: { title: properties.title, creator: properties.firm, lastModifiedBy: properties.firm },
  });
  const bytes = repacked(withStyles(filled, data), properties.day, renumbered);
  return { bytes, unknown: found.filter((name) => !known.has(name)) };
}

/** A client's text that looks like a placeholder stays text. */
const withoutPlaceholders = (document: Document): Document =>
  JSON.parse(JSON.stringify(document).replaceAll("{{", "{ {")) as Document;

/** The template as a document that can be filled; or why it is none. */
function opened(template: Uint8Array): Uint8Array | string {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(template);
  } catch {
    return "it is no Word file";
  }
  const types = files["[Content_Types].xml"];
  if (!types || !files[main]) return "it is no Word file";
  const text = new TextDecoder().decode(types);
  if (/macroEnabled|vbaProject/i.test(text) || Object.keys(files).some((name) => /vbaProject/i.test(name)))
    return "it holds macros; save it without them";
  // What makes a file a template is one word; the result is a document.
  const asDocument = text.replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml");
  return zipSync({ ...files, "[Content_Types].xml": new TextEncoder().encode(asDocument) });
}

function withReportAtTheEnd(data: Uint8Array): Uint8Array {
  const files = unzipSync(data);
  const text = new TextDecoder().decode(files[main]);
  const end = text.lastIndexOf("<w:sectPr");
  const at = end === -1 || text.slice(end).includes("</w:p>") ? text.indexOf("</w:body>") : end;
  const placeholder = "<w:p><w:r><w:t>{{report}}</w:t></w:r></w:p>";
  return zipSync({ ...files, [main]: new TextEncoder().encode(text.slice(0, at) + placeholder + text.slice(at)) });
}

async function patchesFor(
  document: Document,
  writer: WordWriter,
  found: ReadonlySet<string>,
  widthOf: (name: string) => number,
): Promise<Record<string, IPatch>> {
  const { cover, parts, properties } = document;
  const inline = (text: string): IPatch => ({ type: PatchType.PARAGRAPH, children: [new TextRun(text)] });
  const whole = (children: Element[]): IPatch => ({
    type: PatchType.DOCUMENT,
    children: children.length > 0 ? children : [new Paragraph({ children: [] })],
  });
  const front = cover ? coverOf(document, cover, writer) : [];
  const patches: Record<string, IPatch> = {
    client: inline(cover?.title ?? ""),
    firm: inline(properties.firm),
    date: inline(dayInWords(properties.day)),
    cover: whole(front),
  };
  const partOf = (id: PartId): Part | undefined => parts.find((part) => part.id === id);
  for (const id of partIds) {
    if (!found.has(id)) continue;
    const part = partOf(id);
    patches[id] = whole(part ? await writer.part(part, false, widthOf(id)) : []);
  }
  if (found.has("report")) {
    const all: Element[] = [];
    for (const [i, part] of parts.entries())
      all.push(...(await writer.part(part, i > 0 && part.id !== "accepted", widthOf("report"))));
    patches["report"] = whole(all);
  }
  return Object.fromEntries(Object.entries(patches).filter(([name]) => found.has(name)));
}

/** How wide the section is in which a placeholder stands, in millimetres between its margins. */
function widthsIn(data: Uint8Array): (name: string) => number {
  const text = new TextDecoder().decode(unzipSync(data)[main]);
  const letters: string[] = [];
  const places: number[] = [];
  for (const match of text.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)) {
    for (const letter of match[1] ?? "") {
      letters.push(letter);
      places.push(match.index);
    }
  }
  const plain = letters.join("");
  return (name) => {
    const at = places[plain.indexOf(`{{${name}}}`)] ?? 0;
    const section = /<w:sectPr[\s\S]*?<\/w:sectPr>/.exec(text.slice(at))?.[0] ?? "";
    const number = (tag: string, key: string) =>
      Number(new RegExp(`<w:${tag}\\b[^>]*\\bw:${key}="(\\d+)"`).exec(section)?.[1] ?? Number.NaN);
    const width = number("pgSz", "w") - number("pgMar", "left") - number("pgMar", "right");
    return Number.isFinite(width) && width > 0 ? (width * 25.4) / 1440 : 160;
  };
}
