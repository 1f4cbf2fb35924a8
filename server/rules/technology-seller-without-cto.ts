import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const technologySellerWithoutCto = rule({
  id: "technology-seller-without-cto",
  category: "gap",
  severity: "info",
  title: "Sells technology, and no post leads it",
  reportTitle: "The organization sells technology, and no post leads what it sells",
  why: "Technology that is sold is a product: customers judge it, rivals overtake it, and somebody has to decide what it becomes next. Running the organization's own systems well is another job, and whoever has that one has little time for the other.",
  reason: "Nobody in particular then decides what the product becomes next.",
  rests: ["S1-03", "S4-06"],
  note: "A post whose work looks outward, to customers, counts as well, whatever it is called. A CTO post that stands vacant is there and ends the finding. Whether something new has to be built, and for whom, are the questions that tell a CTO's work from a CIO's (S4-24, S4-27).",
  remedies: ["add-post-<post>"],
  avoid: "The organization sells technology of its own, has no CTO, and no leader of IT looks outward.",
  prefer: "A CTO, or another post that looks to customers, leads the technology that is sold.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
#                                                               ^^^ 💡 info: technology-seller-without-cto
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, orientation: inward }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, orientation: inward }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  cto: vacant
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, orientation: inward }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-engineering: { heldBy: Cy Ho, reportsTo: ceo, orientation: outward }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, orientation: inward }
`,
  },
  *check({ org }) {
    const { organization } = org.data;
    const sells = fact.holds(organization.sellsTechnology, (yes) => yes);
    const missed = fact.all(sells, fact.not(org.whole.exists("cto")));
    const violated = fact.allInTurn(missed, fact.not(somebodyLooksOutward(org)));
    yield verdict(at(organization, "sellsTechnology"), violated, () => ({
      says: "The organization sells technology; it has no CTO, and no leader of IT looks outward, to customers.",
      related: say.ifThisIsIt(org.whole, ["cto"]),
      fixes: [addCto(org)],
    }));
  },
});

/** The IT line, CTOs and vCIOs of the whole file are asked; other posts count where they declare it. */
function somebodyLooksOutward(org: Org): Truth {
  const isAsked = (post: Post) => ask.isItLeadership(post) || ["cto", "vcio"].includes(ask.roleOf(post) ?? "");
  return fact.some(org.allPosts, (post) => {
    if (ask.held(post) === "no") return "no";
    if (!isAsked(post)) return fact.truth(fact.given(post.orientation) === "outward");
    return fact.holds(post.orientation, (orientation) => orientation === "outward");
  });
}

function addCto(org: Org): Fix {
  const { id, change } = mend.newPost(org.whole, "cto");
  return mend.fix(mend.does("add-post-<post>", id), "Add a vacant CTO post", [change]);
}
