import { isWithin, type RegimeDefinition } from "../../knowledge/regimes.ts";
import { all, given, holds, itemsOf, not, some, type Truth, truth } from "../words/fact.ts";
import type { Org } from "./org.ts";

/** The laws and standards that the file does not mention, and whether what it says of the organization suggests each. */
export function unmentionedRegimes(org: Org): { readonly regime: RegimeDefinition; readonly truth: Truth }[] {
  const open = [...org.knowledge.law.regimes.values()].filter((regime) => !org.data.regimes.has(regime.id));
  return open.map((regime) => ({ regime, truth: suggested(org, regime) }));
}

/**
 * Whether a law has nothing to do with the organization: the file says so, or it is the law of places or of sectors in
 * which the organization does not work. A file that names neither is out of no law's reach.
 */
export function isOutOfReach(org: Org, id: string): boolean {
  const declared = org.data.regimes.get(id);
  if (declared) return declared.state === "exempt" || declared.state === "not-applicable";
  const { jurisdictions = [], sectors = [] } = org.knowledge.law.regimes.get(id)?.suggestedWhen ?? {};
  const codes = itemsOf(org.data.organization.jurisdictions);
  const sector = given(org.data.organization.sector);
  const isThere = (code: string) => jurisdictions.some((one) => isWithin(code, one));
  const isElsewhere = jurisdictions.length > 0 && codes.length > 0 && !codes.some(isThere);
  return isElsewhere || (sectors.length > 0 && sector !== undefined && !sectors.includes(sector));
}

function suggested(org: Org, { suggestedWhen }: RegimeDefinition): Truth {
  if (!suggestedWhen) return "no";
  const { jurisdictions, sectors, cardData, listed, notSmall } = suggestedWhen;
  const facts = org.data.organization;
  const conditions: Truth[] = [];
  if (jurisdictions) {
    const isMet = (code: string) => jurisdictions.some((wanted) => isWithin(code, wanted));
    conditions.push(holds(facts.jurisdictions, (codes) => some(codes, (code) => truth(isMet(code)))));
  }
  if (sectors) conditions.push(holds(facts.sector, (sector) => sectors.includes(sector)));
  if (cardData) conditions.push(holds(facts.cardData, (kind) => cardData.includes(kind)));
  if (listed !== undefined) conditions.push(holds(facts.listed, (value) => value));
  // A condition that makes no sense for this organization is one that it does not meet.
  const whole = all(...conditions.map((one) => (one === "left-out" ? "no" : one)));
  // A size by itself is no reason to ask for the rest.
  return whole === "yes" && notSmall ? not(org.small()) : whole;
}
