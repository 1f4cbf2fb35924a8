import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { at, type Org, type Post, provisionRule, type Ref, type RulesFrom, type Truth, verdict } from "../rule.ts";
import * as say from "../say.ts";

/** The act of the United Kingdom keeps these provisions word for word. */
const regimes = ["gdpr", "uk-gdpr"] as const;
type DataProtection = (typeof regimes)[number];

const contact = (regime: DataProtection) =>
  provisionRule({
    id: `${regime}-37-6`,
    title: "Contact of the data protection officer not published",
    reportTitle: "How to reach data protection is not published",
    reason: "The law wants it published and told to the authority; that appears not to be done.",
    note: "Whether the authority was told is not asked for: whoever publishes the one usually reports the other.",
    remedies: ["publish-contact"],
    avoid: "People whose data is used do not learn whom they can ask.",
    prefer: "An address of the data protection officer stands on the website and in the notices on privacy.",
    examples: {
      bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: Gil Roe, reportsTo: ceo, contactPublished: no }
  #                                                         ^^ 💡 warning: ${regime}-37-6
`,
      fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: Gil Roe, reportsTo: ceo, contactPublished: yes }
`,
      good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: Gil Roe, reportsTo: ceo, contactPublished: yes }
`,
      unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: Gil Roe, reportsTo: ceo }
`,
    },
    *check({ org }) {
      for (const dpo of org.posts("dpo"))
        yield verdict(
          at(dpo, "contactPublished"),
          fact.not(fact.holds(dpo.contactPublished, (isDone) => isDone)),
          () => ({
            says: say.words`How to reach ${say.thePost(dpo)} is not published.`,
            fixes: [
              mend.fix(mend.does("publish-contact"), say.words`Publish how to reach ${say.thePost(dpo)}`, [
                mend.set(at(dpo, "contactPublished"), "yes"),
              ]),
            ],
          }),
        );
    },
  });

const line = (regime: DataProtection) =>
  provisionRule({
    id: `${regime}-38-3`,
    absorbs: ["control-below-it"],
    title: "Data protection officer below the highest management",
    reportTitle: "Data protection does not report to the highest level of management",
    reason: "The law has this post report directly to the highest level of management; that appears not to be so.",
    note: "The board, its chair, the head of the organization, an owner and a board, executive, audit or risk committee count as the highest level. A line there is one way to report directly; a dotted line, or a report of one's own, is another. That the officer takes no orders and suffers no harm for the work cannot be read from a file.",
    remedies: ["report-to-<post>"],
    avoid: "The data protection officer reports to a head of department, to the CFO or to IT, and to nobody above.",
    prefer: "The data protection officer reports to the chief executive or to the board, in line or besides it.",
    examples: {
      bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  dpo: { heldBy: Gil Roe, reportsTo: cfo, dottedLineTo: none, boardReport: none }
  #                                  ^^^ 💡 warning: ${regime}-38-3
`,
      fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  dpo: { heldBy: Gil Roe, reportsTo: ceo, dottedLineTo: none, boardReport: none }
`,
      good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  general-counsel: { heldBy: Bo Ray, reportsTo: ceo }
  dpo: { heldBy: Gil Roe, reportsTo: general-counsel, boardReport: { form: written, cadence: quarterly } }
`,
      unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { ${regime}: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  general-counsel: { heldBy: Bo Ray, reportsTo: ceo }
  dpo: { heldBy: Gil Roe, reportsTo: general-counsel }
`,
    },
    *check({ org }) {
      for (const dpo of org.posts("dpo")) {
        const { reportsTo } = dpo;
        // A line to itself, or to a post that is none, is a fault of its own.
        const sound = (ref: Ref) =>
          ask.directSuperior(org, dpo) === dpo ? "no" : (ask.superiorAt(org, ref)?.exists ?? "yes");
        const elsewhere =
          reportsTo.is === "none"
            ? "yes"
            : fact.holds(reportsTo, (ref) => fact.all(sound(ref), fact.not(atTheTop(org, ref))));
        yield verdict(at(dpo, "reportsTo"), fact.allInTurn(elsewhere, fact.not(reportsBesides(org, dpo))), () => {
          const ref = fact.given(reportsTo);
          const superior = ref && ask.superiorAt(org, ref);
          return {
            says: say.words`${say.sentence(say.thePost(dpo))} reports to ${ref ? say.refName(org, ref) : "nobody"}, and neither a dotted line nor a report leads to the board or the head of the organization.`,
            related: superior?.written ? [{ at: superior.at, says: say.words`${say.postName(dpo)} reports here` }] : [],
            fixes: mend.reportTo(org, dpo, [ask.headOf(org, dpo), ask.boardOf(org)]),
          };
        });
      }
    },
  });

/** Whether a line or a report to somebody reaches the highest level of management. */
const atTheTop = (org: Org, ref: Ref): Truth =>
  ask.among(org, ref, ask.managingRoles, ["board", "executive", "audit", "risk"]);

/** Whether a dotted line or a report goes there besides the line; where it goes without saying, a report is the board's. */
function reportsBesides(org: Org, dpo: Post): Truth {
  const dotted = fact.holds(dpo.dottedLineTo, (refs) => fact.some(refs, (ref) => atTheTop(org, ref)));
  const reported = fact.holds(dpo.boardReport, ({ cadence, to }) =>
    fact.all(
      fact.holds(cadence, (often) => often !== "never"),
      to.is === "unknown" && to.why === "absent" ? "yes" : fact.holds(to, (ref) => atTheTop(org, ref)),
    ),
  );
  const besides = fact.any(dotted, reported);
  const question = "Does {the} also report directly to the board or to the head of the organization?";
  return dpo.boardReport.is === "unknown" ? fact.asking(besides, at(dpo, "boardReport"), question) : besides;
}

export const gdpr: readonly RulesFrom[] = regimes.flatMap((regime) => [contact(regime), line(regime)]);
