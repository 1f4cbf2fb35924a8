import type { FieldSpec, Format } from "../knowledge/format.ts";
import { isAtLeast, type Severity, strongest } from "../knowledge/severity.ts";
import { itLed } from "../model/org/it-line.ts";
import {
  activityKind,
  activityName,
  committeeInSentence,
  humanize,
  postName,
  providerName,
  withArticle,
} from "../model/org/names.ts";
import { itLeadershipRoles, type Org } from "../model/org/org.ts";
import { unmentionedRegimes } from "../model/org/suggested-regimes.ts";
import type { OrgDocument } from "../model/read/document.ts";
import { any, type CannotTell, isCannotTell, type Need, not, type Truth, truth } from "../model/words/fact.ts";
import { type Place, placeToString } from "../model/words/place.ts";
import { asReservedWord } from "../model/words/values.ts";
import { inSentence, joined, person, type Sayable, type Words, words, wordsOf } from "../model/words/words.ts";
import { plainText } from "../model/yaml/written.ts";
import type { Basic, Rule } from "../rules/rule.ts";
import type { Question } from "./finding.ts";
import { openSlots } from "./open-slots.ts";
import { type Asked, groupedQuestions } from "./question-groups.ts";
import { whomToAsk } from "./whom-to-ask.ts";

/** A rule that could not tell at some place. */
export interface Open {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Place;
  readonly verdict: CannotTell;
}

interface Gathered {
  readonly need: Need;
  readonly blocks: Set<string>;
  severity: Severity;
}

/**
 * The questions for the next interview: one for each missing fact, in the order of the severity that it blocks, then the
 * laws of which to decide whether they apply. A rule asks only where one of its conditions is already true, or where its
 * own post, provider or activity is in the file. What stands there as `not-asked` is asked in any case.
 */
export function questionsFor(document: OrgDocument, open: readonly Open[], rules: readonly Rule[]): Question[] {
  const gathered = new Map<string, Gathered>();
  const answers = new Map<string, string | undefined>();
  const gather = (asked: Need, rule: string | undefined, severity: Severity) => {
    const key = placeToString(asked.at);
    // Thousands of posts may each wait for the same fact.
    if (!answers.has(key)) answers.set(key, answered(document, asked.at));
    const answer = answers.get(key);
    // A refused answer is not asked for again, and an unreadable one is to be corrected where it stands.
    if (asked.why === "declined" || asked.why === "unreadable") return;
    if (answer === "declined" || answer === "not-applicable") return;
    const need: Need = answer === "unknown" ? { ...asked, why: "unknown" } : asked;
    const known = gathered.get(key);
    if (!known) gathered.set(key, { need, blocks: new Set(rule === undefined ? [] : [rule]), severity });
    else if (rule !== undefined) {
      known.blocks.add(rule);
      known.severity = strongest(known.severity, severity);
    }
  };
  for (const [basic, need] of basics(document.org))
    for (const rule of asking(rules, basic)) gather(need, rule.id, "warning");
  for (const { rule, severity, at, verdict } of open) {
    if (!verdict.grounded && !isInFile(document, at)) continue;
    for (const need of verdict.needs) gather(need, rule, severity);
  }
  for (const need of openSlots(document))
    if (!isAskedAsLeader(gathered, rules, need)) gather(need, undefined, slotSeverity(need));
  askedOnce(gathered);
  const laws = asking(rules, "laws").flatMap(({ id }) => regimesToDecide(document.org, id));
  const inOrder = [...[...gathered.values()].sort(bySeverity), ...laws];
  return groupedQuestions(
    document.org,
    inOrder.map((entry) => toQuestion(document.org, entry)),
  );
}

/** In which post somebody answers for security says as well who does: the duty is not asked for beside it. */
function askedOnce(gathered: Map<string, Gathered>): void {
  const [post, duty] = [gathered.get("posts.ciso"), gathered.get("activities.security")];
  if (!post?.need.question || !duty) return;
  for (const rule of duty.blocks) post.blocks.add(rule);
  post.severity = strongest(post.severity, duty.severity);
  gathered.delete("activities.security");
}

