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
import { suppliersAmong } from "./suppliers.ts";
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
  readonly #postsByPlace: ReadonlyMap<InOrg, readonly Post[]>;
  readonly #postsOfTheWhole: readonly Post[];
  readonly #activitiesByPlace: ReadonlyMap<InOrg, readonly Activity[]>;
  readonly #providersByPlace: ReadonlyMap<InOrg, readonly Provider[]>;
  readonly #straysOfCompanies = new Map<Role, Post | undefined>();
  readonly #straysOfTheWhole = new Map<Role, Post | undefined>();
  readonly #scopes: readonly Scope[];
  readonly #scopesWithin = new Map<string, Scope>();
  readonly #scopeOfUnit: ReadonlyMap<string, Scope>;
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
    this.#postsByPlace = groupBy(declared, placeIn);
    this.#postsOfTheWhole = declared.filter((post) => placeIn(post) === theWhole || this.#forAll.has(post));
    this.#activitiesByPlace = groupBy(data.activities.values(), placeIn);
    this.#providersByPlace = groupBy(
      [...data.providers.values()].filter(({ exists }) => exists !== "no"),
      placeIn,
    );
    this.whole = new Scope(this, undefined);
    this.#scopes = [this.whole, ...this.companies().map((unit) => new Scope(this, unit))];
    this.#scopeOfUnit = new Map(this.#scopes.flatMap((scope) => (scope.unit ? [[scope.unit.id, scope]] : [])));
  }

  /**
   * The posts of a unit that the file speaks of, also where it says that there is none; without one, of the whole: where
   * no IT leader stands outside of units, with the leader of a unit who leads them all.
   */
  postsIn(unit: Unit | undefined): readonly Post[] {
    return unit ? (this.#postsByPlace.get(unit.id) ?? []) : this.#postsOfTheWhole;
  }

  activitiesIn(unit: Unit | undefined): readonly Activity[] {
    return this.#activitiesByPlace.get(unit?.id ?? theWhole) ?? [];
  }

  /**
   * A post of which nobody knows where it belongs, and which may therefore be the one of a company, or of the whole. Of
   * the whole may be the post of a department, too: the IT manager of an "IT department" leads IT for everybody, the one
   * of a department of scientists may not. A unit of which nobody has said what it is may be a department.
   */
  strayPost(role: Role, ofCompany: boolean): Post | undefined {
    const known = ofCompany ? this.#straysOfCompanies : this.#straysOfTheWhole;
    if (!known.has(role)) {
      const mayBelong = ({ unit, exists }: Post): boolean => {
        if (exists !== "yes") return false;
        if (unit.is === "unknown") return true;
        const ref = given(unit);
        const kind = ref?.to === "unit" ? this.data.units.get(ref.id)?.kind : undefined;
        return !ofCompany && kind !== undefined && (kind.is === "unknown" || given(kind) === "department");
      };
      known.set(role, this.declaredPosts(role).find(mayBelong));
    }
    return known.get(role);
  }

  /** The posts of any unit, of its own kind or not, as those of a company. */
  scopeWithin(unit: Unit): Scope {
    const known = this.#scopeOfUnit.get(unit.id) ?? this.#scopesWithin.get(unit.id);
    const scope = known ?? new Scope(this, unit);
    this.#scopesWithin.set(unit.id, scope);
    return scope;
  }

  /** The scope of a company of its own; undefined for any other unit. */
  scopeOfUnit(unit: string): Scope | undefined {
    return this.#scopeOfUnit.get(unit);
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
    const possible = suppliersAmong(providers)(service);
    const supplied = some(possible, ({ provider, supplies }) => all(supplies, also(provider)));
    const isSettled = providers.length > 0 || this.isComplete("providers");
    const others = possible.length < providers.length ? "no" : supplied;
    return {
      truth: isSettled ? any(supplied, others) : missing(["providers"]),
      providers: possible.flatMap(({ provider, supplies }) => (supplies === "yes" ? provider : [])),
    };
  }

  providersOf(unit: Unit | undefined): readonly Provider[] {
    return this.#providersByPlace.get(unit?.id ?? theWhole) ?? [];
  }
}

/** Where "is there a ..." is asked: the organization's own posts, or those of one of its companies. */
export class Scope {
  readonly org: Org;
  readonly unit: Unit | undefined;
  readonly #allPosts: readonly Post[];
  readonly #declared: ReadonlyMap<string, readonly Post[]>;
  readonly #activities: ReadonlyMap<string, readonly Activity[]>;

  constructor(org: Org, unit: Unit | undefined) {
    this.org = org;
    this.unit = unit;
    const own = org.postsIn(unit);
    this.#allPosts = own.filter((post) => post.exists === "yes");
    this.#declared = groupBy(own, roleOf);
    this.#activities = groupBy(org.activitiesIn(unit), kindOf);
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
    return this.declared(...roles).filter((post) => post.exists === "yes");
  }

  allPosts(): readonly Post[] {
    return this.#allPosts;
  }

  /** The entries about one activity that this scope's people answer for. */
  activities(id: ActivityId): readonly Activity[] {
    return this.#activities.get(id) ?? [];
  }

  /** The outside firms that work for this scope, as far as the file does not say that there is no such firm. */
  providers(): readonly Provider[] {
    return this.org.providersOf(this.unit);
  }

  /** The posts of these roles that the file speaks of here, also those that it says are none or unknown. */
  declared(...roles: readonly Role[]): Post[] {
    return roles.flatMap((role) => this.#declared.get(role) ?? []);
  }

  /** Whether there is a post of this role here. Not asked is not "no"; nor is a post whose role nobody could name. */
  exists(role: Role): Truth {
    const declared = this.declared(role);
    if (declared.length > 0) return some(declared, (post) => post.exists);
    const stray = this.org.strayPost(role, this.unit !== undefined);
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
  return (unit === undefined ? undefined : org.scopeOfUnit(unit)) ?? org.whole;
}

/** To what something belongs: a unit, by its id, or the organization as a whole. */
type InOrg = string | typeof theWhole;
const theWhole = Symbol("the whole");

/** Where units make no sense, everything belongs to the whole; undefined where nobody knows. */
function placeIn(entity: { readonly unit: Post["unit"] }): InOrg | undefined {
  const { is } = entity.unit;
  return is === "none" || is === "not-applicable" ? theWhole : unitOf(entity);
}
