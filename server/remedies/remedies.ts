import type { Level, Role, Service } from "../knowledge/catalogues.ts";
import type { Post } from "../model/org/entities.ts";
import { postName, providerName } from "../model/org/names.ts";
import { type Org, type Scope, unitOf } from "../model/org/org.ts";
import { type Change, type Fix, firstStep, fix, set, type Value } from "../model/words/change.ts";
import { does } from "../model/words/remedy-id.ts";
import type { Ref } from "../model/words/values.ts";
import { words } from "../model/words/words.ts";

/**
 * A new post of a role with nobody in it, and the id that others refer to it by; in a unit, under a key that names the
 * unit. `fields` are what else is to be written of it.
 */
export function newPost(scope: Scope, role: Role, fields: Record<string, Value> = {}): { id: string; change: Change } {
  const { unit, org } = scope;
  const present = org.data.posts.get(role);
  const isFree = present?.exists !== "yes" || !present.written;
  const id = !unit && isFree ? role : freeId(org.data.posts, unit ? `${unit.id}-${role}` : role);
  const post = {
    ...(id === role ? {} : { role }),
    heldBy: "vacant",
    ...fields,
    ...(unit ? { unit: unit.id } : {}),
  };
  const isBare = Object.keys(post).length === 1 && post.heldBy === "vacant";
  return { id, change: set(["posts", id], isBare ? "vacant" : post) };
}

/** "First step: add a vacant CISO post", where the file has no post of the role yet. */
export function firstStepVacant(scope: Scope, role: Role): Fix[] {
  if (scope.posts(role).length > 0) return [];
  const { id, change } = newPost(scope, role);
  return [
    firstStep(does("add-post-<post>", id), `First step: add a vacant ${scope.org.knowledge.roles.nameOf(role)} post`, [
      change,
    ]),
  ];
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
    ? [fix(does("add-provider-<provider>", id), `A${what} ${caution}`, changes)]
    : [firstStep(does("add-provider-<provider>", id), `First step: a${what} ${caution}`, changes)];
}

/**
 * Somebody from outside in a post: a provider that supplies the service already and is free for it, else one to be
 * found. The post itself stays, and its place on the chart.
 */
export function takeFromOutside(org: Org, post: Post, service: Service, isFree: (provider: Ref) => boolean): Fix {
  const unit = unitOf(post);
  const { providers } = org.outsideService(service, org.data.units.get(unit ?? ""));
  const supplier = providers.find(({ id, exists }) => exists === "yes" && isFree({ to: "provider", id }));
  const id = supplier?.id ?? freeId(org.data.providers, service);
  const added = set(["providers", id], { services: [service], ...(unit === undefined ? {} : { unit }) });
  const who = supplier ? providerName(supplier) : "an outside provider";
  return fix(does("supply-<item>-from-outside", service), words`Let ${who} serve as ${postName(post)}`, [
    ...(supplier ? [] : [added]),
    set([...post.at, "heldBy"], `provider:${id}`),
  ]);
}

/** An id that no entry of the section has yet. */
export function freeId(entries: ReadonlyMap<string, unknown>, wish: string): string {
  const base = wish.slice(0, 60);
  let id = base;
  for (let number = 2; entries.has(id); number++) id = `${base}-${number}`;
  return id;
}
