import type { Snapshot } from "../../analysis/snapshot.ts";
import type { Cursor } from "../../model/find/cursor.ts";
import type { Expected } from "../../model/find/expected.ts";
import type { Org } from "../../model/org/org.ts";
import type { Ref } from "../../model/words/values.ts";

/** A place in inserted text where the user goes on writing, in this order, 0 last; `text` stands there until then. */
export interface Stop {
  readonly stop: number;
  readonly text: string;
}
export type Insert = readonly (string | Stop)[];

export const stop = (number: number, text = ""): Stop => ({ stop: number, text });

/** What a choice stands for; its documentation is written only when the client asks for it. */
export type About =
  | { readonly is: "section"; readonly name: string }
  | { readonly is: "field"; readonly shape: string; readonly name: string }
  | { readonly is: "entry"; readonly catalogue: string; readonly id: string; readonly field?: string }
  | { readonly is: "role"; readonly id: string }
  | { readonly is: "regime"; readonly id: string }
  | { readonly is: "rule"; readonly id: string }
  | { readonly is: "ref"; readonly ref: Ref };

export type ChoiceKind = "key" | "section" | "value" | "word" | "entity" | "person" | "snippet" | "text";

export interface Choice {
  readonly label: string;
  readonly kind: ChoiceKind;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  readonly insert: Insert;
  readonly about?: About;
  /** What the user types to find it, where that is not the label. */
  readonly filter?: string;
  /** Less likely than all others. */
  readonly last?: boolean;
  /** Further choices follow at the end of what is inserted. */
  readonly again?: boolean;
}

/** What the choices at one cursor are made from. */
export interface Context {
  readonly snapshot: Snapshot;
  readonly cursor: Cursor;
  readonly expected: Expected;
  /** The organization without what is being written. */
  readonly org: Org;
}

/** A new line inside what is inserted, indented below the entry by so many levels of two blanks. */
export const newLine = ({ cursor: { column } }: Context, levels = 1): string => `\n${" ".repeat(column + 2 * levels)}`;
