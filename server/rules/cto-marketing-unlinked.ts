import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const ctoMarketingUnlinked = rule({
  id: "cto-marketing-unlinked",
  category: "reporting",
  severity: "hint",
  title: "CTO and marketing without a regular link",
  reportTitle: "Nothing on the chart brings the CTO and marketing together",
  why: "A CTO builds what customers see and use, and marketing knows what they ask for and what has been promised to them. The two belong close together. Where the chart joins them nowhere, products and promises drift apart until a customer notices.",
  reason: "What is built and what customers are promised can then drift apart unnoticed.",
  rests: ["S1-07"],
  note: "A link is a committee in which both sit, a line from one to the other, or a dotted line. It looks for them only where two people hold the posts, and where the file says of everything that could join them that it does not.",
  remedies: ["draw-dotted-line-to-<post>"],
  avoid: "The CTO and the head of marketing are two people who share no committee and no line.",
  prefer: "A dotted line, or a committee in which both sit, joins the two.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
coverage: { posts: complete, committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
  #^^ 💡 hint: cto-marketing-unlinked
  head-marketing: { heldBy: Dee Fox, reportsTo: ceo }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, it] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
coverage: { posts: complete, committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cto: { heldBy: Cy Ho, reportsTo: ceo, dottedLineTo: [head-marketing] }
  head-marketing: { heldBy: Dee Fox, reportsTo: ceo }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, it] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
  head-marketing: { heldBy: Dee Fox, reportsTo: ceo }
committees:
  product-board: { type: other, chair: ceo, members: [cto, head-marketing], meets: monthly }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
  head-marketing: { heldBy: Dee Fox, reportsTo: ceo }
`,
  },
  *check({ org, today }) {
    for (const cto of org.posts("cto")) {
      const marketing = ask.nearest(org, cto, "head-marketing");
      if (!marketing) continue;
      yield verdict(cto.at, ask.unlinked(org, today, cto, marketing), () => ({
        says: say.words`${say.sentence(say.thePost(cto))} and ${say.thePost(marketing)} share no committee, and no line joins them.`,
        related: [{ at: marketing.at, says: "is not joined with the other post" }],
        fixes: [mend.drawDottedLine(cto, marketing)],
      }));
    }
  },
});