/** Who leads IT is one question, whichever of the posts stands there as a slot for the answer. */
function isAskedAsLeader(gathered: ReadonlyMap<string, Gathered>, rules: readonly Rule[], { at }: Need): boolean {
  const isLeader = at.length === 2 && at[0] === "posts" && itLeadershipRoles.some((role) => role === at[1]);
  const [whoLeads] = asking(rules, "it-leader");
  return isLeader && whoLeads !== undefined && [...gathered.values()].some(({ blocks }) => blocks.has(whoLeads.id));
}

/** The rules that want to know one of the facts that every file is asked for. */
const asking = (rules: readonly Rule[], basic: Basic): Rule[] => rules.filter((one) => one.basic?.includes(basic));

/** When an interview was, and with whom, the consultant knows without asking anybody. */
const slotSeverity = ({ at }: Need): Severity => (at[0] === "interviews" ? "hint" : "info");

/** The laws that what is known of the organization suggests asking about. */
const regimesToDecide = (org: Org, rule: string): Gathered[] =>
  unmentionedRegimes(org)
    .filter(({ truth }) => truth === "yes")
    .map(({ regime }) => ({
      need: { at: ["regimes", regime.id], why: "absent" },
      blocks: new Set([rule]),
      severity: "info",
    }));

/** The word that stands at a place, or at the entry or the section around it: a rule may look for a fact in several. */
function answered({ map }: OrgDocument, at: Place): string | undefined {
  for (let length = at.length; length > 0; length--) {
    const value = map.find(at.slice(0, length))?.value;
    if (value) return asReservedWord(plainText(value));
  }
  return undefined;
}

/** What is asked even of a file that says nothing yet. */
function basics(org: Org): Map<Basic, Need> {
  const { headcount, sector } = org.data.organization;
  const result = new Map<Basic, Need>();
  const led = itLed(org.whole);
  if (isCannotTell(led) && org.posts(...itLeadershipRoles).length === 0 && led.needs[0]) {
    result.set("it-leader", led.needs[0]);
  }
  if (isCannotTell(answersForSecurity(org)) && org.declaredPosts("ciso").length === 0) {
    const question = "Who answers for security, in which post?";
    result.set("security", { at: ["posts", "ciso"], why: "absent", question });
  }
  if (headcount.is === "unknown") result.set("headcount", headcount);
  if (sector.is === "unknown") result.set("sector", sector);
  return result;
}

function answersForSecurity(org: Org): Truth {
  const { whole } = org;
  const outside = truth(org.outsideService("ciso").providers.length > 0);
  // The posts that two laws demand answer for security as well, where the file has them.
  const official = (["hipaa-security-official", "qualified-individual"] as const).filter(
    (role) => org.declaredPosts(role).length > 0,
  );
  return any(
    whole.held("ciso"),
    ...official.map((role) => whole.held(role)),
    outside,
    not(whole.withoutAccountable("security")),
  );
}

function isInFile({ org, map }: OrgDocument, at: Place): boolean {
  const [section, id] = at;
  if (at.length < 2 || typeof id !== "string") return false;
  const entity =
    section === "posts"
      ? org.data.posts.get(id)
      : section === "activities"
        ? org.data.activities.get(id)
        : section === "providers"
          ? org.data.providers.get(id)
          : section === "committees"
            ? org.data.committees.get(id)
            : undefined;
  return entity?.exists === "yes" && map.find(at.slice(0, 2)) !== undefined;
}

function bySeverity(a: Gathered, b: Gathered): number {
  if (a.severity !== b.severity) return isAtLeast(a.severity, b.severity) ? -1 : 1;
  return b.blocks.size - a.blocks.size;
}

