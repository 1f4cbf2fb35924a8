import { groupBy } from "../base/group.ts";
import { isAtLeast } from "../knowledge/severity.ts";
import type { Finding } from "./finding.ts";
import { shownSeverity } from "./recommend.ts";

/** So many findings of a kind are told one by one. */
export const mostAlike = 3;

/** A finding that is told in full, and those of its kind that are only named beside it. */
export interface Fold {
  readonly told: Finding;
  readonly others: readonly Finding[];
}

/**
 * Findings as a reader takes them in: of more than three of a kind, the gravest stands for all. It stands where the first
 * of them stood. Errors are never folded, and what is accepted or recommended folds apart. Nothing is left out or weighed
 * anew: whoever counts, counts findings.
 */
export function folded(findings: readonly Finding[]): Fold[] {
  const alike = groupBy(
    findings.filter(({ severity }) => severity !== "error"),
    kindOf,
  );
  const seen = new Set<Finding>();
  return findings.flatMap((finding): Fold[] => {
    const all = finding.severity === "error" ? [finding] : (alike.get(kindOf(finding)) ?? [finding]);
    if (all.length <= mostAlike) return [{ told: finding, others: [] }];
    const told = gravest(all);
    if (seen.has(told)) return [];
    seen.add(told);
    return [{ told, others: all.filter((one) => one !== told) }];
  });
}

/** Pairs of duties are a rule each, and all of one kind. */
function kindOf({ rule, category, accepted, recommended }: Finding): string {
  const state = accepted ? "accepted" : recommended.length > 0 ? "recommended" : "open";
  return `${category === "duties" ? category : rule} ${state}`;
}

const gravest = (all: readonly Finding[]): Finding =>
  all.reduce((worst, one) => (isAtLeast(worst.severity, one.severity) ? worst : one));

/**
 * How an editor shows the informations of rules that have more than three: of the gravest, how many more there are; of
 * the others, nothing but a hint.
 */
export function quieted(findings: readonly Finding[]): ReadonlyMap<Finding, { readonly more: number } | "hint"> {
  const informations = findings.filter((one) => !one.accepted && shownSeverity(one) === "info");
  const quiet = new Map<Finding, { readonly more: number } | "hint">();
  for (const [first, ...others] of groupBy(informations, ({ rule }) => rule).values()) {
    if (!first || others.length < mostAlike) continue;
    quiet.set(first, { more: others.length });
    for (const one of others) quiet.set(one, "hint");
  }
  return quiet;
}
