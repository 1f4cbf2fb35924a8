import type { Place } from "../model/words/place.ts";
import type { HolderState, MarkKind } from "./chart.ts";

/** What a picture is made of, in pixels at 100 %. Nothing here knows of colours or of SVG. */
export interface Style {
  readonly size: number;
  readonly weight: "regular" | "bold" | "italic";
}

/** At 100 % nothing is smaller than this. */
export const small: Style = { size: 11, weight: "regular" };
export const smallBold: Style = { size: 11, weight: "bold" };
export const smallItalic: Style = { size: 11, weight: "italic" };
export const titleStyle: Style = { size: 12, weight: "bold" };
export const headingStyle: Style = { size: 18, weight: "bold" };

export interface TextLine {
  readonly x: number;
  /** Of the letters' base line. */
  readonly y: number;
  readonly text: string;
  readonly style: Style;
  readonly tone: "strong" | "faint";
  readonly struck?: boolean;
  readonly anchor?: "middle" | "end";
}

/** The sign of a kind of finding, in a square of `iconSize`. */
export interface Icon {
  readonly kind: MarkKind;
  readonly x: number;
  readonly y: number;
}
export const iconSize = 12;

/** A committee's letter. */
export interface Pill {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly letter: string;
  readonly filled: boolean;
}
export const pillHeight = 15;

/** Something of its own inside a box: a post that is a line of it, or the posts that are folded. */
export interface Part {
  readonly key: string;
  readonly at: Place | undefined;
  readonly folded: number | undefined;
  readonly title: string;
  readonly description: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly TextLine[];
  readonly icons: readonly Icon[];
}

export type Look = "post" | "vacant" | "outside" | "not-there" | "body" | "committee" | "provider" | "folded";

/** A box with what stands in it, its left upper corner at 0, 0. */
export interface Measured {
  readonly key: string;
  readonly at: Place | undefined;
  readonly look: Look;
  readonly holder: HolderState;
  readonly title: string;
  readonly description: string;
  readonly level: number;
  readonly worst: MarkKind | undefined;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly TextLine[];
  readonly icons: readonly Icon[];
  readonly pills: readonly Pill[];
  readonly parts: readonly Part[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Placed extends Point {
  readonly box: Measured;
}

export interface Line {
  readonly kind: "solid" | "dotted" | "circle";
  readonly points: readonly Point[];
}

/** A company or a site around its posts; the title stands at the bottom. */
export interface Frame extends Rect {
  readonly at: Place;
  readonly title: TextLine;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed[];
  readonly lines: readonly Line[];
  readonly frames: readonly Frame[];
  readonly texts: readonly TextLine[];
  readonly icons: readonly Icon[];
  /** For those who cannot see it. */
  readonly title: string;
  readonly description: string;
}

export const rectOf = ({ x, y, box }: Placed): Rect => ({ x, y, width: box.width, height: box.height });