function toQuestion(org: Org, { need, blocks, severity }: Gathered): Asked {
  const { field, subject } = describe(org, need.at);
  const template = wordsOf(need.question ?? templateFor(need.at, field, org.knowledge.format));
  return {
    at: need.at,
    ask: whomToAsk(org, need, field),
    question: filled(template, subject),
    ...(isGeneral(template) ? { pattern: { template, the: subject.the } } : {}),
    blocks: [...blocks].sort(),
    severity,
  };
}

/** What would be asked at a place, also where somebody has answered that nobody knows. */
export function questionAbout(org: Org, at: Place): Words {
  const { field, subject } = describe(org, at);
  return filled(wordsOf(templateFor(at, field, org.knowledge.format)), subject);
}

/** A question asks of any subject alike where it leaves room for one. */
const isGeneral = (template: Words): boolean =>
  template.some((piece) => typeof piece === "string" && piece.includes("{the}"));

/** A question with its subject in place of `{the}` and `{a}`. */
export function filled(template: Words, { the, a }: Subject): Words {
  return joined(
    template.flatMap((piece) =>
      typeof piece === "string"
        ? piece.split(/(\{the\}|\{a\})/).flatMap((part) => (part === "{the}" ? the : part === "{a}" ? a : [part]))
        : [piece],
    ),
  );
}

function templateFor(at: Place, field: FieldSpec | undefined, format: Format): string {
  const template =
    at.length === 1
      ? sectionQuestion(at)
      : at.length === 2 && at[0] !== "organization"
        ? entityQuestion(at, format)
        : field?.question;
  return template ?? "What is to be said about {the}?";
}

function sectionQuestion(at: Place): string | undefined {
  if (at[0] === "providers") return "Which outside IT providers does the organization use, and for what?";
  if (at[0] === "committees") return "Which committees deal with IT or security?";
  return undefined;
}

function entityQuestion(at: Place, format: Format): string | undefined {
  const of = format.sections.get(String(at[0]))?.of;
  return of ? format.shape(of).question : undefined;
}

interface Subject {
  readonly the: Words;
  readonly a: Words;
}

/** The field's own specification, and its entity as a question names it. */
function describe(org: Org, at: Place): { field: FieldSpec | undefined; subject: Subject } {
  const { format } = org.knowledge;
  const [section, id, name, nested] = at.map(String);
  if (section === "organization" || id === undefined) {
    return {
      field: id === undefined ? undefined : format.shape("organization").fields.get(id),
      subject: theOnly("the organization"),
    };
  }
  const of = format.sections.get(section ?? "")?.of;
  const field = of && name !== undefined ? format.shape(of).fields.get(name) : undefined;
  const inner =
    field?.kind === "object" && nested !== undefined ? format.shape(field.of ?? "").fields.get(nested) : undefined;
  return { field: inner ?? field, subject: subjectOf(org, section ?? "", id) };
}

function subjectOf(org: Org, section: string, id: string): Subject {
  const { posts, providers, committees, activities } = org.data;
  const { format } = org.knowledge;
  if (section === "posts") return withArticles(posts.has(id) ? postName(posts.get(id)!) : format.titleOf("role", id));
  if (section === "providers" && providers.has(id)) return theOnly(providerName(providers.get(id)!));
  if (section === "committees")
    return withArticles(committees.has(id) ? committeeInSentence(committees.get(id)!) : humanize(id));
  if (section === "activities") {
    const name = activities.has(id) ? activityName(activities.get(id)!) : activityKind(id, format);
    return theOnly(inSentence(name));
  }
  if (section === "teams") return theOnly(words`the team ${humanize(id)}`);
  if (section === "people") return theOnly(person(id, humanize(id)));
  if (section === "regimes") return theOnly(format.titleOf("regime", id));
  return theOnly(format.catalogue("role").has(id) ? format.titleOf("role", id) : humanize(id));
}

const theOnly = (name: Sayable): Subject => ({ the: wordsOf(name), a: wordsOf(name) });

function withArticles(name: Sayable): Subject {
  return { the: words`the ${name}`, a: wordsOf(withArticle(name)) };
}
