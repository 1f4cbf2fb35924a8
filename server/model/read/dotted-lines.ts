import { shorten } from "../../base/text.ts";
import type { Post } from "../org/entities.ts";
import { fix, remove } from "../words/change.ts";
import { given, itemsOf } from "../words/fact.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { type Ref, refKey } from "../words/values.ts";
import { quoted, words } from "../words/words.ts";

/**
 * Dotted lines that say nothing: to whom the line leads already, or from a post to itself. The first repeats what stands
 * beside it and can go; with the second somebody else was meant, and only a person knows whom.
 */
export function emptyDottedLines(posts: Iterable<Post>): Problem[] {
  return [...posts].flatMap((post) => {
    const superior = given(post.reportsTo);
    const refs = itemsOf(post.dottedLineTo);
    return refs.flatMap((ref, i): Problem[] => {
      const at = refs.length === 1 ? [...post.at, "dottedLineTo"] : [...post.at, "dottedLineTo", i];
      const told = (says: Problem["says"], fixes: Problem["fixes"] = []): Problem[] => [
        { kind: "slip", at, part: "value", says, fixes },
      ];
      if (isPost(ref, post.id))
        return told(words`This dotted line leads from \`${quoted(post.id)}\` to itself. Write to whom it leads.`);
      if (!superior || refKey(superior) !== refKey(ref)) return [];
      const name = shorten("id" in ref ? ref.id : ref.to);
      const title = words`Leave out the dotted line to \`${quoted(name)}\``;
      return told(
        words`The line of this post leads to \`${quoted(name)}\` already, so a dotted line there says nothing.`,
        [fix(does("leave-out-repetition"), title, [remove(at)], { preferred: true })],
      );
    });
  });
}

const isPost = (ref: Ref, id: string): boolean => ref.to === "post" && ref.id === id;
