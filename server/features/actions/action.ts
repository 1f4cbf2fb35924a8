import type { Finding } from "../../analysis/finding.ts";
import type { Snapshot } from "../../analysis/snapshot.ts";
import type { Edit, Span, Text } from "../../base/text.ts";

/**
 * Something that the editor offers to do with a file.
 * - `fix` ends its findings, `first-step` only helps.
 * - `fix-rule` ends all findings of one rule, `fix-all` whatever can be mended without judgement in the whole file.
 * - `rewrite` says the same in another way, or makes room for more; `extract` gives something a place of its own.
 */
export interface Action {
  readonly title: string;
  readonly kind: "fix" | "first-step" | "fix-rule" | "fix-all" | "rewrite" | "extract";
  readonly isPreferred: boolean;
  /** What it is a remedy for; several findings can share one. Empty for what is offered without any. */
  readonly findings: readonly Finding[];
  /** Tells it from another of the same title at the same range; left out where there is none. */
  readonly key?: string;
  /** Whether it does what it says, where there was no time to try it. */
  helps?(): boolean;
  /** What it changes, without overlaps; computed only when it is asked for. */
  edits(): readonly Edit[];
  /** Where people go on writing in the text as it is afterwards, for an action that leaves the last words to them. */
  goesOnAt?(): { readonly text: Text; readonly span: Span } | undefined;
}

/** An action that no finding is the reason for. */
export const refactoring = (kind: "rewrite" | "extract", title: string, edits: () => readonly Edit[]): Action => ({
  title,
  kind,
  isPreferred: false,
  findings: [],
  edits,
});

/** A refactoring, with examples that are its documentation and its tests. */
export interface Assist {
  readonly examples: readonly AssistExample[];
  offers(snapshot: Snapshot, range: Span): readonly Action[];
}

export interface AssistExample {
  /** A file, with the cursor as `<|>`, or two of them around a selection. */
  readonly before: string;
  readonly title: string;
  readonly after: string;
}
