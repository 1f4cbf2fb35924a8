import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type INumberingOptions,
  LevelFormat,
  LineRuleType,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from "docx";
import {
  type Block,
  type Card,
  type Column,
  type Figure,
  type Inline,
  type Logo,
  type Mark,
  type Part,
  type Row,
  runsOf,
  type Table,
} from "../base/document.ts";
import { type Assets, png } from "./png.ts";

/** What stands in a document of Word's, as its parts: the same in a document of ours and in a firm's template. */

export type Element = Paragraph | WordTable;

/** In twentieths of a point: what a page has between its margins. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const pixelsPerMillimetre = 96 / 25.4;

/** How one part is set: how wide the page is, and how large its letters. */
interface Setting {
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  /** In half points. */
  readonly size: number;
}

const upright: Setting = { width: 178, height: 245, size: 20 };
const across: Setting = { width: 265, height: 144, size: 17 };
/** One page has to hold it. */
const onePage: Setting = { ...upright, size: 18 };

const markColours: Readonly<Record<Mark, string>> = {
  error: "B3261E",
  warning: "8A5A00",
  info: "0B57B0",
  hint: "525A66",
  settled: "525A66",
};

const indent = { left: 260, hanging: 200 };

/** The one kind of list that there is. */
export const bullets: INumberingOptions = {
  config: [
    {
      reference: "bullets",
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "\u2022",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent } },
        },
      ],
    },
  ],
};

/** Writes the elements of one document. Pictures are numbered, since what the library counts goes on from file to file. */
export class WordWriter {
  readonly #assets: Assets;
  #pictures = 0;

  constructor(assets: Assets) {
    this.#assets = assets;
  }

