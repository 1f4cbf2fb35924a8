import { groupBy } from "../base/group.ts";
import { memo } from "../base/memo.ts";
import type { Role } from "../knowledge/catalogues.ts";
import type { Post, Provider, Unit } from "../model/org/entities.ts";
import { handsOf, inFileOrder, postsOf, providersBehind, sharedHolders } from "../model/org/holders.ts";
import { headOfIt, isItLeadership, leadsItOrTechnology } from "../model/org/it-line.ts";
import { directSuperior, isTop, lineMeets } from "../model/org/lines.ts";
import { providerName, thePost } from "../model/org/names.ts";
import { held, itLeadershipRoles, type Org, roleOf, type Scope, unitOf } from "../model/org/org.ts";
import { fromOutside } from "../model/org/outside.ts";
import type { Capacity } from "../model/org/same-hands.ts";
import { headOf, type Top } from "../model/org/top.ts";
import { given, isCannotTell, itemsOf, truth } from "../model/words/fact.ts";
import type { Ref } from "../model/words/values.ts";
import { type Field, fieldOf, fieldOfOversight } from "./duty-fields.ts";

/** What somebody is to be found for. */
export interface Wanted {
  /** The kind of an activity, or `oversight` of a provider. */
  readonly duty: string;
  readonly as: Capacity | "overseer";
  /** Whose work it is to check or to be kept apart from: neither they nor anybody below them will do. */
  readonly stakes?: readonly Ref[];
  /** Others who will not do, while those below them may. Both lists are looked up once where they are the same ones. */
  readonly taken?: readonly Ref[];
  /** The same, of this case alone. Lists that several cases share are looked up once, too. */
  readonly besides?: readonly (readonly Ref[])[];
  /** Who has it now: their superior is nearest to it. */
  readonly from?: readonly Ref[];
  /** What the provider to be overseen supplies. */
  readonly services?: readonly string[];
  readonly unit?: Unit | undefined;
}

/**
 * Who could take a duty or an oversight over, so that an expert would sign it: at most two, the better first. They have
 * no stake in the conflict, the rank and the field for it, and belong to the organization, but for audits by a firm that
 * supplies nothing else and logs read by the watch over security. Nobody, where nobody fits.
 */
export function candidates(org: Org, wanted: Wanted): Top[] {
  return new Choice(org, wanted).inOrder(2);
}

/**
 * Somebody of the organization's own who could stand in for a post: another person in a post that reports to it, a leader
 * of IT first. Security does not stand in for IT, nor IT for those who watch over it: for as long as it lasts, that joins
 * what is kept apart.
 */
export function standIn(org: Org, post: Post): Post | undefined {
  const isOfIt = (one: Post) => leadsItOrTechnology(one) !== "no" || lineMeets(org, one, leadsItOrTechnology) === "yes";
  const isWatching = (one: Post) => [...watchers, ...advisers].includes(roleOf(one));
  // Within the field of a post that watches, whoever works there may stand in.
  const isApart = (other: Post) =>
    isWatching(post) ? leadsItOrTechnology(other) !== "no" || isBarredFor(org, post, other) : isWatching(other);
  const reports = org.allPosts.filter((other) => {
    if (directSuperior(org, other) !== post || other === post || held(other) !== "yes" || isApart(other)) return false;
    const isOutside = fromOutside(org, { to: "post", id: other.id }) === "yes";
    // Whoever approves for the business does not leave it to those who ask for IT's money.
    const isAsking = isOfIt(other) && !isOfIt(post) && !isTop(post);
    return !isOutside && !isAsking && itemsOf(post.heldBy).length > 0 && sharedHolders(org, post, other).length === 0;
  });
  return reports.find(isItLeadership) ?? reports[0];
}

/** A data protection officer's deputy is in no post that the officer may not be in. */
function isBarredFor(org: Org, post: Post, other: Post): boolean {
  if (roleOf(post) !== "dpo") return false;
  const role = roleOf(other);
  const pairs = org.knowledge.rolePairs.pairs.filter(({ one }) => one === "dpo");
  return pairs.some(({ other: barred }) => barred === role);
}

/** Those who take no share in others' work, lest they lose their independence. */
const watchers: readonly (Role | undefined)[] = [
  "dpo",
  "head-internal-audit",
  "board-chair",
  "hipaa-privacy-official",
  "quebec-privacy-officer",
];

