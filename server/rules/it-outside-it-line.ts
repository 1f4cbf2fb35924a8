import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Org, type Post, rule, type Team, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

const itFunctions = ["helpdesk", "infrastructure", "network", "database", "security"];

export const itOutsideItLine = rule({
  id: "it-outside-it-line",
  category: "gap",
  severity: "info",
  title: "IT work outside the IT line",
  reportTitle: "A team runs IT without a line to those who lead IT or security",
  why: "Departments that run systems of their own often do so for good reasons. Without any line to those who lead IT, nobody sees their systems as part of the whole: what is exposed, what is bought twice, and what stops working when the one person who knows it leaves.",
  reason: "Nobody then sees these systems together with the others, their risks least of all.",
  rests: ["S1-46", "S0-10"],
  note: "A dotted line is enough. A line to the CISO or to a CTO counts as one to the head of IT does. Where IT has no head, another rule speaks. From 250 people on the finding is a warning.",
  remedies: ["draw-dotted-line-to-<post>"],
  avoid:
    "A team for helpdesk, infrastructure, network, databases or security, and no line from its head to the head of IT.",
  prefer: "The team stays where it is useful, and its head has at least a dotted line to the head of IT.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  coo: { heldBy: Ann Ode, reportsTo: ceo }
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic] }
  plant-manager: { heldBy: Cy Ho, reportsTo: coo, dottedLineTo: none }
teams:
  plant-systems: { headedBy: plant-manager, functions: [network, database] }
  #                          ^^^^^^^^^^^^^ 💡 info: it-outside-it-line
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  coo: { heldBy: Ann Ode, reportsTo: ceo }
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic] }
  plant-manager: { heldBy: Cy Ho, reportsTo: coo, dottedLineTo: [it-director] }
teams:
  plant-systems: { headedBy: plant-manager, functions: [network, database] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic] }
  desk-lead: { heldBy: Cy Ho, reportsTo: it-director }
  plant-manager: { heldBy: Gil Roe, reportsTo: coo, dottedLineTo: none }
teams:
  desk: { headedBy: desk-lead, functions: [helpdesk] }
  plant: { headedBy: plant-manager, functions: [business-analysis] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  coo: { heldBy: Ann Ode, reportsTo: ceo }
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic] }
  plant-manager: { heldBy: Cy Ho, reportsTo: coo }
teams:
  plant-systems: { headedBy: plant-manager, functions: [network, database] }
`,
  },
  *check({ org }) {
    const heads = org.scopes().map((scope) => ({ unit: scope.unit?.id, ...ask.headOfIt(scope) }));
    for (const team of org.data.teams.values()) {
      const runsIt = fact.holds(team.functions, (ids) => ids.some((id) => itFunctions.includes(id)));
      const posts = team.headedBy.is === "known" ? ask.postsBehind(org, team.headedBy.value) : [];
      const leaders = leadersFor(heads, [team, ...posts]);
      const apart = fact.holds(team.headedBy, (ref) =>
        ref.to === "post" || ref.to === "person" ? standsApart(org, team, posts, leaders) : "left-out",
      );
      yield verdict(at(team, "headedBy"), fact.allInTurn(team.exists, runsIt, apart), () => {
        const [outsider, leader] = [posts[0]!, leaders.posts[0]!];
        return {
          says: say.words`The ${say.teamName(team.id)} looks after ${workOf(org, team)}, and no line leads from its head, ${say.thePost(outsider)}, to ${say.thePost(leader)}.`,
          severity: org.large() === "yes" ? "warning" : "info",
          related: outsider.written ? [{ at: outsider.at, says: `heads the ${say.teamName(team.id)}` }] : [],
          fixes: [mend.drawDottedLine(outsider, leader)],
        };
      });
    }
  },
});

interface Leaders {
  readonly posts: readonly Post[];
  /** What would settle who else heads IT there; `no` where that is known. */
  readonly open: Truth;
}

interface Head {
  readonly unit: string | undefined;
  readonly post: Post | undefined;
  readonly known: Truth;
}

/** The heads of IT whom a team may belong to: its own company's first, then the organization's. */
function leadersFor(heads: readonly Head[], members: readonly (Team | Post)[]): Leaders {
  const units = new Set([undefined, ...members.map(ask.unitOf)]);
  const own = heads.filter(({ unit }) => units.has(unit)).toReversed();
  const open = fact.any(...own.flatMap(({ post, known }) => (post ? [] : [known])));
  return { posts: own.flatMap(({ post }) => post ?? []), open };
}

function standsApart(org: Org, team: Team, posts: readonly Post[], leaders: Leaders): Truth {
  // Where IT has no head there is no line to stand outside of.
  if (leaders.posts.length === 0) return fact.isCannotTell(leaders.open) ? leaders.open : "left-out";
  if (posts.length === 0)
    return fact.missing(at(team, "headedBy"), `Which post does the head of the ${say.teamName(team.id)} hold?`);
  const meets = (post: Post) => fact.truth(leadsItOrSecurity(org, post, leaders.posts));
  return fact.every(posts, (post) =>
    fact.not(fact.any(meets(post), ask.lineMeets(org, post, meets), dottedLineMeets(org, post, meets), leaders.open)),
  );
}

/** A second post of whoever heads IT counts as well: the same ears hear it. */
const leadsItOrSecurity = (org: Org, post: Post, heads: readonly Post[]): boolean =>
  ["ciso", "cto"].includes(ask.roleOf(post) ?? "") ||
  heads.some((head) => head === post || ask.shareHolder(org, head, post) === "yes");

/** A dotted line to a post counts as that post, and as whatever stands above it. */
function dottedLineMeets(org: Org, from: Post, meets: (post: Post) => Truth): Truth {
  return fact.holds(from.dottedLineTo, (refs) =>
    fact.some(refs, (ref) => {
      const step = ask.superiorAt(org, ref);
      if (step?.entity !== "post") return "no";
      return fact.any(meets(step), ask.lineMeets(org, step, meets));
    }),
  );
}

const workOf = ({ knowledge }: Org, { functions }: Team): string =>
  say.listOf(
    fact
      .itemsOf(functions)
      .flatMap((id) =>
        itFunctions.includes(id) ? [say.inSentence(knowledge.format.titleOf("teamFunction", id))] : [],
      ),
  );
