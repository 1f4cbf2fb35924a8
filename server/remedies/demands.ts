import type { Role } from "../knowledge/catalogues.ts";
import type { Demand } from "../knowledge/regimes.ts";
import type { Post } from "../model/org/entities.ts";
import { asked, standingOf } from "../model/org/in-force.ts";
import { servedBy } from "../model/org/law-units.ts";
import { held, type Org, roleOf, type Scope, scopeOf, vacant } from "../model/org/org.ts";
import { type Fix, fix, set } from "../model/words/change.ts";
import { all, allInTurn, any, every, not, type Truth } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { does } from "../model/words/remedy-id.ts";
import { listOf, type Sayable, words } from "../model/words/words.ts";
import { placeOfSection } from "./missing-entry.ts";
import { firstStepVacant, freeId, newPost } from "./remedies.ts";

/** Whether a demanded post is not there at all, in no role that would do and from no provider that would do. */
export function demandUnmet(scope: Scope, { roles, services = [], whenAny }: Demand): Truth {
  const inside = every(roles, (role) => not(servedBy(scope, role)));
  // Whoever asked for a CISO inside may not have asked for one outside. A DPO is a DPO wherever they work.
  const outside = someProviderSupplies(
    scope,
    isMentioned(scope) ? services : services.filter((service) => service === "ciso"),
  );
  return allInTurn(asked(scope.org, whenAny), all(inside, not(outside)));
}

/** Whether a post that a law demands is there and empty, and nobody fills another one that would do. */
export function demandVacant(scope: Scope, post: Post, { roles, services = [], whenAny }: Demand): Truth {
  // An empty post is a fact; that a provider whom the file does not mention might serve is none.
  const outside = isMentioned(scope) ? someProviderSupplies(scope, services) : "no";
  const served = any(...roles.map((role) => scope.held(role)), outside);
  return all(vacant(post), asked(scope.org, whenAny), not(served));
}

/**
 * Whether a law in force would make it an error that nobody is in a post: it demands somebody there, and nobody else who
 * would do is known.
 */
export function isVacancyAnError(org: Org, post: Post): boolean {
  const scope = scopeOf(org, post);
  return [...org.knowledge.law.provisions.values()].some(({ id, demands }) => {
    if (demands?.vacant !== "error" || !demands.roles.some((role) => role === roleOf(post))) return false;
    if (standingOf(org, id)?.state !== "applies" || asked(org, demands.whenAny) !== "yes") return false;
    const others = scope.posts(...demands.roles).filter((other) => other !== post);
    return (
      !others.some((other) => held(other) === "yes") && someProviderSupplies(scope, demands.services ?? []) !== "yes"
    );
  });
}

/** Where a missing post is reported: at its own key where the file denies it, else at the section or the organization. */
export function placeOfMissing(scope: Scope, roles: readonly Role[]): Place {
  const [denied] = scope.declared(...roles).filter(({ written }) => written);
  if (denied) return denied.at;
  if (scope.unit) return scope.at;
  return placeOfSection(scope.org, "posts");
}

/** A provider for the post where one would do, which ends the want; an empty post, which makes it visible. */
export function fillDemand(scope: Scope, { roles, services = [] }: Demand): Fix[] {
  const supplied = services.map((service) => {
    const id = freeId(scope.org.data.providers, scope.unit ? `${scope.unit.id}-${service}` : service);
    const provider = { services: [service], ...(scope.unit ? { unit: scope.unit.id } : {}) };
    const post = newPost(scope, service as Role, { heldBy: `provider:${id}` });
    return fix(
      does("supply-<item>-from-outside", service),
      `Let an outside provider serve as ${scope.org.knowledge.roles.nameOf(service)}`,
      [set(["providers", id], provider), post.change],
    );
  });
  return [...supplied, ...firstStepVacant(scope, roles[0]!)];
}

const someProviderSupplies = (scope: Scope, services: readonly string[]): Truth =>
  any("no", ...services.map((service) => scope.org.outsideService(service, scope.unit).truth));

/** Whether the file says anything about providers. */
const isMentioned = ({ org, unit }: Scope): boolean => org.providersOf(unit).length > 0 || org.isComplete("providers");

/** Where a denied post may be there under another name: what the reader of the finding can do about it. */
export const ifThisIsIt = (scope: Scope, roles: readonly Role[]): { readonly at: Place; readonly says: Sayable }[] =>
  scope.mayBe(...roles).map((post) => {
    const names = roles
      .filter((role) => post.mayBe.includes(role))
      .map((role) => scope.org.knowledge.roles.nameOf(role));
    return { at: post.at, says: words`if this is the ${listOf(names, "or")}, give it the role` };
  });
