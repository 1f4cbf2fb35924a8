import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { at, type Org, type Post, provisionRule, type RulesFrom, type Sayable, type Truth, verdict } from "../rule.ts";
import * as say from "../say.ts";

const example = (lines: readonly string[], as = "") => `
itorg: 1
organization: { name: Example, headcount: 300, sector: federal-agency }
regimes: { us-federal: ${as === "" ? "applies" : `{ status: applies, as: [${as}] }`} }
posts:
  agency-head: { heldBy: Ann Ode }
${lines.map((line) => `  ${line}\n`).join("")}units:
  bureau: { kind: department }
`;

const cio = "cio: { heldBy: Bo Li, reportsTo: agency-head }";
const officer = (reportsTo: string) => `ciso: { heldBy: Eve Roy, reportsTo: ${reportsTo}, primaryDuty: yes }`;
const bureau = "bureau-head: { heldBy: Di Ott, reportsTo: agency-head }";
const component = (appointedBy: string) =>
  `bureau-cio: { role: cio, unit: bureau, heldBy: Cy Ho, reportsTo: bureau-head${appointedBy} }`;

export const usFederal: readonly RulesFrom[] = [
  provisionRule({
    id: "fisma-3554",
    title: "Security officer outside the CIO's line",
    reportTitle: "The agency's security officer does not stand under its CIO",
    reason:
      "The law has the CIO designate this officer to carry out the CIO's duties; the line appears to lead elsewhere.",
    note: "Here the law asks for what itorg warns of elsewhere, so the warning of a CISO in the IT line is silent where it applies. That security is the officer's main duty is read with the rule on leaders with little time.",
    remedies: ["report-to-<post>"],
    avoid: "The agency's CISO reports past its CIO.",
    prefer: "The CISO stands in the line of the agency's CIO, and security is the main duty of the post.",
    examples: {
      bad: example([
        cio,
        officer("agency-head"),
        "#                                   ^^^^^^^^^^^ 💡 info: fisma-3554",
      ]),
      fixed: example([cio, officer("cio")]),
      good: example([cio, "deputy-cio: { heldBy: Cy Ho, reportsTo: cio }", officer("deputy-cio")]),
      unknown: example([cio, "ciso: { heldBy: Eve Roy, primaryDuty: yes }"]),
    },
    *check({ org }) {
      for (const ciso of org.posts("ciso")) {
        // A post that reports to itself is a circle, and nothing else.
        const isCircle = ask.directSuperior(org, ciso) === ciso;
        const underCio = ask.lineMeets(org, ciso, (post) => ask.inRole(post, ["cio"]));
        const violated = isCircle ? "no" : fact.all(fact.stated(ciso.reportsTo), fact.not(underCio));
        yield verdict(at(ciso, "reportsTo"), violated, () => ({
          says: say.words`${say.sentence(say.thePost(ciso))} does not stand in the line of the CIO.`,
          fixes: underTheCio(org, ciso),
        }));
      }
    },
  }),
  provisionRule({
    id: "usc-44-3506",
    title: "Agency CIO below somebody else than the agency's head",
    reportTitle: "The agency's CIO does not report directly to its head",
    reason: "The statute has an agency's CIO report to its head directly; the line appears to go elsewhere.",
    note: "Where a board or commission heads the agency, that body and whoever chairs it are its head. The first CIO of the file is taken for the agency's. CIOs of components are not meant. For the Department of Defense the statute has a variant, which is not checked.",
    remedies: ["report-to-<post>"],
    avoid: "The agency's CIO reports to the chief operating officer, or to anybody else below the agency's head.",
    prefer: "The agency's CIO reports to the agency's head.",
    examples: {
      bad: example([
        "coo: { heldBy: Dee Fox, reportsTo: agency-head }",
        "cio: { heldBy: Bo Li, reportsTo: coo }",
        "#                                ^^^ 💡 error: usc-44-3506",
      ]),
      fixed: example([
        "coo: { heldBy: Dee Fox, reportsTo: agency-head }",
        "cio: { heldBy: Bo Li, reportsTo: agency-head }",
      ]),
      good: example([cio, bureau, component("")]),
      unknown: example(["cio: { heldBy: Bo Li }"]),
    },
    *check({ org }) {
      const [agency] = org.posts("cio");
      if (!agency || ask.directSuperior(org, agency) === agency) return;
      yield verdict(
        at(agency, "reportsTo"),
        fact.all(fact.stated(agency.reportsTo), fact.not(underHead(org, agency))),
        () => ({
          says: say.words`${say.sentence(say.thePost(agency))} reports to ${say.refName(org, fact.given(agency.reportsTo)!)}.`,
          fixes: mend.reportTo(org, agency, [ask.agencyHeadOf(org, agency)]),
          joins: [{ rule: "cio-below-executive", at: agency.at }],
        }),
      );
    },
  }),
  provisionRule({
    id: "fitara-11319",
    title: "Component CIO whom the agency's CIO did not approve",
    reportTitle: "A component's CIO was appointed without the agency's CIO",
    reason: "The statute has the agency's CIO approve such appointments; this one appears to have been made without.",
    note: "It speaks of agencies that the statute covers: the file says so in `as`, and where it does not, that is a question. The Department of Defense is left out. Somebody else may make the appointment; what counts is whether the agency's CIO approves it. The first CIO of the file is taken for the agency's.",
    remedies: ["let-<post>-approve-appointment"],
    avoid: "A bureau appoints its own CIO, and the agency's CIO has no say.",
    prefer: "The agency's CIO approves whoever becomes CIO of a component.",
    examples: {
      bad: example(
        [
          cio,
          bureau,
          component(", appointedBy: agency-head, appointmentApprovedBy: none"),
          "#                                                                                                                              ^^^^ 💡 warning: fitara-11319",
        ],
        "covered-agency",
      ),
      fixed: example(
        [cio, bureau, component(", appointedBy: agency-head, appointmentApprovedBy: cio")],
        "covered-agency",
      ),
      good: example([cio, bureau, component(", appointedBy: cio")], "covered-agency"),
      unknown: example([cio, bureau, component(", appointedBy: agency-head")], "covered-agency"),
    },
    *check({ org }) {
      const [agency, ...components] = org.posts("cio");
      for (const post of components) {
        const theirs = (who: Post["appointedBy"]) =>
          fact.holds(who, (ref) => ref.to === "post" && ref.id === agency!.id);
        const { appointedBy, appointmentApprovedBy } = post;
        // Whoever makes an appointment approves it; that nobody in particular makes it leaves the CIO no say.
        const isOwn = theirs(appointedBy) === "yes";
        const unapproved = fact.any(fact.lacking(appointmentApprovedBy), fact.not(theirs(appointmentApprovedBy)));
        const violated = isOwn ? "no" : appointedBy.is === "none" ? "yes" : unapproved;
        const place = appointedBy.is === "none" ? "appointedBy" : "appointmentApprovedBy";
        yield verdict(at(post, place), violated, () => ({
          says: say.words`${say.sentence(say.thePost(post))} was appointed ${appointed(org, post)}.`,
          fixes: [
            mend.fix(
              mend.does("let-<post>-approve-appointment", agency!.id),
              say.words`Let ${say.thePost(agency!)} approve the appointment of ${say.thePost(post)}`,
              [mend.set(at(post, place), agency!.id)],
            ),
          ],
        }));
      }
    },
  }),
];

function underTheCio(org: Org, ciso: Post) {
  const [agency] = org.posts("cio");
  return agency ? mend.reportTo(org, ciso, [{ id: agency.id, name: say.thePost(agency) }]) : [];
}

/** The agency's head; where a board or commission heads it, that body or whoever chairs it. */
function underHead(org: Org, { reportsTo }: Post): Truth {
  return fact.holds(reportsTo, (ref) => {
    const headless = ask.boardHeadsAgency(org);
    if (ref.to === "board") return headless;
    const superior = ask.superiorAt(org, ref);
    if (!superior) return ask.outsideOf(ref) ?? "no";
    if (superior.entity === "committee") return fact.all(ask.ofType(superior, "board"), headless);
    const chairs = fact.all(ask.inRole(superior, ["board-chair"]), headless);
    return fact.any(ask.ofRoles(org, superior, ["agency-head"]), chairs);
  });
}

function appointed(org: Org, { appointedBy, appointmentApprovedBy }: Post): Sayable {
  if (appointedBy.is === "none") return "by nobody in particular";
  const ref = fact.given(appointmentApprovedBy);
  return ref ? say.words`with the approval of ${say.refName(org, ref)}` : "without anybody's approval";
}
