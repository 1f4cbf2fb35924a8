import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const securityChairedByIt = rule({
  id: "security-chaired-by-it",
  category: "committee",
  severity: "info",
  title: "Security committee chaired by IT",
  reportTitle: "The security committee is chaired from within IT",
  why: "The security committee weighs safety against speed and cost. A chair who also answers for speed and cost sets the agenda, sums up the discussion and has the last word on both sides. A chair from risk management, or the head of the organization, has no stake in one of them.",
  reason: "Whoever answers for speed and cost in IT would also lead the talk on what safety may cost.",
  rests: ["rbi-24b"],
  note: "The posts that lead IT count: CIO, IT director, IT manager, and a CTO who runs internal IT. The CISO does not.",
  remedies: ["let-<post>-chair"],
  avoid: "The CIO chairs the security committee.",
  prefer: "The head of risk or of the organization chairs it; IT sits on it.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: { heldBy: Hal Poe, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  security: { chair: cio, members: [cio, cro], meets: quarterly }
  #                  ^^^ 💡 info: security-chaired-by-it
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: { heldBy: Hal Poe, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  security: { chair: cro, members: [cio, cro], meets: quarterly }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  security: { chair: ceo, members: [cio], meets: quarterly }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  security: { members: [cio], meets: quarterly }
`,
  },
  *check({ org, today }) {
    for (const committee of ask.meetingCommittees(org, today)) {
      // A chair that somebody from elsewhere shares is not in the hands of IT.
      const theirs = fact.holds(committee.chair, (chairs) =>
        chairs.length === 0 ? "no" : fact.every(chairs, (chair) => ask.seatOfIt(org, committee, chair, fact.some)),
      );
      yield verdict(at(committee, "chair"), fact.all(ask.ofType(committee, "security"), theirs), () => {
        const chairs = fact.itemsOf(committee.chair);
        const posts = chairs.flatMap((chair) => (chair.to === "post" ? (org.data.posts.get(chair.id) ?? []) : []));
        const who = say.sentence(say.listOf(chairs.map((chair) => say.refName(org, chair))));
        const isKnown = posts.length === chairs.length;
        return {
          says: say.words`${who}${isKnown ? "" : chairs.length > 1 ? ", who lead IT," : ", who leads IT,"} ${chairs.length > 1 ? "share the chair of" : "chairs"} ${say.theCommittee(committee)}.`,
          related: posts
            .filter(({ written }) => written)
            .map((post) => ({ at: post.at, says: "leads IT and chairs the committee" })),
          fixes: mend.otherChairs(org, committee),
        };
      });
    }
  },
});
