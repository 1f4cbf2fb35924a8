import type { Text } from "../base/text.ts";
import { type Config, isIgnored } from "../firm/config.ts";
import { type Severity, weaker } from "../knowledge/severity.ts";
import { provisionInForce, standingOf } from "../model/org/in-force.ts";
import { holdsAt, isForUnitsOnly } from "../model/org/law-units.ts";
import { postName } from "../model/org/names.ts";
import { type Org, vacant } from "../model/org/org.ts";
import { describesTarget } from "../model/org/state.ts";
import { type OrgDocument, readBytes, readDocument } from "../model/read/document.ts";
import { all, allInTurn, isCannotTell, type Truth } from "../model/words/fact.ts";
import { type Place, samePlace } from "../model/words/place.ts";
import { words, wordsOf } from "../model/words/words.ts";
import type { Found, Related, ReviewContext, Rule, RuleContext, Verdict } from "../rules/rule.ts";
import { acceptancesOf, covering, withAcceptances } from "./accepted.ts";
import { apart } from "./entries.ts";
import type { Accepted, Fault, Finding, Question, Recommended, RelatedFinding, Retold } from "./finding.ts";
import { type HitProvision, provisionsHit, raised, speaksHere } from "./law.ts";
import { merged } from "./merge.ts";
import { inTense, messageOf } from "./message.ts";
import { type Open, questionsFor } from "./questions.ts";
import { everyRecommendation, recommendationsOf, standingEntries, withRecommendations } from "./recommend.ts";
import { type SoundFact, soundOf } from "./sound.ts";

export interface Analysis {
  readonly document: OrgDocument;
  /** By position, then rule id. */
  readonly findings: readonly Finding[];
  /** Most important first. */
  readonly questions: readonly Question[];
  /** The decisions on record that cover a finding, in the order of the file. */
  readonly accepted: readonly Accepted[];
  /** The entries of `recommended` that can be read, in the order of the file. */
  readonly recommended: readonly Recommended[];
  /** What was asked and is as it should be, in the order of the rules. */
  readonly sound: readonly SoundFact[];
  readonly faults: readonly Fault[];
  /** The date that it was checked against, as YYYY-MM-DD. */
  readonly today: string;
  /** What it was checked by. */
  readonly config: Config;
}

export interface Options {
  /** The current date as YYYY-MM-DD. */
  readonly today: string;
  /** What the firm has set for the file. */
  readonly config: Config;
  /** The rules to run in place of the configuration's. */
  readonly rules?: readonly Rule[];
  /** What an earlier version of the same file was found to be. */
  readonly before?: Analysis;
}

/** Checks one file. The editor, the command line and the reports all read this and nothing else. Never throws. */
export function analyze(text: Text, options: Options): Analysis {
  return analyzeDocument(readDocument(text, options.config.conventions, options.before?.document), options);
}

/** The same for a file as it lies on disk, which need not be text. Bytes beyond the limit need not be given. */
export function analyzeBytes(bytes: Uint8Array, options: Options): Analysis {
  return analyzeDocument(readBytes(bytes, options.config.conventions), options);
}

/** The same for a file that has been read. */
export function analyzeDocument(document: OrgDocument, options: Options): Analysis {
  return new Run(document, options).all();
}

class Run {
  readonly #document: OrgDocument;
  readonly #options: Options;
  readonly #config: Config;
  readonly #rules: readonly Rule[];
  readonly #faults: Fault[] = [];
  readonly #open: Open[] = [];
  readonly #sound: SoundFact[] = [];

  constructor(document: OrgDocument, options: Options) {
    this.#document = document;
    this.#options = options;
    this.#config = options.config;
    this.#rules = options.rules ?? this.#config.rules;
  }

