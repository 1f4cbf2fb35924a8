import type { RecommendationStatus } from "../knowledge/catalogues.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type Severity, strongest } from "../knowledge/severity.ts";
import type { Acceptance, Recommendation } from "../model/org/entities.ts";
import type { Org } from "../model/org/org.ts";
import type { Fix } from "../model/words/change.ts";
import type { Truth } from "../model/words/fact.ts";
import type { Part, Place } from "../model/words/place.ts";
import type { Problem, ProblemKind } from "../model/words/problem.ts";
import type { Effect } from "../model/words/remedy-id.ts";
import type { Sayable, Words } from "../model/words/words.ts";

// The types that rules speak of, so that a rule imports the contract and the doors, and nothing of the rooms behind.
export type { DutyCase } from "../duties/duty-case.ts";
export type { Carried } from "../fit/carried.ts";
export type { FactFit, Fits, RoleFit } from "../fit/role-fit.ts";
export type { ActivityId, CommitteeType, Level, Role, Service } from "../knowledge/catalogues.ts";
export type { Severity } from "../knowledge/severity.ts";
export type {
  Acceptance,
  Activity,
  Committee,
  Mention,
  Post,
  Provider,
  RegimeState,
  Team,
} from "../model/org/entities.ts";
export type { Head } from "../model/org/it-line.ts";
export type { Superior } from "../model/org/lines.ts";
export type { Org, Scope } from "../model/org/org.ts";
export type { Done, Guarding, Work } from "../model/org/provider-work.ts";
export type { Capacity, Overlap, Share } from "../model/org/same-hands.ts";
export type { Top } from "../model/org/top.ts";
export type { Change, Fix, Value } from "../model/words/change.ts";
export type { CannotTell, Fact, Need, Truth } from "../model/words/fact.ts";
export type { Place } from "../model/words/place.ts";
export type { Does, Effect } from "../model/words/remedy-id.ts";
export type { Ref } from "../model/words/values.ts";
export type { Sayable, Words } from "../model/words/words.ts";
export type { DualRole } from "../remedies/dual-roles.ts";

export const categories = [
  "format",
  "gap",
  "conflict",
  "reporting",
  "role",
  "duties",
  "raci",
  "provider",
  "committee",
  "span",
  "continuity",
  "regime",
] as const;
export type Category = (typeof categories)[number];

/** A fact that the first interview asks for. */
export type Basic = "it-leader" | "security" | "headcount" | "sector" | "laws";

/**
 * A judgement with its documentation: the examples are its page and its tests.
 * - `bad` carries marks (test/notation) and is what to avoid; `fixed` is `bad` after its first fix, or what to prefer
 *   where no fix can know it; `good` is silent; `unknown` cannot be told: a question at most, never a finding.
 */
export interface Rule {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** For the editor: names the fault in a few words. */
  readonly title: string;
  /** For the report: speaks of posts, never of people, because it is read aloud with the person in the room. */
  readonly reportTitle: string;
  /** Two or three sentences: why this matters, in our own words. */
  readonly why: string;
  /** One short sentence that every message of this rule gives as its reason. */
  readonly reason?: string;
  /** Claims, provisions and standards it rests on. Empty for rules about the file itself, and for plain practice. */
  readonly rests: readonly string[];
  /** We conclude it from what it rests on, which does not say it itself. */
  readonly ours?: boolean;
  /** Claims and provisions that say otherwise. */
  readonly contested?: readonly string[];
  /** The one provision that it is about: it runs only where that is in force, and weighs what that says. */
  readonly provision?: string;
  /**
   * What it looks at, where others treat it as one of a kind: `form` is what reading the file found wrong, and runs on
   * configurations as well; `demands` is whether somebody is in the posts that laws demand.
   */
  readonly about?: "form" | "demands";
  /** Whether no configuration turns it off or weighs it anew: without it, a file that was read by half would look clean. */
  readonly always?: true;
  /** How messages name the configuration in which it stands, where it is a firm's own. */
  readonly firm?: string;
  /** What is asked for its sake even of a file that says nothing yet. */
  readonly basic?: readonly Basic[];
  /** What the page says about the limits of the rule or of its sources. */
  readonly note?: string;
  /** Rules whose finding about the same entity states the same fact and joins this one's. */
  readonly absorbs?: readonly string[];
  /** Those of the rules it absorbs that have another reason for the same finding, which is told beside it. */
  readonly tells?: readonly string[];
  /** What its remedies do, by the patterns of their ids; empty or left out where it has none. */
  readonly remedies?: readonly Effect[];
  /**
   * What its remedies are, where they are no recommendations: `repair` mends how the file is written, `record` writes an
   * answer that only a person can know.
   */
  readonly mends?: "repair" | "record";
  readonly avoid: string;
  readonly prefer: string;
  readonly examples: { readonly bad: string; readonly fixed: string; readonly good: string; readonly unknown: string };
  /** Looks at the organization. Yields a verdict for each place it looks at. */
  check?(context: RuleContext): Iterable<Verdict>;
  /** Looks at what the other rules found. */
  review?(context: ReviewContext): Iterable<Verdict>;
}

