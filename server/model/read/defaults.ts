import type { Role } from "../../knowledge/catalogues.ts";
import type { Format } from "../../knowledge/format.ts";
import { type Fact, known, none } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Facts } from "./read-fields.ts";

/**
 * Fields that the format gives a value where none is written. In a complete section (`all`) the lists left out are
 * empty, and `beside` a list of members so is that of the invitees: who was asked for the one would have named the other.
 */
export function withDefaults(
  kind: string,
  id: string,
  facts: Facts,
  settled: "all" | "beside" | "nothing",
  format: Format,
): Facts {
  const isAbsent = (field: string) => {
    const fact = facts[field];
    return fact?.is === "unknown" && fact.why === "absent";
  };
  const changed: Record<string, Fact<unknown>> = {};
  const empty = () => known<readonly Ref[]>([]);
  if ("unit" in facts && isAbsent("unit")) changed.unit = none;
  if (kind === "post" && isAbsent("role") && format.catalogue("role").has(id)) changed.role = known(id as Role);
  if (kind === "committee" && isAbsent("type") && format.catalogue("committeeType").has(id)) changed.type = known(id);
  if (kind === "activity" && isAbsent("activity")) changed.activity = known(id);
  if (kind === "post" && settled === "all" && isAbsent("dottedLineTo")) changed.dottedLineTo = empty();
  if (kind === "committee" && settled === "all" && isAbsent("members")) changed.members = empty();
  const hasMembers = facts.members?.is === "known" || changed.members !== undefined;
  if (kind === "committee" && settled !== "nothing" && hasMembers && isAbsent("invitees")) changed.invitees = empty();
  return { ...facts, ...changed };
}
