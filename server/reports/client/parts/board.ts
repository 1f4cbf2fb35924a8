import { sheets } from "../../../analysis/asked.ts";
import type { Finding } from "../../../analysis/finding.ts";
import { countOf } from "../../../analysis/question-groups.ts";
import { questionAbout } from "../../../analysis/questions.ts";
import { shownRecommendation } from "../../../analysis/recommend.ts";
import { clean } from "../../../base/clean.ts";
import { dayInWords } from "../../../base/day.ts";
import type { Block, Inline, Row } from "../../../base/document.ts";
import { groupBy } from "../../../base/group.ts";
import { isAtLeast, severities } from "../../../knowledge/severity.ts";
import type { Org } from "../../../model/org/org.ts";
import { given, isCannotTell, type Unknown } from "../../../model/words/fact.ts";
import { isInside, type Place, samePlace } from "../../../model/words/place.ts";
import { imperative } from "../../../model/words/remedy-words.ts";
import { inSentence, spoken } from "../../../model/words/words.ts";
import type { Category } from "../../../rules/rule.ts";
import { forClient, type Said, spelled, subjectOf, subjects } from "../said.ts";

/** Sentences that a board hears of one kind of thing. */
const mostSubjects = 6;
const mostOfSubject = 2;
/** In all: the gravest subjects are told of twice. */
const mostWrong = 8;
const mostDecisions = 6;
const mostSound = 3;
const mostOpen = 3;
/** In characters: what can be listened to. */
const longestSound = 140;

/** One page in plain words, to be read aloud: posts and not people, nothing that needs the rest of the report. */
export function board(said: Said): Block[] {
  const groups = gravest(said);
  const open = openFor(said);
  const decisions = decisionsFor(said, groups);
  return [
    { is: "paragraph", text: whatItRestsOn(said) },
    { is: "heading", text: "What is wrong" },
    ...whatIsWrong(said, groups),
    { is: "heading", text: "What is sound" },
    listOr(soundFor(said), nothingSound),
    { is: "heading", text: "What nobody could say yet" },
    listOr(open.told, nothingOpen),
    ...note(open.left, "more question is", "more questions are", "open. None is held against anybody"),
    { is: "heading", text: "What to decide now" },
    listOr(decisions.slice(0, mostDecisions).map(decisionItem), nothingToDecide),
    ...note(decisions.length - mostDecisions, "further decision stands", "further decisions stand", "in the plan"),
    ...counts(said),
  ];
}

const listOr = (items: readonly Inline[], nothing: string): Block =>
  items.length === 0 ? { is: "paragraph", text: nothing } : { is: "list", items };

/** "Six more questions are open." */
const note = (left: number, one: string, more: string, rest: string): Block[] =>
  left <= 0 ? [] : [{ is: "paragraph", text: `${capital(spelled(left, one, more))} ${rest}.` }];

export function whatItRestsOn(said: Said): string {
  const { asOf, interviews, organization } = said.org.data;
  const day = given(asOf);
  const dates = interviews.flatMap(({ date }) => given(date) ?? []).sort();
  const last = dates.at(-1);
  const spoken =
    interviews.length === 0
      ? "No interview is on record behind it"
      : `It rests on ${spelled(interviews.length, "interview")}${last === undefined ? "" : `${interviews.length === 1 ? "" : ", the last"} on ${dayInWords(last)}`}`;
  const name = given(organization.name) === undefined ? "the organization" : said.client();
  const who = said.naming === "none" ? "the client" : name;
  return `This page says how ${who} runs its IT${day === undefined ? "" : `, as of ${dayInWords(day)}`}. ${spoken}. Posts are named, not people.`;
}

/** What calls for action, the gravest subject first, with all that was found of it. */
export function gravest(said: Said): Finding[][] {
  const grave = forClient(said.analysis.findings).filter((one) => !one.accepted && isAtLeast(one.severity, "warning"));
  const rank = ({ severity, hits }: Finding) => severities.indexOf(severity) * 2 + (hits.length > 0 ? 0 : 1);
  const inOrder = grave.toSorted((a, b) => rank(a) - rank(b));
  return [...groupBy(inOrder, ({ category }) => category).values()];
}

