import { isMap, isScalar, isSeq, type Node } from "yaml";
import { addTo } from "../../base/group.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { partsOfName } from "../words/person-name.ts";
import { foldName, foldText } from "../words/values.ts";
import type { Keyed, Syntax } from "../yaml/syntax.ts";
import { isVacant, reservedWordOf } from "./read-value.ts";
import type { Declared } from "./references.ts";
import { type Names, whoIsMeant } from "./who-is-meant.ts";
import { meansNoEntry } from "./wrong-ids.ts";

/** The names that references are looked up in, read before any field. `section` gives a section's own entries. */
export function declaredNames(
  syntax: Syntax,
  knowledge: Knowledge,
  section: (name: string) => ReadonlyMap<string, Keyed>,
): Declared {
  const { format } = knowledge;
  const listed: ReadonlySet<string> = new Set([...section("people").keys()].map((name) => name.trim()));
  const people = new Set(listed);
  const written: string[] = [...listed];
  const names: Names = {
    listed,
    posts: new Set([...section("posts").keys()].filter((id) => !meansNoEntry("posts", id))),
    ...suppliersIn(syntax, section, knowledge),
  };
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
      const meant = whoIsMeant(name, ["posts", id, "heldBy"], ["person", "provider"], names, knowledge);
      if (meant?.refs.every((ref) => ref.to !== "person" || ref.name !== name)) continue;
      written.push(name);
      people.add(name);
      addTo(postsOfPerson, name, id);
    }
  }
  const idsOf = (name: string) => new Set([...section(name).keys()].filter((id) => !meansNoEntry(name, id)));
  return {
    onlyPostOfRole: new Map([...postsOfRole].flatMap(([role, ids]) => (ids.length === 1 ? [[role, ids[0]!]] : []))),
    roles: new Set(roles.keys()),
    providers,
    committees: idsOf("committees"),
    teams: idsOf("teams"),
    units: idsOf("units"),
    companies: companiesIn(syntax, section("units")),
    people,
    postsOfPerson,
    ...names,
    twoSexes: twoSexesOf(written),
  };
}

/** The units of which the file does not say that they are something else than a company. */
function companiesIn(syntax: Syntax, units: ReadonlyMap<string, Keyed>): Set<string> {
  const isOther = ({ value }: Keyed): boolean => {
    const node = syntax.resolve(value);
    const kind = isMap(node) ? syntax.resolve(syntax.entries(node).get("kind")?.value) : undefined;
    return isScalar(kind) && (kind.value === "department" || kind.value === "site");
  };
  return new Set([...units].flatMap(([id, entry]) => (meansNoEntry("units", id) || isOther(entry) ? [] : [id])));
}

/** Providers by what people write for them, and those that supply operations. */
function suppliersIn(
  syntax: Syntax,
  section: (name: string) => ReadonlyMap<string, Keyed>,
  { activities }: Knowledge,
): Pick<Declared, "providerNames" | "operators"> {
  const providerNames = new Map<string, string>();
  const operators: string[] = [];
  const operations = activities.serviceAreas.find(({ services }) => services.includes("helpdesk"))?.services ?? [];
  for (const [id, entry] of section("providers")) {
    providerNames.set(id, id);
    const node = syntax.resolve(entry.value);
    const fields = isMap(node) ? syntax.entries(node) : new Map<string, Keyed>();
    const name = syntax.resolve(fields.get("name")?.value);
    const text = isScalar(name) && !reservedWordOf(name) && typeof name.value === "string" ? foldText(name.value) : "";
    if (text !== "" && !providerNames.has(text)) providerNames.set(text, id);
    const services = syntax.resolve(fields.get("services")?.value);
    const given = isSeq(services) ? services.items.map((item) => syntax.resolve(item as Node | null)) : [services];
    if (given.some((one) => isScalar(one) && operations.some((service) => service === one.value))) operators.push(id);
  }
  return { providerNames, operators };
}

/** The names that the file writes with salutations of a man and of a woman. */
function twoSexesOf(names: readonly string[]): Set<string> {
  const sexes = new Map<string, Set<string>>();
  for (const name of names) {
    const { sex } = partsOfName(name);
    if (sex !== "man" && sex !== "woman") continue;
    const known = sexes.get(foldName(name));
    if (known) known.add(sex);
    else sexes.set(foldName(name), new Set([sex]));
  }
  return new Set([...sexes].flatMap(([name, both]) => (both.size > 1 ? [name] : [])));
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
