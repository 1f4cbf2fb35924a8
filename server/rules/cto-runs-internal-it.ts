import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Activity,
  at,
  type Carried,
  type Fix,
  type Org,
  type Post,
  rule,
  type Sayable,
  type Team,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const ctoRunsInternalIt = rule({
  id: "cto-runs-internal-it",
  category: "role",
  severity: "info",
  title: "A CTO who runs internal IT beside those who lead it",
  reportTitle: "The CTO post carries internal IT, which has a leader of its own or needs one",
  why: "Technology that customers buy and technology that colleagues work with pull in two directions, and whoever has both gives the day to the louder one. Where a CIO or an IT director is in office, it also stays open who answers for internal IT.",
  reason: "Most of the sources leave internal IT to a CIO, and the CTO to customers.",
  rests: ["S1-10"],
  contested: ["S2-05", "S2-07", "rbi-8", "cobit-2019"],
  note: "One article sees the CTO as the direct line to helpdesk and IT staff; COBIT knows a CTO for internal technology, and India's central bank counts CTO among the names for a head of IT. The format has a role of its own for that. Where neither a CIO nor an IT director is in office, only an organization of 250 people or more is looked at.",
  remedies: ["declare-as-<item>", "leave-internal-it-to-<post>"],
  avoid:
    "The CTO heads helpdesk, infrastructure or network, or answers for IT operations, although a CIO or an IT director is in office, or the organization is large.",
  prefer: "Internal IT is the CIO's or the IT director's; or the post is declared as a CTO for internal IT.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical] }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
teams:
  desk: { headedBy: cto, functions: [helpdesk] }
  #                 ^^^ 💡 info: cto-runs-internal-it
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical] }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
teams:
  desk: { headedBy: it-director, functions: [helpdesk] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical] }
  cto: { heldBy: Cy Ho, reportsTo: ceo }
teams:
  product: { headedBy: cto, functions: [software-development] }
  desk: { headedBy: it-director, functions: [helpdesk] }
activities:
  it-operations: { accountable: it-director }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cto: { heldBy: Cy Ho, reportsTo: ceo }
teams:
  desk: { headedBy: cto, functions: [helpdesk] }
`,
  },
  *check({ org }) {
    const leaders = org.posts("cio", "it-director");
    for (const cto of org.posts("cto")) {
      const teams = ask.teamsHeaded(org, cto, ["helpdesk", "infrastructure", "network"], leaders);
      const operations = ask.dutiesCarried(org, cto, "it-operations", "accountable", leaders);
      const found = [...teams, ...operations].filter(({ truth }) => truth === "yes");
      const carries = fact.any(...[...teams, ...operations].map(({ truth }) => truth), unmentioned(org));
      const violated = fact.all(carries, fact.any(ledOtherwise(org, cto), org.large()));
      yield verdict(found[0]?.at ?? ["activities", "it-operations"], violated, () => ({
        says: says(org, cto, found),
        related: found.slice(1).map((one) => ({ at: one.at, says: say.words`${say.postName(cto)} ${does(org, one)}` })),
        fixes: remedies(org, cto, found),
      }));
    }
  },
});

const unmentioned = (org: Org): Truth =>
  org.activities("it-operations").length > 0 || org.isComplete("activities")
    ? "no"
    : fact.missing(["activities", "it-operations", "accountable"]);

function ledOtherwise(org: Org, cto: Post): Truth {
  const scope = ask.scopeOf(org, cto);
  const led = fact.any(scope.held("cio"), scope.held("it-director"));
  const isMentioned = scope.declared("cio", "it-director").length > 0;
  return isMentioned ? led : fact.asking(led, ["posts", "cio"], "Is there a CIO or an IT director?");
}

function says(org: Org, cto: Post, found: readonly Carried[]): Sayable {
  const name = say.holderNames(org, cto);
  const others = leadersNear(org, cto).map(say.thePost);
  const beside = others.length > 0 ? say.words`, although there is ${say.listOf(others)}` : " in a large organization";
  return say.words`${say.sentence(say.thePost(cto))}${name ? say.aside(say.words`, ${name},`) : ""} ${say.listOf(found.map((one) => does(org, one)))}${beside}.`;
}

function does(org: Org, { entity }: Carried): Sayable {
  return entity.entity === "team"
    ? say.words`heads ${say.refName(org, { to: "team", id: entity.id })}`
    : `answers for ${say.inSentence(say.activityName(entity))}`;
}

const leadersNear = (org: Org, cto: Post): Post[] =>
  ask
    .scopeOf(org, cto)
    .posts("cio", "it-director")
    .filter((post) => ask.held(post) === "yes");

function remedies(org: Org, cto: Post, found: readonly Carried[]): Fix[] {
  const to = leadersNear(org, cto).find((post) => ask.sharedHolders(org, cto, post).length === 0);
  const moved = to && [
    mend.fix(
      mend.does("leave-internal-it-to-<post>", to.id),
      say.words`Leave internal IT to ${say.thePost(to)}`,
      found.flatMap((one) => moveTo(one, to)),
    ),
  ];
  return [
    ...(moved ?? []),
    mend.fix(mend.does("declare-as-<item>", "cto-internal"), "Declare the post as a CTO for internal IT", [
      mend.set(at(cto, "role"), "cto-internal"),
    ]),
  ];
}

function moveTo({ entity, at: place }: Carried<Team | Activity>, to: Post) {
  if (entity.entity === "team") return [mend.set(place, to.id)];
  const index = place.at(-1);
  return typeof index === "number" ? mend.handOver(entity, "accountable", [index], to) : [];
}
