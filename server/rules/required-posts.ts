import type { Role } from "../knowledge/catalogues.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Demand, Provision } from "../knowledge/regimes.ts";
import type { Roles } from "../knowledge/roles.ts";
import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { provisionRule, type Rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

/** One rule for each provision that asks for a post and for nothing else under its own id. Others have their own file. */
export const requiredPosts = (knowledge: Knowledge): Rule[] =>
  [...knowledge.law.provisions.values()].flatMap((law) =>
    law.demands?.missing && !law.effects?.some(({ own }) => own)
      ? requiredPost(law, law.demands, knowledge.roles)(knowledge)
      : [],
  );

const requiredPost = (law: Provision, demand: Demand, roles: Roles) =>
  provisionRule({
    id: law.id,
    title: `No ${titles(demand, "or", roles)}, whom ${law.short} asks for`,
    reportTitle: `${law.short} asks for a post that does not exist`,
    reason: `${demand.asks}; that appears to be missing.`,
    remedies: ["add-post-<post>", "supply-<item>-from-outside"],
    avoid: `Nobody is ${titles(demand, "or", roles)}.`,
    prefer: `Somebody holds the post${demand.services ? ", or a provider supplies it" : ""}.`,
    examples: examplesOf(law, demand),
    *check({ org }) {
      for (const scope of ask.scopesAsked(org, law.id)) {
        yield verdict(ask.placeOfMissing(scope, demand.roles), ask.demandUnmet(scope, demand), () => ({
          says: `There is no ${titles(demand, "and no", roles)}${scope.unit ? ` in ${scope.name}` : ""}.`,
          related: say.ifThisIsIt(scope, demand.roles),
          fixes: mend.fillDemand(scope, demand),
          ...(demand.joins ? { joins: [{ rule: demand.joins, at: scope.at }] } : {}),
        }));
      }
    },
  });

const titles = (demand: Demand, word: string, roles: Roles): string =>
  demand.roles.map((role) => roles.nameOf(role)).join(` ${word} `);

/** The same little organization for every provision, with the profile that it speaks of. */
function examplesOf({ id, regime, covers }: Provision, demand: Demand): Rule["examples"] {
  const [role] = demand.roles as [Role, ...Role[]];
  const [fact] = demand.whenAny ?? [];
  const profile = fact ? `, ${fact.field}: ${fact.atLeast ?? "yes"}` : "";
  const declared = covers?.as ? `{ status: applies, as: [${covers.as[0]}] }` : "applies";
  const write = (posts: readonly string[], more = "") => `
itorg: 1
organization: { name: Example, headcount: 300${profile} }
regimes: { ${regime}: ${declared} }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
${posts.map((line) => `  ${line}\n`).join("")}${more}activities:
  security: { accountable: ceo }
`;
  const nobody = demand.roles.map((one) => `${one}: none`);
  const [service] = demand.services ?? [];
  const mark = `#${"^".repeat(role.length - 1)} ${service ? "💡 " : ""}error: ${id}`;
  const supplied = `providers:\n  ${service}: { services: [${service}] }\n`;
  const outside = demand.roles.map((one) =>
    one === service ? `${one}: { heldBy: provider:${service} }` : `${one}: none`,
  );
  return {
    bad: write([nobody[0]!, mark, ...nobody.slice(1)], "providers: none\n"),
    fixed: service ? write(outside, supplied) : write([`${role}: { heldBy: Gil Roe, reportsTo: ceo }`]),
    good: write([`${role}: { heldBy: Gil Roe, reportsTo: ceo }`], "providers: none\n"),
    unknown: write([]),
  };
}
