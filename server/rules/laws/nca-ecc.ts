import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { at, type Org, type Post, provisionRule, type RulesFrom, type Truth, verdict } from "../rule.ts";
import * as say from "../say.ts";

const id = "nca-1-2-1";

const example = (ciso: string) => `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { nca-ecc: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Dee Fox, reportsTo: ceo }
  ${ciso}
`;

export const ncaEcc: readonly RulesFrom[] = [
  provisionRule({
    id,
    title: "CISO not directly under the head of the organization",
    reportTitle: "Security does not report directly to the head of the organization",
    reason:
      "The controls recommend a direct line to the head of the organization or a delegate; this one appears to take another way, unless the superior is that delegate.",
    note: "A recommendation, so it is information. That security is independent of IT is mandatory, and read with the rules on a CISO in the IT line or in a post of IT. A line to the board is direct enough. Whether somebody below the head acts as a delegate, no file says: a line to a delegate is what the controls recommend, and can be accepted here with that reason.",
    remedies: ["report-to-<post>"],
    avoid: "The CISO reports to the chief operating officer.",
    prefer: "The CISO reports to the head of the organization.",
    examples: {
      bad: example(
        `ciso: { heldBy: Eve Roy, reportsTo: coo }\n  #                                   ^^^ 💡 info: ${id}`,
      ),
      fixed: example("ciso: { heldBy: Eve Roy, reportsTo: ceo }"),
      good: example("ciso: { heldBy: Eve Roy, reportsTo: board }"),
      unknown: example("ciso: { heldBy: Eve Roy }"),
    },
    *check({ org }) {
      for (const ciso of org.posts("ciso")) {
        // Whichever way an unknown line goes on, this one is not direct.
        const inIt = ask.lineMeets(org, ciso, ask.leadsItOrTechnology) === "yes";
        const violated = fact.all(fact.stated(ciso.reportsTo), fact.not(underTheHead(org, ciso)), fact.truth(!inIt));
        yield verdict(at(ciso, "reportsTo"), violated, () => ({
          says: say.words`${say.sentence(say.thePost(ciso))} reports to ${say.refName(org, fact.given(ciso.reportsTo)!)}.`,
          fixes: mend.reportTo(org, ciso, [ask.headOf(org, ciso)]),
        }));
      }
    },
  }),
];

/** A post that reports to itself is a circle, and nothing else. */
function underTheHead(org: Org, ciso: Post): Truth {
  return fact.holds(ciso.reportsTo, (ref) => {
    const superior = ask.superiorAt(org, ref);
    if (!superior || superior === ciso) return ask.outsideOf(ref) ?? "yes";
    if (superior.entity === "committee") return fact.truth(ask.isTopCommittee(superior));
    return ask.ofRoles(org, superior, ask.managingRoles);
  });
}
