import { type Target, targetKey } from "../find/occurrences.ts";
import type { Org } from "../org/org.ts";
import { placeFromString } from "../words/place.ts";
import { isRemedyId } from "../words/remedy-id.ts";

/** Whether two files say the same, but for what one thing is called in the one and in the other. */
export function isSameButFor(before: Org, after: Org, target: Target, newName: string): boolean {
  return comparable(before, target) === comparable(after, { ...target, id: newName });
}

/** What catalogues call an entry, and what a post may be by its words, say nothing that key, kind and title do not. */
const followsFromKey: ReadonlySet<string> = new Set(["catalogueName", "kindName", "mayBe"]);

/** All that a file says, with one and the same word for the target wherever it is meant. */
function comparable({ data, knowledge }: Org, target: Target): string {
  const key = targetKey(target);
  // An activity of the catalogue is what it is under any key; one of the file's own is called by its key.
  const isOwnActivity = target.section === "activities" && !knowledge.format.catalogue("activityId").has(target.id);

  const named = (section: unknown, name: unknown): unknown =>
    section === target.section && typeof name === "string" && targetKey({ ...target, id: name }) === key
      ? "\u0000"
      : name;
  const own = (name: unknown): unknown => (isOwnActivity ? named("activities", name) : name);

  const neutral = (value: unknown, field: string): unknown => {
    if (value instanceof Map)
      return [...value].map(([id, entry]) => {
        const inside = neutral(entry, "");
        return [named(field, id), typeof inside === "object" ? { ...inside, id: named(field, id) } : inside];
      });
    if (value instanceof Set) return [...value];
    if (Array.isArray(value)) {
      const isPlace = (field === "at" || field === "place") && value.length > 1;
      return isPlace ? value.with(1, named(value[0], value[1])) : value.map((item) => neutral(item, field));
    }
    if (typeof value !== "object" || value === null) return value;
    const inside = Object.entries(value).flatMap(([name, part]) =>
      followsFromKey.has(name) ? [] : [[name, neutral(part, name)]],
    );
    return { ...Object.fromEntries(inside), ...names(Object.fromEntries(Object.entries(value)), field) };
  };

  /** The parts of an object that name something, and are no places. */
  const names = (object: Readonly<Record<string, unknown>>, field: string): object => {
    const { to, id, name, value } = object;
    if (field === "references") return { text: "" };
    if (field === "mentions") return { name: named("people", name) };
    if (field === "postReferences") return { id: named("posts", id) };
    if (typeof to === "string") return to === "person" ? { name: named("people", name) } : { id: named(`${to}s`, id) };
    if (field === "at" && typeof value === "string") return { value: neutral(placeFromString(value) ?? value, "at") };
    // The id of a remedy has names of entries in it.
    if (field === "do" && typeof value === "string" && isRemedyId(value)) return { value: "" };
    if (field === "activity") return { value: own(value) };
    if (field === "oversees" && Array.isArray(value)) return { value: value.map(own) };
    // An interview's text can name several people, each at its own place in it.
    return target.section === "people" && (field === "with" || field === "by") ? { value: "" } : {};
  };

  return JSON.stringify(neutral(data, ""));
}
