import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Org, type Post, rule, type Verdict, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const mixedIncentives = rule({
  id: "mixed-incentives",
  category: "conflict",
  severity: "warning",
  title: "Objective that pulls the other way",
  reportTitle: "A post is measured by what it should hold in check",
  why: "People look after what they are measured by. A CISO whose bonus hangs on delivery or revenue will let things pass, and a CIO who is measured by security alone will stop useful work. Two posts with different measures bring both sides of the question to the table.",
  rests: ["S1-14", "S1-15", "S1-17", "rbi-24c"],
  note: "Who guards security is the CISO, or a security post that a law names; where none is in office, an IT leader or a CTO who is accountable for security.",
  remedies: ["remove-<item>", "make-accountable-<post>"],
  avoid:
    "The CISO has delivery, uptime, revenue or a business target among the objectives, or security is the CIO's only one.",
  prefer: "The CISO is measured by security and compliance, the CIO by what IT does for the organization.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, objectives: [security, uptime] }
  #                                                               ^^^^^^ 💡 warning: mixed-incentives
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, objectives: [security] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, objectives: [delivery, security] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, objectives: [security, compliance] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const ofIt: readonly string[] = ["delivery", "uptime", "revenue", "business-target"];
    const isSecurityAlone = (objectives: readonly string[]) => objectives.every((one) => one === "security");
    for (const guard of ask.securityPosts(org).filter((one) => !ask.repeatsGuard(org, one)))
      yield judge(
        org,
        guard,
        "Whoever speaks for safety should not be paid for the other side.",
        (all) => all.map((one) => ofIt.includes(one)),
        ask.roleOf(guard) === "ciso" ? fact.itemsOf(guard.objectives) : [],
      );
    yield* byDuty(org, (one) => ofIt.includes(one));
    for (const cio of org.posts("cio"))
      yield judge(org, cio, "Nobody would then be measured by whether IT is of use.", (all) =>
        all.map(() => isSecurityAlone(all)),
      );
  },
});

/** Somebody who leads IT or technology, and answers for security where there is no post for it. */
function* byDuty(org: Org, offends: (objective: string) => boolean): Iterable<Verdict> {
  for (const guard of ask.dutyGuards(org)) {
    const { truth, post } = ask.guardingPost(guard, (one) => ask.inRole(one, [...ask.itLeadershipRoles, "cto"]));
    if (!post) continue;
    const objectives = fact.itemsOf(post.objectives);
    const wrong = objectives.flatMap((one, i) => (offends(one) ? [i] : []));
    const measured = fact.holds(post.objectives, () => wrong.length > 0);
    yield verdict(at(post, "objectives", wrong[0]), fact.all(truth, measured), () => {
      const names = [...new Set(wrong.map((index) => nameOf(org, objectives[index]!)))];
      const duty = say.guardedName(guard.activity);
      return {
        reason: "Whoever speaks for safety should not be paid for the other side.",
        says: say.words`${say.sentence(say.thePost(post))} is measured by ${say.listOf(names)}, and is accountable for ${duty}.`,
        ours: true,
        severity: org.small() === "yes" ? "info" : "warning",
        related: [{ at: guard.at, says: say.words`accountable for ${duty}` }],
        fixes: mend.answerOutsideIt(org, guard),
      };
    });
  }
}

const nameOf = ({ knowledge }: Org, objective: string): string =>
  say.inSentence(knowledge.format.titleOf("objective", objective));

/** `offends` says of each objective whether it pulls the wrong way; `cases` are those that a law may name. */
function judge(
  org: Org,
  post: Post,
  reason: string,
  offends: (objectives: readonly string[]) => boolean[],
  cases: readonly string[] = [],
) {
  const objectives = fact.itemsOf(post.objectives);
  const wrong = offends(objectives).flatMap((isWrong, i) => (isWrong ? [i] : []));
  const violated = fact.holds(post.objectives, () => fact.truth(wrong.length > 0));
  const name = (index: number) => nameOf(org, objectives[index]!);
  return verdict(at(post, "objectives", wrong[0]), violated, () => {
    const names = [...new Set(wrong.map(name))];
    const isOnly = wrong.length === objectives.length;
    return {
      reason,
      says: say.words`${say.sentence(say.thePost(post))} is measured by ${say.listOf(names)}${isOnly ? " alone" : ""}.`,
      cases,
      related: wrong.slice(1).map((index) => ({ at: at(post, "objectives", index), says: `${name(index)}, too` })),
      fixes: [
        mend.fix(
          mend.does("remove-<item>", [...new Set(wrong.map((index) => objectives[index]!))].join("-and-")),
          say.words`Remove ${say.listOf(names)} from the objectives of ${say.thePost(post)}`,
          // The last goes first, so that the indexes of those before it still hold.
          wrong.toReversed().map((index) => mend.remove(at(post, "objectives", index))),
          { preferred: true },
        ),
      ],
    };
  });
}
