/**
 * A document before it has a format: what stands in it, and nothing of how that looks. Each format is one function of
 * it. Texts are free of what no format can hold (see `clean`), and hold no markup of any.
 */
export interface Document {
  /** The page that the parts stand behind; undefined where it is left out. */
  readonly cover: Cover | undefined;
  readonly parts: readonly Part[];
  /** At the foot of every page but the first. */
  readonly footer: string;
  /** The firm's colour for lines and headings, as #rrggbb. */
  readonly accent: string;
  readonly logo: Logo | undefined;
  /** What programs show of the file without opening it. */
  readonly properties: Properties;
}

export interface Properties {
  readonly title: string;
  readonly firm: string;
  /** YYYY-MM-DD, in place of the day on which it is written. */
  readonly day: string;
}

export interface Cover {
  /** Whom it is about. */
  readonly title: string;
  readonly subtitle: string;
  readonly firm: string;
  readonly lines: readonly string[];
  readonly confidential: string;
}

export const partIds = ["board", "chart", "findings", "matrix", "plan", "accepted", "questions", "appendix"] as const;
export type PartId = (typeof partIds)[number];

export interface Part {
  readonly id: PartId;
  readonly title: string;
  /** On pages that lie across. */
  readonly wide: boolean;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | List | Table | Card | Figure;

/** A heading inside a part. */
export interface Heading {
  readonly is: "heading";
  readonly text: string;
}

export interface Paragraph {
  readonly is: "paragraph";
  readonly text: Inline;
  readonly look?: "note";
}

export interface List {
  readonly is: "list";
  readonly items: readonly Inline[];
}

/** A text, or runs of it that differ in weight. */
export type Inline = string | readonly Run[];
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
}

export interface Table {
  readonly is: "table";
  /** What it shows, for those who cannot see it. */
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly title: string;
  /** A second, smaller line of the heading. */
  readonly under?: string;
  /** The share of the width, beside those of the others. */
  readonly width: number;
  readonly centred?: boolean;
}

/** A row of cells; one of a single cell is a heading over all columns. */
export interface Row {
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly text: Inline;
  readonly tone?: "bad";
}

export type Mark = "error" | "warning" | "info" | "hint" | "settled";

/** One thing with what is to be said of it, line by line. */
export interface Card {
  readonly is: "card";
  readonly mark: Mark;
  /** The mark in a word. */
  readonly label: string;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: Inline }[];
}

export interface Figure {
  readonly is: "figure";
  readonly caption: string;
  /** What is to be seen, in words. */
  readonly alt: string;
  readonly picture: Picture;
  /** The same as Mermaid text; empty where that would be too large to be read. */
  readonly diagram: string;
}

/** A picture as SVG; `boxed` has a box in place of each letter that our fonts lack, for what is drawn with these alone. */
export interface Picture {
  readonly svg: string;
  readonly boxed: string;
  /** In pixels at 100 %. */
  readonly width: number;
  readonly height: number;
}

/** A picture of the firm's own: PNG or JPEG. */
export interface Logo {
  readonly type: "png" | "jpg";
  readonly base64: string;
  readonly width: number;
  readonly height: number;
}

/** The text of runs. */
export const plainText = (text: Inline): string =>
  typeof text === "string" ? text : text.map((run) => run.text).join("");

export const runsOf = (text: Inline): readonly Run[] => (typeof text === "string" ? [{ text }] : text);
