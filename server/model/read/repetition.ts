import type { Node } from "yaml";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";

/** Aliases and merge keys can make a small file describe a huge one; no organization repeats as much. */
const maxRepeated = 200_000;

/** Counts what aliases and merge keys repeat. */
export class Repetition {
  readonly #read = new Set<Node>();
  readonly #problems: Problem[];
  #repeated = 0;

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  /** False once repetition has made the file too large; the place where that happens is reported. */
  isWorthReading(node: Node, size: number, at: Place): boolean {
    if (!this.#read.has(node)) {
      this.#read.add(node);
      return true;
    }
    const before = this.#repeated;
    this.#repeated += size + 1;
    if (before <= maxRepeated && this.#repeated > maxRepeated) {
      this.#problems.push({
        kind: "syntax",
        at,
        says: "Aliases (`*`) and merge keys (`<<`) repeat so much that not all of it was read from here on.",
      });
    }
    return this.#repeated <= maxRepeated;
  }
}
