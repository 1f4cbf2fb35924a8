import { type Arrangement, arranged, type Measure } from "./arrange.ts";
import { type Block, everythingIn, leaf, type SetBlock } from "./block.ts";
import { type Box, type Card, type MarkKind, markKinds, type OtherLine, type UnitOfChart } from "./chart.ts";
import {
  type Drawing,
  type Frame,
  headingStyle,
  type Icon,
  iconSize,
  type Line,
  type Measured,
  type Placed,
  rectOf,
  small,
  type TextLine,
  titleStyle,
} from "./drawing.ts";
import { measureBox, measureCard } from "./measure.ts";
import { route } from "./route.ts";
import { cut, widthOf, wrap } from "./text.ts";

/** What stands on one picture or page. */
export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly trees: readonly Box[];
  readonly lineNotKnown: readonly Box[];
  readonly notThere: readonly Box[];
  readonly otherLines: readonly OtherLine[];
  readonly committees: readonly Card[];
  readonly providers: readonly Card[];
  readonly units: readonly UnitOfChart[];
  readonly notes: readonly string[];
}

/** The room that a picture should fill, in pixels at 100 %. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

const margin = 24;
const blockGap = 30;
const cardGap = 16;
const sectionGap = 22;
const leastWidth = 420;
/** Above these sizes fewer ways of arranging are tried. */
const manyBoxes = 400;

/** The sheet in the arrangement that fills the room best; of those about as good, the most spread out. */
export function compose(sheet: Sheet, room: Room): Drawing {
  const measurer = new Measurer();
  return composedAs(sheet, room, bestArrangement(sheet, room, measurer), measurer);
}

/** The same in an arrangement that it had before; in the best where it had none. */
export function composeKept(sheet: Sheet, room: Room, kept?: Arrangement): { drawing: Drawing; how: Arrangement } {
  const measurer = new Measurer();
  const how = kept ?? bestArrangement(sheet, room, measurer);
  return { drawing: composedAs(sheet, room, how, measurer), how };
}

/** The scale at which a sheet fits a room, 1 at most. */
export const scaleOf = ({ width, height }: Room, room: Room): number =>
  Math.min(1, room.width / width, room.height / height);

function composedAs(sheet: Sheet, room: Room, how: Arrangement, measurer: Measurer): Drawing {
  const keys = new Set(keysIn(sheet));
  const lines = sheet.otherLines.filter(({ from, to }) => keys.has(from) || keys.has(to));
  const titles = titlesIn(sheet);
  const labelled = new Set(lines.filter(({ from, to }) => !keys.has(from) || !keys.has(to)));
  for (;;) {
    const page = new Page(sheet, room, how, measurer.with(labelsFor(labelled, titles)));
    const longest = Math.max(room.width, page.width);
    const failed = page.routeLines(
      lines.filter((line) => !labelled.has(line)),
      longest,
    );
    if (failed.length === 0) return page.drawing();
    // Each round labels at least one line more, and a label changes only how large its boxes are.
    for (const line of failed) labelled.add(line);
  }
}

/** What a line that is not drawn says at its two ends. */
function labelsFor(lines: Iterable<OtherLine>, titles: ReadonlyMap<string, string>): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  const add = (key: string, arrow: string, other: string) => {
    const title = titles.get(other);
    if (title !== undefined) labels.set(key, [...(labels.get(key) ?? []), `${arrow} ${title}`]);
  };
  for (const { from, to, kind } of lines) {
    add(from, "\u2192", to);
    if (kind === "dotted") add(to, "\u2190", from);
  }
  return labels;
}

function bestArrangement(sheet: Sheet, room: Room, measurer: Measurer): Arrangement {
  const boxes = [...sheet.trees, ...sheet.lineNotKnown].flatMap((tree) => withAllBelow(tree));
  const layers = Math.max(1, ...boxes.map(({ depth }) => depth + 1));
  const isLarge = boxes.length > manyBoxes;
  const widest = Math.max(1, ...boxes.map(({ box }) => box.children.length));
  const columns = (isLarge ? [1, 2, 3, 6] : [1, 2, 3, 4, 5, 6]).filter((count) => count <= widest);
  let best: { how: Arrangement; scale: number } | undefined;
  const measure = measurer.with(new Map());
  for (let hangFrom = Math.min(layers, 6); hangFrom >= 0; hangFrom--) {
    for (const count of hangFrom >= layers ? [1] : columns) {
      const how = { hangFrom, columns: count };
      const size = new Flow(room.width);
      for (const tree of [...sheet.trees, ...sheet.lineNotKnown]) size.add(arranged(tree, how, measure, sheet.units));
      const scale = scaleOf({ width: size.right + margin * 2, height: size.bottom + 80 }, room);
      if (!best || scale > best.scale * 1.05) best = { how, scale };
    }
  }
  return best?.how ?? { hangFrom: 6, columns: 1 };
}

