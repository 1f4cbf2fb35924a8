import type { CommitteeType, Role } from "./catalogues.ts";
import type { Severity } from "./severity.ts";

/** A law, regulation or standard that a file can declare. */
export interface RegimeDefinition {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly publisher: string;
  readonly edition: string;
  readonly date: string;
  /** The day as of which its text was looked for, as YYYY-MM-DD; every law of ours has one. */
  readonly checked?: string;
  readonly what: string;
  /** What else whoever declares it should know. */
  readonly note?: string;
  /** The words that `as` may hold for it. */
  readonly capacities?: readonly string[];
  readonly suggestedWhen?: SuggestedWhen;
  /** Organizations under it stay answerable for all that they hand out. */
  readonly answersInside?: boolean;
  /** Its organizations are agencies: the first CIO is the agency's, and answers to the agency's head. */
  readonly ofAgencies?: boolean;
  /** How often it wants the board to hear of security. */
  readonly boardReport?: "quarterly" | "yearly";
  /** What it wants overseen, and by which types of committee; by any where none are given. */
  readonly oversight?: { readonly of: string; readonly by?: readonly CommitteeType[] };
  /** The post that answers for security in it. */
  readonly securityPost?: Role;
}

/** All that is given must hold; within one list, any entry does. */
export interface SuggestedWhen {
  readonly jurisdictions?: readonly string[];
  readonly sectors?: readonly string[];
  /** Sectors of which only a part is meant, and the question that tells. */
  readonly askSectors?: readonly string[];
  readonly ask?: string;
  readonly listed?: string | boolean;
  readonly cardData?: readonly string[];
  readonly notSmall?: boolean;
}

export interface Provision {
  readonly id: string;
  readonly regime: string;
  readonly cite: string;
  readonly short: string;
  readonly title: string;
  readonly edition: string;
  /** The fact that it speaks of, as a place in a file. */
  readonly at: string;
  readonly requires: string;
  /** It allows another control in its place, so that what falls short of it may be accepted with one. */
  readonly compensable?: boolean;
  readonly confidence: "H" | "M";
  readonly reviewed: boolean;
  readonly confirm: string;
  /** How we know the text, where that is more than our confidence says. */
  readonly evidence?: string;
  /** What a message names in each capacity; elsewhere `short`. */
  readonly citedAs?: readonly { readonly as: readonly string[]; readonly short: string }[];
  /** Capacities in which it asks for less, and the gravest severity that it has there. */
  readonly weakerAs?: { readonly as: readonly string[]; readonly severity: Severity };
  /** Regimes that take its place where the file says that they apply. */
  readonly notUnder?: readonly string[];
  /** Why no file can be checked against it, where that is so; such a provision is shown and does nothing. */
  readonly notChecked?: string;
  /** Whom it covers, where that is not everybody under its regime; until somebody has said so, it is a question. */
  readonly covers?: Coverage;
  /** Capacities in which it does not apply. */
  readonly exemptAs?: readonly string[];
  /** Capacities in which no size exempts. */
  readonly neverExemptAs?: readonly string[];
  /** Firms so small that it does not apply: below every limit of `allOf`, and below one at least of `anyOf`. */
  readonly exemptBelow?: { readonly allOf: readonly Limit[]; readonly anyOf: readonly Limit[] };
  /** Small firms to which other provisions do not apply: any one of the limits is enough. */
  readonly exempts?: { readonly provisions: readonly string[]; readonly anyOf: readonly Limit[] };
  readonly demands?: Demand;
  /** The posts that it speaks of where a provider supplies who holds them. */
  readonly outsideHead?: readonly Role[];
  readonly effects?: readonly Effect[];
  readonly conflictsWith?: readonly ConflictList[];
}

/** All that is given must hold. */
export interface Coverage {
  readonly as?: readonly string[];
  readonly cardData?: readonly string[];
  /** Only companies whose shares are listed. */
  readonly listed?: string | boolean;
  /** Only there. An organization that names no jurisdiction declares the regime's own with the regime. */
  readonly jurisdictions?: readonly string[];
  /** Only there, and only where the file names the place; it is no question. */
  readonly namedIn?: readonly string[];
}

/** A fact of `organization` that stays below a number, or does not exceed it. */
export interface Limit {
  readonly field: "headcount" | "annualRevenue" | "totalAssets" | "consumerRecords";
  readonly below?: number;
  readonly atMost?: number;
  /** Of an amount of money (ISO 4217). */
  readonly currency?: string;
}

/** A post that somebody has to hold. */
export interface Demand {
  /** Any one of these roles will do, the one that the text names first. */
  readonly roles: readonly Role[];
  /** A provider that supplies one of these will do as well. */
  readonly services?: readonly string[];
  /** The profile facts of which one must hold; without them it is always demanded. */
  readonly whenAny?: readonly ProfileFact[];
  /** How severe it is that there is no such post; left out where the text does not ask for one. */
  readonly missing?: Severity;
  /** How severe it is that the post is there and empty. */
  readonly vacant: Severity;
  /** The rule whose finding states the same fact where there is no such post. */
  readonly joins?: string;
  /** What the text asks for, as a short sentence for messages. */
  readonly asks: string;
}

export interface ProfileFact {
  readonly field:
    | "publicAuthority"
    | "largeScaleMonitoring"
    | "largeScaleSensitiveData"
    | "personsProcessingPersonalData";
  /** For a number: this or more. For the others, yes. */
  readonly atLeast?: number;
}

