import { addTo } from "../base/group.ts";
import { activityName, postName, refName, teamName } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { type Overlap, placeOfShare } from "../model/org/same-hands.ts";
import { type Place, placeToString } from "../model/words/place.ts";
import { refKey } from "../model/words/values.ts";
import {
  distinctWords,
  inSentence,
  isSilent,
  joinedBy,
  listOf,
  type Sayable,
  sentence,
  words,
} from "../model/words/words.ts";
import type { CaseKind, DutyCase } from "./duty-case.ts";

/** Who has which duties, as a sentence, by the first and strongest case and those like it. */
export function saysDuties(org: Org, cases: readonly DutyCase[]): Sayable {
  const { first, second } = cases[0]!;
  const alike = cases.filter(
    (one) =>
      (one.kind === "head") === (cases[0]!.kind === "head") &&
      one.first.activity === first.activity &&
      one.first.capacity === first.capacity &&
      one.second.capacity === second.capacity,
  );
  const isNamed = namedByPost(alike);
  const subjects = distinctWords(alike.filter((one) => !isNamed(one)).map((one) => subjectOf(org, one)));
  const isPlural = subjects.length > 1 || cases[0]!.who.length > 1;
  const a = inSentence(activityName(first.activity));
  const others = [...new Set(alike.map((one) => one.second.activity))].map((one) => inSentence(activityName(one)));
  const both = others.length > 1 ? listOf([a, ...others]) : words`both ${a} and ${others[0]!}`;
  const what =
    first.capacity === second.capacity
      ? words`${first.capacity} for ${both}`
      : words`${first.capacity} for ${a} and ${second.capacity} for ${listOf(others)}`;
  if (cases[0]!.kind === "head" && first.ref.to === "team")
    return words`${sentence(listOf(subjects))} ${isPlural ? "head" : "heads"} the ${teamName(first.ref.id)}, which is responsible for ${a}, and ${isPlural ? "are" : "is"} ${second.capacity} for ${listOf(others)}.`;
  const question = second.ref.to === "team" ? " Can one person in it do both?" : "";
  return words`${sentence(listOf(subjects))} ${isPlural ? "are each" : "is"} ${what}.${question}`;
}

/** Whether everybody in a case is named with a post in another one, so that nobody is named twice in a sentence. */
function namedByPost(cases: readonly DutyCase[]): (one: DutyCase) => boolean {
  const byHand = new Map<string, Set<string>[]>();
  for (const { who, posts } of cases) {
    const hands = new Set(who.map(refKey));
    for (const hand of posts.length > 0 ? hands : []) addTo(byHand, hand, hands);
  }
  return ({ who, posts }) => {
    const [first, ...others] = who.map(refKey);
    if (posts.length > 0 || first === undefined) return false;
    return (byHand.get(first) ?? []).some((hands) => others.every((other) => hands.has(other)));
  };
}

/** "Sam Okafor (IT Manager)", "NorthStar MSP", "the IT Manager". */
function subjectOf(org: Org, { who, posts, second }: DutyCase): Sayable {
  const names = distinctWords(who.map((ref) => refName(org, ref)));
  if (names.length === 0) return refName(org, second.ref);
  const titles = joinedBy(posts.map(postName), ", ");
  return words`${listOf(names)}${isSilent(titles) ? "" : words` (${titles})`}`;
}

/** What stands beside the finding: the first duty's entries, the posts through which somebody acts, the other cases. */
export function placesBeside(
  org: Org,
  cases: readonly (Overlap & { readonly kind?: CaseKind })[],
): { at: Place; says: Sayable }[] {
  const entries = cases.flatMap((one) => [one.first, one.second]);
  const beside = [
    ...entries.map((share) => ({
      at: placeOfShare(share),
      says: `${share.capacity} for ${inSentence(activityName(share.activity))}`,
    })),
    ...cases.flatMap(({ kind, first: { ref } }) =>
      kind === "head" && ref.to === "team" ? [{ at: ["teams", ref.id, "headedBy"], says: "heads the team" }] : [],
    ),
    ...cases.flatMap(({ posts, who }) =>
      posts
        .filter((post) => post.written)
        .map((post) => ({
          at: post.at,
          says: who[0] ? words`held by ${listOf(who.map((ref) => refName(org, ref)))}` : "in both",
        })),
    ),
  ];
  const seen = new Set([placeToString(placeOfShare(cases[0]!.second))]);
  return beside.filter(({ at }) => {
    const place = placeToString(at);
    return !seen.has(place) && seen.add(place);
  });
}
