import { allInTurn, at, fix, holderNames, holds, rule, sentence, set, thePost, verdict } from "./rule.ts";

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
      const violated = allInTurn(
        org.large(),
        holds(cio.handsOn, (isHandsOn) => isHandsOn),
      );
      yield verdict(at(cio, "handsOn"), violated, () => {
        const name = holderNames(org, cio);
        return {
          says: `${sentence(thePost(cio))}${name ? `, ${name},` : ""} does technical work in person.`,
          fixes: [fix(`Correct the record: ${thePost(cio)} does no technical work`, [set(at(cio, "handsOn"), "no")])],
        };
      });
    }
  },
});
