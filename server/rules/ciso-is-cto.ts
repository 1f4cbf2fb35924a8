import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cisoIsCto = rule({
  id: "ciso-is-cto",
  category: "conflict",
  severity: "info",
  title: "CISO and CTO in one person",
  reportTitle: "Security and product technology are in one pair of hands",
  why: "A CTO is there to bring technology to customers soon and with new features; a CISO is there to ask whether it is safe yet. Whoever does both gives that answer about work of their own. The pressure to deliver comes from outside, and nobody else in the organization is there to hold against it.",
  reason: "Whoever asks whether the technology is safe would be asking about work of their own.",
  rests: ["S1-13"],
  note: "We draw this from what one article says of security and the running of IT; it does not speak of the CTO. It is a warning where the CTO's post also carries internal IT, by its teams or by answering for IT operations.",
  avoid: "The CTO is also the CISO.",
  prefer: "Security is a post of its own, even where it is vacant for now or filled for a few days a week.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
  #               ^^^^^ 💡 info: ciso-is-cto
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: vacant, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cto: { heldBy: not-asked, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const ctos = org.posts("cto");
    for (const ciso of org.posts("ciso")) {
      const dual = ask.dualRole(org, ciso, ctos);
      yield verdict(at(ciso, "heldBy"), dual.truth, () => ({
        says: say.saysDualRole(org, dual),
        severity: dual.also.some((cto) => ask.carriesInternalIt(org, cto) === "yes") ? "warning" : "info",
        related: say.placesOfDualRole(dual),
        fixes: mend.separatePost(org, dual),
      }));
    }
  },
});
