/** A name as the words that it is compared by, and whether it is known to be somebody of its own. */
export interface Written {
  readonly words: readonly string[];
  /** The same without accents: "muller" for Müller, where the words have "mueller". */
  readonly plain: string;
  readonly isRegistered: boolean;
}

/** Of names that share a frame no more than this many are compared with each other. */
const most = 50;

/**
 * For each name those before it that may be the same person's, written in another way: umlauts without their e, initials,
 * the family's name in front, a name in the middle that the other leaves out, a first name cut short.
 */
export function otherWritings<Name extends Written>(names: readonly Name[]): Map<Name, Name[]> {
  const groups = new Map<string, Name[]>();
  const found = new Map<Name, Name[]>();
  for (const name of names) {
    const similar = new Set<Name>();
    for (const frame of framesOf(name)) {
      const group = groups.get(frame) ?? [];
      groups.set(frame, group);
      for (const earlier of group) if (areAlike(name, earlier)) similar.add(earlier);
      if (group.length < most) group.push(name);
    }
    if (similar.size > 0) found.set(name, [...similar]);
  }
  return found;
}

/** What two writings of a name have in common in any case. */
function framesOf({ words, plain }: Written): Set<string> {
  if (words.length < 2) return new Set();
  return new Set([
    `plain ${plain}`,
    `sorted ${words.map(withoutComma).toSorted().join(" ")}`,
    `short ${words[0]![0]} ${words.at(-1)}`,
  ]);
}

function areAlike(one: Written, other: Written): boolean {
  if (one.isRegistered && other.isRegistered) return false;
  const [a, b] = [one.words, other.words];
  if (a.join(" ") === b.join(" ")) return false;
  return one.plain === other.plain || isSwapped(a, b) || isShortened(a, b);
}

const withoutComma = (word: string): string => word.replace(/,$/u, "");

const isSwapped = (a: readonly string[], b: readonly string[]): boolean => {
  const [mine, theirs] = [a.map(withoutComma), b.map(withoutComma)];
  // Turned round as a whole: "Okafor, Sam" is Sam Okafor, and "Ann Bea Coe" is nobody else's name in another order.
  return (
    mine.length === theirs.length &&
    mine.some((_, i) => i > 0 && [...mine.slice(i), ...mine.slice(0, i)].join(" ") === theirs.join(" "))
  );
};

/** The same last word, the first shortened or equal, and nothing in the middle that speaks against it. */
function isShortened(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1) || !mayBe(a[0]!, b[0]!, 3)) return false;
  const [mine, theirs] = [a.slice(1, -1), b.slice(1, -1)];
  if (mine.length === 0 || theirs.length === 0) return true;
  return mine.length === theirs.length && mine.every((word, i) => mayBe(word, theirs[i]!, Number.POSITIVE_INFINITY));
}

/** Equal, an initial, or the beginning of the other from so many letters on. */
function mayBe(one: string, other: string, least: number): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (long.startsWith(short) && (short.length === 1 || short.length >= least));
}
