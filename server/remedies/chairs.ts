import type { Committee } from "../model/org/entities.ts";
import { sharedHolders } from "../model/org/holders.ts";
import { leadsItOrTechnology } from "../model/org/it-line.ts";
import { theCommittee, thePost } from "../model/org/names.ts";
import { held, type Org, unitOf } from "../model/org/org.ts";
import { headOf } from "../model/org/top.ts";
import { type Fix, fix, set } from "../model/words/change.ts";
import { does } from "../model/words/remedy-id.ts";
import { words } from "../model/words/words.ts";

/** Who could chair in the place of IT: the head of risk, unless IT is in the same hands or the post is empty; the head of the organization. */
export function otherChairs(org: Org, committee: Committee): Fix[] {
  const leaders = org.allPosts.filter((post) => leadsItOrTechnology(post) === "yes");
  const cro = org
    .posts("cro")
    .filter((post) => post.written && held(post) !== "no")
    .filter((post) => leaders.every((leader) => sharedHolders(org, post, leader).length === 0))
    .find((post) => [undefined, unitOf(committee)].includes(unitOf(post)));
  const unit = org.data.units.get(unitOf(committee) ?? "");
  const chairs = [cro && { id: cro.id, name: thePost(cro) }, headOf(org, unit)].filter((one) => one !== undefined);
  return chairs.map(({ id, name }, i) =>
    fix(
      does("let-<post>-chair", id),
      words`Let ${name} chair ${theCommittee(committee)}`,
      [set([...committee.at, "chair"], id)],
      { preferred: i === 0 },
    ),
  );
}
