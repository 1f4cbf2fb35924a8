import type { Arrangement } from "./arrange.ts";
import { type Box, type Chart, nothingFound } from "./chart.ts";
import { compose, composeKept, type Room, type Sheet, scaleOf } from "./compose.ts";
import type { Drawing } from "./drawing.ts";

/** A chart as one picture, or cut into the pages of a paper. */

export const papers = {
  a4: { width: 297, height: 210, margin: 10 },
  a3: { width: 420, height: 297, margin: 10 },
  letter: { width: 279.4, height: 215.9, margin: 10 },
} as const;
export type Paper = keyof typeof papers;
/** In millimetres. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** Letters of 11 pixels at this scale are 5 points high; smaller than that a page is cut. */
const smallestScale = 0.61;
/** A picture without paper may be as large as it likes; this is the form that it is given. */
const screen: Room = { width: 1400, height: 900 };
const pixelsPerMillimetre = 96 / 25.4;

export interface Page {
  readonly drawing: Drawing;
  readonly scale: number;
}

/** One drawing for a screen. */
export const onScreen = (chart: Chart): Drawing => compose(chart, screen);

/** The same, arranged as before: finding the best takes many times as long as drawing, too long for each key pressed. */
export const onScreenAs = (chart: Chart, kept?: Arrangement): { drawing: Drawing; how: Arrangement } =>
  composeKept(chart, screen, kept);

/** The pages of a paper, landscape: one where all of it can be read there, else the top first, then branch by branch. */
export function onPaper(chart: Chart, paper: Paper | PaperSize): Page[] {
  const { width, height, margin } = typeof paper === "string" ? papers[paper] : paper;
  const room = {
    width: (width - margin * 2) * pixelsPerMillimetre,
    height: (height - margin * 2) * pixelsPerMillimetre,
  };
  return new Cutter(chart, room).pages();
}

/** What stands on a page, before its pages have numbers. */
type Plan = Partial<Sheet>;
/** Puts boxes where they belong on a page: into the tree, or among those whose line is not known. */
type Onto = (boxes: readonly Box[]) => Plan;

class Cutter {
  readonly #chart: Chart;
  readonly #room: Room;
  readonly #plans: Plan[] = [];
  /** The page on which stands what was cut off below a box. */
  readonly #pageOf = new Map<string, number>();

  constructor(chart: Chart, room: Room) {
    this.#chart = chart;
    this.#room = room;
  }

