import {
  add,
  allInTurn,
  at,
  directSuperior,
  type Fix,
  fix,
  given,
  levelCovered,
  newPost,
  not,
  type Post,
  postName,
  rule,
  type Scope,
  set,
  thePost,
  verdict,
} from "./rule.ts";

export const noTacticalLevel = rule({
  id: "no-tactical-level",
  category: "gap",
  severity: "info",
  title: "No layer between strategy and daily IT work",
  reportTitle: "IT has a strategic and an operational level, and none between them",
  why: "In a large organization somebody has to turn direction into plans: which project first, with whom, for how much. Without a level for that, the CIO is drawn into details, or the managers of daily work plan as far as they can see.",
  reason: "Turning direction into plans is then left to those who set it or to those who keep systems running.",
  rests: ["S1-24", "S1-42"],
  note: "It looks at organizations of 250 people or more, which is our threshold: the article says large and gives no number. A post or a provider of any kind counts that declares the tactical level. Another article says that a director may only carry plans out (S2-11).",
  avoid: "There are a CIO and an IT manager, and no post and no provider works at the tactical level.",
  prefer: "An IT director, or a manager with time for it, turns direction into plans.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 400 }
coverage: { itPosts: complete }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  #^^ 💡 info: no-tactical-level
  it-manager: { heldBy: Bo Li, reportsTo: cio, level: [operational] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers: none
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 400 }
coverage: { itPosts: complete }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  it-manager: { heldBy: Bo Li, reportsTo: it-director, level: [operational] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  it-director: { heldBy: vacant, reportsTo: cio, level: [tactical] }
providers: none
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 400 }
coverage: { itPosts: complete }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  it-manager: { heldBy: Bo Li, reportsTo: cio, level: [tactical, operational] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers: none
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 400 }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  it-manager: { heldBy: Bo Li, reportsTo: cio, level: [operational] }
providers: none
`,
  },
  *check({ org }) {
    for (const scope of org.scopes()) {
      const [cio] = scope.posts("cio");
      const areThere = [scope.exists("cio"), scope.exists("it-manager")];
      const violated = allInTurn(org.large(), ...areThere, not(levelCovered(scope, "tactical")));
      yield verdict(scope.unit || !cio ? scope.at : cio.at, violated, () => ({
        says: says(scope, cio!),
        related: managersBelow(scope, cio!).map((post) => ({
          at: at(post, "reportsTo"),
          says: `${postName(post)} reports straight to ${thePost(cio!)}`,
        })),
        fixes: remedies(scope, cio!),
      }));
    }
  },
});

function says(scope: Scope, cio: Post): string {
  const managers = scope.posts("it-manager");
  const below = managers.length > 1 ? "the IT managers" : thePost(managers[0]!);
  return `Between ${thePost(cio)} and ${below}${scope.unit ? ` of ${scope.name}` : ""} nobody works at the tactical level.`;
}

const managersBelow = (scope: Scope, cio: Post): Post[] =>
  scope.posts("it-manager").filter((post) => directSuperior(scope.org, post) === cio);

/** A director who is there already may do it after all; otherwise the post is added, and the managers move below it. */
function remedies(scope: Scope, cio: Post): Fix[] {
  const directors = scope.posts("it-director");
  if (directors.length > 0)
    return directors
      .filter((post) => given(post.level))
      .map((post) =>
        fix(`Correct the record: ${thePost(post)} works at the tactical level too`, [
          add(at(post, "level"), "tactical"),
        ]),
      );
  const { id, change } = newPost(scope, "it-director", { reportsTo: cio.id, level: ["tactical"] });
  const managers = managersBelow(scope, cio);
  const moves = managers.map((post) => set(at(post, "reportsTo"), id));
  const above = managers.length > 0 ? " and above the managers who report there" : "";
  return [
    fix(`Add a vacant IT Director post at the tactical level, below ${thePost(cio)}${above}`, [...moves, change]),
  ];
}
