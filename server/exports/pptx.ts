import PptxGenJS from "pptxgenjs";
import type { BoxShape, Chart, Columns, Deck, Front, LineShape, Rows, Slide } from "../base/deck.ts";
import { type Inline, runsOf } from "../base/document.ts";
import { repacked } from "./repacked.ts";

/** Inches, as the library counts: a slide of 16 to 9, and what is between its margins. */
const page = { width: 13.333, height: 7.5 };
const body = { x: 0.5, y: 1.2, width: page.width - 1, height: 5.6 };
const face = "Arial";
const ink = "16191F";
const grey = "525A66";
const master = "Report";

/**
 * Slides for PowerPoint and LibreOffice, all of native text, tables and shapes. The same deck gives the same bytes.
 * The library writes a company, a master's title and a font's name without escaping them: they never come from a client.
 */
export async function pptx(deck: Deck): Promise<Uint8Array> {
  const show = new PptxGenJS();
  show.layout = "LAYOUT_WIDE";
  show.title = deck.properties.title;
  show.author = deck.properties.firm;
  show.subject = "";
  show.company = "";
  const accent = deck.accent.slice(1).toUpperCase();
  const heading = { fontFace: face, fontSize: 28, bold: true, color: accent, align: "left" as const };
  const title = { name: "title", type: "title" as const, x: 0.5, y: 0.35, w: body.width, h: 0.7, ...heading };
  show.defineSlideMaster({
    title: master,
    objects: [
      { placeholder: { options: title, text: "" } },
      { line: { x: 0.5, y: 1.05, w: body.width, h: 0, line: { color: accent, width: 1.5 } } },
    ],
  });
  for (const [i, slide] of deck.slides.entries())
    draw(slide.body.is === "front" ? show.addSlide() : show.addSlide({ masterName: master }), slide, deck, accent, i);
  const bytes = (await show.write({ outputType: "uint8array" })) as Uint8Array;
  return repacked(bytes, deck.properties.day, withOneHeadAParagraph);
}

/** Of a paragraph of several runs the library writes the properties before each; the format has them once, in front. */
const withOneHeadAParagraph = (name: string, text: string): string =>
  name.startsWith("ppt/slides/slide")
    ? text.replace(/<a:p>[\s\S]*?<\/a:p>/g, (paragraph) =>
        paragraph.replace(/(<\/a:r>)<a:pPr\b(?:[^>]*\/>|[\s\S]*?<\/a:pPr>)/g, "$1"),
      )
    : text;

type OnSlide = ReturnType<PptxGenJS["addSlide"]>;

function draw(on: OnSlide, { title, notes, body: content }: Slide, deck: Deck, accent: string, number: number): void {
  if (content.is === "front") front(on, title, content, accent);
  else {
    on.addText(title, { placeholder: "title" });
    if (content.is === "columns") columns(on, content);
    else if (content.is === "chart") chart(on, content);
    else rows(on, content);
    const small = { y: 7.05, h: 0.3, fontFace: face, fontSize: 9, color: grey };
    on.addText(deck.footer, { x: 0.5, w: 9, ...small });
    on.addText(String(number + 1), { x: 11.8, w: 1, align: "right", ...small });
  }
  if (notes !== "") on.addNotes(notes);
}

function front(on: OnSlide, title: string, { lines, confidential, logo }: Front, accent: string): void {
  if (logo) {
    const scale = Math.min(2.6 / logo.width, 1.2 / logo.height);
    on.addImage({
      data: `image/${logo.type === "png" ? "png" : "jpeg"};base64,${logo.base64}`,
      x: 0.8,
      y: 0.7,
      w: logo.width * scale,
      h: logo.height * scale,
      altText: "Logo",
    });
  }
  const text = { x: 0.8, w: 11.7, fontFace: face };
  on.addText(title, { ...text, y: 2.3, h: 1.2, fontSize: 40, bold: true, color: accent, fit: "shrink" });
  on.addText(lines.join("\n"), { ...text, y: 3.6, h: 1.6, fontSize: 20, color: ink, valign: "top" });
  on.addText(confidential, { ...text, y: 6.4, h: 0.4, fontSize: 14, bold: true, color: grey });
}

/** Smaller letters where there is more to say. */
function sizeFor(letters: number, lines: number): number {
  const load = letters + lines * 30;
  return load > 1500 ? 11 : load > 1150 ? 12.5 : load > 850 ? 14 : load > 500 ? 16 : 20;
}

const lettersOf = (item: Inline): number => runsOf(item).reduce((sum, { text }) => sum + text.length, 0);

