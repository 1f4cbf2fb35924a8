import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import { type Need, type Org, type Post, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const oneOverOne = rule({
  id: "one-over-one",
  category: "span",
  severity: "hint",
  title: "One direct report, twice in a row",
  reportTitle: "Two consecutive levels have one direct report each",
  why: "Where one post leads one other, which again leads one, every question passes through three heads that all know it already. Often a layer has outlived the people who once were below it. There can be good reasons, such as a successor who is being prepared.",
  reason: "A layer may be left over from earlier days, or a successor may be in the making.",
  rests: ["practice"],
  note: "It speaks only where the file says that it lists every post, and where it is known whom each reports to. Of a longer chain it names the top.",
  avoid: "A has one direct report, B, and B has one direct report, C.",
  prefer: "Each layer leads more than one post, or there is a reason for the layer that somebody can name.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { posts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  coo: { heldBy: Cy Ho, reportsTo: ceo }
  #^^ hint: one-over-one
  cio: { heldBy: Dee Fox, reportsTo: coo }
  it-manager: { heldBy: Eve Roy, reportsTo: cio }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { posts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  coo: { heldBy: Cy Ho, reportsTo: ceo }
  cio: { heldBy: Dee Fox, reportsTo: ceo }
  it-manager: { heldBy: Eve Roy, reportsTo: cio }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { posts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Cy Ho, reportsTo: ceo }
  cio: { heldBy: Dee Fox, reportsTo: coo }
  it-manager: { heldBy: Eve Roy, reportsTo: cio }
  ciso: { heldBy: Gil Roe, reportsTo: ceo }
  analyst: { heldBy: Ida Lux, reportsTo: cio }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { posts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  coo: { heldBy: Cy Ho, reportsTo: ceo }
  cio: { heldBy: Dee Fox, reportsTo: coo }
  it-manager: { heldBy: Eve Roy, reportsTo: cio }
  analyst: { heldBy: Gil Roe }
`,
  },
  *check({ org }) {
    if (!org.isComplete("posts")) return;
    const reports = reportsOf(org);
    const only = (post: Post | undefined) => {
      const below = post ? (reports.get(post) ?? []) : [];
      return below.length === 1 ? below[0] : undefined;
    };
    const open = fact.cannotTell(...unplaced(org));
    for (const post of org.allPosts) {
      const [second, third] = [only(post), only(only(post))];
      const above = ask.directSuperior(org, post);
      if (!second || !third || (above && only(above) === post)) continue;
      yield verdict(post.at, open.needs.length > 0 ? fact.all("yes", open) : "yes", () => ({
        says: say.words`${say.sentence(say.thePost(post))} has one direct report, ${say.thePost(second)}, who has one direct report, ${say.thePost(third)}.`,
        related: [second, third].map((below) => ({
          at: below.at,
          says: say.words`${say.postName(below)}, the only direct report`,
        })),
      }));
    }
  },
});

function reportsOf(org: Org): Map<Post, Post[]> {
  const reports = new Map<Post, Post[]>();
  for (const post of org.allPosts) {
    const superior = ask.directSuperior(org, post);
    if (!superior || superior === post) continue;
    ask.addTo(reports, superior, post);
  }
  return reports;
}

/** Whoever may report to somebody in the chain for all that is known; the head of the organization does not. */
function unplaced(org: Org): Need[] {
  return [...org.data.posts.values()].flatMap((post) => {
    if (fact.isCannotTell(post.exists)) return post.exists.needs;
    const { reportsTo } = post;
    const isOpen = post.exists === "yes" && reportsTo.is === "unknown" && !ask.isTop(post);
    return isOpen ? [{ at: reportsTo.at, why: reportsTo.why }] : [];
  });
}
