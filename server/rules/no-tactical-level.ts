import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Post, rule, type Sayable, type Scope, verdict } from "./rule.ts";
import * as say from "./say.ts";

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
  remedies: ["add-post-<post>", "add-level-<item>-to-<post>"],
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
      const violated = fact.allInTurn(org.large(), ...areThere, fact.not(ask.levelCovered(scope, "tactical")));
      yield verdict(scope.unit || !cio ? scope.at : cio.at, violated, () => ({
        says: says(scope, cio!),
        related: managersBelow(scope, cio!).map((post) => ({
          at: at(post, "reportsTo"),
          says: say.words`${say.postName(post)} reports straight to ${say.thePost(cio!)}`,
        })),
        fixes: remedies(scope, cio!),
      }));
    }
  },
});

function says(scope: Scope, cio: Post): Sayable {
  const managers = scope.posts("it-manager");
  const below = managers.length > 1 ? "the IT managers" : say.thePost(managers[0]!);
  return say.words`Between ${say.thePost(cio)} and ${below}${scope.unit ? ` of ${scope.name}` : ""} nobody works at the tactical level.`;
}

const managersBelow = (scope: Scope, cio: Post): Post[] =>
  scope.posts("it-manager").filter((post) => ask.directSuperior(scope.org, post) === cio);

/** A director who is there already may do it after all; otherwise the post is added, and the managers move below it. */
function remedies(scope: Scope, cio: Post): Fix[] {
  const directors = scope.posts("it-director");
  if (directors.length > 0)
    return directors
      .filter((post) => fact.given(post.level))
      .map((post) =>
        mend.fix(
          mend.does("add-level-<item>-to-<post>", "tactical", post.id),
          say.words`Correct the record: ${say.thePost(post)} works at the tactical level too`,
          [mend.add(at(post, "level"), "tactical")],
          { advice: say.words`Let ${say.thePost(post)} work at the tactical level too` },
        ),
      );
  const { id, change } = mend.newPost(scope, "it-director", { reportsTo: cio.id, level: ["tactical"] });
  const managers = managersBelow(scope, cio);
  const moves = managers.map((post) => mend.set(at(post, "reportsTo"), id));
  const above = managers.length > 0 ? " and above the managers who report there" : "";
  return [
    mend.fix(
      mend.does("add-post-<post>", id),
      say.words`Add a vacant IT Director post at the tactical level, below ${say.thePost(cio)}${above}`,
      [...moves, change],
    ),
  ];
}
