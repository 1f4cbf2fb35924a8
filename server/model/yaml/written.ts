import type { Span } from "../../base/text.ts";

/**
 * What stands in a file, as everybody outside of reading sees it: what kind it is, where it stands, how it is written.
 * Offsets are UTF-16 and count in the whole file, wherever the reader has its own from.
 */
export type Piece = Group | List | Scalar | Repeat;

interface Written {
  /** Its own text: without a mark or a tag before it, without comments or blanks behind it. */
  readonly span: Span;
  /** The end of its own text, where a group or a list by indentation leaves out the comments and blank lines below it. */
  readonly end: number;
  /** The same for what stands in it: before the bracket that closes it, where there is one. */
  readonly innerEnd: number;
  /** The mark that others repeat it by (`&name`), and its tag (`!tag`). */
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}

/** Keys with values, by indentation or in `{ }`. */
export interface Group extends Written {
  readonly kind: "group";
  readonly isFlow: boolean;
  /** In writing order, as they stand there: merge keys are entries of their own, and a key may come twice. */
  readonly entries: readonly Entry[];
}

/** Items, by dashes or in `[ ]`; undefined for an item where nothing stands. */
export interface List extends Written {
  readonly kind: "list";
  readonly isFlow: boolean;
  readonly items: readonly (Piece | undefined)[];
}

/** A text, a number, a yes or no, or nothing. */
export interface Scalar extends Written {
  readonly kind: "scalar";
  /** As YAML reads it; null where nothing stands. */
  readonly value: unknown;
  /** A text as YAML reads it; anything else as it is written. */
  readonly text: string;
  /** `text`: behind `|` or `>`. */
  readonly style: "plain" | "double" | "single" | "text";
}

/** `*name`, which stands for what is marked so further up. */
export interface Repeat extends Written {
  readonly kind: "repeat";
  readonly name: string;
  /** What it stands for; undefined where nothing is marked so. */
  readonly meant: Piece | undefined;
}

/** A key with its value. */
export interface Entry {
  readonly key: string;
  /** The key as it is written; undefined where only a colon stands. */
  readonly keyPiece: Piece | undefined;
  /** As written, so possibly a repetition; undefined where no value is written. */
  readonly value: Piece | undefined;
}

export const isGroup = (piece: Piece | undefined): piece is Group => piece?.kind === "group";
export const isList = (piece: Piece | undefined): piece is List => piece?.kind === "list";
export const isScalar = (piece: Piece | undefined): piece is Scalar => piece?.kind === "scalar";
export const isRepeat = (piece: Piece | undefined): piece is Repeat => piece?.kind === "repeat";

/** What stands for itself, or what it repeats. */
export const meantBy = (piece: Piece | undefined): Piece | undefined => (isRepeat(piece) ? piece.meant : piece);

/** A scalar that stands for nothing: written as such (`null`, `~`), or only the place where a value would stand. */
export const isNothing = (piece: Piece | undefined): boolean => isScalar(piece) && piece.value === null;

/** Nothing is written where this value would stand. */
export const isUnwritten = (piece: Piece | undefined): boolean =>
  !piece || (isScalar(piece) && piece.value === null && piece.span.start === piece.span.end);

/** The text of a scalar without quotes, which is what makes a reserved word one. */
export const plainText = (piece: Piece | undefined): string | undefined =>
  isScalar(piece) && piece.style === "plain" && typeof piece.value === "string" ? piece.value : undefined;

/** Everything inside a piece and itself, in the order of the text, keys included. */
export function* everyPiece(piece: Piece | undefined): Iterable<Piece> {
  if (!piece) return;
  yield piece;
  if (isGroup(piece))
    for (const { keyPiece, value } of piece.entries) {
      yield* everyPiece(keyPiece);
      yield* everyPiece(value);
    }
  else if (isList(piece)) for (const item of piece.items) yield* everyPiece(item);
}
