import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { at, type Post, provisionRule, type RulesFrom, type Scope, type Truth, verdict } from "../rule.ts";
import * as say from "../say.ts";

const role = "quebec-privacy-officer";

const inWriting = provisionRule({
  id: "quebec-3-1",
  title: "Person in charge of personal information not appointed in writing",
  reportTitle: "Personal information is in hands that were not appointed in writing",
  reason:
    "The act leaves it with whoever has the highest authority until it is handed over in writing; that appears not to be done.",
  note: "Where the head of the organization holds the post, nothing has to be handed over. Whether title and contact are published is not looked at.",
  remedies: ["appoint-in-writing"],
  avoid: "Somebody looks after personal information because it was said so once.",
  prefer: "The head of the organization hands the task over in writing, or keeps it.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { quebec-law25: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  quebec-privacy-officer: { heldBy: Lea Roy, reportsTo: ceo, appointment: verbal }
  #                                                                       ^^^^^^ 💡 warning: quebec-3-1
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { quebec-law25: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  quebec-privacy-officer: { heldBy: Lea Roy, reportsTo: ceo, appointment: in-writing }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { quebec-law25: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  quebec-privacy-officer: { heldBy: Ann Ode, appointment: none }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { quebec-law25: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  quebec-privacy-officer: { heldBy: Lea Roy, reportsTo: ceo }
`,
  },
  *check({ org }) {
    for (const scope of ask.scopesAsked(org, "quebec-3-1")) {
      const posts = scope.posts(role);
      if (posts.length === 0)
        yield verdict(ask.placeOfMissing(scope, [role]), whoIsInCharge(scope), () => ({ says: "" }));
      for (const post of posts) {
        const informal = fact.any(
          fact.lacking(post.appointment),
          fact.holds(post.appointment, (how) => how !== "in-writing"),
        );
        const place = at(post, "appointment");
        yield verdict(place, fact.all(ask.held(post), fact.truth(!isByHead(scope, post)), informal), () => ({
          says: say.words`${say.sentence(say.thePost(post))} is not appointed in writing.`,
          fixes: [
            mend.fix(mend.does("appoint-in-writing"), say.words`Appoint ${say.thePost(post)} in writing`, [
              mend.set(place, "in-writing"),
            ]),
          ],
        }));
      }
    }
  },
});

/** Somebody is in charge in any case, so that a missing post leaves a question and no gap. */
function whoIsInCharge(scope: Scope): Truth {
  const where = scope.unit ? ` in ${scope.name}` : "";
  const question = `Who is in charge of personal information${where}: whoever heads the organization, or somebody appointed in writing?`;
  return fact.missing(scope.unit ? scope.at : ["posts", role], question);
}

const isByHead = (scope: Scope, post: Post): boolean =>
  scope.posts(...ask.headRoles).some((head) => ask.shareHolder(scope.org, head, post) === "yes");

export const quebecLaw25: readonly RulesFrom[] = [inWriting];
