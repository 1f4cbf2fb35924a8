import { memo } from "../../base/memo.ts";
import type { Level, Role } from "../../knowledge/catalogues.ts";
import { all, allInTurn, any, holds, itemsOf, some, type Truth, truth } from "../words/fact.ts";
import type { Post, Provider } from "./entities.ts";
import { employerOf } from "./holders.ts";
import { headOfIt, ledByGroup, titledWithoutRole, worksInIt } from "./it-line.ts";
import { lineMeets } from "./lines.ts";
import { held, isSlot, itLeadershipRoles, type Org, roleOf, type Scope } from "./org.ts";

/** The role that a level is the work of: while nobody has mentioned it, it cannot be told that the level is empty. */
const roleOfLevel = { strategic: "cio", tactical: "it-director", operational: "it-manager" } as const satisfies Record<
  Level,
  Role
>;

/** What a provider supplies that comes with a level of leadership. One that only sells, tests or builds is not asked. */
const leadingServices = ["vcio", "interim-management", "helpdesk", "hosting", "backup", "network", "monitoring"];

/**
 * Whether there is a post or a provider for a level of IT leadership. The IT line, vCIOs and providers are asked; other
 * posts count where they declare the level.
 */
export const levelCovered = (scope: Scope, level: Level): Truth => coverage(scope)[level]();

/** Each level worked out once, when it is first asked for. */
const coverage = memo((scope: Scope) => {
  const known = new Map<Level, Truth>();
  const of = (level: Level) => () => {
    const covered = known.get(level) ?? coverageOf(scope, level);
    known.set(level, covered);
    return covered;
  };
  return { strategic: of("strategic"), tactical: of("tactical"), operational: of("operational") };
});

function coverageOf(scope: Scope, level: Level): Truth {
  const { org } = scope;
  const leaders = leadersIn(scope);
  const own = roleOfLevel[level];
  return any(
    truth(scope.allPosts().some((post) => itemsOf(post.level).includes(level))),
    some(leaders, (post) => allInTurn(post.exists, worksInIt(org, post), coversLevel(post.level, level))),
    scope.declared(own).every((post) => isSlot(org, post)) ? scope.exists(own) : "no",
    vcioCovers(scope, level),
    some(scope.providers(), (provider) => all(provider.exists, providerCovers(provider, level))),
    ledByGroup(scope),
  );
}

/**
 * Whether strategy is looked after: a held CIO, an IT leader at strategic level, or a vCIO who covers it. The posts of
 * the IT line that the file speaks of are asked; one that nobody mentioned is not assumed to be there. A company whose IT
 * leader reports to the group's is the group's matter, whatever there is or is missing.
 */
export function strategyCovered(scope: Scope): Truth {
  const { org } = scope;
  const leaders = leadersIn(scope);
  return any(
    some(scope.declared("cio"), held),
    some(leaders, (post) =>
      all(held(post), any(worksInIt(org, post), standsAboveIt(scope, post)), coversLevel(post.level, "strategic")),
    ),
    vcioCovers(scope, "strategic"),
    titledWithoutRole(scope),
    ledByGroup(scope),
  );
}

/** Whether a CTO who does not look to customers alone stands above whoever leads IT, and so can do what a CIO would. */
function standsAboveIt(scope: Scope, post: Post): Truth {
  const head = headOfIt(scope).post;
  if (roleOf(post) !== "cto" || !head || head === post) return "no";
  return allInTurn(
    lineMeets(scope.org, head, (step) => truth(step === post)),
    holds(post.orientation, (way) => way !== "outward"),
  );
}

const leadersIn = (scope: Scope): Post[] =>
  scope.declared(...itLeadershipRoles, "cto").filter((post) => !isSlot(scope.org, post));

/** A vCIO can be a post or a provider's service; where both are given, the post is asked. */
export function vcioCovers(scope: Scope, level: Level): Truth {
  const posts = scope.posts("vcio");
  if (posts.length > 0) return some(posts, (post) => all(held(post), vcioPostCovers(scope.org, post, level)));
  const { truth: covered, providers } = scope.org.outsideService("vcio", scope.unit, (provider) =>
    coversLevel(provider.levels, level),
  );
  if (providers.length > 0) return covered;
  const exists = scope.exists("vcio");
  if (exists === "no") return "no";
  return scope.declared("vcio").length > 0 ? any(exists, covered) : covered;
}

/** The levels of the post, or else those of the provider that fills it. */
function vcioPostCovers(org: Org, post: Post, level: Level): Truth {
  if (post.level.is === "known") return coversLevel(post.level, level);
  const employers = itemsOf(post.heldBy).flatMap((ref) => employerOf(org, ref) ?? []);
  const provider = org.data.providers.get(employers[0] ?? "");
  return coversLevel(provider ? provider.levels : post.level, level);
}

/** What is known of its levels settles it. Of a vCIO alone, `vcioCovers` asks. */
function providerCovers({ levels, services }: Provider, level: Level): Truth {
  if (levels.is === "known") return coversLevel(levels, level);
  const asked = holds(services, (ids) => ids.some((id) => id !== "vcio" && leadingServices.includes(id)));
  return allInTurn(asked, coversLevel(levels, level));
}

const coversLevel = (levels: Post["level"], level: Level): Truth => holds(levels, (known) => known.includes(level));
