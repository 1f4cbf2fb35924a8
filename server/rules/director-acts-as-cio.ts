import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

const wholeFocus = ["people", "process", "projects", "technology"] as const;

export const directorActsAsCio = rule({
  id: "director-acts-as-cio",
  category: "role",
  severity: "hint",
  title: "An IT director who does a CIO's work",
  reportTitle: "The IT Director post is filled as a CIO's would be",
  why: "People, processes, projects and technology taken together, at the strategic level, are what one article describes as a CIO. Where an IT director does that, readers of the organization chart look for a CIO who is already there, and the post may lack the rank that its work needs.",
  reason: "The four together, at this level, are what one article describes as a CIO.",
  rests: ["S0-03", "S2-02"],
  contested: ["S0-C11"],
  note: "It is a hint, since director and CIO can at times be the same kind of person, and one reader sees no difference but the word. Where a CIO is in office too, the change of role is not offered.",
  remedies: ["declare-as-<item>"],
  avoid: "An IT director works at the strategic level on people, processes, projects and technology alike.",
  prefer: "The post is declared as the CIO's that it is, with the rank that goes with it.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical], focus: [people, process, projects, technology] }
  #^^^^^^^^^^ 💡 hint: director-acts-as-cio
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical], focus: [people, process, projects, technology], role: cio }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical], focus: [projects, technology] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical], focus: not-asked }
`,
  },
  *check({ org }) {
    for (const director of org.posts("it-director")) {
      const violated = fact.allInTurn(
        fact.holds(director.level, (levels) => levels.includes("strategic")),
        fact.holds(director.focus, (focus) => wholeFocus.every((one) => focus.includes(one))),
      );
      yield verdict(director.at, violated, () => {
        const hasCio = ask
          .scopeOf(org, director)
          .posts("cio")
          .some((cio) => ask.held(cio) !== "no");
        const use = mend.fix(mend.does("declare-as-<item>", "cio"), "Declare the post as a CIO's", [
          mend.set(at(director, "role"), "cio"),
        ]);
        return {
          says: say.words`${say.sentence(say.thePost(director))} works at the strategic level on people, processes, projects and technology.`,
          fixes: hasCio ? [] : [use],
        };
      });
    }
  },
});
