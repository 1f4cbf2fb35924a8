import { type Box, type Chart, counted } from "./chart.ts";

/** The chart as Mermaid's flowchart text, which wikis and Markdown viewers draw themselves. */
export function mermaid(chart: Chart): string {
  const writer = new Writer(chart);
  return writer.text();
}

class Writer {
  readonly #chart: Chart;
  readonly #ids = new Map<string, string>();
  readonly #nodes: string[] = [];
  readonly #edges: string[] = [];

  constructor(chart: Chart) {
    this.#chart = chart;
  }

  text(): string {
    const { trees, lineNotKnown, notThere, otherLines } = this.#chart;
    for (const box of trees) this.#box(box, undefined, undefined);
    this.#group("Line not known", lineNotKnown);
    this.#group("Not there", notThere);
    for (const { kind, from, to } of otherLines) {
      const [start, end] = [this.#ids.get(from), this.#ids.get(to)];
      if (start === undefined || end === undefined) continue;
      this.#edges.push(kind === "dotted" ? `  ${start} -.-> ${end}` : `  ${start} -. "closes a circle" .-> ${end}`);
    }
    const looks = ["  classDef open stroke-dasharray: 5 3", "  classDef outside stroke-dasharray: 2 2"];
    return `${["flowchart TB", ...this.#nodes, ...this.#edges, ...looks].join("\n")}\n`;
  }

  #group(title: string, boxes: readonly Box[]): void {
    if (boxes.length === 0) return;
    this.#nodes.push(`  subgraph g${this.#nodes.length}["${escaped(title)}"]`);
    for (const box of boxes) this.#box(box, undefined, undefined);
    this.#nodes.push("  end");
  }

  #box(box: Box, superior: string | undefined, unitAbove: string | undefined): void {
    const unit = box.unit === unitAbove ? undefined : this.#chart.units.find(({ id }) => id === box.unit);
    if (unit) this.#nodes.push(`  subgraph u${this.#nodes.length}["${escaped(unit.title)}"]`);
    const id = this.#node(box);
    if (superior !== undefined) this.#edges.push(`  ${superior} --> ${id}`);
    for (const below of [...box.rows, ...box.children]) this.#box(below, id, box.unit);
    if (box.folded && box.title !== "") {
      const folded = `p${this.#ids.size}`;
      this.#ids.set(`${box.key}:folded`, folded);
      this.#nodes.push(`  ${folded}(["${escaped(`+${counted(box.folded.posts, "post")}`)}"])`);
      this.#edges.push(`  ${id} --> ${folded}`);
    }
    if (unit) this.#nodes.push("  end");
  }

  #node(box: Box): string {
    const id = `p${this.#ids.size}`;
    this.#ids.set(box.key, id);
    const { title, holder, small, folded } = box;
    const lines = title === "" ? [`+${counted(folded?.posts ?? 0, "post")}`] : [title, ...holder.lines, ...small];
    const look = holder.is === "vacant" || holder.is === "not-there" ? ":::open" : box.outside ? ":::outside" : "";
    this.#nodes.push(`  ${id}["${lines.map(escaped).join("<br/>")}"]${look}`);
    return id;
  }
}

/** Nothing but letters, digits and a few signs is left as it is, so that no text can become part of the diagram. */
const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{M}\p{N} .,'-]/gu, (letter) => `#${letter.codePointAt(0)};`);
