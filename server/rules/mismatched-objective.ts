import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Org, type Post, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const mismatchedObjective = rule({
  id: "mismatched-objective",
  category: "role",
  severity: "hint",
  title: "A CIO or CTO measured by the other's goal",
  reportTitle: "The CIO or CTO post is measured by the other one's goal alone",
  why: "Two articles print one list in which the CIO makes plans to raise profit and the CTO makes plans to raise revenue: the one makes the work of the organization cheaper and better, the other makes what is sold. A post whose only goal is the other one's is pulled away from its own work.",
  reason: "In one list, printed in two articles, the CIO's plans are to raise profit and the CTO's to raise revenue.",
  rests: ["S3-10", "S3-18"],
  contested: ["S0-09", "S1-15"],
  note: "It is a hint, because the sources name four things that a CIO is to reach: the aims of the whole organization, what the business needs from IT, profit, and better information. It looks only at a post with one single objective.",
  remedies: ["measure-by-<item>"],
  avoid: "Revenue is all that the CIO is measured by, or profit or cost all that the CTO is.",
  prefer: "Each of the two has an objective that its own work can reach.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, objectives: [revenue] }
  #                                                 ^^^^^^^^^ 💡 hint: mismatched-objective
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, objectives: [profit] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, objectives: [mission, revenue] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, objectives: not-asked }
`,
  },
  *check({ org }) {
    for (const cio of org.posts("cio")) yield judge(org, cio, ["revenue"], "profit");
    for (const cto of org.posts("cto")) yield judge(org, cto, ["profit", "cost"], "revenue");
  },
});

/** `others` are the other post's goals, `own` is this one's. */
function judge(org: Org, post: Post, others: readonly string[], own: string) {
  const mismatched = fact.holds(post.objectives, (objectives) => {
    const [only, ...more] = new Set<string>(objectives);
    return only !== undefined && more.length === 0 && others.includes(only);
  });
  return verdict(at(post, "objectives"), mismatched, () => {
    const name = (id: string) => say.inSentence(org.knowledge.format.titleOf("objective", id));
    return {
      says: say.words`${say.sentence(say.thePost(post))} is measured by ${name(fact.given(post.objectives)![0]!)} alone.`,
      fixes: [
        mend.fix(
          mend.does("measure-by-<item>", own),
          say.words`Measure the ${say.postName(post)} by ${name(own)} instead`,
          [mend.set(at(post, "objectives"), [own])],
        ),
      ],
    };
  });
}