export interface RuleContext {
  readonly org: Org;
  /** The current date as YYYY-MM-DD. */
  readonly today: string;
  /** What reading the file found wrong, for the rules about its form. */
  problems(kind: ProblemKind): Iterable<Problem>;
}

export interface ReviewContext extends RuleContext {
  /** Every entry of `accepted`, and what it covers. */
  readonly acceptances: readonly AcceptanceUse[];
  /** Every entry of `recommended` that can be read; none in the file of a target. */
  readonly recommendations: readonly RecommendationUse[];
  /** The questions for the next interview, most important first. */
  readonly questions: readonly OpenQuestion[];
  readonly ruleIds: ReadonlySet<string>;
  /** The rules about how the file is written. */
  readonly formRules: ReadonlySet<string>;
  /** The rules that the firm has turned off. */
  readonly rulesOff: ReadonlySet<string>;
}

/** A fact to ask for; those of one `group` are asked in one question. */
export interface OpenQuestion {
  readonly at: Place;
  readonly question: Words;
  readonly blocks: readonly string[];
  readonly group: number;
  /** It is asked only if there is time. */
  readonly later: boolean;
}

export interface AcceptanceUse {
  readonly acceptance: Acceptance;
  /** The places of the findings that it matches, whether or not it is in force. */
  readonly matches: readonly { readonly rule: string; readonly places: readonly Place[] }[];
  readonly inForce: boolean;
  /** It speaks of findings, and the law leaves no room for it at any of them. */
  readonly isRefused: boolean;
}

/** An entry of `recommended`, what it speaks of, and what is known of the rule and the remedy that it names. */
export interface RecommendationUse {
  readonly recommendation: Recommendation;
  readonly status: RecommendationStatus;
  /** The findings that it speaks of and nobody has accepted; `ends`: its remedy ends that finding. */
  readonly matches: readonly { readonly rule: string; readonly ends: boolean }[];
  readonly isRuleKnown: boolean;
  /** Plain words need not be known. */
  readonly isRemedyKnown: boolean;
  /** The check is turned off, or cannot tell today, or what the file says can be read only in part. */
  readonly isUntold: boolean;
  /** What is to be done, as it is said inside a sentence. */
  readonly title: Words;
}

/** A rule's judgement of one place: violated (`yes`), satisfied (`no`), makes no sense here, or cannot be told. */
export interface Verdict {
  readonly at: Place;
  readonly part?: Part;
  readonly span?: Problem["span"];
  readonly violated: Truth;
  /**
   * The like facts that the finding is made of, each with its own place and what is to be read there. It stands at `at`
   * from the first part on. A decision about one part takes that part out, so `found` may be asked for some of them.
   */
  readonly parts?: readonly Related[];
  /** What to report; evaluated only where the rule is violated. `parts` are those that it is to tell of. */
  readonly found: (parts: readonly Related[]) => Found;
  /** What is sound here, if anything is; evaluated only where the rule is known to be satisfied. */
  readonly sound?: () => Sound | undefined;
}

/** What a rule looked at and found as it should be. It counts only where the file itself says every fact. */
export interface Sound {
  /** One sentence, to be read to a board: "Security does not report to IT: the CISO reports to the CEO." */
  readonly says: Sayable;
  /** The places of the facts that it rests on. */
  readonly facts: readonly Place[];
}

