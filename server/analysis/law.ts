import { isWithin, type RuleEffect } from "../knowledge/regimes.ts";
import { type Severity, strongest, weakest } from "../knowledge/severity.ts";
import { isDeclaredAs, openOn, type Standing, standingOf } from "../model/org/in-force.ts";
import { holdsAt } from "../model/org/law-units.ts";
import type { Org } from "../model/org/org.ts";
import { isOutOfReach } from "../model/org/suggested-regimes.ts";
import { isCannotTell, itemsOf, type Truth } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import type { Found, Hit, Rule } from "../rules/rule.ts";

/** A provision in force that a finding hits, with the severity that it asks for. */
export interface HitProvision {
  readonly id: string;
  readonly severity: Severity;
  readonly state: Standing["state"];
  /** Nobody has said whether the organization is exempt. */
  readonly unlessExempt: boolean;
  /** What a message calls it. */
  readonly short: string;
  /** It is named beside the finding, which does not fall short of it. */
  readonly citesOnly: boolean;
}

/** The provisions in force that a finding at a place hits, and what would have to be known of them. */
export function provisionsHit(org: Org, rule: Rule, found: Found, at: Place): { hits: HitProvision[]; open: Truth[] } {
  const standing = hitsOf(org, rule, found).flatMap((hit) => {
    const stands = standingOf(org, hit.id);
    const holds = holdsAt(org, hit.id, at);
    return stands && holds !== "no" ? [{ ...hit, stands, holds }] : [];
  });
  return {
    hits: standing
      .filter(({ stands, holds }) => stands.covers === "yes" && holds === "yes")
      .map(({ id, severity, stands: { state, exempt, short, atMost } }) => ({
        id,
        severity: atMost === undefined ? severity : weakest(severity, atMost),
        state,
        unlessExempt: exempt !== "no",
        short,
        citesOnly: org.knowledge.law
          .effectsOn(rule.id)
          .some(({ provision, effect }) => provision.id === id && effect.cites === true),
      })),
    open: standing.flatMap(({ stands, holds }) => [
      openOn(stands),
      isCannotTell(holds) ? { ...holds, grounded: true } : holds,
    ]),
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
    ...effects
      .filter(isCase)
      .filter(({ provision: { regime }, effect: { as } }) => !as || isDeclaredAs(org, regime, as))
      .map(({ provision: { id } }): Hit => ({ id })),
  ];
  const always = effects
    .filter(({ effect }) => !effect.when && !effect.scope && !effect.relaxed)
    .filter(({ provision: { regime }, effect: { as } }) => !as || isDeclaredAs(org, regime, as));
  const ids = new Set([
    ...(rule.provision === undefined ? [] : [rule.provision]),
    ...named.map(({ id }) => id),
    ...always.map(({ provision: { id } }) => id),
  ]);
  // What holds only in some capacities holds where the file declares one of them, also where a rule names it.
  const isMeant = (id: string) => {
    const own = effects.filter((one) => one.provision.id === id);
    return (
      own.length === 0 ||
      own.some(({ provision: { regime }, effect: { as } }) => as === undefined || isDeclaredAs(org, regime, as))
    );
  };
  return [...ids].filter(isMeant).map((id) => {
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
 * Laws that ask for the same, though the file does not declare them: only those of the client's jurisdictions and
 * sector, where the file names these. No message names them, since they would read as one more that the client owes.
 */
export const askedElsewhere = (org: Org, rests: readonly string[]): string[] =>
  rests.filter((id) => {
    const { regime } = org.knowledge.law.provisions.get(id) ?? {};
    return regime !== undefined && !org.isInForce(regime) && !isOutOfReach(org, regime);
  });
