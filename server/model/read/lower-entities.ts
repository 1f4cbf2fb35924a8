import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Activity, Committee, Person, Post, Provider, Team, Unit } from "../org/entities.ts";
import type { ShapeFields } from "../org/fields.ts";
import { type Fix, fix, rewrite, set } from "../words/change.ts";
import { cannotTell, given, known, type Truth } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import { does } from "../words/remedy-id.ts";
import { isReservedWord } from "../words/values.ts";
import { quoted, words } from "../words/words.ts";
import type { Keyed, Syntax } from "../yaml/syntax.ts";
import { activityNames, committeeNames, postNames } from "./catalogue-names.ts";
import { activityDefaults, committeeDefaults, postDefaults, type Settled, unitOf } from "./defaults.ts";
import type { FieldReader } from "./read-fields.ts";
import { isVacant, quoteOf, reservedWordOf } from "./read-value.ts";
import { entryWords } from "./slips.ts";
import { withoutKey } from "./unknown-key.ts";

export const entitySections = ["units", "people", "posts", "teams", "providers", "committees", "activities"] as const;
export type EntitySection = (typeof entitySections)[number];

/** What every entity has, and its fields as they are written. */
interface Read<S extends keyof ShapeFields> {
  readonly base: { readonly id: string; readonly at: Place; readonly exists: Truth; readonly written: true };
  readonly facts: ShapeFields[S];
  /** The word `vacant` stands in place of the entry. */
  readonly vacant: boolean;
}

interface Sections {
  readonly units: ReadonlyMap<string, Unit>;
  readonly people: ReadonlyMap<string, Person>;
  readonly posts: Map<string, Post>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly committees: ReadonlyMap<string, Committee>;
  readonly activities: ReadonlyMap<string, Activity>;
}

/** Reads the entries of the sections that have entries by key. `complete` are the sections that leave nothing out. */
export function lowerEntities(
  syntax: Syntax,
  reader: FieldReader,
  { format, roles }: Knowledge,
  section: (name: string) => ReadonlyMap<string, Keyed>,
  complete: ReadonlySet<string>,
): Sections {
  const settled = (name: EntitySection): Settled =>
    syntax.damaged ? "nothing" : complete.has(name) ? "all" : "beside";
  const read = <S extends keyof ShapeFields, Of>(
    name: EntitySection,
    shape: S,
    make: (read: Read<S>, settled: Settled) => Of,
  ): Map<string, Of> => {
    const made = new Map<string, Of>();
    for (const [id, entry] of section(name))
      made.set(id, make(readEntity(syntax, reader, name, shape, id, entry), settled(name)));
    return made;
  };
  return {
    units: read("units", "unit", ({ base, facts }) => ({ entity: "unit", ...base, ...facts })),
    people: read("people", "person", ({ base, facts }) => ({ entity: "person", ...base, ...facts })),
    posts: read("posts", "post", ({ base, facts, vacant }, settled) => ({
      entity: "post",
      ...base,
      titledAs: roles.leadingWithTitle(given(facts.title) ?? ""),
      mayBe: roles.mayMean(given(facts.title) ?? base.id),
      ...postDefaults(base.id, vacant ? { ...facts, heldBy: known([]) } : facts, settled, format),
      ...postNames(base.id, format),
    })),
    teams: read("teams", "team", ({ base, facts }) => ({
      entity: "team",
      ...base,
      ...facts,
      unit: unitOf(facts.unit),
    })),
    providers: read("providers", "provider", ({ base, facts }) => ({
      entity: "provider",
      ...base,
      ...facts,
      unit: unitOf(facts.unit),
    })),
    committees: read("committees", "committee", ({ base, facts }, settled) => ({
      entity: "committee",
      ...base,
      ...committeeDefaults(base.id, facts, settled, format),
      ...committeeNames(base.id, format),
    })),
    activities: read("activities", "activity", ({ base, facts }) => {
      if (facts.activity.is !== "known") reader.checkSpelling(base.id, ["activityId"], base.at, section("activities"));
      const told = activityDefaults(base.id, facts);
      return { entity: "activity", ...base, ...told, ...activityNames(base.id, told.activity, format) };
    }),
  };
}

