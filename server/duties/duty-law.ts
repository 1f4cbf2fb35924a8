import type { Effect } from "../knowledge/regimes.ts";
import { isAtLeast, type Severity } from "../knowledge/severity.ts";
import { isDeclaredAs, standingOf } from "../model/org/in-force.ts";
import type { Org } from "../model/org/org.ts";
import { concernsCards, concernsScope } from "../model/org/same-hands.ts";
import { all, holds, isCannotTell, missing, type Truth } from "../model/words/fact.ts";
import type { DutyCase, DutyHit } from "./duty-case.ts";

/**
 * What declared law makes of one case of a pair (regimes.yaml explains the conditions), and what is not known of it.
 * `isControlled`: another control is on record for it.
 */
export function lawOn(
  org: Org,
  pair: string,
  one: Omit<DutyCase, "hits">,
  isControlled: boolean,
): { readonly hits: DutyHit[]; readonly open: Truth[] } {
  const hits: DutyHit[] = [];
  const open: Truth[] = [];
  for (const { provision, effect } of org.knowledge.law.effectsOn(pair)) {
    const standing = standingOf(org, provision.id);
    if (!standing || (!effect.severity && !effect.cites) || !isMeant(org, provision.regime, effect, one)) continue;
    const inScope = all(
      effect.scope ? concernsScope(one.first.activity, one.second.activity, effect.scope) : "yes",
      effect.cardSystems ? concernsCards(org, one.first.activity, one.second.activity) : "yes",
    );
    if (isCannotTell(inScope)) open.push(inScope);
    if (inScope !== "yes") continue;
    const less = relaxedBy(org, effect, isControlled);
    if (isCannotTell(less)) open.push(less);
    hits.push({
      id: provision.id,
      severity: less === "yes" ? effect.relaxed!.severity : raisedTo(effect, one),
      applies: standing.state === "applies" && standing.covers === "yes",
    });
  }
  return { hits, open };
}

function isMeant(org: Org, regime: string, { as, team, anyCase }: Effect, { kind }: Omit<DutyCase, "hits">): boolean {
  return (
    (anyCase || (kind === "team" || kind === "head" ? team === true : kind === "full" && !team)) &&
    (!as || isDeclaredAs(org, regime, as))
  );
}

/** What is cited for every case raises only those that count in full. */
function raisedTo({ severity, anyCase, keepsHints }: Effect, one: Omit<DutyCase, "hits">): Severity {
  if (severity === undefined) return "hint";
  const isRaised = (!anyCase || one.kind === "full") && !(keepsHints && !isAtLeast(one.severity, "info"));
  return isRaised ? severity : "hint";
}

function relaxedBy(org: Org, { relaxed }: Effect, isControlled: boolean): Truth {
  if (!relaxed) return "no";
  if (relaxed.compensatingControl && isControlled) return "yes";
  const most = relaxed.itHeadcountAtMost;
  return holds(org.data.organization.itHeadcount, ({ min, max }) =>
    max <= most ? "yes" : min > most ? "no" : missing(["organization", "itHeadcount"]),
  );
}
