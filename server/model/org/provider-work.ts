import type { ActivityId, Role, Service } from "../../knowledge/catalogues.ts";
import { all, any, given, holds, isCannotTell, itemsOf, not, some, type Truth } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Ref } from "../words/values.ts";
import { inSentence } from "../words/words.ts";
import type { Activity, Post, Provider } from "./entities.ts";
import { ofProvider } from "./holders.ts";
import { activityName } from "./names.ts";
import type { Org } from "./org.ts";
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
    ...activities
      .flatMap((id) => org.activities(id))
      .map((activity) =>
        all(
          activity.exists,
          known(activity, (ref) => ofProvider(org, ref, provider.id)),
        ),
      ),
  );
}

/** Of whom nothing is known that has a duty, no provider is suspected. */
const known = ({ responsible }: Activity, condition: (ref: Ref) => Truth): Truth => {
  const truth = some(itemsOf(responsible), condition);
  return isCannotTell(truth) ? "no" : truth;
};

/** What a provider is known to do of a kind of work, each once. */
export function workDone(org: Org, provider: Provider, { services, activities }: Work): Done[] {
  const sold = [...new Set(itemsOf(provider.services))]
    .filter((id) => services.some((one) => one === id))
    .map((id) => ({ name: inSentence(org.knowledge.format.titleOf("service", id)), at: [...provider.at, "services"] }));
  const duties = activities
    .flatMap((id) => org.activities(id))
    .filter(({ written }) => written)
    .flatMap((activity) =>
      itemsOf(activity.responsible).flatMap((ref, index) =>
        ofProvider(org, ref, provider.id) === "yes"
          ? [
              {
                name: inSentence(activityName(activity)),
                at: [...activity.at, "responsible", index],
                duty: { activity, index },
              },
            ]
          : [],
      ),
    );
  return [...sold, ...duties].filter((one, i, every) => every.findIndex(({ name }) => name === one.name) === i);
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
    const posts = org.posts(role).map((post) => ({
      post,
      truth: ofProvider(org, { to: "post", id: post.id }, provider.id),
    }));
    const sells: Truth = bySale.includes(role)
      ? holds(provider.services, (services: readonly string[]) => services.includes(role))
      : "no";
    const byDuty = guardsByDuty(org, provider, role);
    return {
      role,
      truth: any(sells, ...posts.map((one) => one.truth), byDuty),
      posts: posts.filter((one) => one.truth === "yes").map((one) => one.post),
      service: sells === "yes" || byDuty === "yes",
    };
  });
}

/** A firm that answers for security where there is no post for it, or that watches over data protection. */
function guardsByDuty(org: Org, provider: Provider, role: Role): Truth {
  if (role === "ciso") {
    const isIts = dutyGuards(org).some(
      ({ ref, alone }) => alone === "yes" && ofProvider(org, ref, provider.id) === "yes",
    );
    return isIts ? "yes" : "no";
  }
  if (role !== "dpo") return "no";
  const isIts = org
    .activities("data-protection-monitoring")
    .some((activity) =>
      [...itemsOf(activity.responsible), ...itemsOf(activity.accountable)].some(
        (ref) => ofProvider(org, ref, provider.id) === "yes",
      ),
    );
  return isIts ? "yes" : "no";
}
