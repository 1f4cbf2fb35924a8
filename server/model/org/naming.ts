import { given } from "../words/fact.ts";
import { foldName, foldText } from "../words/values.ts";
import { full, listOf, type Names, spoken } from "../words/words.ts";
import { postsHeldBy } from "./holders.ts";
import { thePost } from "./names.ts";
import type { Org } from "./org.ts";

/** How people are named in what goes to others: `--names`, the same for every command. */
export const namings = ["full", "initials", "codes", "none"] as const;
export type Naming = (typeof namings)[number];

/**
 * How the names of one file are said. `initials`: "N. W.", with a number where two people have the same; `codes`:
 * "Person 1", in the order of first mention; `none`: people by their posts, and the client as "the client". Free text
 * is left out of all but `full`, and so are the words of people's names in what the file calls its posts and bodies.
 */
export function namesIn(org: Org, naming: Naming): Names {
  if (naming === "full") return full;
  const codes = codesOf(org, naming);
  const words = new Set(org.data.mentions.flatMap(({ name }) => wordsOf(name)).map(foldText));
  const label = (text: string) => text.replace(word, (one) => (words.has(foldText(one)) ? "\u2026" : one));
  const byPosts = (name: string): string => {
    const posts = postsHeldBy(org, { to: "person", name });
    const titles = posts.map((post) => spoken(thePost(post), { ...full, label }));
    return posts.length > 0 ? listOf(titles) : "somebody without a post";
  };
  return {
    person: (name) => (naming === "none" ? byPosts(name) : (codes.get(foldName(name)) ?? "somebody")),
    provider: (_, name) => label(name),
    client: (name) => (naming === "none" ? "the client" : label(name)),
    label,
    quoted: () => "(note left out)",
    asides: naming !== "none",
  };
}

/** The client's name, as a heading begins. */
export function clientName(org: Org, naming: Naming): string {
  if (naming === "none") return "The client";
  const name = given(org.data.organization.name);
  return name === undefined ? "Name not known" : namesIn(org, naming).client(name);
}

function codesOf(org: Org, naming: Naming): Map<string, string> {
  const codes = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const { name } of org.data.mentions) {
    const key = foldName(name);
    if (codes.has(key)) continue;
    const initials = initialsOf(name);
    const nth = (taken.get(initials) ?? 0) + 1;
    taken.set(initials, nth);
    codes.set(key, naming === "codes" ? `Person ${codes.size + 1}` : nth === 1 ? initials : `${initials} ${nth}`);
  }
  return codes;
}

/** Words that could give a name away; shorter ones are in every text. */
const word = /[\p{L}\p{M}]{3,}/gu;
const wordsOf = (name: string): string[] => name.match(word) ?? [];

function initialsOf(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{M}'’])\p{L}/gu) ?? ["?"];
  return letters.map((letter) => `${letter.toUpperCase()}.`).join(" ");
}
