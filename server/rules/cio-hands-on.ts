import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cioHandsOn = rule({
  id: "cio-hands-on",
  category: "role",
  severity: "info",
  title: "A CIO who does technical work in a large organization",
  reportTitle: "The CIO post includes technical work",
  why: "In a large organization the CIO plans, decides and speaks for IT among the executives. Hours that go into configuring and repairing are missing there, and what only the CIO can repair waits for the CIO.",
  reason: "In an organization of this size planning and leading fill the post.",
  rests: ["S1-30", "S2-04"],
  note: "It looks at work with one's own hands, not at what the CIO answers for: one list has internal IT operations run under the CIO, and that is no contradiction. Only organizations of 250 people or more are looked at.",
  remedies: ["free-from-technical-work"],
  avoid: "250 people or more, and the CIO configures systems or solves tickets in person.",
  prefer: "The CIO leads, and others do the technical work.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, handsOn: yes }
  #                                              ^^^ 💡 info: cio-hands-on
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, handsOn: no }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, handsOn: yes }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 200-300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, handsOn: yes }
`,
  },
  *check({ org }) {
    for (const cio of org.posts("cio")) {
      const violated = fact.allInTurn(
        org.large(),
        fact.holds(cio.handsOn, (isHandsOn) => isHandsOn),
      );
      yield verdict(at(cio, "handsOn"), violated, () => {
        const name = say.holderNames(org, cio);
        return {
          says: say.words`${say.sentence(say.thePost(cio))}${name ? say.aside(say.words`, ${name},`) : ""} does technical work in person.`,
          fixes: [
            mend.fix(
              mend.does("free-from-technical-work"),
              say.words`Correct the record: ${say.thePost(cio)} does no technical work`,
              [mend.set(at(cio, "handsOn"), "no")],
              { advice: say.words`Free ${say.thePost(cio)} from technical work` },
            ),
          ],
        };
      });
    }
  },
});
