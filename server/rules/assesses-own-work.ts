import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Activity,
  at,
  type Done,
  type Fix,
  type Org,
  type Provider,
  rule,
  verdict,
  type Words,
  type Work,
} from "./rule.ts";
import * as say from "./say.ts";

const assessing: Work = {
  services: ["security-audit", "penetration-test"],
  activities: ["security-audit", "penetration-test"],
};
const operated: Work = {
  services: ["security-operations", "hosting", "network"],
  activities: ["security-operations", "it-operations", "system-admin"],
};

export const assessesOwnWork = rule({
  id: "assesses-own-work",
  category: "provider",
  severity: "warning",
  title: "Provider that assesses its own work",
  reportTitle: "An outside provider tests or audits what it runs",
  why: "A test or an audit is worth what the independence of those who carry it out is worth. A provider that finds a hole in what it runs itself has to report its own mistake to its own customer.",
  reason: "A fault that it found would be its own.",
  rests: ["nist-800-53-ca-2", "practice"],
  remedies: ["let-another-assess"],
  absorbs: [
    "duties-security-operate-audit",
    "duties-security-design-audit",
    "accountable-audits-own",
    "guardian-supplies",
    "adviser-sells",
    "provider-concentration",
  ],
  tells: ["guardian-supplies", "adviser-sells", "provider-concentration"],
  note: "It reads services and duties. Firms of one group count as one, and a firm that is not independent of those whose work it examines is found by that alone. Of a firm of the client's own group it is asked whether separate people do the two.",
  avoid: "One provider runs systems, networks or the watch over security, and also tests or audits security.",
  prefer: "Somebody else tests and audits: another firm, or internal audit.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [hosting, penetration-test], overseenBy: it-director }
  #                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 warning: assesses-own-work
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [hosting], overseenBy: it-director }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [hosting], overseenBy: it-director }
  southwind: { name: Southwind, services: [penetration-test, security-audit], overseenBy: it-director }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: not-asked, overseenBy: it-director }
`,
  },
  *check({ org }) {
    for (const provider of org.data.providers.values()) {
      const firms = [provider, ...ask.tiedTo(org, provider)];
      const operates = fact.some(firms, (firm) => ask.doesWork(org, firm, operated));
      const tied = fact.holds(provider.independent, (yes) => !yes);
      // Who nobody asked about is taken for independent; what somebody runs is a fact of its own.
      const counts = tied === "yes" ? tied : operates;
      const violated = fact.all(provider.exists, ask.doesWork(org, provider, assessing), counts);
      const question = "Are those who examine and those who run IT separate people there?";
      yield verdict(at(provider, "services"), ask.unlessApart(provider, violated, question), () => {
        const assessed = ask.workDone(org, provider, assessing);
        const names = say.listOf(assessed.map(({ name }) => name));
        const runs = firms.map((firm) => ({ firm, done: ask.workDone(org, firm, operated) }));
        return {
          says: says(provider, runs, names),
          related: [...assessed, ...runs.flatMap(({ done }) => done)]
            .filter(({ at: place }) => say.placeToString(place) !== say.placeToString(at(provider, "services")))
            .map(({ at: place, name }) => ({ at: place, says: name })),
          covers: assessed.flatMap(({ duty }) =>
            duty && isAlone(org, provider, duty.activity) ? [duty.activity.at] : [],
          ),
          fixes: letAnotherAssess(provider, assessed, names),
        };
      });
    }
  },
});

interface Runs {
  readonly firm: Provider;
  readonly done: readonly Done[];
}

function says(provider: Provider, runs: readonly Runs[], names: string): Words {
  const doing = runs.filter(({ done }) => done.length > 0);
  if (doing.length === 0)
    return say.words`${say.providerName(provider)} supplies ${names}, and is not free of ties to those whose work it examines.`;
  const what = doing.map(({ firm, done }) => {
    const work = say.listOf(done.map(({ name }) => name));
    return firm === provider ? say.words`${work}` : say.words`${work} by ${say.providerName(firm)}, of the same group`;
  });
  return say.words`${say.providerName(provider)} supplies ${say.listOf(what)}, and also ${names}.`;
}

/** The same finding as that of the pair of duties, where nobody else has a part in it. */
const isAlone = (org: Org, provider: Provider, { responsible }: Activity): boolean =>
  fact.itemsOf(responsible).every((ref) => ask.ofProvider(org, ref, provider.id) === "yes");

function letAnotherAssess(provider: Provider, assessed: readonly Done[], names: string): Fix[] {
  const services = fact.itemsOf(provider.services).flatMap((id, i) => (isAssessing(id) ? [i] : []));
  const duties = assessed.flatMap(({ duty }) => (duty ? [at(duty.activity, "responsible", duty.index)] : []));
  return [
    mend.fix(
      mend.does("let-another-assess"),
      `Let somebody else do ${names}`,
      // The last goes first, so that the places of those before it still hold.
      [
        ...services.toReversed().map((i) => mend.remove(at(provider, "services", i))),
        ...duties.toReversed().map(mend.remove),
      ],
    ),
  ];
}

const isAssessing = (id: string): boolean => assessing.services.some((one) => one === id);
