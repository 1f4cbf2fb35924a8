import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Provider, rule, type Sayable, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const overseerIsProvider = rule({
  id: "overseer-is-provider",
  category: "provider",
  severity: "warning",
  title: "Provider overseen by its own people",
  reportTitle: "An outside provider is overseen from a post that it fills itself",
  why: "Whoever oversees a provider checks its work and its bills, and says so when something is wrong. Somebody whom the same provider pays would have to complain about the employer, so in effect nobody oversees it.",
  reason: "Nobody can be expected to watch over their own employer.",
  rests: ["nydfs-500-4a2", "ftc-314-4a2", "practice"],
  note: "It asks that all who oversee the provider are of it; one person of the organization's own is enough. The two laws speak of providers that supply the head of security.",
  remedies: ["let-<post>-oversee-provider", "find-somebody"],
  avoid: "The post that oversees a provider is filled by the same provider.",
  prefer: "Somebody on the organization's own payroll oversees it, and the CEO where nobody else can.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
people:
  Eve Roy: { employedBy: northwind }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [ciso], overseenBy: ciso }
  #                                                           ^^^^ 💡 warning: overseer-is-provider
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
people:
  Eve Roy: { employedBy: northwind }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [ciso], overseenBy: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
people:
  Eve Roy: { employedBy: northwind }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [ciso], overseenBy: [ciso, ceo] }
#                                                             ^^^^^^^^^^^ sound: overseer-is-provider
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: not-asked, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [ciso], overseenBy: ciso }
`,
  },
  *check({ org }) {
    for (const provider of org.data.providers.values()) {
      // Who oversees it is asked for another rule's sake.
      if (provider.overseenBy.is === "unknown") continue;
      const place = at(provider, "overseenBy");
      const own = fact.holds(provider.overseenBy, (refs) =>
        refs.length === 0 ? "no" : fact.every(refs, (ref) => ask.fromOutside(org, ref, provider.id)),
      );
      const violated = fact.all(provider.exists, own);
      const { provisions, open } = ask.provisionsOnSecurity(org, provider);
      const found = () => ({
        says: describe(org, provider),
        provisions,
        related: overseersOf(org, provider).flatMap(({ post, refs }) =>
          post
            ? [
                {
                  at: at(post, "heldBy"),
                  says: say.words`held by ${say.listOf(refs.map((ref) => say.refName(org, ref)))}`,
                },
              ]
            : [],
        ),
        fixes: overseenInside(org, provider),
      });
      yield verdict(place, violated, found, () =>
        provider.overseenBy.is === "known" && fact.itemsOf(provider.overseenBy).length > 0
          ? {
              says: say.words`${say.sentence(say.providerName(provider))} is overseen from inside, by ${say.listOf(fact.itemsOf(provider.overseenBy).map((ref) => say.refName(org, ref)))}.`,
              facts: [place],
            }
          : undefined,
      );
      // What would make a finding more severe is still worth a question.
      if (violated === "yes") for (const question of open) yield verdict(place, question, found);
    }
  },
});

const overseersOf = (org: Org, provider: Provider) =>
  fact.itemsOf(provider.overseenBy).map((ref) => ask.handsOf(org, ref));

function describe(org: Org, provider: Provider): Sayable {
  const name = say.providerName(provider);
  const overseers = overseersOf(org, provider);
  const people = overseers.flatMap(({ refs }) => refs).filter(({ to }) => to === "person");
  const posts = overseers.flatMap(({ post }) => post ?? []);
  if (people.length === 0)
    return say.words`${name} is to oversee itself${posts.length > 0 ? say.words`, as ${say.listOf(posts.map(say.thePost))}` : ""}.`;
  const who = say.listOf(say.distinctWords(people.map((ref) => say.refName(org, ref))));
  const asPost = posts.length > 0 ? say.words` (${say.joinedBy(posts.map(say.postName), ", ")})` : "";
  const work = people.length > 1 ? "who work for it" : "who works for it";
  return say.words`${name} is overseen by ${who}${asPost}, ${work}.`;
}

/** Whoever is above the present overseers and not of the provider, or answers for the field, or for everything. */
function overseenInside(org: Org, provider: Provider): Fix[] {
  const able = mend.candidates(org, {
    duty: "oversight",
    as: "overseer",
    stakes: [{ to: "provider", id: provider.id }],
    from: fact.itemsOf(provider.overseenBy),
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
