import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { occurrences } from "../model/find/occurrences.ts";
import type { Post } from "../model/org/entities.ts";
import { refName } from "../model/org/names.ts";
import { type Org, vacant } from "../model/org/org.ts";
import type { OrgDocument } from "../model/read/document.ts";
import { itemsOf } from "../model/words/fact.ts";
import { full, listOf, spoken } from "../model/words/words.ts";
import type { Card, PageAddress } from "./cards/card.ts";
import { referenceCard } from "./cards/entity-card.ts";

/** Text that is shown behind something written, and is not in the file. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** The post that it is about. */
  readonly post: string;
}

/** Who holds the posts that are referred to within a span (UTF-16 offsets): "Paul Reyes" behind `reportsTo: cfo`. */
export function inlayHints({ analysis: { document } }: Snapshot, within: Span): InlayHint[] {
  const { org } = document;
  return occurrences(document).flatMap(({ as, target, span, piece }) => {
    if (as !== "reference" || target.section !== "posts" || span.end < within.start || within.end < span.start)
      return [];
    const post = org.data.posts.get(target.id);
    const label = post ? labelOf(org, post) : "";
    const offset = piece.span.end;
    return label === "" || isWrittenBehind(document, offset, label) ? [] : [{ offset, label, post: target.id }];
  });
}

/** What to tell about a post that a hint stands for. */
export const hintCard = ({ analysis }: Snapshot, post: string, page: PageAddress): Card | undefined =>
  referenceCard(analysis, { to: "post", id: post }, page);

/** Where nobody knows who holds it, or whether there is such a post, nothing. */
function labelOf(org: Org, post: Post): string {
  if (post.exists !== "yes") return "";
  if (vacant(post) === "yes") return "vacant";
  const names = itemsOf(post.heldBy).map((ref) => spoken(refName(org, ref), full));
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : listOf(names);
}

/** A comment behind it on the same line may name the holder already. */
function isWrittenBehind({ text: { content } }: OrgDocument, offset: number, label: string): boolean {
  const rest = /.*/.exec(content.slice(offset, offset + 500))?.[0] ?? "";
  const comment = /\s#(.*)$/.exec(rest)?.[1] ?? "";
  return comment.toLowerCase().includes(label.toLowerCase());
}
