import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Post, rule, type Scope, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const noOperationalLevel = rule({
  id: "no-operational-level",
  category: "gap",
  severity: "info",
  title: "Nobody leads daily IT work",
  reportTitle: "IT is led, but no post is charged with its daily work",
  why: "In a large organization keeping systems running, and leading the people who do it, is a job of its own. Where no post has it, whoever sets the direction is called away by every fault, or the technicians lead themselves.",
  reason: "Every fault then lands with those who should plan, or the technicians lead themselves.",
  rests: ["S1-19", "S1-41"],
  note: "It looks at organizations of 250 people or more, which is our threshold: the article says large and gives no number. An IT manager counts, whatever level is declared; so does any other post, and any provider, that declares the operational level.",
  remedies: ["add-post-<post>"],
  avoid: "Somebody heads IT, there is no IT manager, and no post and no provider works at the operational level.",
  prefer: "An IT manager, or a provider with that task, leads the daily work.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 400 }
coverage: { itPosts: complete }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  #^^ 💡 info: no-operational-level
  it-director: { heldBy: Bo Li, reportsTo: cio, level: [tactical] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers: none
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 400 }
coverage: { itPosts: complete }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  it-director: { heldBy: Bo Li, reportsTo: cio, level: [tactical] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  it-manager: { heldBy: vacant, reportsTo: it-director }
providers: none
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 400 }
coverage: { itPosts: complete }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  it-director: { heldBy: Bo Li, reportsTo: cio, level: [tactical] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  datafort: { name: Datafort, services: [hosting, helpdesk], levels: [operational] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 400 }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: [strategic] }
  it-director: { heldBy: Bo Li, reportsTo: cio, level: [tactical] }
providers: none
`,
  },
  *check({ org }) {
    for (const scope of org.scopes()) {
      const { post: head, known } = ask.headOfIt(scope);
      if (known === "no") continue;
      const isWithout = [fact.not(scope.exists("it-manager")), fact.not(ask.levelCovered(scope, "operational"))];
      const violated = fact.allInTurn(org.large(), known, ...isWithout);
      yield verdict(scope.unit || !head ? scope.at : head.at, violated, () => ({
        says: `Nobody leads the daily work of IT${scope.unit ? ` in ${scope.name}` : ""}: there is no IT manager, and nobody works at the operational level.`,
        related: scope.unit ? [{ at: head!.at, says: "is the highest post in IT here" }] : [],
        fixes: [managerBelow(scope, head!)],
      }));
    }
  },
});

/** Below the lowest leader in the head's line, so that no layer is skipped. */
function managerBelow(scope: Scope, head: Post) {
  const director = scope.posts("it-director")[0] ?? head;
  const { id, change } = mend.newPost(scope, "it-manager", { reportsTo: director.id });
  return mend.fix(
    mend.does("add-post-<post>", id),
    say.words`Add a vacant IT Manager post below ${say.thePost(director)}`,
    [change],
    {
      preferred: true,
    },
  );
}
