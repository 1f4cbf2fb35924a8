import type { CommitteeType } from "../knowledge/catalogues.ts";
import { activeCommittees, committeeTypes, itAndSecurity, overseesAny } from "../model/org/committees.ts";
import { regimesInForce } from "../model/org/in-force.ts";
import { theCommittee } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { managingBodies } from "../model/org/superiors.ts";
import { add, type Change, type Fix, fix, set } from "../model/words/change.ts";
import { itemsOf } from "../model/words/fact.ts";
import { does } from "../model/words/remedy-id.ts";
import { inSentence, listOf } from "../model/words/words.ts";
import { freeId } from "./remedies.ts";

/** The committees at which the top of an organization deals with something; the managing bodies come first. */
export const topCommittees = [...managingBodies, "risk", "audit"] as const satisfies readonly CommitteeType[];

/**
 * Lets a committee of one of these types oversee what the file's laws want overseen and nobody does yet, or security
 * where nothing of the kind is; where there is no such committee, a new one. One remedy for all who miss the same, so
 * that it ends all of that at once. `today` is a date as YYYY-MM-DD.
 */
export function letOversee(org: Org, today: string, types: readonly CommitteeType[]): Fix[] {
  const subjects = subjectsToOversee(org, today);
  const what = listOf(subjects.map((subject) => inSentence(org.knowledge.format.titleOf("oversees", subject))));
  const present = types.flatMap((type) => activeCommittees(org.whole, today, type));
  if (present.length > 0) {
    return present.slice(0, 3).map((committee, i) => {
      const place = [...committee.at, "oversees"];
      const isEmpty = itemsOf(committee.oversees).length === 0;
      const changes: Change[] = isEmpty ? [set(place, subjects)] : subjects.map((one) => add(place, one));
      return fix(
        does("let-<committee>-oversee-<item>", committee.id, subjects.join("-and-")),
        `Let ${theCommittee(committee)} oversee ${what}`,
        changes,
        { preferred: i === 0 },
      );
    });
  }
  const [type, name] = newBodies.find(([one]) => org.data.committees.get(one)?.exists !== "yes") ?? newBodies[0];
  const key = org.data.committees.get(type)?.exists === "yes" ? freeId(org.data.committees, type) : type;
  const body = { ...(key === type ? {} : { type }), oversees: subjects };
  return [
    fix(does("add-committee-<committee>", key), `Add ${name} that oversees ${what}`, [set(["committees", key], body)]),
  ];
}

const newBodies = [
  ["board", "a board"],
  ["executive", "an executive committee"],
] as const;

function subjectsToOversee(org: Org, today: string): string[] {
  const isOverseen = (types: readonly CommitteeType[] = committeeTypes(org), subjects: readonly string[]) =>
    activeCommittees(org.whole, today, ...types).some((one) => overseesAny(one, subjects) === "yes");
  const wanted = regimesInForce(org).flatMap(({ oversight }) =>
    oversight && !isOverseen(oversight.by, [oversight.of]) ? oversight.of : [],
  );
  const general = isOverseen(topCommittees, itAndSecurity) ? [] : ["security"];
  return [...new Set([...general, ...wanted])];
}
