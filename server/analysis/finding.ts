import type { Span } from "../base/text.ts";
import type { RecommendationStatus } from "../knowledge/catalogues.ts";
import type { Severity } from "../knowledge/severity.ts";
import type { Fix } from "../model/words/change.ts";
import type { Place } from "../model/words/place.ts";
import type { Words } from "../model/words/words.ts";
import type { Category, Twin } from "../rules/rule.ts";
import type { HitProvision } from "./law.ts";

/** What a rule found, ready to be shown: the same for the editor, the command line and the report. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly at: Place;
  readonly span: Span;
  /** The fact, the reason, and the sources' short names in brackets. */
  readonly message: Words;
  /** The fact alone, for output that sets the reason and the sources apart. */
  readonly says: Words;
  readonly reason: Words;
  readonly related: readonly RelatedFinding[];
  /** All that it rests on, by id: claims, standards, and laws whether or not they are declared. */
  readonly rests: readonly string[];
  /** We conclude it from what it rests on, which speaks of another case. */
  readonly ours: boolean;
  /** The provisions in force that it hits, with what each asks for. */
  readonly hits: readonly HitProvision[];
  /** Who says otherwise, by id, as far as the firm follows them. */
  readonly against: readonly string[];
  /** Claim ids, and provisions of regimes in force that hit here. */
  readonly citations: readonly string[];
  /** What its remedies are, where they are no recommendations. */
  readonly mends: "repair" | "record" | undefined;
  readonly fixes: readonly Fix[];
  readonly firstSteps: readonly Fix[];
  readonly accepted: Accepted | null;
  /** What is recommended for it and not dropped, in the order of the file. */
  readonly recommended: readonly Recommended[];
  /** Where it is made of several like facts: the place of each. It stands at their section or provider itself. */
  readonly parts: readonly Place[];
  /** The same finding of some of its parts alone. */
  readonly retell?: (parts: readonly Place[]) => Retold;
  /** Other entities of which it states the same fact. */
  readonly covers: readonly Place[];
  /** The generic findings that state the same fact, where they stand: it joins the first that is there. */
  readonly joins: readonly Twin[];
  /** The rules whose findings joined this one, and where these stood. */
  readonly absorbed: readonly string[];
  readonly absorbedAt: readonly Place[];
}

/**
 * `repair` mends how the file is written; `record` writes an answer that only a person can know; a `recommendation` ends
 * the finding once the client does it, and a `first-step` helps without ending it.
 */
export type RemedyKind = "repair" | "record" | "recommendation" | "first-step";

export const remedyKind = ({ mends }: Pick<Finding, "mends">, { kind }: Fix): RemedyKind =>
  mends ?? (kind === "first-step" ? "first-step" : "recommendation");

export interface RelatedFinding {
  readonly at: Place;
  readonly span: Span;
  readonly message: Words;
}

/** The decision on record that covers a finding. `rule` and `at` are as the entry names them. */
export interface Accepted {
  readonly rule: string;
  readonly at: string;
  readonly approvedBy: Words;
  readonly reason: Words;
  readonly until: string | null;
  readonly compensatingControl: Words | null;
}

/** What differs where only some of a finding's parts are told. */
export type Retold = Pick<Finding, "severity" | "says" | "related" | "fixes" | "firstSteps" | "parts">;

/** An entry of `recommended`. `rule`, `at`, `do` and `owner` are as the entry has them. */
export interface Recommended {
  readonly rule: string;
  readonly at: string;
  /** The id of a remedy, or plain words. */
  readonly do: string;
  /** What is to be done, as it is said inside a sentence: "let the CISO report to the CEO". */
  readonly title: Words;
  readonly owner: { readonly written: Words; readonly named: Words } | null;
  /** As YYYY-MM-DD. */
  readonly due: string | null;
  readonly status: RecommendationStatus;
  /** Where the entry stands. */
  readonly place: Place;
}

export interface Question {
  /** The missing fact. */
  readonly at: Place;
  /** The post or person to ask; null where the consultant judges it. */
  readonly ask: string | null;
  readonly question: Words;
  /** What the question would be of any other, with `{the}` for whom or what it is about; absent where it fits only this. */
  readonly pattern?: { readonly template: Words; readonly the: Words };
  /** The rules that wait for the answer; none for a slot that somebody put there to be asked. */
  readonly blocks: readonly string[];
  /** The number of the question in which it is asked, with up to three other facts of one person and one subject. */
  readonly group: number;
  /** It is asked only if there is time. */
  readonly later: boolean;
}

/** A fault inside one rule: reported, while everything else goes on. */
export interface Fault {
  readonly rule: string;
  readonly error: unknown;
}
