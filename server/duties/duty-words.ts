import { activityName, inSentence, listOf, refName, sentence, thePost } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { placeOfShare } from "../model/org/same-hands.ts";
import { type Place, placeToString } from "../model/words/place.ts";
import type { DutyCase } from "./duty-case.ts";

/** Who has which two duties, as a sentence, by the first and strongest case and those like it. */
export function saysDuties(org: Org, cases: readonly DutyCase[]): string {
  const { first, second } = cases[0]!;
  const alike = cases.filter(
    (one) =>
      one.first.activity === first.activity &&
      one.first.capacity === first.capacity &&
      one.second.capacity === second.capacity,
  );
  const subjects = [...new Set(alike.map((one) => subjectOf(org, one)))];
  const isPlural = subjects.length > 1 || cases[0]!.who.length > 1;
  const [a, b] = [first.activity, second.activity].map((activity) => inSentence(activityName(activity)));
  const what =
    first.capacity === second.capacity
      ? `${first.capacity} for both ${a} and ${b}`
      : `${first.capacity} for ${a} and ${second.capacity} for ${b}`;
  const question = second.ref.to === "team" ? " Can one person in it do both?" : "";
  return `${sentence(listOf(subjects))} ${isPlural ? "are each" : "is"} ${what}.${question}`;
}

/** "Sam Okafor (IT Manager)", "NorthStar MSP", "the IT Manager". */
function subjectOf(org: Org, { who, posts, second }: DutyCase): string {
  const names = [...new Set(who.map((ref) => refName(org, ref)))];
  if (names.length === 0) return refName(org, second.ref);
  const titles = posts.map((post) => thePost(post).replace(/^the /, ""));
  return `${listOf(names)}${titles.length > 0 ? ` (${titles.join(", ")})` : ""}`;
}

/** What stands beside the finding: the first duty's entries, the posts through which somebody acts, the other cases. */
export function placesBeside(org: Org, cases: readonly DutyCase[]): { at: Place; says: string }[] {
  const entries = cases.flatMap((one) => [one.first, one.second]);
  const beside = [
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
  const seen = new Set([placeToString(placeOfShare(cases[0]!.second))]);
  return beside.filter(({ at }) => {
    const place = placeToString(at);
    return !seen.has(place) && seen.add(place);
  });
}
