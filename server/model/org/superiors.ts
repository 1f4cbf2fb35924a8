import type { CommitteeType, Role } from "../../knowledge/catalogues.ts";
import { type CannotTell, given, holds, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Post } from "./entities.ts";
import { superiorAt } from "./lines.ts";
import { type Org, roleUntold } from "./org.ts";

/** Those who answer for the whole organization, and to whom what concerns all of it is reported. */
export const managingRoles = ["ceo", "owner", "board-chair", "agency-head"] as const satisfies readonly Role[];
/** The types of committee that manage an organization. */
export const managingBodies = ["board", "executive"] as const satisfies readonly CommitteeType[];

/**
 * Whether a reference means the board, a post of one of these roles, or a committee of one of these types. Where a line
 * goes outside, only whom it meets there would tell.
 */
export function among(org: Org, ref: Ref, roles: readonly Role[], types: readonly CommitteeType[]): Truth {
  const outside = outsideOf(ref);
  if (outside !== undefined) return outside;
  const superior = superiorAt(org, ref);
  // A reference that leads nowhere is a fault of its own.
  if (!superior) return "yes";
  if (superior.entity === "committee") return holds(superior.type, (type) => types.includes(type));
  return ofRoles(org, superior, roles);
}

/**
 * Whether a superior has one of these roles. Without a role that cannot be told, whatever its title: a title never
 * convicts. It acquits where it is exactly a known title of such a head, and so does a line that ends at the board.
 */
export function ofRoles(org: Org, superior: Post, roles: readonly Role[]): Truth {
  const { role, reportsTo } = superior;
  if (role.is !== "unknown") return holds(role, (one) => roles.includes(one));
  const heads = managingRoles.filter((one) => roles.includes(one));
  const titled = org.knowledge.roles.titledExactly(given(superior.title) ?? "");
  const endsHere = given(reportsTo)?.to === "board" || given(reportsTo)?.to === "external";
  const isHead = heads.some((one) => titled.includes(one)) || (endsHere && heads.includes("ceo"));
  return isHead ? "yes" : roleUntold(superior);
}

/** What cannot be told of a line that goes outside: whether it meets a head there. Undefined for any other line. */
export const outsideOf = (ref: Ref): CannotTell | undefined =>
  ref.to === "external" && ref.at
    ? { needs: [{ at: ref.at, why: "not-asked", question: "Whom does {the} report to outside?" }], grounded: true }
    : undefined;

/** Whether a reference means the body or the person at the top. */
export const managingBody = (org: Org, ref: Ref): Truth => among(org, ref, managingRoles, managingBodies);
