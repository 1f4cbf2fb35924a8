import { any, type CannotTell, cannotTell, type Fact, given, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Committee, Post } from "./entities.ts";
import { type Org, roleOf } from "./org.ts";
import { topRoles } from "./top-roles.ts";

/** One step up a line: a post or a committee; `board` ends a line without being an entity. */
export type Superior = Post | Committee;

export interface Line {
  /** From the direct superior upwards. */
  readonly steps: readonly Superior[];
  /** How it ends: at the board, at a post that reports to nobody, in a circle, or where the file does not say. */
  readonly end: "board" | "top" | "circle" | CannotTell;
}

/** No organization has as many layers; a file that does is made to exhaust whoever walks its lines one by one. */
const longestLine = 100;

/** The posts met walking `reportsTo` upwards, through committees too; it ends at a repetition. */
export function lineOf(org: Org, from: Superior): Line {
  const steps: Superior[] = [];
  const seen = new Set<Superior>([from]);
  let below: Superior = from;
  let reportsTo: Fact<Ref> = below.reportsTo;
  for (;;) {
    if (reportsTo.is === "unknown") return { steps, end: cannotTell({ at: reportsTo.at, why: reportsTo.why }) };
    if (reportsTo.is !== "known") return { steps, end: "top" };
    if (reportsTo.value.to === "board") return { steps, end: "board" };
    const next = superiorAt(org, reportsTo.value);
    if (!next) return { steps, end: "top" };
    // The file names a superior and says elsewhere that there is none: one of the two is wrong, so neither counts.
    if (next.exists === "no" || steps.length >= longestLine)
      return { steps, end: cannotTell({ at: [...below.at, "reportsTo"], why: "unreadable" }) };
    if (seen.has(next)) return { steps, end: "circle" };
    seen.add(next);
    steps.push(next);
    if (next.entity === "committee" && isTopCommittee(next)) return { steps, end: "board" };
    below = next;
    reportsTo = below.reportsTo;
  }
}

/** The post or committee that a reference names. */
export function superiorAt(org: Org, ref: Ref): Superior | undefined {
  if (ref.to === "post") return org.data.posts.get(ref.id);
  return ref.to === "committee" ? org.data.committees.get(ref.id) : undefined;
}

/** The post that a post reports to, where it is a post and not the board or a committee. */
export function directSuperior(org: Org, post: Post): Post | undefined {
  const ref = given(post.reportsTo);
  const superior = ref && superiorAt(org, ref);
  return superior?.entity === "post" ? superior : undefined;
}

/** Whether a line meets a post of some kind before it reaches the top of the organization. */
export function lineMeets(org: Org, from: Post, meets: (post: Post) => Truth): Truth {
  const { steps, end } = lineOf(org, from);
  const open: Truth[] = [];
  for (const step of steps) {
    if (isTopStep(step)) return any(...open);
    if (step.entity === "committee") continue;
    const met = meets(step);
    if (met === "yes") return "yes";
    open.push(met);
  }
  if (typeof end === "object") open.push(end);
  return any(...open);
}

/** The first post of some kind that a line meets, for messages. */
export function firstOnLine(org: Org, from: Post, meets: (post: Post) => Truth): Post | undefined {
  for (const step of lineOf(org, from).steps) {
    if (isTopStep(step)) return undefined;
    if (step.entity === "post" && meets(step) === "yes") return step;
  }
  return undefined;
}

/**
 * The nearest post that stands above both, or is one of the two where it stands above the other. `known` is `no` where
 * only the board does; a committee of executives counts as such a top, any other is passed through.
 */
export function commonSuperior(org: Org, a: Post, b: Post): { readonly post?: Post; readonly known: Truth } {
  const [first, second] = [lineOf(org, a), lineOf(org, b)];
  const aboveSecond = new Set<Superior>([b, ...second.steps]);
  for (const step of [a, ...first.steps]) {
    if (!aboveSecond.has(step)) continue;
    if (step.entity === "post") return { post: step, known: "yes" };
    if (isTopCommittee(step) || given(step.type) === "executive") return { known: "no" };
  }
  // What a line does not say matters only below the head of the organization: above, the two meet at the top anyway.
  const open = [first, second].filter(({ steps }) => !steps.some(isTopStep)).map(({ end }) => end);
  return { known: any(...open.filter((end) => typeof end === "object")) };
}

const isTopStep = (step: Superior): boolean => (step.entity === "post" ? isTop(step) : isTopCommittee(step));

/** The head of the organization, in whatever form it has one. */
export function isTop(post: Post): boolean {
  const role = roleOf(post);
  return role !== undefined && topRoles.includes(role);
}

/** Whether a line of reports ends at this committee. */
export function isTopCommittee(committee: Committee): boolean {
  return committee.type.is === "known" && committee.type.value === "board";
}
