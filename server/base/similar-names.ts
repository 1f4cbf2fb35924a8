export interface Named {
  readonly text: string;
  /** Listed by hand as a person of its own: two such names are two people, however alike. */
  readonly isRegistered: boolean;
}

/** Longer than any person's name; what is longer is compared as a whole and not word by word. */
const longest = 100;

/**
 * Finds, for each name, the first name before it that may be the same person's: it differs by nothing but case, accents
 * and blanks, or by one edit (insert, delete, replace, swap of neighbours) inside one word, where both words have five
 * letters or more and the edit touches no digit. The names are given in order, each text once.
 *
 * Names are not compared pair by pair: those that agree in all words but one are put together, and in such a group each
 * word leaves its forms with one letter taken out, where a similar word finds them. So the work grows with the list.
 */
export function similarNames<Name extends Named>(names: readonly Name[]): Map<Name, Name> {
  const order = new Map(names.map((name, i) => [name, i]));
  const found = new Map<Name, Name>();
  const note = (name: Name, earlier: Name | undefined) => {
    const known = found.get(name);
    if (earlier && (!known || order.get(earlier)! < order.get(known)!)) found.set(name, earlier);
  };
  const wholes = new Index<Name>();
  const groups = new Map<string, { letters: string[]; name: Name }[]>();
  for (const name of names) {
    const folded = foldLoosely(name.text);
    const whole = folded.replaceAll(" ", "");
    note(name, wholes.find(whole, name));
    wholes.leave(whole, name);
    if (folded.length > longest) continue;
    const words = folded.split(" ");
    for (const [at, word] of words.entries()) {
      const letters = [...word];
      if (countLetters(letters) < 5) continue;
      const frame = words.toSpliced(at, 1, "").join(" ");
      const group = groups.get(frame);
      if (group) group.push({ letters, name });
      else groups.set(frame, [{ letters, name }]);
    }
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const index = new Index<Name>();
    for (const { letters, name } of group) {
      const { sought, left } = formsOf(letters);
      for (const form of sought) note(name, index.find(form, name));
      for (const form of left) index.leave(form, name);
    }
  }
  return found;
}

/** Remembers the first name at each form, and the first that is not registered. */
class Index<Name extends Named> {
  readonly #any = new Map<string, Name>();
  readonly #unregistered = new Map<string, Name>();

  find(form: string, name: Name): Name | undefined {
    return name.isRegistered ? this.#unregistered.get(form) : this.#any.get(form);
  }

  leave(form: string, name: Name): void {
    if (!this.#any.has(form)) this.#any.set(form, name);
    if (!name.isRegistered && !this.#unregistered.has(form)) this.#unregistered.set(form, name);
  }
}

/** What a word leaves to be found by, and under which forms it finds those that are one edit away. */
function formsOf(letters: readonly string[]): { sought: string[]; left: string[] } {
  const word = letters.join("");
  const left = [`=${word}`];
  const sought = [`+${word}`];
  for (const [i, letter] of letters.entries()) {
    if (isDigit(letter)) continue;
    const rest = letters.toSpliced(i, 1);
    const without = rest.join("");
    left.push(`+${without}`, `${i} ${without}`);
    sought.push(`${i} ${without}`);
    if (countLetters(rest) >= 5) sought.push(`=${without}`);
    const next = letters[i + 1];
    if (next !== undefined && !isDigit(next)) sought.push(`=${letters.toSpliced(i, 2, next, letter).join("")}`);
  }
  return { sought, left };
}

/** Without case and accents, blanks collapsed. Only marks of Latin, Greek and Cyrillic are accents; others are letters. */
function foldLoosely(text: string): string {
  const bare = text.normalize("NFD").replace(/[\u0300-\u036f]/gu, "");
  return bare.toUpperCase().toLowerCase().trim().replace(/\s+/gu, " ");
}

const isDigit = (character: string): boolean => /\p{N}/u.test(character);

function countLetters(characters: readonly string[]): number {
  return characters.reduce((count, character) => count + (/\p{L}/u.test(character) ? 1 : 0), 0);
}
