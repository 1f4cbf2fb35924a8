import type { Inline, Logo, Properties, Table } from "./document.ts";

/** A few slides for a talk, before they have a format. */
export interface Deck {
  readonly slides: readonly Slide[];
  /** As #rrggbb. */
  readonly accent: string;
  readonly footer: string;
  readonly properties: Properties;
}

export interface Slide {
  readonly title: string;
  /** For whoever speaks. */
  readonly notes: string;
  readonly body: Front | Columns | Chart | Rows;
}

export interface Front {
  readonly is: "front";
  readonly lines: readonly string[];
  readonly confidential: string;
  readonly logo: Logo | undefined;
}

/** Lists beside each other, each under a heading. */
export interface Columns {
  readonly is: "columns";
  readonly columns: readonly (readonly { readonly head: string; readonly items: readonly Inline[] }[])[];
}

export interface Rows {
  readonly is: "rows";
  readonly table: Table;
  readonly note: string;
}

/** A chart as shapes that can be moved; measures are in pixels of a drawing of this size. */
export interface Chart {
  readonly is: "chart";
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly shapes: readonly Shape[];
  readonly note: string;
}

export type Shape = BoxShape | LineShape;

export interface BoxShape {
  readonly is: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Undefined for text without a box around it. */
  readonly fill: string | undefined;
  readonly stroke: string;
  readonly dashed: boolean;
  readonly lines: readonly TextOfShape[];
}

/** In pixels, as the box is. */
export interface TextOfShape {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
}

/** Between two points, level or upright. */
export interface LineShape {
  readonly is: "line";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly dashed: boolean;
}