/** A post that the file only refers to, by the id of a role: it exists, and everything else about it is unknown. */
export function impliedPost(reader: FieldReader, { format }: Knowledge, id: string): Post {
  const at = ["posts", id];
  const facts = reader.fields("post", undefined, at);
  return {
    entity: "post",
    id,
    at,
    exists: "yes",
    written: false,
    titledAs: [],
    mayBe: [],
    ...postDefaults(id, facts, "nothing", format),
    ...postNames(id, format),
  };
}

function readEntity<S extends keyof ShapeFields>(
  syntax: Syntax,
  reader: FieldReader,
  section: EntitySection,
  shape: S,
  id: string,
  entry: Keyed,
): Read<S> {
  const at = [section, id];
  const node = syntax.resolve(entry.value);
  const made = (exists: Truth, isVacantPost = false): Read<S> => ({
    base: { id, at, exists, written: true },
    facts: reader.fields(shape, isMap(node) ? node : undefined, at),
    vacant: isVacantPost,
  });
  if (isMap(node)) return made("yes");
  if (!node || (isScalar(node) && node.value === null)) return made(existsWithoutValue(section, at));
  const word = reservedWordOf(node);
  if (word === "none") return made("no");
  if (word === "not-applicable") return made("left-out");
  if (word) return made(cannotTell({ at, why: word }));
  if (section === "posts" && isVacant(node)) return made("yes", true);
  reportEntity(reader, section, node, at);
  return made(section === "posts" || isSeq(node) ? cannotTell({ at, why: "unreadable" }) : "yes");
}

/** A post that is merely named exists; whether a team, a committee or a duty does has yet to be asked. */
function existsWithoutValue(section: EntitySection, at: Place): Truth {
  return section === "posts" || section === "people" || section === "units"
    ? "yes"
    : cannotTell({ at, why: "not-asked" });
}

/** The field that one text in place of an entry most likely is. */
const mainFields: Readonly<Record<EntitySection, string>> = {
  posts: "heldBy",
  activities: "responsible",
  providers: "name",
  committees: "chair",
  teams: "headedBy",
  units: "name",
  people: "employedBy",
};

function reportEntity(reader: FieldReader, section: EntitySection, node: Node, at: Place): void {
  const field = mainFields[section];
  const text = isScalar(node) && typeof node.value === "string" ? withoutKey(node.value, field) : undefined;
  // A word about the entry as a whole names nobody, also where quotes keep it from being read as that word.
  const [meant, ...others] = text === undefined ? [] : wordsFor(text, section);
  const remark = text === undefined ? undefined : /^(none|unknown|vacant|not-asked)\s*\/\/\s*(.+)$/.exec(text);
  const wanted =
    text === undefined
      ? []
      : remark && node.range
        ? [noteBehind(node.range, at, remark)]
        : meant
          ? [meant, ...others].map((word, i) =>
              fix(does("change-to-<item>", word), `Write \`${word}\``, [set(at, word)], {
                preferred: i === 0 && others.length === 0,
              }),
            )
          : [
              fix(
                does("write-as-entry"),
                words`Write it as { ${field}: ${quoted(text)} }`,
                [set(at, { [field]: text })],
                {
                  preferred: true,
                },
              ),
            ];
  reader.problems.push({
    kind: "value",
    at,
    part: "value",
    says: meant
      ? `Only keys such as \`${field}\`, or a word such as \`none\` without quotes, can stand here.`
      : words`Only keys such as \`${field}\`, or a word such as \`none\`, can stand here, not ${quoteOf(node)}.`,
    fixes: wanted,
  });
}

/** A remark behind `//`, as programmers write it, becomes one behind `#`. */
function noteBehind([start, end]: readonly number[], at: Place, [, word, note]: RegExpExecArray): Fix {
  const written = `${word} # ${note}`;
  const edits = [{ span: { start: start ?? 0, end: end ?? 0 }, newText: written }];
  return fix(does("mend-text"), words`Write \`${quoted(written)}\``, [rewrite(at, edits)], { preferred: true });
}

/** The words about a whole entry that a text may mean which is none of them, the likeliest first. */
function wordsFor(text: string, section: EntitySection): readonly string[] {
  const own = entryWordIn(text, section);
  const words = own === undefined ? entryWords(text) : [own];
  return section === "posts" ? words : words.map((word) => (word === "vacant" ? "none" : word));
}

/** The word about a whole entry that a text there must mean, in quotes or not. Only a post can be vacant. */
function entryWordIn(text: string, section: EntitySection): string | undefined {
  if (!isReservedWord(text)) return undefined;
  return text === "vacant" && section !== "posts" ? "none" : text;
}
