import { clean } from "../base/clean.ts";
import { escapedXml, xmlOnOneLine } from "../base/xml.ts";
import { placeToString } from "../model/words/place.ts";
import type { MarkKind } from "./chart.ts";
import {
  type Drawing,
  type Frame,
  type Icon,
  type Line,
  type Look,
  type Part,
  type Pill,
  type Placed,
  pillHeight,
  type TextLine,
} from "./drawing.ts";
import { type Palette, palettes, type ThemeName } from "./themes.ts";

export interface DrawOptions {
  readonly theme: ThemeName;
  /** A sheet of paper, in millimetres, on which the drawing stands in the middle of the upper edge. */
  readonly paper?: { readonly width: number; readonly height: number; readonly margin: number };
  /** Boxes as items of a tree that keys can walk through; a picture in a file is one picture. */
  readonly interactive?: boolean;
}

/** Arial's widths are Arimo's and Liberation Sans's, so boxes fit their words wherever one of them is. */
const fonts = "Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif";
const pixelsPerMillimetre = 96 / 25.4;

/** The drawing as SVG: no style, no script, nothing from elsewhere. The same drawing gives the same bytes. */
export function draw(drawing: Drawing, options: DrawOptions): string {
  const pen = new Writer(palettes[options.theme], options);
  const { view, size } = viewOf(drawing, options.paper);
  const [x, y, width, height] = view.map(number);
  const role = options.interactive ? 'role="tree"' : 'role="img"';
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${x} ${y} ${width} ${height}" ${role} aria-label="${xml(drawing.title)}" font-family="${fonts}">`,
    `<title>${xml(drawing.title)}</title><desc>${xml(drawing.description)}</desc>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${pen.palette.ground}"/>`,
    ...drawing.frames.map((frame) => pen.frame(frame)),
    ...drawing.lines.map((line) => pen.line(line)),
    ...drawing.boxes.map((placed) => pen.box(placed)),
    ...drawing.texts.map((text) => pen.text(text)),
    ...drawing.icons.map((icon) => pen.icon(icon)),
    "</svg>",
  ];
  return `${parts.join("\n")}\n`;
}

function viewOf({ width, height }: Drawing, paper: DrawOptions["paper"]): { view: number[]; size: string } {
  if (!paper) return { view: [0, 0, width, height], size: `width="${number(width)}" height="${number(height)}"` };
  const [wide, high] = [paper.width - paper.margin * 2, paper.height - paper.margin * 2].map(
    (mm) => mm * pixelsPerMillimetre,
  );
  const scale = Math.min(1, wide! / width, high! / height);
  const view = [paper.width, paper.height].map((mm) => (mm * pixelsPerMillimetre) / scale);
  const edge = (paper.margin * pixelsPerMillimetre) / scale;
  return {
    view: [(width - view[0]!) / 2, -edge, ...view],
    size: `width="${paper.width}mm" height="${paper.height}mm"`,
  };
}

class Writer {
  readonly palette: Palette;
  readonly #interactive: boolean;

  constructor(palette: Palette, { interactive = false }: DrawOptions) {
    this.palette = palette;
    this.#interactive = interactive;
  }

  frame({ x, y, width, height, at, title }: Frame): string {
    const { line } = this.palette;
    const edge = `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="8" fill="none" stroke="${line}" stroke-width="1.2" stroke-dasharray="8 3"/>`;
    return `<g data-frame="true" data-at="${attribute(placeToString(at))}">${edge}${this.text(title)}</g>`;
  }

  line({ kind, points }: Line): string {
    const path = points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${number(x)} ${number(y)}`).join("");
    const { line, dotted, circle } = this.palette;
    const looks = {
      solid: `stroke="${line}" stroke-width="1.2"`,
      dotted: `stroke="${dotted}" stroke-width="1.5" stroke-dasharray="2 3"`,
      circle: `stroke="${circle}" stroke-width="1.8" stroke-dasharray="9 4"`,
    };
    return `<path data-line="${kind}" d="${path}" fill="none" ${looks[kind]}/>`;
  }

  box({ x, y, box }: Placed): string {
    const { width, height } = box;
    const inside = [
      ...(box.parts.some(({ folded }) => folded === undefined) ? [this.#ruleAbove(box.parts[0]!, width)] : []),
      ...box.texts.map((text) => this.text(text)),
      ...box.icons.map((icon) => this.icon(icon)),
      ...box.pills.map((pill) => this.#pill(pill)),
      ...box.parts.map((part) => this.#part(part, box.level + 1)),
    ];
    const folded = box.parts.some((part) => part.folded !== undefined) ? ' aria-expanded="false"' : "";
    const attributes = this.#names(
      box.key,
      box.at,
      box.title,
      box.description,
      box.level,
      `data-look="${box.look}"${this.#interactive ? folded : ""}`,
    );
    const edge = this.#edge(box.look, box.worst, width, height);
    return `<g ${attributes} transform="translate(${number(x)} ${number(y)})">${this.#spoken(box.title, box.description)}${edge}${inside.join("")}</g>`;
  }

