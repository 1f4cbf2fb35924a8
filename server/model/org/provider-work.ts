import { addTo, groupBy, oncePer } from "../../base/group.ts";
import { memo } from "../../base/memo.ts";
import type { ActivityId, Role, Service } from "../../knowledge/catalogues.ts";
import { any, given, holds, itemsOf, not, type Truth, truth } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import { inSentence } from "../words/words.ts";
import type { Activity, Post, Provider } from "./entities.ts";
import { heldByProvider, providersBehind } from "./holders.ts";
import { activityName } from "./names.ts";
import { kindOf, type Org } from "./org.ts";
import { dutyGuards, securityRoles } from "./security-guard.ts";

/** A kind of work of outside firms: by the services that they sell, and by the duties that they have. */
export interface Work {
  readonly services: readonly Service[];
  readonly activities: readonly ActivityId[];
}

/** Something that a firm does, and where the file says so. */
export interface Done {
  readonly name: string;
  readonly at: Place;
  /** The activity and the item that names the firm; undefined for a service. */
  readonly duty?: { readonly activity: Activity; readonly index: number };
}

/** Whether a provider does work of a kind, by its services or by what it is responsible for. */
export function doesWork(org: Org, provider: Provider, { services, activities }: Work): Truth {
  return any(
    holds(provider.services, (own: readonly string[]) => services.some((one) => own.includes(one))),
    // Of whom nothing is known that has a duty, no provider is suspected.
    ...dutiesOf(org, provider, activities).map(({ activity }) => activity.exists),
  );
}

interface Duty {
  readonly activity: Activity;
  readonly index: number;
}

/** What each provider, or somebody of it, is responsible for: the activities, and the items that name it. */
const dutiesByProvider = memo((org: Org): ReadonlyMap<string, readonly Duty[]> => {
  const duties = new Map<string, Duty[]>();
  for (const activity of org.data.activities.values())
    for (const [index, ref] of itemsOf(activity.responsible).entries())
      for (const provider of providersBehind(org, ref)) addTo(duties, provider, { activity, index });
  return duties;
});

/** Those of some kinds, in the order of the kinds, then of the file. */
export function dutiesOf(org: Org, { id }: Provider, kinds: readonly ActivityId[]): Duty[] {
  const byKind = groupBy(dutiesByProvider(org).get(id) ?? [], ({ activity }) => kindOf(activity));
  return kinds.flatMap((kind) => byKind.get(kind) ?? []);
}

/** What a provider is known to do of a kind of work, each once. */
export function workDone(org: Org, provider: Provider, { services, activities }: Work): Done[] {
  const sold = [...new Set(itemsOf(provider.services))]
    .filter((id) => services.some((one) => one === id))
    .map((id) => ({ name: inSentence(org.knowledge.format.titleOf("service", id)), at: [...provider.at, "services"] }));
  const duties = dutiesOf(org, provider, activities)
    .filter(({ activity }) => activity.written)
    .map((duty) => ({
      name: inSentence(activityName(duty.activity)),
      at: [...duty.activity.at, "responsible", duty.index],
      duty,
    }));
  return oncePer([...sold, ...duties], ({ name }) => name);
}

/** The other firms of a provider's group. The client's own group is no tie between those who work for it. */
export function tiedTo({ data }: Org, provider: Provider): Provider[] {
  const group = groupOf(provider);
  if (group === undefined || isOwnGroup(provider)) return [];
  return [...data.providers.values()].filter(
    (other) => other !== provider && other.exists === "yes" && groupOf(other) === group,
  );
}

const groupOf = ({ group }: Provider): string | undefined => given(group)?.trim().toLowerCase();

/** Whether a provider is of the client's own group, or a public body's computing centre. */
export const isOwnGroup = (provider: Provider): boolean => groupOf(provider) === "own";

/**
 * Whether what holds of a firm that sells counts: in the client's own group only where somebody said that the same
 * people do both, which is asked.
 */
export function unlessApart(provider: Provider, violated: Truth, question: string): Truth {
  if (!isOwnGroup(provider) || violated !== "yes") return violated;
  const { independent } = provider;
  return independent.is === "unknown"
    ? { needs: [{ at: independent.at, why: independent.why, question }], grounded: true }
    : not(holds(independent, (value) => value));
}

/** A post of somebody who watches over others, or its work, that a provider supplies. */
export interface Guarding {
  readonly role: Role;
  readonly truth: Truth;
  /** The posts that the provider, or somebody of it, holds. */
  readonly posts: readonly Post[];
  /** By what else it is the guardian: a service, or a duty that is the post's. */
  readonly service: boolean;
}

const bySale: readonly Role[] = ["ciso", "dpo"];

/** Which guardians a provider supplies: a DPO or CISO as a service or in a post, the head of internal audit in a post. */
export function guardiansFrom(org: Org, provider: Provider): Guarding[] {
  const roles: readonly Role[] = ["dpo", ...securityRoles, "head-internal-audit"];
  return roles.map((role) => {
    const held = heldByProvider(org, provider, role);
    const sells: Truth = bySale.includes(role)
      ? holds(provider.services, (services: readonly string[]) => services.includes(role))
      : "no";
    const byDuty = guardsByDuty(org, provider, role);
    return {
      role,
      truth: any(sells, held.truth, byDuty),
      posts: held.posts,
      service: sells === "yes" || byDuty === "yes",
    };
  });
}

/** A firm that answers for security where there is no post for it, or that watches over data protection. */
function guardsByDuty(org: Org, provider: Provider, role: Role): Truth {
  if (role === "ciso") {
    return truth(guardingProviders(org).has(provider.id));
  }
  return truth(role === "dpo" && watchingProviders(org).has(provider.id));
}

const guardingProviders = memo(
  (org: Org) =>
    new Set(dutyGuards(org).flatMap(({ ref, alone }) => (alone === "yes" ? [...providersBehind(org, ref)] : []))),
);

const watchingProviders = memo(
  (org: Org) =>
    new Set(
      org
        .activities("data-protection-monitoring")
        .flatMap(({ responsible, accountable }) => [...itemsOf(responsible), ...itemsOf(accountable)])
        .flatMap((ref) => [...providersBehind(org, ref)]),
    ),
);
