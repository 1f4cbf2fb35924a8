import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Activity, at, type Fix, type Org, type Post, type Ref, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

const many = 3;

export const noDeputy = rule({
  id: "no-deputy",
  category: "continuity",
  severity: "info",
  title: "One person alone for several activities, and no deputy",
  reportTitle: "Several activities rest on one post without a deputy",
  why: "Work that one person alone does or answers for stops when that person is ill, on holiday or gone. For one activity that can be borne; with three or more, a good part of what the organization relies on stops at once.",
  reason: "All of it stops at once when that person is away.",
  rests: ["practice"],
  note: "It counts each activity once for which one person alone is responsible, or alone is accountable. A deputy for the activity counts as one for the post does. For leaders of IT and of security another rule looks at the deputy, and this finding joins it there.",
  remedies: ["name-deputy-<post>"],
  avoid: "One person alone does, or answers for, three activities or more, and it was asked who stands in: nobody.",
  prefer: "A deputy for the post, or second people for some of the activities.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo, deputy: none }
  #                                               ^^^^ 💡 info: no-deputy
  controller: { heldBy: Bo Li, reportsTo: cfo }
activities:
  invoice-approval: { responsible: [cfo], accountable: cfo }
  purchase-approve: { responsible: [cfo], accountable: cfo }
  contract-management: { responsible: [controller], accountable: Ann Ode }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo, deputy: controller }
  controller: { heldBy: Bo Li, reportsTo: cfo }
activities:
  invoice-approval: { responsible: [cfo], accountable: cfo }
  purchase-approve: { responsible: [cfo], accountable: cfo }
  contract-management: { responsible: [controller], accountable: Ann Ode }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo, deputy: none }
  controller: { heldBy: Bo Li, reportsTo: cfo }
activities:
  invoice-approval: { responsible: [cfo, controller], accountable: cfo }
  purchase-approve: { responsible: [cfo], accountable: cfo }
  contract-management: { responsible: [cfo, controller], accountable: [cfo], deputy: controller }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
activities:
  invoice-approval: { responsible: [cfo], accountable: cfo }
  purchase-approve: { responsible: [cfo], accountable: cfo }
  contract-management: { accountable: Ann Ode }
`,
  },
  *check({ org }) {
    for (const { person, duties } of aloneInDuties(org)) {
      if (duties.length < many) continue;
      const uncovered = duties.filter(({ truth }) => truth === "yes");
      const open = duties.map(({ truth }) => truth).filter(fact.isCannotTell);
      const post = placeFor(org, uncovered) ?? placeFor(org, duties);
      if (!post || uncovered.length + open.length < many) continue;
      yield verdict(at(post, "deputy"), uncovered.length >= many ? "yes" : fact.any(...open), () => ({
        says: say.words`${say.refName(org, person)} alone does or answers for ${namesOf(uncovered)}, and nobody stands in.`,
        related: uncovered
          .filter(({ activity }) => !isDoneByOthers(org, activity, person))
          .map(({ activity }) => ({
            at: activity.at,
            says: `${activity.responsible.is === "unknown" ? "answered for by" : "rests on"} the same person alone${say.whyNobody(org, activity, person)}`,
          })),
        fixes: remedies(org, post, uncovered),
      }));
    }
  },
});

interface Duty {
  readonly activity: Activity;
  /** The posts through which the person acts. */
  readonly posts: readonly Post[];
  /** Whether nobody stands in. */
  readonly truth: Truth;
}

/** Each person with the activities that are theirs alone. Whoever works for a provider has colleagues. */
function aloneInDuties(org: Org): { readonly person: Ref; readonly duties: readonly Duty[] }[] {
  const people = new Map<string, { person: Ref; duties: Map<Activity, Duty> }>();
  for (const activity of org.data.activities.values())
    for (const capacity of ["responsible", "accountable"] as const) {
      const refs = activity.exists === "yes" ? fact.itemsOf(activity[capacity]) : [];
      const person = refs.length === 1 ? onlyPersonBehind(org, refs[0]!) : undefined;
      if (!person || ask.employerOf(org, person) !== undefined) continue;
      const known = people.get(ask.refKey(person)) ?? { person, duties: new Map<Activity, Duty>() };
      const before = known.duties.get(activity);
      known.duties.set(activity, {
        activity,
        posts: [...new Set([...(before?.posts ?? []), ...ask.postsBehind(org, refs[0]!)])],
        truth: fact.any(...(before ? [before.truth] : []), ask.withoutDeputy(org, activity, refs[0]!)),
      });
      people.set(ask.refKey(person), known);
    }
  return [...people.values()].map(({ person, duties }) => ({ person, duties: [...duties.values()] }));
}

/** Whether somebody else is known to be responsible: whoever only answers for others' work is not alone with it. */
const isDoneByOthers = (org: Org, { responsible }: Activity, person: Ref): boolean =>
  fact.itemsOf(responsible).some((ref) => {
    const only = onlyPersonBehind(org, ref);
    return only === undefined || ask.refKey(only) !== ask.refKey(person);
  });

function onlyPersonBehind(org: Org, ref: Ref): Ref | undefined {
  const post = ref.to === "post" ? org.data.posts.get(ref.id) : undefined;
  const people = post ? fact.itemsOf(post.heldBy) : [ref];
  return people.length === 1 && people[0]!.to === "person" ? people[0] : undefined;
}

/** A post without a deputy through which the person acts: one that another rule looks at first, so that the two join. */
function placeFor(org: Org, duties: readonly Duty[]): Post | undefined {
  const posts = duties.flatMap((duty) => duty.posts);
  const without = posts.filter((post) => ask.withoutStandIn(org, post) === "yes");
  return without.find((post) => ask.isItLeadership(post) || ask.roleOf(post) === "ciso") ?? without[0] ?? posts[0];
}

/** A deputy of the post ends it where too few activities are left that say of themselves that there is none. */
function remedies(org: Org, post: Post, uncovered: readonly Duty[]): Fix[] {
  const left = uncovered.filter(
    ({ activity, posts }) =>
      activity.deputy.is === "known" || fact.lacking(activity.deputy) === "yes" || !posts.includes(post),
  );
  return left.length < many ? mend.nameDeputy(org, post) : [];
}

function namesOf(duties: readonly Duty[]): string {
  const names = duties.map(({ activity }) => say.inSentence(say.activityName(activity)));
  return names.length > 4
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more activities`
    : say.listOf(names);
}
