import type { Role } from "./catalogues.ts";

/** How titles are compared, as titles.yaml has it. */
export interface TitlesFile {
  readonly same: readonly (readonly string[])[];
  readonly apart: Readonly<Record<string, string>>;
  readonly passedOver: readonly string[];
  readonly inFront: readonly string[];
  readonly atEnd: readonly string[];
  readonly never: readonly string[];
  readonly heads: readonly string[];
  readonly overIt: { readonly security: readonly string[]; readonly nothing: readonly string[] };
  readonly forNow: readonly string[];
  readonly ambiguous: readonly { readonly title: string; readonly sectors: readonly string[]; readonly asks: string }[];
}

export interface Known {
  readonly role: Role;
  readonly title: string;
  /** Its place among the roles that the title may mean: 1 is the best guess. */
  readonly rank: number;
}

/** Between two parts of a title; a dash only where blanks set it apart. */
const between = /\s*[,;/|()]\s*|\s+\p{Pd}\s+|\s*&\s*|\s+(?:and|und|et|y)\s+/iu;

/**
 * Which roles a title suggests: strict, since a suggestion is read out. A part of the title, or two neighbours together,
 * have the words of a known title; rank and extent may stand in front, and nothing else beside them.
 */
export class TitleWords {
  readonly #file: TitlesFile;
  readonly #same: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
  readonly #passedOver: ReadonlySet<string>;
  readonly #never: ReadonlySet<string>;
  readonly #known = new Map<string, Known[]>();

