import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, rule, verdict } from "./rule.ts";
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
  note: "No authority that we know says it of reporting lines; it is what a line is for.",
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
  head-compliance: { heldBy: [Dee Fox, Gil Roe], reportsTo: cfo }
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
    for (const post of org.allPosts) {
      const superior = ask.directSuperior(org, post);
      if (!superior || superior === post || isOwnerInOffice(post, superior)) continue;
      yield verdict(at(post, "reportsTo"), fact.all(superior.exists, ask.allHoldAlso(org, post, superior)), () => ({
        says: say.words`${say.holderNames(org, post) ?? ""} ${fact.itemsOf(post.heldBy).length > 1 ? "hold" : "holds"} ${say.postName(post)} and also ${say.postName(superior)}, to which it reports.`,
        related: [{ at: at(superior, "heldBy"), says: say.words`also holds ${say.postName(superior)}` }],
        fixes: pastOneself(org, post),
      }));
    }
  },
});

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
