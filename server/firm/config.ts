import { memo } from "../base/memo.ts";
import type { Text } from "../base/text.ts";
import type { ActivityId } from "../knowledge/catalogues.ts";
import { type Conventions, usualConventions } from "../knowledge/conventions.ts";
import type { DutyPair } from "../knowledge/duties.ts";
import type { Format } from "../knowledge/format.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Severity } from "../knowledge/severity.ts";
import { inWords } from "../model/org/names.ts";
import type { OrgDocument } from "../model/read/document.ts";
import { inSentence, sentence } from "../model/words/words.ts";
import { dutyRule, ruleByIdOf, rulesOf } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import {
  type FirmPair,
  type FirmSettings,
  firmRuleId,
  type KnownRules,
  type ReportSettings,
  readConfig,
  usualReport,
} from "./read-config.ts";

/** How a firm has its files checked: one value that never changes, from `itorg.config.yaml` or the standard. */
export interface Config {
  /** Where it was read, as messages name it; undefined for the standard. */
  readonly path: string | undefined;
  /** Its address, where that is known. */
  readonly uri: string | undefined;
  readonly conventions: Conventions;
  /** The rules that run, the firm's own among them. */
  readonly rules: readonly Rule[];
  /** Every rule by its id, also those that are off. */
  readonly ruleById: ReadonlyMap<string, Rule>;
  /** The rules that it turns off, in the order of the product's list. */
  readonly rulesOff: readonly string[];
  /** What stands in place of a rule's own severity. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Articles and standards, by id, that count neither for a finding nor against one. */
  readonly notFollowed: ReadonlySet<string>;
  /** Patterns of paths below the configuration's folder that no search for files enters. */
  readonly exclude: readonly string[];
  readonly report: ReportSettings;
}

/** Where no firm says otherwise: for one knowledge always the same value. */
export const usualConfig = memo(
  (knowledge: Knowledge): Config => ({
    path: undefined,
    uri: undefined,
    conventions: usualConventions(knowledge),
    rules: rulesOf(knowledge),
    ruleById: ruleByIdOf(knowledge),
    rulesOff: [],
    severities: new Map(),
    notFollowed: new Set(),
    exclude: [],
    report: usualReport,
  }),
);

/** The name of a configuration: the nearest one in a file's folder, or in one above, counts for the file. */
export const configName = "itorg.config.yaml";

/** The product's own pairs follow published examples, and say so; a firm's does not. */
const ownPairNote =
  "Where a team is too small to divide the work, another control can stand in: record it as accepted, with that control.";

/** Where a configuration is read: how messages are to name it, and its address. */
export interface Where {
  readonly path: string;
  readonly uri?: string;
}

/** A configuration as it is written: the file with its problems, and what counts of it. */
export interface WrittenConfig {
  readonly document: OrgDocument;
  readonly config: Config;
}

/**
 * Reads a configuration; what cannot be read is left out and reported in the document. Never throws.
 */
export function configFrom(text: Text, knowledge: Knowledge, where: Where = { path: configName }): WrittenConfig {
  const { document, settings } = readConfig(text, knownRules(knowledge), knowledge);
  return { document, config: toConfig(settings, where, knowledge) };
}

/** Also rules that only a later version has: a firm may keep one configuration for several versions. */
function knownRules(knowledge: Knowledge): KnownRules {
  const rules = ruleByIdOf(knowledge);
  const others = [...knowledge.law.provisions.keys()].filter((id) => !rules.has(id));
  return new Map([...rules, ...others.map((id): [string, object] => [id, {}])]);
}

