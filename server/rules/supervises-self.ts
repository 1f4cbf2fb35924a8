import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, rule, type Sound, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const supervisesSelf = rule({
  id: "supervises-self",
  category: "conflict",
  severity: "warning",
  title: "Post that supervises itself",
  reportTitle: "A post reports to itself through a second post",
  why: "A reporting line is there so that a second person sees the work, asks questions and can object. Where one person stands at both ends of it, the line exists on paper only. Whatever that post gets wrong, nobody is in a position to notice.",
  reason: "Nobody else looks at the work of the lower post.",
  rests: ["practice"],
  note: "Where somebody else is in either post as well, somebody else looks, and it is silent. What one article says of decisions between the CIO and the CISO is cited for these two; of other posts it is practice. Whoever fills several posts for the time being is one finding, and information: lines are not to be changed for a stop-gap.",
  remedies: ["report-to-<post>"],
  avoid: "One person holds a post and also the post that it reports to.",
  prefer: "The post reports past its own holder, to the next superior who is somebody else.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  head-compliance: { heldBy: Dee Fox, reportsTo: cfo }
  #                                              ^^^ 💡 warning: supervises-self
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  head-compliance: { heldBy: Dee Fox, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
#                                    ^^^ sound: supervises-self
  head-compliance: { heldBy: [Dee Fox, Gil Roe], reportsTo: cfo }
#                                                           ^^^ sound: supervises-self
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: not-asked, reportsTo: ceo }
  head-compliance: { heldBy: Dee Fox, reportsTo: cfo }
`,
  },
  *check({ org }) {
    const stopGaps: (readonly [Post, Post])[] = [];
    for (const post of org.allPosts) {
      const superior = ask.directSuperior(org, post);
      if (!superior || superior === post || isOwnerInOffice(post, superior)) continue;
      const both = fact.all(superior.exists, sameHolders(org, post, superior));
      if (both === "yes" && isForNow(post, superior)) stopGaps.push([post, superior]);
      else
        yield verdict(
          at(post, "reportsTo"),
          both,
          () => reported(org, post, superior, pastOneself(org, post)),
          () => seenByAnother(post, superior),
        );
    }
    for (const [[post, superior], ...others] of byHolders(stopGaps))
      yield verdict(at(post, "reportsTo"), "yes", () => {
        const found = reported(org, post, superior, []);
        const also = others.map(([other]) => ({ at: at(other, "reportsTo"), says: "for the time being, the same" }));
        return { ...found, severity: "info" as const, related: [...found.related, ...also] };
      });
  },
});

const reported = (org: Org, post: Post, superior: Post, fixes: Fix[]) => ({
  says: say.words`${say.holderNames(org, post) ?? ""} ${fact.itemsOf(post.heldBy).length > 1 ? "hold" : "holds"} ${say.postName(post)} and also ${say.postName(superior)}, to which it reports.`,
  // The article speaks of these two posts; of others it is practice.
  rests: isOfItAndSecurity(post, superior) ? ["S1-17", "practice"] : ["practice"],
  related: [{ at: at(superior, "heldBy"), says: say.words`also holds ${say.postName(superior)}` }],
  fixes,
});

const isOfItAndSecurity = (...posts: readonly Post[]): boolean =>
  ["cio", "ciso"].every((role) => posts.some((post) => ask.roleOf(post) === role));

/** Somebody is in both posts, and not the same. */
function seenByAnother(post: Post, superior: Post): Sound | undefined {
  if (![post, superior].every((one) => one.written && fact.itemsOf(one.heldBy).length > 0)) return undefined;
  return {
    says: say.words`Somebody else looks at the work of ${say.thePost(post)}: ${say.thePost(superior)}.`,
    facts: [at(post, "heldBy"), at(post, "reportsTo"), at(superior, "heldBy")],
  };
}

/** Whether the same people are in both. Where somebody else is in either, somebody else looks. */
const sameHolders = (org: Org, post: Post, superior: Post): Truth =>
  fact.all(ask.allHoldAlso(org, post, superior), ask.allHoldAlso(org, superior, post));

/** Whoever fills a post until somebody is found does so because nobody else is there. */
const isForNow = (...posts: readonly Post[]): boolean => posts.some((post) => fact.given(post.interim) === true);

/** Pairs of one person together, in the order of the file. */
function byHolders(pairs: readonly (readonly [Post, Post])[]) {
  const groups = new Map<string, [readonly [Post, Post], ...(readonly [Post, Post])[]]>();
  for (const pair of pairs) {
    const key = fact.itemsOf(pair[0].heldBy).map(ask.refKey).toSorted().join(" ");
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  return groups.values();
}

/** An owner who runs the firm as its chief executive has nobody above, whatever the file draws: no finding for a board. */
const isOwnerInOffice = (post: Post, superior: Post): boolean => ask.isTop(post) && ask.roleOf(superior) === "owner";

/** The next post up in which somebody else sits; else the board, unless an owner is all the board there is. */
function pastOneself(org: Org, post: Post): Fix[] {
  const isOther = (one: Post) => ask.held(one) === "yes" && ask.shareHolder(org, post, one) === "no";
  const next = ask.lineOf(org, post).steps.find((step) => step.entity === "post" && isOther(step));
  const board = ask.boardOf(org);
  const owner = org.data.posts.get(board.id);
  if (next?.entity !== "post" && owner && !isOther(owner)) return [];
  const superior = next?.entity === "post" ? { id: next.id, name: say.thePost(next) } : board;
  const title = say.words`Let ${say.thePost(post)} report to ${superior.name}`;
  return [
    mend.fix(mend.does("report-to-<post>", superior.id), title, [mend.set(at(post, "reportsTo"), superior.id)], {
      preferred: true,
    }),
  ];
}