  text({ x, y, text, style, tone, struck, anchor }: TextLine): string {
    const fill = tone === "strong" ? this.palette.text : this.palette.faint;
    const weight = { regular: "", bold: ' font-weight="700"', italic: ' font-style="italic"' }[style.weight];
    const rest = `${weight}${struck ? ' text-decoration="line-through"' : ""}${anchor ? ` text-anchor="${anchor}"` : ""}`;
    return `<text x="${number(x)}" y="${number(y)}" font-size="${style.size}"${rest} fill="${fill}">${xml(text)}</text>`;
  }

  /** Told apart by shape: octagon, triangle, circle, filled and hollow square. */
  icon({ kind, x, y }: Icon): string {
    const colour = this.palette.marks[kind];
    const at = (points: readonly (readonly [number, number])[]) =>
      points.map(([px, py]) => `${number(x + px)},${number(y + py)}`).join(" ");
    const shapes: Readonly<Record<MarkKind, string>> = {
      error: `<polygon points="${at([
        [3.5, 0],
        [8.5, 0],
        [12, 3.5],
        [12, 8.5],
        [8.5, 12],
        [3.5, 12],
        [0, 8.5],
        [0, 3.5],
      ])}" fill="${colour}"/>`,
      warning: `<polygon points="${at([
        [6, 0.5],
        [12, 11.5],
        [0, 11.5],
      ])}" fill="${colour}"/>`,
      info: `<circle cx="${number(x + 6)}" cy="${number(y + 6)}" r="5.5" fill="${colour}"/>`,
      hint: `<rect x="${number(x + 1.5)}" y="${number(y + 1.5)}" width="9" height="9" fill="${colour}"/>`,
      settled: `<rect x="${number(x + 2)}" y="${number(y + 2)}" width="8" height="8" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
    };
    return shapes[kind];
  }

  #part(part: Part, level: number): string {
    const { x, y, width, height } = part;
    const isFolded = part.folded !== undefined;
    const kind = isFolded
      ? `data-folded="${part.folded}"${this.#interactive ? ' aria-expanded="false"' : ""}`
      : 'data-row="true"';
    const place = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="3"`;
    const look = isFolded ? `fill="none" stroke="${this.palette.edge}" stroke-dasharray="1 2"` : 'fill="none"';
    const inside = [...part.texts.map((text) => this.text(text)), ...part.icons.map((icon) => this.icon(icon))].join(
      "",
    );
    const attributes = this.#names(part.key, part.at, part.title, part.description, level, kind);
    return `<g ${attributes}>${this.#spoken(part.title, part.description)}<rect ${place} ${look}/>${inside}</g>`;
  }

  #names(
    key: string,
    at: Placed["box"]["at"],
    title: string,
    description: string,
    level: number,
    more: string,
  ): string {
    const place = at === undefined ? "" : `data-at="${attribute(placeToString(at))}" `;
    const label = [title, description].filter((part) => part !== "").join("; ");
    const item = this.#interactive
      ? ` role="treeitem" tabindex="-1" aria-level="${level}" aria-label="${xml(label)}"`
      : "";
    return `${place}data-key="${attribute(key)}" ${more}${item}`;
  }

  #spoken = (title: string, description: string): string =>
    `<title>${xml(title)}</title>${description === "" ? "" : `<desc>${xml(description)}</desc>`}`;

  #edge(look: Look, worst: MarkKind | undefined, width: number, height: number): string {
    const { box, outside, edge, line, letter, ground, marks } = this.palette;
    const dashes: Partial<Record<Look, string>> = {
      vacant: "5 3",
      "not-there": "5 3",
      folded: "1 2",
      provider: "3 2",
      outside: "3 2",
    };
    const fill =
      look === "outside" || look === "provider"
        ? outside
        : look === "folded" || look === "not-there" || look === "vacant"
          ? ground
          : box;
    const radius = look === "committee" ? 10 : look === "provider" ? 0 : 4;
    const stroke = look === "committee" ? letter : look === "body" ? line : edge;
    const dash = dashes[look] === undefined ? "" : ` stroke-dasharray="${dashes[look]}"`;
    const rect = `<rect width="${number(width)}" height="${number(height)}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="1.2"${dash}/>`;
    const isGrave = worst === "error" || worst === "warning" || worst === "info";
    return isGrave
      ? `${rect}<rect x="0" y="4" width="4" height="${number(height - 8)}" fill="${marks[worst]}"/>`
      : rect;
  }

  #ruleAbove({ y }: Part, width: number): string {
    return `<path d="M8 ${number(y - 3)}L${number(width - 8)} ${number(y - 3)}" stroke="${this.palette.edge}" stroke-width="0.8" fill="none"/>`;
  }

  #pill({ x, y, width, letter, filled }: Pill): string {
    const colour = this.palette.letter;
    const fill = filled ? colour : "none";
    const on = filled ? this.palette.onLetter : colour;
    const shape = `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${pillHeight}" rx="7" fill="${fill}" stroke="${colour}"/>`;
    return `${shape}<text x="${number(x + width / 2)}" y="${number(y + 11.5)}" font-size="11" font-weight="700" text-anchor="middle" fill="${on}">${xml(letter)}</text>`;
  }
}

/** To a tenth of a pixel: the same on every machine. */
const number = (value: number): string => String(Math.round(value * 10) / 10);

const xml = (text: string): string => escapedXml(clean(text));
/** A key or a place, which is compared and not read: only what XML forbids goes. */
const attribute = xmlOnOneLine;
