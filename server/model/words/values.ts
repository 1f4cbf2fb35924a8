import { memo } from "../../base/memo.ts";
import { partsOfName } from "./person-name.ts";
import type { Place } from "./place.ts";

/** The words that say something about a fact instead of giving it; they count only without quotes. */
export const reservedWords = ["none", "unknown", "not-asked", "declined", "not-applicable"] as const;
export type ReservedWord = (typeof reservedWords)[number];

/** A text without quotes as one of these words; undefined for any other. */
export const asReservedWord = (plain: string | undefined): ReservedWord | undefined =>
  reservedWords.find((word) => word === plain);

/** Whether a text would be read as one of these words, or as `vacant`, unless it stands in quotes. */
export const isReservedWord = (text: string): boolean =>
  text === "vacant" || reservedWords.some((word) => word === text);

/** Stands for whoever is to hold a post of the target, where nobody has been chosen yet. */
export const toBeFilled = "to-be-filled";

/** Stands for the organization's name until somebody writes it: the one fact without which a file is none. */
export const nameSlot = "Name of the organization";

/** A number of people: a single figure has equal ends. `max` is Infinity where the range is open upwards. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/**
 * Somebody or something that a field refers to. `nothing` is a reference that leads nowhere (a finding of its own)
 * and, in `employedBy`, an employer outside the file. A person is `apart` where the file has two of that name, Mr and Ms.
 */
export type Ref =
  | { readonly to: "post"; readonly id: string }
  | { readonly to: "person"; readonly name: string; readonly apart?: true }
  | { readonly to: "provider"; readonly id: string }
  | { readonly to: "team"; readonly id: string }
  | { readonly to: "unit"; readonly id: string }
  | { readonly to: "committee"; readonly id: string }
  | { readonly to: "board" }
  /** Somebody outside of the organization; with the place where the file says so. */
  | { readonly to: "external"; readonly at?: Place }
  /** The organization as a whole, beside its companies. */
  | { readonly to: "self" }
  /** Somebody who is not chosen yet: in the file of a target, whoever is to hold this post and nothing else. */
  | { readonly to: "to-be-filled"; readonly post: string }
  | { readonly to: "nothing"; readonly text: string };

/**
 * One form for each person: equal here is equal for "shares a holder". Degrees, salutations, accents, hyphens and case
 * are no part of it. Where less than two words are left, two texts are one person's only where they are the same as written.
 */
export function foldName(name: string): string {
  const { words } = partsOfName(name);
  return words.length > 1 ? words.join(" ") : name.normalize("NFC").trim().replace(/\s+/gu, " ");
}

/** A name in the forms that writings of it are compared by: shared, word by word, and with accents left out. */
export function formsOfName(name: string): {
  readonly form: string;
  readonly words: readonly string[];
  readonly plain: string;
} {
  const plain = name.normalize("NFD").replace(/[\u0300-\u036f]/gu, "");
  return { form: foldName(name), words: partsOfName(name).words, plain: partsOfName(plain).words.join(" ") };
}

/** A text without case, blanks at its ends and runs of them. (Upper-casing first folds ß and ſ, as Unicode's full case folding does.) */
export const foldText = (text: string): string =>
  text.normalize("NFC").trim().replace(/\s+/gu, " ").toUpperCase().toLowerCase().normalize("NFC");

/** The same as `foldName` where the file speaks of a man and of a woman of that name: then the salutation is part of it. */
const foldedApart = (name: string): string => `${partsOfName(name).sex ?? ""} ${foldName(name)}`;

/** A key under which equal references are equal; people by their folded name. */
export const refKey = memo((ref: Ref): string => {
  switch (ref.to) {
    case "person":
      return `person:${ref.apart ? foldedApart(ref.name) : foldName(ref.name)}`;
    case "board":
    case "external":
    case "self":
      return ref.to;
    case "nothing":
      return `nothing:${ref.text}`;
    case "to-be-filled":
      return `to-be-filled:${ref.post}`;
    default:
      return `${ref.to}:${ref.id}`;
  }
});
