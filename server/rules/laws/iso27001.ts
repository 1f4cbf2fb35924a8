import type { ActivityId } from "../../knowledge/catalogues.ts";
import { titleOf } from "../../knowledge/format.ts";
import {
  type Activity,
  any,
  assignDuty,
  at,
  employerOf,
  every,
  type Fix,
  fix,
  freeId,
  given,
  headOf,
  held,
  holds,
  inPost,
  inSentence,
  isCannotTell,
  itemsOf,
  lacking,
  lineMeets,
  listOf,
  makeAccountable,
  type Org,
  type Place,
  type Post,
  placeOfActivity,
  postsBehind,
  provisionRule,
  type Ref,
  type Rule,
  set,
  some,
  type Top,
  type Truth,
  thePost,
  truth,
  verdict,
} from "../rule.ts";

const duties = ["isms-conformity", "isms-reporting"] as const satisfies readonly ActivityId[];

const roles = provisionRule({
  id: "iso27001-5-3",
  title: "Nobody answers for the management system of security",
  reportTitle: "The management system of security is in nobody's charge",
  reason: "The standard has top management give both tasks to somebody; that appears to be missing.",
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
    const place = placeOfActivity(org.whole, gaps[0] ?? duties[0]);
    const found = () => ({
      says: `Nobody is accountable for ${listOf(
        gaps.map((id) => inSentence(titleOf("activityId", id))),
        "or",
      )}.`,
      fixes: keepers(org).map(({ id, name }, i) =>
        fix(
          `Make ${name} accountable for it`,
          gaps.flatMap((duty) => makeAccountable(org.whole, duty, id)),
          {
            preferred: i === 0,
          },
        ),
      ),
    });
    yield verdict(place, any(...truths), found);
    // The other half is worth asking for, too.
    if (truths.includes("yes")) for (const open of truths.filter(isCannotTell)) yield verdict(place, open, found);
  },
});

/** The security officer, where on the own staff, and the head of the organization. */
function keepers(org: Org): Top[] {
  const isOwn = (post: Post) => itemsOf(post.heldBy).every((ref) => employerOf(org, ref) === undefined);
  const cisos = org.whole.posts("ciso").filter((post) => held(post) === "yes" && isOwn(post));
  const head = headOf(org);
  return [...cisos.map((post) => ({ id: post.id, name: thePost(post) })), ...(head ? [head] : [])];
}

const task = "independent-review";

const review = provisionRule({
  id: "iso27001-a5-35",
  title: "Nobody independent reviews security",
  reportTitle: "Security is not reviewed by anybody independent of it",
  reason: "The standard wants an independent review at planned intervals; that appears to be missing.",
  note: "The CISO, those who report to the CISO and a team of security are not independent here; everybody else counts as independent. How often they review is not asked for.",
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
      entries.length === 0 ? org.whole.notDone(task) : every(entries, (entry) => ownReview(org, entry));
    yield verdict(placeOf(org, entries[0]), unreviewed, () => ({
      says: entries.some(isNamed)
        ? "Security is reviewed only by those who manage it."
        : "Nobody reviews independently how security is managed.",
      fixes: reviewers(org),
    }));
  },
});

/** Whoever does it; where nobody is named for that, whoever answers for it. */
const doers = ({ responsible, accountable }: Activity) =>
  responsible.is === "known" && responsible.value.length > 0
    ? responsible
    : accountable.is === "known"
      ? accountable
      : responsible;

const isNamed = (entry: Activity): boolean => itemsOf(doers(entry)).length > 0;

function ownReview(org: Org, entry: Activity): Truth {
  if (entry.exists === "no") return "yes";
  if (entry.exists !== "yes") return entry.exists;
  const who = doers(entry);
  return any(
    lacking(who),
    holds(who, (refs) => every(refs, (ref) => inSecurity(org, ref))),
  );
}

function placeOf(org: Org, entry: Activity | undefined): Place {
  if (!entry || !isNamed(entry)) return placeOfActivity(org.whole, task);
  return at(entry, doers(entry) === entry.responsible ? "responsible" : "accountable");
}

/** Whether somebody stands in the line of the CISO, heads a team of security, or supplies the CISO. */
function inSecurity(org: Org, ref: Ref): Truth {
  if (ref.to === "team") {
    const team = org.data.teams.get(ref.id);
    const head = team && given(team.headedBy);
    const teamOfSecurity = team ? holds(team.functions, (functions) => functions.includes("security")) : "no";
    return teamOfSecurity === "yes" || !head ? teamOfSecurity : inSecurity(org, head);
  }
  const isSupplier = ref.to === "provider" && org.outsideService("ciso").providers.some(({ id }) => id === ref.id);
  const cisos = org.posts("ciso");
  const leadsSecurity = (step: Post) => truth(cisos.includes(step));
  return any(
    truth(isSupplier),
    some(cisos, (ciso) => inPost(org, ref, ciso)),
    some(postsBehind(org, ref), (post) => (cisos.includes(post) ? "yes" : lineMeets(org, post, leadsSecurity))),
  );
}

function reviewers(org: Org): Fix[] {
  const audit = org.whole.posts("head-internal-audit").find((post) => held(post) === "yes");
  const provider = freeId(org.data.providers, "security-review");
  return [
    ...(audit && inSecurity(org, { to: "post", id: audit.id }) === "no"
      ? [
          fix(`Let ${thePost(audit)} review security`, assignDuty(org.whole, task, "responsible", audit.id), {
            preferred: true,
          }),
        ]
      : []),
    fix("Let an outside provider review security", [
      set(["providers", provider], { services: ["security-audit"] }),
      ...assignDuty(org.whole, task, "responsible", `provider:${provider}`),
    ]),
  ];
}

export const iso27001: readonly Rule[] = [roles, review];
