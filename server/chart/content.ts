import { groupBy } from "../base/group.ts";
import type { Committee, Post } from "../model/org/entities.ts";
import { employerOf, postsHeldBy } from "../model/org/holders.ts";
import type { Org } from "../model/org/org.ts";
import { fromOutside } from "../model/org/outside.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import type { Ref } from "../model/words/values.ts";
import { type Called, holdersOf } from "./called.ts";
import { type Box, type HolderState, nothingFound, type Seat } from "./chart.ts";
import { type FoundAt, keyOfCommittee } from "./found.ts";
import type { Tree, Vertex } from "./tree.ts";

/** What stands in a box by itself, without what hangs below it. */
export type Content = Omit<Box, "children" | "rows" | "folded" | "posts" | "unit">;

/** Writes the boxes of one chart. */
export class Contents {
  readonly #org: Org;
  readonly #called: Called;
  readonly #found: FoundAt;
  readonly #tree: Tree;
  /** By post: the letters of the committees in which it, or whoever is in it, sits. */
  readonly #seats: ReadonlyMap<string, readonly Seat[]>;

  constructor(org: Org, called: Called, found: FoundAt, tree: Tree, letters: ReadonlyMap<string, string>) {
    this.#org = org;
    this.#called = called;
    this.#found = found;
    this.#tree = tree;
    this.#seats = seatsOf(org, letters);
  }

  of(vertex: Vertex, unit: string | undefined): Content {
    const superiorKey = this.#tree.above.get(vertex.key) ?? this.#tree.closing.get(vertex.key);
    const above = superiorKey === undefined ? undefined : this.#tree.vertices.get(superiorKey);
    const superior = above && this.title(above);
    const { key } = vertex;
    if (vertex.is === "post") {
      const circle = this.#tree.closing.has(key) ? [`reports to ${superior}: closes a circle`] : [];
      const small = [...this.#smallLines(vertex.post), ...(unit === undefined ? [] : [unit]), ...circle];
      const seats = this.#seats.get(vertex.post.id) ?? [];
      const outside = fromOutside(this.#org, { to: "post", id: vertex.post.id }) === "yes";
      const holder = this.#holder(vertex.post);
      const found = this.#found.at(key);
      return { key, at: vertex.post.at, title: this.title(vertex), holder, small, outside, found, seats, superior };
    }
    const { committee } = vertex;
    // What was found in a body is shown on its card below the tree.
    const found = nothingFound;
    const letter = committee && this.#letterOf(committee);
    const seats = letter === undefined ? [] : [{ letter, chairs: false }];
    const holder = { is: "unnamed", lines: [] } as const;
    const small = unit === undefined ? [] : [unit];
    return { key, at: committee?.at, title: this.title(vertex), holder, small, outside: false, found, seats, superior };
  }

  title(vertex: Vertex): string {
    if (vertex.is === "post") return this.#called.post(vertex.post);
    return vertex.committee ? this.#called.committee(vertex.committee) : "Board";
  }

  #letterOf(committee: Committee): string | undefined {
    return this.#seats.get(keyOfCommittee(committee.id))?.[0]?.letter;
  }

  #holder(post: Post): { is: HolderState; lines: string[] } {
    if (post.exists === "no") return { is: "not-there", lines: ["none"] };
    if (post.exists !== "yes") return { is: "not-known", lines: ["not known whether it exists"] };
    if (post.heldBy.is === "none") return { is: "vacant", lines: ["vacant"] };
    if (post.heldBy.is !== "known") return { is: "not-known", lines: ["not known"] };
    if (post.heldBy.value.length === 0) return { is: "vacant", lines: ["vacant"] };
    const names = holdersOf(this.#called, post).filter((name) => name !== undefined);
    return names.length === 0 ? { is: "unnamed", lines: [] } : { is: "held", lines: names };
  }

  #smallLines(post: Post): string[] {
    if (post.exists !== "yes") return [];
    const holders = itemsOf(post.heldBy);
    const others = new Set(holders.flatMap((ref) => postsHeldBy(this.#org, ref)).filter((other) => other !== post));
    const also = [...others].map((other) => this.#called.post(other)).join(", ");
    // A firm that holds a post itself is named as its holder already.
    const firms = holders.flatMap((ref) => (ref.to === "person" ? (employerOf(this.#org, ref) ?? []) : []));
    const employers = [...new Set(firms)].map((id) => this.#called.ref({ to: "provider", id }));
    const until = given(post.until);
    return [
      ...(given(post.interim) === true ? [until === undefined ? "interim" : `interim until ${until}`] : []),
      ...(also === "" ? [] : [`also ${also}`]),
      ...(employers.length === 0 ? [] : [`of ${employers.join(", ")}`]),
    ];
  }
}

/** Seats by post id, and each body's own letter under its key. */
function seatsOf(org: Org, letters: ReadonlyMap<string, string>): Map<string, Seat[]> {
  const seats: { key: string; seat: Seat }[] = [];
  for (const committee of org.data.committees.values()) {
    const letter = letters.get(committee.id);
    if (letter === undefined) continue;
    const members = itemsOf(committee.members);
    const chairs = new Set(itemsOf(committee.chair).flatMap((ref) => postsOf(org, ref)));
    const all = new Set([...chairs, ...members.flatMap((ref) => postsOf(org, ref))]);
    for (const key of all) seats.push({ key, seat: { letter, chairs: chairs.has(key) } });
    seats.push({ key: keyOfCommittee(committee.id), seat: { letter, chairs: false } });
  }
  const byKey = groupBy(seats, ({ key }) => key);
  return new Map([...byKey].map(([key, of]) => [key, of.map(({ seat }) => seat)]));
}

/** A person sits there in the first of his posts alone, so that one seat is one letter. */
function postsOf(org: Org, ref: Ref): string[] {
  if (ref.to === "post") return [ref.id];
  if (ref.to !== "person") return [];
  return postsHeldBy(org, ref)
    .slice(0, 1)
    .map(({ id }) => id);
}
