import type { ActivityId, CommitteeType } from "../knowledge/catalogues.ts";
import type { Org } from "../model/org/org.ts";
import { given } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";

/** Where an activity that nobody does is reported: at its own key where the file denies it, else at its section. */
export const placeOfMissingActivity = (org: Org, id: ActivityId): Place =>
  org.activities(id).find(({ exists }) => exists === "no")?.at ?? placeOfSection(org, "activities");

/** Where a committee that is not there is reported: at its own key where the file denies it, else at its section. */
export function placeOfCommittee(org: Org, types: readonly CommitteeType[]): Place {
  const committees = [...org.data.committees.values()];
  const denied = committees.find(({ exists, type }) => exists === "no" && types.some((one) => one === given(type)));
  return denied?.at ?? placeOfSection(org, "committees");
}

/** A section that the file does not write is missed by the organization. */
export const placeOfSection = (org: Org, section: "posts" | "activities" | "committees"): Place => [
  org.data.sections.has(section) ? section : "organization",
];
