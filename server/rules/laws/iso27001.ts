import type { ActivityId } from "../../knowledge/catalogues.ts";
import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import { type Org, provisionRule, type RulesFrom, type Top, verdict } from "../rule.ts";
import * as say from "../say.ts";

const duties = ["isms-conformity", "isms-reporting"] as const satisfies readonly ActivityId[];

const roles = provisionRule({
  id: "iso27001-5-3",
  title: "Nobody answers for the management system of security",
  reportTitle: "The management system of security is in nobody's charge",
  reason: "The standard has top management give both tasks to somebody; that appears to be missing.",
  remedies: ["make-accountable-<post>"],
  avoid:
    "The management system has documents, and nobody who answers for its conformity or tells top management how it does.",
  prefer: "One post is accountable for conformity, and one, or the same, for reporting to top management.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
activities:
  isms-conformity: none
  #^^^^^^^^^^^^^^ 💡 warning: iso27001-5-3
  isms-reporting: none
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
activities:
  isms-conformity: { accountable: ciso }
  isms-reporting: { accountable: ciso }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
activities:
  isms-conformity: { accountable: ciso }
  isms-reporting: { accountable: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
activities:
  isms-conformity: { accountable: ceo }
`,
  },
  *check({ org }) {
    const truths = duties.map((id) => org.whole.withoutAccountable(id));
    const gaps = duties.filter((_, i) => truths[i] === "yes");
    const place = ask.placeOfActivity(org.whole, gaps[0] ?? duties[0]);
    const found = () => ({
      says: `Nobody is accountable for ${say.listOf(
        gaps.map((id) => say.inSentence(org.knowledge.format.titleOf("activityId", id))),
        "or",
      )}.`,
      fixes: keepers(org).map(({ id, name }, i) =>
        mend.fix(
          mend.does("make-accountable-<post>", id),
          say.words`Make ${name} accountable for it`,
          gaps.flatMap((duty) => mend.makeAccountable(org.whole, duty, id)),
          {
            preferred: i === 0,
          },
        ),
      ),
    });
    yield verdict(place, fact.any(...truths), found);
    // The other half is worth asking for, too.
    if (truths.includes("yes")) for (const open of truths.filter(fact.isCannotTell)) yield verdict(place, open, found);
  },
});

/** The security officer, where on the own staff, and the head of the organization. */
const keepers = (org: Org): Top[] => mend.candidates(org, { duty: "isms-conformity", as: "accountable" });

const task = "independent-review";

const review = provisionRule({
  id: "iso27001-a5-35",
  title: "Nobody independent reviews security",
  reportTitle: "Security is not reviewed by anybody independent of it",
  reason: "The standard wants an independent review at planned intervals; that appears to be missing.",
  note: "The CISO, those who report to the CISO and a team of security are not independent here; everybody else counts as independent. How often they review is not asked for.",
  remedies: ["let-<post>-review-security", "supply-<item>-from-outside"],
  avoid: "Nobody reviews how security is managed, or those who manage it do.",
  prefer: "Internal audit, or somebody from outside with no part in security, reviews it at set times.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Roe, reportsTo: board }
activities:
  independent-review: { responsible: [ciso] }
  #                                  ^^^^^^ 💡 info: iso27001-a5-35
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Roe, reportsTo: board }
activities:
  independent-review: { responsible: [head-internal-audit] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  lighthouse: { services: [security-audit], overseenBy: ciso }
activities:
  independent-review: { responsible: ["provider:lighthouse"] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { iso27001: applies }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
activities:
  independent-review: not-asked
`,
  },
  *check({ org }) {
    const entries = org.whole.activities(task);
    const unreviewed =
      entries.length === 0 ? org.whole.notDone(task) : fact.every(entries, (entry) => ask.ownReview(org, entry));
    yield verdict(ask.placeOfReview(org, task, entries[0]), unreviewed, () => ({
      says: entries.some(ask.isReviewNamed)
        ? "Security is reviewed only by those who manage it."
        : "Nobody reviews independently how security is managed.",
      fixes: mend.reviewers(org, task, "review security"),
    }));
  },
});

export const iso27001: readonly RulesFrom[] = [roles, review];
