import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import { type Activity, at, type Need, type Org, type Ref, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

const fewest = 6;

export const accountableOverload = rule({
  id: "accountable-overload",
  category: "raci",
  severity: "info",
  title: "One person accountable for most activities",
  reportTitle: "One post answers for most of what was asked about",
  why: "To answer for something takes the time to look into it. Whoever answers for most of what a large organization does with IT has little of it for each, and everything waits while that person is away.",
  reason: "So many decisions wait for one person, and each gets little of that person's time.",
  rests: ["practice"],
  note: "It looks at organizations of 250 people or more and at six activities or more of which it is known who is accountable. Half is our threshold; no authority gives a number.",
  avoid: "In a large organization one person is accountable for more than half of the activities.",
  prefer: "Accountability lies with those who can look into the matter, and several share the load.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
activities:
  it-strategy: { accountable: cio }
  it-budget: { accountable: cio }
  it-delivery: { accountable: cio }
  software-purchase: { accountable: Bo Li }
# ^^^^^^^^^^^^^^^^^ info: accountable-overload
  security: { accountable: ciso }
  business-continuity: { accountable: ceo }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
activities:
  it-strategy: { accountable: cio }
  it-budget: { accountable: cio }
  it-delivery: { accountable: cio }
  software-purchase: { accountable: ceo }
  security: { accountable: ciso }
  business-continuity: { accountable: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
activities:
  it-strategy: { accountable: it-manager }
  it-budget: { accountable: it-manager }
  it-delivery: { accountable: it-manager }
  software-purchase: { accountable: it-manager }
  patching: { accountable: it-manager }
  business-continuity: { accountable: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cfo: { reportsTo: ceo }
activities:
  it-strategy: { accountable: cio }
  it-budget: { accountable: cfo }
  it-delivery: { accountable: cio }
  software-purchase: { accountable: cio }
  patching: { accountable: ceo }
  business-continuity: { accountable: ceo }
`,
  },
  *check({ org }) {
    const counted = [...org.data.activities.values()].filter(
      ({ exists, accountable }) => exists === "yes" && fact.itemsOf(accountable).length > 0,
    );
    if (counted.length < fewest) return;
    for (const { person, own, open, needs } of loadsOf(org, counted)) {
      const half = counted.length / 2;
      const overloaded: Truth = own.length > half ? "yes" : own.length + open > half ? fact.cannotTell(...needs) : "no";
      yield verdict(own.at(-1)!.at, fact.all(org.large(), overloaded), () => ({
        says: say.words`${say.sentence(say.refName(org, person))} is accountable for ${own.length} of ${counted.length} activities.`,
        related: own.slice(0, -1).map((one) => ({
          at: at(one, "accountable"),
          says: `also accountable for ${say.inSentence(say.activityName(one))}`,
        })),
      }));
    }
  },
});

interface Load {
  readonly person: Ref;
  readonly own: readonly Activity[];
  /** How many more it may be, where nobody knows who is in the accountable post. */
  readonly open: number;
  readonly needs: readonly Need[];
}

/** Each person with the activities that they answer for, in the order of the file. A provider is not one person. */
function loadsOf(org: Org, activities: readonly Activity[]): Load[] {
  const people = new Map<string, Ref>();
  const byPerson = new Map<string, Activity[]>();
  const open = new Map<Activity, Need>();
  for (const activity of activities) {
    const own = new Set<string>();
    for (const ref of fact.itemsOf(activity.accountable)) {
      const { refs, post } = ask.handsOf(org, ref);
      if (post?.heldBy.is === "unknown") open.set(activity, { at: post.heldBy.at, why: post.heldBy.why });
      for (const person of refs.filter(({ to }) => to === "person")) {
        people.set(ask.refKey(person), person);
        own.add(ask.refKey(person));
      }
    }
    for (const key of own) ask.addTo(byPerson, key, activity);
  }
  return [...byPerson].map(([key, own]) => {
    const others = [...open].filter(([activity]) => !own.includes(activity));
    return { person: people.get(key)!, own, open: others.length, needs: others.map(([, need]) => need) };
  });
}
