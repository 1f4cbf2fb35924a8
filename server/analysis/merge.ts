import { groupBy, oncePer } from "../base/group.ts";
import { strongest } from "../knowledge/severity.ts";
import type { Fix } from "../model/words/change.ts";
import { type Place, placeToString, samePlace } from "../model/words/place.ts";
import { full, joined, keyOfWords, sameWords, spoken } from "../model/words/words.ts";
import type { Rule } from "../rules/rule.ts";
import type { Finding } from "./finding.ts";

/** One fact, one finding. First what a provision says joins its generic twin, then rules absorb one another. */
export const merged = (findings: readonly Finding[], rules: ReadonlyMap<string, Rule>): Finding[] =>
  absorb(join(unique(findings)), rules);

/** What a provision found joins what a generic rule found of the same entity, where it names that rule as its twin. */
function join(findings: readonly Finding[]): Finding[] {
  const joining = findings.filter((finding) => finding.joins.length > 0);
  if (joining.length === 0) return [...findings];
  const gone = new Set<Finding>();
  const byTwin = groupBy(
    joining.flatMap((one) =>
      [...new Set(one.joins.map(({ rule, at }) => twinKey(rule, at)))].map((key) => ({ key, one })),
    ),
    ({ key }) => key,
  );
  const kept = findings.map((finding) => {
    const taken = (byTwin.get(twinKey(finding.rule, finding.at)) ?? []).map(({ one }) => one);
    for (const one of taken) gone.add(one);
    return taken.length === 0 ? finding : { ...mergeInto(finding, taken), ...remediesOf(finding, taken) };
  });
  // What others joined may itself have joined another.
  return kept.filter((_, i) => !gone.has(findings[i]!));
}

const twinKey = (rule: string, at: Place): string => `${rule} ${entityOf(at)}`;

/** What ends only one of several reproaches in a finding is a first step. */
function remediesOf(finding: Finding, taken: readonly Finding[]): Pick<Finding, "fixes" | "firstSteps"> {
  const every = [finding, ...taken];
  const remedies = every.flatMap((one) => [...one.fixes, ...one.firstSteps]);
  const ends = (fix: Fix) => every.every((one) => one.fixes.some(({ title }) => sameWords(title, fix.title)));
  const once = oncePer(remedies, ({ title }) => keyOfWords(title));
  return { fixes: once.filter(ends), firstSteps: once.filter((fix) => !ends(fix)).map(asFirstStep) };
}

function asFirstStep({ does, title, changes }: Fix): Fix {
  const [head, ...rest] = title;
  const isStep = typeof head !== "string" || head.startsWith("First step: ");
  const step = isStep ? title : joined([`First step: ${head.charAt(0).toLowerCase()}${head.slice(1)}`, ...rest]);
  return { does, title: step, changes, kind: "first-step" };
}

/**
 * What an absorbing rule found about an entity takes in what the absorbed rules found there; of what is made of parts,
 * those that are there.
 */
function absorb(findings: readonly Finding[], rules: ReadonlyMap<string, Rule>): Finding[] {
  /** What is left of a finding; undefined where all of it was taken in. */
  const left = new Map<Finding, Finding | undefined>();
  const byEntity = groupBy(
    findings.flatMap((finding) => entitiesOf(finding).map((entity) => ({ entity, finding }))),
    ({ entity }) => entity,
  );
  const wholes = findings.map((finding) => {
    const { absorbs, tells = [] } = rules.get(finding.rule) ?? {};
    if (!absorbs) return finding;
    const entities = new Set([finding.at, ...finding.covers].map(entityOf));
    const there = new Set([...entities].flatMap((entity) => (byEntity.get(entity) ?? []).map((one) => one.finding)));
    const taken = [...there]
      .filter((other) => absorbs.includes(other.rule))
      .flatMap((other) => {
        const [own, rest] = apart(other, entities);
        left.set(other, rest);
        return own;
      });
    if (taken.length === 0) return finding;
    const whole = mergeInto(finding, taken);
    const reasons = taken.filter(({ rule }) => tells.includes(rule)).map(told);
    return { ...whole, related: [...whole.related, ...reasons] };
  });
  // One that takes in others may itself be taken in.
  return wholes.flatMap((whole, i) => (left.has(findings[i]!) ? (left.get(findings[i]!) ?? []) : whole));
}

/** Where a finding is looked for: where its parts are, or where it stands. */
const entitiesOf = ({ at, parts }: Finding): string[] => [...new Set([at, ...parts].map(entityOf))];

/** What of a finding is at these entities, and what is left of it. */
function apart(finding: Finding, entities: ReadonlySet<string>): [Finding, Finding | undefined] {
  const { parts, retell } = finding;
  const own = parts.filter((part) => entities.has(entityOf(part)));
  if (!retell || own.length === 0 || own.length === parts.length) return [finding, undefined];
  const rest = parts.filter((part) => !own.includes(part));
  return [
    { ...finding, ...retell(own) },
    { ...finding, ...retell(rest) },
  ];
}

/** What was absorbed says something more, so it stands beside the finding. */
const told = ({ at, span, says }: Finding): Finding["related"][number] => ({ at, span, message: says });

function mergeInto(finding: Finding, taken: readonly Finding[]): Finding {
  const every = [finding, ...taken];
  const related = oncePer(
    every.flatMap((one) => one.related),
    ({ at, message }) => `${placeToString(at)} ${at[0] === "regimes" ? keyOfWords(message) : ""}`,
  ).filter(({ at }) => !samePlace(at, finding.at));
  return {
    ...finding,
    severity: strongest(finding.severity, ...taken.map((other) => other.severity)),
    citations: [...new Set(every.flatMap((one) => one.citations))],
    hits: oncePer(
      every.flatMap((one) => one.hits),
      ({ id }) => id,
    ),
    related,
    absorbed: taken.flatMap((other) => [other.rule, ...other.absorbed]),
    absorbedAt: taken.flatMap((other) => [other.at, ...other.absorbedAt]),
  };
}

const entityOf = (place: Place): string => placeToString(place.slice(0, 2));

/** An entry reached twice, through an alias or by two rules of thought, is still reported once. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.rule}\u0000${finding.span.start}\u0000${finding.span.end}\u0000${placeToString(finding.at)}\u0000${spoken(finding.says, full)}`;
    return !seen.has(key) && seen.add(key);
  });
}
