import { type Severity, severities } from "../knowledge/severity.ts";
import type { Naming } from "../model/org/naming.ts";
import type { Org } from "../model/org/org.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import { committeeCards, lettersOf, providerCards } from "./bands.ts";
import { Called } from "./called.ts";
import { type Box, type Chart, counted, type Folded, type OtherLine, together, type UnitOfChart } from "./chart.ts";
import { type Content, Contents } from "./content.ts";
import { drawn, type Folding, fold } from "./fold.ts";
import { type ChartFinding, type FoundAt, foundAt, keyOfCommittee, keyOfPost } from "./found.ts";
import { answersForSomething, isOfIt, onlyIt } from "./it-posts.ts";
import { postColumns, postRow } from "./list.ts";
import { branch, type Tree, treeOf, type Vertex } from "./tree.ts";
import { unitOfVertex, unitsOf } from "./units.ts";

export interface ChartOptions {
  readonly names: Naming;
  /** The id of the post to begin at; it must be in the file. */
  readonly root?: string;
  /** So many layers below the top. */
  readonly depth?: number;
  readonly only?: "it";
  readonly unfold?: boolean;
}

/** A line of more layers than any organization has is cut there, and what is below it counted. */
const deepest = 60;
/** A column of more plain leaves than this stands as lines in the superior's box. */
const longestColumn = 6;

/** What is in a chart of an organization with these findings. The same input gives the same chart. */
export function chartOf(org: Org, findings: readonly ChartFinding[], options: ChartOptions): Chart {
  return new Builder(org, foundAt(org, findings), options).chart();
}

/** The posts of that chart as a table, its headings first; also those that it folds. */
export function postsOf(org: Org, findings: readonly ChartFinding[], options: ChartOptions): string[][] {
  return [[...postColumns], ...new Builder(org, foundAt(org, findings), options).posts()];
}

