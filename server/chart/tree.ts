import { addTo } from "../base/group.ts";
import type { Committee, Post } from "../model/org/entities.ts";
import { isTop, isTopCommittee } from "../model/org/lines.ts";
import type { Org } from "../model/org/org.ts";
import type { Fact } from "../model/words/fact.ts";
import type { Ref } from "../model/words/values.ts";
import { type FoundAt, keyOfCommittee, keyOfPost } from "./found.ts";

/** What stands in the tree: posts, and the bodies that somebody reports to. */
export type Vertex =
  | { readonly is: "post"; readonly key: string; readonly post: Post }
  | { readonly is: "committee"; readonly key: string; readonly committee: Committee }
  | { readonly is: "board"; readonly key: string; readonly committee: Committee | undefined };

/** Who stands below whom. */
export interface Tree {
  readonly vertices: ReadonlyMap<string, Vertex>;
  /** The vertex above; circles are cut open in it. */
  readonly above: ReadonlyMap<string, string>;
  /** In the order of the file. */
  readonly below: ReadonlyMap<string, readonly string[]>;
  readonly tops: readonly string[];
  readonly lineNotKnown: readonly string[];
  readonly notThere: readonly string[];
  /** The line that closes a circle, by the vertex that it starts from. */
  readonly closing: ReadonlyMap<string, string>;
}

const boardKey = "board";

/** Posts that exist, those that a line needs, and those that are not there where a finding says so. */
export function treeOf(org: Org, found: FoundAt): Tree {
  const vertices = verticesOf(org, found);
  const above = new Map<string, string>();
  for (const vertex of vertices.values()) {
    const superior = keyAbove(org, vertex);
    if (superior !== undefined && vertices.has(superior) && isDrawnAsThere(vertices.get(superior)!))
      above.set(vertex.key, superior);
  }
  const closing = openCircles(vertices, above);
  const below = new Map<string, string[]>();
  for (const [key, superior] of above) addTo(below, superior, key);
  const roots = [...vertices.values()].filter(({ key }) => !above.has(key));
  const there = roots.filter(isDrawnAsThere);
  const isKnown = (vertex: Vertex) => closing.has(vertex.key) || endsLine(vertex);
  return {
    vertices,
    above,
    below,
    closing,
    tops: there.filter(isKnown).map(({ key }) => key),
    lineNotKnown: there.filter((vertex) => !isKnown(vertex)).map(({ key }) => key),
    notThere: roots.filter((vertex) => !isDrawnAsThere(vertex)).map(({ key }) => key),
  };
}

/** A post, itself included, and everything below it, from the top down. */
export function branch(tree: Tree, key: string): string[] {
  const keys = [key];
  for (let i = 0; i < keys.length; i++) keys.push(...(tree.below.get(keys[i]!) ?? []));
  return keys;
}

function verticesOf(org: Org, found: FoundAt): Map<string, Vertex> {
  const vertices = new Map<string, Vertex>();
  const add = (vertex: Vertex) => vertices.has(vertex.key) || vertices.set(vertex.key, vertex);
  const needed = new Set(
    org.allPosts.flatMap(
      ({ reportsTo }) => (reportsTo.is === "known" ? superiorKey(org, reportsTo.value) : undefined) ?? [],
    ),
  );
  const posts = [...org.data.posts.values()];
  const isShown = (post: Post) =>
    post.exists === "yes" ||
    found.at(keyOfPost(post.id)).says.length > 0 ||
    (post.exists !== "no" && needed.has(keyOfPost(post.id)));
  const shown = posts.filter(isShown);
  const committees = [...org.data.committees.values()];
  // A body stands in the tree where somebody reports to it, and above those who do.
  const bodies = new Set<string>();
  const reportsTo = (fact: Fact<Ref>): void => {
    const key = fact.is === "known" ? superiorKey(org, fact.value) : undefined;
    const committee = committees.find((one) => keyOfCommittee(one.id) === key);
    if (key === undefined || bodies.has(key) || (key !== boardKey && !committee)) return;
    bodies.add(key);
    if (committee) reportsTo(committee.reportsTo);
  };
  for (const post of shown) reportsTo(post.reportsTo);
  if (bodies.has(boardKey)) add({ is: "board", key: boardKey, committee: boardOf(org) });
  for (const post of shown) add({ is: "post", key: keyOfPost(post.id), post });
  for (const committee of committees) {
    const key = keyOfCommittee(committee.id);
    if (bodies.has(key) && !isTopCommittee(committee)) add({ is: "committee", key, committee });
  }
  return vertices;
}

const boardOf = (org: Org): Committee | undefined =>
  [...org.data.committees.values()].find((one) => isTopCommittee(one) && one.exists !== "no");

function keyAbove(org: Org, vertex: Vertex): string | undefined {
  if (vertex.is === "board") return undefined;
  const { reportsTo } = vertex.is === "post" ? vertex.post : vertex.committee;
  return reportsTo.is === "known" ? superiorKey(org, reportsTo.value) : undefined;
}

function superiorKey(org: Org, ref: Ref): string | undefined {
  if (ref.to === "board") return boardKey;
  if (ref.to === "post") return keyOfPost(ref.id);
  if (ref.to !== "committee") return undefined;
  const committee = org.data.committees.get(ref.id);
  return committee && isTopCommittee(committee) ? boardKey : keyOfCommittee(ref.id);
}

/** A post of which the file says that it is not there has no line, whoever is said to report to it. */
const isDrawnAsThere = (vertex: Vertex): boolean => vertex.is !== "post" || vertex.post.exists !== "no";

/** Whether nothing above a vertex is missing: it is a body, a head of the organization, or reports to nobody. */
const endsLine = (vertex: Vertex): boolean =>
  vertex.is !== "post" ||
  isTop(vertex.post) ||
  vertex.post.reportsTo.is === "none" ||
  vertex.post.reportsTo.is === "not-applicable";

/** Takes one line out of each circle: that of the head of the organization, where it is in it, else of the first. */
function openCircles(vertices: ReadonlyMap<string, Vertex>, above: Map<string, string>): Map<string, string> {
  const closing = new Map<string, string>();
  const done = new Set<string>();
  for (const start of vertices.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let key: string | undefined = start;
    for (; key !== undefined && !done.has(key) && !onPath.has(key); key = above.get(key)) {
      path.push(key);
      onPath.add(key);
    }
    if (key !== undefined && onPath.has(key)) {
      const circle = new Set(path.slice(path.indexOf(key)));
      const members = [...vertices.values()].filter((vertex) => circle.has(vertex.key));
      const head = members.find((vertex) => vertex.is === "post" && isTop(vertex.post)) ?? members[0]!;
      closing.set(head.key, above.get(head.key)!);
      above.delete(head.key);
    }
    for (const one of path) done.add(one);
  }
  return closing;
}
