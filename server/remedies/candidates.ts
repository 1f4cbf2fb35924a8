import type { Role } from "../knowledge/catalogues.ts";
import type { Post, Provider, Unit } from "../model/org/entities.ts";
import { inPost, ofProvider, sharedHolders } from "../model/org/holders.ts";
import { headOfIt, isItLeadership, leadsItOrTechnology } from "../model/org/it-line.ts";
import { directSuperior, isTop, lineMeets } from "../model/org/lines.ts";
import { providerName, thePost } from "../model/org/names.ts";
import { held, itLeadershipRoles, type Org, roleOf, Scope, unitOf } from "../model/org/org.ts";
import { fromOutside } from "../model/org/outside.ts";
import type { Capacity } from "../model/org/same-hands.ts";
import { headOf, type Top } from "../model/org/top.ts";
import { given, itemsOf, truth } from "../model/words/fact.ts";
import { type Ref, refKey } from "../model/words/values.ts";
import { type Field, fieldOf, fieldOfOversight } from "./duty-fields.ts";

/** What somebody is to be found for. */
export interface Wanted {
  /** The kind of an activity, or `oversight` of a provider. */
  readonly duty: string;
  readonly as: Capacity | "overseer";
  /** Whose work it is to check or to be kept apart from: neither they nor anybody below them will do. */
  readonly stakes?: readonly Ref[];
  /** Others who will not do, while those below them may. */
  readonly taken?: readonly Ref[];
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
  const choice = new Choice(org, wanted);
  return choice.inOrder().slice(0, 2);
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

class Choice {
  readonly #org: Org;
  readonly #wanted: Wanted;
  readonly #scope: Scope;
  readonly #from: readonly Post[];
  readonly #head: Top | undefined;

  constructor(org: Org, wanted: Wanted) {
    const { unit, from = [] } = wanted;
    this.#org = org;
    this.#wanted = wanted;
    this.#scope = unit ? new Scope(org, unit) : org.whole;
    this.#from = this.#all().filter((post) => from.some((ref) => inPost(org, ref, post) === "yes"));
    this.#head = headOf(org, unit ?? this.#from[0]);
  }

