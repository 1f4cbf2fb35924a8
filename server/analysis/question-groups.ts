import { groupBy } from "../base/group.ts";
import { isAtLeast, type Severity } from "../knowledge/severity.ts";
import type { Org } from "../model/org/org.ts";
import { kindOf } from "../model/org/org.ts";
import { type Place, placeToString } from "../model/words/place.ts";
import { keyOfWords } from "../model/words/words.ts";
import type { Question } from "./finding.ts";

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
 * Puts facts into questions: of one person, of one subject, at most four facts in each, the same question about several
 * things before several about one thing. They are numbered as they are printed: a sheet a person, in the order of a talk.
 * What blocks no more than hints, and what is beyond ten on one sheet, is for later.
 */
export function groupedQuestions(org: Org, asked: readonly Asked[]): Question[] {
  const sheets = groupBy(asked, ({ ask }) => ask ?? "");
  // The consultant's own sheet is the last.
  const inOrder = [...sheets].sort(([a], [b]) => Number(a === "") - Number(b === "")).map(([, sheet]) => sheet);
  const placed = new Map<Asked, Pick<Question, "group" | "later">>();
  let group = 0;
  for (const sheet of inOrder) {
    const groups = groupsOf(org, sheet);
    const now = groups.filter((one) => one.some(({ severity }) => isAtLeast(severity, "info"))).slice(0, most);
    const later = groups.filter((one) => !now.includes(one));
    const inTalk = (all: readonly Asked[][]) =>
      all.toSorted((a, b) => subjects.indexOf(subjectOf(org, a[0]!.at)) - subjects.indexOf(subjectOf(org, b[0]!.at)));
    for (const one of [...inTalk(now), ...inTalk(later)]) {
      group += 1;
      for (const fact of one) placed.set(fact, { group, later: !now.includes(one) });
    }
  }
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
  for (const same of groupBy(sheet, ({ at }) => subjectOf(org, at)).values()) {
    const alike = [...groupBy(same, ({ pattern, question }) => keyOfWords(pattern?.template ?? question)).values()];
    groups.push(...alike.filter((one) => one.length > 1).flatMap(inParts));
    const single = alike.flatMap((one) => (one.length === 1 ? one : []));
    for (const about of groupBy(single, ({ at }) => placeToString(at.slice(0, 2))).values())
      groups.push(...inParts(about));
  }
  const rank = new Map(sheet.map((one, i) => [one, i]));
  return groups.sort((a, b) => rank.get(a[0]!)! - rank.get(b[0]!)!);
}

const inParts = (all: readonly Asked[]): Asked[][] =>
  Array.from({ length: Math.ceil(all.length / facts) }, (_, i) => all.slice(i * facts, (i + 1) * facts));

const lineFields: readonly string[] = ["reportsTo", "dottedLineTo", "boardReport", "meetsWith"];
const moneyFields: readonly string[] = ["revenue", "balanceSheetTotal", "cloudPurchasing"];

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
      const { security, fields } = org.knowledge.activities;
      if (security.some((one) => one === kind)) return "security";
      const name = fields.find(({ activities }) => activities.some((one) => one === kind))?.name;
      return name === "Money and purchasing" ? "money" : "changes";
    }
    default:
      return moneyFields.includes(id) ? "money" : "organization";
  }
}
