import { addTo, groupBy } from "../base/group.ts";
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

/** Entries, looked up by what they name: a file may have thousands of them, and of findings. */
export class Entries<One extends Entry> {
  readonly #rank = new Map<One, number>();
  readonly #byName = new Map<string, One[]>();

  constructor(entries: Iterable<One>) {
    for (const entry of entries) {
      const at = placeOf(entry);
      const rule = given(entry.rule);
      if (at === undefined || rule === undefined) continue;
      this.#rank.set(entry, this.#rank.size);
      addTo(this.#byName, rule, entry);
      addTo(this.#byName, keyOf(rule, "inside", at), entry);
      addTo(this.#byName, keyOf(rule, "itself", nearestKey(at)), entry);
    }
  }

  /** Those that speak of a finding, in the order of the entries. */
  of(finding: Finding): One[] {
    const { at, absorbedAt, parts, related } = finding;
    const places = [at, ...absorbedAt, ...(parts.length > 0 ? parts : related.map((one) => one.at))];
    return this.#inOrder(places.flatMap((place) => this.#at(place, finding))).filter((one) => speaksOf(one, finding));
  }

  /** Those that name a finding's rule, wherever they stand. */
  naming(finding: Finding): One[] {
    return this.#inOrder(namesOf(finding).flatMap((rule) => this.#byName.get(rule) ?? []));
  }

  /** Those of a finding's rule that name a place, or one around it, as places of their order. */
  standing(place: Place, finding: Finding): string {
    return this.#inOrder(this.#at(place, finding))
      .filter((entry) => !speaksOf(entry, finding))
      .map((entry) => this.#rank.get(entry))
      .join(" ");
  }

  #at(place: Place, finding: Finding): One[] {
    return namesOf(finding).flatMap((rule) => [
      ...place.flatMap((_, i) => this.#byName.get(keyOf(rule, "inside", place.slice(0, i + 1))) ?? []),
      ...(this.#byName.get(keyOf(rule, "itself", place)) ?? []),
    ]);
  }

  #inOrder = (entries: readonly One[]): One[] =>
    [...new Set(entries)].sort((a, b) => this.#rank.get(a)! - this.#rank.get(b)!);
}

const keyOf = (rule: string, how: "inside" | "itself", place: Place): string => JSON.stringify([rule, how, place]);

/** Of every entry, the findings that it speaks of, in their order. */
export function findingsOf<One extends Entry>(
  entries: readonly One[],
  findings: readonly Finding[],
): (entry: One) => readonly Finding[] {
  const index = new Entries(entries);
  const found = new Map<One, Finding[]>();
  for (const finding of entries.length === 0 ? [] : findings)
    for (const entry of index.of(finding)) addTo(found, entry, finding);
  return (entry) => found.get(entry) ?? [];
}

/** The place that an entry names; the whole file is none. */
function placeOf({ at }: Entry): Place | undefined {
  const place = placeFromString(given(at) ?? "");
  return place === undefined || place.length === 0 ? undefined : place;
}

function namesRule({ rule }: Entry, finding: Finding): boolean {
  const id = given(rule);
  return id !== undefined && namesOf(finding).includes(id);
}

const namesOf = ({ rule, absorbed, hits }: Finding): string[] =>
  absorbed.length + hits.length === 0 ? [rule] : [...new Set([rule, ...absorbed, ...hits.map((hit) => hit.id)])];

/** At the place that an entry names or inside it; the entry may name an item, and the finding stand at its list. */
const stands = (place: Place, at: Place): boolean => isInside(place, at) || samePlace(place, nearestKey(at));

/**
 * Parts of which different entries speak are findings of their own, so that a decision about one of them leaves the
 * others as they were.
 */
export function apart(findings: readonly Finding[], entries: readonly Entry[]): Finding[] {
  if (entries.length === 0) return [...findings];
  const index = new Entries(entries);
  return findings.flatMap((finding) => {
    const { retell, parts } = finding;
    if (!retell || !index.naming(finding).some((entry) => !speaksOf(entry, finding))) return [finding];
    const groups = groupBy(parts, (part) => index.standing(part, finding));
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
