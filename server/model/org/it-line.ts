import { memo } from "../../base/memo.ts";
import type { Role } from "../../knowledge/catalogues.ts";
import {
  all,
  any,
  cannotTell,
  every,
  holds,
  isCannotTell,
  missing,
  not,
  some,
  type Truth,
  truth,
} from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Activity, Post, Team } from "./entities.ts";
import { inPost } from "./holders.ts";
import { lineMeets, lineOf } from "./lines.ts";
import { held, itLeadershipRoles, type Org, roleOf, type Scope, unitOf, vacant } from "./org.ts";
import { aboveIt } from "./top-roles.ts";

const internalFunctions = ["helpdesk", "infrastructure", "network"];

/** Whether a post leads IT: one of the four roles, or a CTO who also runs the company's own IT. */
export function worksInIt(org: Org, post: Post): Truth {
  const role = roleOf(post);
  if (role === "cto") return carriesInternalIt(org, post);
  return truth(isItLeadership(post));
}

/** Whether its role is one that leads IT; a post whose role is not given is not. */
export function isItLeadership(post: Post): boolean {
  const role = roleOf(post);
  return itLeadershipRoles.some((one) => one === role);
}

/** Whether a post is one of those that lead IT, a CTO's always included: in whose line security is not to stand. */
export const leadsItOrTechnology = (post: Post): Truth => inRole(post, [...itLeadershipRoles, "cto"]);

/** Whether a post has one of these roles. Without a role it cannot be told where its title may be that of one of them. */
export function inRole(post: Post, roles: readonly Role[]): Truth {
  if (post.role.is === "known") return truth(roles.includes(post.role.value));
  if (post.role.is !== "unknown") return "no";
  const isOpen = post.role.why !== "absent" || post.mayBe.some((role) => roles.includes(role));
  return isOpen ? cannotTell({ at: post.role.at, why: post.role.why }) : "no";
}

/** Whether a CTO runs the company's own IT as well, judged by the teams and the IT operations that the post answers for. */
export function carriesInternalIt(org: Org, cto: Post): Truth {
  const headsTeam = some(org.data.teams.values(), (team) => headsInternalTeam(org, team, cto));
  const operations = org.activities("it-operations");
  const answers =
    operations.length > 0
      ? some(operations, (activity) => accountsFor(org, activity, cto))
      : org.isComplete("activities")
        ? "no"
        : missing(["activities", "it-operations"]);
  return all(cto.exists, any(headsTeam, answers));
}

function headsInternalTeam(org: Org, team: Team, cto: Post): Truth {
  return all(
    team.exists,
    holds(team.functions, (functions) => functions.some((name) => internalFunctions.includes(name))),
    holds(team.headedBy, (head) => inPost(org, head, cto)),
  );
}

