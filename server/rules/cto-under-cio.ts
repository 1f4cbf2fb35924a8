import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Post, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const ctoUnderCio = rule({
  id: "cto-under-cio",
  category: "reporting",
  severity: "info",
  title: "CTO below the CIO in a company that sells technology",
  reportTitle: "The post for the technology sold stands below the one for internal IT",
  why: "Where technology is what a company sells, its CTO answers for the product and its customers, and hardly for the IT that colleagues use. A line through the CIO measures that work by the standards of internal IT, and keeps the product away from the table where the course is set.",
  reason: "The technology that is sold is then led from within internal IT.",
  rests: ["S1-10", "S3-03"],
  contested: ["S2-05"],
  note: "One article places the CTO below the CIO, as the right hand. It speaks of technology used inside; the format has a role of its own for that, and this rule does not look at it.",
  remedies: ["report-to-<post>"],
  avoid: "The organization sells technology, and its CTO reports, directly or further up, to the CIO.",
  prefer: "The CTO reports to the chief executive, beside the CIO.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: cio }
  #                                ^^^ 💡 info: cto-under-cio
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: no, customerFacingTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: cio }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: cio }
`,
  },
  *check({ org }) {
    const sells = fact.holds(org.data.organization.sellsTechnology, (value) => value);
    for (const cto of org.posts("cto")) {
      yield verdict(at(cto, "reportsTo"), fact.all(sells, ask.lineMeets(org, cto, servesAsCio)), () => {
        const cio = ask.firstOnLine(org, cto, servesAsCio)!;
        const isDirect = ask.directSuperior(org, cto) === cio;
        return {
          says: say.words`${say.sentence(say.thePost(cto))} reports to ${say.thePost(cio)}${isDirect ? "" : " further up the line"}, in an organization that sells technology.`,
          related: cio.written
            ? [{ at: cio.at, says: say.words`${say.postName(cio)} stands in the line of ${say.thePost(cto)}` }]
            : [],
          fixes: mend.reportTo(org, cto, [ask.headOf(org, cto), ask.boardOf(org)]).slice(0, 1),
        };
      });
    }
  },
});

const servesAsCio = (post: Post) => ask.inRole(post, ["cio"]);
