import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { at, type Org, type Post, provisionRule, type RulesFrom, type Truth, verdict } from "../rule.ts";
import * as say from "../say.ts";

const id = "ccpa-7122";

const example = (line: string, mark = "") => `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ccpa-audit: { status: applies, as: [audit-due] } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Roe${line} }
${mark}activities:
  security: { accountable: ciso, responsible: [ciso] }
  security-audit: { responsible: [head-internal-audit] }
`;

export const ccpa: readonly RulesFrom[] = [
  provisionRule({
    id,
    title: "In-house auditor of cybersecurity under whoever is in charge of it",
    reportTitle: "The in-house auditor of cybersecurity reports to whoever is in charge of it, or to no executive",
    reason:
      "The rules have the auditor answer to an executive who is not in charge of it; this line appears to go elsewhere.",
    note: "It reads whoever inside is responsible for the security audit, up to the head of internal audit, and says nothing of an audit by an outside firm. An error only where the file says that the audit is due. The words ask for an executive, so a line to the board or an audit committee alone is information.",
    remedies: ["report-to-<post>", "draw-dotted-line-to-<post>"],
    avoid: "The head of internal audit reports to the CISO or to the head of IT.",
    prefer:
      "The head of internal audit reports to an executive who is not in charge of security, beside the line to the board.",
    examples: {
      bad: example(
        ", reportsTo: ciso, dottedLineTo: none",
        `  #                                                  ^^^^ 💡 warning: audit-not-independent\n  #                                                  ^^^^ 💡 error: ${id}\n`,
      ),
      fixed: example(", reportsTo: ceo, dottedLineTo: none"),
      good: example(", reportsTo: audit-committee, dottedLineTo: [cfo]").replace(
        "activities:",
        "committees:\n  audit-committee: { type: audit, chair: external, meets: quarterly, oversees: [is-audit] }\nactivities:",
      ),
      unknown: example(""),
    },
    *check({ org }) {
      const isDue = ask.isDeclaredAs(org, "ccpa-audit", ["audit-due"]);
      for (const post of auditors(org)) {
        const who = say.sentence(say.thePost(post));
        const ref = fact.given(post.reportsTo);
        yield verdict(at(post, "reportsTo"), underSecurity(org, post), () => ({
          says: say.words`${who} audits cybersecurity and reports to ${ref ? say.refName(org, ref) : "nobody"}.`,
          severity: isDue ? "error" : "info",
          provisions: [{ id, severity: isDue ? "error" : "info" }],
          fixes: mend.reportTo(org, post, [ask.headOf(org, post)]),
        }));
        yield verdict(at(post, "reportsTo"), toTheBoardAlone(org, post), () => ({
          says: say.words`${who} audits cybersecurity and reports to ${ref ? say.refName(org, ref) : "the board"} alone.`,
          severity: "info",
          provisions: [{ id, severity: "info" }],
          fixes: dotted(org, post),
        }));
      }
    },
  }),
];

/** Who leads the audit inside: whoever is responsible for it, or the head of the internal audit that they belong to. */
function auditors(org: Org): Post[] {
  const heads = org.posts("head-internal-audit").filter((post) => ask.held(post) !== "no");
  const refs = org.activities("security-audit").flatMap(({ responsible }) => fact.itemsOf(responsible));
  if (org.activities("security-audit").length === 0) return heads;
  const doing = refs.filter((ref) => ask.fromOutside(org, ref) !== "yes").flatMap((ref) => ask.postsBehind(org, ref));
  const leading = doing.flatMap((post) =>
    heads.length > 0 && ask.ofInternalAudit(org, { to: "post", id: post.id }) === "yes" ? heads : [post],
  );
  return [...new Set(leading)];
}

/** Whether the line goes directly to the CISO, to a leader of IT, or to whoever is accountable for security. */
function underSecurity(org: Org, post: Post): Truth {
  return fact.holds(post.reportsTo, (ref) => {
    const superior = ask.superiorAt(org, ref);
    if (superior?.entity !== "post" || superior === post) return "no";
    const answering = org.activities("security").flatMap(({ accountable }) => fact.itemsOf(accountable));
    // Whoever heads the organization answers for everything, and is the executive whom the words mean.
    if (ask.isTop(superior)) return "no";
    return fact.any(
      fact.truth(ask.roleOf(superior) === "ciso"),
      ask.leadsItOrTechnology(superior),
      fact.some(answering, (one) => ask.inPost(org, one, superior)),
    );
  });
}

function toTheBoardAlone(org: Org, post: Post): Truth {
  const toBody = fact.holds(post.reportsTo, (ref) => {
    if (ref.to === "board") return "yes";
    const superior = ask.superiorAt(org, ref);
    return superior?.entity === "committee" ? ask.ofType(superior, "board", "audit") : "no";
  });
  const toExecutive = fact.holds(post.dottedLineTo, (refs) => fact.truth(refs.some((ref) => ref.to === "post")));
  return fact.allInTurn(toBody, post.dottedLineTo.is === "none" ? "yes" : fact.not(toExecutive));
}

function dotted(org: Org, post: Post) {
  const head = ask.headOf(org, post);
  if (!head) return [];
  const place = at(post, "dottedLineTo");
  const change = fact.itemsOf(post.dottedLineTo).length === 0 ? mend.set(place, [head.id]) : mend.add(place, head.id);
  return [
    mend.fix(
      mend.does("draw-dotted-line-to-<post>", head.id),
      say.words`Add a dotted line from ${say.thePost(post)} to ${head.name}`,
      [change],
    ),
  ];
}
