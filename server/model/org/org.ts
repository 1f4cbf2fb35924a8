import { groupBy } from "../../base/group.ts";
import type { ActivityId, Role } from "../../knowledge/catalogues.ts";
import type { Conventions, Thresholds } from "../../knowledge/conventions.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import {
  all,
  any,
  cannotTell,
  every,
  given,
  holds,
  isCannotTell,
  lacking,
  missing,
  not,
  some,
  type Truth,
} from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import { type Sayable, words } from "../words/words.ts";
import type { Activity, OrgData, Post, Provider, Unit } from "./entities.ts";
import { humanize, thePost } from "./names.ts";
import { leadersInUnits } from "./unit-leaders.ts";

/** The roles that lead IT, highest first. */
export const itLeadershipRoles = [
  "cio",
  "cto-internal",
  "it-director",
  "it-manager",
] as const satisfies readonly Role[];
/** The posts that `coverage.itPosts: complete` settles. */
export const itPostRoles: readonly Role[] = ["cio", "cto", "cto-internal", "it-director", "it-manager", "vcio", "ciso"];

/** An organization, indexed once for the questions that rules ask of it. Immutable. */
export class Org {
  readonly data: OrgData;
  /** What is known beforehand, in the light of which it is read. */
  readonly knowledge: Knowledge;
  /** Every post that exists, in the order of the file; posts that are only referred to come last. */
  readonly allPosts: readonly Post[];
  /** From which numbers on something is large, small or many. */
  readonly thresholds: Thresholds;
  /** The organization as a whole, without the posts of its units. */
  readonly whole: Scope;
  readonly #postsByRole: ReadonlyMap<string, readonly Post[]>;
  readonly #activitiesById: ReadonlyMap<string, readonly Activity[]>;
  readonly #scopes: readonly Scope[];
  /** The IT leaders of units who are read as the organization's own. */
  readonly #forAll: ReadonlySet<Post>;
  /** `conventions`: what the firm has set for the files that it reads. */
  constructor(data: OrgData, conventions: Conventions) {
    this.data = data;
    this.knowledge = conventions.knowledge;
    this.thresholds = conventions.thresholds;
    const declared = [...data.posts.values()];
    this.allPosts = declared.filter((post) => post.exists === "yes");
    this.#postsByRole = groupBy(declared, roleOf);
    this.#activitiesById = groupBy(data.activities.values(), kindOf);
    this.#forAll = new Set(leadersInUnits(data, itLeadershipRoles));
    this.whole = new Scope(this, undefined);
    this.#scopes = [this.whole, ...this.companies().map((unit) => new Scope(this, unit))];
  }

  /** Whether a post of a unit leads IT for the organization as a whole, which has no IT leader outside of its units. */
  isForAll(post: Post): boolean {
    return this.#forAll.has(post);
  }

  /** The posts of these roles that exist, highest role first as given. */
  posts(...roles: readonly Role[]): Post[] {
    return roles.flatMap((role) => this.declaredPosts(role).filter((post) => post.exists === "yes"));
  }

  /** The posts of a role that the file speaks of, also where it says that there is none. */
  declaredPosts(role: Role): readonly Post[] {
    return this.#postsByRole.get(role) ?? [];
  }

  /** The entries about one activity, also those that say nobody does it. */
  activities(id: ActivityId): readonly Activity[] {
    return this.#activitiesById.get(id) ?? [];
  }

  /** The organization as a whole, and each unit that is a company of its own. */
  scopes(): readonly Scope[] {
    return this.#scopes;
  }

  /** The units that are companies of their own. */
  companies(): Unit[] {
    return [...this.data.units.values()].filter((unit) => unit.exists === "yes" && given(unit.kind) === "company");
  }

  /** Whether the file declares a law or standard as one that applies, or will. */
  isInForce(regime: string): boolean {
    const state = this.data.regimes.get(regime)?.state;
    return state === "applies" || state === "planned";
  }

  /** 250 people or more, where the firm sets no other limit; a range counts only when all of it does. */
  large(): Truth {
    const { large } = this.thresholds;
    return this.headcount((min, max) => (min >= large ? "yes" : max < large ? "no" : undefined));
  }

  /** Fewer than 50 people, where the firm sets no other limit. */
  small(): Truth {
    const { small } = this.thresholds;
    return this.headcount((min, max) => (max < small ? "yes" : min >= small ? "no" : undefined));
  }

  headcountWithin(least: number, most: number): Truth {
    return this.headcount((min, max) =>
      min >= least && max <= most ? "yes" : max < least || min > most ? "no" : undefined,
    );
  }