  constructor(file: TitlesFile, known: readonly Known[]) {
    this.#file = file;
    this.#same = file.same
      .flatMap(([to = "", ...others]) => others.map((one) => ({ from: split(one), to: split(to) })))
      .sort((a, b) => b.from.length - a.from.length);
    this.#passedOver = new Set(file.passedOver);
    this.#never = new Set(file.never);
    for (const one of known) {
      const key = keyOf(this.#wordsOf(one.title));
      const there = this.#known.get(key);
      if (there) there.push(one);
      else this.#known.set(key, [one]);
    }
  }

  /** The roles whose known titles stand in it, best guess first; `of`: of those titles that may mean one of these. */
  rolesOf(title: string, of?: ReadonlySet<Role>): Role[] {
    const found = this.#found(title)
      .filter((group) => of === undefined || group.some(({ role }) => of.has(role)))
      .flat();
    const words = new Set(this.#wordsOf(title));
    const has = (list: readonly string[]) => list.some((word) => words.has(word));
    const isIt = words.has("it") || words.has("infosec");
    if (isIt && has(this.#file.overIt.nothing)) return [];
    const roles = unique(found.toSorted((a, b) => a.rank - b.rank).map(({ role }) => role));
    return isIt && has(this.#file.overIt.security) ? roles.filter((role) => guardsSecurity.has(role)) : roles;
  }

  /** Whether it says that the post is held for now. */
  isForNow(title: string): boolean {
    const text = ` ${split(title).join(" ")} `;
    return this.#file.forNow.some((word) => text.includes(` ${split(word).join(" ")} `));
  }

  /** What to ask where a title means another post as often in a sector. */
  questionFor(title: string, sector: string | undefined): string | undefined {
    const whole = split(title).join(" ");
    const found = this.#file.ambiguous.find(
      (one) => split(one.title).join(" ") === whole && sector !== undefined && one.sectors.includes(sector),
    );
    return found?.asks;
  }

  #found(title: string): Known[][] {
    const parts = title.split(between).filter((part) => part.trim() !== "");
    // "Advisor, CIO": what stands alone in front is the job.
    if (parts.length > 1 && split(parts[0]!).every((word) => this.#never.has(word))) return [];
    const whole = this.#known.get(keyOf(this.#wordsOf(title))) ?? [];
    if (whole.length > 0) return [whole];
    const isDashed = /\s\p{Pd}\s/u.test(title);
    const found: Known[][] = [];
    for (const [i, part] of parts.entries()) {
      const own = this.#match(this.#wordsOf(part), part);
      // "IT Manager - Support" is a manager of support; what stands behind a dash is a title only where it is a place.
      const isOfPart = isDashed && parts.slice(i + 1).some((rest) => !this.#isPlace(rest));
      if (!isOfPart) found.push(own);
      const next = parts[i + 1];
      if (next === undefined) continue;
      found.push(this.#match(this.#wordsOf(`${part} ${next}`), `${part} ${next}`));
      const head = this.#wordsOf(part).find((word) => this.#file.heads.includes(word));
      const isBare = !this.#wordsOf(next).some((word) => this.#file.heads.includes(word));
      if (head !== undefined && isBare && !this.#isAnotherJob(part))
        found.push(this.#match([head, ...this.#wordsOf(next)], next));
    }
    return found;
  }

  /** The known titles with the same words, once what may stand in front is gone. */
  #match(words: readonly string[], text: string): Known[] {
    if (this.#isAnotherJob(text)) return [];
    let rest = words;
    for (;;) {
      const known = this.#known.get(keyOf(rest));
      if (known) return known;
      const shorter = this.#withoutFront(rest);
      if (!shorter) return this.#beforeOf(text);
      rest = shorter;
    }
  }

  /** "Director of IT of the Northern Region": what stands before an "of" may be the title. */
  #beforeOf(text: string): Known[] {
    const tokens = split(text);
    for (let end = tokens.length - 1; end > 0; end--) {
      // Security of a place is not that of information.
      if (tokens[end] !== "of" || tokens.slice(0, end).includes("security")) continue;
      let rest: readonly string[] | undefined = this.#reduced(tokens.slice(0, end));
      while (rest) {
        const known = this.#known.get(keyOf(rest));
        if (known) return known;
        rest = this.#withoutFront(rest);
      }
    }
    return [];
  }

  #withoutFront(words: readonly string[]): readonly string[] | undefined {
    const last = words.at(-1);
    if (words.length > 1 && last !== undefined && this.#file.atEnd.includes(last)) return words.slice(0, -1);
    for (const one of this.#file.inFront) {
      const front = one.split(" ");
      if (words.length > front.length && front.every((word, i) => words[i] === word)) return words.slice(front.length);
    }
    return undefined;
  }

  #isPlace = (text: string): boolean => split(text).every((word) => this.#file.atEnd.includes(word));

  #isAnotherJob(text: string): boolean {
    const tokens = split(text.toLowerCase().replace(/\bvice president\b/gu, "vp"));
    return tokens.some((word) => this.#never.has(word));
  }

  #wordsOf = (text: string): string[] => this.#reduced(split(text));

  #reduced(tokens: readonly string[]): string[] {
    const apart = tokens.flatMap((word) =>
      Object.hasOwn(this.#file.apart, word) ? (this.#file.apart[word] as string).split(" ") : [word],
    );
    let words: readonly string[] = apart;
    for (const { from, to } of this.#same)
      if (from[0] !== undefined && words.includes(from[0])) words = replaced(words, from, to);
    return words.filter((word) => !this.#passedOver.has(word) && !connecting.has(word));
  }
}

const connecting = new Set(["and", "und", "et", "y"]);

/** Where security stands beside IT, only these are meant. */
const guardsSecurity: ReadonlySet<Role> = new Set([
  "ciso",
  "hipaa-security-official",
  "qualified-individual",
  "cip-senior-manager",
]);

const split = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\bi&t\b/gu, "it")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const keyOf = (words: readonly string[]): string => words.toSorted().join(" ");

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

function replaced(words: readonly string[], from: readonly string[], to: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length; ) {
    if (from.every((word, j) => words[i + j] === word)) {
      result.push(...to);
      i += from.length;
    } else result.push(words[i++]!);
  }
  return result;
}
