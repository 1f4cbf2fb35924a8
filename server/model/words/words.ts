import { oncePer } from "../../base/group.ts";
import { shorten } from "../../base/text.ts";
import type { Place } from "./place.ts";

/**
 * A part of a sentence that only the client's file knows. How it is said depends on who is to read it, so it stays what
 * it is until the text is made.
 */
export type Name =
  /** A person, by the name as the file has it; `spelling` where a message is about how it is written. */
  | { readonly person: string; readonly spelling?: string }
  /** A provider, by its id, and its name as the file has it. */
  | { readonly provider: string; readonly name: string }
  /** The client itself, by its name. */
  | { readonly client: string }
  /** A post, by its place, and its name without an article. */
  | { readonly post: Place; readonly name: string }
  /** What the file calls something of its own, such as a committee or a team. */
  | { readonly label: string }
  /** What stands in the file and may be anything: a value that cannot be read, a key that is none. */
  | { readonly quoted: string }
  /** Free text of the file, such as the reason of a decision. */
  | { readonly note: string }
  /** Who is in a post that has just been named: ", Sam Okafor,". Left out where people are named by their posts. */
  | { readonly aside: Words };

/** `first`: the letter that it begins with, where that is not as the name has it. */
export type Piece = string | (Name & { readonly first?: "capital" | "small" });

/** A sentence, or a part of one, as a value. Only `spoken` makes a text of it. */
export type Words = readonly Piece[];

/** What may be handed to whoever speaks: words, or a text that holds no name of the file. */
export type Sayable = string | Words;

/** How names are said. */
export interface Names {
  /** The name is as the file has it. */
  person(name: string, spelling?: string): string;
  provider(id: string, name: string): string;
  client(name: string): string;
  /** A post's name, or what the file calls something of its own: nobody's name, but one may be in it. */
  label(name: string): string;
  /** What stands in the file and may be anything. */
  quoted(text: string): string;
  /** Free text of the file. */
  note(text: string): string;
  /** Whether the holder of a post is named beside it. */
  readonly asides: boolean;
}

/** As the file has them. */
export const full: Names = {
  person: (name, spelling) => spelling ?? shorten(name),
  provider: (_, name) => name,
  client: (name) => name,
  label: (name) => name,
  quoted: (text) => text,
  note: (text) => text,
  asides: true,
};

/** Makes a text of words: the one place where names become part of one. */
export function spoken(said: Sayable, names: Names): string {
  if (typeof said === "string") return said;
  return said.map((piece) => (typeof piece === "string" ? piece : saidAs(piece, names))).join("");
}

function saidAs(piece: Exclude<Piece, string>, names: Names): string {
  const text = nameOf(piece, names);
  if (piece.first === undefined) return text;
  return piece.first === "capital" ? capital(text) : small(text);
}

function nameOf(piece: Exclude<Piece, string>, names: Names): string {
  if ("person" in piece) return names.person(piece.person, piece.spelling);
  if ("provider" in piece) return names.provider(piece.provider, piece.name);
  if ("client" in piece) return names.client(piece.client);
  if ("post" in piece) return names.label(piece.name);
  if ("label" in piece) return names.label(piece.label);
  if ("quoted" in piece) return names.quoted(piece.quoted);
  if ("note" in piece) return names.note(piece.note);
  return names.asides ? spoken(piece.aside, names) : "";
}

/** A sentence of parts, as a tag before a template: words`${thePost(post)} reports to ${refName(org, ref)}.` */
export function words(strings: TemplateStringsArray, ...values: readonly (Sayable | Piece | number)[]): Words {
  return joined(strings.flatMap((text, i) => [text, ...(i < values.length ? partsOf(values[i]!) : [])]));
}

const partsOf = (value: Sayable | Piece | number): Words =>
  typeof value === "number"
    ? [String(value)]
    : typeof value === "object" && !Array.isArray(value)
      ? [value as Piece]
      : wordsOf(value as Sayable);

/** The same as words, whatever it is. */
export const wordsOf = (said: Sayable): Words => (typeof said === "string" ? (said === "" ? [] : [said]) : said);

/** What stands in the file, as a message quotes it. */
export const quoted = (text: string): Words => [{ quoted: shorten(text) }];

/** What the file calls something of its own, such as a title. */
export const label = (name: string): Words => [{ label: name }];

/** Somebody by name; `spelling` where a message is about how it is written. */
export const person = (name: string, spelling?: string): Words => [
  spelling === undefined ? { person: name } : { person: name, spelling },
];

/** Who is in a post, after its name: left out where the post is all that is to be named. */
export const aside = (said: Words): Words => [{ aside: said }];

/** Parts in a row, with texts beside each other made one. */
export function joined(parts: readonly Piece[]): Words {
  const result: Piece[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/** Whether nothing is said. */
export const isSilent = (said: Sayable): boolean => said.length === 0;

/** In characters, with names as the file has them: what fits must not depend on who reads it. */
export const lengthOf = (said: Sayable): number => spoken(said, full).length;

/** Equal where they say the same of the same, however names are said. */
export const sameWords = (a: Sayable, b: Sayable): boolean => keyOfWords(a) === keyOfWords(b);

/** A key under which the same words are equal. */
export const keyOfWords = (said: Sayable): string => JSON.stringify(wordsOf(said));

/** Each once, where it stands first. */
export const distinctWords = <Said extends Sayable>(all: readonly Said[]): Said[] => oncePer(all, keyOfWords);

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[], word?: string): string;
export function listOf(items: readonly Sayable[], word?: string): Words;
export function listOf(items: readonly Sayable[], word = "and"): Sayable {
  if (items.every((item) => typeof item === "string"))
    return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
  return joined(
    items.flatMap((item, i) => [i === 0 ? "" : i === items.length - 1 ? ` ${word} ` : ", ", ...wordsOf(item)]),
  );
}

/** Parts with something between them, as `join` does for texts. */
export const joinedBy = (parts: readonly Sayable[], between: string): Words =>
  joined(parts.flatMap((part, i) => [i === 0 ? "" : between, ...wordsOf(part)]));

/** The first letter as a capital, for a sentence that begins with a name such as "the CISO". */
export function sentence(said: string): string;
export function sentence(said: Words): Words;
export function sentence(said: Sayable): Sayable;
export function sentence(said: Sayable): Sayable {
  return typeof said === "string" ? capital(said) : withFirst(said, "capital");
}

/** A name inside a sentence: only a word that is no abbreviation is written small. */
export function inSentence(said: string): string;
export function inSentence(said: Words): Words;
export function inSentence(said: Sayable): Sayable {
  return typeof said === "string" ? small(said) : withFirst(said, "small");
}

function withFirst([head, ...rest]: Words, first: "capital" | "small"): Words {
  if (head === undefined) return [];
  if (typeof head === "string") return [first === "capital" ? capital(head) : small(head), ...rest];
  return [{ ...head, first }, ...rest];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
