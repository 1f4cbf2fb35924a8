import { groupBy } from "../base/group.ts";
import { isAtLeast, type Severity } from "../knowledge/severity.ts";
import type { Org } from "../model/org/org.ts";
import { kindOf } from "../model/org/org.ts";
import { type Place, placeToString } from "../model/words/place.ts";
import { keyOfWords } from "../model/words/words.ts";
import type { Question } from "./finding.ts";
import { sheetOf } from "./whom-to-ask.ts";

/** The subjects of a talk, in its order. */
export const subjects = [
  "people",
  "lines",
  "providers",
  "security",
  "changes",
  "committees",
  "organization",
  "money",
  "law",
] as const;
export type Subject = (typeof subjects)[number];

/** A fact to ask for, before it is known in which question. */
export type Asked = Omit<Question, "group" | "later"> & { readonly severity: Severity };

/** So many facts can be asked for in one question. */
const facts = 4;
/** So many questions are as many as anybody answers in one talk. */
const most = 10;

/**
 * Puts facts into questions: for one person, whatever their posts, of one subject, at most four facts in each, the same question about several
 * things before several about one thing. They are numbered as they are printed: a sheet a person, in the order of a talk, and what can wait behind all others.
 * What blocks no more than hints, and what is beyond ten on one sheet, is for later.
 */
export function groupedQuestions(org: Org, asked: readonly Asked[]): Question[] {
  const sheets = groupBy(asked, ({ ask }) => sheetOf(org, ask));
  // The consultant's own sheet is the last.
  const inOrder = [...sheets].sort(([a], [b]) => Number(a === "") - Number(b === "")).map(([, sheet]) => sheet);
  const placed = new Map<Asked, Pick<Question, "group" | "later">>();
  const inTalk = (all: readonly Asked[][]) =>
    all.toSorted((a, b) => subjects.indexOf(subjectOf(org, a[0]!.at)) - subjects.indexOf(subjectOf(org, b[0]!.at)));
  const split = inOrder.map((sheet) => {
    const groups = groupsOf(org, sheet);
    const now = groups.filter((one) => one.some(({ severity }) => isAtLeast(severity, "info"))).slice(0, most);
    return { now: inTalk(now), later: inTalk(groups.filter((one) => !now.includes(one))) };
  });
  // What can wait comes behind all that is asked now, so that the sheets are numbered without a gap.
  const inNumbers = (["now", "later"] as const).flatMap((when) =>
    split.flatMap((sheet) => sheet[when].map((facts) => ({ facts, later: when === "later" }))),
  );
  for (const [i, { facts, later }] of inNumbers.entries())
    for (const fact of facts) placed.set(fact, { group: i + 1, later });
  return asked.map((one) => {
    const { severity: _, ...question } = one;
    return { ...question, ...placed.get(one)! };
  });
}

/** How many questions that are, and how many of them not for later. */
export function countOf(questions: readonly Pick<Question, "group" | "later">[]): { all: number; now: number } {
  const groups = (some: typeof questions) => new Set(some.map(({ group }) => group)).size;
  return { all: groups(questions), now: groups(questions.filter(({ later }) => !later)) };
}

/** The most important first. */
function groupsOf(org: Org, sheet: readonly Asked[]): Asked[][] {
  const groups: Asked[][] = [];
  for (const same of groupBy(sheet, ({ at }) => topicOf(org, at)).values()) {
    const alike = [...groupBy(same, ({ pattern, question }) => keyOfWords(pattern?.template ?? question)).values()];
    groups.push(...alike.filter((one) => one.length > 1).flatMap(inParts));
    const single = alike.flatMap((one) => (one.length === 1 ? one : []));
    for (const about of groupBy(single, ({ at }) => aboutWhom(org, at)).values()) groups.push(...inParts(about));
  }
  const rank = new Map(sheet.map((one, i) => [one, i]));
  return groups.sort((a, b) => rank.get(a[0]!)! - rank.get(b[0]!)!);
}

const inParts = (all: readonly Asked[]): Asked[][] =>
  Array.from({ length: Math.ceil(all.length / facts) }, (_, i) => all.slice(i * facts, (i + 1) * facts));

const lineFields: readonly string[] = ["reportsTo", "dottedLineTo", "boardReport", "meetsWith"];
const moneyFields: readonly string[] = ["revenue", "balanceSheetTotal", "cloudPurchasing"];

/** The entity that a fact is about; all posts of one person are one. */
const aboutWhom = (org: Org, at: Place): string =>
  at[0] === "posts" ? `posts ${sheetOf(org, String(at[1]))}` : placeToString(at.slice(0, 2));

/** What is asked in one go: of changes, access and running systems, the work of one field. */
function topicOf(org: Org, at: Place): string {
  const subject = subjectOf(org, at);
  return subject === "changes" ? `${subject} ${fieldOf(org, String(at[1]))}` : subject;
}

function fieldOf(org: Org, id: string): string | undefined {
  const activity = org.data.activities.get(id);
  const kind = activity ? kindOf(activity) : id;
  return org.knowledge.activities.fields.find(({ activities }) => activities.some((one) => one === kind))?.name;
}

/** What a fact is about, for the order of a talk. */
export function subjectOf(org: Org, at: Place): Subject {
  const [section, id = "", field] = at.map(String);
  switch (section) {
    case "posts":
      return field !== undefined && lineFields.includes(field) ? "lines" : "people";
    case "people":
    case "teams":
    case "units":
    case "interviews":
      return "people";
    case "providers":
      return "providers";
    case "committees":
      return "committees";
    case "regimes":
      return "law";
    case "activities": {
      const activity = org.data.activities.get(id);
      const kind = activity ? kindOf(activity) : id;
      if (org.knowledge.activities.security.some((one) => one === kind)) return "security";
      return fieldOf(org, id) === "Money and purchasing" ? "money" : "changes";
    }
    default:
      return moneyFields.includes(id) ? "money" : "organization";
  }
}
