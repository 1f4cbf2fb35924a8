import type { Post } from "../model/org/entities.ts";
import { allHoldAlso } from "../model/org/holders.ts";
import { leadsItOrTechnology } from "../model/org/it-line.ts";
import { lineMeets } from "../model/org/lines.ts";
import { thePost } from "../model/org/names.ts";
import { type Org, unitOf } from "../model/org/org.ts";
import { boardOf, headOf, type Top } from "../model/org/top.ts";
import { type Change, type Fix, fix, remove, set } from "../model/words/change.ts";
import { itemsOf } from "../model/words/fact.ts";
import { does } from "../model/words/remedy-id.ts";
import type { Ref } from "../model/words/values.ts";
import { words } from "../model/words/words.ts";

/** One fix for each superior that a post could have, the best first; nobody is to end up as his own superior. */
export function reportTo(org: Org, post: Post, superiors: readonly (Top | undefined)[]): Fix[] {
  const isOther = ({ id }: Top) => {
    const superior = org.data.posts.get(id);
    return superior !== post && (!superior || allHoldAlso(org, post, superior) !== "yes");
  };
  const offered = superiors
    .filter((one) => one !== undefined)
    .filter((one, i, every) => every.findIndex((other) => other.id === one.id) === i && isOther(one));
  return offered.map((one, i) =>
    fix(
      does("report-to-<post>", one.id),
      words`Let ${thePost(post)} report to ${one.name}`,
      [set([...post.at, "reportsTo"], one.id), ...withoutDotted(post, one.id)],
      {
        preferred: i === 0,
      },
    ),
  );
}

/** A line and a dotted line to the same place are one: the dotted line goes. */
function withoutDotted({ at, dottedLineTo }: Post, superior: string): Change[] {
  const place = [...at, "dottedLineTo"];
  const items = itemsOf(dottedLineTo);
  const same = items.flatMap((ref, i) => (writtenAs(ref) === superior ? [i] : []));
  if (same.length === 0) return [];
  return same.length === items.length ? [remove(place)] : same.reverse().map((i) => remove([...place, i]));
}

const writtenAs = (ref: Ref): string | undefined =>
  ref.to === "board" ? "board" : ref.to === "post" || ref.to === "committee" ? ref.id : undefined;

/** Lines for a post of security or risk: the head of the organization; a risk officer outside IT; the board last. */
export function reportOutsideIt(org: Org, post: Post): Fix[] {
  const cro = org
    .posts("cro")
    .filter((one) => one.written && lineMeets(org, one, leadsItOrTechnology) !== "yes")
    .find((one) => [undefined, unitOf(post)].includes(unitOf(one)));
  return reportTo(org, post, [headOf(org, post), cro && { id: cro.id, name: thePost(cro) }, boardOf(org)]);
}
