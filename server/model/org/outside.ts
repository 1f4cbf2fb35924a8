import type { Role } from "../../knowledge/catalogues.ts";
import { any, cannotTell, every, holds, isCannotTell, type Truth, truth } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import type { Provider } from "./entities.ts";
import { employerOf, heldByProvider, personOf } from "./holders.ts";
import type { Org } from "./org.ts";

/**
 * Whether nobody of the organization's own is behind a duty's holder: a provider, somebody whom one employs, or a post
 * that only such people hold. With `provider`, whether all of them are of that one.
 */
export function fromOutside(org: Org, ref: Ref, provider?: string): Truth {
  if (ref.to !== "post") return employedOutside(org, ref, provider);
  const post = org.data.posts.get(ref.id);
  if (!post) return "no";
  // Who holds it is not worth asking before it is known to exist.
  if (post.exists !== "yes") return post.exists;
  const outside = (holder: Ref) => employedOutside(org, holder, provider);
  return holds(post.heldBy, (holders) => (holders.length === 0 ? "no" : every(holders, outside)));
}

/** Where nobody has asked who employs somebody, the organization itself does. */
function employedOutside(org: Org, holder: Ref, provider: string | undefined): Truth {
  const employer = employerOf(org, holder);
  if (employer !== undefined) return truth(provider === undefined || employer === provider);
  const asked = holder.to === "person" ? personOf(org, holder.name)?.employedBy : undefined;
  return asked?.is === "unknown" && asked.why !== "absent" ? cannotTell({ at: asked.at, why: asked.why }) : "no";
}

/** Whether a provider supplies whoever is in a post of this role: as a service, or by somebody of it who holds one. */
export function suppliesPost(org: Org, provider: Provider, role: Role): Truth {
  return any(
    holds(provider.services, (services: readonly string[]) => services.includes(role)),
    holdsPost(org, provider, role),
  );
}

/** Whether a provider, or somebody of it, holds a post of this role. */
export const holdsPost = (org: Org, provider: Provider, role: Role): Truth => heldByProvider(org, provider, role).truth;

/**
 * The provisions that speak of outside heads of security and hit this provider, and what would have to be known to tell
 * whether another does. Asked only of laws that apply.
 */
export function provisionsOnSecurity(
  org: Org,
  provider: Provider,
): { readonly provisions: string[]; readonly open: Truth[] } {
  const laws = org.knowledge.law.onOutsideHeads.map(({ id, regime, outsideHead }) => ({
    id,
    regime,
    truth: any(...outsideHead.map((role) => suppliesPost(org, provider, role))),
  }));
  const inForce = laws.filter(({ regime }) => org.data.regimes.get(regime)?.state === "applies");
  return {
    provisions: laws.flatMap(({ id, truth }) => (truth === "yes" ? [id] : [])),
    open: inForce.map(({ truth }) => truth).filter(isCannotTell),
  };
}
