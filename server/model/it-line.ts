import type { Role } from "../knowledge/catalogues.ts";
import { rolesForTitle } from "../knowledge/roles.ts";
import type { Activity, Post, Team } from "./entities.ts";
import {
  all,
  any,
  cannotTell,
  every,
  given,
  holds,
  isCannotTell,
  itemsOf,
  missing,
  not,
  some,
  type Truth,
  truth,
} from "./fact.ts";
import { employerOf, isPostOrHolder } from "./holders.ts";
import { lineOf } from "./lines.ts";
import { isHeld, itLeadershipRoles, type Org, roleOf, type Scope } from "./org.ts";
import type { Place } from "./place.ts";

const internalFunctions = ["helpdesk", "infrastructure", "network"];

/** Whether a post leads IT: one of the four roles, or a CTO who also runs the company's own IT. */
export function isItPost(org: Org, post: Post): Truth {
  const role = roleOf(post);
  if (role === "cto") return carriesInternalIt(org, post);
  return truth(isItLeadership(post));
}

export function isItLeadership(post: Post): boolean {
  const role = roleOf(post);
  return itLeadershipRoles.some((leading) => leading === role);
}

/**
 * Whether a post is one of those that lead IT, a CTO's always included: in whose line security is not to stand. A post
 * without a role cannot be told where its title is that of such a leader.
 */
export function isItLeaderOrCto(post: Post): Truth {
  const role = roleOf(post);
  if (role !== undefined) return truth(isItLeadership(post) || role === "cto");
  if (post.role.is !== "unknown") return "no";
  const isOpen = post.role.why !== "absent" || hasTitleOf(post, [...itLeadershipRoles, "cto"]);
  return isOpen ? cannotTell({ at: post.role.at, why: post.role.why }) : "no";
}

/** Whether a CTO runs the company's own IT as well, judged by the teams and the IT operations that the post answers for. */
export function carriesInternalIt(org: Org, cto: Post): Truth {
  const headsTeam = some(org.data.teams.values(), (team) => headsInternalTeam(org, team, cto));
  const operations = org.activities("it-operations");
  const answers =
    operations.length > 0
      ? some(operations, (activity) => isAccountable(org, activity, cto))
      : org.isComplete("activities")
        ? "no"
        : missing(["activities", "it-operations"]);
  return all(cto.exists, any(headsTeam, answers));
}

function headsInternalTeam(org: Org, team: Team, cto: Post): Truth {
  return all(
    team.exists,
    holds(team.functions, (functions) => functions.some((name) => internalFunctions.includes(name))),
    holds(team.headedBy, (head) => isPostOrHolder(org, head, cto)),
  );
}

/** Whether a post, or somebody in it, is accountable for an activity. */
export function isAccountable(org: Org, activity: Activity, post: Post): Truth {
  return all(
    activity.exists,
    holds(activity.accountable, (refs) => some(refs, (ref) => isPostOrHolder(org, ref, post))),
  );
}

/** The head of IT: known, known to be nobody, or not to be told from the file. */
export interface Head {
  readonly post: Post | undefined;
  /** `yes`: `post` is the head. `no`: there is none. */
  readonly known: Truth;
}

/**
 * Among the posts that the file declares, the highest that is held, else the highest; without any, a CTO who runs
 * internal IT. A post whose holder is not known counts as held here: that it stands empty is nothing to assume.
 */
export function headOfIt(scope: Scope): Head {
  const { org } = scope;
  const untold = titledWithoutRole(scope);
  if (isCannotTell(untold)) return { post: undefined, known: untold };
  const leaders = rankedLeaders(scope);
  const head = leaders.find((post) => isHeld(post) !== "no") ?? leaders[0];
  if (head) return { post: head, known: "yes" };
  const ctos = scope.posts("cto");
  const cto = ctos.find((post) => carriesInternalIt(org, post) === "yes");
  return cto
    ? { post: cto, known: "yes" }
    : { post: undefined, known: some(ctos, (post) => carriesInternalIt(org, post)) };
}

/** The IT-leadership posts, highest first: by role, then by the fewest posts above, then as in the file. */
export const rankedLeaders = (scope: Scope): Post[] => byRank(scope.org, scope.posts(...itLeadershipRoles));

/** IT-leadership posts in the order of their rank; other posts are left out. */
export function byRank(org: Org, posts: readonly Post[]): Post[] {
  return itLeadershipRoles.flatMap((role) => {
    const equal = posts.filter((post) => roleOf(post) === role);
    if (equal.length < 2) return equal;
    const above = new Map(equal.map((post) => [post, heightOf(org, post)]));
    return equal.toSorted((a, b) => above.get(a)! - above.get(b)!);
  });
}

function heightOf(org: Org, post: Post): number {
  const { steps, end } = lineOf(org, post);
  return typeof end === "object" && steps.length === 0 ? Number.MAX_SAFE_INTEGER : steps.length;
}