function columns(on: OnSlide, { columns: all }: Columns): void {
  const gap = 0.4;
  const width = (body.width - gap * (all.length - 1)) / all.length;
  for (const [i, groups] of all.entries()) {
    const items = groups.flatMap((group) => group.items);
    const load = items.reduce((sum, item) => sum + lettersOf(item), 0) / (all.length === 1 ? 2 : 1);
    const size = sizeFor(load, items.length);
    const text = groups.flatMap(({ head, items: own }) => [
      ...(head === ""
        ? []
        : [{ text: head, options: { bold: true, fontSize: size + 2, color: ink, breakLine: true } }]),
      ...own.flatMap((item) => bulleted(item, size)),
    ]);
    const x = body.x + i * (width + gap);
    on.addText(text, { x, y: body.y, w: width, h: body.height, fontFace: face, valign: "top", margin: 0 });
  }
}

function bulleted(item: Inline, size: number): PptxGenJS.TextProps[] {
  const all = runsOf(item);
  return all.map(({ text, strong }, i) => ({
    text,
    options: {
      bold: strong ?? false,
      fontSize: size,
      color: ink,
      ...(i === 0 ? { bullet: { indent: 14 }, paraSpaceAfter: 5 } : {}),
      ...(i === all.length - 1 ? { breakLine: true } : {}),
    },
  }));
}

function rows(on: OnSlide, { table, note }: Rows): void {
  const sum = table.columns.reduce((total, { width }) => total + width, 0);
  const letters = table.rows.reduce(
    (total, { cells }) => total + cells.reduce((all, { text }) => all + lettersOf(text), 0),
    0,
  );
  const size = letters > 1500 ? 10 : letters > 900 ? 12 : 14;
  const head = table.columns.map(({ title }) => ({
    text: title,
    options: { bold: true, fill: { color: "E8EDF3" }, color: ink },
  }));
  const cells = table.rows.map((row) =>
    row.cells.map(({ text }) => ({
      text: runsOf(text)
        .map((run) => run.text)
        .join(""),
      options: { color: ink },
    })),
  );
  if (cells.length > 0)
    on.addTable([head, ...cells], {
      x: body.x,
      y: body.y,
      w: body.width,
      colW: table.columns.map(({ width }) => (width * body.width) / sum),
      fontFace: face,
      fontSize: size,
      valign: "top",
      border: { type: "solid", pt: 0.5, color: "8C95A3" },
      margin: [0.05, 0.08, 0.05, 0.08],
      autoPage: false,
    });
  if (note !== "")
    on.addText(note, {
      x: body.x,
      y: cells.length === 0 ? body.y : 6.65,
      w: body.width,
      h: 0.35,
      fontFace: face,
      fontSize: 12,
      color: grey,
    });
}

function chart(on: OnSlide, { width, height, shapes, note }: Chart): void {
  const room = { width: body.width, height: body.height - 0.35 };
  const scale = Math.min(room.width / width, room.height / height, 1 / 96);
  const at = (x: number, y: number) => ({ x: body.x + x * scale, y: body.y + y * scale });
  for (const shape of shapes) {
    if (shape.is === "line") line(on, shape, scale, at);
    else box(on, shape, scale, at);
  }
  on.addText(note, {
    x: body.x,
    y: 6.7,
    w: body.width,
    h: 0.35,
    fontFace: face,
    fontSize: 9,
    color: grey,
  });
}

type At = (x: number, y: number) => { readonly x: number; readonly y: number };

function line(on: OnSlide, { x, y, width, height, color, dashed }: LineShape, scale: number, at: At): void {
  on.addShape("line", {
    ...at(x, y),
    w: width * scale,
    h: height * scale,
    line: { color: color.slice(1).toUpperCase(), width: 1, dashType: dashed ? "dash" : "solid" },
  });
}

function box(on: OnSlide, { x, y, width, height, fill, stroke, dashed, lines }: BoxShape, scale: number, at: At): void {
  const text = lines.map(({ text: one, size, bold, color }, i) => ({
    text: one,
    options: {
      // A pixel of the drawing is so many points on the slide.
      fontSize: Math.round(size * scale * 72 * 10) / 10,
      bold,
      color: color.slice(1).toUpperCase(),
      breakLine: i < lines.length - 1,
    },
  }));
  on.addText(text, {
    ...at(x, y),
    w: width * scale,
    h: height * scale,
    shape: "rect",
    fontFace: face,
    valign: "top",
    align: "left",
    margin: 3,
    ...(fill === undefined ? {} : { fill: { color: fill.slice(1).toUpperCase() } }),
    line: { color: stroke.slice(1).toUpperCase(), width: 0.75, dashType: dashed ? "dash" : "solid" },
  });
}
