import type { Snapshot } from "../analysis/snapshot.ts";
import { memo } from "../base/memo.ts";
import type { Span } from "../base/text.ts";
import { occurrences, type TargetSection } from "../model/find/occurrences.ts";
import { wordsOf } from "../model/find/words.ts";

/** What a name or a word is, where colours tell it apart. */
export type TokenKind = (typeof tokenKinds)[number];

/** In the order in which clients learn them. */
export const tokenKinds = [
  "post",
  "person",
  "team",
  "provider",
  "committee",
  "activity",
  "unit",
  "regime",
  "role",
  "reservedWord",
] as const;

export interface SemanticToken {
  readonly span: Span;
  readonly kind: TokenKind;
  /** It is the key of the entry that is named. */
  readonly isEntry: boolean;
}

/** The names and reserved words within a span (UTF-16 offsets), in the order of the text; none overlaps another. */
export const semanticTokens = (snapshot: Snapshot, within: Span): SemanticToken[] =>
  allTokens(snapshot).filter(({ span }) => span.start < within.end && within.start < span.end);

const allTokens = memo(({ analysis: { document } }: Snapshot): readonly SemanticToken[] => {
  const names = occurrences(document).map(
    ({ span, target, as }): SemanticToken => ({ span, kind: kinds[target.section], isEntry: as === "declaration" }),
  );
  const words = wordsOf(document).map(
    ({ span, kind }): SemanticToken => ({ span, kind: kind === "reserved" ? "reservedWord" : kind, isEntry: false }),
  );
  const all = [...names, ...words]
    .filter(({ span }) => span.start < span.end)
    .sort((a, b) => a.span.start - b.span.start);
  return all.filter(({ span }, i) => i === 0 || all[i - 1]!.span.end <= span.start);
});

const kinds: Readonly<Record<TargetSection, TokenKind>> = {
  posts: "post",
  people: "person",
  teams: "team",
  providers: "provider",
  committees: "committee",
  activities: "activity",
  units: "unit",
  regimes: "regime",
};
