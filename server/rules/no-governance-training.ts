import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const noGovernanceTraining = rule({
  id: "no-governance-training",
  category: "role",
  severity: "info",
  title: "The head of IT has no training in governance",
  reportTitle: "The post that heads IT is filled without training in governance",
  why: "IT managers and directors often rise through technical work, which teaches little about setting rules, weighing risks and answering to a board. Whoever heads IT has to do all three. It can be learned, and it is no reproach.",
  reason: "Technical work teaches little about setting rules, weighing risks and answering to a board.",
  rests: ["S1-23", "S1-29"],
  note: "It looks at the highest post in IT only, where that is an IT manager's or an IT director's. Below 50 people the finding is a hint. Training ends it; a vCIO helps meanwhile, and the sources that recommend one sell it.",
  remedies: ["add-provider-<provider>"],
  avoid: "The IT manager or IT director who heads IT has had no training in governance.",
  prefer: "The head of IT is trained in governance.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical], governanceTraining: no }
  #                                                                                               ^^ info: no-governance-training
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [operational], governanceTraining: no }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical], governanceTraining: yes }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [operational], governanceTraining: no }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-director: { heldBy: Cy Ho, reportsTo: cio, governanceTraining: no }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo, governanceTraining: not-asked }
`,
  },
  *check({ org }) {
    for (const scope of org.scopes()) {
      const head = ask.headOfIt(scope).post;
      // Whoever is not there has no training to lack.
      if (!head || ask.held(head) === "no") continue;
      // Whoever leads IT for all is looked at once, and not again in the company that the post belongs to.
      if (scope.unit && org.isForAll(head)) continue;
      const inTheMiddle = fact.truth(ask.roleOf(head) === "it-manager" || ask.roleOf(head) === "it-director");
      const untrained = fact.not(fact.holds(head.governanceTraining, (value) => value));
      yield verdict(at(head, "governanceTraining"), fact.all(inTheMiddle, untrained), () => {
        const name = say.holderNames(org, head);
        return {
          says: say.words`${say.sentence(say.thePost(head))}${name ? say.aside(say.words`, ${name},`) : ""} heads IT and has had no training in governance.`,
          fixes: mend.outsideVcio(scope),
        };
      });
    }
  },
});
