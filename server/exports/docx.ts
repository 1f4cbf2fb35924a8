import {
  AlignmentType,
  Footer,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TableOfContents,
  TabStopType,
  TextRun,
  Document as WordDocument,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import type { Cover, Document, Part } from "../base/document.ts";
import type { Assets } from "./png.ts";
import { repacked } from "./repacked.ts";
import { bullets, type Element, twips, WordWriter } from "./word.ts";

/** Also past what it cannot measure: a number that may be wrong by one helps more than none. */
export const pageNumbers = estimatePageNumbersWith({ guess: true });

const a4 = { width: twips(210), height: twips(297) };

/** A report for Word and LibreOffice. The same document gives the same bytes, on every day and in every time zone. */
export async function docx(document: Document, assets: Assets): Promise<Uint8Array> {
  const { parts, cover, accent, properties } = document;
  const writer = new WordWriter(assets);
  const front = cover ? [...coverOf(document, cover, writer), ...contentsOf()] : [];
  const sections: ISectionOptions[] = cover ? [sectionOf(document, false, front, true)] : [];
  for (const group of byPaper(parts)) {
    const elements: Element[] = [];
    for (const [i, part] of group.entries())
      elements.push(...(await writer.part(part, i > 0 && (part.id === "findings" || part.id === "appendix"))));
    sections.push(sectionOf(document, group[0]!.wide, elements, false));
  }
  const word = new WordDocument({
    title: properties.title,
    creator: properties.firm,
    lastModifiedBy: properties.firm,
    styles: stylesOf(accent),
    numbering: bullets,
    pageNumbers,
    sections,
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word));
  return repacked(bytes, properties.day, renumbered);
}

const contentsOf = (): (Element | TableOfContents)[] => [
  new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: "Contents", bold: true, size: 26 })] }),
  new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-1" }),
];

/** Parts that follow each other on paper of one direction. */
function byPaper(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && last[0]!.wide === part.wide) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** What stands on the cover. */
export function coverOf({ logo }: Document, cover: Cover, writer: WordWriter): Element[] {
  const line = (text: string, size: number, isBold = false) =>
    new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, size, bold: isBold })] });
  return [
    ...(logo ? [writer.logo(logo, cover.firm)] : []),
    new Paragraph({
      style: "Title",
      spacing: { before: logo ? 600 : 2400, after: 120 },
      children: [new TextRun(cover.title)],
    }),
    line(cover.subtitle, 30),
    ...(cover.firm === "" ? [] : [line(cover.firm, 22, true)]),
    ...cover.lines.map((text) => line(text, 20)),
    new Paragraph({
      spacing: { before: 240, after: 720 },
      children: [new TextRun({ text: cover.confidential, bold: true, allCaps: true, size: 20 })],
    }),
  ];
}

function sectionOf(
  { footer }: Document,
  isWide: boolean,
  children: ISectionOptions["children"],
  isFront: boolean,
): ISectionOptions {
  const margin = {
    top: twips(18),
    bottom: twips(isWide ? 14 : 18),
    left: twips(16),
    right: twips(16),
    footer: twips(8),
  };
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const right = twips(isWide ? 265 : 178);
  const foot = new Paragraph({
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: right }],
    children: [
      new TextRun({ text: footer, size: 16, color: "525A66" }),
      new TextRun({ children: ["\t", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 16, color: "525A66" }),
    ],
  });
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: { ...a4, orientation }, margin } },
    footers: {
      default: isFront ? new Footer({ children: [new Paragraph({ children: [] })] }) : new Footer({ children: [foot] }),
    },
    children,
  };
}

function stylesOf(accent: string): NonNullable<ConstructorParameters<typeof WordDocument>[0]["styles"]> {
  const color = accent.slice(1).toUpperCase();
  const heading = (size: number, before: number, after: number, own: string) => ({
    run: { font: "Arial", size, bold: true, color: own },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: "Arial", size: 20 },
        paragraph: { spacing: { line: 254, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: "Arial", size: 52, bold: true, color } },
      heading1: heading(34, 0, 120, color),
      heading2: heading(25, 200, 60, "16191F"),
      heading3: heading(20, 0, 30, "16191F"),
    },
    paragraphStyles: [
      {
        id: "Caption",
        name: "caption",
        basedOn: "Normal",
        run: { size: 17, color: "525A66" },
        paragraph: { spacing: { before: 60 } },
      },
      { id: "ListBullet", name: "List Bullet", basedOn: "Normal" },
    ],
  };
}

/** What the library counts for as long as it is loaded begins with 1 in each file. */
export function renumbered(name: string, text: string): string {
  if (!name.startsWith("word/")) return text;
  const counted = (pattern: RegExp): ((key: string) => string) => {
    const seen = new Map<string, number>();
    for (const [, key = ""] of text.matchAll(pattern)) if (!seen.has(key)) seen.set(key, seen.size + 1);
    return (key) => String(seen.get(key) ?? key);
  };
  const [heading, bookmark] = [counted(/_Toc(\d+)/g), counted(/<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/g)];
  return text
    .replace(/_Toc(\d+)/g, (_, key: string) => `_Toc${heading(key)}`)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)"/g,
      (_, head: string, key: string) => `${head}${bookmark(key)}"`,
    );
}
