import type { AnswerParams, ChartArrangement, PreviewResult, PreviewTab } from "../../server/preview-protocol.ts";
import type { PageWords } from "../words.ts";

/** What the window tells the page. */
export type ToPage =
  | { readonly is: "words"; readonly words: PageWords }
  | {
      readonly is: "show";
      readonly uri: string;
      readonly file: string;
      readonly isUnsaved: boolean;
      readonly isLocked: boolean;
      readonly preview: NonNullable<PreviewResult>;
    }
  /** There is no file to show. */
  | { readonly is: "nothing" }
  | { readonly is: "tab"; readonly tab: PreviewTab }
  /** The entry at the cursor in the file; null outside of all. */
  | { readonly is: "cursor"; readonly at: string | null }
  | { readonly is: "saved"; readonly isUnsaved: boolean; readonly isLocked: boolean }
  | { readonly is: "written"; readonly at: string; readonly says: string }
  | { readonly is: "refused"; readonly at: string; readonly why: "place" | "value" | "file"; readonly says: string }
  /** A key was pressed: in a field with something typed it is the field's. */
  | { readonly is: "key"; readonly key: "undo" | "redo" }
  /** The panel has the focus, and the page is to take it. */
  | { readonly is: "focus" }
  /** A picture is wanted: as a file, or in the clipboard. */
  | { readonly is: "draw"; readonly svg: string; readonly as: "file" | "copy" };

/** What the page asks of the window. */
export type FromPage =
  /** The page is there, and has no words yet. */
  | { readonly is: "hello" }
  | { readonly is: "ready"; readonly tab: PreviewTab; readonly arrangement?: ChartArrangement }
  | { readonly is: "tab"; readonly tab: PreviewTab; readonly arrangement?: ChartArrangement }
  | { readonly is: "go"; readonly at: string; readonly keepFocus: boolean }
  | { readonly is: "back" }
  /** `says`: what is answered, in words. */
  | { readonly is: "answer"; readonly answer: Omit<AnswerParams, "textDocument">; readonly says: string }
  | { readonly is: "status"; readonly place: string; readonly status: string }
  | { readonly is: "recommend"; readonly rule: string; readonly at: string }
  | { readonly is: "remedies"; readonly rule?: string; readonly at: string }
  | { readonly is: "key"; readonly key: "undo" | "redo" | "save" }
  | { readonly is: "do"; readonly what: "export" | "copy" | "target" | "lock" | "new" }
  | { readonly is: "drawn"; readonly base64: string }
  | { readonly is: "copied" }
  | { readonly is: "not-copied"; readonly base64: string };

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri?: string;
  readonly isLocked?: boolean;
  readonly tab: PreviewTab;
  readonly arrangement?: ChartArrangement;
  readonly view?: { readonly x: number; readonly y: number; readonly scale: number };
  readonly scroll: Readonly<Record<string, number>>;
  readonly selected?: string;
  readonly filter: string;
  /** Whom the talk is with, and who leads it. */
  readonly whom: string;
  readonly by: string;
  /** What is typed and not sent yet, by the place it is about. */
  readonly drafts: Readonly<Record<string, Draft>>;
}

/** Of one part of an answer: what stands in its field, and what was taken from the list. */
export interface Draft {
  readonly text: string;
  readonly taken: readonly string[];
}
