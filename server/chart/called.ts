import { clean } from "../base/clean.ts";
import type { Committee, Post } from "../model/org/entities.ts";
import { postsHeldBy } from "../model/org/holders.ts";
import { committeeName, humanize, postName, providerName } from "../model/org/names.ts";
import { clientName, type Naming, namesIn } from "../model/org/naming.ts";
import type { Org } from "../model/org/org.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import type { Ref } from "../model/words/values.ts";
import { listOf, type Names, spoken } from "../model/words/words.ts";

/** What people, posts and the client are called in one picture. */
export class Called {
  readonly #org: Org;
  readonly #naming: Naming;
  readonly #names: Names;

  constructor(org: Org, naming: Naming) {
    this.#org = org;
    this.#naming = naming;
    this.#names = namesIn(org, naming);
  }

  /** Undefined where people are not to be named at all. */
  person(name: string): string | undefined {
    if (this.#naming === "none") return undefined;
    return clean(this.#naming === "full" ? name : this.#names.person(name));
  }

  client = (): string => clean(clientName(this.#org, this.#naming));

  post(post: Post): string {
    return this.label(given(post.title) ?? "") || clean(spoken(postName(post), this.#names)) || post.id;
  }

  committee = (committee: Committee): string => this.label(committeeName(committee)) || committee.id;

  /** What the file calls something of its own, such as "Assistant to Ann Ode". */
  label = (text: string): string => clean(this.#names.label(text));

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
        return this.label(provider ? spoken(providerName(provider), this.#names) : humanize(ref.id)) || ref.id;
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
      case "to-be-filled":
        return "to be filled";
      case "self":
        return "the organization as a whole";
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
export const holdersOf = (called: Called, post: Post): (string | undefined)[] =>
  itemsOf(post.heldBy).map((ref) => (ref.to === "person" ? called.person(ref.name) : called.ref(ref)));
