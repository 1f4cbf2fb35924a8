import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const committeeMeetsRarely = rule({
  id: "committee-meets-rarely",
  category: "committee",
  severity: "hint",
  title: "Committee that meets less than every quarter",
  reportTitle: "A committee meets less often than every quarter",
  why: "Plans for IT, large projects and threats change within months. A committee that meets once or twice a year hears of most of it after the fact, and decisions are taken elsewhere in the meantime. Every quarter is the rhythm that the Reserve Bank of India asks of banks, and a common one elsewhere.",
  reason: "Projects and threats change within months, and the committee hears of them after the fact.",
  rests: ["rbi-6", "rbi-7"],
  note: "It looks at the committees on IT strategy, IT steering and security. For the third, only the rules for Indian co-operative banks set a rhythm, so it stays a hint there. One that never meets is a finding of its own.",
  remedies: ["meet-quarterly"],
  avoid: "The IT steering committee meets once a year.",
  prefer: "The committees on IT strategy, IT steering and security meet every quarter or more often.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [cio, cfo], meets: yearly }
  #                                                      ^^^^^^ 💡 hint: committee-meets-rarely
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [cio, cfo], meets: quarterly }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [cio], meets: monthly }
  board: { chair: external, meets: half-yearly }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [cio] }
`,
  },
  *check({ org, today }) {
    for (const committee of ask.meetingCommittees(org, today)) {
      const meant = ask.ofType(committee, "it-strategy", "it-steering", "security");
      yield verdict(at(committee, "meets"), fact.all(meant, ask.rarerThan(committee.meets, "quarterly")), () => {
        const type = fact.given(committee.type);
        const name = say.theCommittee(committee);
        return {
          says: `${say.sentence(name)} meets ${howOften[fact.given(committee.meets) ?? ""] ?? "rarely"}.`,
          cases: type === undefined ? [] : [type],
          fixes: [
            mend.fix(
              mend.does("meet-quarterly"),
              `Let ${name} meet every quarter`,
              [mend.set(at(committee, "meets"), "quarterly")],
              {
                preferred: true,
              },
            ),
          ],
        };
      });
    }
  },
});

const howOften: Readonly<Record<string, string>> = {
  "half-yearly": "twice a year",
  yearly: "once a year",
  rarer: "less than once a year",
};
