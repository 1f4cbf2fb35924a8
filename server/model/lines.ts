import type { Role } from "../knowledge/catalogues.ts";
import type { Committee, Post } from "./entities.ts";
import { any, type CannotTell, cannotTell, type Fact, type Truth } from "./fact.ts";
import { type Org, roleOf } from "./org.ts";
import type { Ref } from "./values.ts";

/** One step up a line: a post or a committee; `board` ends a line without being an entity. */
export type Superior = Post | Committee;

export interface Line {
  /** From the direct superior upwards. */
  readonly steps: readonly Superior[];
  /** How it ends: at the board, at a post that reports to nobody, in a circle, or where the file does not say. */
  readonly end: "board" | "top" | "circle" | CannotTell;
}

/** The posts met walking `reportsTo` upwards, through committees too; it ends at a repetition. */
export function lineOf(org: Org, from: Superior): Line {
  const steps: Superior[] = [];
  const seen = new Set<Superior>([from]);
  let reportsTo: Fact<Ref> = from.reportsTo;
  for (;;) {
    if (reportsTo.is === "unknown") return { steps, end: cannotTell({ at: reportsTo.at, why: reportsTo.why }) };
    if (reportsTo.is !== "known") return { steps, end: "top" };
    if (reportsTo.value.to === "board") return { steps, end: "board" };
    const next = superiorAt(org, reportsTo.value);
    if (!next) return { steps, end: "top" };
    if (seen.has(next)) return { steps, end: "circle" };
    seen.add(next);
    steps.push(next);
    reportsTo = next.reportsTo;
  }
}

/** The post or committee that a reference names. */
export function superiorAt(org: Org, ref: Ref): Superior | undefined {
  if (ref.to === "post") return org.data.posts.get(ref.id);
  return ref.to === "committee" ? org.data.committees.get(ref.id) : undefined;
}

/** Whether a line meets a post of some kind before it reaches the top of the organization. */
export function lineMeets(org: Org, from: Post, isMet: (post: Post) => Truth): Truth {
  const { steps, end } = lineOf(org, from);
  const open: Truth[] = [];
  for (const step of steps) {
    if (step.entity === "committee") {
      if (isTopCommittee(step)) return any(...open);
      continue;
    }
    if (isTop(step)) return any(...open);
    const met = isMet(step);
    if (met === "yes") return "yes";
    open.push(met);
  }
  if (typeof end === "object") open.push(end);
  return any(...open);
}

/** The first post of some kind that a line meets, for messages. */
export function firstOnLine(org: Org, from: Post, isMet: (post: Post) => Truth): Post | undefined {
  for (const step of lineOf(org, from).steps) {
    if (step.entity === "post" && isTop(step)) return undefined;
    if (step.entity === "post" && isMet(step) === "yes") return step;
  }
  return undefined;
}

const topRoles: readonly Role[] = ["ceo", "owner", "board-chair", "agency-head"];

/** The head of the organization, in whatever form it has one. */
export function isTop(post: Post): boolean {
  const role = roleOf(post);
  return role !== undefined && topRoles.includes(role);
}

export function isTopCommittee(committee: Committee): boolean {
  return committee.type.is === "known" && committee.type.value === "board";
}