  headcount(judge: (min: number, max: number) => "yes" | "no" | undefined): Truth {
    const { headcount } = this.data.organization;
    return holds(headcount, ({ min, max }) => judge(min, max) ?? missing(["organization", "headcount"]));
  }

  isComplete(section: "posts" | "committees" | "providers" | "activities" | "itPosts"): boolean {
    return given(this.data.coverage[section]) === "complete";
  }

  /**
   * Whether an outside provider supplies a service, and also is as asked; and those that are known to supply it. The
   * providers mentioned are what there is, once any is mentioned.
   */
  outsideService(
    service: string,
    unit?: Unit,
    also: (provider: Provider) => Truth = () => "yes",
  ): { truth: Truth; providers: readonly Provider[] } {
    const providers = this.providersOf(unit);
    const supplies = (provider: Provider) =>
      all(
        provider.exists,
        holds(provider.services, (ids) => ids.includes(service)),
      );
    const isSettled = providers.length > 0 || this.isComplete("providers");
    return {
      truth: isSettled
        ? some(providers, (provider) => all(supplies(provider), also(provider)))
        : missing(["providers"]),
      providers: providers.filter((provider) => supplies(provider) === "yes"),
    };
  }

  providersOf(unit: Unit | undefined): Provider[] {
    return [...this.data.providers.values()].filter(
      (provider) => provider.exists !== "no" && belongsTo(provider, unit),
    );
  }
}

/** Where "is there a ..." is asked: the organization's own posts, or those of one of its companies. */
export class Scope {
  readonly org: Org;
  readonly unit: Unit | undefined;
  readonly #allPosts: readonly Post[];

  constructor(org: Org, unit: Unit | undefined) {
    this.org = org;
    this.unit = unit;
    this.#allPosts = org.allPosts.filter((post) => this.#has(post));
  }

  /** Where a finding about something missing stands. */
  get at(): Place {
    return this.unit ? this.unit.at : ["posts"];
  }

  /** The unit as a message names it; empty for the organization as a whole. */
  get name(): string {
    return this.unit ? (given(this.unit.name) ?? humanize(this.unit.id)) : "";
  }

  posts(...roles: readonly Role[]): Post[] {
    return this.org.posts(...roles).filter((post) => this.#has(post));
  }

  allPosts(): readonly Post[] {
    return this.#allPosts;
  }

  /** The entries about one activity that this scope's people answer for. */
  activities(id: ActivityId): Activity[] {
    return this.org.activities(id).filter((activity) => belongsTo(activity, this.unit));
  }

  /** The outside firms that work for this scope, as far as the file does not say that there is no such firm. */
  providers(): Provider[] {
    return this.org.providersOf(this.unit);
  }

  /** The posts of these roles that the file speaks of here, also those that it says are none or unknown. */
  declared(...roles: readonly Role[]): Post[] {
    return roles.flatMap((role) => this.org.declaredPosts(role).filter((post) => this.#has(post)));
  }

  /** Where no IT leader stands outside of units, the unit whose leader leads them all is read in the organization's stead. */
  #has(post: Post): boolean {
    return belongsTo(post, this.unit) || (this.unit === undefined && this.org.isForAll(post));
  }

  /** Whether there is a post of this role here. Not asked is not "no"; nor is a post whose role nobody could name. */
  exists(role: Role): Truth {
    const declared = this.declared(role);
    if (declared.length > 0) return some(declared, (post) => post.exists);
    const stray = this.org.declaredPosts(role).find((post) => post.exists === "yes" && this.#mayBelong(post));
    if (stray)
      return cannotTell({
        at: [...stray.at, "unit"],
        why: stray.unit.is === "unknown" ? stray.unit.why : "absent",
        question: this.#belonging(stray),
      });
    // A company without any IT post is served from elsewhere more often than not led by nobody.
    if (this.unit && itPostRoles.includes(role) && !this.#hasIt())
      return missing(this.unit.at, `Who runs IT at ${this.name}: the group?`);
    const settled = this.org.isComplete("posts") || (itPostRoles.includes(role) && this.org.isComplete("itPosts"));
    const untold = settled ? this.#untold(role) : "no";
    if (isCannotTell(untold)) return untold;
    return settled ? "no" : this.unit ? missing(this.unit.at, this.#question()) : missing(["posts", role]);
  }

  #hasIt(): boolean {
    return this.posts(...itPostRoles).length > 0 || this.mayBe(...itPostRoles).length > 0;
  }

  /** Whether somebody is in a post of this role. */
  held(role: Role): Truth {
    const declared = this.declared(role);
    return declared.length > 0 ? some(declared, held) : this.exists(role);
  }

  /** Whether there is no such post, or nobody in it. */
  noneOrVacant(role: Role): Truth {
    return not(this.held(role));
  }

  /** Whether nobody does this activity at all. */
  notDone(id: ActivityId): Truth {
    const entries = this.activities(id);
    if (entries.length > 0) return every(entries, (entry) => not(entry.exists));
    return this.org.isComplete("activities") ? "yes" : missing(["activities", id]);
  }

  /** Whether the activity is done by nobody, or nobody answers for it. */
  withoutAccountable(id: ActivityId): Truth {
    const entries = this.activities(id);
    if (entries.length === 0) return this.notDone(id);
    return every(entries, (entry) => {
      if (entry.exists === "no") return "yes";
      return isCannotTell(entry.exists) ? entry.exists : lacking(entry.accountable);
    });
  }

  /**
   * A post of which nobody knows where it belongs may be the one. So may the post of a department: the IT manager of
   * an "IT department" leads IT for everybody, the one of a department of scientists may not. A unit of which nobody
   * has said what it is may be a department.
   */
  #mayBelong(post: Post): boolean {
    if (post.unit.is === "unknown") return true;
    const unit = given(post.unit);
    const kind = unit?.to === "unit" ? this.org.data.units.get(unit.id)?.kind : undefined;
    return this.unit === undefined && kind !== undefined && (kind.is === "unknown" || given(kind) === "department");
  }

  /** That a section is complete says nothing of a post in it whose role nobody gave, and which may be the one. */
  #untold(role: Role): Truth {
    const unnamed = this.allPosts().find(({ role: own }) => own.is === "unknown" && own.why !== "absent");
    return unnamed ? roleUntold(unnamed) : any("no", ...this.mayBe(role).map(roleUntold));
  }

  /** The posts without a role here that may be of this one by their title, and may have somebody in them. */
  mayBe(...roles: readonly Role[]): Post[] {
    return this.allPosts().filter(
      (post) => post.role.is === "unknown" && held(post) !== "no" && post.mayBe.some((one) => roles.includes(one)),
    );
  }

  #belonging(post: Post): Sayable {
    return words`Is ${thePost(post)} there for ${this.unit ? this.name : "the organization as a whole"}, or for another part of it?`;
  }

  /** A unit's posts have no keys to ask for before anybody has named them, so one question asks for them all. */
  #question(): string {
    return `Who leads IT in ${this.name}, and who answers for security there?`;
  }
}