/** Those who advise and challenge: nothing is theirs but what their own field names. */
const advisers: readonly (Role | undefined)[] = ["ciso", "cro", "head-compliance", "hipaa-security-official"];

/** Posts of another field, to which nothing of IT belongs. */
const otherFields: readonly (Role | undefined)[] = [
  "general-counsel",
  "chief-medical-officer",
  "head-hr",
  "head-marketing",
];

/** Refs that bar somebody, looked up once for all who ask about the same list. */
class Barred {
  readonly #org: Org;
  readonly #posts: ReadonlySet<Post>;
  readonly #firms: ReadonlySet<string>;
  readonly #below = new Map<Post, boolean>();

  constructor(org: Org, refs: readonly Ref[]) {
    this.#org = org;
    this.#posts = new Set(refs.flatMap((ref) => [handsOf(org, ref).post ?? [], postsOf(org, ref)].flat()));
    this.#firms = new Set(refs.flatMap((ref) => [...providersBehind(org, ref)]));
  }

  has(post: Post): boolean {
    return this.#posts.has(post);
  }

  hasFirm({ id }: Provider): boolean {
    return this.#firms.has(id);
  }

  /** Whether one of them stands above a post. */
  isAbove(post: Post): boolean {
    if (this.#posts.size === 0) return false;
    const known = this.#below.get(post);
    if (known !== undefined) return known;
    const isStake = (step: Post): boolean => !isTop(step) && this.#posts.has(step);
    const found = lineMeets(this.#org, post, (step) => truth(isStake(step))) === "yes";
    this.#below.set(post, found);
    return found;
  }
}

const barredBy = memo((org: Org) => memo((refs: readonly Ref[]) => new Barred(org, refs)));
const nobody: readonly Ref[] = [];

/** Posts that suit and can take something, by where they stand: in the order of the file. */
interface Able {
  readonly all: ReadonlySet<Post>;
  readonly byUnit: ReadonlyMap<string | null, readonly Post[]>;
  readonly bySuperior: ReadonlyMap<Post | null, readonly Post[]>;
}

const ableByBounds = memo((_: Org) =>
  memo((_stakes: readonly Ref[]) => memo((_taken: readonly Ref[]) => new Map<string, Able>())),
);

class Choice {
  readonly #org: Org;
  readonly #wanted: Wanted;
  readonly #scope: Scope;
  readonly #from: readonly Post[];
  readonly #head: Top | undefined;
  readonly #stakes: Barred;
  readonly #taken: Barred;
  readonly #besides: readonly Barred[];

  constructor(org: Org, wanted: Wanted) {
    const { unit, from = nobody, stakes = nobody, taken = nobody, besides = [] } = wanted;
    this.#org = org;
    this.#wanted = wanted;
    this.#scope = unit ? org.scopeWithin(unit) : org.whole;
    this.#from = [...new Set(from.flatMap((ref) => postsOf(org, ref)))];
    this.#head = headOf(org, unit ?? this.#from[0]);
    this.#stakes = barredBy(org)(stakes);
    this.#taken = barredBy(org)(taken);
    this.#besides = besides.map(barredBy(org));
  }

  /** At most so many, the better first. */
  inOrder(most: number): Top[] {
    const { duty, as, services = [] } = this.#wanted;
    const fields = as === "overseer" ? fieldOfOversight(services) : fieldOf(duty, as, this.#org.knowledge.activities);
    const found: Top[] = [];
    for (const field of fields) {
      // The head of the organization decides what nobody below can, and is not sent every approval.
      if (field === "last-resort" && found.length > 0) break;
      for (const one of this.#of(field)) {
        if (!found.some(({ id }) => id === one.id)) found.push(one);
        if (found.length === most) return found;
      }
    }
    return found;
  }

  #of(field: Field): Iterable<Top> {
    switch (field) {
      case "head":
      case "last-resort":
        return this.#head && this.#isFreeHead(this.#head) ? [this.#head] : [];
      case "business":
        return this.#named(["coo"], (post) => !this.#isOverIt(post));
      case "coo":
        return this.#named(["coo"]);
      case "cfo":
        return this.#named(["cfo"]);
      case "buyers":
        return this.#posts(field, (post) => !this.#isOfIt(post) && this.#isOfNoOtherKind(post) && !isTop(post));
      case "risk":
        return this.#named(["cro", "head-compliance"], (post) => !this.#isOfIt(post));
      case "ciso":
        return this.#named(["ciso"]);
      case "security":
        return this.#posts(
          field,
          (post) => lineMeets(this.#org, post, (step) => truth(roleOf(step) === "ciso")) === "yes",
        );
      case "audit":
        return this.#named(["head-internal-audit"]);
      case "auditors":
        return this.#firms((services) => services.every((one) => testing.includes(one)));
      case "soc":
        return this.#firms((services) => services.includes("security-operations"));
      case "superior":
        return this.#superiors().map(asTop);
      case "it":
        return this.#posts(field, (post) => this.#isOfIt(post) && this.#isOfNoOtherKind(post) && !this.#leadsAll(post));
      case "it-leaders":
        return this.#named(itLeadershipRoles);
      case "it-head":
        return this.#headsOfIt();
    }
  }

  /** The posts that suit, those of the same unit, then those beside and above whoever has the duty now, first. */
  *#posts(field: Field, suits: (post: Post) => boolean): Iterable<Top> {
    const able = this.#able(field, suits);
    const superiorOf = (post: Post) => directSuperior(this.#org, post) ?? null;
    const superiors = new Set(this.#from.map(superiorOf));
    const units = new Set(this.#from.map(unitOrNone));
    const isNear = (post: Post) => units.size === 0 || units.has(unitOrNone(post));
    const isBeside = (post: Post) => superiors.has(post) || superiors.has(superiorOf(post));
    const beside = [...superiors].flatMap((superior) => [
      ...(superior && able.all.has(superior) ? [superior] : []),
      ...(able.bySuperior.get(superior) ?? []),
    ]);
    const near = [...units].flatMap((unit) => able.byUnit.get(unit) ?? []);
    const ranked: readonly [Iterable<Post>, (post: Post) => boolean][] = [
      [inFileOrder(this.#org, beside), isNear],
      [units.size === 0 ? able.all : inFileOrder(this.#org, near), (post) => !isBeside(post)],
      [inFileOrder(this.#org, beside), (post) => !isNear(post)],
      [able.all, (post) => !isNear(post) && !isBeside(post)],
    ];
    for (const [posts, isNext] of ranked)
      for (const post of posts) if (isNext(post) && !this.#isBesides(post)) yield asTop(post);
  }

  /** Worked out once for all who ask with the same bounds. */
  #able(field: Field, suits: (post: Post) => boolean): Able {
    const { duty, as, unit, stakes = nobody, taken = nobody } = this.#wanted;
    const known = ableByBounds(this.#org)(stakes)(taken);
    const key = JSON.stringify([field, duty, as, unit?.id]);
    const found = known.get(key);
    if (found) return found;
    const all = this.#org.allPosts.filter((post) => suits(post) && this.#canEver(post));
    const able: Able = {
      all: new Set(all),
      byUnit: groupBy(all, unitOrNone),
      bySuperior: groupBy(all, (post) => directSuperior(this.#org, post) ?? null),
    };
    known.set(key, able);
    return able;
  }

  *#named(roles: readonly Role[], suits: (post: Post) => boolean = () => true): Iterable<Top> {
    const own = this.#scope.posts(...roles);
    const all = this.#wanted.unit ? [...own, ...this.#org.whole.posts(...roles)] : own;
    for (const post of new Set(all)) if (this.#canTake(post) && suits(post)) yield asTop(post);
  }

  #superiors(): Post[] {
    const above = new Set(this.#from.flatMap((post) => this.#nextAbove(post) ?? []));
    return [...above].filter((post) => !isTop(post) && this.#canTake(post) && this.#isOfNoOtherKind(post));
  }

  /** The next post up the line with somebody of the organization's own in it. */
  #nextAbove(post: Post): Post | undefined {
    const seen = new Set([post]);
    for (let above = directSuperior(this.#org, post); above && !seen.has(above); ) {
      if (held(above) !== "no" && !this.#isOutside(above)) return above;
      seen.add(above);
      above = directSuperior(this.#org, above);
    }
    return undefined;
  }

  #headsOfIt(): Top[] {
    const scopes = this.#wanted.unit ? [this.#scope, this.#org.whole] : [this.#scope];
    const heads = scopes.flatMap((scope) => headOfIt(scope).post ?? []);
    return heads.filter((post) => this.#canTake(post)).map(asTop);
  }

  #canTake = (post: Post): boolean => this.#canEver(post) && !this.#isBesides(post);

  #isBesides = (post: Post): boolean => this.#besides.some((barred) => barred.has(post));

  /** Apart from those who are barred in this case alone. */
  #canEver(post: Post): boolean {
    const { duty, as } = this.#wanted;
    const isItsWork = fieldOf(duty, as === "overseer" ? "accountable" : as, this.#org.knowledge.activities).includes(
      "audit",
    );
    if (watchers.includes(roleOf(post)) && !(isItsWork && roleOf(post) === "head-internal-audit")) return false;
    // To answer for something, or to oversee, takes a post; who is in it may not have been asked. Work takes somebody.
    const isThere =
      as === "responsible" ? held(post) === "yes" : post.written ? held(post) !== "no" : post.exists !== "no";
    if (!isThere || this.#isOutside(post)) return false;
    return !this.#stakes.has(post) && !this.#taken.has(post) && !this.#stakes.isAbove(post);
  }

  #isOutside = (post: Post): boolean => fromOutside(this.#org, { to: "post", id: post.id }) === "yes";

  #isFreeHead({ id }: Top): boolean {
    const post = this.#org.data.posts.get(id);
    if (!post) return true;
    if (held(post) === "no" || this.#isOutside(post)) return false;
    return ![this.#stakes, this.#taken, ...this.#besides].some((barred) => barred.has(post));
  }

  #isOfIt = (post: Post): boolean =>
    leadsItOrTechnology(post) === "yes" || lineMeets(this.#org, post, leadsItOrTechnology) === "yes";

  /** Leads IT or technology, and has others below to do the work. */
  #leadsAll = (post: Post): boolean => headOfIt(this.#scope).post === post;

  #isOfNoOtherKind = (post: Post): boolean =>
    !otherFields.includes(roleOf(post)) &&
    !advisers.includes(roleOf(post)) &&
    lineMeets(this.#org, post, (step) => truth(advisers.includes(roleOf(step)))) !== "yes";

  /** Whether IT reports there, so that its risks are that post's own doing. */
  #isOverIt(post: Post): boolean {
    const { posts, isOpen } = aboveIt(this.#org);
    return isOpen || posts.has(post);
  }

  /** Firms that supply what suits and run, build and sell nothing here, free of ties as far as the file says. */
  #firms(suits: (services: readonly string[]) => boolean): Top[] {
    if (this.#wanted.as !== "responsible") return [];
    return [...this.#org.data.providers.values()]
      .filter((firm) => {
        const services = itemsOf(firm.services);
        if (firm.exists !== "yes" || services.length === 0 || !suits(services)) return false;
        const isBarred = [this.#stakes, this.#taken, ...this.#besides].some((barred) => barred.hasFirm(firm));
        return given(firm.independent) !== false && !isBarred && !workingFirms(this.#org).has(firm.id);
      })
      .map((firm) => ({ id: `provider:${firm.id}`, name: providerName(firm) }));
  }
}

/** The firms that have a share in the work that is looked at. */
const workingFirms = memo((org: Org): ReadonlySet<string> => {
  const { administrative, technical } = org.knowledge.activities;
  const doing = [...administrative, ...technical]
    .flatMap((kind) => org.activities(kind))
    .flatMap(({ responsible }) => itemsOf(responsible).flatMap((ref) => [...providersBehind(org, ref)]));
  const holding = org.allPosts.flatMap(({ heldBy }) =>
    itemsOf(heldBy).flatMap((ref) => (ref.to === "provider" ? [ref.id] : [])),
  );
  return new Set([...doing, ...holding]);
});

/** The posts above those that lead IT; `isOpen` where such a line does not say where it ends. */
const aboveIt = memo((org: Org) => {
  const posts = new Set<Post>();
  const meet = (step: Post) => {
    posts.add(step);
    return "no" as const;
  };
  const ends = org.allPosts.filter(isItLeadership).map((leader) => lineMeets(org, leader, meet));
  return { posts, isOpen: ends.some(isCannotTell) };
});

const unitOrNone = (post: Post): string | null => unitOf(post) ?? null;

const testing: readonly string[] = ["security-audit", "penetration-test"];

const asTop = (post: Post): Top => ({ id: post.id, name: thePost(post) });
