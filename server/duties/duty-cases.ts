import { groupBy } from "../base/group.ts";
import type { DutyPair } from "../knowledge/duties.ts";
import { isAtLeast, type Severity, severities, strongest, weaker } from "../knowledge/severity.ts";
import { isCompensated } from "../model/org/acceptances.ts";
import type { Activity, Post } from "../model/org/entities.ts";
import { employerOf } from "../model/org/holders.ts";
import { kindOf, type Org } from "../model/org/org.ts";
import {
  type Capacity,
  concernsScope,
  headsOverlap,
  type Overlap,
  overlapsOf,
  placeOfShare,
  type Share,
} from "../model/org/same-hands.ts";
import { allInTurn, any, type CannotTell, given, holds, isCannotTell, type Truth } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { refKey } from "../model/words/values.ts";
import type { CaseKind, DutyCase } from "./duty-case.ts";
import { lawOn } from "./duty-law.ts";

export interface ComparedDuties {
  /** Whether the same hands have both duties in any of these ways. */
  readonly truth: Truth;
  readonly cases: readonly DutyCase[];
  /** What would make more of them: a case that counts in full, or a provision that may apply. */
  readonly open: readonly CannotTell[];
}

/** The same hands in two activities, by every combination of responsible and accountable that counts for the pair. */
export function compareDuties(
  org: Org,
  pair: DutyPair,
  [first, second]: readonly [Activity, Activity],
  today: string,
): ComparedDuties {
  const inScope = pair.onlyScope ? concernsScope(first, second, pair.onlyScope) : "yes";
  const looked = fullCapacities(org, pair, [first, second])
    .map(([one, other]) => overlapsOf(org, [first, one], [second, other]))
    .map((one) => (countsTeams(pair) ? one : withoutTeams(one)))
    .map((one) => (pair.insideOnly ? withoutProviders(org, one) : one));
  const asHeads = pair.headOfTeam
    ? (["responsible", "accountable"] as const).map((as) => headsOverlap(org, first, [second, as]))
    : [];
  const found = [
    ...looked.flatMap(({ overlaps }) =>
      overlaps.map((overlap) => weighed(org, pair, overlap, caseKindOf(pair, overlap))),
    ),
    ...asHeads.flatMap(({ overlaps }) => overlaps.map((overlap) => weighed(org, pair, overlap, "head"))),
  ];
  const inFull = any(...[...looked, ...asHeads].map(({ truth }) => truth));
  const ended: Truth = pair.endedBy ? holds(second[pair.endedBy], (yes) => yes) : "no";
  const isExempt = ended === "yes" || (pair.notInTinyTeams === true && isTinyTeam(org));
  // To whom the duties belong is asked first; the scope only of what is in the same hands.
  const truth = isExempt ? "no" : allInTurn(found.length > 0 ? "yes" : inFull, inScope, counted(org, pair, first));
  if (truth !== "yes") return { truth, cases: [], open: [] };
  const names = [pair.id, ...org.knowledge.law.effectsOn(pair.id).map(({ provision }) => provision.id)];
  const isControlled = isCompensated(org, names, found.flatMap(placesOfCase), today);
  const laws = found.map((one) => lawOn(org, pair.id, one, isControlled));
  return {
    truth,
    cases: found.map((one, i) => ({ ...one, hits: laws[i]!.hits })),
    open: [inFull, ended, ...laws.flatMap((law) => law.open)].filter(isCannotTell),
  };
}

function fullCapacities(
  { knowledge }: Org,
  pair: DutyPair,
  [first, second]: readonly [Activity, Activity],
): [Capacity, Capacity][] {
  const approves = (activity: Activity) => knowledge.duties.approving.has(kindOf(activity));
  return [
    ["responsible", "responsible"],
    ...(approves(second) && !pair.responsibleOnly ? [["responsible", "accountable"] as [Capacity, Capacity]] : []),
    ...(approves(first) ? [["accountable", "responsible"] as [Capacity, Capacity]] : []),
    ...(pair.compareAccountables ? [["accountable", "accountable"] as [Capacity, Capacity]] : []),
  ];
}

/** One team does both of what matters little, or is there to do both: that is how teams work. */
const countsTeams = (pair: DutyPair): boolean => !pair.notInTeams && isAtLeast(pair.severity, "warning");

function withoutTeams({ truth, overlaps }: ReturnType<typeof overlapsOf>): ReturnType<typeof overlapsOf> {
  const others = overlaps.filter(({ second }) => second.ref.to !== "team");
  return { truth: truth === "yes" && others.length === 0 ? "no" : truth, overlaps: others };
}

/** A provider has people of its own, of whom the file says nothing. */
function withoutProviders(org: Org, { truth, overlaps }: ReturnType<typeof overlapsOf>): ReturnType<typeof overlapsOf> {
  const others = overlaps.filter(({ who }) => who.every((ref) => employerOf(org, ref) === undefined));
  return { truth: truth === "yes" && others.length === 0 ? "no" : truth, overlaps: others };
}

/** Whether a first duty counts at all: those that weigh less do so in large organizations, or where a law asks. */
export function counted(org: Org, { lesser }: DutyPair, first: Activity): Truth {
  if (!lesser?.first.some((id) => id === kindOf(first))) return "yes";
  return lesser.regimes.some((regime) => org.isInForce(regime)) ? "yes" : org.large();
}

function caseKindOf({ lesser }: DutyPair, { first, second }: Overlap): CaseKind {
  if (second.ref.to === "team") return "team";
  return lesser?.first.some((id) => id === kindOf(first.activity)) ? "lesser" : "full";
}

function weighed(org: Org, pair: DutyPair, overlap: Overlap, kind: CaseKind): Omit<DutyCase, "hits"> {
  const least = { full: pair.severity, team: "info", head: "info", lesser: pair.lesser?.severity ?? "info" } as const;
  const severity = isAtLeast(pair.severity, "info") ? least[kind] : pair.severity;
  return { ...overlap, kind, severity: isTinyTeam(org) ? weaker(severity) : severity };
}

/** Three people cannot divide much; a range counts only where all of it is so small. */
export const isTinyTeam = (org: Org): boolean => (given(org.data.organization.itHeadcount)?.max ?? 4) <= 3;

/** The gravest first, declared law included; of equals, the first in the file's list of the second duty's holders. */
export const strongestFirst = (a: DutyCase, b: DutyCase): number =>
  severities.indexOf(withLaw(a)) - severities.indexOf(withLaw(b)) ||
  b.second.capacity.localeCompare(a.second.capacity) ||
  a.second.index - b.second.index;

const withLaw = ({ severity, hits }: DutyCase): Severity =>
  strongest(severity, ...hits.filter((hit) => hit.applies).map((hit) => hit.severity));

/** Both duties' entries, and every post through which somebody acts. */
export function placesOfCase({ first, second, posts }: Overlap): Place[] {
  return [first, second].map((share: Share) => placeOfShare(share)).concat(posts.map((post: Post) => post.at));
}

/** The cases of each pair of hands: of a person or provider, else of the post or team that stands on both sides. */
export function byHands(cases: readonly DutyCase[]): DutyCase[][] {
  const groups = groupBy(cases, ({ who, second }) => who.map(refKey).toSorted().join(" ") || refKey(second.ref));
  return [...groups.values()];
}
