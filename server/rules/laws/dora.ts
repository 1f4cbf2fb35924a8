import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import {
  type Activity,
  at,
  type Fix,
  type Head,
  type Org,
  type Post,
  provisionRule,
  type Ref,
  type RulesFrom,
  type Scope,
  type Top,
  type Truth,
  verdict,
} from "../rule.ts";
import * as say from "../say.ts";

const monitoring = "third-party-ict-monitoring";

const thirdParties = provisionRule({
  id: "dora-5-3",
  title: "Nobody watches over ICT providers",
  reportTitle: "No post watches over the providers of ICT",
  reason: "The law asks for a role, or a senior manager, for that; it appears to be missing.",
  remedies: ["make-accountable-<post>"],
  avoid: "Contracts with ICT providers run, and nobody is charged with keeping an eye on them.",
  prefer: "A post for third-party risk exists, or a senior manager is accountable for watching ICT providers.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: { heldBy: Cy Ho, reportsTo: ceo }
  third-party-risk: none
activities:
#^^^^^^^^^ 💡 info: activity-not-done
  third-party-ict-monitoring: none
  #^^^^^^^^^^^^^^^^^^^^^^^^^ 💡 error: dora-5-3
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cro: { heldBy: Cy Ho, reportsTo: ceo }
  third-party-risk: none
activities:
  third-party-ict-monitoring: { accountable: cro }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  third-party-risk: { heldBy: Gil Roe, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
activities:
  third-party-ict-monitoring: none
`,
  },
  *check({ org }) {
    for (const scope of ask.scopesAsked(org, "dora-5-3")) {
      const unwatched = fact.all(
        scope.withoutAccountable(monitoring),
        fact.not(ask.servedBy(scope, "third-party-risk")),
      );
      yield verdict(ask.placeOfActivity(scope, monitoring), unwatched, () => ({
        says: `Nobody answers for watching over ICT providers${scope.unit ? ` in ${scope.name}` : ""}.`,
        fixes: watchers(scope).map(({ id, name }, i) =>
          mend.fix(
            mend.does("make-accountable-<post>", id),
            say.words`Make ${name} accountable for watching over ICT providers`,
            mend.makeAccountable(scope, monitoring, id),
            {
              preferred: i === 0,
            },
          ),
        ),
      }));
    }
  },
});

/** The risk officer, or the head of the organization: senior managers, and not those whose suppliers they are. */
const watchers = (scope: Scope): Top[] =>
  mend.candidates(scope.org, { duty: "third-party-ict-monitoring", as: "accountable", unit: scope.unit });

const control = provisionRule({
  id: "dora-6-4",
  absorbs: ["control-below-it"],
  title: "ICT risk in the hands of those who run IT",
  reportTitle: "ICT risk is not managed independently of IT",
  reason: "The law gives ICT risk to a control function that is independent enough; that appears to be missing.",
  note: "One person who both leads IT and answers for its risks is an error. A line to the head of IT is a warning, since the text leaves room for an appropriate degree of independence. The head of IT is the highest post of IT in the file.",
  remedies: ["report-to-<post>", "make-accountable-<post>", "add-post-<post>"],
  avoid: "Whoever leads IT also answers for its risks, or the superior of whoever does leads IT.",
  prefer: "A risk officer outside IT answers for ICT risk.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Cy Ho, reportsTo: ceo }
activities:
  ict-risk: { accountable: cio }
  #                        ^^^ 💡 error: dora-6-4
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Cy Ho, reportsTo: ceo }
activities:
  ict-risk: { accountable: cro }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
activities:
  ict-risk: { accountable: ciso }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  risk-desk: { heldBy: Cy Ho }
activities:
  ict-risk: { accountable: risk-desk }
`,
  },
  *check({ org }) {
    const entries = org.activities("ict-risk");
    if (entries.length === 0 && !org.isComplete("activities"))
      yield verdict(["activities"], fact.missing(["activities", "ict-risk"]), () => ({ says: "" }));
    for (const entry of entries) {
      const head = ask.headOfIt(ask.scopeOf(org, entry));
      const place = at(entry, "accountable");
      const leads = fact.all(
        entry.exists,
        fact.holds(entry.accountable, (refs) => fact.some(refs, (ref) => leadsIt(org, ref, head))),
      );
      const standsBelow = fact.all(
        entry.exists,
        fact.holds(entry.accountable, (refs) => fact.some(refs, (ref) => standsUnder(org, ref, head))),
      );
      const found = () => (leads === "yes" ? inOneHand(org, entry, head.post!) : inTheLine(org, entry, head));
      yield verdict(place, fact.any(leads, standsBelow), found);
      // Whether it is the same person is still worth a question, since that is the graver case.
      if (standsBelow === "yes" && leads !== "yes") yield verdict(place, leads, found);
    }
  },
});