function whatIsWrong(said: Said, groups: readonly Finding[][]): Block[] {
  if (groups.length === 0) {
    const small = forClient(said.analysis.findings).filter((one) => !one.accepted && one.severity === "info");
    const rest =
      small.length === 0
        ? ""
        : ` ${capital(spelled(small.length, "smaller point is", "smaller points are"))} worth knowing.`;
    return [{ is: "paragraph", text: `Nothing was found that calls for action.${rest}` }];
  }
  const told = toldOf(groups);
  const items = told.map((group) => wrongItem(said, group));
  const left = groups.flat().length - told.flat().length;
  const more = note(
    left,
    "further point that calls for action stands",
    "further points that call for action stand",
    "in the part on findings",
  );
  return [{ is: "list", items }, ...more];
}

/** Of each subject the gravest, and of those that come first one more. */
export function toldOf(groups: readonly Finding[][]): Finding[][] {
  const first = groups.slice(0, mostSubjects);
  let more = mostWrong - first.length;
  return first.map((group) => {
    const count = more > 0 ? mostOfSubject : 1;
    if (group.length >= count) more -= count - 1;
    return group.slice(0, count);
  });
}

function wrongItem(said: Said, told: readonly Finding[]): Inline {
  const sentences = told.flatMap((finding, i) => [
    stopped(said.forBoard(finding.says)),
    ...(i === 0 && finding.reason.length > 0 ? [stopped(said.forBoard(finding.reason))] : []),
  ]);
  return [
    { text: `${subjectOf[told[0]!.category]}. `, strong: true },
    { text: `${sentences.join(" ")}${lawOf(said, told)}` },
  ];
}

/** The declared laws that these fall short of, by the names that a board knows. */
function lawOf({ org }: Said, findings: readonly Finding[]): string {
  const { law } = org.knowledge;
  const regimes = findings.flatMap(({ hits }) =>
    hits.flatMap(({ id, citesOnly, state }) => {
      const provision = law.provisions.get(id);
      if (citesOnly || state !== "applies" || !provision) return [];
      return law.regimes.get(provision.regime)?.short ?? provision.regime;
    }),
  );
  const names = [...new Set(regimes)];
  if (names.length === 0) return "";
  const named = names.slice(0, 3);
  const last = named.pop()!;
  return ` That appears to fall short of ${named.length === 0 ? last : `${named.join(", ")} and ${last}`}.`;
}

/** At most three, of the gravest rules, each rule once; nothing where something of its kind is found about the same. */
export function soundFor(said: Said): string[] {
  const { sound, findings, config } = said.analysis;
  const faults = findings.filter(({ severity }) => severity !== "hint");
  const categoryOf = (rule: string) => config.ruleById.get(rule)?.category;
  const isTouched = (rule: string) => (place: Place) =>
    faults.some(({ at, category }) =>
      category === categoryOf(rule)
        ? samePlace(at.slice(0, 2), place.slice(0, 2))
        : samePlace(at, place) || isInside(place, at),
    );
  const weight = (rule: string) => severities.indexOf(config.ruleById.get(rule)?.severity ?? "hint");
  const clear = sound.filter(
    ({ facts, rule }) => !facts.some(isTouched(rule)) && !findings.some((one) => one.rule === rule),
  );
  // What can be said of every post says little of any one.
  const often = (rule: string) => clear.filter((one) => one.rule === rule).length;
  const texts = clear
    .toSorted((a, b) => weight(a.rule) - weight(b.rule) || often(a.rule) - often(b.rule))
    .map(({ rule, words }) => ({ rule, text: stopped(said.forBoard(words)) }))
    .filter(({ text }) => text.length <= longestSound);
  return [...groupBy(texts, ({ rule }) => rule).values()].map(([one]) => one!.text).slice(0, mostSound);
}

export const nothingSound = "Too little is known yet to call anything sound.";

/** What was asked and nobody could say, then what is not asked yet; the most important of each. */
export function openFor(said: Said): { readonly told: readonly string[]; readonly left: number } {
  const { questions } = said.analysis;
  const { all } = countOf(questions);
  const tried = saidUnknown(said.org).map((at) => clean(spoken(questionAbout(said.org, at), said.names)));
  const items = sheets(said.analysis, said.names)
    .flatMap(({ now, later }) => [...now, ...later])
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ text }) => clean(text));
  const asked = tried.slice(0, items.length === 0 ? mostOpen : mostOpen - 1);
  const told = [
    ...asked.map((text) => `Asked, and nobody could say: ${text}`),
    ...items.slice(0, mostOpen - asked.length).map((text) => `Not asked yet: ${text}`),
  ];
  return { told, left: all + tried.length - told.length };
}

export const nothingOpen = "Nothing that the checks need is open.";

