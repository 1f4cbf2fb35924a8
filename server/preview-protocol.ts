/**
 * What the preview and the tree view of the editor get from the server. Names and types only, and no word of the
 * interface: what is said here stands in the file or comes from the knowledge; headings and buttons are ids, which the
 * client puts into words. Places are written as the `at` of the JSON contract.
 */

/** Request: what one tab of the preview shows. */
export const previewRequest = "itorg/preview";
export const previewTabs = ["chart", "matrix", "findings", "questions", "plan"] as const;
export type PreviewTab = (typeof previewTabs)[number];
export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  readonly tab: PreviewTab;
  /** How the chart was arranged before: kept while somebody types, since finding the best takes long. */
  readonly arrangement?: ChartArrangement;
}
/** `null` where the document is not open or not ours. */
export type PreviewResult = {
  /** Of the text that it was made from. */
  readonly version: number;
  /** What the client is called. */
  readonly title: string;
  /** The text could be read in full. Otherwise whoever shows an earlier picture may go on showing it. */
  readonly isWhole: boolean;
  readonly counts: { readonly findings: number; readonly questions: number; readonly plan: number };
  readonly content: PreviewContent;
} | null;
export type PreviewContent = ChartTab | MatrixTab | FindingsTab | QuestionsTab | PlanTab;
export type Weight = "error" | "warning" | "info" | "hint";

/** How deep reports begin to stand below each other, and in how many columns. */
export interface ChartArrangement {
  readonly hangFrom: number;
  readonly columns: number;
}
export interface ChartTab {
  readonly tab: "chart";
  /** Its colours are variables of the page. */
  readonly svg: string;
  readonly arrangement: ChartArrangement;
}

export interface MatrixTab {
  readonly tab: "matrix";
  readonly columns: readonly {
    readonly at: string;
    readonly is: "post" | "team" | "provider" | "person" | "other";
    readonly title: string;
    readonly holder: string;
  }[];
  readonly fields: readonly { readonly name: string; readonly rows: readonly MatrixRowShown[] }[];
  /** Duties in the same hands that should not be; the cells concerned have the number. */
  readonly pairs: readonly {
    readonly number: number;
    readonly title: string;
    readonly severity: Weight;
    readonly settled: boolean;
  }[];
  /** Activities of the catalogue that the file does not mention, which nobody does where it says that those are all. */
  readonly unmentioned: readonly string[];
  readonly complete: boolean;
}
export interface MatrixRowShown {
  readonly at: string;
  readonly title: string;
  /** A cell a column; null where nothing stands. */
  readonly cells: readonly ({
    readonly letters: string;
    readonly pairs: readonly number[];
    readonly at: string;
  } | null)[];
  readonly gaps: readonly string[];
  readonly found: readonly { readonly kind: Weight | "settled"; readonly count: number }[];
}

export interface FindingsTab {
  readonly tab: "findings";
  /** Worst first; what is accepted last. */
  readonly findings: readonly FindingShown[];
}
export interface FindingShown {
  readonly rule: string;
  readonly at: string;
  /** The rule's title. */
  readonly title: string;
  readonly severity: Weight;
  readonly says: string;
  readonly reason: string;
  /** Who says so, by short names. */
  readonly sources: readonly string[];
  readonly state: "open" | "proposed" | "recommended" | "accepted";
  /** What is recommended or why it is accepted, in words. */
  readonly settled: string;
}

export interface QuestionsTab {
  readonly tab: "questions";
  readonly today: string;
  /** Whom the file names, to be chosen from. */
  readonly people: readonly string[];
  /** Choices that many parts share, by name. */
  readonly lists: Readonly<Record<string, readonly ChoiceShown[]>>;
  readonly sheets: readonly SheetShown[];
  /** The interviews on record, the latest first. */
  readonly interviews: readonly { readonly with: string; readonly date: string; readonly note: string }[];
}
export interface SheetShown {
  /** The post or person to ask; null for the consultant. */
  readonly ask: string | null;
  /** "Maria Chen (CEO)". */
  readonly whom: string;
  /** The people in that post. */
  readonly people: readonly string[];
  readonly last: string | null;
  readonly questions: readonly QuestionShown[];
}
export interface QuestionShown {
  readonly number: number;
  readonly text: string;
  /** An id, such as "people" or "lines". */
  readonly subject: string;
  readonly later: boolean;
  /** The titles of the rules that wait for it. */
  readonly decides: readonly string[];
  readonly facts: readonly FactShown[];
}
export interface FactShown {
  readonly at: string;
  readonly question: string;
  /** What is to be said, part by part. */
  readonly parts: readonly PartShown[];
  /** Words that answer it as a whole: `none`, `vacant`, `unknown`. */
  readonly words: readonly string[];
}
export interface PartShown {
  /** The key below the place; empty where the place itself is meant. */
  readonly key: string;
  /** What that key is called; empty where there is no other. */
  readonly title: string;
  /** `range` is a number of people or two of them; `one` and `several` are chosen, or with `own` typed as well. */
  readonly kind: "one" | "several" | "number" | "range" | "date" | "text";
  readonly choices: readonly ChoiceShown[];
  /** The list to choose from instead, and the id in it that is no answer here. */
  readonly list: string | null;
  readonly except: string | null;
  readonly own: boolean;
}
export interface ChoiceShown {
  readonly id: string;
  readonly title: string;
}

