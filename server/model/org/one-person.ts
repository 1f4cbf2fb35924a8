import type { Severity } from "../../knowledge/severity.ts";
import type { Ref } from "../words/values.ts";
import { dutiesOf } from "./duties-of.ts";
import type { Post } from "./entities.ts";
import { postsHeldBy } from "./holders.ts";
import { lineOf } from "./lines.ts";
import { type Org, roleOf } from "./org.ts";

const isGrave = (severity: Severity | undefined): boolean => severity === "warning" || severity === "error";

/**
 * Whether it would matter that two names are one person's: between them they hold posts or duties that no one person
 * should, or one of them leads the other.
 */
export function wouldConflict(org: Org, one: string, other: string): boolean {
  const [a, b] = [behind(org, one), behind(org, other)];
  return arePosts(org, a.posts, b.posts) || areDuties(org, a.activities, b.activities);
}

function behind(org: Org, name: string): { readonly posts: readonly Post[]; readonly activities: readonly string[] } {
  const person: Ref = { to: "person", name };
  const posts = postsHeldBy(org, person);
  const refs: Ref[] = [person, ...posts.map(({ id }): Ref => ({ to: "post", id }))];
  const duties = refs.flatMap((ref) => dutiesOf(org, ref)).filter(({ as }) => as === "responsible");
  return {
    posts,
    activities: duties.map(({ activity }) =>
      activity.activity.is === "known" ? activity.activity.value : activity.id,
    ),
  };
}

function arePosts(org: Org, mine: readonly Post[], theirs: readonly Post[]): boolean {
  const { pairs, rules } = org.knowledge.rolePairs;
  const grave = pairs.filter(({ rule }) => isGrave(rules.find(({ id }) => id === rule)?.severity));
  return mine.some((a) =>
    theirs.some((b) => {
      const [first, second] = [roleOf(a), roleOf(b)];
      const isPair = grave.some(
        ({ one, other }) => (one === first && other === second) || (one === second && other === first),
      );
      return isPair || lineOf(org, a).steps[0] === b || lineOf(org, b).steps[0] === a;
    }),
  );
}

function areDuties(org: Org, mine: readonly string[], theirs: readonly string[]): boolean {
  const has = (side: readonly string[], own: readonly string[]) => side.some((id) => own.includes(id));
  return org.knowledge.duties.pairs.some(
    ({ first, second, severity }) =>
      isGrave(severity) && ((has(first, mine) && has(second, theirs)) || (has(first, theirs) && has(second, mine))),
  );
}
