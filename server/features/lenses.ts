import type { Finding } from "../analysis/finding.ts";
import { countOf } from "../analysis/question-groups.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { directReports } from "../model/org/direct-reports.ts";
import { dutiesOf } from "../model/org/duties-of.ts";
import type { Post } from "../model/org/entities.ts";
import { isInside } from "../model/words/place.ts";

/** What a lens is about: all posts, what a post has, or how an empty file may begin. */
export type LensSubject = "posts" | "reports" | "duties" | "findings" | "begin" | "example";

/** What it counts. */
export type LensCounts = Readonly<Partial<Record<"posts" | "questions" | "findings" | "reports" | "duties", number>>>;

/** What stands above each post. */
export type PostLenses = "none" | "findings" | "all";

/** A line above an entry: what is to be counted there, or how an empty file may begin. */
export interface Lens {
  readonly about: LensSubject;
  /** The post that it is about, where it is about one. */
  readonly post?: string;
  /** The key above which it stands. */
  readonly span: Span;
}

/** What a lens counts, and the places that it counts, in the order of the text. */
export interface LensAnswer {
  readonly counts: LensCounts;
  readonly places: readonly Span[];
}

/**
 * The lenses of a file, in its order: one above all posts, and above a post as many as `above` wants; nothing is said
 * of what there is none of. In an empty file, how to begin.
 */
export function lenses(snapshot: Snapshot, above: PostLenses): Lens[] {
  if (snapshot.text.content.trim() === "") {
    const span = { start: 0, end: 0 };
    return [
      { about: "begin", span },
      { about: "example", span },
    ];
  }
  const { org, map } = snapshot.analysis.document;
  const written = [...org.data.posts.values()].filter((post) => {
    const found = map.find(post.at);
    // What a merge key takes over is written elsewhere, below the post that it belongs to.
    return found?.entry !== undefined && !found.merged && post.exists !== "no";
  });
  const summary: Lens[] = written.length === 0 ? [] : [{ about: "posts", span: map.span(["posts"], "key") }];
  const each = written.flatMap((post) =>
    subjects[above]
      .filter((about) => places(snapshot, post, about).length > 0)
      .map((about): Lens => ({ about, post: post.id, span: map.span(post.at, "key") })),
  );
  return [...summary, ...each];
}

const subjects: Readonly<Record<PostLenses, readonly LensSubject[]>> = {
  none: [],
  findings: ["findings"],
  all: ["reports", "duties", "findings"],
};

/** Undefined where the file has nothing to count there (any more). `id` is the post that it is about, if one. */
export function lensAnswer(snapshot: Snapshot, about: LensSubject, id?: string): LensAnswer | undefined {
  if (about === "begin" || about === "example") return { counts: {}, places: [] };
  const { org, map } = snapshot.analysis.document;
  if (about === "posts") {
    const posts = [...org.data.posts.values()].filter(({ written, exists }) => written && exists !== "no");
    const findings = snapshot.analysis.findings.filter(({ accepted }) => !accepted);
    const counts = {
      posts: posts.length,
      findings: findings.length,
      questions: countOf(snapshot.analysis.questions).all,
    };
    return { counts, places: [map.span(["posts"], "key")] };
  }
  const post = id === undefined ? undefined : org.data.posts.get(id);
  const found = post ? places(snapshot, post, about) : [];
  if (!post || found.length === 0) return undefined;
  // One activity may name a post twice: as who does it and as who answers for it. What is counted is what is listed.
  return { counts: { [about]: found.length }, places: found };
}

function places(snapshot: Snapshot, post: Post, about: LensSubject): Span[] {
  const { org, map } = snapshot.analysis.document;
  switch (about) {
    case "reports":
      return inOrder(directReports(org, post).map(({ at }) => map.span(at, "key")));
    case "duties": {
      const duties = dutiesOf(org, { to: "post", id: post.id });
      const first = duties.filter(({ activity }, i) => duties.findIndex((other) => other.activity === activity) === i);
      return inOrder(first.map(({ at }) => map.span(at)));
    }
    default:
      return inOrder(snapshot.analysis.findings.filter((finding) => isAbout(finding, post)).map(({ span }) => span));
  }
}

/**
 * What the post's card lists: what stands at it, and what names it among the rest, such as a conflict of its duties.
 * Not what the client has accepted, nor a slip of the text: a line of its own would come up above every half-typed one.
 */
const isAbout = ({ at, related, accepted, category }: Finding, post: Post): boolean =>
  !accepted && category !== "format" && (isInside(at, post.at) || related.some((one) => isInside(one.at, post.at)));

const inOrder = (spans: readonly Span[]): Span[] => spans.toSorted((a, b) => a.start - b.start);
