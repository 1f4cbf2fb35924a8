import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fact, type Fix, type Org, type Post, rule, type Sayable, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const ctoWithoutProduct = rule({
  id: "cto-without-product",
  category: "role",
  severity: "info",
  title: "A CTO without technology for customers",
  reportTitle: "There is a CTO post, but no technology for customers",
  why: "Most of the sources keep the post of CTO for technology that customers buy or use. Where there is none, the holder usually leads internal IT under another name, and readers of the organization chart expect something else.",
  reason: "Most of the sources keep this post for technology that customers buy or use.",
  rests: ["S1-03", "S3-03", "S4-03"],
  contested: ["S2-05", "S2-07", "rbi-8", "cobit-2019"],
  note: "One article places the CTO inside IT, below the CIO; COBIT knows a CTO for internal technology, and India's central bank counts CTO among the names for a head of IT. The format has a role of its own for that. Below 50 people the finding is a hint.",
  remedies: ["declare-as-<item>"],
  avoid: "A CTO is in office, nothing technical is sold, and customers use no technology of the organization.",
  prefer:
    "A CTO for the technology that customers see and use; internal IT under a CIO, an IT director, or a CTO declared as internal.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: no, customerFacingTechnology: no }
posts:
  cto: { heldBy: Bo Li, reportsTo: ceo }
  #^^ 💡 info: cto-without-product
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: no, customerFacingTechnology: no }
posts:
  cto: { heldBy: Bo Li, reportsTo: ceo, role: cto-internal }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: no, customerFacingTechnology: yes }
posts:
  cto: { heldBy: Bo Li, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: no }
posts:
  cto: { heldBy: Bo Li, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const { sellsTechnology, customerFacingTechnology } = org.data.organization;
    for (const cto of org.posts("cto")) {
      const violated = fact.all(ask.held(cto), denied(sellsTechnology), denied(customerFacingTechnology));
      yield verdict(cto.at, violated, () => ({ says: says(org, cto), fixes: remedies(org, cto) }));
    }
  },
});

const denied = (told: Fact<boolean>): Truth => fact.not(fact.holds(told, (value) => value));

function says(org: Org, cto: Post): Sayable {
  const name = say.holderNames(org, cto);
  const holder = say.words`${say.sentence(say.thePost(cto))}${name ? say.aside(say.words`, ${name},`) : ""}`;
  return say.words`${holder} works for an organization that neither sells technology nor offers customers any.`;
}

/** A second CIO would be no remedy, so that role is offered only where nobody can be in such a post. */
function remedies(org: Org, cto: Post): Fix[] {
  const roles = [
    mend.fix(mend.does("declare-as-<item>", "cto-internal"), "Declare the post as a CTO for internal IT", [
      mend.set(at(cto, "role"), "cto-internal"),
    ]),
  ];
  const hasCio = org.posts("cio").some((cio) => ask.held(cio) !== "no");
  if (!hasCio)
    roles.push(
      mend.fix(mend.does("declare-as-<item>", "cio"), "Declare the post as a CIO's", [
        mend.set(at(cto, "role"), "cio"),
      ]),
    );
  return roles;
}
