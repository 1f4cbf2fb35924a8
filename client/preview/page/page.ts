import type { PreviewResult } from "../../../server/preview-protocol.ts";
import type { PageWords } from "../../words.ts";
import type { FromPage, PageState } from "../messages.ts";

/** What every view of the page works with. */
export interface Page {
  readonly words: PageWords;
  state: PageState;
  /** Keeps a change of the state over a reload. */
  keep(change: Partial<PageState>): void;
  post(message: FromPage): void;
  /** Draws the tab again from what is shown. */
  redraw(): void;
  /** Says something to those who see it and to those who hear it; with a button, if one is given. */
  say(text: string, act?: { readonly text: string; readonly press: () => void }): void;
}

export type Shown = NonNullable<PreviewResult>;
