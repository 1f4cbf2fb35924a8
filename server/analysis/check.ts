import { groupBy } from "../base/group.ts";
import type { Text } from "../base/text.ts";
import { provision, regimesCancelling } from "../knowledge/regimes.ts";
import { strongest, weaker } from "../knowledge/severity.ts";
import { shortNames } from "../knowledge/sources.ts";
import { type OrgDocument, readBytes, readDocument } from "../model/document.ts";
import { isCannotTell } from "../model/fact.ts";
import { type Place, placeToString, samePlace } from "../model/place.ts";
import { ruleById, rules } from "../rules/index.ts";
import type { Found, Rule, RuleContext, Verdict } from "../rules/rule.ts";
import { acceptancesOf, covering, withAcceptances } from "./accepted.ts";
import type { Accepted, Fault, Finding, Question } from "./finding.ts";
import { type Open, questionsFor } from "./questions.ts";

export interface Analysis {
  readonly document: OrgDocument;
  /** By position, then rule id. */
  readonly findings: readonly Finding[];
  /** Most important first. */
  readonly questions: readonly Question[];
  /** The decisions on record that cover a finding, in the order of the file. */
  readonly accepted: readonly Accepted[];
  readonly faults: readonly Fault[];
  /** The date that it was checked against, as YYYY-MM-DD. */
  readonly today: string;
}

export interface Options {
  /** The current date as YYYY-MM-DD. */
  readonly today: string;
  /** The rules to run; all of them where not given. */
  readonly rules?: readonly Rule[];
}

/** Checks one file. The editor, the command line and the reports all read this and nothing else. Never throws. */
export function analyze(text: Text, options: Options): Analysis {
  return new Run(readDocument(text), options).all();
}

/** The same for a file as it lies on disk, which need not be text. Bytes beyond the limit need not be given. */
export function analyzeBytes(bytes: Uint8Array, options: Options): Analysis {
  return new Run(readBytes(bytes), options).all();
}

class Run {
  readonly #document: OrgDocument;
  readonly #options: Options;
  readonly #rules: readonly Rule[];
  readonly #faults: Fault[] = [];
  readonly #open: Open[] = [];

  constructor(document: OrgDocument, options: Options) {
    this.#document = document;
    this.#options = options;
    this.#rules = options.rules ?? rules;
  }

