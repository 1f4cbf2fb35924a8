import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type Org,
  type Post,
  type Ref,
  type Role,
  rule,
  type Sayable,
  type Scope,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const loneLeaderUnderBusiness = rule({
  id: "lone-leader-under-business",
  category: "gap",
  severity: "info",
  title: "A lone leader of IT below a superior from business",
  reportTitle: "The only post that leads IT reports to a post without a technical background",
  why: "In small and medium organizations one leader of IT typically reports to an executive who is no technical person. That works for budgets. What is left undone, and where the technology should go, can then be judged by one person only, and nobody is there to discuss it with.",
  reason: "What is left undone in IT is then hard to see from above.",
  rests: ["practice"],
  note: "One article describes such a line as typical and not as a fault (S1-43); that it leaves a gap is our own view. The heads of finance, operations, personnel, marketing and law count as business unless the file says otherwise of the post or of its holder; of others the background is asked. A CIO, an IT leader or a vCIO at the strategic level ends the finding. The sources that recommend a vCIO sell one.",
  remedies: ["add-provider-<provider>"],
  avoid:
    "The only leader of IT reports to somebody who comes from business, and nobody looks after the long-term direction of IT.",
  prefer: "Somebody with a technical background, inside or outside, looks at IT from above together with the superior.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { itPosts: complete, providers: complete }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  it-manager: { heldBy: Bo Li, reportsTo: cfo, level: [tactical], interim: no }
  #^^^^^^^^^ 💡 info: no-strategic-level
  #                                       ^^^ 💡 info: lone-leader-under-business
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { itPosts: complete, providers: complete }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  it-manager: { heldBy: Bo Li, reportsTo: cfo, level: [tactical], interim: no }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  vcio: { services: [vcio], levels: [strategic] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { itPosts: complete, providers: complete }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo, background: technical }
  it-director: { heldBy: Bo Li, reportsTo: cfo, level: [strategic] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  it-manager: { heldBy: Bo Li, reportsTo: cfo, level: [tactical] }
`,
  },
  *check({ org }) {
    for (const scope of org.scopes()) {
      const leaders = candidates(scope).filter((post) => leading(org, post) === "yes");
      const [leader] = leaders;
      if (!leader || leaders.length > 1) continue;
      const underBusiness = fact.holds(leader.reportsTo, (ref) => comesFromBusiness(org, ref));
      const violated = fact.allInTurn(leadsAlone(scope, leader), fact.not(ask.strategyCovered(scope)), underBusiness);
      yield verdict(at(leader, "reportsTo"), violated, () => ({
        says: says(org, leader),
        fixes: mend.outsideVcio(scope, ["strategic"]),
      }));
    }
  },
});

const candidates = (scope: Scope): Post[] => scope.declared(...ask.itLeadershipRoles, "cto");
const leading = (org: Org, post: Post): Truth => fact.allInTurn(ask.held(post), ask.worksInIt(org, post));

/** Nobody else in the IT line; for all the posts that nobody mentioned, one question. */
function leadsAlone(scope: Scope, leader: Post): Truth {
  const others = candidates(scope).filter((post) => post !== leader);
  const unmentioned = ([...ask.itLeadershipRoles, "cto"] as const).filter((role) => scope.declared(role).length === 0);
  const open = unmentioned.map((role) => scope.held(role)).filter(fact.isCannotTell);
  const need = open[0]?.needs[0];
  const question = say.words`Does anybody lead IT besides ${say.thePost(leader)}: a CIO, an IT director, an IT manager, a CTO?`;
  return fact.not(
    fact.any(
      fact.some(others, (post) => leading(scope.org, post)),
      need ? fact.cannotTell({ ...need, question: need.question ?? question }) : "no",
      ask.titledWithoutRole(scope),
    ),
  );
}

const business: readonly (Role | undefined)[] = ["cfo", "coo", "head-hr", "head-marketing", "general-counsel"];

function comesFromBusiness(org: Org, ref: Ref): Truth {
  const superior = ask.superiorAt(org, ref);
  if (superior?.entity !== "post") return "no";
  const background = ask.backgroundOf(org, superior);
  const isOpen = background.is === "unknown" && business.includes(ask.roleOf(superior));
  return isOpen ? fact.all(superior.exists, fact.truth(true)) : fact.holds(background, (value) => value === "business");
}

function says(org: Org, leader: Post): Sayable {
  const name = say.holderNames(org, leader);
  const superior = ask.directSuperior(org, leader)!;
  const kind =
    fact.given(ask.backgroundOf(org, superior)) === "business" ? "who comes from business" : "a business post";
  return say.words`${say.sentence(say.thePost(leader))}${name ? say.aside(say.words`, ${name},`) : ""} leads IT alone and reports to ${say.thePost(superior)}, ${kind}; nobody works at the strategic level.`;
}
