import { addTo } from "./group.ts";

/**
 * The number of single-character edits (insert, delete, replace, swap of neighbours) between two words,
 * or `limit + 1` as soon as it is certain to be more. Optimal string alignment distance.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, beforePrevious[j - 2]! + 1);
      }
      current.push(distance);
      best = Math.min(best, distance);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}

/**
 * The candidates nearest to a misspelt word, nearest first, within `limit` edits. Short words allow fewer edits:
 * two turn any three letters into any other three, and `ot` is no slip for `it`. What differs in case alone is nearest.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 2): string[] {
  const folded = word.toLowerCase();
  const allowed = Math.min(limit, folded.length <= 2 ? 0 : folded.length <= 4 ? 1 : 2);
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - folded.length) > allowed) continue;
    const distance = editDistance(folded, candidate.toLowerCase(), allowed);
    if (distance <= allowed && candidate !== word) found.push({ candidate, distance });
  }
  return found.sort((a, b) => a.distance - b.distance).map((entry) => entry.candidate);
}

/** The same for many misspelt words among the same thousands of candidates, which are not gone through for each. */
export class Spellings {
  readonly #words: ReadonlySet<string>;
  /** How many candidates may be looked at one by one before an index is worth it. */
  #budget = 20_000;
  #byRest: Map<string, number[]> | undefined;
  #inOrder: readonly string[] = [];

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** As `nearest`, within two edits. `without` is none of the candidates. */
  nearest(word: string, without?: string): string[] {
    const near = nearest(word, this.#near(word));
    return without === undefined ? near : near.filter((one) => one !== without);
  }

  #near(word: string): Iterable<string> {
    this.#budget -= this.#words.size;
    if (this.#budget > 0) return this.#words;
    const found = new Set(restsOf(word.toLowerCase()).flatMap((rest) => this.#index().get(rest) ?? []));
    return [...found].sort((a, b) => a - b).map((i) => this.#inOrder[i]!);
  }

  #index(): Map<string, number[]> {
    if (this.#byRest) return this.#byRest;
    this.#byRest = new Map();
    this.#inOrder = [...this.#words];
    for (const [i, word] of this.#inOrder.entries())
      for (const rest of restsOf(word.toLowerCase())) addTo(this.#byRest, rest, i);
    return this.#byRest;
  }
}

/** Where two words are within two edits, their ends are the same once at most two letters are struck out of each. */
const endLength = 16;

/** What is left of a word's end without one, two or none of its letters. */
function restsOf(word: string): string[] {
  const end = word.slice(-endLength);
  const rests = new Set([end]);
  for (let i = 0; i < end.length; i++) {
    const one = end.slice(0, i) + end.slice(i + 1);
    rests.add(one);
    for (let j = i; j < one.length; j++) rests.add(one.slice(0, j) + one.slice(j + 1));
  }
  return [...rests];
}

/** Whether there is one guess and it is one edit away, so that no judgement is needed. Numbers are never a slip. */
export function isCertain(word: string, guesses: readonly string[]): boolean {
  const [guess] = guesses;
  return (
    guess !== undefined &&
    guesses.length === 1 &&
    digitsOf(word) === digitsOf(guess) &&
    editDistance(word.toLowerCase(), guess.toLowerCase(), 1) <= 1
  );
}

export const digitsOf = (word: string): string => word.replace(/\D/g, "");

/** Letters that are written as two others where there is no sign for them, or that lose a stroke which is no accent. */
const others: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
};

/** A text in small letters without accents, as far as they have a plain form: `Büro Łódź` becomes `buero lodz`. */
export const plainLetters = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßøłđæ]/g, (letter) => others[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
