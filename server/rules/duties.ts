import { approvingDuties, type DutyPair, dutiesNote, dutyPairs } from "../knowledge/duties.ts";
import { isAtLeast, severities, weaker } from "../knowledge/severity.ts";
import {
  type Activity,
  accept,
  activityName,
  all,
  any,
  at,
  type Capacity,
  canMeet,
  type Fix,
  fix,
  given,
  handOver,
  holds,
  inSentence,
  itemsOf,
  listOf,
  missing,
  type Org,
  type Overlap,
  otherHands,
  overlapsOf,
  type Place,
  placeOfShare,
  type Related,
  type Rule,
  refName,
  rule,
  type Severity,
  samePlace,
  sentence,
  type Truth,
  thePost,
  verdict,
} from "./rule.ts";

/** One rule for each pair of the data file. */
export const duties: readonly Rule[] = dutyPairs.map((pair) =>
  rule({
    id: pair.id,
    category: "duties",
    severity: pair.severity,
    title: pair.title,
    reportTitle: pair.reportTitle,
    why: pair.why,
    reason: pair.sameHands,
    rests: pair.rests,
    note: [pair.note, dutiesNote].filter((text) => text !== undefined).join(" "),
    avoid: pair.avoid,
    prefer: pair.prefer,
    examples: examplesOf(pair),
    *check({ org, today }) {
      const firsts = sideOf(org, pair.first);
      const seconds = sideOf(org, pair.second);
      for (const second of seconds) {
        const compared = firsts
          .filter((first) => canMeet(first, second))
          .map((first) => compare(org, pair, first, second));
        const isMet = any(absence(org, pair.first), ...compared.map((one) => one.truth));
        const cases = compared.flatMap((one) => one.cases).sort(strongestFirst);
        const place = cases[0] ? placeOfShare(cases[0].second) : entityOf(second);
        yield verdict(place, all(isInScope(pair, second), isMet), () => ({
          says: describe(org, cases),
          severity: cases[0]!.severity,
          related: relatedTo(org, cases),
          fixes: remedies(org, pair, firsts, cases, today),
        }));
      }
      // With one side in the file, the other is worth a question; it can be no finding.
      const [first] = firsts;
      if (first && seconds.length === 0)
        yield verdict(entityOf(first), absence(org, pair.second), () => ({ says: pair.sameHands }));
    },
  }),
);

/** One way in which the same hands have both duties, and how much that weighs. */
interface Case extends Overlap {
  readonly severity: Severity;
}

const sideOf = (org: Org, ids: DutyPair["first"]): Activity[] =>
  ids.flatMap((id) => org.activities(id)).filter(({ exists }) => exists !== "no" && exists !== "left-out");

/** Cannot tell for want of a side of which the file does not speak at all; never true. */
function absence(org: Org, ids: DutyPair["first"]): Truth {
  const isTold = org.isComplete("activities") || ids.some((id) => org.activities(id).length > 0);
  return isTold ? "no" : missing(["activities", ids[0]!]);
}

function isInScope({ onlyScope }: DutyPair, second: Activity): Truth {
  return onlyScope ? holds(second.scope, (scope) => scope.some((word) => onlyScope.includes(word))) : "yes";
}

function compare(org: Org, pair: DutyPair, first: Activity, second: Activity): { truth: Truth; cases: Case[] } {
  const approves = (activity: Activity) => approvingDuties.has(given(activity.activity) ?? activity.id);
  const full: [Capacity, Capacity][] = [["responsible", "responsible"]];
  if (approves(second)) full.push(["responsible", "accountable"]);
  if (approves(first)) full.push(["accountable", "responsible"]);
  if (pair.compareAccountables) full.push(["accountable", "accountable"]);
  const half: [Capacity, Capacity][] = pair.compareAccountables ? [] : [["accountable", "accountable"]];
  const look = ([one, other]: [Capacity, Capacity]) => overlapsOf(org, [first, one], [second, other]);
  const [strong, weak] = [full.map(look), half.map(look)];
  const weigh = (overlap: Overlap, isFull: boolean): Case => {
    const isSure = isFull && overlap.second.ref.to !== "team";
    const severity = isSure || !isAtLeast(pair.severity, "info") ? pair.severity : "info";
    return { ...overlap, severity: isTinyTeam(org) ? weaker(severity) : severity };
  };
  const cases = [
    ...strong.flatMap(({ overlaps }) => overlaps.map((overlap) => weigh(overlap, true))),
    ...weak.flatMap(({ overlaps }) => overlaps.map((overlap) => weigh(overlap, false))),
  ];
  // Who answers for both weighs too little to be asked about.
  return { truth: cases.length > 0 ? "yes" : any(...strong.map((one) => one.truth)), cases };
}

const isTinyTeam = (org: Org): boolean => (given(org.data.organization.itHeadcount)?.max ?? 4) <= 3;

