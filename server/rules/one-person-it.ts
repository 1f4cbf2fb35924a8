import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Level, type Org, type Post, rule, type Sayable, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const onePersonIt = rule({
  id: "one-person-it",
  category: "gap",
  severity: "info",
  basic: ["headcount"],
  title: "One person leads IT at several levels",
  reportTitle: "IT leadership at several levels rests on a single post-holder",
  why: "In a small or medium organization one person often sets the direction, plans the projects and keeps the systems running. Something is then left undone, usually what is not urgent, and nobody else can take over. It is common, and worth knowing before it hurts.",
  reason: "Whatever is not urgent tends to be left undone, and nobody else can take over.",
  rests: ["S1-37", "S1-43", "S1-44"],
  note: "It looks at organizations of 10 to 249 people: smaller ones hardly ever have more than one, and in larger ones other rules speak. A post that a provider fills has the provider's people behind it. The sources that recommend a vCIO sell one.",
  remedies: ["add-deputy-post", "name-deputy-<post>", "add-provider-<provider>"],
  avoid: "The only person in a post that leads IT works at two levels or more, or holds several such posts.",
  prefer: "A second person leads at one of the levels, or one person leads at a single level and somebody stands in.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 90 }
posts:
  ceo: { heldBy: Ann Ode }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, operational] }
  #^^^^^^^^^ info: one-person-it
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 90 }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Cy Ho, reportsTo: ceo, level: [strategic] }
  it-manager: { heldBy: Bo Li, reportsTo: it-director, level: [operational] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 90 }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Cy Ho, reportsTo: ceo, level: [strategic, tactical] }
  it-manager: { heldBy: Bo Li, reportsTo: it-director, level: [operational] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 90 }
posts:
  ceo: { heldBy: Ann Ode }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const ranked = ask.byRank(org, org.posts(...ask.itLeadershipRoles));
    // A post that cannot be held is nobody's, like an empty one.
    const posts = ranked.filter((post) => ask.held(post) !== "no" && ask.held(post) !== "left-out");
    const [highest, ...others] = posts;
    if (!highest) return;
    const violated = fact.all(
      org.headcountWithin(10, org.thresholds.large - 1),
      onePerson(org, posts),
      severalLevels(posts),
    );
    yield verdict(highest.at, violated, () => ({
      says: says(org, posts),
      ...(ask.deputiesOf(org, highest).length > 0 ? { reason: "Whatever is not urgent tends to be left undone." } : {}),
      related: others.map((post) => ({ at: post.at, says: say.words`${say.postName(post)}, held by the same person` })),
      fixes: [...mend.addDeputy(org, highest), ...mend.outsideVcio(org.whole)],
    }));
  },
});

/** One known person in all the posts. A provider, and whoever it employs, has colleagues. */
function onePerson(org: Org, posts: readonly Post[]): Truth {
  const holders = posts.flatMap((post) => fact.itemsOf(post.heldBy));
  const people = new Set(holders.map(ask.refKey));
  const isOutside = holders.some((holder) => ask.employerOf(org, holder) !== undefined);
  if (people.size > 1 || isOutside) return "no";
  const undecided = [...org.data.posts.values()].filter((post) => posts.includes(post) || couldLead(org, post));
  const needs = undecided.flatMap(({ exists, heldBy }) =>
    typeof exists === "object" ? exists.needs : heldBy.is === "unknown" ? [{ at: heldBy.at, why: heldBy.why }] : [],
  );
  return needs.length > 0 ? fact.cannotTell(...needs) : "yes";
}

/** A post of which it was asked whether it exists, and nobody could say. */
const couldLead = (org: Org, post: Post): boolean =>
  typeof post.exists === "object" &&
  !ask.isSlot(org, post) &&
  ask.itLeadershipRoles.some((role) => role === fact.given(post.role));

/** One post that lists two levels; or several posts, unless it is known that all are at one level. */
function severalLevels(posts: readonly Post[]): Truth {
  const severalOf = (levels: readonly Level[]) => fact.truth(new Set(levels).size >= 2);
  if (posts.length === 1) return fact.holds(posts[0]!.level, severalOf);
  const undeclared = fact.truth(posts.some((post) => post.level.is === "unknown"));
  return fact.any(undeclared, severalOf(posts.flatMap((post) => fact.itemsOf(post.level))));
}

function says(org: Org, posts: readonly Post[]): Sayable {
  const [holder] = posts.flatMap(({ heldBy }) => fact.itemsOf(heldBy));
  const name = holder ? say.refName(org, holder) : "One person";
  const names = say.listOf(posts.map(say.postName));
  const levels = say.listOf(posts.flatMap((post) => fact.itemsOf(post.level)));
  const work =
    posts.length > 1 ? say.words`holds the posts of ${names}` : say.words`works at the ${levels} level as ${names}`;
  return say.words`${name} ${work}, and nobody else leads IT.`;
}
