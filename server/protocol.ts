/** What client and server agree on beyond LSP. Names and types only. */

/** The part of the client's settings that the server reads. */
export interface Settings {
  /** The date to check against, as YYYY-MM-DD; empty for the current date. */
  readonly today?: string;
}

/** What a client may say in its `initializationOptions`. */
export interface InitializationOptions extends Settings {
  /** The client's command that shows a page by its id. With it, links to pages call that command. */
  readonly explainCommand?: string;
}

/** Request: the page of a rule, a role or a source, to be shown inside the editor. */
export const explainRequest = "itorg/explain";
export interface ExplainParams {
  readonly id: string;
}
/** `null` where nothing has that id. */
export type ExplainResult = Page | null;
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
}

/** Request without parameters: every page that there is, for a list to choose from. */
export const pagesRequest = "itorg/pages";
export interface PageEntry {
  readonly id: string;
  readonly title: string;
  /** What it is a page of: "Rule", "Role". */
  readonly kind: string;
}
