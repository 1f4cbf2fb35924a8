import type { Level, Role } from "../knowledge/catalogues.ts";
import { titleOf } from "../knowledge/format.ts";
import { type Change, type Fix, firstStep, fix, set, type Value } from "./change.ts";
import type { Post } from "./entities.ts";
import { given, itemsOf } from "./fact.ts";
import { sharedHolders } from "./holders.ts";
import { isItLeadership } from "./it-line.ts";
import { isHeld, type Org, roleOf, type Scope } from "./org.ts";

/** A new post of a role with nobody in it; in a unit, under a key that names the unit. */
export function vacantPost(scope: Scope, role: Role): Change {
  const { unit, org } = scope;
  if (!unit) return set(["posts", role], "vacant");
  const id = freeId(org.data.posts, `${unit.id}-${role}`);
  return set(["posts", id], { role, heldBy: "vacant", unit: unit.id });
}

/** "First step: add a vacant CISO post", where the file has no post of the role yet. */
export function firstStepVacant(scope: Scope, role: Role): Fix[] {
  if (scope.posts(role).length > 0) return [];
  return [firstStep(`First step: add a vacant ${titleOf("role", role)} post`, [vacantPost(scope, role)])];
}

/**
 * An outside vCIO, where none is there yet and the organization has no more than 250 people, since nobody recommends it
 * above that (S1-48). The title says that whoever recommends it sells it (S1, S2 and S4). With levels it ends the lack
 * of them; without, it is a first step.
 */
export function outsideVcio(scope: Scope, levels: readonly Level[] = []): Fix[] {
  const { org, unit } = scope;
  const isThere = scope.posts("vcio").length > 0 || org.outsideService("vcio", unit).truth === "yes";
  if (isThere || org.headcountWithin(0, 250) !== "yes") return [];
  const id = freeId(org.data.providers, unit ? `${unit.id}-vcio` : "vcio");
  const provider: Record<string, Value> = { services: ["vcio"] };
  if (levels.length > 0) provider.levels = levels;
  if (unit) provider.unit = unit.id;
  const changes = [set(["providers", id], provider)];
  // A file that denies a vCIO is to be corrected in the same place, so that it does not contradict itself.
  const denied = scope.declared("vcio").find((post) => post.exists === "no");
  if (denied) changes.push(set(denied.at, { heldBy: `provider:${id}` }));
  const what = `dd a vCIO provider${levels.length > 0 ? ` at ${levels.join(" and ")} level` : ""}`;
  const caution = "(the sources that recommend one sell it)";
  return levels.length > 0
    ? [fix(`A${what} ${caution}`, changes)]
    : [firstStep(`First step: a${what} ${caution}`, changes)];
}

/**
 * Somebody who could stand in for a post: another person in a post that reports to it, a leader of IT first. Security
 * does not stand in for IT, nor IT for security: that would join what is to be kept apart.
 */
export function standIn(org: Org, post: Post): Post | undefined {
  const isSecurity = roleOf(post) === "ciso";
  const reports = org.allPosts.filter((other) => {
    const superior = given(other.reportsTo);
    if (superior?.to !== "post" || superior.id !== post.id || other === post || isHeld(other) !== "yes") return false;
    const isApart = isSecurity ? isItLeadership(other) : apart.has(roleOf(other) ?? "");
    return !isApart && itemsOf(post.heldBy).length > 0 && sharedHolders(org, post, other).length === 0;
  });
  return reports.find(isItLeadership) ?? reports[0];
}

const apart: ReadonlySet<string> = new Set<Role>(["ciso", "dpo", "head-internal-audit", "cro", "head-compliance"]);

/** An id that no entry of the section has yet. */
export function freeId(entries: ReadonlyMap<string, unknown>, wish: string): string {
  const base = wish.slice(0, 60);
  let id = base;
  for (let number = 2; entries.has(id); number++) id = `${base}-${number}`;
  return id;
}
