import { humanize } from "../model/org/names.ts";
import { type Org, unitOf } from "../model/org/org.ts";
import { given } from "../model/words/fact.ts";
import type { Called } from "./called.ts";
import type { UnitOfChart } from "./chart.ts";
import { branch, type Tree, type Vertex } from "./tree.ts";

/** Companies and sites of which something is drawn, and whether what is theirs can stand in one frame. */
export function unitsOf(org: Org, called: Called, tree: Tree): UnitOfChart[] {
  const members = new Map<string, string[]>();
  for (const vertex of tree.vertices.values()) {
    const unit = unitOfVertex(vertex);
    if (unit !== undefined) members.set(unit, [...(members.get(unit) ?? []), vertex.key]);
  }
  return [...org.data.units.values()].flatMap((unit) => {
    const keys = members.get(unit.id);
    const kind = given(unit.kind);
    if (!keys || (kind !== "company" && kind !== "site")) return [];
    const title = called.label(given(unit.name) ?? "") || humanize(unit.id);
    return [{ id: unit.id, at: unit.at, title, framed: isWhole(tree, new Set(keys)) }];
  });
}

export const unitOfVertex = (vertex: Vertex): string | undefined =>
  vertex.is === "post" ? unitOf(vertex.post) : vertex.committee && unitOf(vertex.committee);

/** Whether these are one whole branch, or several whole branches of one superior, so that nothing else is in between. */
function isWhole(tree: Tree, keys: ReadonlySet<string>): boolean {
  const heads = [...keys].filter((key) => !keys.has(tree.above.get(key) ?? ""));
  const superiors = new Set(heads.map((key) => tree.above.get(key)));
  const isApart = heads.some((key) => tree.notThere.includes(key));
  if (isApart || superiors.size > 1 || (superiors.has(undefined) && heads.length > 1)) return false;
  return heads.every((head) => branch(tree, head).every((key) => keys.has(key)));
}
