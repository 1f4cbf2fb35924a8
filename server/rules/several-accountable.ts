import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Activity, at, type Fix, type Org, type Ref, rule, type Sayable, verdict } from "./rule.ts";
import * as say from "./say.ts";

/** So many choices are offered at most. */
const mostFixes = 10;

export const severalAccountable = rule({
  id: "several-accountable",
  category: "raci",
  severity: "info",
  title: "Several accountable for one activity",
  reportTitle: "More than one post answers for the same activity",
  why: "Two who answer for the same thing can each rely on the other, and each point to the other afterwards. Many can do the work or be asked, but the last word belongs to one.",
  reason: "Each can rely on the other, and where they disagree nobody has the last word.",
  rests: ["practice"],
  note: "Posts are counted: a post and the person who holds it are one. It is a warning for activities of security and for the choice of vendors.",
  remedies: ["keep-accountable-<item>"],
  avoid: "Two posts or more are accountable for one activity.",
  prefer: "One is accountable; the others do part of the work, or are consulted.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  it-budget: { responsible: [it-director], accountable: [cfo, it-director] }
  #                                                     ^^^^^^^^^^^^^^^^^^ 💡 info: several-accountable
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  it-budget: { responsible: [it-director], accountable: [cfo] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  it-budget: { responsible: [it-director, cfo], accountable: [cfo, Ann Ode] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
activities:
  it-budget: { responsible: [cfo], accountable: not-asked }
`,
  },
  *check({ org }) {
    for (const activity of org.data.activities.values()) {
      // Who is accountable is asked for another rule's sake: nothing suggests that there are several.
      if (activity.accountable.is === "unknown") continue;
      const isWeighty = ask.isOfSecurity(org, activity) || ask.kindOf(activity) === "vendor-selection";
      const violated = fact.all(
        activity.exists,
        fact.holds(activity.accountable, (refs) => refs.length > 1 && distinct(org, refs).length > 1),
      );
      yield verdict(at(activity, "accountable"), violated, () => ({
        says: describe(org, activity),
        severity: isWeighty ? "warning" : "info",
        cases: ask.isOfSecurity(org, activity) ? ["security"] : [],
        fixes: keepOne(org, activity),
      }));
    }
  },
});

/** The accountable, a post and its holder once; a post that the file says is none answers for nothing. */
function distinct(org: Org, refs: readonly Ref[]): Ref[] {
  const seen = new Set<string>();
  const present = refs.filter((ref) => {
    const isNew = !seen.has(ask.refKey(ref)) && !isAbsent(org, ref);
    seen.add(ask.refKey(ref));
    return isNew;
  });
  const holders = present.flatMap((ref) =>
    ref.to === "post" ? fact.itemsOf(org.data.posts.get(ref.id)?.heldBy ?? { is: "none" }) : [],
  );
  return present.filter((ref) => ref.to === "post" || !holders.some((holder) => ask.isSameHolder(org, holder, ref)));
}

const isAbsent = (org: Org, ref: Ref): boolean => ref.to === "post" && org.data.posts.get(ref.id)?.exists === "no";

function describe(org: Org, activity: Activity): Sayable {
  const names = distinct(org, fact.itemsOf(activity.accountable)).map((ref) => say.refName(org, ref));
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  const how = names.length === 2 ? "are both" : "are all";
  return say.words`${say.sentence(say.listOf(shown))} ${how} accountable for ${say.inSentence(say.activityName(activity))}.`;
}

/** One fix for each who could stay accountable, the organization's own first. */
function keepOne(org: Org, activity: Activity): Fix[] {
  const refs = fact.itemsOf(activity.accountable);
  const candidates = distinct(org, refs).map((ref) => ({ ref, isOutside: ask.fromOutside(org, ref) === "yes" }));
  const inOrder = candidates.toSorted((a, b) => Number(a.isOutside) - Number(b.isOutside)).slice(0, mostFixes);
  return inOrder.map(({ ref: kept }, rank) => {
    const others = distinct(org, refs).filter((ref) => ref !== kept);
    // The last goes first, so that the places of those before it still hold.
    const removals = refs
      .flatMap((ref, i) => (ref === kept ? [] : [mend.remove(at(activity, "accountable", i))]))
      .reverse();
    const rest = others.length > 1 ? "the others" : say.refName(org, others[0]!);
    return mend.fix(
      mend.does("keep-accountable-<item>", "id" in kept ? kept.id : `person-${rank + 1}`),
      say.words`Keep ${say.refName(org, kept)} accountable, and make ${rest} responsible`,
      [...removals, ...mend.makeResponsible(activity, others)],
    );
  });
}