  inOrder(): Top[] {
    const { duty, as, services = [] } = this.#wanted;
    const fields = as === "overseer" ? fieldOfOversight(services) : fieldOf(duty, as, this.#org.knowledge.activities);
    const found: Top[] = [];
    for (const field of fields) {
      // The head of the organization decides what nobody below can, and is not sent every approval.
      if (field === "last-resort" && found.length > 0) break;
      for (const one of this.#of(field)) if (!found.some(({ id }) => id === one.id)) found.push(one);
    }
    return found;
  }

  #of(field: Field): Top[] {
    switch (field) {
      case "head":
      case "last-resort":
        return this.#head && this.#isFreeHead(this.#head) ? [this.#head] : [];
      case "business":
        return this.#named("coo")
          .filter((post) => !this.#isOverIt(post))
          .map(asTop);
      case "coo":
        return this.#named("coo").map(asTop);
      case "cfo":
        return this.#named("cfo").map(asTop);
      case "buyers":
        return this.#posts((post) => !this.#isOfIt(post) && this.#isOfNoOtherKind(post) && !isTop(post));
      case "risk":
        return this.#named("cro", "head-compliance")
          .filter((post) => !this.#isOfIt(post))
          .map(asTop);
      case "ciso":
        return this.#named("ciso").map(asTop);
      case "security":
        return this.#posts((post) => lineMeets(this.#org, post, (step) => truth(roleOf(step) === "ciso")) === "yes");
      case "audit":
        return this.#named("head-internal-audit").map(asTop);
      case "auditors":
        return this.#firms((services) => services.every((one) => testing.includes(one)));
      case "soc":
        return this.#firms((services) => services.includes("security-operations"));
      case "superior":
        return this.#superiors().map(asTop);
      case "it":
        return this.#posts((post) => this.#isOfIt(post) && this.#isOfNoOtherKind(post) && !this.#leadsAll(post));
      case "it-leaders":
        return this.#named(...itLeadershipRoles).map(asTop);
      case "it-head":
        return this.#headsOfIt();
    }
  }

  /** The posts that suit, those of the same unit, then those beside and above whoever has the duty now, first. */
  #posts(suits: (post: Post) => boolean): Top[] {
    const units = new Set(this.#from.map(unitOf));
    const superiors = new Set(this.#from.map((post) => directSuperior(this.#org, post)));
    const rank = (post: Post): number => {
      const isNear = units.size === 0 || units.has(unitOf(post));
      const isBeside = superiors.has(post) || superiors.has(directSuperior(this.#org, post));
      return (isNear ? 0 : 2) + (isBeside ? 0 : 1);
    };
    const able = this.#all().filter((post) => suits(post) && this.#canTake(post));
    return able.sort((a, b) => rank(a) - rank(b)).map(asTop);
  }

  #named(...roles: Role[]): Post[] {
    const own = this.#scope.posts(...roles);
    const all = this.#wanted.unit ? [...own, ...this.#org.whole.posts(...roles)] : own;
    return [...new Set(all)].filter((post) => this.#canTake(post));
  }

  #all(): Post[] {
    return this.#org.allPosts.filter((post) => post.exists !== "no");
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

  #canTake(post: Post): boolean {
    const { duty, as } = this.#wanted;
    const isItsWork = fieldOf(duty, as === "overseer" ? "accountable" : as, this.#org.knowledge.activities).includes(
      "audit",
    );
    if (watchers.includes(roleOf(post)) && !(isItsWork && roleOf(post) === "head-internal-audit")) return false;
    // To answer for something, or to oversee, takes a post; who is in it may not have been asked. Work takes somebody.
    const isThere =
      as === "responsible" ? held(post) === "yes" : post.written ? held(post) !== "no" : post.exists !== "no";
    return isThere && !this.#isOutside(post) && this.#hasNoStake(post);
  }

  #isOutside = (post: Post): boolean => fromOutside(this.#org, { to: "post", id: post.id }) === "yes";

  #hasNoStake(post: Post): boolean {
    const { stakes = [], taken = [] } = this.#wanted;
    if ([...stakes, ...taken].some((ref) => inPost(this.#org, ref, post) === "yes")) return false;
    return !stakes.some(
      (ref) =>
        lineMeets(this.#org, post, (step) => truth(!isTop(step) && inPost(this.#org, ref, step) === "yes")) === "yes",
    );
  }

  #isFreeHead({ id }: Top): boolean {
    const post = this.#org.data.posts.get(id);
    if (!post) return true;
    if (held(post) === "no" || this.#isOutside(post)) return false;
    const { stakes = [], taken = [] } = this.#wanted;
    return [...stakes, ...taken].every((ref) => inPost(this.#org, ref, post) !== "yes");
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
    const leaders = this.#all().filter(isItLeadership);
    return leaders.some((one) => lineMeets(this.#org, one, (step) => truth(step === post)) !== "no");
  }

  /** Firms that supply what suits and run, build and sell nothing here, free of ties as far as the file says. */
  #firms(suits: (services: readonly string[]) => boolean): Top[] {
    if (this.#wanted.as !== "responsible") return [];
    const { stakes = [], taken = [] } = this.#wanted;
    return [...this.#org.data.providers.values()]
      .filter((firm) => {
        const services = itemsOf(firm.services);
        if (firm.exists !== "yes" || services.length === 0 || !suits(services)) return false;
        const isIn = (ref: Ref) => ofProvider(this.#org, ref, firm.id) === "yes";
        return given(firm.independent) !== false && ![...stakes, ...taken].some(isIn) && !this.#works(firm, isIn);
      })
      .map((firm) => ({ id: `provider:${firm.id}`, name: providerName(firm) }));
  }

  /** Whether a firm has a share in the work that is looked at. */
  #works(firm: Provider, isIn: (ref: Ref) => boolean): boolean {
    const { administrative, technical } = this.#org.knowledge.activities;
    const kinds = [...administrative, ...technical];
    const isWorking = kinds.some((kind) =>
      this.#org.activities(kind).some(({ responsible }) => itemsOf(responsible).some(isIn)),
    );
    return (
      isWorking || this.#all().some((post) => itemsOf(post.heldBy).some((ref) => refKey(ref) === `provider:${firm.id}`))
    );
  }
}

const testing: readonly string[] = ["security-audit", "penetration-test"];

const asTop = (post: Post): Top => ({ id: post.id, name: thePost(post) });
