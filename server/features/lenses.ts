import type { Finding } from "../analysis/finding.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import { groupBy } from "../base/group.ts";
import { memo } from "../base/memo.ts";
import type { Span } from "../base/text.ts";
import { directReports } from "../model/org/direct-reports.ts";
import { dutiesOf } from "../model/org/duties-of.ts";
import type { Post } from "../model/org/entities.ts";

/** A line above a post that counts something: who reports to it, what it answers for, what was found there. */
export interface Lens {
  readonly post: string;
  readonly about: LensSubject;
  /** The post's key. */
  readonly span: Span;
}
export type LensSubject = "reports" | "duties" | "findings";

/** What a lens says, and the places that it counts, in the order of the text. */
export interface LensAnswer {
  readonly title: string;
  readonly places: readonly Span[];
}

/** The lenses of a file, in its order; nothing is said of what there is none of. */
export function lenses(snapshot: Snapshot): Lens[] {
  const { org, map } = snapshot.analysis.document;
  return [...org.data.posts.values()].flatMap((post) => {
    const written = map.find(post.at);
    // What a merge key takes over is written elsewhere, below the post that it belongs to.
    if (!written?.entry || written.merged || post.exists === "no") return [];
    const span = map.span(post.at, "key");
    return subjects
      .filter((about) => places(snapshot, post, about).length > 0)
      .map((about) => ({ post: post.id, about, span }));
  });
}

/** Undefined where the file has nothing to count there (any more). */
export function lensAnswer(snapshot: Snapshot, id: string, about: LensSubject): LensAnswer | undefined {
  const post = snapshot.analysis.document.org.data.posts.get(id);
  const found = post ? places(snapshot, post, about) : [];
  return found.length === 0 ? undefined : { title: titleOf(snapshot, post!, about, found.length), places: found };
}

const subjects: readonly LensSubject[] = ["reports", "duties", "findings"];

function titleOf(snapshot: Snapshot, post: Post, about: LensSubject, places: number): string {
  if (about === "reports") return counted(places, "direct report", "direct reports");
  if (about === "findings") return counted(places, "finding", "findings");
  // One activity may name a post twice: as who does it and as who answers for it.
  const duties = dutiesOf(snapshot.analysis.document.org, { to: "post", id: post.id });
  return counted(new Set(duties.map(({ activity }) => activity)).size, "duty", "duties");
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

function places(snapshot: Snapshot, post: Post, about: LensSubject): Span[] {
  const { org, map } = snapshot.analysis.document;
  switch (about) {
    case "reports":
      return inOrder(directReports(org, post).map(({ at }) => map.span(at, "key")));
    case "duties":
      return inOrder(dutiesOf(org, { to: "post", id: post.id }).map(({ at }) => map.span(at)));
    case "findings":
      return inOrder((findingsByPost(snapshot).get(post.id) ?? []).map(({ span }) => span));
  }
}

/** What stands at a post or inside it, without what the client has accepted. */
const findingsByPost = memo(({ analysis: { findings } }: Snapshot) =>
  groupBy(findings, ({ at: [section, id], accepted }: Finding) =>
    section === "posts" && !accepted && typeof id === "string" ? id : undefined,
  ),
);

const inOrder = (spans: readonly Span[]): Span[] => spans.toSorted((a, b) => a.start - b.start);
