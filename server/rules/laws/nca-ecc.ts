import {
  all,
  at,
  given,
  headOf,
  holds,
  isTop,
  isTopCommittee,
  leadsItOrTechnology,
  lineMeets,
  missing,
  not,
  type Org,
  type Post,
  provisionRule,
  type Rule,
  readsLikeHead,
  refName,
  reportTo,
  sentence,
  stated,
  superiorAt,
  type Truth,
  thePost,
  truth,
  verdict,
} from "../rule.ts";

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

export const ncaEcc: readonly Rule[] = [
  provisionRule({
    id,
    title: "CISO not directly under the head of the organization",
    reportTitle: "Security does not report directly to the head of the organization",
    reason:
      "The controls recommend a direct line to the head of the organization; this one appears to take another way.",
    note: "A recommendation, so it is information. That security is independent of IT is mandatory, and read with the rules on a CISO in the IT line or in a post of IT. A line to the board is direct enough.",
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
        const inIt = lineMeets(org, ciso, leadsItOrTechnology) === "yes";
        const violated = all(stated(ciso.reportsTo), not(underTheHead(org, ciso)), truth(!inIt));
        yield verdict(at(ciso, "reportsTo"), violated, () => ({
          says: `${sentence(thePost(ciso))} reports to ${refName(org, given(ciso.reportsTo)!)}.`,
          fixes: reportTo(org, ciso, [headOf(org, ciso)]),
        }));
      }
    },
  }),
];

/** A post that reports to itself is a circle, and nothing else. */
function underTheHead(org: Org, ciso: Post): Truth {
  return holds(ciso.reportsTo, (ref) => {
    const superior = superiorAt(org, ref);
    if (!superior || superior === ciso) return "yes";
    if (superior.entity === "committee") return truth(isTopCommittee(superior));
    return superior.role.is === "unknown" && readsLikeHead(superior)
      ? missing([...superior.at, "role"])
      : truth(isTop(superior));
  });
}
