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

/** Where one asks oneself who that is. Elsewhere a name would only make a long line longer. */
const fields: ReadonlySet<string> = new Set(["reportsTo", "accountable", "chair"]);

/** Who holds the posts that are referred to within a span (UTF-16 offsets): "(Paul Reyes)" behind `reportsTo: cfo`. */
export function inlayHints({ analysis: { document } }: Snapshot, within: Span): InlayHint[] {
  const { org, text } = document;
  const hints: InlayHint[] = [];
  for (const { as, target, at, span, piece } of occurrences(document)) {
    if (as !== "reference" || target.section !== "posts" || span.end < within.start || within.end < span.start)
      continue;
    const field = at.findLast((step) => typeof step === "string");
    const post = fields.has(field ?? "") ? org.data.posts.get(target.id) : undefined;
    const name = post ? nameOf(org, post) : "";
    const offset = piece.span.end;
    if (name === "" || isWrittenBehind(document, offset, name)) continue;
    const last = hints.at(-1);
    const isSaid = last?.post === target.id && !text.content.slice(last.offset, offset).includes("\n");
    // In brackets: where a theme gives it no ground of its own, it must not read as a part of the file.
    if (!isSaid) hints.push({ offset, label: `(${name})`, post: target.id });
  }
  return hints;
}

/** What to tell about a post that a hint stands for. */
export const hintCard = ({ analysis }: Snapshot, post: string, page: PageAddress): Card | undefined =>
  referenceCard(analysis, { to: "post", id: post }, { knowledge: analysis.document.org.knowledge, page, told: [] });

/** Where nobody knows who holds it, or whether there is such a post, nothing. */
function nameOf(org: Org, post: Post): string {
  if (post.exists !== "yes") return "";
  if (vacant(post) === "yes") return "vacant";
  const names = itemsOf(post.heldBy).map((ref) => spoken(refName(org, ref), full));
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : listOf(names);
}

/** A comment behind it on the same line may name the holder already. */
function isWrittenBehind({ text: { content } }: OrgDocument, offset: number, name: string): boolean {
  const rest = /.*/.exec(content.slice(offset, offset + 500))?.[0] ?? "";
  const comment = /\s#(.*)$/.exec(rest)?.[1] ?? "";
  return comment.toLowerCase().includes(name.toLowerCase());
}
