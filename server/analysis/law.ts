import { isWithin, type RuleEffect } from "../knowledge/regimes.ts";
import { type Severity, strongest, weakest } from "../knowledge/severity.ts";
import { isDeclaredAs, openOn, type Standing, standingOf } from "../model/org/in-force.ts";
import type { Org } from "../model/org/org.ts";
import { isOutOfReach } from "../model/org/suggested-regimes.ts";
import { itemsOf, type Truth } from "../model/words/fact.ts";
import type { Found, Hit, Rule } from "../rules/rule.ts";

/** A provision in force that a finding hits, with the severity that it asks for. */
export interface HitProvision {
  readonly id: string;
  readonly severity: Severity;
  readonly state: Standing["state"];
  /** Nobody has said whether the organization is exempt. */
  readonly unlessExempt: boolean;
}

/** The provisions in force that a finding hits, and what would have to be known of them. */
export function provisionsHit(org: Org, rule: Rule, found: Found): { hits: HitProvision[]; open: Truth[] } {
  const standing = hitsOf(org, rule, found).flatMap((hit) => {
    const stands = standingOf(org, hit.id);
    return stands ? [{ ...hit, stands }] : [];
  });
  return {
    hits: standing
      .filter(({ stands }) => stands.covers === "yes")
      .map(({ id, severity, stands: { state, exempt } }) => ({ id, severity, state, unlessExempt: exempt !== "no" })),
    open: standing.map(({ stands }) => openOn(stands)),
  };
}

interface Graded {
  readonly severity: Severity;
  readonly hits: readonly HitProvision[];
}

/**
 * Whether somebody may decide to live with a finding: what contradicts a declared obligation is nobody's to accept,
 * unless that very obligation allows another control.
 */
export const canBeAccepted = (org: Org, { severity, hits }: Graded): boolean =>
  severity !== "error" || needsControl(org, { severity, hits });

/** Whether a decision about a finding counts only with another control in the place of what is lacking. */
export function needsControl(org: Org, { severity, hits }: Graded): boolean {
  if (severity !== "error") return false;
  const grave = hits.filter((hit) => hit.severity === "error" && hit.state === "applies");
  return grave.length > 0 && grave.every(({ id }) => org.knowledge.law.provisions.get(id)?.compensable === true);
}

/** At least what every provision asks for; one that is only planned asks for no more than information. */
export function raised(severity: Severity, hits: readonly HitProvision[]): Severity {
  return strongest(
    severity,
    ...hits.map((hit) => (hit.state === "planned" ? weakest(hit.severity, "info") : hit.severity)),
  );
}

/** What the rule names in this case, and what its regime makes of every case. Whether any of it is in force is open. */
function hitsOf(org: Org, rule: Rule, found: Found): Required<Hit>[] {
  const effects = org.knowledge.law.effectsOn(rule.id).filter(({ effect }) => effect.severity !== undefined);
  const isCase = ({ effect: { cases = [] } }: RuleEffect) => cases.some((one) => found.cases?.includes(one));
  const named = [
    ...(found.provisions ?? []).map((hit) => (typeof hit === "string" ? { id: hit } : hit)),
    ...effects.filter(isCase).map(({ provision: { id } }): Hit => ({ id })),
  ];
  const always = effects
    .filter(({ effect }) => !effect.when && !effect.scope && !effect.relaxed)
    .filter(({ provision: { regime }, effect: { as } }) => !as || isDeclaredAs(org, regime, as));
  const ids = new Set([
    ...(rule.provision === undefined ? [] : [rule.provision]),
    ...named.map(({ id }) => id),
    ...always.map(({ provision: { id } }) => id),
  ]);
  return [...ids].map((id) => {
    const own = named.filter((hit) => hit.id === id).flatMap((hit) => hit.severity ?? []);
    const asked = effects.filter((one) => one.provision.id === id).flatMap(({ effect }) => effect.severity ?? []);
    // A provision that only lends its name to a rule asks for no severity of its own.
    const severity = own.length > 0 ? strongest(own[0]!, ...own) : asked[0];
    return { id, severity: severity ?? (rule.provision === id ? (found.severity ?? rule.severity) : "hint") };
  });
}

/** Whether a source speaks of organizations where this one works; most speak of all. */
export function speaksHere(org: Org, id: string): boolean {
  const places = org.knowledge.evidence.standards.get(id)?.jurisdictions;
  const own = itemsOf(org.data.organization.jurisdictions);
  return places === undefined || places.some((place) => own.some((one) => isWithin(one, place)));
}

/**
 * What a message names of all that a finding rests on. Law that is not in force here stands for what regulators ask of
 * others; law that the file declares has no part in a case that it does not touch, and another country's law is named
 * only where nobody else says so.
 */
export function worthNaming(org: Org, rests: readonly string[]): string[] {
  const regimeOf = (id: string) => org.knowledge.law.provisions.get(id)?.regime;
  const notInForce = rests.filter((id) => !org.isInForce(regimeOf(id) ?? ""));
  const near = notInForce.filter((id) => !isOutOfReach(org, regimeOf(id) ?? ""));
  return near.length > 0 ? near : notInForce;
}
