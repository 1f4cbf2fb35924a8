import { groupBy } from "../base/group.ts";
import { strongest } from "../knowledge/severity.ts";
import { type Named, refName } from "../model/org/names.ts";
import { type Fact, given } from "../model/words/fact.ts";
import { isInside, nearestKey, type Place, placeFromString, samePlace } from "../model/words/place.ts";
import type { Ref } from "../model/words/values.ts";
import type { Words } from "../model/words/words.ts";
import type { Finding } from "./finding.ts";

/** An entry of the file that speaks of findings: by a rule or a provision, and a place. */
export interface Entry {
  readonly rule: Fact<string>;
  readonly at: Fact<string>;
}

/**
 * Whether an entry speaks of a finding: of its rule, or of a rule that absorbed its rule or cites it as a provision;
 * and of its place, or the place of a finding that joined it. One about a related place does, too, unless the finding
 * is made of parts: then it speaks of those parts alone that stand there, and of the whole where it names its place.
 */
export function speaksOf(entry: Entry, finding: Finding): boolean {
  const at = placeOf(entry);
  if (at === undefined || !namesRule(entry, finding)) return false;
  if ([finding.at, ...finding.absorbedAt].some((place) => stands(place, at))) return true;
  if (finding.parts.length > 0) return finding.parts.every((place) => stands(place, at));
  return finding.related.some((related) => stands(related.at, at));
}

/** The place that an entry names; the whole file is none. */
function placeOf({ at }: Entry): Place | undefined {
  const place = placeFromString(given(at) ?? "");
  return place === undefined || place.length === 0 ? undefined : place;
}

function namesRule({ rule }: Entry, finding: Finding): boolean {
  const id = given(rule);
  return id !== undefined && [finding.rule, ...finding.absorbed, ...finding.hits.map((hit) => hit.id)].includes(id);
}

/** At the place that an entry names or inside it; the entry may name an item, and the finding stand at its list. */
const stands = (place: Place, at: Place): boolean => isInside(place, at) || samePlace(place, nearestKey(at));

/**
 * Parts of which different entries speak are findings of their own, so that a decision about one of them leaves the
 * others as they were.
 */
export function apart(findings: readonly Finding[], entries: readonly Entry[]): Finding[] {
  if (entries.length === 0) return [...findings];
  return findings.flatMap((finding) => {
    const { retell, parts } = finding;
    const own = entries.filter((entry) => namesRule(entry, finding) && !speaksOf(entry, finding));
    if (!retell || own.length === 0) return [finding];
    const keyOf = (part: Place) =>
      own.flatMap((entry, i) => (stands(part, placeOf(entry) ?? part) ? [i] : [])).join(" ");
    const groups = groupBy(parts, keyOf);
    if (groups.size < 2) return [finding];
    return [...groups.values()].map((some) => {
      const told = retell(some);
      // What joined the finding may weigh more than its parts do.
      const severity = finding.absorbed.length === 0 ? told.severity : strongest(told.severity, finding.severity);
      return { ...finding, ...told, severity };
    });
  });
}

/** Whoever an entry names, as the file writes it, since the JSON contract gives the reference itself. */
export function asWritten(org: Named, ref: Ref): Words {
  if (ref.to === "post" || ref.to === "committee") return [ref.id];
  if (ref.to === "provider") return ["provider:", { provider: ref.id, name: ref.id }];
  if (ref.to === "team") return [`team:${ref.id}`];
  return ref.to === "board" || ref.to === "external" ? [ref.to] : refName(org, ref);
}
