import type { CommitteeType, Role } from "../../knowledge/catalogues.ts";
import { cannotTell, holds, type Truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import { superiorAt } from "./lines.ts";
import type { Org } from "./org.ts";
import { readsLikeHead } from "./top.ts";

/** Those who answer for the whole organization, and to whom what concerns all of it is reported. */
export const managingRoles = ["ceo", "owner", "board-chair", "agency-head"] as const satisfies readonly Role[];
/** The types of committee that manage an organization. */
export const managingBodies = ["board", "executive"] as const satisfies readonly CommitteeType[];

/**
 * Whether a reference means the board, a post of one of these roles, or a committee of one of these types. A title never
 * convicts, so a post without a role settles it only where its title cannot mean the head of an organization.
 */
export function among(org: Org, ref: Ref, roles: readonly Role[], types: readonly CommitteeType[]): Truth {
  const superior = superiorAt(org, ref);
  // A reference that leads nowhere is a fault of its own.
  if (!superior) return "yes";
  if (superior.entity === "committee") return holds(superior.type, (type) => types.includes(type));
  const { role } = superior;
  if (role.is !== "unknown") return holds(role, (one) => roles.includes(one));
  return superior.title.is === "known" && !readsLikeHead(superior) ? "no" : cannotTell({ at: role.at, why: role.why });
}

/** Whether a reference means the body or the person at the top. */
export const managingBody = (org: Org, ref: Ref): Truth => among(org, ref, managingRoles, managingBodies);