const leadsIt = (org: Org, ref: Ref, { post, known }: Head): Truth => (post ? ask.inPost(org, ref, post) : known);

/** Whether the line of whoever is meant leads to the head of IT; of somebody in several posts, every one of them does. */
function standsUnder(org: Org, ref: Ref, { post, known }: Head): Truth {
  const posts = ask.postsBehind(org, ref).filter((one) => one !== post);
  if (posts.length === 0) return "no";
  return post ? fact.every(posts, (one) => ask.lineMeets(org, one, (step) => fact.truth(step === post))) : known;
}

function inOneHand(org: Org, entry: Activity, head: Post) {
  const who = fact.itemsOf(entry.accountable).filter((ref) => ask.inPost(org, ref, head) === "yes");
  const names = say.listOf(who.map((ref) => say.refName(org, ref)));
  const isPost = who.some((ref) => ref.to === "post" && ref.id === head.id);
  const scope = ask.scopeOf(org, entry);
  const others = independent(scope, head);
  return {
    says: say.words`${say.sentence(names)}, ${isPost ? "the head of IT" : say.words`in the same hands as ${say.thePost(head)}`}, is accountable for ICT risk.`,
    provisions: [{ id: "dora-6-4", severity: "error" as const }],
    related: head.written ? [{ at: head.at, says: "leads IT" }] : [],
    fixes: [
      ...others.map((post) =>
        mend.fix(
          mend.does("make-accountable-<post>", post.id),
          say.words`Make ${say.thePost(post)} accountable for ICT risk`,
          [mend.set(at(entry, "accountable"), post.id)],
        ),
      ),
      ...(others.length === 0 ? mend.firstStepVacant(scope, "cro") : []),
    ],
  };
}

function inTheLine(org: Org, entry: Activity, head: Head) {
  const refs = fact.itemsOf(entry.accountable).filter((ref) => standsUnder(org, ref, head) === "yes");
  const posts = refs.flatMap((ref) => ask.postsBehind(org, ref));
  const [ref] = refs;
  const fixes: Fix[] = posts.length === 1 ? mend.reportOutsideIt(org, posts[0]!) : [];
  return {
    says: say.words`${say.sentence(say.refName(org, ref!))}, accountable for ICT risk, stands in the line of ${say.thePost(head.post!)}.`,
    provisions: [{ id: "dora-6-4", severity: "warning" as const }],
    // The line of a head of risk is the same line.
    covers: fact.itemsOf(entry.accountable).flatMap((ref) => ask.postsBehind(org, ref).map((post) => post.at)),
    related: posts.map((post) => ({ at: at(post, "reportsTo"), says: "leads to the head of IT" })),
    fixes,
    joins: posts
      .filter((post) => ask.roleOf(post) === "ciso")
      .map((post) => ({ rule: "ciso-in-it-line", at: post.at })),
  };
}

/** Those who could answer for ICT risk instead: risk, compliance or security outside IT, on the organization's own staff. */
function independent(scope: Scope, head: Post): Post[] {
  const { org } = scope;
  return scope
    .posts("cro", "ciso", "head-compliance")
    .filter(
      (post) =>
        ask.held(post) === "yes" &&
        !isFromOutside(org, post) &&
        ask.sharedHolders(org, post, head).length === 0 &&
        ask.lineMeets(org, post, ask.leadsItOrTechnology) === "no",
    );
}

const isFromOutside = (org: Org, post: Post): boolean =>
  (fact.given(post.heldBy) ?? []).some((ref) => ask.employerOf(org, ref) !== undefined);

export const dora: readonly RulesFrom[] = [thirdParties, control];
