import { dayInWords } from "../base/day.ts";
import type { Config } from "../firm/config.ts";
import type { RecommendationStatus } from "../knowledge/catalogues.ts";
import { type Severity, weakest } from "../knowledge/severity.ts";
import type { Recommendation } from "../model/org/entities.ts";
import { postName, refName } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { describesTarget } from "../model/org/state.ts";
import type { OrgDocument } from "../model/read/document.ts";
import { given } from "../model/words/fact.ts";
import { isRemedyId } from "../model/words/remedy-id.ts";
import { imperative } from "../model/words/remedy-words.ts";
import type { Ref } from "../model/words/values.ts";
import { inSentence, joinedBy, type Words, words } from "../model/words/words.ts";
import type { RecommendationUse } from "../rules/rule.ts";
import { asWritten, Entries, findingsOf } from "./entries.ts";
import type { Finding, Recommended } from "./finding.ts";
import { isKnownRemedy, remediesUnder } from "./known-remedies.ts";
import type { Open } from "./questions.ts";

/** The entries that say something of a finding: all that are not dropped; in the file of a target, none. */
export const standingEntries = (org: Org): Recommendation[] =>
  describesTarget(org) ? [] : org.data.recommended.filter((entry) => statusOf(entry) !== "dropped");

/** An entry without a status is proposed. */
export const statusOf = ({ status }: Recommendation): RecommendationStatus => given(status) ?? "proposed";

/** The findings, each with what is recommended for it. */
export function withRecommendations(org: Org, findings: readonly Finding[]): Finding[] {
  const entries = standingEntries(org).filter(isWhole);
  if (entries.length === 0) return [...findings];
  const index = new Entries(entries);
  return findings.map((finding) => {
    const own = index.of(finding);
    return own.length === 0
      ? finding
      : { ...finding, recommended: own.map((entry) => recommended(org, entry, finding)) };
  });
}

/** Every entry that can be read, also one that is dropped or that speaks of nothing that is found. */
export function everyRecommendation(org: Org, findings: readonly Finding[]): Recommended[] {
  if (describesTarget(org)) return [];
  const entries = org.data.recommended.filter(isWhole);
  const ownOf = findingsOf(entries, findings);
  return entries.map((entry) => recommended(org, entry, ownOf(entry)[0]));
}

const isWhole = (entry: Recommendation): boolean =>
  given(entry.rule) !== undefined && given(entry.at) !== undefined && given(entry.do) !== undefined;

function recommended(org: Org, entry: Recommendation, finding: Finding | undefined): Recommended {
  const owner = given(entry.owner);
  return {
    rule: given(entry.rule) ?? "",
    at: given(entry.at) ?? "",
    do: given(entry.do) ?? "",
    title: titleOf(entry, finding),
    owner: owner === undefined ? null : { written: asWritten(org, owner), named: ownerName(org, owner) },
    due: given(entry.due) ?? null,
    status: statusOf(entry),
    place: entry.place,
  };
}

/** As the finding's own remedy of that id says it; an id that it has not, as words; plain words as they are. */
function titleOf(entry: Recommendation, finding: Finding | undefined): Words {
  const what = given(entry.do) ?? "";
  if (!isRemedyId(what)) return [{ note: what }];
  const own = [...(finding?.fixes ?? []), ...(finding?.firstSteps ?? [])].find(({ does }) => does.id === what);
  return own ? inSentence(imperative(own)) : [what.replaceAll("-", " ")];
}

/** "CEO", without an article. */
function ownerName(org: Org, ref: Ref): Words {
  const post = ref.to === "post" ? org.data.posts.get(ref.id) : undefined;
  return post ? postName(post) : refName(org, ref);
}

/** Every entry, with what the checks of such entries have to know of it. */
export function recommendationsOf(
  { org, syntax }: OrgDocument,
  config: Config,
  findings: readonly Finding[],
  open: readonly Open[],
): RecommendationUse[] {
  if (describesTarget(org)) return [];
  const untold = new Set([...open.map(({ rule }) => rule), ...config.rulesOff]);
  const entries = org.data.recommended.filter(isWhole);
  const ownOf = findingsOf(entries, findings);
  return entries.map((entry) => {
    const [rule, what] = [given(entry.rule)!, given(entry.do)!];
    const own = ownOf(entry).filter(({ accepted }) => !accepted);
    const isOwn = ({ fixes, firstSteps }: Finding) => [...fixes, ...firstSteps].some(({ does }) => does.id === what);
    const isOpen = (id: string) =>
      untold.has(id) || (config.ruleById.get(id)?.absorbs ?? []).some((one) => one === rule && untold.has(id));
    return {
      recommendation: entry,
      status: statusOf(entry),
      matches: own.map((finding) => ({
        rule: finding.rule,
        ends: finding.fixes.some(({ does }) => does.id === what),
      })),
      isRuleKnown: remediesUnder(config, rule) !== undefined,
      isRemedyKnown: !isRemedyId(what) || isKnownRemedy(config, rule, what) || own.some(isOwn),
      isUntold: syntax.damaged || isOpen(rule) || ownOf(entry).some(({ accepted }) => accepted !== null),
      title: titleOf(entry, own[0]),
    };
  });
}

/** The entry that a finding is shown with: the first that is agreed or in progress, else the first that is proposed. */
export const shownRecommendation = ({ recommended: all }: Finding): Recommended | undefined =>
  all.find(isAgreed) ?? all.find(({ status }) => status === "proposed");

const isAgreed = ({ status }: Recommended): boolean => status === "agreed" || status === "in-progress";

/** Whether somebody has agreed to do something about it. A decision to live with it goes before that. */
export const isRecommended = (finding: Finding): boolean => !finding.accepted && finding.recommended.some(isAgreed);

/**
 * How the editor shows a finding for which something is recommended: what is agreed is at most information, what is
 * proposed no warning any more; an error stays one until somebody has agreed to mend it.
 */
export function shownSeverity(finding: Finding): Severity {
  const entry = shownRecommendation(finding);
  if (finding.accepted) return "hint";
  if (!entry || (entry.status === "proposed" && finding.severity === "error")) return finding.severity;
  return weakest(finding.severity, "info");
}

/** "Recommended: let the CISO report to the CEO (CEO, by 31 March 2027)."; nothing where nothing is recommended. */
export function recommendationEnding(finding: Finding): Words {
  const entry = finding.accepted ? undefined : shownRecommendation(finding);
  if (!entry) return [];
  const by = entry.due === null ? [] : [`by ${dayInWords(entry.due)}`];
  const whoAndWhen = joinedBy([...(entry.owner ? [entry.owner.named] : []), ...by], ", ");
  const what = entry.status === "proposed" ? "Proposed" : "Recommended";
  return words`${what}: ${withoutStop(entry.title)}${whoAndWhen.length === 0 ? "" : words` (${whoAndWhen})`}.`;
}

/** Plain words may end in a full stop of their own. */
function withoutStop(title: Words): Words {
  const last = title.at(-1);
  if (typeof last === "object" && "note" in last)
    return [...title.slice(0, -1), { ...last, note: last.note.replace(/[.\s]+$/, "") }];
  return title;
}
