import type { Committee, Post } from "../model/org/entities.ts";
import { postsHeldBy } from "../model/org/holders.ts";
import { committeeName, humanize, postName, providerName } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import { foldName, type Ref } from "../model/words/values.ts";
import { full, listOf, spoken } from "../model/words/words.ts";
import { clean } from "./text.ts";

/** How people are named in a picture that goes to others. */
export const namings = ["full", "initials", "codes", "none"] as const;
export type Names = (typeof namings)[number];

/** What people, posts and the client are called in one picture. */
export class Naming {
  readonly #org: Org;
  readonly #names: Names;
  readonly #codes = new Map<string, string>();
  readonly #nameWords: ReadonlySet<string>;

  constructor(org: Org, names: Names) {
    this.#org = org;
    this.#names = names;
    this.#nameWords = new Set(
      org.data.mentions.flatMap(({ name }) => name.match(/[\p{L}\p{M}]{3,}/gu) ?? []).map(foldName),
    );
    const taken = new Map<string, number>();
    for (const { name } of org.data.mentions) {
      const key = foldName(name);
      if (this.#codes.has(key)) continue;
      const initials = initialsOf(name);
      const nth = (taken.get(initials) ?? 0) + 1;
      taken.set(initials, nth);
      const code = names === "codes" ? `Person ${this.#codes.size + 1}` : nth === 1 ? initials : `${initials} ${nth}`;
      this.#codes.set(key, code);
    }
  }

  /** Undefined where people are not to be named at all. */
  person(name: string): string | undefined {
    if (this.#names === "full") return clean(name);
    return this.#names === "none" ? undefined : (this.#codes.get(foldName(name)) ?? "Person");
  }

  client(): string {
    return this.#names === "none" ? "The client" : clean(given(this.#org.data.organization.name) ?? "Name not known");
  }

  post(post: Post): string {
    return this.label(given(post.title) ?? "") || this.label(spoken(postName(post), full)) || post.id;
  }

  committee = (committee: Committee): string => this.label(committeeName(committee)) || committee.id;

  /** What the file calls something of its own, such as "Assistant to Ann Ode": without the words of people's names. */
  label(text: string): string {
    const label = clean(text);
    if (this.#names === "full") return label;
    return label.replace(/[\p{L}\p{M}]{3,}/gu, (word) => (this.#nameWords.has(foldName(word)) ? "\u2026" : word));
  }

  /** Whoever a reference means, without an article; somebody who is not to be named by his posts. */
  ref(ref: Ref): string {
    const { data } = this.#org;
    switch (ref.to) {
      case "person":
        return this.person(ref.name) ?? this.#byPosts(ref);
      case "post": {
        const post = data.posts.get(ref.id);
        return post ? this.post(post) : humanize(ref.id);
      }
      case "provider": {
        const provider = data.providers.get(ref.id);
        return this.label(provider ? spoken(providerName(provider), full) : humanize(ref.id)) || ref.id;
      }
      case "committee": {
        const committee = data.committees.get(ref.id);
        return committee ? this.committee(committee) : humanize(ref.id);
      }
      case "team":
        return `${humanize(ref.id)} team`;
      case "unit":
        return humanize(ref.id);
      case "board":
        return "Board";
      case "external":
        return "somebody from outside";
      default:
        return this.label(ref.text);
    }
  }

  refs = (refs: readonly Ref[]): string => listOf(refs.map((ref) => this.ref(ref)));

  #byPosts(ref: Ref): string {
    const posts = postsHeldBy(this.#org, ref);
    return posts.length > 0 ? listOf(posts.map((post) => this.post(post))) : "somebody without a post";
  }
}

/** Who is in a post, named apart so that each can begin a line. */
export const holdersOf = (naming: Naming, post: Post): (string | undefined)[] =>
  itemsOf(post.heldBy).map((ref) => (ref.to === "person" ? naming.person(ref.name) : naming.ref(ref)));

function initialsOf(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{M}'’])\p{L}/gu) ?? ["?"];
  return letters.map((letter) => `${letter.toUpperCase()}.`).join(" ");
}
