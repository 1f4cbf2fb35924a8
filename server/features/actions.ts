import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import type { Action } from "./actions/action.ts";
import { fixesOfRules, safeFixes } from "./actions/fix-all.ts";
import { remedies } from "./actions/remedies.ts";

export type { Action } from "./actions/action.ts";

/** All that can be done at a range (offsets in UTF-16; an empty range is the cursor): what ends a finding comes first. */
export function actions(snapshot: Snapshot, range: Span): Action[] {
  const all = remedies(snapshot, range);
  return [
    ...all.filter(({ kind }) => kind === "fix"),
    ...fixesOfRules(snapshot, range),
    ...all.filter(({ kind }) => kind !== "fix"),
    ...safeFixes(snapshot),
  ];
}