/** The gravest first; of equals, the first in the file's list of the second duty's holders. */
const strongestFirst = (a: Case, b: Case): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  b.second.capacity.localeCompare(a.second.capacity) ||
  a.second.index - b.second.index;

function describe(org: Org, cases: readonly Case[]): string {
  const { first, second } = cases[0]!;
  const alike = cases.filter(
    (one) =>
      one.first.activity === first.activity &&
      one.first.capacity === first.capacity &&
      one.second.capacity === second.capacity,
  );
  const subjects = [...new Set(alike.map((one) => subjectOf(org, one)))];
  const [a, b] = [first.activity, second.activity].map((activity) => inSentence(activityName(activity)));
  const what =
    first.capacity === second.capacity
      ? `${first.capacity} for both ${a} and ${b}`
      : `${first.capacity} for ${a} and ${second.capacity} for ${b}`;
  const question = second.ref.to === "team" ? " Can one person in it do both?" : "";
  return `${sentence(listOf(subjects))} ${subjects.length > 1 ? "are each" : "is"} ${what}.${question}`;
}

/** "Sam Okafor (IT Manager)", "NorthStar MSP", "the IT Manager". */
function subjectOf(org: Org, { who, posts, second }: Case): string {
  const names = [...new Set(who.map((ref) => refName(org, ref)))];
  if (names.length === 0) return refName(org, second.ref);
  const titles = posts.map((post) => thePost(post).replace(/^the /, ""));
  return `${listOf(names)}${titles.length > 0 ? ` (${titles.join(", ")})` : ""}`;
}

function relatedTo(org: Org, cases: readonly Case[]): Related[] {
  const entries = cases.flatMap((one) => [one.first, one.second]);
  const related = [
    ...entries.map((share) => ({
      at: placeOfShare(share),
      says: `${share.capacity} for ${inSentence(activityName(share.activity))}`,
    })),
    ...cases.flatMap(({ posts, who }) =>
      posts
        .filter((post) => post.written)
        .map((post) => ({
          at: post.at,
          says: who[0] ? `held by ${listOf(who.map((ref) => refName(org, ref)))}` : "in both",
        })),
    ),
  ];
  const own = placeOfShare(cases[0]!.second);
  return related.filter(
    (one, i) => !samePlace(one.at, own) && related.findIndex((other) => samePlace(one.at, other.at)) === i,
  );
}

function remedies(org: Org, pair: DutyPair, firsts: readonly Activity[], cases: readonly Case[], today: string): Fix[] {
  const { activity } = cases[0]!.second;
  const taken = firsts.flatMap((first) => [...itemsOf(first.responsible), ...itemsOf(first.accountable)]);
  const from = cases.map((one) => one.second.ref);
  const itemsAs = (capacity: Capacity) =>
    cases.flatMap(({ second }) => (second.capacity === capacity ? [second.index] : []));
  const elsewhere = otherHands(org, from, [...taken, ...from])
    .slice(0, 3)
    .map((post) =>
      fix(`Give ${inSentence(activityName(activity))} to ${thePost(post)}`, [
        ...handOver(activity, "responsible", itemsAs("responsible"), post),
        ...handOver(activity, "accountable", itemsAs("accountable"), post),
      ]),
    );
  if (!isTinyTeam(org)) return elsewhere;
  const entry = { rule: pair.id, at: entityOf(activity), concerns: cases.flatMap(({ who }) => who) };
  const { min, max } = given(org.data.organization.itHeadcount)!;
  const size = max === 0 ? "No IT team" : `IT team of ${min === max ? max : `${min}-${max}`}`;
  const reason = `${size}: these duties cannot be separated`;
  return [fix("Accept with a compensating control", [accept(org, today, { ...entry, reason })]), ...elsewhere];
}

/** The entry of an activity, or of the provider whose services imply it. */
function entityOf(activity: Activity): Place {
  const ref = itemsOf(activity.responsible)[0];
  if (activity.written || !ref) return at(activity);
  return placeOfShare({ activity, capacity: "responsible", index: 0, ref }).slice(0, 2);
}

/** The same little organization for every pair, so that a new pair needs no code. */
function examplesOf(pair: DutyPair): Rule["examples"] {
  const [first, second] = [pair.first[0]!, pair.second[0]!];
  const capacity: Capacity = pair.compareAccountables ? "accountable" : "responsible";
  const scope = pair.onlyScope ? `, scope: [${pair.onlyScope[0]}]` : "";
  const write = (one: string, other: string, mark = "") => `
itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director }
activities:
  ${first}: { ${capacity}: ${one} }
  ${second}: { ${capacity}: ${other}${scope} }
${mark}`;
  const carets = `  #${" ".repeat(second.length + capacity.length + 5)}^^^^^^^^^^ 💡 ${pair.severity}: ${pair.id}\n`;
  return {
    bad: write("it-manager", "it-manager", carets),
    fixed: write("it-manager", "it-director"),
    good: write("it-manager", "ceo"),
    unknown: write("it-manager", "not-asked"),
  };
}