  all(): Analysis {
    const context: RuleContext = {
      org: this.#document.org,
      today: this.#options.today,
      problems: (kind) => this.#document.problems.filter((problem) => problem.kind === kind),
    };
    const first = this.#rules.flatMap((rule) => this.#judge(rule, rule.check, context));
    const { org } = context;
    const { unread } = this.#document;
    const isTarget = describesTarget(org);
    const entries = [...org.data.accepted, ...standingEntries(org)];
    const facts = apart(merged(first, this.#config.ruleById), entries).map((finding) => this.#worded(finding));
    const acceptances = acceptancesOf(org, facts, context.today);
    const covered = withAcceptances(org, facts, acceptances);
    const recommendations = recommendationsOf(this.#document, this.#config, covered, this.#open);
    // Nobody is to be asked what the target is: whoever writes it decides.
    const questions = unread || isTarget ? [] : questionsFor(this.#document, this.#open, this.#rules);
    const ruleIds = new Set([...this.#config.ruleById.keys(), ...org.knowledge.law.provisions.keys()]);
    const review: ReviewContext = {
      ...context,
      acceptances,
      recommendations,
      questions,
      ruleIds,
      formRules: new Set(
        [...this.#config.ruleById.values()].flatMap(({ id, category }) => (category === "format" ? [id] : [])),
      ),
      // Where part of the text could not be read, nobody knows whether a check would find something.
      rulesOff: this.#document.syntax.damaged ? ruleIds : new Set(this.#config.rulesOff),
    };
    const second = this.#rules.flatMap((rule) => this.#judge(rule, rule.review, review));
    const findings = [...withRecommendations(org, covered), ...second.map((finding) => this.#worded(finding))].sort(
      byPosition,
    );
    const accepted = covering(org, acceptances);
    return {
      document: this.#document,
      findings,
      questions,
      accepted,
      recommended: everyRecommendation(org, findings),
      sound: this.#sound,
      faults: this.#faults,
      today: context.today,
      config: this.#config,
    };
  }

  /** Runs one rule behind a guard: what it found before a fault stays, and everything else goes on. */
  #judge<Context>(
    rule: Rule,
    judge: ((context: Context) => Iterable<Verdict>) | undefined,
    context: Context,
  ): Finding[] {
    const findings: Finding[] = [];
    if (!judge || this.#isCancelled(rule)) return findings;
    const covers = rule.provision === undefined ? "yes" : provisionInForce(this.#document.org, rule.provision);
    if (covers === "no") return findings;
    try {
      for (const verdict of judge.call(rule, context)) {
        const holds = rule.provision === undefined ? "yes" : holdsAt(this.#document.org, rule.provision, verdict.at);
        if (holds === "no") continue;
        const violated =
          rule.provision === undefined ? verdict.violated : allInTurn("yes", covers, all(verdict.violated, holds));
        if (violated === "yes") findings.push(...this.#finding(rule, verdict));
        else if (violated === "no") this.#sound.push(...soundOf(this.#document, rule, verdict));
        else this.#ask(rule, verdict.at, violated);
      }
    } catch (error) {
      this.#faults.push({ rule: rule.id, error });
    }
    return findings;
  }

  #ask(rule: Rule, at: Place, verdict: Truth): void {
    if (isCannotTell(verdict)) this.#open.push({ rule: rule.id, severity: rule.severity, at, verdict });
  }

  #isCancelled(rule: Rule): boolean {
    const { org } = this.#document;
    return org.knowledge.law.cancelling(rule.id).some((id) => {
      const standing = standingOf(org, id);
      return standing?.state === "applies" && standing.covers === "yes" && !isForUnitsOnly(org, id);
    });
  }

  /** None where the firm follows nobody who says so, and no law in force does. */
  #finding(rule: Rule, verdict: Verdict, parts = verdict.parts ?? []): Finding[] {
    const found = verdict.found(parts);
    const { map, org } = this.#document;
    const { hits, open } = provisionsHit(org, rule, found, verdict.at);
    for (const question of open) this.#ask(rule, verdict.at, question);
    const related = [...parts, ...(found.related ?? []), ...hits.map((hit) => declaration(hit, org))];
    const grounds = (found.rests ?? rule.rests).filter((id) => speaksHere(org, id));
    const rests = grounds.filter((id) => !isIgnored(this.#config, id));
    if (grounds.length > 0 && rests.length + hits.length === 0) return [];
    const severity = raised(this.#severityOf(rule, found), hits);
    const guessed = severity === "error" ? this.#guessedAt(verdict.at) : undefined;
    if (guessed !== undefined) {
      this.#ask(rule, verdict.at, guessed);
      return [];
    }
    const finding: Finding = {
      rule: rule.id,
      category: rule.category,
      severity,
      at: map.asWritten(verdict.at),
      span: verdict.span ?? map.span(verdict.at, verdict.part),
      message: [],
      says: wordsOf(found.says),
      reason: wordsOf(found.reason ?? rule.reason ?? ""),
      related: related.map(
        ({ at, says }): RelatedFinding => ({ at: map.asWritten(at), span: map.span(at), message: wordsOf(says) }),
      ),
      rests,
      ours: found.ours ?? rule.ours ?? false,
      against: (rule.contested ?? []).filter((id) => !isIgnored(this.#config, id)),
      hits,
      citations: [...rests.filter((id) => /^S\d-/.test(id)), ...hits.map(({ id }) => id)],
      mends: rule.mends,
      fixes: (found.fixes ?? []).filter((fix) => fix.kind === "fix"),
      firstSteps: (found.fixes ?? []).filter((fix) => fix.kind === "first-step"),
      accepted: null,
      recommended: [],
      parts: parts.map(({ at }) => map.asWritten(at)),
      ...(parts.length > 1 ? { retell: (some) => this.#retold(rule, verdict, some) } : {}),
      covers: found.covers ?? [],
      joins: found.joins ?? [],
      absorbed: [],
      absorbedAt: [],
    };
    return [finding];
  }

  /** The same of some of its parts, by the places where they are written. */
  #retold(rule: Rule, verdict: Verdict, some: readonly Place[]): Retold {
    const { map } = this.#document;
    const isMeant = ({ at }: Related) => some.some((place) => samePlace(place, map.asWritten(at)));
    const [finding] = this.#finding(rule, verdict, (verdict.parts ?? []).filter(isMeant));
    const { severity, says, related, fixes, firstSteps, parts } = finding!;
    return { severity, says, related, fixes, firstSteps, parts };
  }

  /** No error rests on a word that is only read as `vacant`: whether the post is empty is asked instead. */
  #guessedAt([section, id]: Place): Truth | undefined {
    if (section !== "posts") return undefined;
    const { guesses, posts } = this.#document.org.data;
    const post = posts.get(String(id));
    const at = guesses.find((guess) => guess[0] === "posts" && guess[1] === id && guess[2] === "heldBy");
    if (!at || !post || vacant(post) !== "yes") return undefined;
    return {
      needs: [{ at, why: "unknown", question: words`Is the post of ${postName(post)} vacant?` }],
      grounded: true,
    };
  }

  /** With its message, which names all that has joined it by then. */
  #worded(finding: Finding): Finding {
    const { says, hits } = finding;
    const reason = inTense(finding.reason, hits);
    const isContested = finding.against.length > 0;
    return {
      ...finding,
      reason,
      message: messageOf(
        { says, reason, isContested, rests: finding.rests, ours: finding.ours, hits },
        this.#document.org.knowledge,
      ),
    };
  }

  /**
   * Before the law raises it; the firm's own word counts before the rule's. Role profiles fit small organizations less
   * (S1-18, S2-13, S4-04), so they weigh one step less there. What only a provision asks for weighs what the provision
   * says, and nothing by itself.
   */
  #severityOf(rule: Rule, found: Found): Severity {
    if (rule.provision !== undefined) return "hint";
    const set = this.#config.severities.get(rule.id);
    if (set !== undefined) return set;
    const severity = found.severity ?? rule.severity;
    return rule.category === "role" && this.#document.org.small() === "yes" ? weaker(severity) : severity;
  }
}

/** Where the file declares the law that a finding hits. */
function declaration({ id, state, short }: HitProvision, org: Org): { readonly at: Place; readonly says: string } {
  const { law } = org.knowledge;
  const { regime, cite, citedAs, title } = law.provisions.get(id)!;
  const name = law.regimes.get(regime)?.short ?? regime;
  const isAssumed = org.data.regimes.get(regime)?.written === false;
  return {
    at: ["regimes", regime],
    says: `${name} ${state === "planned" ? "is planned" : "applies"}${isAssumed ? ", as the firm assumes" : ""}: ${citedAs ? short : cite}, ${title}`,
  };
}

function byPosition(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.span.end - b.span.end);
}
