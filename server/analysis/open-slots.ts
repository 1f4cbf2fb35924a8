import type { OrgDocument } from "../model/read/document.ts";
import type { Need } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { asReservedWord } from "../model/words/values.ts";
import { plainText } from "../model/yaml/written.ts";

/** Sections that say what the client is; decisions and recommendations have slots that rules of their own look after. */
const sections = ["organization", "posts", "teams", "providers", "committees", "activities", "regimes"] as const;

/**
 * Whatever stands in the file as `not-asked`, whether or not a rule waits for it: somebody put it there to be asked. Slots
 * of entries that stand in the file, and of the interviews, which the consultant fills.
 */
export function openSlots({ map, org }: OrgDocument): Need[] {
  const needs: Need[] = [];
  const look = (at: Place, depth: number): void => {
    const value = map.find(at)?.value;
    if (value && asReservedWord(plainText(value)) === "not-asked") needs.push({ at, why: "not-asked" });
    else if (depth > 0) for (const key of map.keysIn(at)) look([...at, key], depth - 1);
  };
  for (const section of sections) look([section], section === "organization" ? 1 : 2);
  const noted = map.find(["interviews"])?.value;
  if (noted && asReservedWord(plainText(noted)) === "not-asked")
    needs.push({ at: ["interviews"], why: "not-asked", question: "With whom was an interview held, and when?" });
  const interviews: Record<string, string> = {
    with: "With whom was the interview?",
    by: "Who held the interview?",
  };
  org.data.interviews.forEach((interview) => {
    for (const [field, question] of Object.entries(interviews))
      if (interview[field as "with" | "by"].is === "unknown") {
        const at = [...interview.at, field];
        if (map.find(at)) needs.push({ at, why: "not-asked", question });
      }
  });
  return needs;
}