/** Cannot tell what a post is that has no role; whoever is asked for it names the role that it comes closest to. */
export const roleUntold = ({ role }: Post): Truth =>
  role.is === "unknown" ? cannotTell({ at: role.at, why: role.why }) : "no";

/** Whether somebody is in the post. */
export function held(post: Post): Truth {
  // Who holds it is not worth asking before it is known to exist.
  if (post.exists !== "yes") return post.exists;
  return holds(post.heldBy, (holders) => holders.length > 0);
}

/** Whether the post exists and nobody is in it. */
export function vacant(post: Post): Truth {
  return all(post.exists, lacking(post.heldBy));
}

/**
 * Whether a post is only a slot for the answer (`cio: not-asked`), which says no more than if it were not there. Where
 * somebody has said that the posts are complete, it still is no "no".
 */
export function isSlot(org: Org, { exists }: Post): boolean {
  const isSettled = org.isComplete("posts") || org.isComplete("itPosts");
  return !isSettled && isCannotTell(exists) && exists.needs.every(({ why }) => why === "not-asked");
}

/** Which activity of the catalogue an entry is about; its own id where it is one of the firm's own. */
export function kindOf(activity: Activity): string {
  return given(activity.activity) ?? activity.id;
}

/** The post's role; undefined where the file gives none that is known. */
export function roleOf(post: Post): Role | undefined {
  return given(post.role);
}

/** The unit that something belongs to; undefined for what belongs to the organization as a whole. */
export function unitOf(entity: { readonly unit: Post["unit"] }): string | undefined {
  const unit = given(entity.unit);
  return unit?.to === "unit" ? unit.id : undefined;
}

/** Where something belongs: its own company, where its unit is one, else the organization as a whole. */
export function scopeOf(org: Org, entity: { readonly unit: Post["unit"] }): Scope {
  const unit = unitOf(entity);
  return org.scopes().find((scope) => scope.unit !== undefined && scope.unit.id === unit) ?? org.whole;
}

function belongsTo(entity: { readonly unit: Post["unit"] }, unit: Unit | undefined): boolean {
  const own = given(entity.unit);
  // Where units make no sense, everything belongs to the whole.
  if (!unit) return entity.unit.is === "none" || entity.unit.is === "not-applicable";
  return own?.to === "unit" && own.id === unit.id;
}