  all(): Analysis {
    const context: RuleContext = {
      org: this.#document.org,
      today: this.#options.today,
      problems: (id) => this.#document.problems.filter((problem) => problem.rule === id),
    };
    const first = this.#rules.flatMap((rule) => this.#judge(rule, rule.check, context));
    const merged = absorb(unique(first));
    const acceptances = acceptancesOf(context.org, merged, context.today);
    const covered = withAcceptances(context.org, merged, acceptances);
    const questions = this.#document.unread ? [] : questionsFor(this.#document, this.#open);
    const review = { ...context, acceptances, questions, ruleIds: new Set(ruleById.keys()) };
    const second = this.#rules.flatMap((rule) => this.#judge(rule, rule.review, review));
    const findings = [...covered, ...second].sort(byPosition);
    const accepted = covering(context.org, acceptances);
    return { document: this.#document, findings, questions, accepted, faults: this.#faults, today: context.today };
  }

  /** Runs one rule behind a guard: what it found before a fault stays, and everything else goes on. */
  #judge<Context>(
    rule: Rule,
    judge: ((context: Context) => Iterable<Verdict>) | undefined,
    context: Context,
  ): Finding[] {
    const findings: Finding[] = [];
    if (!judge || this.#isCancelled(rule)) return findings;
    try {
      for (const verdict of judge.call(rule, context)) {
        if (verdict.violated === "yes") findings.push(this.#finding(rule, verdict));
        else if (isCannotTell(verdict.violated)) {
          this.#open.push({ rule: rule.id, severity: rule.severity, at: verdict.at, verdict: verdict.violated });
        }
      }
    } catch (error) {
      this.#faults.push({ rule: rule.id, error });
    }
    return findings;
  }

  #isCancelled(rule: Rule): boolean {
    const { regimes } = this.#document.org.data;
    return regimesCancelling(rule.id).some((regime) => regimes.get(regime)?.state === "applies");
  }

  #finding(rule: Rule, verdict: Verdict): Finding {
    const found = verdict.found();
    const { map } = this.#document;
    const reason = found.reason ?? rule.reason ?? "";
    const rests = found.rests ?? rule.rests;
    return {
      rule: rule.id,
      category: rule.category,
      severity: this.#severityOf(rule, found),
      at: map.asWritten(verdict.at),
      span: verdict.span ?? map.span(verdict.at, verdict.part),
      message: messageOf(rule, found, reason, rests),
      says: found.says,
      reason,
      related: (found.related ?? []).map(({ at, says }) => ({
        at: map.asWritten(at),
        span: map.span(at),
        message: says,
      })),
      rests,
      citations: [...rests.filter((id) => /^S\d-/.test(id)), ...this.#inForce(found.provisions ?? [])],
      fixes: (found.fixes ?? []).filter((fix) => fix.kind === "fix"),
      firstSteps: (found.fixes ?? []).filter((fix) => fix.kind === "first-step"),
      accepted: null,
      covers: found.covers ?? [],
      absorbed: [],
    };
  }

  /** A provision counts where the file declares its regime; one that is only planned is cited and raises nothing. */
  #inForce(ids: readonly string[]): string[] {
    return ids.filter((id) => this.#document.org.isInForce(provision(id)?.regime ?? ""));
  }

  /** Role profiles fit small organizations less (S1-18, S2-13, S4-04), so they weigh one step less there. */
  #severityOf(rule: Rule, found: Found): Finding["severity"] {
    const severity = found.severity ?? rule.severity;
    return rule.category === "role" && this.#document.org.small() === "yes" ? weaker(severity) : severity;
  }
}

function messageOf(rule: Rule, found: Found, reason: string, rests: readonly string[]): string {
  const names = shortNames(rests);
  const disputed = rule.contested?.length ? " The sources disagree." : "";
  const tail = names.length > 0 ? ` (${names.slice(0, 4).join("; ")})` : "";
  return `${found.says}${reason === "" ? "" : ` ${reason}`}${disputed}${tail}`;
}

/** One fact, one finding: what an absorbing rule found about an entity takes in what the absorbed rules found there. */
function absorb(findings: readonly Finding[]): Finding[] {
  const gone = new Set<Finding>();
  const byEntity = groupBy(findings, (finding) => entityOf(finding.at));
  const merged = findings.map((finding) => {
    const absorbs = ruleById.get(finding.rule)?.absorbs;
    if (!absorbs) return finding;
    const entities = new Set([finding.at, ...finding.covers].map(entityOf));
    const taken = [...entities]
      .flatMap((entity) => byEntity.get(entity) ?? [])
      .filter((other) => absorbs.includes(other.rule));
    for (const other of taken) gone.add(other);
    return taken.length === 0 ? finding : mergeInto(finding, taken);
  });
  return merged.filter((finding) => !gone.has(finding));
}

function mergeInto(finding: Finding, taken: readonly Finding[]): Finding {
  const related = [...finding.related, ...taken.flatMap((other) => other.related)].filter(
    (one, i, every) => !samePlace(one.at, finding.at) && every.findIndex((two) => samePlace(one.at, two.at)) === i,
  );
  return {
    ...finding,
    severity: strongest(finding.severity, ...taken.map((other) => other.severity)),
    citations: [...new Set([finding, ...taken].flatMap((one) => one.citations))],
    related,
    absorbed: taken.map((other) => other.rule),
  };
}

const entityOf = (place: Place): string => placeToString(place.slice(0, 2));

/** An entry reached twice, through an alias or by two rules of thought, is still reported once. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.rule}\u0000${finding.span.start}\u0000${finding.span.end}\u0000${placeToString(finding.at)}\u0000${finding.says}`;
    return !seen.has(key) && seen.add(key);
  });
}

function byPosition(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.span.end - b.span.end);
}
