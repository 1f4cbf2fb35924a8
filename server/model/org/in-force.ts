import {
  isWithin,
  type Limit,
  type ProfileFact,
  type Provision,
  type RegimeDefinition,
} from "../../knowledge/regimes.ts";
import type { Severity } from "../../knowledge/severity.ts";
import {
  all,
  any,
  cannotTell,
  given,
  holds,
  isCannotTell,
  itemsOf,
  missing,
  type Truth,
  truth,
} from "../words/fact.ts";
import type { Regime } from "./entities.ts";
import type { MoneyFields } from "./fields.ts";
import type { Org } from "./org.ts";

/** How a provision stands for an organization that declares its regime. */
export interface Standing {
  readonly provision: Provision;
  readonly state: "applies" | "planned";
  /** Whether it is meant for an organization of this kind. A question where nobody has said. */
  readonly covers: Truth;
  /** `no`, or cannot tell: then it holds until somebody shows otherwise, and a message says "unless exempt". */
  readonly exempt: Truth;
  /** What a message calls it in the capacity that the file declares. */
  readonly short: string;
  /** The gravest that it asks for in that capacity; undefined where nothing limits it. */
  readonly atMost: Severity | undefined;
}

/**
 * How a provision stands; undefined where it does not: its regime is not declared, its text is not reviewed, or the
 * organization is exempt. Exemptions count whatever our confidence, because holding back a finding is the safer mistake.
 */
export function standingOf(org: Org, id: string): Standing | undefined {
  const definition = org.knowledge.law.provisions.get(id);
  const regime = org.data.regimes.get(definition?.regime ?? "");
  if (!definition?.reviewed || !regime || (regime.state !== "applies" && regime.state !== "planned")) return undefined;
  if (definition.notUnder?.some((other) => org.data.regimes.get(other)?.state === "applies")) return undefined;
  const exempt = exempted(org, regime, definition);
  const covers = fallsUnder(org, regime, definition);
  if (exempt === "yes" || covers === "no") return undefined;
  const isIn = (as: readonly string[]) => isDeclaredAs(org, definition.regime, as);
  const short = definition.citedAs?.find(({ as }) => isIn(as))?.short ?? definition.short;
  const { weakerAs } = definition;
  const atMost = weakerAs && isIn(weakerAs.as) ? weakerAs.severity : undefined;
  return { provision: definition, state: regime.state, covers, exempt, short, atMost };
}

/** Whether a provision is in force for this organization; a question where its kind of organization is open. */
export const provisionInForce = (org: Org, id: string): Truth => standingOf(org, id)?.covers ?? "no";

/** Whether a law that applies makes more of a case of a rule: what cannot be told of that case is worth a question then. */
export const isCaseDeclared = (org: Org, rule: string, name: string): boolean =>
  provisionsOnCase(org, rule, name).some(({ regime }) => org.data.regimes.get(regime)?.state === "applies");

/** Whether a provision that makes more of a case of a rule is in force, or may be. */
export const isCaseDemanded = (org: Org, rule: string, name: string): boolean =>
  provisionsOnCase(org, rule, name).some(({ id }) => provisionInForce(org, id) !== "no");

const provisionsOnCase = (org: Org, rule: string, name: string): Provision[] =>
  org.knowledge.law.effectsOn(rule).flatMap(({ provision, effect }) => (effect.cases?.includes(name) ? provision : []));

/** The regimes of which something is known and that the file declares to apply, or plans for. */
export const regimesInForce = (org: Org): RegimeDefinition[] =>
  [...org.knowledge.law.regimes.values()].filter(({ id }) => org.isInForce(id));

/** Whether the file declares that it is subject to a regime in one of these capacities. Not declared is no. */
export function isDeclaredAs(org: Org, regime: string, capacities: readonly string[]): boolean {
  const declared = org.data.regimes.get(regime);
  return declared !== undefined && itemsOf(declared.as).some((one) => capacities.includes(one));
}

