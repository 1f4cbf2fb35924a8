import { memo } from "../../base/memo.ts";
import { given } from "../words/fact.ts";
import { foldName, foldText } from "../words/values.ts";
import { full, type Names, spoken } from "../words/words.ts";
import { postsHeldBy } from "./holders.ts";
import { humanize, thePost } from "./names.ts";
import type { Org } from "./org.ts";

/** How people and providers are named in what goes to others: `--names`, the same for every command. */
export const namings = ["full", "initials", "codes", "none"] as const;
export type Naming = (typeof namings)[number];

/**
 * How the names of one file are said. `initials`: "N. W.", the second with the same letters "N. W. 2"; `codes`: "Person
 * 1" and "Provider 1", in the order of first mention; `none`: people by the first post that they hold, providers by
 * number, and the client as "the client". Free text is left out of all but `full`, and so are the words of names in
 * what the file calls its posts and bodies.
 */
export const namesIn = (org: Org, naming: Naming): Names => namesAmong([org], naming);

/** The same for several files about one client, the latest last: whoever is in both is said alike. */
export function namesAmong(orgs: readonly Org[], naming: Naming): Names {
  if (naming === "full") return full;
  const [only, ...others] = orgs;
  const { people, providers, words } = only && others.length === 0 ? namedIn(only) : namedInAll(orgs);
  const label = (text: string) => text.replace(word, (one) => (words.has(foldText(one)) ? "\u2026" : one));
  const names: Names = {
    person(name) {
      if (naming === "none") return byPost(name);
      const entry = people.get(foldName(name));
      return naming === "codes"
        ? entry
          ? `Person ${entry.number}`
          : "somebody"
        : (entry?.initials ?? initialsOf(name));
    },
    provider(id, name) {
      const entry = providers.get(id);
      if (naming === "initials") return entry?.initials ?? initialsOf(name);
      return entry ? `Provider ${entry.number}` : "a provider";
    },
    client: (name) => (naming === "none" ? "the client" : label(name)),
    label,
    quoted: () => "(left out)",
    note: () => "(note left out)",
    asides: naming !== "none",
  };
  const byPost = (name: string): string => {
    const [post] = orgs.toReversed().flatMap((org) => postsHeldBy(org, { to: "person", name }));
    return post ? spoken(thePost(post), names) : "somebody without a post";
  };
  return names;
}

/** The client's name, as a heading begins. */
export function clientName(org: Org, naming: Naming): string {
  if (naming === "none") return "The client";
  const name = given(org.data.organization.name);
  return name === undefined ? "Name not known" : namesIn(org, naming).client(name);
}

interface Named {
  readonly number: number;
  readonly initials: string;
}

const namedIn = memo((org: Org) => namedInAll([org]));

/** Everybody whom the files name, by folded name; every provider, by id; and the words of all these names, folded. */
function namedInAll(orgs: readonly Org[]) {
  const mentions = orgs.flatMap(({ data }) =>
    data.mentions.map(({ name }): [string, string] => [foldName(name), name]),
  );
  const providers = orgs.flatMap(({ data }) =>
    providersInOrder(data).map((id): [string, string] => [id, given(data.providers.get(id)!.name) ?? humanize(id)]),
  );
  const ids = orgs.flatMap(({ data }) => [...data.providers.keys()].map(humanize));
  const names = [...mentions.map(([, name]) => name), ...providers.map(([, name]) => name), ...ids];
  return {
    people: numbered(mentions),
    providers: numbered(providers),
    words: new Set(names.flatMap((name) => (name.match(word) ?? []).map(foldText))),
  };
}

function numbered(inOrder: readonly (readonly [key: string, name: string])[]): Map<string, Named> {
  const result = new Map<string, Named>();
  const taken = new Map<string, number>();
  for (const [key, name] of inOrder) {
    if (result.has(key)) continue;
    const letters = initialsOf(name);
    const nth = (taken.get(letters) ?? 0) + 1;
    taken.set(letters, nth);
    result.set(key, { number: result.size + 1, initials: nth === 1 ? letters : `${letters} ${nth}` });
  }
  return result;
}

/** A provider is first named by its own entry, or by a reference in a section that stands before that. */
function providersInOrder({ sections, references, providers }: Org["data"]): string[] {
  return [...sections].flatMap((section) =>
    section === "providers"
      ? [...providers.keys()]
      : references.flatMap(({ at, ref }) =>
          at[0] === section && ref.to === "provider" && providers.has(ref.id) ? ref.id : [],
        ),
  );
}

/** Words that could give a name away; shorter ones are in every text. */
const word = /[\p{L}\p{M}\p{N}]{3,}/gu;

function initialsOf(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{M}\p{N}'’])[\p{L}\p{N}]/gu) ?? ["?"];
  return letters.map((letter) => `${letter.toUpperCase()}.`).join(" ");
}
