/** What a text that names nobody says of a post: empty; held by whom nobody says; not known; in an outside firm's hands. */
export type Placeholder = "vacant" | "held" | "unknown" | "supplier";

export type PlaceholdersFile = Readonly<Record<Placeholder, readonly string[]>>;

/** The texts that stand where a name belongs and name nobody. Immutable. */
export class Placeholders {
  readonly #meanings: ReadonlyMap<string, Placeholder>;

  constructor(file: PlaceholdersFile) {
    const kinds = Object.entries(file) as [Placeholder, readonly string[]][];
    this.#meanings = new Map(kinds.flatMap(([kind, texts]) => texts.map((text) => [bare(text), kind] as const)));
  }

  /** Undefined for what may be a name. */
  meaningOf(text: string): Placeholder | undefined {
    if (/^[\s\p{P}\p{S}]+$/u.test(text)) return "unknown";
    const whole = bare(text);
    if (/^x{2,}$/u.test(whole)) return "unknown";
    const found = this.#meanings.get(whole);
    if (found !== undefined) return found;
    // "Vacant (recruiting)", "vacant - hiring": why a post is empty changes nothing.
    const [first = ""] = text.split(/(?<=\S)\s*[(,:]|\s+\p{Pd}\s+/u);
    return this.#meanings.get(bare(first)) === "vacant" ? "vacant" : undefined;
  }
}

/** Without brackets, punctuation and case; "vacant(e)" is the word without what the brackets add. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/(?<=\p{L})\([^()]*\)/gu, "")
    .replace(/[\p{P}\p{S}]+/gu, "")
    .trim()
    .replace(/\s+/gu, " ")
    .toLowerCase();
