import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { provisionRule, type RulesFrom, type Scope, verdict } from "../rule.ts";

const riskLeadership = provisionRule({
  id: "nist-800-53-pm-29",
  title: "Nobody looks at risk across the organization",
  reportTitle: "No post and no committee looks at risk as a whole",
  reason:
    "The control asks for a senior official for risk and a view across the organization; that appears to be missing.",
  note: "A chief risk officer or a risk committee that meets is taken as such a view. The control is for the organization as a whole, so no baseline leaves it out.",
  remedies: ["add-post-<post>", "add-committee-<committee>"],
  avoid: "Every department weighs its own risks, and nobody adds them up.",
  prefer: "A chief risk officer, or a risk committee that meets, looks at risk across the organization.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nist-800-53: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: none
  #^^ 💡 info: nist-800-53-pm-29
committees:
  board: { chair: external, meets: quarterly, oversees: [security] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nist-800-53: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: vacant
committees:
  board: { chair: external, meets: quarterly, oversees: [security] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nist-800-53: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: none
committees:
  risk: { chair: external, meets: quarterly, oversees: [ict-risk] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nist-800-53: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: none
committees:
  board: { chair: external, meets: quarterly, oversees: [security] }
`,
  },
  *check({ org, today }) {
    for (const scope of ask.scopesAsked(org, "nist-800-53-pm-29")) {
      const where = scope.unit ? ` in ${scope.name}` : "";
      const seen = ask.someCommittee(scope, today, ["risk"], () => "yes", `Is there a risk committee${where}?`);
      const uncared = fact.all(fact.not(ask.servedBy(scope, "cro")), fact.not(seen));
      yield verdict(ask.placeOfMissing(scope, ["cro"]), uncared, () => {
        const { id, change } = mend.newPost(scope, "cro");
        return {
          says: `There is neither a risk officer nor a risk committee that meets${where}.`,
          fixes: [mend.fix(mend.does("add-post-<post>", id), "Add a vacant CRO post", [change]), addCommittee(scope)],
        };
      });
    }
  },
});

function addCommittee({ org, unit }: Scope) {
  const wish = unit ? `${unit.id}-risk` : "risk";
  const present = org.data.committees.get(wish);
  const key = present?.exists === "no" ? wish : mend.freeId(org.data.committees, wish);
  const committee = {
    ...(key === "risk" ? {} : { type: "risk" }),
    meets: "quarterly",
    ...(unit ? { unit: unit.id } : {}),
  };
  return mend.fix(mend.does("add-committee-<committee>", key), "Add a risk committee that meets every quarter", [
    mend.set(["committees", key], committee),
  ]);
}

export const nist80053: readonly RulesFrom[] = [riskLeadership];