  pages(): Page[] {
    const whole = this.#set(this.#chart, this.#chart.subtitle);
    if (whole.scale >= smallestScale) return [whole];
    const { trees, lineNotKnown, notThere, committees, providers, notes } = this.#chart;
    this.#branches(undefined, trees, (boxes) => ({ trees: boxes }));
    this.#branches(undefined, lineNotKnown, (boxes) => ({ lineNotKnown: boxes }));
    // What stands below the tree is one page where it fits on one, else each kind has its own.
    const belowTree = { notThere, committees, providers };
    if (notThere.length + committees.length + providers.length > 0 && this.#fits(belowTree))
      this.#plans.push(belowTree);
    else {
      this.#inParts(notThere, (part) => ({ notThere: part }));
      this.#inParts(committees, (part) => ({ committees: part }));
      this.#inParts(providers, (part) => ({ providers: part }));
    }
    const last = this.#plans.pop() ?? {};
    // What is said of the whole stands at the end, on the last page where there is room for it.
    if (this.#fits({ ...last, notes })) this.#plans.push({ ...last, notes });
    else this.#plans.push(last, { notes });
    const { subtitle } = this.#chart;
    return this.#plans.map((plan, i) => {
      const trees_ = (boxes: readonly Box[] = []) => boxes.map((box) => withPages(box, this.#pageOf));
      const numbered = { ...plan, trees: trees_(plan.trees), lineNotKnown: trees_(plan.lineNotKnown) };
      const page = `page ${i + 1} of ${this.#plans.length}`;
      return this.#set(numbered, subtitle === "" ? page : `${subtitle}, ${page}`);
    });
  }

  /** As many whole branches a page as fit; one that is too large is cut, and what is below follows on its own pages. */
  #branches(above: Box | undefined, heads: readonly Box[], onto: Onto): void {
    const plan = (boxes: readonly Box[]) => onto(below(above, boxes));
    const cut: Box[] = [];
    for (let done = 0; done < heads.length; ) {
      const rest = heads.slice(done);
      const count = largest(rest.length, (number) => this.#fits(plan(rest.slice(0, number))));
      if (count > 0) {
        this.#plans.push(plan(rest.slice(0, count)));
      } else {
        const one = this.#cutToFit(rest[0]!, plan);
        this.#plans.push(plan([one.box]));
        cut.push(...one.cutOff);
      }
      done += Math.max(1, count);
    }
    for (const box of cut) {
      this.#pageOf.set(box.key, this.#plans.length + 1);
      this.#branches(box, [...box.rows, ...box.children], onto);
    }
  }

  #cutToFit(box: Box, plan: Onto): Cut {
    for (let depth = layersBelow(box); depth > 0; depth--) {
      const cut = cutAt(box, depth);
      if (this.#fits(plan([cut.box]))) return cut;
    }
    return cutAt(box, 0);
  }

  /** Cards and other things without lines, as many a page as fit. */
  #inParts<Item>(items: readonly Item[], plan: (items: readonly Item[]) => Plan): void {
    for (let done = 0; done < items.length; ) {
      const rest = items.slice(done);
      const count = Math.max(
        1,
        largest(rest.length, (number) => this.#fits(plan(rest.slice(0, number)))),
      );
      this.#plans.push(plan(rest.slice(0, count)));
      done += count;
    }
  }

  #fits = (plan: Plan): boolean => this.#set(plan, this.#chart.subtitle).scale >= smallestScale;

  #set(plan: Plan, subtitle: string): Page {
    const nothing = { trees: [], lineNotKnown: [], notThere: [], committees: [], providers: [], notes: [] };
    const { title, otherLines, units } = this.#chart;
    const drawing = compose({ ...nothing, title, otherLines, units, ...plan, subtitle }, this.#room);
    return { drawing, scale: scaleOf(drawing, this.#room) };
  }
}

/** The largest number up to `most` that does, where all smaller ones do too; 0 where none does. */
function largest(most: number, does: (number: number) => boolean): number {
  if (does(most)) return most;
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The superior again, with these alone below it. */
function below(above: Box | undefined, boxes: readonly Box[]): Box[] {
  if (!above) return [...boxes];
  const isHere = ({ key }: Box) => boxes.find((box) => box.key === key) ?? [];
  return [{ ...above, rows: above.rows.flatMap(isHere), children: above.children.flatMap(isHere) }];
}

/** A branch down to a layer, and the boxes in it from which more was cut off. */
interface Cut {
  readonly box: Box;
  readonly cutOff: readonly Box[];
}

function cutAt(box: Box, depth: number): Cut {
  if (box.rows.length + box.children.length === 0) return { box, cutOff: [] };
  if (depth > 0) {
    const children = box.children.map((child) => cutAt(child, depth - 1));
    const cutOff = children.flatMap((child) => child.cutOff);
    return { box: { ...box, children: children.map((child) => child.box) }, cutOff };
  }
  const hidden = [...box.rows, ...box.children];
  const posts = hidden.reduce((sum, one) => sum + one.posts, box.folded?.posts ?? 0);
  return {
    box: { ...box, rows: [], children: [], folded: { posts, found: nothingFound, where: "page 00" } },
    cutOff: [box],
  };
}

/** Cut boxes say on which page the rest is. */
function withPages(box: Box, pageOf: ReadonlyMap<string, number>): Box {
  const children = box.children.map((child) => withPages(child, pageOf));
  const page = pageOf.get(box.key);
  const { folded } = box;
  return folded?.where === undefined
    ? { ...box, children }
    : { ...box, children, folded: { ...folded, where: `page ${page}` } };
}

const layersBelow = ({ rows, children }: Box): number =>
  children.length > 0 ? 1 + Math.max(...children.map(layersBelow)) : rows.length > 0 ? 1 : 0;