export interface PlanTab {
  readonly tab: "plan";
  readonly statuses: readonly ChoiceShown[];
  /** By owner and then by day. */
  readonly recommended: readonly RecommendedShown[];
  /** Worst first. */
  readonly unplanned: readonly UnplannedShown[];
  /** The file of a target has no plan. */
  readonly isTarget: boolean;
}
export interface RecommendedShown {
  /** Of the entry. */
  readonly place: string;
  readonly rule: string;
  readonly title: string;
  readonly about: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly isOverdue: boolean;
  readonly status: string;
  readonly severity: Weight | null;
  readonly stands: boolean;
}
export interface UnplannedShown {
  readonly rule: string;
  readonly at: string;
  readonly severity: Weight;
  readonly says: string;
  /** The first remedy, which *Recommend* puts into the plan; null where there is none. */
  readonly first: string | null;
}

/** Request: from a place to its range, or from a position to the entry around it. */
export const locateRequest = "itorg/locate";
export interface LocateParams {
  readonly textDocument: { readonly uri: string };
  readonly at?: string;
  readonly position?: { readonly line: number; readonly character: number };
}
export type LocateResult = { readonly at: string; readonly range: ShownRange } | null;
export interface ShownRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
export interface ShownEdit {
  readonly range: ShownRange;
  readonly newText: string;
}

/** Request: the edit that writes an answer, and with the first of a talk that there was one. */
export const answerRequest = "itorg/answer";
export interface AnswerParams {
  readonly textDocument: { readonly uri: string };
  readonly at?: string;
  /** A word that answers the whole, */
  readonly word?: string;
  /** or what was said, by the keys of the parts. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
  readonly interview?: { readonly with: string; readonly by?: string; readonly note?: string };
}
/** `refused`: `place` cannot be written to; `value` is none that can stand there, as `says` explains. */
export type AnswerResult = EditResult | { readonly refused: "place" | "value"; readonly says: string } | null;
/** The edits of this version of the text. */
export interface EditResult {
  readonly version: number;
  readonly edits: readonly ShownEdit[];
}

/** Request: the edit that changes the status of an entry of `recommended`, by its place. */
export const statusChangeRequest = "itorg/statusChange";
export interface StatusChangeParams {
  readonly textDocument: { readonly uri: string };
  readonly place: string;
  readonly status: string;
}
export type StatusChangeResult = EditResult | null;

/** Request: the remedies of a finding, as the light bulb offers them and in its order. */
export const remediesRequest = "itorg/remedies";
export interface RemediesParams {
  readonly textDocument: { readonly uri: string };
  readonly rule: string;
  readonly at: string;
}
export type RemediesResult = { readonly version: number; readonly remedies: readonly RemedyShown[] } | null;
export interface RemedyShown {
  readonly title: string;
  /** `recommend` adds to the plan, `accept` to the risks on record; `other` changes what the file says. */
  readonly does: "recommend" | "accept" | "other";
  readonly isPreferred: boolean;
  readonly edits: readonly ShownEdit[];
}

/** Request: a chart or a matrix to be handed over, with names as they are to be said. */
export const exportRequest = "itorg/export";
export const exportKinds = ["chart.svg", "chart.mmd", "chart.csv", "matrix.html", "matrix.md", "matrix.csv"] as const;
export type ExportKind = (typeof exportKinds)[number];
export const exportNames = ["full", "initials", "codes", "none"] as const;
export type ExportNames = (typeof exportNames)[number];
export interface ExportParams {
  readonly textDocument: { readonly uri: string };
  readonly kind: ExportKind;
  readonly names: ExportNames;
}
export type ExportResult = { readonly content: string } | null;

/** Request: what there is to do at each client that may be on the screen, by the setting `itorg.show`. */
export const overviewRequest = "itorg/overview";
export type OverviewParams = Record<string, never>;
export type OverviewResult = readonly ClientShown[];
export interface ClientShown {
  readonly uri: string;
  readonly title: string;
  /** By whom to ask. */
  readonly questions: readonly { readonly whom: string; readonly count: number; readonly at: string }[];
  readonly findings: readonly {
    readonly severity: Weight;
    readonly items: readonly {
      readonly rule: string;
      readonly at: string;
      readonly says: string;
      readonly title: string;
    }[];
  }[];
  readonly plan: readonly {
    readonly owner: string | null;
    readonly items: readonly {
      readonly place: string;
      readonly title: string;
      readonly due: string | null;
      readonly status: string;
      readonly isOverdue: boolean;
    }[];
  }[];
  /** The decisions on record that end within 60 days. */
  readonly lapsing: readonly { readonly title: string; readonly at: string; readonly until: string }[];
}
