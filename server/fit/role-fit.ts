import type { Role } from "../knowledge/catalogues.ts";
import type { FitAttribute, Profile } from "../knowledge/profiles.ts";
import type { Post } from "../model/org/entities.ts";
import { superiorAt } from "../model/org/lines.ts";
import { type Org, roleOf } from "../model/org/org.ts";
import { type Fact, known, type Need, type Unknown, unknown } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import type { Ref } from "../model/words/values.ts";
import { backgroundOf } from "./background.ts";
import { carriedBy } from "./carried.ts";

export type Comparison = "met" | "contradicted" | "unknown";

/** One fact of a definition beside what the file says of a post. */
export interface FactFit {
  readonly fact: Profile["facts"][number];
  readonly result: Comparison;
  readonly at: Place;
  /** What the file says, in the words of the definition; empty where it says "none", undefined where it says nothing. */
  readonly declared: readonly string[] | undefined;
  /** What would have to be asked; undefined where nothing can be asked, or the answer was refused. */
  readonly need: Need | undefined;
}

/** A post held against one definition. */
export interface RoleFit {
  readonly role: Role;
  /** All facts that can be compared, in the order of the definition, the disputed ones too. */
  readonly facts: readonly FactFit[];
  /** The facts that weigh, by their result; what the sources dispute is in none of these. */
  readonly met: readonly FactFit[];
  readonly contradicted: readonly FactFit[];
  readonly unknown: readonly FactFit[];
}

/** A post held against every definition: those that are its own role's, and the others. */
export interface Fits {
  readonly own: readonly RoleFit[];
  readonly others: readonly RoleFit[];
}

/** Compares what the file says of a post with what the sources say of roles; undefined where they describe none like it. */
export function fitsOf(org: Org, post: Post): Fits | undefined {
  const role = roleOf(post);
  const { profiles } = org.knowledge;
  const own = role === undefined || post.exists !== "yes" ? [] : profiles.ownOf(role);
  if (own.length === 0) return undefined;
  return {
    own: own.map((profile) => fitOf(org, post, profile)),
    others: profiles.all.filter((profile) => !own.includes(profile)).map((profile) => fitOf(org, post, profile)),
  };
}

function fitOf(org: Org, post: Post, { role, facts }: Profile): RoleFit {
  const rows = facts.map((fact): FactFit => {
    const { attribute, value } = fact;
    const { values, at } = attribute === "carries" ? carried(org, post, value) : said(org, post, attribute);
    const declared = values?.is === "known" ? values.value : values?.is === "none" ? [] : undefined;
    const result = declared === undefined ? "unknown" : compare(fact, declared);
    return { fact, result, at, declared, need: values?.is === "unknown" ? needOf(values) : undefined };
  });
  const weighed = (result: Comparison) => rows.filter((row) => row.fact.weighed && row.result === result);
  return { role, facts: rows, met: weighed("met"), contradicted: weighed("contradicted"), unknown: weighed("unknown") };
}

/**
 * Declared values meet a fact by having enough in common with it, and contradict it by having nothing in common, or
 * where it names what contradicts it, by being that alone. In between, they settle nothing.
 */
export function compare(
  { value, atLeast = 1, contradictedOnlyBy, neutral = [] }: FactFit["fact"],
  declared: readonly string[],
): Comparison {
  const common = value.filter((one) => declared.some((other) => meanings(other).includes(one)));
  if (common.length >= atLeast) return "met";
  if (neutral.some((one) => declared.some((other) => meanings(other).includes(one)))) return "unknown";
  const isContradicted = contradictedOnlyBy
    ? declared.length > 0 && declared.every((one) => contradictedOnlyBy.includes(one))
    : common.length === 0;
  return isContradicted ? "contradicted" : "unknown";
}

/** What a declared value counts as beside itself: whoever comes from both kinds of work comes from each. */
const alsoMeans: Readonly<Record<string, readonly string[]>> = {
  mixed: ["technical", "business"],
  "agency-head": ["ceo"],
  "board-chair": ["board"],
  owner: ["ceo", "board"],
  // An executive committee is the chief executive and those next to that post.
  executive: ["ceo", "coo", "board"],
  "cto-internal": ["cto", "cio"],
  vcio: ["cio"],
};

const meanings = (value: string): string[] => [value, ...(alsoMeans[value] ?? [])];

/** A refused or unreadable answer is nothing to ask for. */
const needOf = ({ at, why }: Unknown): Need | undefined =>
  why === "declined" || why === "unreadable" ? undefined : { at, why };

interface Said {
  /** Undefined where the file does not show it and nobody is to be asked. */
  readonly values: Fact<readonly string[]> | undefined;
  readonly at: Place;
}

function said(org: Org, post: Post, attribute: Exclude<FitAttribute, "carries">): Said {
  const at = [...post.at, attribute];
  switch (attribute) {
    case "level":
    case "focus":
    case "objectives":
    case "customers":
      return { values: post[attribute], at };
    case "orientation":
      return { values: mapped(post.orientation, (value) => [value]), at };
    case "background":
      return { values: mapped(backgroundOf(org, post), (value) => [value]), at };
    case "handsOn":
    case "governanceTraining":
      return { values: mapped(post[attribute], (value) => [value ? "yes" : "no"]), at };
    case "reportsTo":
      return { values: post.reportsTo.is === "known" ? superior(org, post.reportsTo.value, at) : post.reportsTo, at };
  }
}

const mapped = <T>(fact: Fact<T>, write: (value: T) => readonly string[]): Fact<readonly string[]> =>
  fact.is === "known" ? known(write(fact.value)) : fact;

/** The role of whoever a post reports to, `board`, or the type of a committee. */
function superior(org: Org, ref: Ref, at: Place): Fact<readonly string[]> {
  if (ref.to === "board") return known(["board"]);
  const above = superiorAt(org, ref);
  if (!above || above.exists === "no") return unknown(at, "unreadable");
  return mapped<string>(above.entity === "post" ? above.role : above.type, (kind) => [kind]);
}

/** What the file shows a post to carry of what a definition names. Not to carry it contradicts nothing. */
function carried(org: Org, post: Post, wanted: readonly string[]): Said {
  const found = carriedBy(org, post).filter(({ value }) => wanted.includes(value));
  const values = [...new Set(found.map(({ value }) => value))];
  return { values: found[0] && known(values), at: found[0]?.at ?? post.at };
}
