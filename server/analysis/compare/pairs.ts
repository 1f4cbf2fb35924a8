import { groupBy } from "../../base/group.ts";
import type { Activity, Committee, OrgData, Person, Post, Provider, Team, Unit } from "../../model/org/entities.ts";
import { kindOf, type Org, roleOf } from "../../model/org/org.ts";
import { given, itemsOf } from "../../model/words/fact.ts";
import type { Place } from "../../model/words/place.ts";
import { foldName, foldText, type Ref, refKey } from "../../model/words/values.ts";

/** The sections whose entries have ids of their own, in the order in which changes are told. */
export const keyedSections = [
  "posts",
  "teams",
  "activities",
  "committees",
  "providers",
  "people",
  "units",
] as const satisfies readonly (keyof OrgData)[];
export type KeyedSection = (typeof keyedSections)[number];
export type Keyed = Post | Team | Activity | Committee | Provider | Person | Unit;

/** One entry in both files, or in one of them. */
export interface Pair {
  readonly section: KeyedSection;
  readonly was: Keyed | undefined;
  readonly is: Keyed | undefined;
}

/** The entries of two files by what they are: by their ids, and where an id was changed, by who and what they are. */
export class Pairs {
  readonly all: readonly Pair[];
  /** By section: the ids of today that others had before. */
  readonly #renamed: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(before: Org, after: Org) {
    const bySection = keyedSections.map((section) => pairsIn(section, before, after));
    this.all = bySection.flat();
    this.#renamed = new Map(
      keyedSections.map((section, i) => [
        section,
        new Map(bySection[i]!.flatMap(({ was, is }) => (was && is && was.id !== is.id ? [[was.id, is.id]] : []))),
      ]),
    );
  }

  /** A place of the file before, as it is called today. */
  placeNow(place: Place): Place {
    const [section, id, ...rest] = place;
    const now = typeof id === "string" ? this.#renamed.get(String(section))?.get(id) : undefined;
    return now === undefined || section === undefined ? place : [section, now, ...rest];
  }

  /** A reference of the file before under which it is equal to the same of today. */
  keyNow(ref: Ref): string {
    const section = { post: "posts", team: "teams", provider: "providers", unit: "units", committee: "committees" };
    if (!("id" in ref)) return refKey(ref);
    return refKey({ ...ref, id: this.#renamed.get(section[ref.to])?.get(ref.id) ?? ref.id });
  }
}

function pairsIn(section: KeyedSection, before: Org, after: Org): Pair[] {
  const was: ReadonlyMap<string, Keyed> = before.data[section];
  const is: ReadonlyMap<string, Keyed> = after.data[section];
  const gone = [...was.values()].filter(({ id }) => !is.has(id));
  const come = [...is.values()].filter(({ id }) => !was.has(id));
  const renamed = renamedIn(gone, come);
  const kept = new Set(renamed.values());
  return [
    ...[...is.values()].map((entry): Pair => ({ section, was: was.get(entry.id) ?? renamed.get(entry), is: entry })),
    ...gone.filter((entry) => !kept.has(entry)).map((entry): Pair => ({ section, was: entry, is: undefined })),
  ];
}

/** Which of the new entries is one of the old under another id: where exactly one of each has the same mark. */
function renamedIn(gone: readonly Keyed[], come: readonly Keyed[]): Map<Keyed, Keyed> {
  const result = new Map<Keyed, Keyed>();
  const [left, free] = [new Set(gone), new Set(come)];
  for (const markOf of marks) {
    const [old, now] = [groupBy([...left], markOf), groupBy([...free], markOf)];
    for (const [mark, [one, ...more]] of now) {
      const [other, ...others] = old.get(mark) ?? [];
      if (mark === "" || !one || !other || more.length + others.length > 0) continue;
      result.set(one, other);
      left.delete(other);
      free.delete(one);
    }
  }
  return result;
}

/** What an entry is known by beside its id, the surest first; "" where nothing is known. */
const marks: readonly ((entry: Keyed) => string)[] = [
  (entry) => (entry.entity === "post" ? both(roleOf(entry) ?? "", holdersOf(entry)) : nameOf(entry)),
  // A post without a role, or whose role was only named later.
  (entry) => (entry.entity === "post" ? both(holdersOf(entry), foldText(given(entry.title) ?? "")) : ""),
  (entry) => (entry.entity === "post" && holdersOf(entry) === "" ? both(roleOf(entry) ?? "", "empty") : ""),
];

const both = (one: string, other: string): string => (one === "" || other === "" ? "" : JSON.stringify([one, other]));

const holdersOf = ({ heldBy }: Post): string => itemsOf(heldBy).map(refKey).sort().join(" ");

function nameOf(entry: Keyed): string {
  switch (entry.entity) {
    case "provider":
      return foldText(given(entry.name) ?? "");
    case "unit":
      return foldText(given(entry.name) ?? "");
    case "person":
      return foldName(entry.id);
    case "team":
      return refKeyOf(given(entry.headedBy));
    case "committee":
      return both(given(entry.type) ?? "", itemsOf(entry.chair).map(refKey).sort().join(" "));
    case "activity":
      return both(
        kindOf(entry) === entry.id ? "" : kindOf(entry),
        itemsOf(entry.accountable).map(refKey).sort().join(" "),
      );
    default:
      return "";
  }
}

const refKeyOf = (ref: Ref | undefined): string => (ref === undefined ? "" : refKey(ref));
