import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

const assessments = ["security-audit", "penetration-test"];
const operated = ["security-operations", "hosting", "network"];

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
      const doesBoth = fact.holds(
        provider.services,
        (own) => own.some((id) => assessments.includes(id)) && own.some((id) => operated.includes(id)),
      );
      yield verdict(at(provider, "services"), fact.all(provider.exists, doesBoth), () => {
        const own = [...new Set(fact.itemsOf(provider.services))];
        const [assessed, run] = [assessments, operated].map((ids) =>
          say.listOf(
            own
              .filter((id) => ids.includes(id))
              .map((id) => say.inSentence(org.knowledge.format.titleOf("service", id))),
          ),
        );
        const indexes = fact.itemsOf(provider.services).flatMap((id, i) => (assessments.includes(id) ? [i] : []));
        return {
          says: say.words`${say.providerName(provider)} supplies ${run ?? ""}, and also ${assessed ?? ""}.`,
          fixes: [
            // The last goes first, so that the places of those before it still hold.
            mend.fix(
              mend.does("let-another-assess"),
              `Let somebody else do ${assessed}`,
              indexes.toReversed().map((i) => mend.remove(at(provider, "services", i))),
            ),
          ],
        };
      });
    }
  },
});