export interface Found {
  /** One sentence with the fact, with names and posts in it. */
  readonly says: Sayable;
  /** The reason, where it differs from the rule's own. */
  readonly reason?: Sayable;
  readonly severity?: Severity;
  /** What it rests on here, where that is not all that the rule may rest on. */
  readonly rests?: readonly string[];
  /** We conclude it from what it rests on, which speaks of another case. */
  readonly ours?: boolean;
  /**
   * The provisions that this case hits. Where they are in force they are cited, and raise the severity to their own.
   * Provisions whose effects in regimes.yaml have no condition need not be named.
   */
  readonly provisions?: readonly (string | Hit)[];
  /** Cases of this rule that it is, as effects in regimes.yaml call them: provisions with such an effect are hit. */
  readonly cases?: readonly string[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Other entities of which it states the same fact: what the absorbed rules find there joins it, too. */
  readonly covers?: readonly Place[];
  /** Generic findings that state the same fact; where one stands, this joins it. */
  readonly joins?: readonly Twin[];
}

export interface Hit {
  readonly id: string;
  /** What it asks for here, where its effects in regimes.yaml leave that to the rule. */
  readonly severity?: Severity;
}

/** A generic finding that states the same fact as a provision's own: that rule's, about the entity at that place. */
export interface Twin {
  readonly rule: string;
  readonly at: Place;
}

export interface Related {
  readonly at: Place;
  /** What stands there: "also holds IT Manager". */
  readonly says: Sayable;
}

/** Declares a rule; there only so that a rule file reads as what it is and is checked as such. */
export const rule = (definition: Rule): Rule => definition;

/** A rule, or several, of which the texts or the grounds come from what is known: written once that is given. */
export type RulesFrom = (knowledge: Knowledge) => Rule | readonly Rule[];

/** The same for a rule that is written from what is known. */
export const ruleFrom = (write: (knowledge: Knowledge) => Rule): typeof write => write;

type ProvisionRule = Omit<Rule, "category" | "severity" | "rests" | "provision" | "why"> & { readonly why?: string };

/**
 * A rule about one provision, in force only where its regime is. `reason` says what the provision asks for and that the
 * fact appears to fall short of it.
 */
export function provisionRule(
  definition: ProvisionRule | ((knowledge: Knowledge) => ProvisionRule),
): (knowledge: Knowledge) => Rule {
  return (knowledge) => {
    const written = typeof definition === "function" ? definition(knowledge) : definition;
    const { id } = written;
    const { effects = [], demands, requires = "" } = knowledge.law.provisions.get(id) ?? {};
    const own = effects.flatMap((effect) => (effect.own && effect.severity ? effect.severity : []));
    return {
      why: requires,
      ...written,
      category: "regime",
      severity: strongest(...own, ...(demands?.missing ? [demands.missing] : [])),
      rests: [id],
      provision: id,
    };
  };
}

/** `sound`: what can be said where it is known that nothing is wrong. */
export function verdict(at: Place, violated: Truth, found: () => Found, sound?: () => Sound | undefined): Verdict {
  return { at, violated, found, ...(sound ? { sound } : {}) };
}

/** A field of an entity, or an item of a list in it, as a place. */
export function at(entity: { readonly at: Place }, field?: string, index?: number): Place {
  const place: (string | number)[] = [...entity.at];
  if (field !== undefined) place.push(field);
  if (index !== undefined) place.push(index);
  return place;
}

/** Reports what reading the file found wrong, for a rule about the file's form. */
export function* reportProblems(context: RuleContext, kind: ProblemKind): Iterable<Verdict> {
  for (const problem of context.problems(kind)) {
    yield {
      at: problem.at,
      ...(problem.part ? { part: problem.part } : {}),
      ...(problem.span ? { span: problem.span } : {}),
      violated: "yes",
      found: () => ({
        says: problem.says,
        ...(problem.severity ? { severity: problem.severity } : {}),
        ...(problem.fixes ? { fixes: problem.fixes } : {}),
      }),
    };
  }
}