class Builder {
  readonly #org: Org;
  readonly #found: FoundAt;
  readonly #options: ChartOptions;
  readonly #called: Called;
  readonly #tree: Tree;
  readonly #letters: ReadonlyMap<string, string>;
  readonly #units: readonly UnitOfChart[];
  readonly #contents: ReadonlyMap<string, Content>;
  readonly #kept: ReadonlySet<string>;
  readonly #rows = new Set<string>();
  readonly #roots: {
    readonly tops: readonly string[];
    readonly lineNotKnown: readonly string[];
    readonly notThere: readonly string[];
  };

  constructor(org: Org, found: FoundAt, options: ChartOptions) {
    this.#org = org;
    this.#found = found;
    this.#options = options;
    this.#called = new Called(org, options.names);
    this.#tree = treeOf(org, found);
    this.#letters = lettersOf(org, found);
    this.#units = unitsOf(org, this.#called, this.#tree);
    const contents = new Contents(org, this.#called, found, this.#tree, this.#letters);
    const tags = new Map(this.#units.filter(({ framed }) => !framed).map(({ id, title }) => [id, title]));
    const vertices = [...this.#tree.vertices.values()];
    this.#contents = new Map(vertices.map((one) => [one.key, contents.of(one, tags.get(unitOfVertex(one) ?? ""))]));
    const root = options.root === undefined ? undefined : keyOfPost(options.root);
    this.#kept = options.only === "it" ? onlyIt(org, this.#tree) : new Set(this.#tree.vertices.keys());
    this.#roots = root === undefined ? this.#tree : { tops: [root], lineNotKnown: [], notThere: [] };
  }

  chart(): Chart {
    const { tops, lineNotKnown, notThere } = this.#roots;
    this.#findRows();
    const roots = [...tops, ...lineNotKnown, ...notThere];
    const folding = fold({
      tree: this.#tree,
      found: this.#found,
      roots,
      isKept: (key) => this.#kept.has(key),
      isRow: (key) => this.#rows.has(key),
      matters: (key) => this.#matters(this.#tree.vertices.get(key)!),
      unfold: this.#options.unfold ?? false,
    });
    const all = roots.flatMap((root) => branch(this.#tree, root)).filter((key) => this.#kept.has(key));
    const shown = new Set(drawn({ tree: this.#tree }, all, folding.folded));
    const boxes = (keys: readonly string[], of: string) => this.#forest(keys, of, shown);
    const trees = boxes(tops, "tops");
    const asOf = given(this.#org.data.asOf);
    return {
      title: this.#called.client(),
      subtitle: asOf === undefined ? "" : `as of ${asOf}`,
      trees,
      lineNotKnown: boxes(lineNotKnown, "line-not-known"),
      notThere: boxes(notThere, "not-there"),
      otherLines: this.#otherLines(shown),
      committees: committeeCards(this.#org, this.#called, this.#found, this.#letters),
      providers: providerCards(this.#org, this.#called, this.#found),
      units: this.#units,
      notes: this.#notes(folding, all.length),
    };
  }

  posts(): string[][] {
    const { tops, lineNotKnown, notThere } = this.#roots;
    const layers = new Map<string, number>();
    const keys = [...tops, ...lineNotKnown, ...notThere].flatMap((root) => branch(this.#tree, root));
    for (const key of keys) layers.set(key, (layers.get(this.#tree.above.get(key) ?? "") ?? -1) + 1);
    const isShown = (key: string) => this.#kept.has(key) && layers.get(key)! <= (this.#options.depth ?? layers.size);
    return [...this.#tree.vertices.values()].flatMap((vertex) =>
      vertex.is === "post" && layers.has(vertex.key) && isShown(vertex.key) ? [postRow(this.#called, vertex.post)] : [],
    );
  }

  /** Leaves that are nothing but a title and a holder, where one superior has many of them. */
  #findRows(): void {
    const dotted = new Set(this.#dotted().flatMap(({ from, to }) => [from, to]));
    for (const [superior, below] of this.#tree.below) {
      const unit = unitOfVertex(this.#tree.vertices.get(superior)!);
      const plain = below.filter((key) => {
        const { small, seats, outside } = this.#contents.get(key)!;
        const isBare = small.length === 0 && seats.length === 0 && !outside && !dotted.has(key);
        const isLeaf = !this.#tree.below.has(key) && this.#tree.vertices.get(key)!.is === "post";
        return isBare && isLeaf && this.#kept.has(key) && unitOfVertex(this.#tree.vertices.get(key)!) === unit;
      });
      if (plain.length > longestColumn) for (const key of plain) this.#rows.add(key);
    }
  }

  #matters(vertex: Vertex): boolean {
    return vertex.is !== "post" || isOfIt(this.#org, vertex.post) || answersForSomething(this.#org, vertex.post);
  }

  /** Trees side by side; those that are folded as a whole are one box that counts them. */
  #forest(roots: readonly string[], name: string, shown: ReadonlySet<string>): Box[] {
    const kept = roots.filter((key) => this.#kept.has(key));
    const boxes = kept.filter((key) => shown.has(key)).map((key) => this.#box(key, 0, shown, undefined));
    const folded = this.#folded(kept.filter((key) => !shown.has(key)));
    return folded ? [...boxes, emptyBox(`folded:${name}`, folded)] : boxes;
  }

  #box(key: string, depth: number, shown: ReadonlySet<string>, unitAbove: string | undefined): Box {
    const content = this.#contents.get(key)!;
    const vertex = this.#tree.vertices.get(key)!;
    const own = unitOfVertex(vertex);
    const unit = this.#units.find(({ id, framed }) => id === own && framed)?.id;
    const below = (this.#tree.below.get(key) ?? []).filter((one) => this.#kept.has(one));
    const isDeepest = depth >= Math.min(this.#options.depth ?? deepest, deepest);
    const visible = isDeepest ? [] : below.filter((one) => shown.has(one));
    const rows = visible.filter((one) => this.#rows.has(one)).map((one) => this.#box(one, depth + 1, shown, unit));
    const children = visible.filter((one) => !this.#rows.has(one)).map((one) => this.#box(one, depth + 1, shown, unit));
    const folded = this.#folded(below.filter((one) => !visible.includes(one)));
    const posts =
      (vertex.is === "post" ? 1 : 0) + sum([...rows, ...children].map((one) => one.posts)) + (folded?.posts ?? 0);
    const framed = unit === unitAbove ? unitAbove : unit;
    return { ...content, unit: framed, rows, children: sideBySide(children), folded, posts };
  }

  #folded(keys: readonly string[]): Folded | undefined {
    const all = keys.flatMap((key) => branch(this.#tree, key)).filter((key) => this.#kept.has(key));
    const posts = all.filter((key) => this.#tree.vertices.get(key)!.is === "post").length;
    return posts === 0 ? undefined : { posts, found: together(all.map((key) => this.#found.at(key))) };
  }

  #dotted(): OtherLine[] {
    const posts = [...this.#tree.vertices.values()].flatMap((vertex) => (vertex.is === "post" ? [vertex.post] : []));
    return posts.flatMap((post) => {
      const targets = itemsOf(post.dottedLineTo).flatMap((ref) =>
        ref.to === "post"
          ? [keyOfPost(ref.id)]
          : ref.to === "committee"
            ? [keyOfCommittee(ref.id)]
            : ref.to === "board"
              ? ["board"]
              : [],
      );
      const from = keyOfPost(post.id);
      const drawnTargets = [...new Set(targets)].filter((to) => to !== from && this.#tree.vertices.has(to));
      return drawnTargets.map((to) => this.#line("dotted", from, to));
    });
  }

  #line(kind: OtherLine["kind"], from: string, to: string): OtherLine {
    return { kind, from, to, titles: [this.#contents.get(from)!.title, this.#contents.get(to)!.title] };
  }

  #otherLines(shown: ReadonlySet<string>): OtherLine[] {
    const circles = [...this.#tree.closing].map(([from, to]) => this.#line("circle", from, to));
    return [...circles, ...this.#dotted()].filter(({ from, to }) => from !== to && shown.has(from) && shown.has(to));
  }

  #notes({ how }: Folding, shown: number): string[] {
    const { root, only } = this.#options;
    const left = this.#tree.vertices.size - shown;
    const rest = left > 0 ? ` ${counted(left, "other post")} ${left === 1 ? "is" : "are"} left out.` : "";
    const top = root === undefined ? undefined : this.#contents.get(keyOfPost(root))?.title;
    const { marks } = this.#found.elsewhere;
    const kinds = severities.filter((kind) => marks[kind] > 0).map((kind) => counted(marks[kind], ...kindWords[kind]));
    return [
      ...(top === undefined ? [] : [`Shown: ${top}, and what reports there.${only === "it" ? "" : rest}`]),
      ...(only === "it" ? [`Shown: the posts of IT, and those above them.${rest}`] : []),
      ...(how === "plain"
        ? ["Folded: branches without a post of IT, a finding, or anybody who answers for a duty."]
        : []),
      ...(how === "graver"
        ? ["Too large to be drawn in full: branches are folded, those with the least findings first."]
        : []),
      ...(kinds.length > 0 ? [`On no box: ${kinds.join(", ")}.`] : []),
    ];
  }
}

const kindWords: Readonly<Record<Severity, readonly [one: string, more: string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["piece of information", "pieces of information"],
  hint: ["hint", "hints"],
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Those of one framed unit next to each other, in the place of the first. */
function sideBySide(children: readonly Box[]): Box[] {
  const first = new Map<string, number>();
  for (const [i, { unit }] of children.entries()) if (unit !== undefined && !first.has(unit)) first.set(unit, i);
  const place = (box: Box, i: number) => (box.unit === undefined ? i : first.get(box.unit)!);
  const placed = children.map((box, i) => ({ box, at: place(box, i), i }));
  return placed.toSorted((a, b) => a.at - b.at || a.i - b.i).map(({ box }) => box);
}

function emptyBox(key: string, folded: Folded): Box {
  const nobody = {
    holder: { is: "unnamed", lines: [] },
    small: [],
    outside: false,
    seats: [],
    unit: undefined,
  } as const;
  const found = together([]);
  const rest = { at: undefined, title: "", found, children: [], rows: [], superior: undefined };
  return { key, ...nobody, ...rest, folded, posts: folded.posts };
}
