import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Activity, type Fix, type Org, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

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
  remedies: ["make-accountable-responsible"],
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
      yield verdict(activity.at, fact.all(activity.exists, fact.lacking(responsible)), () => ({
        says: `Nobody is responsible for ${say.inSentence(say.activityName(activity))}.`,
        fixes: alsoResponsible(org, activity),
      }));
    }
  },
});

/** Whoever answers for it does it as well; a post that is not there cannot. */
function alsoResponsible(org: Org, activity: Activity): Fix[] {
  const refs = fact
    .itemsOf(activity.accountable)
    .filter((ref) => ref.to !== "post" || org.data.posts.get(ref.id)?.exists !== "no");
  if (refs.length === 0) return [];
  const names = say.listOf(refs.map((ref) => say.refName(org, ref)));
  const title = say.words`Make ${names} responsible for ${say.inSentence(say.activityName(activity))} as well`;
  return [mend.fix(mend.does("make-accountable-responsible"), title, mend.makeResponsible(activity, refs))];
}
