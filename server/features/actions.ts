import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import type { Action, Assist } from "./actions/action.ts";
import { entryStyle } from "./actions/entry-style.ts";
import { fixesOfRules, safeFixes } from "./actions/fix-all.ts";
import { remedies } from "./actions/remedies.ts";
import { sharedDeputy } from "./actions/shared-deputy.ts";
import { standardPosts } from "./actions/standard-posts.ts";
import { titleRole } from "./actions/title-role.ts";

export type { Action } from "./actions/action.ts";

/** The refactorings, which need no finding: one file each. */
export const assists: readonly Assist[] = [titleRole, sharedDeputy, standardPosts, entryStyle];

/** All that can be done at a range (offsets in UTF-16; an empty range is the cursor): what ends a finding comes first. `isInTime`: whether there is time to try out another remedy. */
export function actions(snapshot: Snapshot, range: Span, isInTime?: () => boolean): Action[] {
  const all = remedies(snapshot, range, isInTime);
  return [
    ...all.filter(({ kind }) => kind === "fix"),
    ...fixesOfRules(snapshot, range),
    ...all.filter(({ kind }) => kind !== "fix"),
    ...assists.flatMap((assist) => assist.offers(snapshot, range)),
    ...safeFixes(snapshot),
  ];
}
