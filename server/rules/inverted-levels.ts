import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import { at, type Level, type Org, type Post, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const invertedLevels = rule({
  id: "inverted-levels",
  category: "reporting",
  severity: "warning",
  title: "A post works at a higher level than its superior",
  reportTitle: "A post at a higher level reports to one at a lower level",
  why: "Direction is set at the strategic level, turned into plans at the tactical one and carried out at the operational one. A post whose superior works further down has nobody to decide with, or decides over the superior's head.",
  reason: "Direction then has to pass through a post that works further down.",
  rests: ["S1-19", "S1-24", "S1-30"],
  note: "It compares the highest level that each of the two posts declares, and only declared levels. Either the line or one of the levels is not as recorded: an interview will tell which, so no fix is offered.",
  avoid: "A post that works at the strategic level reports to one that works at the tactical or operational level.",
  prefer: "Each post reports to one that works at its own level or above.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [tactical] }
  enterprise-architect: { heldBy: Cy Ho, reportsTo: it-director, level: [strategic] }
  #                                                 ^^^^^^^^^^^ warning: inverted-levels
activities:
  security: { accountable: ceo }
providers:
  datafort: { services: [vcio], levels: [strategic] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical] }
  enterprise-architect: { heldBy: Cy Ho, reportsTo: it-director, level: [strategic] }
activities:
  security: { accountable: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  it-director: { heldBy: Bo Li, reportsTo: cio, level: [tactical] }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [tactical, operational] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [tactical, operational] }
`,
  },
  *check({ org }) {
    for (const post of org.allPosts) {
      const superior = superiorOf(org, post);
      if (!superior || !isComparable(post, superior)) continue;
      const inverted = fact.holds(post.level, (own) =>
        fact.holds(superior.level, (above) => own.length > 0 && above.length > 0 && top(above) < top(own)),
      );
      yield verdict(at(post, "reportsTo"), inverted, () => ({
        says: say.words`${say.sentence(say.thePost(post))} works at the ${highest(post)} level, its superior, ${say.thePost(superior)}, at the ${highest(superior)} level.`,
        related: [
          {
            at: at(superior, "level"),
            says: say.words`${say.postName(superior)} works at the ${highest(superior)} level`,
          },
        ],
      }));
    }
  },
});

function superiorOf(org: Org, post: Post): Post | undefined {
  const ref = fact.given(post.reportsTo);
  const superior = ref && ask.superiorAt(org, ref);
  return superior?.entity === "post" && superior !== post ? superior : undefined;
}

/** Where one of two levels is declared, the other is asked for in the IT line, and counts elsewhere only if declared. */
function isComparable(...posts: readonly Post[]): boolean {
  const declared = posts.filter((post) => post.level.is === "known");
  const isAsked = (post: Post) => ask.isItLeadership(post) || ask.roleOf(post) === "cto";
  return declared.length > 0 && posts.every((post) => declared.includes(post) || isAsked(post));
}

const ranks: readonly Level[] = ["operational", "tactical", "strategic"];
const top = (levels: readonly Level[]): number => Math.max(...levels.map((level) => ranks.indexOf(level)));
const highest = (post: Post): string => ranks[top(fact.given(post.level) ?? [])] ?? "";
