import {
  all,
  at,
  type Fix,
  fix,
  headOf,
  headOfIt,
  held,
  itemsOf,
  lacking,
  type Org,
  ofProvider,
  type Provider,
  providerName,
  provisionsOnSecurity,
  rule,
  Scope,
  set,
  thePost,
  unitOf,
  verdict,
} from "./rule.ts";

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
      const unseen = all(provider.exists, lacking(provider.overseenBy));
      const { provisions, open } = provisionsOnSecurity(org, provider);
      const found = () => ({
        says: `Nobody inside the organization oversees ${providerName(provider)}.`,
        provisions: [...provisions, ...(respondsToIncidents(org, provider) ? ["cis-17-1"] : [])],
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
    .some(({ responsible }) => itemsOf(responsible).some((ref) => ofProvider(org, ref, provider.id) === "yes"));

/** The head of IT, unless the post is empty or in the provider's own hands; the head of the organization. */
function overseers(org: Org, provider: Provider): Fix[] {
  const scopes = [new Scope(org, org.data.units.get(unitOf(provider) ?? "")), org.whole];
  const heads = scopes.map((scope) => headOfIt(scope).post);
  const head = heads.find(
    (post) => post && held(post) !== "no" && ofProvider(org, { to: "post", id: post.id }, provider.id) !== "yes",
  );
  const top = headOf(org, head);
  const name = providerName(provider);
  const oversee = (id: string, who: string) =>
    fix(`Let ${who} oversee ${name}`, [set(at(provider, "overseenBy"), id)], { preferred: id === (head ?? top)?.id });
  return [
    ...(head ? [oversee(head.id, thePost(head))] : []),
    ...(top && top.id !== head?.id ? [oversee(top.id, top.name)] : []),
  ];
}