function withAllBelow(root: Box, depth = 0): { box: Box; depth: number }[] {
  return [{ box: root, depth }, ...root.children.flatMap((child) => withAllBelow(child, depth + 1))];
}

const keysIn = ({ trees, lineNotKnown, notThere }: Sheet): string[] =>
  [...trees, ...lineNotKnown, ...notThere].flatMap((tree) => withAllBelow(tree).map(({ box }) => box.key));

const titlesIn = ({ otherLines, ...sheet }: Sheet): Map<string, string> => {
  const boxes = [...sheet.trees, ...sheet.lineNotKnown, ...sheet.notThere].flatMap((tree) => withAllBelow(tree));
  const given = otherLines.flatMap(
    ({ from, to, titles }) =>
      [
        [from, titles[0]],
        [to, titles[1]],
      ] as const,
  );
  return new Map([...given, ...boxes.map(({ box }) => [box.key, box.title] as const)]);
};

/** Measures each box once, and again where what its labels say has changed. */
class Measurer {
  readonly #known = new Map<Box, { readonly labels: string; readonly measured: Measured }>();

  with(labels: ReadonlyMap<string, readonly string[]>): (box: Box, level: number) => Measured {
    return (box, level) => {
      const own = labels.get(box.key) ?? [];
      const known = this.#known.get(box);
      if (known?.labels === own.join("\n")) return known.measured;
      const measured = measureBox(box, level, own);
      this.#known.set(box, { labels: own.join("\n"), measured });
      return measured;
    };
  }
}

/** Blocks beside each other, in as many rows as they need. */
class Flow {
  readonly blocks: SetBlock[] = [];
  readonly #width: number;
  readonly #gap: number;
  #x = 0;
  #y = 0;
  right = 0;
  bottom = 0;

  constructor(width: number, gap = blockGap) {
    this.#width = width;
    this.#gap = gap;
  }

