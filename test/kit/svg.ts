import { widthOf } from "../../server/chart/text.ts";

/** Reads the SVG that we write, strictly: what is not well-formed, or none of the elements that we use, throws. */

export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgElement[];
  readonly text: string;
  /** Its place among the elements of its name, in the order of the document. */
  readonly nth: number;
}

const elements = new Set(["svg", "title", "desc", "g", "rect", "path", "text", "polygon", "circle"]);
const attributes =
  /^(?:xmlns|width|height|viewBox|role|aria-(?:label|level|expanded)|tabindex|font-(?:family|size|weight|style)|text-(?:decoration|anchor)|x|y|r|rx|cx|cy|d|points|transform|fill|stroke|stroke-(?:width|dasharray)|data-(?:at|key|look|row|folded|line|frame))$/;

/** Throws with the place where the text is no SVG of ours. */
export function readSvg(svg: string): SvgElement {
  const token = /<(\/?)([a-z]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
  const open: { name: string; attributes: Map<string, string>; children: SvgElement[]; text: string; nth: number }[] =
    [];
  const counts = new Map<string, number>();
  let root: SvgElement | undefined;
  for (let at = 0; at < svg.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(svg);
    if (!match) throw new Error(`not well-formed: ${svg.slice(at, at + 80)}`);
    const [, closes, name = "", attributeText = "", isEmpty, text] = match;
    if (text !== undefined) {
      const top = open.at(-1);
      if (top) top.text += decoded(text);
      else if (text.trim() !== "") throw new Error(`text outside: ${text}`);
    } else if (closes) {
      const element = open.pop();
      if (element?.name !== name) throw new Error(`</${name}> closes ${element?.name}`);
      if (open.length === 0) root = element;
    } else {
      if (root || !elements.has(name)) throw new Error(`<${name}> is none of ours`);
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      const element = { name, attributes: attributesIn(attributeText), children: [], text: "", nth };
      open.at(-1)?.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  if (!root || open.length > 0) throw new Error("it does not end");
  return root;
}

function attributesIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
    if (!attributes.test(name)) throw new Error(`the attribute ${name} is none of ours`);
    if (found.has(name)) throw new Error(`the attribute ${name} stands twice`);
    found.set(name, decoded(value));
  }
  return found;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
function decoded(text: string): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error("a character that XML forbids");
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const letter = entities[name];
    if (letter === undefined || !whole.endsWith(";")) throw new Error(`${whole} is no entity`);
    return letter;
  });
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SvgText extends Area {
  readonly text: string;
}

/** A box, or something of its own in one, where it stands on the picture. */
export interface SvgBox extends Area {
  readonly at: string | undefined;
  readonly key: string;
  readonly look: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly folded: number | undefined;
  readonly texts: readonly SvgText[];
  readonly parts: readonly SvgBox[];
}

export interface Segment {
  readonly kind: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** What stands on a picture, by the numbers that it is drawn with. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly SvgBox[];
  readonly frames: readonly (Area & { readonly at: string })[];
  readonly lines: readonly Segment[];
  readonly texts: readonly SvgText[];
}

/** By the table that the layout goes by; a browser is asked in another test. */
export const ourWidth: WidthOf = (text, size, isBold) => widthOf(text, { size, weight: isBold ? "bold" : "regular" });

/** `nth`: which of the picture's texts it is, in the order of the document. */
export type WidthOf = (text: string, size: number, isBold: boolean, nth: number) => number;

export function pictureOf(svg: string, widthOf: WidthOf): Picture {
  const root = readSvg(svg);
  const [, , width = 0, height = 0] = (root.attributes.get("viewBox") ?? "").split(" ").map(Number);
  const groups = root.children.filter(({ name }) => name === "g");
  const frames = groups.filter(({ attributes }) => attributes.has("data-frame"));
  return {
    width,
    height,
    boxes: groups.filter((one) => !frames.includes(one)).map((one) => boxOf(one, 0, 0, widthOf)),
    frames: frames.map((one) => ({ at: one.attributes.get("data-at")!, ...areaOf(one, 0, 0) })),
    lines: root.children.filter(({ attributes }) => attributes.has("data-line")).flatMap(segmentsOf),
    texts: [root, ...frames].flatMap(({ children }) =>
      children.filter(({ name }) => name === "text").map((one) => textOf(one, 0, 0, widthOf)),
    ),
  };
}

function boxOf(group: SvgElement, x: number, y: number, widthOf: WidthOf): SvgBox {
  const [, dx = "0", dy = "0"] = /^translate\((\S+) (\S+)\)$/.exec(group.attributes.get("transform") ?? "") ?? [];
  const [left, top] = [x + Number(dx), y + Number(dy)];
  const inside = (name: string) => group.children.filter((one) => one.name === name);
  const folded = group.attributes.get("data-folded");
  return {
    ...areaOf(group, left, top),
    at: group.attributes.get("data-at"),
    key: group.attributes.get("data-key")!,
    look: group.attributes.get("data-look"),
    title: inside("title")[0]?.text ?? "",
    description: inside("desc")[0]?.text ?? "",
    folded: folded === undefined ? undefined : Number(folded),
    texts: inside("text").map((one) => textOf(one, left, top, widthOf)),
    parts: inside("g").map((one) => boxOf(one, left, top, widthOf)),
  };
}

function areaOf(group: SvgElement, x: number, y: number): Area {
  const rect = group.children.find(({ name }) => name === "rect")!;
  const number = (name: string) => Number(rect.attributes.get(name) ?? 0);
  return { x: x + number("x"), y: y + number("y"), width: number("width"), height: number("height") };
}

function textOf({ attributes, text, nth }: SvgElement, x: number, y: number, widthOf: WidthOf): SvgText {
  const number = (name: string) => Number(attributes.get(name));
  const size = number("font-size");
  const width = widthOf(text, size, attributes.has("font-weight"), nth);
  const anchor = attributes.get("text-anchor");
  const left = x + number("x") - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  // Letters rise 0.91 of their size above the base line and fall 0.21 below it.
  return { text, x: left, y: y + number("y") - size * 0.91, width, height: size * 1.12 };
}

function segmentsOf({ attributes }: SvgElement): Segment[] {
  const points = [...attributes.get("d")!.matchAll(/[ML](\S+?) ([^ML]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
  return points.slice(1).map((to, i) => ({ kind: attributes.get("data-line")!, from: points[i]!, to }));
}
