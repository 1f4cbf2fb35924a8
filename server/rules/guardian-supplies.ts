import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Done, type Fix, type Guarding, type Org, type Provider, rule, verdict, type Work } from "./rule.ts";
import * as say from "./say.ts";

/** What a guardian would have to look at: running systems, building them, selling what they are made of. */
const supplied: Work = {
  services: [
    ...(["helpdesk", "hosting", "backup", "network", "monitoring"] as const),
    ...(["software-development", "implementation"] as const),
    ...(["hardware-resale", "licence-resale"] as const),
  ],
  activities: [
    ...(["it-operations", "system-admin", "db-admin", "access-admin", "backup-run", "monitoring", "patching"] as const),
    ...(["app-development", "app-maintenance", "code-write", "change-build", "change-deploy"] as const),
  ],
};
/** Close to guarding, and still work of its own that a guardian has to judge. */
const watched: Work = { services: ["security-operations"], activities: ["security-operations"] };

export const guardianSupplies = rule({
  id: "guardian-supplies",
  category: "provider",
  severity: "warning",
  title: "Outside guardian that also sells or runs",
  reportTitle: "An outside firm watches over what it supplies itself",
  why: "A security officer, a data protection officer or a head of internal audit is there to say when something is not safe, not lawful or not in order. A firm that fills such a post and also runs the systems, builds them or sells them would have to report its own work to its own customer, and would lose business by it.",
  reason: "To say what is wrong it would have to speak against its own work and its own sales.",
  rests: ["practice", "gdpr-38-6", "iia-7-1"],
  ours: true,
  remedies: ["let-another-guard"],
  absorbs: ["adviser-sells", "provider-concentration"],
  tells: ["adviser-sells", "provider-concentration"],
  note: "It reads services, posts that the firm or its people hold, and duties. To watch over security and to operate its tools alone is information. Firms of one group count as one. A firm of the client's own group, or a public body's computing centre, is no finding: it is asked whether separate people do the two. Whoever audits or tests what it runs is a finding of its own.",
  avoid: "The firm that runs IT also supplies the CISO, the DPO or the head of internal audit.",
  prefer: "A firm with nothing else to sell here fills the post, or somebody inside does.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [dpo, helpdesk], overseenBy: ceo }
  #                                       ^^^^^^^^^^^^^^^ 💡 warning: guardian-supplies
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [helpdesk], overseenBy: ceo }
  another-firm: { services: [dpo] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [helpdesk, hosting], overseenBy: ceo }
  southwind: { name: Southwind, services: [dpo], overseenBy: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [dpo, helpdesk], overseenBy: ceo, group: own }
`,
  },
  *check({ org }) {
    for (const provider of org.data.providers.values()) {
      const guardians = ask.guardiansFrom(org, provider);
      const firms = [provider, ...ask.tiedTo(org, provider)];
      const violated = fact.all(
        provider.exists,
        fact.any(...guardians.map(({ truth }) => truth)),
        fact.some(firms, (firm) => fact.any(ask.doesWork(org, firm, supplied), ask.doesWork(org, firm, watched))),
      );
      const own = guardians.filter(({ truth }) => truth === "yes");
      const posts = rolesOf(org, own);
      const question = `Are ${posts} and those who run IT separate people there?`;
      yield verdict(at(provider, "services"), ask.unlessApart(provider, violated, question), () => {
        const works = firms.map((firm) => ({ firm, done: workOf(org, firm) })).filter(({ done }) => done.length > 0);
        const isGrave = firms.some((firm) => ask.workDone(org, firm, supplied).length > 0);
        return {
          says: say.words`${say.providerName(provider)} ${guards(org, provider, own)}, and ${say.listOf(works.map(({ firm, done }) => say.words`${firm === provider ? "" : say.words`${say.providerName(firm)}, of the same group, `}${deeds(done)}`))}.`,
          severity: isGrave ? "warning" : "info",
          related: [
            ...own.flatMap(({ posts: filled }) =>
              filled.map((post) => ({
                at: at(post, "heldBy"),
                says: say.words`${say.thePost(post)} is of ${say.providerName(provider)}`,
              })),
            ),
            ...works.flatMap(({ firm, done }) =>
              done
                .filter(({ duty }) => duty || firm !== provider)
                .map(({ at: place, name, duty }) => ({
                  at: place,
                  says: `${duty ? "responsible for" : "supplies"} ${name}`,
                })),
            ),
          ],
          fixes: letAnotherGuard(org, provider, own, posts),
        };
      });
    }
  },
});

const workOf = (org: Org, firm: Provider): Done[] => [
  ...ask.workDone(org, firm, supplied),
  ...ask.workDone(org, firm, watched),
];

/** "also supplies helpdesk and is responsible for backups". */
function deeds(done: readonly Done[]): string {
  const names = (isDuty: boolean) =>
    say.listOf(done.filter(({ duty }) => (duty !== undefined) === isDuty).map(({ name }) => name));
  const [sold, duties] = [names(false), names(true)];
  return say.listOf(
    [sold && `also supplies ${sold}`, duties && `is responsible for ${duties}`].filter((one) => one !== ""),
  );
}

const rolesOf = ({ knowledge }: Org, guardians: readonly Guarding[]): string =>
  say.listOf(guardians.map(({ role }) => `the ${knowledge.roles.nameOf(role)}`));

/** "supplies the DPO and answers for security": a duty without a post supplies nobody. */
function guards(org: Org, { services }: Provider, guardians: readonly Guarding[]): string {
  const sold: readonly string[] = fact.itemsOf(services);
  const isSupplied = ({ role, posts }: Guarding) => posts.length > 0 || sold.includes(role);
  const supplied = guardians.filter(isSupplied);
  const charged = guardians.filter((one) => !isSupplied(one));
  return say.listOf([
    ...(supplied.length > 0 ? [`supplies ${rolesOf(org, supplied)}`] : []),
    ...charged.map(({ role }) => (role === "dpo" ? "watches over data protection" : "answers for security")),
  ]);
}

/** Another firm takes over what makes it the guardian, as far as that is a service or a post. */
function letAnotherGuard(org: Org, provider: Provider, own: readonly Guarding[], posts: string): Fix[] {
  const id = mend.freeId(org.data.providers, "another-firm");
  const roles = own.map(({ role }) => role as string);
  const sold = fact.itemsOf(provider.services).flatMap((one, i) => (roles.includes(one) ? [{ one, i }] : []));
  const held = own.flatMap((one) => one.posts);
  // A duty that makes it the guardian is somebody's to hand over, and the file does not say whose.
  if (
    own.some(
      ({ service, posts: filled, role }) => service && filled.length === 0 && !sold.some(({ one }) => one === role),
    )
  )
    return [];
  const services = [...new Set(sold.map(({ one }) => one))];
  const unit = ask.unitOf(provider);
  return [
    mend.fix(mend.does("let-another-guard"), say.words`Let another firm supply ${posts}`, [
      // The last goes first, so that the places of those before it still hold.
      ...sold.toReversed().map(({ i }) => mend.remove(at(provider, "services", i))),
      mend.set(["providers", id], {
        services: services.length > 0 ? services : "not-asked",
        ...(unit === undefined ? {} : { unit }),
      }),
      ...held.map((post) => mend.set(at(post, "heldBy"), `provider:${id}`)),
    ]),
  ];
}