  add(block: Block): void {
    if (this.#x > 0 && this.#x + block.width > this.#width) {
      this.#x = 0;
      this.#y = this.bottom + this.#gap;
    }
    this.blocks.push({ x: this.#x, y: this.#y, block });
    this.right = Math.max(this.right, this.#x + block.width);
    this.bottom = Math.max(this.bottom, this.#y + block.height);
    this.#x += block.width + this.#gap;
  }
}

/** One page while it is being set, from the top down. */
class Page {
  readonly #sheet: Sheet;
  readonly #boxes: Placed[] = [];
  readonly #lines: Line[] = [];
  readonly #frames: Frame[] = [];
  readonly #texts: TextLine[] = [];
  readonly #icons: Icon[] = [];
  readonly width: number;
  #y = margin;

  constructor(sheet: Sheet, room: Room, how: Arrangement, measure: Measure) {
    this.#sheet = sheet;
    const tree = (box: Box) => arranged(box, how, measure, sheet.units);
    const trees = flow(sheet.trees.map(tree), room.width);
    const open = flow(sheet.lineNotKnown.map(tree), Math.max(room.width, trees.right));
    this.width = Math.max(trees.right, open.right, Math.min(room.width - margin * 2, 1040), leastWidth);
    this.#heading();
    this.#flow(trees);
    this.#section("Line not known", open);
    this.#section(
      "Not there",
      flow(
        sheet.notThere.map((box) => leaf(measure(box, 1))),
        this.width,
      ),
    );
    const cards = (all: readonly Card[]) =>
      flow(
        all.map((card) => leaf(measureCard(card))),
        this.width,
        cardGap,
      );
    this.#section("Committees (filled letter: in the chair)", cards(sheet.committees));
    this.#section("Outside the organization", cards(sheet.providers));
    this.#legend();
    const units = sheet.units.filter(({ framed }) => !framed).map(({ title }) => title);
    for (const note of [...(units.length > 0 ? [`Companies and sites: ${units.join(", ")}.`] : []), ...sheet.notes])
      this.#note(note);
  }

  /** Draws lines beside the tree; gives those for which there is no way. */
  routeLines(lines: readonly OtherLine[], longest: number): OtherLine[] {
    const placed = new Map(this.#boxes.map((one) => [one.box.key, one]));
    const titles = this.#texts.map(({ x, y, text, style }) => ({
      x,
      y: y - style.size,
      width: widthOf(text, style),
      height: style.size + 3,
    }));
    const frames = this.#frames.map(({ title: { x, y, text, style } }) => ({
      x,
      y: y - style.size,
      width: widthOf(text, style),
      height: style.size + 3,
    }));
    const rects = new Map(this.#boxes.map((one) => [one, rectOf(one)]));
    return lines.filter((line) => {
      const [from, to] = [placed.get(line.from)!, placed.get(line.to)!];
      const others = this.#boxes.filter((one) => one !== from && one !== to).map((one) => rects.get(one)!);
      const points = route(from, to, { boxes: [...others, ...titles, ...frames], lines: this.#lines }, longest);
      if (points) this.#lines.push({ kind: line.kind, points });
      return points === undefined;
    });
  }

  drawing(): Drawing {
    const right = Math.max(
      leastWidth,
      ...this.#boxes.map(({ x, box }) => x + box.width),
      ...this.#frames.map(({ x, width }) => x + width),
      ...this.#texts.map(({ x, text, style }) => x + widthOf(text, style)),
      ...this.#lines.flatMap(({ points }) => points.map(({ x }) => x)),
    );
    const posts = this.#boxes.filter(({ box }) => box.key.startsWith("post:")).length;
    const { title, subtitle } = this.#sheet;
    return {
      width: right + margin,
      height: this.#y + margin,
      boxes: this.#boxes,
      lines: this.#lines,
      frames: this.#frames,
      texts: this.#texts,
      icons: this.#icons,
      title: `Organization chart: ${title}`,
      description: [subtitle, `${posts} posts`, ...this.#sheet.notes].filter((part) => part !== "").join("; "),
    };
  }

  #heading(): void {
    const { title, subtitle } = this.#sheet;
    this.#text(cut(title, this.width, headingStyle), headingStyle, "strong", 23);
    if (subtitle !== "") this.#text(cut(subtitle, this.width, small), small, "faint", 16);
    this.#y += 12;
  }

  #text(text: string, style: TextLine["style"], tone: TextLine["tone"], height: number): void {
    this.#texts.push({ x: margin, y: this.#y + style.size, text, style, tone });
    this.#y += height;
  }

  #flow(flowed: Flow): void {
    for (const { x, y, block } of flowed.blocks) {
      const { boxes, lines, frames } = everythingIn({ x: x + margin, y: y + this.#y, block });
      this.#boxes.push(...boxes);
      this.#lines.push(...lines);
      this.#frames.push(...frames);
    }
    this.#y += flowed.bottom;
  }

  #section(title: string, flowed: Flow): void {
    if (flowed.blocks.length === 0) return;
    this.#y += sectionGap;
    this.#text(title, titleStyle, "faint", 24);
    this.#flow(flowed);
  }

  /** What the signs mean that stand in the picture. */
  #legend(): void {
    const used = new Set(
      this.#boxes
        .flatMap(({ box }) => [...box.icons, ...box.parts.flatMap((part) => part.icons)])
        .map(({ kind }) => kind),
    );
    if (used.size === 0) return;
    this.#y += sectionGap;
    let x = margin;
    for (const kind of markKinds.filter((one) => used.has(one))) {
      this.#icons.push({ kind, x, y: this.#y });
      this.#texts.push({ x: x + iconSize + 4, y: this.#y + 10, text: words[kind], style: small, tone: "faint" });
      x += iconSize + 4 + widthOf(words[kind], small) + 18;
    }
    this.#y += 16;
  }

  #note(note: string): void {
    this.#y += 4;
    for (const line of wrap(note, this.width, small)) this.#text(line, small, "faint", 15);
  }
}

const words: Readonly<Record<MarkKind, string>> = {
  error: "error",
  warning: "warning",
  info: "information",
  hint: "hint",
  settled: "accepted or recommended",
};

function flow(blocks: readonly Block[], width: number, gap?: number): Flow {
  const result = new Flow(width, gap);
  for (const block of blocks) result.add(block);
  return result;
}
