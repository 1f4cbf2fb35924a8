import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Activity,
  at,
  type Fix,
  type Org,
  type Post,
  type Ref,
  rule,
  type Sayable,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const accountableVacant = rule({
  id: "accountable-vacant",
  category: "raci",
  severity: "warning",
  title: "Accountable post stands empty",
  reportTitle: "A post that nobody is in answers for an activity",
  why: "On paper the activity has somebody who answers for it. While nobody is in that post, decisions wait, or are taken by whoever happens to be there, and nobody has been told to.",
  reason: "Until somebody is in the post, nobody answers for it.",
  rests: ["practice"],
  remedies: ["leave-to-others", "make-accountable-<post>", "find-somebody"],
  avoid: "The post that is accountable for an activity is vacant, or does not exist.",
  prefer: "The post above it answers for the activity until the vacancy is filled.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  head-compliance: { heldBy: vacant, reportsTo: ceo }
activities:
  contract-management: { responsible: [ceo], accountable: head-compliance }
  #                                                       ^^^^^^^^^^^^^^^ 💡 warning: accountable-vacant
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  head-compliance: { heldBy: vacant, reportsTo: ceo }
activities:
  contract-management: { responsible: [ceo], accountable: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  head-compliance: { heldBy: Bo Li, reportsTo: ceo }
activities:
  contract-management: { responsible: [ceo], accountable: head-compliance }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  head-compliance: { reportsTo: ceo }
activities:
  contract-management: { responsible: [ceo], accountable: head-compliance }
`,
  },
  *check({ org }) {
    for (const activity of org.data.activities.values()) {
      // Who is accountable is asked for another rule's sake.
      if (activity.accountable.is === "unknown") continue;
      const violated = fact.all(
        activity.exists,
        fact.holds(activity.accountable, (refs) => fact.some(refs, (ref) => leftEmpty(org, ref))),
      );
      yield verdict(at(activity, "accountable"), violated, () => {
        const empty = fact.itemsOf(activity.accountable).filter((ref) => leftEmpty(org, ref) === "yes");
        const posts = empty.flatMap((ref) => postOf(org, ref) ?? []);
        return {
          says: describe(activity, posts),
          related: posts.map((post) => ({
            at: post.at,
            says: post.exists === "no" ? "there is none" : "stands vacant",
          })),
          fixes: replaceEmpty(org, activity, empty),
        };
      });
    }
  },
});

const postOf = (org: Org, ref: Ref): Post | undefined => (ref.to === "post" ? org.data.posts.get(ref.id) : undefined);

function leftEmpty(org: Org, ref: Ref): Truth {
  const post = postOf(org, ref);
  return !post || ask.isAssumedHead(org, ref) ? "no" : fact.not(ask.held(post));
}

function describe(activity: Activity, posts: readonly Post[]): Sayable {
  const absent = posts.every((post) => post.exists === "no");
  const are = posts.length > 1 ? "are" : "is";
  const how = absent
    ? "but there is no such post"
    : posts.length > 1
      ? "but nobody is in these posts"
      : "but nobody is in that post";
  return say.words`${say.sentence(say.listOf(posts.map(say.thePost)))} ${are} accountable for ${say.inSentence(say.activityName(activity))}, ${how}.`;
}

/** The post above takes its place, or whoever else could; where somebody in a post is accountable as well, that does. */
function replaceEmpty(org: Org, activity: Activity, empty: readonly Ref[]): Fix[] {
  const place = at(activity, "accountable");
  const name = say.inSentence(say.activityName(activity));
  const refs = fact.itemsOf(activity.accountable);
  if (refs.length > empty.length) {
    const removals = refs.flatMap((ref, i) => (empty.includes(ref) ? [mend.remove([...place, i])] : [])).reverse();
    return [mend.fix(mend.does("leave-to-others"), `Leave ${name} to whoever else is accountable`, removals)];
  }
  const owners = mend.ownersOf(org, activity, empty);
  if (owners.length === 0) return [mend.findSomebody(say.words`answer for ${name}`)];
  return owners.map((owner, i) =>
    mend.fix(
      mend.does("make-accountable-<post>", owner.id),
      say.words`Make ${owner.name} accountable for ${name}`,
      [mend.set(place, owner.id)],
      {
        preferred: i === 0,
      },
    ),
  );
}