/** Whether one of the profile facts on which a demand depends holds; without any, it always does. */
export function asked(org: Org, facts: readonly ProfileFact[] = []): Truth {
  const { organization } = org.data;
  const met = ({ field, atLeast }: ProfileFact): Truth =>
    field === "personsProcessingPersonalData"
      ? holds(organization[field], (count) => count >= (atLeast ?? 1))
      : holds(organization[field], (yes) => yes);
  return facts.length === 0 ? "yes" : any(...facts.map(met));
}

function fallsUnder(org: Org, regime: Regime, { covers }: Provision): Truth {
  const as = covers?.as
    ? holds(regime.as, (capacities) => capacities.some((one) => covers.as?.includes(one)))
    : ("yes" as const);
  const cards = covers?.cardData
    ? holds(org.data.organization.cardData, (kind) => covers.cardData!.includes(kind))
    : ("yes" as const);
  const listed = covers?.listed ? holds(org.data.organization.listed, (yes) => yes) : ("yes" as const);
  const there = covers?.jurisdictions ? activeIn(org, covers.jurisdictions) : ("yes" as const);
  const named = truth(
    !covers?.namedIn ||
      itemsOf(org.data.organization.jurisdictions).some((code) => covers.namedIn!.some((one) => isWithin(code, one))),
  );
  return all(as, cards, listed, there, named);
}

/** Not only where the file names other places alone: `EU` may mean a member state, and `CA` one of its provinces. */
function activeIn(org: Org, wanted: readonly string[]): Truth {
  const codes = itemsOf(org.data.organization.jurisdictions);
  const isOne = (code: string) => wanted.some((one) => isWithin(code, one) || isWithin(one, code));
  return truth(codes.length === 0 || codes.some(isOne));
}

function exempted(org: Org, regime: Regime, { id, exemptAs = [], exemptBelow, neverExemptAs = [] }: Provision): Truth {
  const declared = itemsOf(regime.as);
  if (declared.some((one) => neverExemptAs.includes(one))) return "no";
  // A capacity that the file declares wins over sizes that are computed.
  if (declared.length > 0) return truth(declared.some((one) => exemptAs.includes(one)));
  const limits = org.knowledge.law
    .exemptionsFrom(id)
    .map(({ exempts }) => any(...exempts!.anyOf.map((limit) => fallsBelow(org, limit))));
  const own = exemptBelow
    ? all(
        ...exemptBelow.allOf.map((limit) => fallsBelow(org, limit)),
        any(...exemptBelow.anyOf.map((limit) => fallsBelow(org, limit))),
      )
    : ("no" as const);
  const exempt = any(own, ...limits);
  // A fact that makes no sense here exempts nobody.
  return exempt === "left-out" ? "no" : exempt;
}

function fallsBelow(org: Org, limit: Limit): Truth {
  const { organization } = org.data;
  const { field, below, atMost } = limit;
  const isUnder = (value: number) => (below !== undefined ? value < below : value <= (atMost ?? 0));
  if (field === "headcount") {
    return org.headcount((min, max) => (isUnder(max) ? "yes" : isUnder(min) ? undefined : "no"));
  }
  if (field === "consumerRecords") return holds(organization.consumerRecords, isUnder);
  return holds(organization[field], (money) => amountFallsBelow(money, limit, isUnder));
}

/** An amount in another currency is a question, since nobody has said what it is worth in the law's. */
function amountFallsBelow(
  money: MoneyFields,
  { field, below, atMost, currency }: Limit,
  isUnder: (n: number) => boolean,
) {
  const amount = given(money.amount);
  const bound = (below ?? atMost ?? 0).toLocaleString("en-US");
  const name = field === "annualRevenue" ? "annual revenue" : "balance-sheet total";
  const question = `Is the ${name} ${below !== undefined ? "below" : "at most"} ${bound} ${currency}?`;
  if (amount === undefined || given(money.currency) !== currency) return missing(["organization", field], question);
  return truth(isUnder(amount));
}

/** What would have to be known to settle whether a provision holds, as a verdict for the questions. */
export function openOn({ covers, exempt }: Standing): Truth {
  const needs = [covers, exempt].filter(isCannotTell).flatMap((one) => one.needs);
  return needs.length === 0 ? "no" : { ...cannotTell(...needs), grounded: true };
}
