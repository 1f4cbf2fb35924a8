import { addTo } from "../../base/group.ts";
import { memo } from "../../base/memo.ts";
import type { Role } from "../../knowledge/catalogues.ts";
import { all, cannotTell, given, holds, itemsOf, lacking, not, some, type Truth, truth } from "../words/fact.ts";
import { foldName, type Ref, refKey } from "../words/values.ts";
import type { Person, Post, Provider } from "./entities.ts";
import { type Org, roleOf } from "./org.ts";

/** The entry of `people` for a holder, whatever spelling folds to it. */
export function personOf(org: Org, name: string): Person | undefined {
  return org.data.people.get(name) ?? peopleByFoldedName(org).get(foldName(name));
}

/** Of several entries whose names fold alike, the first. */
const peopleByFoldedName = memo(
  (org: Org): ReadonlyMap<string, Person> =>
    new Map([...org.data.people.values()].reverse().map((person) => [foldName(person.id), person])),
);

/** The provider that a holder is, or works for. */
export function employerOf(org: Org, ref: Ref): string | undefined {
  if (ref.to === "provider") return ref.id;
  if (ref.to !== "person") return undefined;
  const employer = personOf(org, ref.name);
  const ref_ = employer && given(employer.employedBy);
  return ref_?.to === "provider" ? ref_.id : undefined;
}

/** The posts whose `heldBy` names a person or a provider, in the order of the file. */
export const postsHeldBy = (org: Org, holder: Ref): readonly Post[] => postsByHolder(org).get(refKey(holder)) ?? [];

const postsByHolder = memo((org: Org): ReadonlyMap<string, readonly Post[]> => {
  const posts = new Map<string, Post[]>();
  for (const post of org.allPosts) for (const key of new Set(itemsOf(post.heldBy).map(refKey))) addTo(posts, key, post);
  return posts;
});

/** The posts held by people whom a provider employs, in the order of the file. */
const postsByEmployer = memo((org: Org): ReadonlyMap<string, readonly Post[]> => {
  const posts = new Map<string, Post[]>();
  for (const post of org.allPosts) {
    const people = itemsOf(post.heldBy).filter(({ to }) => to === "person");
    for (const key of new Set(people.flatMap((one) => employerOf(org, one) ?? []))) addTo(posts, key, post);
  }
  return posts;
});

const rankInFile = memo((org: Org) => new Map(org.allPosts.map((post, i) => [post, i])));

/** The posts that exist and that a duty's holder is known to be in: those of which `inPost` is plainly so. */
export function postsOf(org: Org, ref: Ref): readonly Post[] {
  const { refs, post } = handsOf(org, ref);
  const held = refs.flatMap((hand) => {
    const employer = hand.to === "person" ? employerOf(org, hand) : undefined;
    return [
      ...postsHeldBy(org, hand),
      ...(hand.to === "provider" ? (postsByEmployer(org).get(hand.id) ?? []) : []),
      ...(employer === undefined ? [] : postsHeldBy(org, { to: "provider", id: employer })),
    ];
  });
  return inFileOrder(org, [...(post?.exists === "yes" ? [post] : []), ...held]);
}

/** Posts that exist, each once. */
export function inFileOrder(org: Org, posts: readonly Post[]): Post[] {
  const once = [...new Set(posts)];
  if (once.length < 2) return once;
  const rank = rankInFile(org);
  return once.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}

/** The providers of which `ofProvider` is plainly so. */
export function providersBehind(org: Org, ref: Ref): Set<string> {
  return new Set(handsOf(org, ref).refs.flatMap((hand) => employerOf(org, hand) ?? []));
}

/**
 * Whether two holders are the same hands: the same person, the same provider, or a provider and a person whom it
 * employs. Two different people of one provider are two people.
 */
export function isSameHolder(org: Org, a: Ref, b: Ref): boolean {
  if (refKey(a) === refKey(b)) return true;
  if (a.to === "provider") return employerOf(org, b) === a.id;
  if (b.to === "provider") return employerOf(org, a) === b.id;
  return false;
}

/** The holders that two posts have in common, as far as both are known. */
export function sharedHolders(org: Org, a: Post, b: Post): Ref[] {
  return itemsOf(a.heldBy).filter((one) => itemsOf(b.heldBy).some((other) => isSameHolder(org, one, other)));
}

/** Whether at least one person is in both posts. An empty post settles it, whoever is in the other. */
export function shareHolder(org: Org, a: Post, b: Post): Truth {
  return all(
    not(lacking(a.heldBy)),
    not(lacking(b.heldBy)),
    holds(a.heldBy, () => holds(b.heldBy, () => sharedHolders(org, a, b).length > 0)),
  );
}

/** Whether everybody in post `a` is in post `b` as well. An empty post settles it, whoever is in the other. */
export function allHoldAlso(org: Org, a: Post, b: Post): Truth {
  return all(
    not(lacking(a.heldBy)),
    not(lacking(b.heldBy)),
    holds(a.heldBy, (holders) => holds(b.heldBy, () => sharedHolders(org, a, b).length === holders.length)),
  );
}

/**
 * The hands behind whoever has a duty: the holders of a post, or the person, provider or team itself. A post whose
 * holder is unknown stands for itself, so that the same post on both sides is still the same.
 */
export function handsOf(org: Org, ref: Ref): { readonly refs: readonly Ref[]; readonly post?: Post } {
  if (ref.to !== "post") return { refs: [ref] };
  const post = org.data.posts.get(ref.id);
  return post ? { refs: itemsOf(post.heldBy), post } : { refs: [] };
}

/** Whether a duty's holder is this post, or a person who holds it. */
export function inPost(org: Org, ref: Ref, post: Post): Truth {
  if (ref.to === "post" && ref.id === post.id) return "yes";
  const hands = handsOf(org, ref);
  if (hands.post && hands.post.heldBy.is === "unknown")
    return cannotTell({ at: hands.post.heldBy.at, why: hands.post.heldBy.why });
  return some(hands.refs, (one) =>
    holds(post.heldBy, (holders) => truth(holders.some((other) => isSameHolder(org, one, other)))),
  );
}

/** Whether a duty's holder is of this provider: the provider itself, a post that it holds, a person whom it employs. */
export function ofProvider(org: Org, ref: Ref, provider: string): Truth {
  const hands = handsOf(org, ref);
  if (hands.post && hands.post.heldBy.is === "unknown")
    return cannotTell({ at: hands.post.heldBy.at, why: hands.post.heldBy.why });
  return all(
    truth(hands.refs.length > 0),
    some(hands.refs, (one) => truth(employerOf(org, one) === provider)),
  );
}

/** Whether a provider, or somebody of it, holds a post of this role; and the posts that it is known to hold. */
export function heldByProvider(
  org: Org,
  provider: Pick<Provider, "id">,
  role: Role,
): { readonly truth: Truth; readonly posts: readonly Post[] } {
  const posts = postsOf(org, { to: "provider", id: provider.id }).filter((post) => roleOf(post) === role);
  return { truth: posts.length > 0 ? "yes" : untoldIn(org)(role), posts };
}

/** What would have to be known of the posts of a role to tell who holds them: the same for every provider. */
const untoldIn = memo((org: Org) => {
  const known = new Map<Role, Truth>();
  return (role: Role): Truth => {
    const truth =
      known.get(role) ??
      some(org.posts(role), ({ heldBy }) =>
        heldBy.is === "unknown" ? cannotTell({ at: heldBy.at, why: heldBy.why }) : "no",
      );
    known.set(role, truth);
    return truth;
  };
});
