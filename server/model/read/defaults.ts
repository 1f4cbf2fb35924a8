import type { CommitteeType, Role } from "../../knowledge/catalogues.ts";
import type { Format } from "../../knowledge/format.ts";
import type { ActivityFields, CommitteeFields, PostFields } from "../org/fields.ts";
import { type Fact, known, none } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";

/**
 * What is known of fields that are left out. `all`: the section is complete, so that a list left out is empty.
 * `beside`: only one left out beside another that would have named the same people. `nothing`: part of the text could not
 * be read, so that what seems to be left out may stand there.
 */
export type Settled = "all" | "beside" | "nothing";

const isAbsent = (fact: Fact<unknown>): boolean => fact.is === "unknown" && fact.why === "absent";

/** What belongs to no unit belongs to the whole organization. */
export const unitOf = (unit: Fact<Ref>): Fact<Ref> => (isAbsent(unit) ? none : unit);

const emptyList: Fact<readonly Ref[]> = known([]);

/** A post whose key is a role has that role. */
export function postDefaults(id: string, facts: PostFields, settled: Settled, format: Format): PostFields {
  const { role, dottedLineTo, unit } = facts;
  return {
    ...facts,
    unit: unitOf(unit),
    role: isAbsent(role) && isRole(id, format) ? known(id) : role,
    dottedLineTo: settled === "all" && isAbsent(dottedLineTo) ? emptyList : dottedLineTo,
  };
}

/** Who was asked for the members would have named the invitees. */
export function committeeDefaults(
  id: string,
  facts: CommitteeFields,
  settled: Settled,
  format: Format,
): CommitteeFields {
  const { type, invitees, unit } = facts;
  const members = settled === "all" && isAbsent(facts.members) ? emptyList : facts.members;
  const isAsked = settled !== "nothing" && members.is === "known";
  return {
    ...facts,
    unit: unitOf(unit),
    type: isAbsent(type) && isCommitteeType(id, format) ? known(id) : type,
    members,
    invitees: isAsked && isAbsent(invitees) ? emptyList : invitees,
  };
}

export function activityDefaults(id: string, facts: ActivityFields): ActivityFields {
  const { activity, unit } = facts;
  return { ...facts, unit: unitOf(unit), activity: isAbsent(activity) ? known(id) : activity };
}

const isRole = (id: string, format: Format): id is Role => format.catalogue("role").has(id);
const isCommitteeType = (id: string, format: Format): id is CommitteeType => format.catalogue("committeeType").has(id);
