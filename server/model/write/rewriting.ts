import { applyEdits, type Edit } from "../../base/text.ts";
import type { Target } from "../find/occurrences.ts";
import { type OrgDocument, readInstead } from "../read/document.ts";
import { leavesOf } from "../yaml/leaves.ts";
import { isSameButFor } from "./same-org.ts";

/** Whether the file says the same after these edits of how an entry is written, and has all its comments. */
export function saysTheSame(document: OrgDocument, entry: Target, edits: readonly Edit[]): boolean {
  const { content } = document.text;
  const result = applyEdits(content, edits);
  const after = readInstead(document, result);
  return (
    after.syntax.problems.length === 0 &&
    isSameButFor(document.org, after.org, entry, entry.id) &&
    commentsOf(result).join("\n") === commentsOf(content).join("\n")
  );
}

const commentsOf = (content: string): string[] =>
  leavesOf(content)
    .flatMap(({ kind, source }) => (kind === "comment" ? source.trimEnd() : []))
    .sort();
