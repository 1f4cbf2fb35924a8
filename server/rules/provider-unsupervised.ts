import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Provider, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const providerUnsupervised = rule({
  id: "provider-unsupervised",
  category: "provider",
  severity: "warning",
  title: "Provider whom nobody oversees",
  reportTitle: "Nobody inside oversees an outside provider",
  why: "Work can be handed to a provider, but the duty to answer for it stays. Somebody on the organization's own side has to know what was agreed, see whether it is done, and be told when something goes wrong. Without that person the provider judges its own work.",
  reason: "The organization answers for the work, but nobody inside would see how it is done.",
  rests: ["nydfs-500-4a2", "ftc-314-4a2", "cis-17-1", "nist-800-53-sa-9"],
  note: "The two laws speak of providers that supply the head of security; the two standards of incident handling and of outside services in general.",
  remedies: ["let-<post>-oversee-provider", "find-somebody"],
  avoid: "A provider runs systems or advises, and nobody on the organization's own staff watches over it.",
  prefer: "One post of the organization's own oversees each provider, and the head of IT is the usual choice.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk], overseenBy: none }
  #                                                               ^^^^ 💡 warning: provider-unsupervised
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk], overseenBy: it-director }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [helpdesk], overseenBy: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [helpdesk] }
`,
  },
  *check({ org }) {
    for (const provider of org.data.providers.values()) {
      const place = at(provider, "overseenBy");
      const unseen = fact.all(provider.exists, fact.lacking(provider.overseenBy));
      const { provisions, open } = ask.provisionsOnSecurity(org, provider);
      const found = () => ({
        says: say.words`Nobody inside the organization oversees ${say.providerName(provider)}.`,
        provisions,
        cases: respondsToIncidents(org, provider) ? ["incident-response"] : [],
        fixes: overseers(org, provider),
      });
      yield verdict(place, unseen, found);
      // What would make a finding more severe is still worth a question.
      if (unseen === "yes") for (const question of open) yield verdict(place, question, found);
    }
  },
});

const respondsToIncidents = (org: Org, provider: Provider): boolean =>
  org
    .activities("incident-response")
    .some(({ responsible }) =>
      fact.itemsOf(responsible).some((ref) => ask.ofProvider(org, ref, provider.id) === "yes"),
    );

/** Whoever answers for the field; the head of the organization. */
function overseers(org: Org, provider: Provider): Fix[] {
  const able = mend.candidates(org, {
    duty: "oversight",
    as: "overseer",
    stakes: [{ to: "provider", id: provider.id }],
    services: fact.itemsOf(provider.services),
    unit: org.data.units.get(ask.unitOf(provider) ?? ""),
  });
  if (able.length === 0) return [mend.findSomebody(say.words`oversee ${say.providerName(provider)}`)];
  return able.map((one, i) =>
    mend.fix(
      mend.does("let-<post>-oversee-provider", one.id),
      say.words`Let ${one.name} oversee ${say.providerName(provider)}`,
      [mend.set(at(provider, "overseenBy"), one.id)],
      { preferred: i === 0 },
    ),
  );
}
