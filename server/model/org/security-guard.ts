import { memo } from "../../base/memo.ts";
import type { ActivityId, Role } from "../../knowledge/catalogues.ts";
import { all, any, every, isCannotTell, itemsOf, not, type Truth } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Ref } from "../words/values.ts";
import type { Activity, Post } from "./entities.ts";
import { allHoldAlso, postsOf } from "./holders.ts";
import { type Org, roleOf, type Scope, unitOf } from "./org.ts";
import { answeringPosts } from "./posts-behind.ts";
import { aboveIt } from "./top-roles.ts";

/** The posts that are there to guard security: the CISO's first, and those that laws ask for in its stead. */
export const securityRoles = [
  "ciso",
  "hipaa-security-official",
  "qualified-individual",
] as const satisfies readonly Role[];

/** The posts of security that a file speaks of, the CISO's first. */
export const securityPosts = (org: Org): Post[] => org.posts(...securityRoles);

/** Whether another post of security that stands earlier is in the same hands, so that the same need not be said again. */
export function repeatsGuard(org: Org, post: Post): boolean {
  const rank = guardRanks(org);
  const own = rank.get(post);
  const [holder] = itemsOf(post.heldBy);
  if (own === undefined || !holder) return false;
  const isEarlier = (one: Post) => (rank.get(one) ?? own) < own && roleOf(one) !== roleOf(post);
  return postsOf(org, holder).some((other) => isEarlier(other) && allHoldAlso(org, post, other) === "yes");
}

const guardRanks = memo((org: Org) => new Map(securityPosts(org).map((post, i) => [post, i])));

/** Those who speak for security at the top and in committees: the CISOs, and the others only where there is no CISO. */
export const leadingGuards = memo((org: Org): readonly Post[] => {
  const withCiso = new Set(org.posts("ciso").map(unitOf));
  const stands = (post: Post) => roleOf(post) === "ciso" || !(withCiso.has(unitOf(post)) || repeatsGuard(org, post));
  return securityPosts(org).filter(stands);
});

/** The posts of security that laws name, as far as their law is declared or the file speaks of them. */
export function regulatoryRoles(scope: Scope): Role[] {
  const { law, roles } = scope.org.knowledge;
  // In the order of the catalogue, in which they are asked about.
  return [...roles.definitions.values()]
    .map(({ id }) => id)
    .filter((role) =>
      [...law.regimes.values()].some(({ id, securityPost }) => {
        const state = scope.org.data.regimes.get(id)?.state ?? "exempt";
        const isDeclared = state !== "exempt" && state !== "not-applicable";
        return securityPost === role && (isDeclared || scope.declared(role).length > 0);
      }),
    );
}

/** Somebody who answers for security by a duty, where no post of security is in office. */
export interface DutyGuard {
  readonly activity: Activity;
  /** Whom the activity names as accountable. */
  readonly ref: Ref;
  /** The posts behind that. */
  readonly posts: readonly Post[];
  /** Where the activity names whoever is accountable. */
  readonly at: Place;
  /** Whether nobody else guards security; cannot be told while a post of security may be in office. */
  readonly alone: Truth;
}

/**
 * Whoever guards security by a duty: the accountable of security as a whole, and only where nobody is, of the security
 * policy. A provider that supplies a CISO is a post in office. What nobody has said of providers is no reason to doubt
 * an answer that there is no CISO.
 */
export const dutyGuards = memo((org: Org): readonly DutyGuard[] =>
  org.scopes().flatMap((scope) => {
    if (org.outsideService("ciso", scope.unit).truth === "yes") return [];
    const posts: Role[] = [...new Set<Role>(["ciso", ...regulatoryRoles(scope)])];
    const noPost = every(posts, (role) => not(scope.held(role)));
    const whole = guardsOf(org, scope, "security", noPost);
    if (whole.length > 0) return whole;
    return guardsOf(org, scope, "security-policy", all(noPost, scope.withoutAccountable("security")));
  }),
);

function guardsOf(org: Org, scope: Scope, id: ActivityId, alone: Truth): DutyGuard[] {
  return scope.activities(id).flatMap((activity) =>
    itemsOf(activity.accountable).map((ref) => ({
      activity,
      ref,
      posts: answeringPosts(org, ref),
      at: [...activity.at, "accountable"],
      alone,
    })),
  );
}

/** The post behind a duty that is of some kind, where none behind it stands above the conflict between IT and security. */
export function guardingPost(
  { alone, posts }: DutyGuard,
  counts: (post: Post) => Truth,
): { readonly truth: Truth; readonly post: Post | undefined } {
  if (posts.some((post) => aboveIt.some((role) => role === roleOf(post)))) return { truth: "no", post: undefined };
  const found = posts.map((post) => ({ post, truth: counts(post) }));
  const truth = all(any(...found.map((one) => one.truth)), alone);
  return {
    truth: isCannotTell(truth) ? { ...truth, grounded: true } : truth,
    post: found.find((one) => one.truth === "yes")?.post,
  };
}
