import { type Provision, provision } from "../../knowledge/regimes.ts";
import {
  all,
  any,
  at,
  every,
  fix,
  fromOutside,
  headOf,
  holds,
  holdsPost,
  itemsOf,
  listOf,
  not,
  type Org,
  type Provider,
  providerName,
  provisionRule,
  type Role,
  type Rule,
  refName,
  sentence,
  set,
  suppliesPost,
  type Truth,
  unitOf,
  verdict,
} from "../rule.ts";

/** The laws that have a firm's own people watch over a provider that supplies its head of security, and which posts that is. */
const laws: readonly { readonly id: string; readonly role: Role }[] = [
  { id: "nydfs-500-4a2", role: "ciso" },
  { id: "ftc-314-4a2", role: "qualified-individual" },
];

/** A provider that nobody oversees, or that oversees itself, is another rule's; here another outsider watches over it. */
export const outsideSecurity: readonly Rule[] = laws.map(({ id, role }) => {
  const law = provision(id)!;
  return provisionRule({
    id,
    title: "Provider of the head of security overseen from outside",
    reportTitle: "No post of the firm's own oversees the provider that supplies its head of security",
    reason:
      "The rule asks for a senior member of the firm's own staff to oversee such a provider; that appears to be missing.",
    note: "Where nobody oversees the provider, or its own people do, the rules on providers say so and cite the law. Of somebody whose employer is not given it is taken that the firm is.",
    avoid: "One provider supplies the head of security, and people of another provider oversee it.",
    prefer: "A senior member of the firm's own staff oversees it.",
    examples: examplesOf(law, role),
    *check({ org }) {
      for (const provider of org.data.providers.values()) {
        const overseenOutside = holds(provider.overseenBy, (refs) =>
          refs.length === 0 ? "no" : every(refs, (ref) => fromOutside(org, ref)),
        );
        const own = holds(provider.overseenBy, (refs) => every(refs, (ref) => fromOutside(org, ref, provider.id)));
        const violated = all(provider.exists, suppliesHead(org, provider, role), overseenOutside, not(own));
        // Who oversees it is asked for another rule's sake.
        if (provider.overseenBy.is === "unknown") continue;
        yield verdict(at(provider, "overseenBy"), violated, () => ({
          says: `${sentence(listOf(itemsOf(provider.overseenBy).map((ref) => refName(org, ref))))}, from outside the firm, ${itemsOf(provider.overseenBy).length > 1 ? "oversee" : "oversees"} ${providerName(provider)}.`,
          fixes: overseenByHead(org, provider),
        }));
      }
    },
  });
});

/** A CISO counts as the qualified individual, too. */
const suppliesHead = (org: Org, provider: Provider, role: Role): Truth =>
  any(suppliesPost(org, provider, "ciso"), role === "ciso" ? "no" : holdsPost(org, provider, role));

function overseenByHead(org: Org, provider: Provider) {
  const head = headOf(org, org.data.units.get(unitOf(provider) ?? ""));
  const isInside = head && fromOutside(org, { to: "post", id: head.id }) !== "yes";
  return isInside
    ? [fix(`Let ${head.name} oversee ${providerName(provider)}`, [set(at(provider, "overseenBy"), head.id)])]
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
