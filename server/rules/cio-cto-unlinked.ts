import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cioCtoUnlinked = rule({
  id: "cio-cto-unlinked",
  category: "reporting",
  severity: "hint",
  title: "CIO and CTO without a regular link",
  reportTitle: "Nothing on the chart brings the CIO and the CTO together",
  why: "One looks after the technology that colleagues use, the other after the technology that customers use. Data, platforms, suppliers and people overlap, so the two commonly work side by side. Where the chart joins them nowhere, that depends on whether they happen to get along.",
  reason: "Work on shared data, platforms and suppliers then depends on whether the two get along.",
  rests: ["S1-09", "S4-02"],
  note: "A link is a committee in which both sit, a line from one to the other, or a dotted line. It looks for them only where two people hold the posts, and where the file says of everything that could join them that it does not. A committee that has not met for a year joins nobody.",
  remedies: ["draw-dotted-line-to-<post>", "add-member-<post>", "seat-both-on-<committee>"],
  avoid: "The CIO and the CTO are two people who share no committee and no line.",
  prefer: "Both sit on the IT steering committee, or a dotted line joins them.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
coverage: { posts: complete, committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
  #^^ 💡 hint: cio-cto-unlinked
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, it] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
coverage: { posts: complete, committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo, dottedLineTo: [cio] }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, it] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [ceo, cio, cto], meets: quarterly }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
`,
  },
  *check({ org, today }) {
    for (const cto of org.posts("cto")) {
      const cio = ask.nearest(org, cto, "cio");
      if (!cio) continue;
      yield verdict(cto.at, ask.unlinked(org, today, cto, cio), () => ({
        says: say.words`${say.sentence(say.thePost(cio))} and ${say.thePost(cto)} share no committee, and no line joins them.`,
        related: [{ at: cio.at, says: "is not joined with the other post" }],
        fixes: [...ask.seatOnSteering(org, today, [cio, cto]), mend.drawDottedLine(cto, cio)],
      }));
    }
  },
});
