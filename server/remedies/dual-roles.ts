import type { Role } from "../knowledge/catalogues.ts";
import type { Post } from "../model/org/entities.ts";
import { postsOf, sharedHolders, shareHolder } from "../model/org/holders.ts";
import { leadsItOrTechnology } from "../model/org/it-line.ts";
import { directSuperior, isTop, lineMeets } from "../model/org/lines.ts";
import { postName, refName } from "../model/org/names.ts";
import { type Org, roleOf, scopeOf } from "../model/org/org.ts";
import { headOf, type Top } from "../model/org/top.ts";
import { type Fix, fix, remove, set } from "../model/words/change.ts";
import { all, any, itemsOf, type Truth } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { does } from "../model/words/remedy-id.ts";
import type { Ref } from "../model/words/values.ts";
import { listOf, type Words, words } from "../model/words/words.ts";
import { isVacancyAnError } from "./demands.ts";

/** One post, and those others that the same people hold. */
export interface DualRole {
  readonly post: Post;
  readonly truth: Truth;
  /** The others in which at least one of the post's holders sits as well. */
  readonly also: readonly Post[];
  /** The holders who do. */
  readonly who: readonly Ref[];
}

/**
 * Whether somebody in a post is also in one of these others, where that one counts. One person in both is enough; an
 * empty post is nobody.
 */
export function dualRole(
  org: Org,
  post: Post,
  others: readonly Post[],
  counts: (other: Post) => Truth = () => "yes",
): DualRole {
  const own = new Set(itemsOf(post.heldBy).flatMap((ref) => postsOf(org, ref)));
  const isShared = others.map((other) => {
    // Where it is known who is in both posts, only those of the same hands need a look.
    if (post.heldBy.is === "known" && other.heldBy.is === "known" && !own.has(other)) return "no";
    const shared = inSeparateCompanies(org, post, other) ? "no" : shareHolder(org, post, other);
    return shared === "no" ? shared : all(shared, counts(other));
  });
  const also = others.filter((_, i) => isShared[i] === "yes");
  const who = itemsOf(post.heldBy).filter((one) => also.some((other) => sharedHolders(org, post, other).includes(one)));
  return { post, truth: any(...isShared), also, who };
}

/** Whoever guards one company and runs the IT of another is not set over their own work. */
function inSeparateCompanies(org: Org, a: Post, b: Post): boolean {
  const [mine, theirs] = [scopeOf(org, a).unit, scopeOf(org, b).unit];
  return mine !== undefined && theirs !== undefined && mine !== theirs && !org.isForAll(a) && !org.isForAll(b);
}

/** "Sam Okafor holds both CISO and IT Manager." */
export function saysDualRole(org: Org, { post, also, who }: DualRole): Words {
  const posts = [post, ...also].map(postName);
  const hold = who.length > 1 ? "hold" : posts.length > 2 ? "holds" : "holds both";
  return words`${listOf(who.map((ref) => refName(org, ref)))} ${hold} ${listOf(posts)}.`;
}

/** Where the other posts name their holder, and what is to be read there. */
export function placesOfDualRole({ also }: DualRole): { readonly at: Place; readonly says: Words }[] {
  return also.map((other) => ({ at: [...other.at, "heldBy"], says: words`also holds ${postName(other)}` }));
}

/**
 * Takes the post away from whoever holds another: it goes to the holders that are left, or stands empty, unless a law
 * asks for somebody in it: then emptying it would only trade one fault for another.
 */
export function separatePost(org: Org, { post, who, also }: Pick<DualRole, "post" | "who" | "also">): Fix[] {
  const holders = itemsOf(post.heldBy);
  const left = holders.filter((one) => !who.includes(one)).map((ref) => refName(org, ref));
  const place = [...post.at, "heldBy"];
  // The last goes first, so that the indexes of those before it still hold.
  const gone = holders.flatMap((one, i) => (who.includes(one) ? [i] : [])).reverse();
  const toOthers = fix(
    does("leave-to-others"),
    words`Leave ${postName(post)} to ${listOf(left)}`,
    gone.map((i) => remove([...place, i])),
  );
  const to = lineOut(org, post, also);
  return [
    ...(left.length > 0 ? [toOthers] : []),
    ...(isVacancyAnError(org, post)
      ? []
      : [
          fix(
            does("separate-post"),
            words`Make ${postName(post)} a separate, vacant post${to ? words` that reports to ${to.name}` : ""}`,
            [set(place, "vacant"), ...(to ? [set([...post.at, "reportsTo"], to.id)] : [])],
          ),
        ]),
  ];
}

/** Where a separate post is to report, if its line leads to the post that it was joined to, or into IT. */
function lineOut(org: Org, post: Post, also: readonly Post[]): Top | undefined {
  const superior = directSuperior(org, post);
  if (!superior) return undefined;
  const isOld = also.includes(superior) && !isTop(superior);
  const isInIt = separate.includes(roleOf(post)) && lineMeets(org, post, leadsItOrTechnology) === "yes";
  return isOld || isInIt ? headOf(org, post) : undefined;
}

/** Posts that do not belong in the line of IT, whoever holds them. */
const separate: readonly (Role | undefined)[] = ["ciso", "cro", "head-compliance", "dpo", "qualified-individual"];