/** Posts whose holder may be in conflict in the post that a provision speaks of. */
export interface ConflictList {
  readonly id: string;
  /** While the regime applies. */
  readonly severity: Severity;
  /** Who set it up, and where; without it, the list is ours. */
  readonly cite?: string;
  /** Completes "That appears to be ...". */
  readonly reads: string;
  readonly note: string;
}

export interface Effect {
  readonly rule?: string;
  readonly severity?: Severity;
  readonly cancels?: boolean;
  readonly own?: boolean;
  /** The cases of the rule in which it holds, as the rule's code calls them. */
  readonly cases?: readonly string[];
  /** The condition in words, where it is narrower than the rule's: then the rule says whether it holds. */
  readonly when?: string;
  /** Only in one of these capacities, and only where the file says so. */
  readonly as?: readonly string[];
  /** Only activities with one of these scopes. */
  readonly scope?: readonly string[];
  /** Not activities whose scope has no card data; those without a scope only where the organization handles it. */
  readonly cardSystems?: boolean;
  /** A lower severity for small teams, or with another control. */
  readonly relaxed?: {
    readonly itHeadcountAtMost: number;
    readonly compensatingControl: boolean;
    readonly severity: Severity;
  };
  /** Of a duties pair: cited, and neither raised nor called an obligation that is not met. */
  readonly cites?: boolean;
  /** Of a duties pair: cited in every case, also where it raises nothing. */
  readonly anyCase?: boolean;
  /** Of a duties pair: a hint stays a hint. */
  readonly keepsHints?: boolean;
  /** Of a duties pair: only where one team stands on both sides, a case that no other effect raises. */
  readonly team?: boolean;
}

export interface RuleEffect {
  readonly provision: Provision;
  readonly effect: Effect;
}

/** The file of laws and standards, as it is written. */
export interface RegimesFile {
  readonly regimes: readonly RegimeDefinition[];
  readonly provisions: readonly Provision[];
}

/** What is known of laws, regulations and standards. Immutable. */
export class Law {
  readonly regimes: ReadonlyMap<string, RegimeDefinition>;
  readonly provisions: ReadonlyMap<string, Provision>;
  /** The provisions about heads of security who are somebody else's people. */
  readonly onOutsideHeads: readonly (Provision & { readonly outsideHead: readonly Role[] })[];
  // Asked for every two duties in the same hands, and never different.
  readonly #exemptions = new Map<string, readonly Provision[]>();
  readonly #effectsByRule = new Map<string, readonly RuleEffect[]>();

  constructor({ regimes, provisions }: RegimesFile) {
    this.regimes = new Map(regimes.map((regime) => [regime.id, regime]));
    this.provisions = new Map(provisions.map((provision) => [provision.id, provision]));
    this.onOutsideHeads = provisions.flatMap((one) =>
      one.outsideHead ? [{ ...one, outsideHead: one.outsideHead }] : [],
    );
  }

  /** What the provisions of all regimes do to a rule, in force only where the regime is declared. */
  effectsOn(rule: string): readonly RuleEffect[] {
    const known = this.#effectsByRule.get(rule);
    if (known) return known;
    const names = (effect: Effect) =>
      effect.rule === rule || (effect.rule === "duties-*" && rule.startsWith("duties-"));
    const found = [...this.provisions.values()].flatMap((provision) =>
      (provision.effects ?? []).filter(names).map((effect) => ({ provision, effect })),
    );
    this.#effectsByRule.set(rule, found);
    return found;
  }

  /** The provisions that excuse small firms from this one. */
  exemptionsFrom(id: string): readonly Provision[] {
    const known = this.#exemptions.get(id);
    if (known) return known;
    const found = [...this.provisions.values()].filter(({ exempts }) => exempts?.provisions.includes(id));
    this.#exemptions.set(id, found);
    return found;
  }

  /** The provisions under which a rule does not apply, because they ask for what the rule warns of. */
  cancelling(rule: string): string[] {
    return this.effectsOn(rule).flatMap(({ provision, effect }) =>
      effect.cancels && effect.rule === rule ? [provision.id] : [],
    );
  }
}

const months = "January February March April May June July August September October November December".split(" ");

/** "Text as of 30 November 2026; confirm at the publisher", for a day as YYYY-MM-DD. */
export function asOf(checked: string): string {
  const [year = "", month = "", day = ""] = checked.split("-");
  return `Text as of ${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}; confirm at the publisher`;
}

export type Status = "checked" | "off" | "not-checked" | "exemption";

/** Whether a provision is checked, known but switched off, impossible to check from a file, or an exemption. */
export function statusOf(provision: Provision): Status {
  if (provision.exempts) return "exemption";
  if (provision.notChecked !== undefined) return "not-checked";
  return provision.reviewed ? "checked" : "off";
}

const memberStates = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
const eeaStates = ["IS", "LI", "NO"];

/** Whether a declared jurisdiction falls under one that a regime names (regimes.yaml explains the special entries). */
export function isWithin(jurisdiction: string, wanted: string): boolean {
  const [country = ""] = jurisdiction.split("-");
  const isEu = country === "EU" || memberStates.includes(country);
  if (wanted === "EU") return isEu;
  if (wanted === "EEA") return isEu || eeaStates.includes(country);
  if (wanted === "UK") return country === "UK" || country === "GB";
  return wanted.includes("-") ? jurisdiction === wanted : country === wanted;
}