/**
 * Cannot tell where somebody has the title of an IT leader and no role, or a role that nobody could name, unless a CIO
 * is declared: a title never convicts, and never acquits either.
 */
export function titledWithoutRole(scope: Scope): Truth {
  if (scope.posts("cio").length > 0) return "no";
  const needs = scope.allPosts().flatMap(({ role, ...post }) => {
    const isOpen = role.is === "unknown" && (role.why !== "absent" || hasTitleOf(post, itLeadershipRoles));
    return isOpen ? [{ at: [...post.at, "role"], why: role.why }] : [];
  });
  return needs.length > 0 ? cannotTell(...needs) : "no";
}

function hasTitleOf(post: Pick<Post, "title">, roles: readonly Role[]): boolean {
  const title = given(post.title);
  return title !== undefined && rolesForTitle(title).some((role) => roles.includes(role));
}

/** Whether somebody leads IT: a held post of the IT line. */
export function hasItLeader(scope: Scope): Truth {
  const isLeading = (cto: Post) => all(isHeld(cto), carriesInternalIt(scope.org, cto));
  const posts = itLeadershipRoles.map((role) => scope.isHeld(role));
  return askingOnce(scope, any(...posts, ctoIs(scope, isLeading), titledWithoutRole(scope)));
}

/** Whether nobody leads IT: every IT-leadership post is none, and no CTO carries internal IT. */
export function noItLeadershipPost(scope: Scope): Truth {
  const posts = itLeadershipRoles.map((role) => scope.exists(role));
  const cto = ctoIs(scope, (post) => carriesInternalIt(scope.org, post));
  const untold = titledWithoutRole(scope);
  return askingOnce(scope, every([...posts, cto, ...(isCannotTell(untold) ? [untold] : [])], not));
}

/** A CTO of whom something holds; one that nobody mentioned may be there. */
function ctoIs(scope: Scope, condition: (cto: Post) => Truth): Truth {
  const ctos = scope.declared("cto");
  return ctos.length > 0 ? some(ctos, condition) : scope.exists("cto");
}

/** One question for all the posts that nobody mentioned, since whoever answers it names the post. */
function askingOnce(scope: Scope, truth: Truth): Truth {
  if (!isCannotTell(truth)) return truth;
  const unmentioned = truth.needs.filter(({ at }) => at[0] === "posts" && at.length === 2 && isUnmentioned(scope, at));
  const [first] = unmentioned;
  if (!first) return truth;
  const asked = { ...first, question: whoLeadsIt(unmentioned.map(({ at }) => at[1])) };
  return { ...truth, needs: [asked, ...truth.needs.filter((need) => !unmentioned.includes(need))] };
}

const isUnmentioned = (scope: Scope, at: Place): boolean => !scope.org.data.posts.has(String(at[1]));

function whoLeadsIt(roles: readonly (string | number | undefined)[]): string {
  return roles.some((role) => role !== "cto" && role !== "cto-internal")
    ? "Who leads IT: a CIO, an IT director, an IT manager, or nobody?"
    : "Is there a CTO who leads internal IT as well?";
}

/**
 * Whether strategy is looked after: a held CIO, an IT leader at strategic level, or a vCIO who covers it. The posts of
 * the IT line that the file speaks of are asked; one that nobody mentioned is not assumed to be there.
 */
export function hasStrategicCover(scope: Scope): Truth {
  const { org } = scope;
  const leaders = scope.declared(...itLeadershipRoles, "cto");
  return any(
    some(scope.declared("cio"), isHeld),
    some(leaders, (post) => all(isHeld(post), isItPost(org, post), isStrategic(post))),
    vcioCoversStrategy(scope),
    titledWithoutRole(scope),
  );
}

const isStrategic = ({ level }: { readonly level: Post["level"] }): Truth =>
  holds(level, (levels) => levels.includes("strategic"));

/** A vCIO can be a post or a provider's service; where both are given, the post is asked. */
function vcioCoversStrategy(scope: Scope): Truth {
  const posts = scope.posts("vcio");
  if (posts.length > 0) return some(posts, (post) => all(isHeld(post), isVcioStrategic(scope.org, post)));
  const { truth: isCovered, providers } = scope.org.outsideService("vcio", scope.unit, (provider) =>
    holds(provider.levels, (levels) => levels.includes("strategic")),
  );
  if (providers.length > 0) return isCovered;
  const exists = scope.exists("vcio");
  if (exists === "no") return "no";
  return scope.declared("vcio").length > 0 ? any(exists, isCovered) : isCovered;
}

/** The levels of the post, or else those of the provider that fills it. */
function isVcioStrategic(org: Org, post: Post): Truth {
  if (post.level.is === "known") return isStrategic(post);
  const employers = itemsOf(post.heldBy).flatMap((ref) => employerOf(org, ref) ?? []);
  const provider = org.data.providers.get(employers[0] ?? "");
  return provider ? holds(provider.levels, (levels) => levels.includes("strategic")) : isStrategic(post);
}
