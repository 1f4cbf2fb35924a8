import { postsHeldBy } from "../org/holders.ts";
import { holderNames, refName } from "../org/names.ts";
import { type Org, vacant } from "../org/org.ts";
import { given, itemsOf } from "../words/fact.ts";
import { listOf, type Sayable, words } from "../words/words.ts";
import type { Entity } from "./where.ts";

/** What an entry is about in a few words, for lists of names: who holds a post, who heads a team. May be empty. */
export function summaryOf(org: Org, entity: Entity): Sayable {
  switch (entity.entity) {
    case "post":
      if (entity.exists === "no") return "none";
      return vacant(entity) === "yes" ? "vacant" : (holderNames(org, entity) ?? "");
    case "person":
      return listOf(postsHeldBy(org, { to: "person", name: entity.id }).map(({ id }) => id));
    case "team": {
      const head = given(entity.headedBy);
      return head ? words`headed by ${refName(org, head)}` : "";
    }
    case "provider":
      return given(entity.name) ?? "";
    case "committee": {
      const type = given(entity.type);
      return type === undefined || type === entity.id ? "" : org.knowledge.format.titleOf("committeeType", type);
    }
    case "activity": {
      if (entity.exists === "no") return "none";
      const [accountable, responsible] = [itemsOf(entity.accountable), itemsOf(entity.responsible)];
      return listOf((accountable.length > 0 ? accountable : responsible).map((ref) => refName(org, ref)));
    }
    case "unit":
      return given(entity.name) ?? "";
    case "regime":
      return entity.state;
  }
}