function toConfig(settings: FirmSettings, { path, uri }: Where, knowledge: Knowledge): Config {
  const { thresholds, titles, regimes, notFollowed, exclude, report } = settings;
  const conventions: Conventions = { knowledge, thresholds, titles, regimes };
  const own = [...settings.duties].map(([id, pair]) => ({
    ...dutyRule(toPair(id, pair, knowledge), knowledge),
    firm: path,
    note: ownPairNote,
  }));
  const all = [...rulesOf(knowledge), ...own];
  const isOff = (rule: Rule) =>
    settings.rules.get(rule.id) === "off" || isUnfounded(rule, { notFollowed, conventions });
  return {
    path,
    uri,
    conventions,
    rules: all.filter((rule) => !isOff(rule)),
    ruleById: own.length === 0 ? ruleByIdOf(knowledge) : new Map(all.map((rule) => [rule.id, rule])),
    rulesOff: all.filter(isOff).map(({ id }) => id),
    severities: new Map([...settings.rules].flatMap(([id, weight]) => (weight === "off" ? [] : [[id, weight]]))),
    notFollowed,
    exclude,
    report,
  };
}

/** What the firm thinks of its sources, and what is known of them. */
type Following = Pick<Config, "notFollowed" | "conventions">;

/** Whether a claim or a standard is one that the firm does not follow. A law is no matter of opinion. */
export function isIgnored({ notFollowed, conventions }: Following, id: string): boolean {
  if (notFollowed.size === 0) return false;
  return notFollowed.has(conventions.knowledge.evidence.claims.get(id)?.source.id ?? id);
}

/** Whether a rule rests on nothing but what the firm does not follow. What a law asks for it does not choose. */
function isUnfounded({ id, rests }: Rule, following: Following): boolean {
  if (rests.length === 0 || following.conventions.knowledge.law.effectsOn(id).length > 0) return false;
  return rests.every((one) => isIgnored(following, one));
}

const thresholdNames = ["small", "large", "span", "handsOnSpan"] as const;

/** What a reader of the findings must know of the configuration: what does not run or weighs otherwise, and what is assumed. */
export function notesOnConfig({ path, rulesOff, severities, conventions, notFollowed }: Config): string[] {
  const { format, evidence } = conventions.knowledge;
  const regimes = [...conventions.regimes].map(([id, { status }]) => `${format.titleOf("regime", id)} (${status})`);
  const left = [...notFollowed].map((id) => evidence.sources.get(id)?.short ?? evidence.standards.get(id)?.short ?? id);
  const usual = usualConventions(conventions.knowledge).thresholds;
  const limits = thresholdNames.filter((name) => conventions.thresholds[name] !== usual[name]);
  const weighed = [
    ...[...severities].map(([id, severity]) => `${id} (${severity})`),
    ...limits.map((name) => `${name} (${conventions.thresholds[name]})`),
  ];
  return [
    ...(weighed.length > 0 ? [`Weighed by ${path}: ${weighed.join(", ")}.`] : []),
    ...(rulesOff.length > 0 ? [`Turned off by ${path}: ${rulesOff.join(", ")}.`] : []),
    ...(left.length > 0 ? [`Not followed, by ${path}: ${left.join(", ")}.`] : []),
    ...(regimes.length > 0 ? [`Assumed by ${path} where a file does not say: ${regimes.join(", ")}.`] : []),
  ];
}

function toPair(
  id: string,
  { first, second, severity = "warning", title, reason }: FirmPair,
  { duties, format }: Knowledge,
): DutyPair {
  const [one = "", other = ""] = [first, second].map((ids) => nameOf(ids, format));
  const name = title ?? `${sentence(one)} and ${other} in the same hands`;
  return {
    id: firmRuleId(id),
    // An activity of the firm's own is looked up as the catalogue's are.
    first: duties.withAlike(first as readonly ActivityId[]),
    second: duties.withAlike(second as readonly ActivityId[]),
    compareAccountables: false,
    severity,
    rests: [],
    title: name,
    reportTitle: name,
    why: `The firm keeps ${one} and ${other} apart. This pair stands in its own configuration and in no source.`,
    sameHands: reason ?? "The firm keeps these two duties apart.",
    avoid: `The same hands carry out ${one} and ${other}.`,
    prefer: "Each lies in other hands.",
  };
}

/** "contract management or contract signing" */
function nameOf(ids: readonly string[], format: Format): string {
  const known = format.catalogue("activityId");
  return ids.map((id) => inSentence(known.get(id)?.title ?? inWords(id))).join(" or ");
}
