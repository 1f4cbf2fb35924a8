import { isWithin, type RegimeDefinition } from "../../knowledge/regimes.ts";
import { all, holds, itemsOf, not, some, type Truth, truth } from "../words/fact.ts";
import type { Org } from "./org.ts";

/** The laws and standards that the file does not mention, and whether what it says of the organization suggests each. */
export function unmentionedRegimes(org: Org): { readonly regime: RegimeDefinition; readonly truth: Truth }[] {
  const open = [...org.knowledge.law.regimes.values()].filter((regime) => !org.data.regimes.has(regime.id));
  return open.map((regime) => ({ regime, truth: suggested(org, regime) }));
}

/**
 * Whether a law has nothing to do with the organization: the file says so, or it is the law of places where the
 * organization does not work. A file without jurisdictions is out of no law's reach.
 */
export function isOutOfReach(org: Org, id: string): boolean {
  const declared = org.data.regimes.get(id);
  if (declared) return declared.state === "exempt" || declared.state === "not-applicable";
  const wanted = org.knowledge.law.regimes.get(id)?.suggestedWhen?.jurisdictions ?? [];
  const codes = itemsOf(org.data.organization.jurisdictions);
  const isMet = (code: string) => wanted.some((one) => isWithin(code, one));
  return wanted.length > 0 && codes.length > 0 && !codes.some(isMet);
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
  if (notSmall) conditions.push(not(org.small()));
  // A condition that makes no sense for this organization is one that it does not meet.
  return all(...conditions.map((one) => (one === "left-out" ? "no" : one)));
}
