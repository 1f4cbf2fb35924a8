import {
  type Activity,
  activityName,
  all,
  type Fix,
  fix,
  inSentence,
  itemsOf,
  lacking,
  listOf,
  makeResponsible,
  type Org,
  refName,
  rule,
  verdict,
} from "./rule.ts";

export const noResponsible = rule({
  id: "no-responsible",
  category: "raci",
  severity: "warning",
  title: "Activity that nobody does",
  reportTitle: "An activity is named, and no post carries it out",
  why: "An activity that is on the list and has nobody to do it looks settled and is not. Whoever answers for it learns that only when the result is missing.",
  reason: "Work that nobody is charged with is left to chance.",
  rests: ["practice"],
  note: "It asks nothing of an activity that does not mention who does it: only where somebody was asked, and said nobody, is it a finding. An activity that is not done at all is another rule's.",
  avoid: "Somebody answers for an activity, and it was asked who does it: nobody.",
  prefer: "At least one post, team or provider does the work; in a small organization, whoever answers for it.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { accountable: it-director, responsible: none }
# ^^^^^^^^ 💡 warning: no-responsible
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { accountable: it-director, responsible: [it-director] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { accountable: it-director, responsible: [team:platform] }
teams:
  platform: { headedBy: it-director, functions: [infrastructure] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { accountable: it-director, responsible: not-asked }
`,
  },
  *check({ org }) {
    for (const activity of org.data.activities.values()) {
      const { responsible } = activity;
      // A file that only says who answers for something gives no reason to ask who does it.
      if (responsible.is === "unknown" && responsible.why === "absent") continue;
      yield verdict(activity.at, all(activity.exists, lacking(responsible)), () => ({
        says: `Nobody is responsible for ${inSentence(activityName(activity))}.`,
        fixes: alsoResponsible(org, activity),
      }));
    }
  },
});

/** Whoever answers for it does it as well; a post that is not there cannot. */
function alsoResponsible(org: Org, activity: Activity): Fix[] {
  const refs = itemsOf(activity.accountable).filter(
    (ref) => ref.to !== "post" || org.data.posts.get(ref.id)?.exists !== "no",
  );
  if (refs.length === 0) return [];
  const names = listOf(refs.map((ref) => refName(org, ref)));
  const title = `Make ${names} responsible for ${inSentence(activityName(activity))} as well`;
  return [fix(title, makeResponsible(activity, refs))];
}
