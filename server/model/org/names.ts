import { groupBy } from "../../base/group.ts";
import { shorten } from "../../base/text.ts";
import type { Format } from "../../knowledge/format.ts";
import { given, itemsOf } from "../words/fact.ts";
import type { Ref } from "../words/values.ts";
import {
  full,
  inSentence,
  listOf,
  person,
  quoted,
  type Sayable,
  sentence,
  spoken,
  type Words,
  words,
} from "../words/words.ts";
import type { Activity, Committee, OrgData, Post, Provider } from "./entities.ts";

/** A post as a message names it: "CISO"; by its title or its own id where it is not simply the post of that role. */
export function postName(post: Post): Words {
  const name: Words = [{ post: post.at, name: postTitle(post) }];
  if (!post.beside) return name;
  return "unit" in post.beside
    ? words`${name} (${{ label: post.beside.unit }})`
    : words`${name}${{ aside: words` (${{ person: post.beside.person }})` }}`;
}

/** Posts of one name, each with what tells it from the others: its unit where they have different ones, else its holder. */
export function toldApart(posts: Map<string, Post>, unitNames: ReadonlyMap<string, string>): void {
  for (const alike of groupBy(posts.values(), (post) =>
    post.exists === "no" ? undefined : postTitle(post).toLowerCase(),
  ).values()) {
    if (alike.length < 2) continue;
    const unitOf = (post: Post) =>
      post.unit.is === "known" && "id" in post.unit.value ? post.unit.value.id : undefined;
    const areApart = new Set(alike.map(unitOf)).size === alike.length;
    for (const post of alike) {
      const unit = unitOf(post);
      const [holder] = itemsOf(post.heldBy);
      if (areApart && unit !== undefined)
        posts.set(post.id, { ...post, beside: { unit: unitNames.get(unit) ?? humanize(unit) } });
      else if (!areApart && holder?.to === "person") posts.set(post.id, { ...post, beside: { person: holder.name } });
    }
  }
}

/** The same to be written into the file as a title. */
export const postTitle = (post: Post): string => post.catalogueName ?? shorten(given(post.title) ?? humanize(post.id));

/** "the CISO", "the IT Manager". */
export const thePost = (post: Post): Words => words`the ${postName(post)}`;

/** A committee as a message names it: by its type; by its own id where it is of none, "Change Board". */
export function committeeName(committee: Committee): string {
  if (committee.catalogueName !== undefined) return committee.catalogueName;
  const name = humanize(committee.id);
  return isNamedAsBody.test(name) ? name : `${name} committee`;
}

/** An id such as `change-board` or `city-council` says by itself that it is a body; `compliance` does not. */
const isNamedAsBody =
  /\b(?:assembly|board|cab|circle|commission|committee|council|forum|group|meeting|panel|table|team)s?$/i;

/** "audit committee", "Change Board": its name inside a sentence. */
export const committeeInSentence = (committee: Committee): string =>
  committee.catalogueName === undefined ? committeeName(committee) : inSentence(committee.catalogueName);

/** "the audit committee", "the Change Board". */
export const theCommittee = (committee: Committee): string => `the ${committeeInSentence(committee)}`;

/** A provider as a message names it: by its `name`, else its id as words. */
export function providerName({ id, name }: Provider): Words {
  return [{ provider: id, name: shorten(given(name) ?? humanize(id)) }];
}

/** "Backups"; with its own key where that says more than the kind, "Backups (Branch Offices)". */
export function activityName({ id, activity, catalogueName, kindName }: Activity): string {
  const kind = given(activity) ?? id;
  const name = kindName ?? inWords(kind);
  return id === kind || catalogueName !== undefined ? name : `${name} (${humanize(id)})`;
}

/** "Backups"; one of the file's own, such as `crane-inspection`, is "Crane inspection". */
export const activityKind = (id: string, format: Format): string =>
  format.catalogue("activityId").get(id)?.title ?? inWords(id);

/** An id of somebody's own as a name like those of the catalogues: `crane-inspection` becomes "Crane inspection". */
export function inWords(id: string): string {
  const words = id.split("-").filter((word) => word !== "");
  return sentence(words.map((word) => (abbreviations.has(word) ? word.toUpperCase() : word)).join(" "));
}

/** "Network team": an id that ends in the word does not get it twice. */
export const teamName = (id: string): string => (/\bteams?$/i.test(id) ? humanize(id) : `${humanize(id)} team`);

/** Where the entities stand that a reference may mean: an `Org`, of which names need no more than that. */
export interface Named {
  readonly data: OrgData;
}

/** Whoever a reference means, as a message names it. */
export function refName({ data }: Named, ref: Ref): Words {
  switch (ref.to) {
    case "person":
      return person(ref.name);
    case "post": {
      const post = data.posts.get(ref.id);
      return post ? thePost(post) : words`the ${{ post: ["posts", ref.id], name: humanize(ref.id) }}`;
    }
    case "provider": {
      const provider = data.providers.get(ref.id);
      return provider ? providerName(provider) : [{ provider: ref.id, name: humanize(ref.id) }];
    }
    case "committee": {
      const committee = data.committees.get(ref.id);
      return [committee ? theCommittee(committee) : `the ${humanize(ref.id)}`];
    }
    case "team":
      return [`the ${teamName(ref.id)}`];
    case "unit":
      return [humanize(ref.id)];
    case "board":
      return ["the board"];
    case "external":
      return ["somebody from outside"];
    case "self":
      return ["the organization as a whole"];
    case "to-be-filled":
      return ["somebody who is to be found"];
    default:
      return quoted(ref.text);
  }
}

/** Who is in a post, for messages: "Sam Okafor", "Ana Ruiz and Bo Li", or nothing where that is not known. */
export function holderNames(org: Named, post: Post): Words | undefined {
  const names = itemsOf(post.heldBy).map((ref) => refName(org, ref));
  return names.length === 0 ? undefined : listOf(names);
}

const abbreviations = new Set([
  "it",
  "ict",
  "cio",
  "cto",
  "ciso",
  "ceo",
  "cfo",
  "coo",
  "cro",
  "dpo",
  "hr",
  "vp",
  "erp",
  "crm",
  "msp",
]);

/** An id as words: `it-manager-platform` becomes "IT Manager Platform", `cio-de` "CIO DE". */
export function humanize(id: string): string {
  const parts = id.split("-").filter((word) => word !== "");
  // The CIO of a country or a company is written with its code: `cio-de`.
  const isCode = (word: string, i: number) =>
    i > 0 && i === parts.length - 1 && /^[a-z]{2}$/.test(word) && abbreviations.has(parts[0]!);
  return parts
    .map((word, i) => (abbreviations.has(word) || isCode(word, i) ? word.toUpperCase() : sentence(word)))
    .join(" ");
}

/** The name of a field as words: `reportsTo` becomes "Reports to". */
export const fieldInWords = (name: string): string =>
  sentence(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));

/**
 * "a CIO", "an IT Director". Abbreviations that begin with a vowel sound when spelled out take "an" as well: an HR
 * head, an MSP. HIPAA is a word.
 */
export function withArticle(name: string): string;
export function withArticle(name: Sayable): Sayable;
export function withArticle(name: Sayable): Sayable {
  const text = spoken(name, full);
  const soundsLikeVowel = /^(?:[AEIOU]|(?!HIPAA)[FHLMNRSX][A-Z]|[FHLMNRSX]\b)/.test(text) || /^[aeiou]/i.test(text);
  const article = soundsLikeVowel ? "an" : "a";
  return typeof name === "string" ? `${article} ${name}` : words`${article} ${name}`;
}
