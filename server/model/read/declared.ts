import { isMap, isScalar, isSeq, type Node } from "yaml";
import { addTo } from "../../base/group.ts";
import type { Format } from "../../knowledge/format.ts";
import type { Keyed, Syntax } from "../yaml/syntax.ts";
import { isVacant, reservedWordOf } from "./read-value.ts";
import type { Declared } from "./references.ts";

/** The names that references are looked up in, read before any field. `section` gives a section's own entries. */
export function declaredNames(
  syntax: Syntax,
  format: Format,
  section: (name: string) => ReadonlyMap<string, Keyed>,
): Declared {
  const people = new Set([...section("people").keys()].map((name) => name.trim()));
  const postsOfPerson = new Map<string, string[]>();
  const postsOfRole = new Map<string, string[]>();
  const readLists = new Set<Node>();
  const roles = format.catalogue("role");
  const providers = new Set(section("providers").keys());
  for (const [id, entry] of section("posts")) {
    const node = syntax.resolve(entry.value);
    const fields = isMap(node) ? syntax.entries(node) : new Map<string, Keyed>();
    const role = syntax.resolve(fields.get("role")?.value);
    const roleId = isScalar(role) && typeof role.value === "string" ? role.value : id;
    if (roles.has(roleId)) addTo(postsOfRole, roleId, id);
    for (const name of holdersIn(syntax, fields.get("heldBy")?.value, readLists)) {
      // A provider's bare id is a slip for `provider:<id>`, unless `people` knows somebody of that name.
      if (providers.has(name) && !people.has(name)) continue;
      people.add(name);
      addTo(postsOfPerson, name, id);
    }
  }
  const idsOf = (name: string) => new Set(section(name).keys());
  return {
    posts: idsOf("posts"),
    onlyPostOfRole: new Map([...postsOfRole].flatMap(([role, ids]) => (ids.length === 1 ? [[role, ids[0]!]] : []))),
    roles: new Set(roles.keys()),
    providers,
    committees: idsOf("committees"),
    teams: idsOf("teams"),
    units: idsOf("units"),
    people,
    postsOfPerson,
  };
}

/** The persons that a post's `heldBy` names. */
function holdersIn(syntax: Syntax, value: Node | null | undefined, readLists: Set<Node>): string[] {
  const heldBy = syntax.resolve(value);
  // One long list that thousands of posts repeat by aliases is looked through once: its names are known then.
  if (isSeq(heldBy) && heldBy.items.length > 20) {
    if (readLists.has(heldBy)) return [];
    readLists.add(heldBy);
  }
  const items = isSeq(heldBy) ? (heldBy.items as (Node | null)[]) : [heldBy];
  return items.flatMap((item) => {
    const holder = syntax.resolve(item);
    if (!isScalar(holder) || typeof holder.value !== "string" || /^provider:/.test(holder.value)) return [];
    return reservedWordOf(holder) || isVacant(holder) ? [] : [holder.value.trim()];
  });
}
