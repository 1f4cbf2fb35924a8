import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Law, Provision } from "../../knowledge/regimes.ts";
import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { at, type Org, type Provider, provisionRule, type Role, type Rule, verdict } from "../rule.ts";
import * as say from "../say.ts";

/** One rule for each provision about heads of security who are somebody else's people. */
export const outsideSecurity = (knowledge: Knowledge): Rule[] =>
  knowledge.law.onOutsideHeads.map((law) => overseenFromOutside(law)(knowledge));

/** A provider that nobody oversees, or that oversees itself, is another rule's; here another outsider watches over it. */
const overseenFromOutside = (law: Law["onOutsideHeads"][number]) =>
  provisionRule({
    id: law.id,
    title: "Provider of the head of security overseen from outside",
    reportTitle: "No post of the firm's own oversees the provider that supplies its head of security",
    reason:
      "The rule asks for a senior member of the firm's own staff to oversee such a provider; that appears to be missing.",
    note: "Where nobody oversees the provider, or its own people do, the rules on providers say so and cite the law. Of somebody whose employer is not given it is taken that the firm is.",
    remedies: ["let-<post>-oversee-provider"],
    avoid: "One provider supplies the head of security, and people of another provider oversee it.",
    prefer: "A senior member of the firm's own staff oversees it.",
    examples: examplesOf(law, law.outsideHead.at(-1)!),
    *check({ org }) {
      for (const provider of org.data.providers.values()) {
        const overseenOutside = fact.holds(provider.overseenBy, (refs) =>
          refs.length === 0 ? "no" : fact.every(refs, (ref) => ask.fromOutside(org, ref)),
        );
        const own = fact.holds(provider.overseenBy, (refs) =>
          fact.every(refs, (ref) => ask.fromOutside(org, ref, provider.id)),
        );
        const supplied = fact.any(...law.outsideHead.map((role) => ask.suppliesPost(org, provider, role)));
        const violated = fact.all(provider.exists, supplied, overseenOutside, fact.not(own));
        // Who oversees it is asked for another rule's sake.
        if (provider.overseenBy.is === "unknown") continue;
        yield verdict(at(provider, "overseenBy"), violated, () => ({
          says: say.words`${say.sentence(say.listOf(fact.itemsOf(provider.overseenBy).map((ref) => say.refName(org, ref))))}, from outside the firm, ${fact.itemsOf(provider.overseenBy).length > 1 ? "oversee" : "oversees"} ${say.providerName(provider)}.`,
          fixes: overseenByHead(org, provider),
        }));
      }
    },
  });

function overseenByHead(org: Org, provider: Provider) {
  const head = ask.headOf(org, org.data.units.get(ask.unitOf(provider) ?? ""));
  const isInside = head && ask.fromOutside(org, { to: "post", id: head.id }) !== "yes";
  return isInside
    ? [
        mend.fix(
          mend.does("let-<post>-oversee-provider", head.id),
          say.words`Let ${head.name} oversee ${say.providerName(provider)}`,
          [mend.set(at(provider, "overseenBy"), head.id)],
        ),
      ]
    : [];
}

function examplesOf({ id, regime }: Provision, role: Role): Rule["examples"] {
  const write = (overseer: string, mark = "") => `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
people:
  Zed Orr: { employedBy: zenith }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ${role}: { heldBy: provider:aegis, reportsTo: ceo }
providers:
  aegis: { services: [ciso], overseenBy: ${overseer} }
${mark}  zenith: { services: [quarterly-review], overseenBy: ceo }
`;
  return {
    bad: write("Zed Orr", `  #                                      ^^^^^^^ 💡 error: ${id}\n`),
    fixed: write("ceo"),
    good: write("[Zed Orr, ceo]"),
    unknown: write("not-asked"),
  };
}
