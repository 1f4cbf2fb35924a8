import { addTo } from "../base/group.ts";
import type { Severity } from "../knowledge/severity.ts";
import { postsHeldBy } from "../model/org/holders.ts";
import type { Org } from "../model/org/org.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import type { Ref } from "../model/words/values.ts";
import { type Found, type MarkKind, type Marks, markKinds, nothingFound } from "./chart.ts";

/** A finding as far as a chart or a matrix shows it. */
export interface ChartFinding {
  readonly rule: string;
  readonly at: Place;
  readonly severity: Severity;
  /** What the rule says in general: "CISO inside the IT line". No name of the file stands in it. */
  readonly title: string;
  /** Accepted, or recommended: on record, so that nobody has to decide on it now. */
  readonly settled: boolean;
  /** Two duties in the same hands that should not be. */
  readonly aboutPair: boolean;
  /** The other places that it speaks of. */
  readonly related: readonly Place[];
}

/** The findings by what they stand on in a chart: keys of boxes and cards; and those that stand on none. */
export interface FoundAt {
  readonly at: (key: string) => Found;
  readonly elsewhere: Found;
}

export const keyOfPost = (id: string): string => `post:${id}`;
export const keyOfCommittee = (id: string): string => `committee:${id}`;
export const keyOfProvider = (id: string): string => `provider:${id}`;

export function foundAt(org: Org, findings: readonly ChartFinding[]): FoundAt {
  const byKey = new Map<string, ChartFinding[]>();
  const elsewhere: ChartFinding[] = [];
  for (const finding of findings) {
    const keys = new Set(whereShown(org, finding.at));
    for (const key of keys) addTo(byKey, key, finding);
    if (keys.size === 0) elsewhere.push(finding);
  }
  return { at: (key) => (byKey.has(key) ? foundIn(byKey.get(key)!) : nothingFound), elsewhere: foundIn(elsewhere) };
}

export function foundIn(findings: readonly ChartFinding[]): Found {
  if (findings.length === 0) return nothingFound;
  const kinds = findings.map(({ severity, settled }): MarkKind => (settled ? "settled" : severity));
  const marks = Object.fromEntries(markKinds.map((kind) => [kind, kinds.filter((one) => one === kind).length]));
  const worstFirst = markKinds.flatMap((kind) => findings.filter((_, i) => kinds[i] === kind));
  const says = worstFirst.map(({ severity, settled, title }) => `${severity}${settled ? ", settled" : ""}: ${title}`);
  return { marks: marks as Marks, says };
}

/** What stands in a post, committee or provider is shown there; a duty's at whoever answers for it, else does it. */
function whereShown(org: Org, [section, id, field, item]: Place): string[] {
  if (typeof id !== "string") return [];
  if (section === "posts") return [keyOfPost(id)];
  if (section === "committees") return [keyOfCommittee(id)];
  if (section === "providers") return [keyOfProvider(id)];
  if (section === "people") return keysOf(org, { to: "person", name: id });
  const team = section === "teams" ? org.data.teams.get(id) : undefined;
  const head = team && given(team.headedBy);
  if (head) return keysOf(org, head);
  const activity = section === "activities" ? org.data.activities.get(id) : undefined;
  if (!activity) return [];
  const [accountable, responsible] = [itemsOf(activity.accountable), itemsOf(activity.responsible)];
  const named = field === "responsible" ? responsible : field === "accountable" ? accountable : undefined;
  const one = typeof item === "number" ? named?.[item] : undefined;
  const whom = one ? [one] : (named ?? (accountable.length > 0 ? accountable : responsible));
  return whom.flatMap((ref) => keysOf(org, ref));
}

function keysOf(org: Org, ref: Ref): string[] {
  switch (ref.to) {
    case "post":
      return [keyOfPost(ref.id)];
    case "person":
      return postsHeldBy(org, ref)
        .slice(0, 1)
        .map(({ id }) => keyOfPost(id));
    case "provider":
      return [keyOfProvider(ref.id)];
    case "committee":
      return [keyOfCommittee(ref.id)];
    case "team": {
      const head = given(org.data.teams.get(ref.id)?.headedBy ?? { is: "none" });
      return head && head.to !== "team" ? keysOf(org, head) : [];
    }
    default:
      return [];
  }
}
