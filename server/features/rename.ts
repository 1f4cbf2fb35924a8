import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { occurrenceAt } from "../model/find/where.ts";
import { whyFixed } from "../model/write/new-name.ts";
import { type Renaming, renaming } from "../model/write/rename.ts";

/** The name at an offset (UTF-16) that can be changed, or a sentence that says why it cannot. Undefined where no name is. */
export function prepareRename(
  { analysis: { document } }: Snapshot,
  offset: number,
): { readonly span: Span; readonly name: string } | { readonly refused: string } | undefined {
  const here = occurrenceAt(document, offset);
  if (!here) return undefined;
  const refused = whyFixed(document, here.target) ?? (here.spells ? undefined : byRole);
  return refused === undefined ? { span: here.span, name: here.target.id } : { refused };
}

/** The edits that change the name at an offset everywhere in the file, or a sentence that says why it cannot be done. */
export function rename({ analysis: { document } }: Snapshot, offset: number, newName: string): Renaming | undefined {
  const here = occurrenceAt(document, offset);
  if (!here) return undefined;
  return here.spells ? renaming(document, here.target, newName) : { refused: byRole };
}

const byRole = "This word means whoever has the role. Change the name where the post has its entry.";
