import { parse, stringify } from "yaml";
import { standard } from "../../server/knowledge/standard.ts";
import type { CorpusFile } from "./corpus.ts";

/*
 * Files that nobody wrote: one of the corpus with facts dropped, with other answers in their place, with sections of
 * others, with laws switched on. What they have in common with a client's is that any fact may be missing.
 */

type Value = null | string | number | boolean | Value[] | Entries;
interface Entries {
  [key: string]: Value;
}

const isEntries = (value: Value | undefined): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const answers = ["none", "unknown", "not-asked", "declined", "not-applicable", "vacant"];
const laws = [...standard.law.regimes.keys()];

/** Longer files take long to check and have little that shorter ones lack. */
const longest = 9000;

/** Makes up the file of a number: the same one each time, as long as the corpus is the same. */
export function madeUpFacts(corpus: readonly CorpusFile[]): (number: number) => string {
  const files = corpus
    .filter(({ content }) => content.length < longest)
    .flatMap(({ content }) => {
      const value = read(content);
      return isEntries(value) ? [value] : [];
    });
  return (number) => {
    const random = randomFrom(number);
    const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
    const merged = { ...pick(files) };
    while (random() < 0.5) {
      const [section, entries] = pick(Object.entries(pick(files) ?? {})) ?? ["posts", {}];
      const own = merged[section];
      merged[section] = isEntries(own) && isEntries(entries) ? { ...own, ...entries } : entries;
    }
    const file = changed(merged, 0, random, namesIn(merged));
    if (isEntries(file) && random() < 0.6)
      file["regimes"] = Object.fromEntries([pick(laws), pick(laws)].map((law) => [law, "applies"]));
    return stringify(file);
  };
}

function read(content: string): Value | undefined {
  try {
    return parse(content) as Value;
  } catch {
    return undefined;
  }
}

/** Whatever a field may refer to here: posts, committees, teams, units, providers, and every text of the posts. */
function namesIn(file: Entries): string[] {
  const ids = (section: string, prefix = "") => {
    const entries = file[section];
    return isEntries(entries) ? Object.keys(entries).map((id) => prefix + id) : [];
  };
  return [
    ...["posts", "committees", "units", "people"].flatMap((section) => ids(section)),
    ...ids("providers", "provider:"),
    ...ids("teams", "team:"),
    "board",
    "external",
    ...textsIn(file["posts"] ?? null),
  ];
}

function textsIn(value: Value): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function changed(value: Value, depth: number, random: () => number, names: readonly string[]): Value {
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? "none";
  if (Array.isArray(value))
    return value.filter(() => random() > 0.1).map((item) => changed(item, depth + 1, random, names));
  if (!isEntries(value)) return value;
  const result: Entries = {};
  for (const [key, own] of Object.entries(value)) {
    const chance = random();
    if (depth >= 2 && chance < 0.12) continue;
    if (depth >= 1 && depth < 4 && chance < 0.2) result[key] = pick(answers);
    else if (depth >= 2 && chance < 0.3) result[key] = Array.isArray(own) ? [pick(names), pick(names)] : pick(names);
    else result[key] = changed(own, depth + 1, random, names);
  }
  return result;
}

/** Numbers from 0 to 1 that follow from one number (mulberry32, Tommy Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