/** Facts of which the file says that nobody knew, or would say. */
function saidUnknown({ data }: Org): Place[] {
  const { organization, posts, providers, committees, activities } = data;
  const entities = [posts, providers, committees, activities].flatMap((section) => [...section.values()]);
  const isTried = (why: string) => why === "unknown" || why === "declined";
  const open = [organization, ...entities].flatMap((entity): Place[] => {
    if ("exists" in entity && isCannotTell(entity.exists))
      return entity.exists.needs.filter(({ why }) => isTried(why)).map(({ at }) => at);
    const facts = Object.values(entity) as readonly unknown[];
    return facts.filter(isUnknown).flatMap(({ why, at, somebody }) => (isTried(why) && !somebody ? [at] : []));
  });
  return open.filter((at) => at.length > 1);
}

const isUnknown = (value: unknown): value is Unknown =>
  typeof value === "object" && value !== null && "is" in value && value.is === "unknown" && "why" in value;

/** What is asked of those who decide, the gravest first: all of it. */
export function decisionsFor(said: Said, groups = gravest(said)): readonly Decision[] {
  const { today, document } = said.analysis;
  const told = toldOf(groups).flat();
  const rest = groups.flat().filter((finding) => !told.includes(finding));
  const isError = ({ severity }: Finding) => severity === "error";
  const firsts = groups.slice(0, mostSubjects).flatMap((group) => group.slice(0, 1));
  const inOrder = new Set([...told.filter(isError), ...firsts, ...told, ...rest]);
  const actions = [...inOrder].flatMap((finding): Decision[] => {
    const entry = shownRecommendation(finding);
    if (entry && entry.status !== "proposed") return [];
    if (!entry && said.remedies(finding).length === 0) return [];
    const what = said.forBoard(entry ? entry.title : firstRemedy(finding));
    // A remedy for several things at once does not say again what they are.
    const text =
      finding.parts.length > 1 ? `${said.forBoard(finding.says).replace(/[.]$/, "")}: ${inSentence(what)}` : what;
    return [{ subject: subjectOf[finding.category], text: stopped(text) }];
  });
  const lapsed = document.org.data.accepted.filter(({ until }) => until.is === "known" && until.value < today);
  const again =
    lapsed.length === 0
      ? []
      : [
          {
            subject: "Risks accepted",
            text: `Look again at ${spelled(lapsed.length, "risk that was accepted and whose time is over", "risks that were accepted and whose time is over")}.`,
          },
        ];
  return [...again, ...actions].filter(({ text }, i, all) => all.findIndex((one) => one.text === text) === i);
}

export interface Decision {
  readonly subject: string;
  readonly text: string;
}

export const nothingToDecide = "Nothing waits for a decision.";

/** With its subject in front, by which it is known among what is wrong. */
export const decisionItem = ({ subject, text }: Decision): Inline => [{ text: `${subject}: `, strong: true }, { text }];

const firstRemedy = ({ fixes, firstSteps }: Finding) => imperative(fixes[0] ?? firstSteps[0]!);

const columns = [
  { title: "Subject", width: 44 },
  { title: "Contradicts a declared obligation", width: 16, centred: true },
  { title: "Worth acting on", width: 14, centred: true },
  { title: "Worth knowing", width: 13, centred: true },
  { title: "Risk accepted", width: 13, centred: true },
];

/** How much was found of what, where any of it calls for action. */
function counts(said: Said): Block[] {
  const bySubject = groupBy(
    forClient(said.analysis.findings).filter(({ severity }) => severity !== "hint"),
    ({ category }) => category,
  );
  const isGrave = (category: Category) =>
    bySubject.get(category)?.some(({ severity }) => isAtLeast(severity, "warning"));
  const rows = subjects.filter(isGrave).flatMap((category): Row[] => {
    const own = bySubject.get(category);
    if (!own) return [];
    const open = own.filter(({ accepted }) => !accepted);
    const of = (severity: string) => open.filter((one) => one.severity === severity).length;
    const title = subjectOf[category];
    const numbers = [of("error"), of("warning"), of("info"), own.length - open.length];
    return [
      { cells: [title, ...numbers.map((count) => (count === 0 ? "–" : String(count)))].map((text) => ({ text })) },
    ];
  });
  if (rows.length === 0) return [];
  return [
    { is: "heading", text: "What was found, by subject" },
    { is: "table", about: "How many findings there are of each subject and weight", columns, rows },
  ];
}

const stopped = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
