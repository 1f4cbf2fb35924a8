import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Activity, at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const noAccountable = rule({
  id: "no-accountable",
  category: "raci",
  severity: "info",
  title: "Activity that nobody is accountable for",
  reportTitle: "An activity is done, and no post answers for it",
  why: "Whoever is accountable has the last word and answers for the result. Without one, those who do the work settle among themselves what is good enough, and nobody has to explain it when it goes wrong.",
  reason: "Nobody then has the last word, or has to explain the result.",
  rests: ["practice"],
  note: "It is a warning for activities of security and for the choice of vendors, where nobody's decision costs most. Elsewhere it asks only where the file has the question open. An activity that is not done at all is another rule's.",
  remedies: ["make-accountable-<post>"],
  avoid: "It was asked who answers for an activity, and the answer was: nobody.",
  prefer:
    "Exactly one post is accountable for each activity: the CISO for security, the head of IT for most of the rest.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { responsible: [it-director], accountable: none }
# ^^^^^^^^ 💡 info: no-accountable
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { responsible: [it-director], accountable: it-director }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { responsible: [it-director], accountable: it-director }
  crane-inspection: none
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { responsible: [it-director], accountable: not-asked }
`,
  },
  *check({ org }) {
    for (const activity of org.data.activities.values()) {
      const isWeighty = ask.isOfSecurity(org, activity) || ask.kindOf(activity) === "vendor-selection";
      if (!isWorthAsking(activity, isWeighty)) continue;
      const name = say.inSentence(say.activityName(activity));
      yield verdict(activity.at, fact.all(activity.exists, fact.lacking(activity.accountable)), () => ({
        says: `Nobody is accountable for ${name}.`,
        severity: isWeighty ? "warning" : "info",
        cases: ask.isOfSecurity(org, activity) ? ["security"] : [],
        fixes: mend.ownersOf(org, activity).map((owner, i) =>
          mend.fix(
            mend.does("make-accountable-<post>", owner.id),
            say.words`Make ${owner.name} accountable for ${name}`,
            [mend.set(at(activity, "accountable"), owner.id)],
            {
              preferred: i === 0,
            },
          ),
        ),
      }));
    }
  },
});

/**
 * Where the file does not mention who is accountable, that is asked only where it weighs: a file that lists who does
 * what would otherwise end in a question for every line. Duties that services imply nobody wrote to be asked about.
 */
const isWorthAsking = ({ accountable, written }: Activity, isWeighty: boolean): boolean =>
  accountable.is !== "unknown" || accountable.why !== "absent" || (isWeighty && written);
