import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

const most = 5;

export const tooManyConsulted = rule({
  id: "too-many-consulted",
  category: "raci",
  severity: "hint",
  title: "Many consulted about one activity",
  reportTitle: "Many posts are consulted about one activity",
  why: "To consult somebody means to wait for an answer. A decision that needs many answers is late, and those who were asked expect to see their answer in it.",
  reason: "Each has to be asked and answered before anything is decided.",
  rests: ["practice"],
  note: "Five is our threshold; no authority gives a number. Whoever only has to know of the result can be informed.",
  avoid: "More than five are consulted before something is decided.",
  prefer: "A few whose knowledge changes the decision are consulted; the others are informed.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
activities:
  it-strategy: { accountable: cio, consulted: [cfo, coo, cro, cto, ciso, head-hr] }
  #                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: too-many-consulted
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
activities:
  it-strategy: { accountable: cio, consulted: [cfo, coo, cto, ciso], informed: [cro, head-hr] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
activities:
  it-strategy: { accountable: cio, consulted: [cfo, coo, cro, cto, ciso, ciso] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
activities:
  it-strategy: { accountable: cio, consulted: not-asked }
`,
  },
  *check({ org }) {
    for (const activity of org.data.activities.values()) {
      const { consulted } = activity;
      if (consulted.is === "unknown") continue;
      const count = new Set(fact.itemsOf(consulted).map(ask.refKey)).size;
      yield verdict(
        at(activity, "consulted"),
        fact.all(
          activity.exists,
          fact.holds(consulted, () => count > most),
        ),
        () => ({
          says: `${count} posts or people are consulted about ${say.inSentence(say.activityName(activity))}.`,
        }),
      );
    }
  },
});
