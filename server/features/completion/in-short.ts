/** A key or a value as the format describes it. */
interface Described {
  readonly title: string;
  readonly description: string;
}

/** What stands beside a word in a list: its title; what it is about, where the title only repeats the word. */
export function inShort(word: string, { title, description }: Described): string {
  if (letters(title) !== letters(word) || description === "") return title;
  return description.replace(/[.;:] .*$|\.$/, "").replaceAll("`", "");
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");
