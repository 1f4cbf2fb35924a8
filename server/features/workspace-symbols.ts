import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { type Occurrence, occurrences, targetKey } from "../model/find/occurrences.ts";
import { given } from "../model/words/fact.ts";

/** Something that is named in one of several files. */
export interface Found {
  readonly file: Snapshot;
  readonly name: string;
  /** The section that it belongs to. */
  readonly kind: Occurrence["target"]["section"];
  readonly span: Span;
  /** The organization that the file describes; empty where it does not say. */
  readonly organization: string;
}

/** Whoever types has to go on typing anyway. */
const maxFound = 1000;

/**
 * All entries and all people in these files whose names contain the letters of `query`, in that order but not
 * necessarily side by side: at most 1000, in the order of the files. A person without an entry stands where they are
 * first named.
 */
export function workspaceSymbols(files: readonly Snapshot[], query: string): Found[] {
  const letters = [...query.toLowerCase().replace(/\s+/gu, "")];
  const found: Found[] = [];
  for (const file of files) {
    const { document } = file.analysis;
    const organization = given(document.org.data.organization.name) ?? "";
    for (const { target, span } of named(occurrences(document))) {
      if (found.length >= maxFound) return found;
      if (contains(target.id.toLowerCase(), letters))
        found.push({ file, name: target.id, kind: target.section, span, organization });
    }
  }
  return found;
}

/** Where each thing gets its name: at its entry, or for a person without one where the file first names them. */
function named(all: readonly Occurrence[]): Occurrence[] {
  const entries = all.filter(({ as }) => as === "declaration");
  const known = new Set(entries.map(({ target }) => targetKey(target)));
  const others = all.filter(({ target }) => {
    const key = targetKey(target);
    if (target.section !== "people" || known.has(key)) return false;
    known.add(key);
    return true;
  });
  return [...entries, ...others].sort((a, b) => a.span.start - b.span.start);
}

function contains(name: string, letters: readonly string[]): boolean {
  let from = 0;
  return letters.every((letter) => {
    const at = name.indexOf(letter, from);
    from = at + letter.length;
    return at >= 0;
  });
}
