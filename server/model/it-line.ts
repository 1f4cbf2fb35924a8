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
  missing,
  not,
  some,
  type Truth,
  truth,
} from "./fact.ts";
import { isPostOrHolder } from "./holders.ts";
import { lineOf } from "./lines.ts";
import { isHeld, itLeadershipRoles, type Org, roleOf, type Scope } from "./org.ts";

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
export function rankedLeaders(scope: Scope): Post[] {
  return itLeadershipRoles.flatMap((role) => {
    const posts = scope.posts(role);
    if (posts.length < 2) return posts;
    const above = new Map(posts.map((post) => [post, heightOf(scope.org, post)]));
    return posts.toSorted((a, b) => above.get(a)! - above.get(b)!);
  });
}

function heightOf(org: Org, post: Post): number {
  const { steps, end } = lineOf(org, post);
  return typeof end === "object" && steps.length === 0 ? Number.MAX_SAFE_INTEGER : steps.length;
}

/**
 * Cannot tell where somebody has the title of an IT leader and no role, unless a CIO is declared: a title never
 * convicts, and never acquits either.
 */
export function titledWithoutRole(scope: Scope): Truth {
  if (scope.posts("cio").length > 0) return "no";
  const titled = scope.allPosts().filter((post) => post.role.is === "unknown" && hasLeaderTitle(post));
  const needs = titled.map((post) => ({ at: [...post.at, "role"], why: "absent" as const }));
  return needs.length > 0 ? cannotTell(...needs) : "no";
}

function hasLeaderTitle(post: Post): boolean {
  const title = given(post.title);
  return (
    title !== undefined && rolesForTitle(title).some((role) => itLeadershipRoles.some((leading) => leading === role))
  );
}

/** Whether somebody leads IT: a held post of the IT line. */
export function hasItLeader(scope: Scope): Truth {
  return any(
    some(itLeadershipRoles, (role) => scope.isHeld(role)),
    some(scope.posts("cto"), (cto) => all(isHeld(cto), carriesInternalIt(scope.org, cto))),
  );
}

/** Whether nobody leads IT: every IT-leadership post is none, and no CTO carries internal IT. */
export function noItLeadershipPost(scope: Scope): Truth {
  const noCto = any(
    not(scope.exists("cto")),
    every(scope.posts("cto"), (cto) => not(carriesInternalIt(scope.org, cto))),
  );
  const noPost = every(itLeadershipRoles, (role) => not(scope.exists(role)));
  const untold = titledWithoutRole(scope);
  return all(
    noPost,
    scope.posts("cto").length > 0 ? noCto : not(scope.exists("cto")),
    isCannotTell(untold) ? untold : "yes",
  );
}

/** Whether strategy is looked after: a held CIO, an IT leader at strategic level, or a vCIO who covers it. */
export function hasStrategicCover(scope: Scope): Truth {
  const { org } = scope;
  const isStrategic = (post: Post) => holds(post.level, (levels) => levels.includes("strategic"));
  const leaders = [
    ...scope.posts(...itLeadershipRoles),
    ...scope.posts("cto").filter((cto) => carriesInternalIt(org, cto) !== "no"),
  ];
  return any(
    some(scope.posts("cio"), isHeld),
    some(leaders, (post) => all(isHeld(post), isItPost(org, post), isStrategic(post))),
    vcioCoversStrategy(scope),
    titledWithoutRole(scope),
  );
}

function vcioCoversStrategy(scope: Scope): Truth {
  const { org } = scope;
  const posts = scope.posts("vcio");
  if (posts.length > 0) return some(posts, (post) => all(isHeld(post), levelsOfVcio(org, post)));
  // The post wins where both are given, so a vcio that is none settles it.
  const exists = scope.exists("vcio");
  if (exists === "no") return "no";
  const { truth: supplied, providers } = org.outsideService("vcio", scope.unit);
  if (supplied !== "yes") return supplied;
  return some(providers, (provider) => holds(provider.levels, (levels) => levels.includes("strategic")));
}

function levelsOfVcio(org: Org, post: Post): Truth {
  const own = holds(post.level, (levels) => levels.includes("strategic"));
  if (!isCannotTell(own)) return own;
  const provider = post.heldBy.is === "known" ? post.heldBy.value.find((ref) => ref.to === "provider") : undefined;
  const entry = provider?.to === "provider" ? org.data.providers.get(provider.id) : undefined;
  return entry ? holds(entry.levels, (levels) => levels.includes("strategic")) : own;
}
