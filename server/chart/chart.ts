import type { Severity } from "../knowledge/severity.ts";
import type { Place } from "../model/words/place.ts";

/** An organization as a chart shows it: boxes, lines, bands. Where each of them stands is the layout's business. */
export interface Chart {
  /** The client, and what the picture is as of. */
  readonly title: string;
  readonly subtitle: string;
  /** From the top down; each with what hangs below it. */
  readonly trees: readonly Box[];
  /** Posts of which the file does not say to whom they report. */
  readonly lineNotKnown: readonly Box[];
  /** Posts that are not there, or not known to be, where a finding says so. */
  readonly notThere: readonly Box[];
  /** Lines beside the tree, from box to box by their keys. */
  readonly otherLines: readonly OtherLine[];
  readonly committees: readonly Card[];
  readonly providers: readonly Card[];
  /** Companies and sites. */
  readonly units: readonly UnitOfChart[];
  /** Sentences below the picture: what was folded, what stands on no box. */
  readonly notes: readonly string[];
}

/** How many findings of each kind stand somewhere; `settled` are those accepted or recommended. */
export type Marks = Readonly<Record<MarkKind, number>>;
export type MarkKind = Severity | "settled";
export const markKinds: readonly MarkKind[] = ["error", "warning", "info", "hint", "settled"];

/** What stands at a place, for the marks and for those who cannot see them. */
export interface Found {
  readonly marks: Marks;
  /** A line each, as "error: CISO inside the IT line". */
  readonly says: readonly string[];
}

/** Whoever is in a post, or that nobody is; `unnamed` where names are left out. */
export type HolderState = "held" | "unnamed" | "vacant" | "not-known" | "not-there";

export interface Box {
  /** Unique in the chart. */
  readonly key: string;
  /** Undefined for a board that the file only refers to. */
  readonly at: Place | undefined;
  readonly title: string;
  readonly holder: { readonly is: HolderState; readonly lines: readonly string[] };
  /** Small lines: other posts, whose employee, which unit. */
  readonly small: readonly string[];
  readonly outside: boolean;
  readonly found: Found;
  readonly seats: readonly Seat[];
  /** The unit whose frame it stands in, if its unit has one. */
  readonly unit: string | undefined;
  readonly children: readonly Box[];
  /** Posts without reports of their own that stand in this box as lines. */
  readonly rows: readonly Box[];
  /** Posts below that are not drawn, and what was found there. */
  readonly folded: Folded | undefined;
  /** All posts that it stands for: itself, its rows, what is below and what is folded. */
  readonly posts: number;
  /** To whom it reports, in words, for those who cannot see the line. */
  readonly superior: string | undefined;
}

export interface Folded {
  readonly posts: number;
  readonly found: Found;
  /** In place of "+34 posts": where they stand instead, as on another page. */
  readonly where?: string;
}

/** A committee's letter in a member's box; filled for the chair. */
export interface Seat {
  readonly letter: string;
  readonly chairs: boolean;
}

export interface OtherLine {
  readonly kind: "dotted" | "circle";
  readonly from: string;
  readonly to: string;
  /** What the boxes at its two ends are called, for a page that has only one of them. */
  readonly titles: readonly [string, string];
}

/** A committee or a provider, in a band below the tree. */
export interface Card {
  readonly key: string;
  readonly at: Place;
  readonly is: "committee" | "provider";
  readonly letter: string | undefined;
  readonly title: string;
  readonly lines: readonly string[];
  readonly found: Found;
}

export interface UnitOfChart {
  readonly id: string;
  readonly at: Place;
  readonly title: string;
  /** Its posts are a whole branch, so that a frame can be drawn around them. */
  readonly framed: boolean;
}

export const nothingFound: Found = { marks: { error: 0, warning: 0, info: 0, hint: 0, settled: 0 }, says: [] };

export function together(all: readonly Found[]): Found {
  const some = all.filter(({ says }) => says.length > 0);
  if (some.length === 0) return nothingFound;
  const sum = (kind: MarkKind) => some.reduce((total, { marks }) => total + marks[kind], 0);
  const marks = { error: sum("error"), warning: sum("warning"), info: sum("info"), hint: sum("hint"), settled: 0 };
  return { marks: { ...marks, settled: sum("settled") }, says: some.flatMap(({ says }) => says) };
}

/** The gravest kind that is there. */
export const worst = ({ marks }: Found): MarkKind | undefined => markKinds.find((kind) => marks[kind] > 0);

/** "1 post", "34 posts". */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : more}`;

/** "1,940". */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