  /** A part with its heading; `width` is what the page has between its margins, in millimetres, where that is another. */
  async part(part: Part, breaksBefore: boolean, width?: number): Promise<Element[]> {
    const usual = part.id === "board" ? onePage : part.wide ? across : upright;
    const setting = width === undefined ? usual : { ...usual, width };
    const heading = new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: breaksBefore,
      children: [new TextRun(part.title)],
    });
    const blocks: Element[][] = [];
    for (const [i, block] of part.blocks.entries()) blocks.push(await this.#block(block, setting, i === 0));
    return [heading, ...blocks.flat()];
  }

  logo(logo: Logo, name: string): Paragraph {
    const { width, height } = fitted(logo, 60, 30);
    const picture = new ImageRun({
      type: logo.type,
      data: bytesOf(logo.base64),
      transformation: { width, height },
      altText: { id: String(++this.#pictures), name: "Logo", title: "Logo", description: name === "" ? "Logo" : name },
    });
    return new Paragraph({ spacing: { after: 600 }, children: [picture] });
  }

  async #block(block: Block, setting: Setting, isFirst: boolean): Promise<Element[]> {
    const { size } = setting;
    switch (block.is) {
      case "heading":
        return [
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            keepNext: true,
            ...(setting.size === onePage.size ? { spacing: { before: 100, after: 20 } } : {}),
            children: [new TextRun({ text: block.text, ...(setting.size === onePage.size ? { size: 21 } : {}) })],
          }),
        ];
      case "paragraph":
        return [
          new Paragraph({
            spacing: { before: 40, after: 60, line: 247, lineRule: LineRuleType.AUTO },
            children: runs(
              block.text,
              block.look === "note" ? size - 3 : size,
              block.look === "note" ? "525A66" : undefined,
            ),
          }),
        ];
      case "list":
        return block.items.map(
          (item) =>
            new Paragraph({
              style: "ListBullet",
              numbering: { reference: "bullets", level: 0 },
              keepLines: true,
              spacing: { after: 30, line: 247, lineRule: LineRuleType.AUTO },
              children: runs(item, size),
            }),
        );
      case "table":
        return [
          tableOf(block, setting),
          // Word needs a paragraph between two tables, and one behind the last.
          new Paragraph({ spacing: { before: 0, after: 0 }, children: [new TextRun({ text: "", size: 8 })] }),
        ];
      case "card":
        return cardOf(block, size);
      default:
        return this.#figure(block, setting, isFirst);
    }
  }

  /** The picture as it is, and for programs that draw none of its kind as pixels. */
  async #figure({ caption, alt, picture }: Figure, setting: Setting, isFirst: boolean): Promise<Element[]> {
    const { width, height } = fitted(picture, setting.width, setting.height);
    const pixels = await png(picture.boxed, 2, this.#assets);
    const image = new ImageRun({
      type: "svg",
      data: new TextEncoder().encode(picture.svg),
      transformation: { width, height },
      fallback: { type: "png", data: pixels.bytes },
      altText: { id: String(++this.#pictures), name: `Chart ${this.#pictures}`, title: caption, description: alt },
    });
    return [
      // A line of its own height: a picture in a line of a given one is cut off.
      new Paragraph({
        keepNext: true,
        pageBreakBefore: !isFirst,
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
        children: [image],
      }),
      new Paragraph({ style: "Caption", children: [new TextRun(caption)] }),
    ];
  }
}

/** As large as there is room for, in pixels, and never larger than it is. */
function fitted(
  { width, height }: { readonly width: number; readonly height: number },
  mostWide: number,
  mostHigh: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, (mostWide * pixelsPerMillimetre) / width, (mostHigh * pixelsPerMillimetre) / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const runs = (text: Inline, size: number, color?: string): TextRun[] =>
  runsOf(text).map(
    ({ text: one, strong }) =>
      new TextRun({ text: one, size, ...(strong ? { bold: true } : {}), ...(color === undefined ? {} : { color }) }),
  );

/** A bar at its left and everything of it on one page. */
function cardOf({ mark, label, title, lines }: Card, size: number): Paragraph[] {
  const border = { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: markColours[mark] } };
  const frame = { border, indent: { left: 200 }, keepLines: true };
  const head = new Paragraph({
    ...frame,
    keepNext: true,
    spacing: { before: 160, after: 0 },
    children: [new TextRun({ text: label, bold: true, allCaps: true, size: size - 4, color: markColours[mark] })],
  });
  const name = new Paragraph({
    ...frame,
    heading: HeadingLevel.HEADING_3,
    keepNext: lines.length > 0,
    spacing: { before: 0, after: 30 },
    children: [new TextRun(title)],
  });
  const rest = lines.map(
    ({ label: one, text }, i) =>
      new Paragraph({
        ...frame,
        keepNext: i < lines.length - 1,
        spacing: { before: 0, after: i < lines.length - 1 ? 20 : 100 },
        children: runs([...(one === "" ? [] : [{ text: `${one}: `, strong: true }]), ...runsOf(text)], size),
      }),
  );
  return [head, name, ...rest];
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "8C95A3" };

function tableOf({ columns, rows }: Table, setting: Setting): WordTable {
  const { width, size } = setting;
  const all = twips(width);
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width * all) / sum));
  const small = setting.size < 20 ? size - 2 : size - 3;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, i) => headCell(column, widths[i]!, small)),
  });
  return new WordTable({
    style: "TableGrid",
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((total, one) => total + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { top: setting.size < 20 ? 0 : 20, bottom: setting.size < 20 ? 0 : 20, left: 60, right: 60 },
    rows: [head, ...rows.map((row) => rowOf(row, columns, widths, small))],
  });
}

function headCell({ title, under, centred }: Column, width: number, size: number): TableCell {
  const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT;
  const lineOf = (text: string, isBold: boolean) =>
    new Paragraph({
      alignment,
      keepNext: true,
      spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
      children: [new TextRun({ text, size, bold: isBold })],
    });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: { type: ShadingType.CLEAR, color: "auto", fill: "E8EDF3" },
    children: [lineOf(title, true), ...(under === undefined ? [] : [lineOf(under, false)])],
  });
}

/** A single cell is a heading over all columns, and stands with the row below it. */
function rowOf({ cells }: Row, columns: readonly Column[], widths: readonly number[], size: number): TableRow {
  const isHeading = cells.length === 1 && columns.length > 1;
  return new TableRow({
    cantSplit: true,
    children: cells.map(({ text, tone }, i) => {
      const fill = isHeading ? "F3F5F8" : tone === "bad" ? "FFE3DF" : undefined;
      const alignment = !isHeading && columns[i]?.centred ? AlignmentType.CENTER : AlignmentType.LEFT;
      const own = isHeading ? runsOf(text).map((run) => ({ ...run, strong: true })) : text;
      return new TableCell({
        width: { size: isHeading ? widths.reduce((total, one) => total + one, 0) : widths[i]!, type: WidthType.DXA },
        ...(isHeading ? { columnSpan: columns.length } : {}),
        ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
        children: [
          new Paragraph({
            alignment,
            keepNext: isHeading,
            spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
            children: runs(own, size),
          }),
        ],
      });
    }),
  });
}