/** Whether a post, or somebody in it, is accountable for an activity. */
export function accountsFor(org: Org, activity: Activity, post: Post): Truth {
  return all(
    activity.exists,
    holds(activity.accountable, (refs) => some(refs, (ref) => inPost(org, ref, post))),
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
export const headOfIt = memo((scope: Scope): Head => {
  const { org } = scope;
  const untold = titledWithoutRole(scope);
  if (isCannotTell(untold)) return { post: undefined, known: untold };
  const leaders = rankedLeaders(scope);
  const head = leaders.find((post) => held(post) !== "no") ?? leaders[0];
  if (head) return { post: head, known: "yes" };
  const ctos = scope.posts("cto");
  const cto = ctos.find((post) => carriesInternalIt(org, post) === "yes");
  return cto
    ? { post: cto, known: "yes" }
    : { post: undefined, known: some(ctos, (post) => carriesInternalIt(org, post)) };
});

/**
 * Whether a post is the head of IT where it belongs. That cannot be told while somebody in a higher post of IT may be
 * there of whom the file says nothing.
 */
export function headsIt(org: Org, post: Post): Truth {
  const role = roleOf(post);
  const unit = unitOf(post);
  const scope = unit === undefined || org.isForAll(post) ? org.whole : org.scopeOfUnit(unit);
  // A post of a department may lead IT for everybody; only its own unit's kind can say so.
  if (!scope) return role && isCannotTell(org.whole.exists(role)) ? org.whole.exists(role) : "no";
  const { post: head, known } = headOfIt(scope);
  if (head !== post) return isCannotTell(known) ? known : "no";
  const ranks: readonly (Role | undefined)[] = itLeadershipRoles;
  const higher = isItLeadership(post) ? itLeadershipRoles.slice(0, ranks.indexOf(role)) : itLeadershipRoles;
  return askingOnce(scope, all(...higher.map((one) => scope.noneOrVacant(one))));
}

/**
 * Whether a company's IT is the group's: whoever leads it there reports, directly or further up, to an IT leader of the
 * organization as a whole, whose cover then counts for the company as well.
 */
export function ledByGroup(scope: Scope): Truth {
  const { org, unit } = scope;
  const { post: head } = headOfIt(scope);
  if (!unit || !head) return "no";
  if (org.isForAll(head)) return "yes";
  const leaders = new Set(rankedLeaders(org.whole));
  const reports = leaders.size === 0 ? "no" : lineMeets(org, head, (post) => truth(leaders.has(post)));
  if (!isCannotTell(reports)) return reports;
  // Where nobody is in the post, nobody reports to anybody before a line says so; nor does IT above an executive of business.
  const isBelowBusiness = lineOf(org, head).steps.some(
    (step) => step.entity === "post" && aboveIt.some((role) => role === roleOf(step)),
  );
  const isHigher = isItLeadership(head) && rankOf(head) < Math.min(...[...leaders].map(rankOf));
  return held(head) === "no" || isBelowBusiness || isHigher ? "no" : reports;
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

const rankOf = (post: Post): number => itLeadershipRoles.findIndex((role) => role === roleOf(post));

function heightOf(org: Org, post: Post): number {
  const { steps, end } = lineOf(org, post);
  return typeof end === "object" && steps.length === 0 ? Number.MAX_SAFE_INTEGER : steps.length;
}

/**
 * Cannot tell where somebody has the title of an IT leader and no role, or a role that nobody could name, unless a CIO
 * is declared: a title never convicts, and never acquits either.
 */
export function titledWithoutRole(scope: Scope): Truth {
  return scope.posts("cio").length > 0 ? "no" : titledAs(scope, itLeadershipRoles);
}

/** Cannot tell where a post without a role has a title of one of these roles. */
function titledAs(scope: Scope, roles: readonly Role[]): Truth {
  const needs = scope.allPosts().flatMap(({ role, ...post }) => {
    const isOpen = role.is === "unknown" && (role.why !== "absent" || hasTitleOf(post, roles));
    return isOpen ? [{ at: [...post.at, "role"], why: role.why }] : [];
  });
  return needs.length > 0 ? cannotTell(...needs) : "no";
}

const hasTitleOf = ({ mayBe }: Pick<Post, "mayBe">, roles: readonly Role[]): boolean =>
  mayBe.some((role) => roles.includes(role));

/** Whether somebody leads IT: a held post of the IT line. */
export function itLed(scope: Scope): Truth {
  const leading = (cto: Post) => all(held(cto), carriesInternalIt(scope.org, cto));
  const posts = itLeadershipRoles.map((role) => scope.held(role));
  return askingOnce(scope, any(...posts, ctoIs(scope, leading), titledWithoutRole(scope)));
}

/** Whether nobody leads IT: every post that would is none or vacant, and no CTO carries internal IT. */
export function nobodyLeadsIt(scope: Scope): Truth {
  const posts = itLeadershipRoles.map((role) => scope.held(role));
  const cto = ctoIs(scope, (post) => all(held(post), carriesInternalIt(scope.org, post)));
  return askingOnce(scope, every([...posts, cto, ...(scope.unit ? [ledByGroup(scope)] : [])], not));
}

/** The posts of IT leadership that stand empty. */
export const vacantLeaders = (scope: Scope): Post[] =>
  scope.posts(...itLeadershipRoles).filter((post) => vacant(post) === "yes");

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
  const asked = {
    ...first,
    question: whoLeadsIt(
      truth.needs.filter(({ at }) => at.length === 2).map(({ at }) => at[1]),
      scope.declared("cto").some((cto) => isCannotTell(carriesInternalIt(scope.org, cto))),
    ),
  };
  return { ...truth, needs: [asked, ...truth.needs.filter((need) => !unmentioned.includes(need))] };
}

const isUnmentioned = (scope: Scope, at: Place): boolean => !scope.org.data.posts.has(String(at[1]));

/** Names only the posts of which nothing is said yet: that there is none of the others is an answer. */
function whoLeadsIt(roles: readonly (string | number | undefined)[], mayBeCto: boolean): string {
  const named = leadingPosts.filter(([role]) => roles.includes(role)).map(([, name]) => name);
  const open = mayBeCto && named.length > 0 ? ["the CTO", ...named] : named;
  return open.length > 0
    ? `Who leads IT: ${open.join(", ")}, or nobody?`
    : "Is there a CTO who leads internal IT as well?";
}

const leadingPosts: readonly (readonly [Role, string])[] = [
  ["cio", "a CIO"],
  ["it-director", "an IT director"],
  ["it-manager", "an IT manager"],
];
