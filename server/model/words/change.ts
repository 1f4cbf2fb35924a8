import type { Edit } from "../../base/text.ts";
import type { Place } from "./place.ts";
import type { Does } from "./remedy-id.ts";
import { type Sayable, type Words, wordsOf } from "./words.ts";

/** A value to write into a file. Text is quoted where YAML would read it as something else. */
export type Value = string | number | null | readonly Value[] | { readonly [key: string]: Value };

/**
 * One change to the organization, in terms of places. `edit.ts` turns it into the smallest change of text.
 * - `set` writes a value: over the one that stands there, or as a new key (with its section, where that is missing).
 * - `insert` writes a new key, and leaves alone whatever stands there or in the way.
 * - `add` appends an item to a list; a single value or group becomes a list of two.
 * - `remove` takes out a key with its value, or a list item.
 * - `rename` changes a key and leaves its value.
 * - `rewrite` changes the text itself, where it is no YAML yet or its layout is what is wrong: `edits` are those of the
 *   text in which the problem was found (offsets in UTF-16), near `at`.
 */
export type Change =
  | { readonly do: "set"; readonly at: Place; readonly value: Value; readonly quoted?: boolean }
  | { readonly do: "insert"; readonly at: Place; readonly value: Value }
  | { readonly do: "add"; readonly at: Place; readonly value: Value; readonly quoted?: boolean }
  | { readonly do: "remove"; readonly at: Place }
  | { readonly do: "rename"; readonly at: Place; readonly to: string }
  | { readonly do: "rewrite"; readonly at: Place; readonly edits: readonly Edit[] };

/** A remedy that the editor offers at a finding. */
export interface Fix {
  /** What it does, as a recommendation names it: `report-to-ceo`. The same effect has the same id in all rules. */
  readonly does: Does;
  /** Imperative, naming the result: "Let the CISO report to the CEO". */
  readonly title: Words;
  /** What to recommend, where the title says of the record and not of the organization that it is wrong. */
  readonly advice?: Words;
  readonly changes: readonly Change[];
  /** `first-step`: helps, but does not end the finding by itself; offered as a refactoring. */
  readonly kind: "fix" | "first-step";
  /** No judgement is involved, so that all of a file's can be applied at once. */
  readonly safe?: boolean;
  /** The obvious choice; the editor applies it on its quick-fix key. */
  readonly preferred?: boolean;
}

type Extras = Pick<Fix, "safe" | "preferred"> & { readonly advice?: Sayable };

/** A remedy that ends the finding. The title is imperative and names the result. */
export const fix = (does: Does, title: Sayable, changes: readonly Change[], extras: Extras = {}): Fix => {
  const { advice, ...rest } = extras;
  return {
    does,
    title: wordsOf(title),
    changes,
    kind: "fix",
    ...(advice === undefined ? {} : { advice: wordsOf(advice) }),
    ...rest,
  };
};

/** A remedy that helps and does not end the finding; its title begins with "First step: ". */
export const firstStep = (does: Does, title: Sayable, changes: readonly Change[]): Fix => ({
  does,
  title: wordsOf(title),
  changes,
  kind: "first-step",
});

/** Writes a value: over the one that stands there, or as a new key with all that is missing above it. */
export const set = (at: Place, value: Value): Change => ({ do: "set", at, value });
/** Writes a new key, and leaves alone whatever stands there or in the way. */
export const insert = (at: Place, value: Value): Change => ({ do: "insert", at, value });
/** Writes a text that must stay a text, such as a person called "none". */
export const setQuoted = (at: Place, value: string): Change => ({ do: "set", at, value, quoted: true });
/** Appends an item to a list; where a single value stands, both become a list. */
export const add = (at: Place, value: Value): Change => ({ do: "add", at, value });
/** Takes out a key with its value, or an item of a list. */
export const remove = (at: Place): Change => ({ do: "remove", at });
/** Changes the text itself (offsets in UTF-16), where what is wrong is how it is written. */
export const rewrite = (at: Place, edits: readonly Edit[]): Change => ({ do: "rewrite", at, edits });
/** Changes a key and leaves its value. */
export const rename = (at: Place, to: string): Change => ({ do: "rename", at, to });
