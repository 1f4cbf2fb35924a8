import { groupBy } from "../../base/group.ts";
import type { Post } from "../../model/org/entities.ts";
import type { Org } from "../../model/org/org.ts";
import { itemsOf } from "../../model/words/fact.ts";
import { foldName } from "../../model/words/values.ts";

export interface NamedPerson {
  /** As the file spells it first. */
  readonly name: string;
  readonly posts: readonly Post[];
}

/** Everybody whom the file names, each once, in the order of their names. */
export function peopleIn(org: Org): NamedPerson[] {
  const held = org.allPosts.flatMap((post) =>
    itemsOf(post.heldBy).flatMap((ref) => (ref.to === "person" ? [{ name: foldName(ref.name), post }] : [])),
  );
  const postsOf = groupBy(held, ({ name }) => name);
  const names = new Map<string, string>();
  for (const { name } of org.data.mentions) {
    const folded = foldName(name);
    if (!names.has(folded)) names.set(folded, name.trim());
  }
  return [...names]
    .map(([folded, name]) => ({ name, posts: (postsOf.get(folded) ?? []).map(({ post }) => post) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
