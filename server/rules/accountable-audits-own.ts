import type { ActivityId } from "../knowledge/catalogues.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Activity, at, type Fix, type Org, type Overlap, type Ref, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

/** What is to be seen by others' eyes, and the work that it looks at. */
const examined: readonly (readonly [ActivityId, readonly ActivityId[]])[] = [
  ["security-audit", ["security", "security-operations", "security-design", "security-policy", "isms-conformity"]],
  ["independent-review", ["security", "security-operations", "security-policy", "isms-conformity"]],
  ["penetration-test", ["security", "security-operations", "security-design", "it-operations"]],
  ["is-audit", ["it-operations", "it-delivery", "security", "security-operations"]],
];

export const accountableAuditsOwn = rule({
  id: "accountable-audits-own",
  category: "duties",
  severity: "warning",
  title: "Work audited by whoever answers for it",
  reportTitle: "An audit or a test is carried out by the post that answers for the work",
  why: "An audit, an independent review and a penetration test are there because those who answer for the work cannot judge it with fresh eyes, and have much to lose by a bad result. Where the very post that answers for the work carries them out, the report says what its author hopes.",
  reason: "Whoever answers for the work would be grading it.",
  rests: ["iso-27002-5-3", "nist-800-53-ca-2"],
  ours: true,
  note: "Looked at are security audits, independent reviews, penetration tests and audits of information systems. Approvals and reviews in daily work are not: a superior who looks at what others did is the control there. It is silent where somebody independent carries out the audit as well: neither the same people nor somebody who reports to them. In a team of up to three people it is information.",
  remedies: ["give-<item>-to-<post>", "find-somebody"],
  avoid: "The CISO is accountable for security operations, and the security audit is the CISO's work, too.",
  prefer:
    "Internal audit, or a firm that has no part in the work, audits and tests; whoever answers for the work mends.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Ash, reportsTo: board }
activities:
  security-operations: { responsible: [it-manager], accountable: ciso }
  security-audit: { responsible: [ciso], accountable: ceo }
  #                               ^^^^ 💡 warning: accountable-audits-own
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Ash, reportsTo: board }
activities:
  security-operations: { responsible: [it-manager], accountable: ciso }
  security-audit: { responsible: [head-internal-audit], accountable: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-internal-audit: { heldBy: Gil Ash, reportsTo: board }
activities:
  security-operations: { responsible: [it-manager], accountable: ciso }
  security-audit: { responsible: [head-internal-audit], accountable: ceo }
# ^^^^^^^^^^^^^^ sound: accountable-audits-own
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-internal-audit: { heldBy: not-asked, reportsTo: board }
activities:
  security-operations: { accountable: ciso }
  security-audit: { responsible: [head-internal-audit], accountable: ceo }
`,
  },
  *check({ org }) {
    for (const [id, work] of examined)
      for (const audit of org.activities(id)) {
        const works = work.flatMap((one) => org.activities(one)).filter((one) => ask.canMeet(one, audit));
        const compared = works.map((one) => ask.overlapsOf(org, [one, "accountable"], [audit, "responsible"]));
        const cases = compared.flatMap(({ overlaps }) => overlaps);
        // What nobody has said of either is asked by the pairs of duties; here the one in both has to be known, or a holder.
        const truth = fact.all(fact.any(...compared.map((one) => one.truth)), fact.truth(isNamed(works, audit)));
        const alone = fact.all(truth, fact.not(seenByOthers(org, works, audit)));
        yield verdict(
          cases[0] ? ask.placeOfShare(cases[0].second) : audit.at,
          alone,
          () => ({
            says: says(org, cases),
            severity: ask.isTinyTeam(org) ? "info" : "warning",
            related: say.placesBeside(org, cases),
            fixes: giveToOthers(org, audit, cases),
          }),
          () => soundOf(works, audit),
        );
      }
  },
});

/** Both sides name somebody: who answers for the work, and who audits it. */
const isNamed = (works: readonly Activity[], { responsible }: Activity): boolean =>
  responsible.is === "known" && works.some(({ accountable }) => accountable.is === "known");

/** Whether somebody carries out the audit as well who neither has the work nor reports to whoever answers for it. */
function seenByOthers(org: Org, works: readonly Activity[], audit: Activity): Truth {
  const busy = works.flatMap(({ responsible, accountable }) => [
    ...fact.itemsOf(responsible),
    ...fact.itemsOf(accountable),
  ]);
  const answering = works.flatMap(({ accountable }) => fact.itemsOf(accountable));
  const superiors = new Set(answering.flatMap((ref) => ask.postsBehind(org, ref)));
  const isBelow = (ref: Ref): boolean =>
    ask
      .postsBehind(org, ref)
      .some((post) => ask.lineMeets(org, post, (above) => fact.truth(superiors.has(above))) === "yes");
  return fact.some(fact.itemsOf(audit.responsible), (ref) =>
    isBelow(ref) ? "no" : fact.not(fact.some(busy, (one) => ask.sameHands(org, one, ref))),
  );
}

function says(org: Org, cases: readonly Overlap[]) {
  const [{ first, second }] = cases as [Overlap];
  const who = ask.distinct(cases.map((one) => one.second.ref));
  const works = [...new Set(cases.map((one) => one.first.activity))].map((one) =>
    say.inSentence(say.activityName(one)),
  );
  const subject = say.sentence(say.listOf(who.map((ref) => describe(org, ref))));
  const [answers, audits] = who.length > 1 ? ["answer", "carry out"] : ["answers", "carries out"];
  return say.words`${subject} ${answers} for ${say.listOf(works.length > 0 ? works : [first.activity.id])} and ${audits} ${say.inSentence(say.activityName(second.activity))}, and nobody independent does.`;
}

/** "Eve Roy (CISO)". */
function describe(org: Org, ref: Ref) {
  const { refs, post } = ask.handsOf(org, ref);
  return post && refs.length > 0
    ? say.words`${say.listOf(refs.map((one) => say.refName(org, one)))} (${say.postName(post)})`
    : say.refName(org, ref);
}

function giveToOthers(org: Org, audit: Activity, cases: readonly Overlap[]): Fix[] {
  const name = say.inSentence(say.activityName(audit));
  const items = [...new Set(cases.map(({ second }) => second.index))];
  const others = mend.candidates(org, {
    duty: ask.kindOf(audit),
    as: "responsible",
    stakes: ask.distinct(
      cases.flatMap(({ first }) => [
        ...fact.itemsOf(first.activity.accountable),
        ...fact.itemsOf(first.activity.responsible),
      ]),
    ),
    taken: ask.distinct(fact.itemsOf(audit.responsible)),
    from: cases.map(({ second }) => second.ref),
    unit: org.data.units.get(ask.unitOf(audit) ?? ""),
  });
  if (others.length === 0) return [mend.findSomebody(say.words`carry out ${name}`)];
  return others.map((one) =>
    mend.fix(
      mend.does("give-<item>-to-<post>", audit.id, one.id),
      say.words`Give ${name} to ${one.name}`,
      mend.handOver(audit, "responsible", items, one),
    ),
  );
}

function soundOf(works: readonly Activity[], audit: Activity) {
  const known = works.filter((one) => one.written && fact.itemsOf(one.accountable).length > 0);
  if (known.length === 0 || !audit.written || fact.itemsOf(audit.responsible).length === 0) return undefined;
  const names = known.map((one) => say.inSentence(say.activityName(one)));
  return {
    says: say.words`${say.sentence(say.activityName(audit))} is not left to whoever answers for ${say.listOf(names)}.`,
    facts: [at(audit, "responsible"), ...known.map((one) => at(one, "accountable"))],
  };
}
