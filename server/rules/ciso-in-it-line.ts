import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Org, type Post, rule, type Severity, type Truth, type Verdict, verdict } from "./rule.ts";
import * as say from "./say.ts";

/** A case of its own for whoever weighs it more. */
const underHead = "under-head-of-it";

export const cisoInItLine = rule({
  id: "ciso-in-it-line",
  category: "conflict",
  severity: "warning",
  title: "CISO inside the IT line",
  reportTitle: "The security officer reports within the IT line",
  why: "Security asks for money, time and patience that the people who run IT would rather spend on delivery. A security officer who reports to them has to argue with a superior, and bad news may stop there. Whoever decides between the two should stand above both.",
  reason: "Whoever guards security would have to overrule a superior.",
  rests: ["S1-13", "S1-17", "ffiec-mgmt", "rbi-24c", "nca-1-2-1", "ccb-cyberguide"],
  contested: ["fisma-3554"],
  note: "In a US federal agency the law puts the security officer under the CIO; where that law is declared, this rule is silent. A security post that a law names is looked at like a CISO. Where none of them is in office, it looks at who is accountable for security. Below 50 people the finding is information.",
  remedies: ["report-to-<post>", "make-accountable-<post>"],
  avoid: "The CISO reports, directly or further up, to a CIO, an IT director, an IT manager or a CTO.",
  prefer: "The CISO reports to the chief executive, to a risk officer outside IT, or to the board.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
  #                                   ^^^ 💡 warning: ciso-in-it-line
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cro: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cro, dottedLineTo: [cio] }
#                                     ^^^ sound: ciso-in-it-line
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy }
`,
  },
  *check({ org }) {
    const severity = org.small() === "yes" ? "info" : "warning";
    for (const ciso of ask.securityPosts(org)) {
      if (ask.repeatsGuard(org, ciso)) continue;
      const place = at(ciso, "reportsTo");
      // Laws that name a CISO say nothing of the posts that other laws name.
      const isOfLaw = ask.roleOf(ciso) === "ciso";
      const violated = ask.lineMeets(org, ciso, ask.leadsItOrTechnology);
      const direct = directlyUnderHeadOfIt(org, ciso);
      const found = () => {
        const met = ask.firstOnLine(org, ciso, ask.leadsItOrTechnology)!;
        const isDirect = ask.directSuperior(org, ciso) === met;
        return {
          says: say.words`${say.sentence(say.thePost(ciso))} reports${isDirect ? "" : ", further up the line,"} to ${say.thePost(met)}.`,
          ...(isOfLaw ? {} : { ours: true }),
          severity,
          cases: isOfLaw && direct === "yes" ? [underHead] : [],
          related: met.written
            ? [{ at: met.at, says: say.words`${say.postName(met)} stands in the line of ${say.thePost(ciso)}` }]
            : [],
          fixes: mend.reportOutsideIt(org, ciso),
        } as const;
      };
      yield verdict(place, violated, found, () => {
        if (ask.held(ciso) !== "yes") return undefined;
        const { steps } = ask.lineOf(org, ciso);
        const superior = fact.given(ciso.reportsTo);
        const line = [ciso, ...steps.slice(0, -1)];
        return {
          says: say.words`Security does not report to IT: ${say.thePost(ciso)} reports to ${superior ? say.refName(org, superior) : "nobody"}.`,
          facts: line.map((one) => at(one, "reportsTo")),
        };
      });
      // What would make a finding more severe is still worth a question.
      if (
        violated === "yes" &&
        isOfLaw &&
        fact.isCannotTell(direct) &&
        ask.isCaseDeclared(org, "ciso-in-it-line", underHead)
      )
        yield verdict(place, { ...direct, grounded: true }, found);
    }
    yield* byDuty(org, severity);
  },
});

/** Somebody who answers for security from below the IT line. Whoever leads IT is a finding of its own. */
function* byDuty(org: Org, severity: Severity): Iterable<Verdict> {
  const below = (post: Post) =>
    fact.all(fact.not(ask.leadsItOrTechnology(post)), ask.lineMeets(org, post, ask.leadsItOrTechnology));
  for (const guard of ask.dutyGuards(org)) {
    const { truth, post } = ask.guardingPost(guard, below);
    yield verdict(guard.at, truth, () => {
      const met = ask.firstOnLine(org, post!, ask.leadsItOrTechnology)!;
      return {
        says: say.words`${say.sentence(say.thePost(post!))} is accountable for ${say.guardedName(guard.activity)} and reports${ask.directSuperior(org, post!) === met ? "" : ", further up the line,"} to ${say.thePost(met)}.`,
        ours: true,
        severity,
        related: say.placesOfGuard(post!),
        fixes: mend.answerOutsideIt(org, guard),
      };
    });
  }
}

/** Under whoever a law takes for the head of IT: a CIO, a CTO, or an IT director whom nobody in IT stands above. */
function directlyUnderHeadOfIt(org: Org, ciso: Post): Truth {
  const superior = ask.directSuperior(org, ciso);
  const role = superior && ask.roleOf(superior);
  if (role === "cio" || role === "cto") return "yes";
  return superior && role === "it-director" ? ask.headsIt(org, superior) : "no";
}
