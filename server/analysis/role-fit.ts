import { declaredWords, expectedWords, fitLabels } from "../fit/fit-words.ts";
import { type Comparison, type FactFit, fitsOf, type RoleFit } from "../fit/role-fit.ts";
import type { Role } from "../knowledge/catalogues.ts";
import type { Post } from "../model/org/entities.ts";
import type { Org } from "../model/org/org.ts";
import type { Sayable } from "../model/words/words.ts";

/** How a post fits one role's definition, ready to be shown. The counts are of the facts that weigh. */
export interface ShownFit {
  readonly role: Role;
  /** It is the definition of the post's own role, or one of two where that has none of its own. */
  readonly isOwn: boolean;
  readonly met: number;
  readonly contradicted: number;
  readonly unknown: number;
  readonly rows: readonly FitRow[];
}

export interface FitRow {
  /** "reporting line" */
  readonly what: string;
  /** What the file says; undefined where it says nothing. */
  readonly declared: Sayable | undefined;
  /** What the definition says. */
  readonly expected: string;
  readonly result: Comparison;
  /** False where the sources dispute the fact: it is shown and does not count. */
  readonly isWeighed: boolean;
  readonly sources: readonly string[];
  /** We conclude it from the sources, which do not say it themselves. */
  readonly ours: boolean;
  readonly against: readonly string[];
}

/**
 * How a post fits the roles that the sources define, best first: by the facts met less the facts contradicted, and of
 * equals its own role first. Undefined for a post that is not compared with any.
 */
export function roleFitOf(org: Org, post: Post): ShownFit[] | undefined {
  const fits = fitsOf(org, post);
  if (!fits) return undefined;
  const shown = [
    ...fits.own.map((fit) => shownFit(org, post, fit, true)),
    ...fits.others.map((fit) => shownFit(org, post, fit, false)),
  ];
  return shown.sort((a, b) => b.met - b.contradicted - (a.met - a.contradicted));
}

function shownFit(org: Org, post: Post, fit: RoleFit, isOwn: boolean): ShownFit {
  return {
    role: fit.role,
    isOwn,
    met: fit.met.length,
    contradicted: fit.contradicted.length,
    unknown: fit.unknown.length,
    rows: fit.facts.map((row) => rowOf(org, post, row)),
  };
}

function rowOf(org: Org, post: Post, row: FactFit): FitRow {
  return {
    what: fitLabels[row.fact.attribute],
    declared: declaredWords(org, post, row),
    expected: expectedWords(org, row.fact),
    result: row.result,
    isWeighed: row.fact.weighed,
    sources: row.fact.for,
    ours: row.fact.ours === true,
    against: row.fact.against,
  };
}
