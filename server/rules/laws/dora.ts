import {
  type Activity,
  all,
  any,
  at,
  employerOf,
  every,
  type Fix,
  firstStepVacant,
  fix,
  given,
  type Head,
  headOf,
  headOfIt,
  held,
  holds,
  inPost,
  itemsOf,
  leadsItOrTechnology,
  letOversee,
  lineMeets,
  listOf,
  makeAccountable,
  managingBodies,
  missing,
  not,
  type Org,
  overseen,
  type Post,
  placeOfActivity,
  placeOfCommittee,
  postsBehind,
  provisionRule,
  type Ref,
  type Rule,
  refName,
  reportOutsideIt,
  roleOf,
  type Scope,
  scopeOf,
  sentence,
  set,
  sharedHolders,
  some,
  type Truth,
  thePost,
  truth,
  verdict,
} from "../rule.ts";

const oversight = provisionRule({
  id: "dora-5-2",
  title: "Managing body does not oversee ICT risk",
  reportTitle: "ICT risk is not on the agenda of the managing body",
  reason: "The law has the managing body itself oversee ICT risk and answer for it; that appears to be missing.",
  note: "A board or an executive committee that oversees ICT risk is the managing body's way to do it. A risk or audit committee may prepare it, and does not replace it. A committee that does not meet counts as absent.",
  avoid: "A risk committee looks at ICT risk, and the managing body leaves it there.",
  prefer: "The board or the executive committee has ICT risk on its agenda.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
#^^^^^^^^^ 💡 warning: dora-5-2
  board: { chair: external, meets: quarterly, oversees: [strategy] }
  risk: { chair: external, meets: quarterly, oversees: [ict-risk] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, ict-risk] }
  risk: { chair: external, meets: quarterly, oversees: [ict-risk] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  board: { chair: external, meets: quarterly, oversees: [strategy, ict-risk] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { dora: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  risk: { chair: external, meets: quarterly, oversees: [ict-risk] }
`,
  },
  *check({ org, today }) {
    const question = "Does the board or the executive committee itself oversee ICT risk?";
    const seen = overseen(org.whole, today, managingBodies, ["ict-risk"], question);
    yield verdict(placeOfCommittee(org, managingBodies), not(seen), () => ({
      says: "Neither the board nor an executive committee oversees ICT risk.",
      fixes: letOversee(org, today, managingBodies),
      joins: [{ rule: "no-board-oversight", at: ["committees"] }],
    }));
  },
});

const monitoring = "third-party-ict-monitoring";

const thirdParties = provisionRule({
  id: "dora-5-3",
  title: "Nobody watches over ICT providers",
  reportTitle: "No post watches over the providers of ICT",
  reason: "The law asks for a role, or a senior manager, for that; it appears to be missing.",
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
    for (const scope of org.scopes()) {
      const unwatched = all(scope.withoutAccountable(monitoring), not(scope.exists("third-party-risk")));
      yield verdict(placeOfActivity(scope, monitoring), unwatched, () => ({
        says: `Nobody answers for watching over ICT providers${scope.unit ? ` in ${scope.name}` : ""}.`,
        fixes: watchers(scope).map(({ id, name }, i) =>
          fix(`Make ${name} accountable for watching over ICT providers`, makeAccountable(scope, monitoring, id), {
            preferred: i === 0,
          }),
        ),
      }));
    }
  },
});

/** The risk officer, or the head of the organization: senior managers, and not those whose suppliers they are. */
function watchers(scope: Scope): { id: string; name: string }[] {
  const officers = scope.posts("cro").filter((post) => held(post) === "yes" && !isFromOutside(scope.org, post));
  const head = headOf(scope.org, scope.unit);
  return [...officers.map((post) => ({ id: post.id, name: thePost(post) })), ...(head ? [head] : [])];
}

const control = provisionRule({
  id: "dora-6-4",
  title: "ICT risk in the hands of those who run IT",
  reportTitle: "ICT risk is not managed independently of IT",
  reason: "The law gives ICT risk to a control function that is independent enough; that appears to be missing.",
  note: "One person who both leads IT and answers for its risks is an error. A line to the head of IT is a warning, since the text leaves room for an appropriate degree of independence. The head of IT is the highest post of IT in the file.",
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
      yield verdict(["activities"], missing(["activities", "ict-risk"]), () => ({ says: "" }));
    for (const entry of entries) {
      const head = headOfIt(scopeOf(org, entry));
      const place = at(entry, "accountable");
      const leads = all(
        entry.exists,
        holds(entry.accountable, (refs) => some(refs, (ref) => leadsIt(org, ref, head))),
      );
      const standsBelow = all(
        entry.exists,
        holds(entry.accountable, (refs) => some(refs, (ref) => standsUnder(org, ref, head))),
      );
      const found = () => (leads === "yes" ? inOneHand(org, entry, head.post!) : inTheLine(org, entry, head));
      yield verdict(place, any(leads, standsBelow), found);
      // Whether it is the same person is still worth a question, since that is the graver case.
      if (standsBelow === "yes" && leads !== "yes") yield verdict(place, leads, found);
    }
  },
});

const leadsIt = (org: Org, ref: Ref, { post, known }: Head): Truth => (post ? inPost(org, ref, post) : known);

/** Whether the line of whoever is meant leads to the head of IT; of somebody in several posts, every one of them does. */
function standsUnder(org: Org, ref: Ref, { post, known }: Head): Truth {
  const posts = postsBehind(org, ref).filter((one) => one !== post);
  if (posts.length === 0) return "no";
  return post ? every(posts, (one) => lineMeets(org, one, (step) => truth(step === post))) : known;
}

function inOneHand(org: Org, entry: Activity, head: Post) {
  const who = itemsOf(entry.accountable).filter((ref) => inPost(org, ref, head) === "yes");
  const names = listOf(who.map((ref) => refName(org, ref)));
  const isPost = who.some((ref) => ref.to === "post" && ref.id === head.id);
  const scope = scopeOf(org, entry);
  const others = independent(scope, head);
  return {
    says: `${sentence(names)}, ${isPost ? "the head of IT" : `in the same hands as ${thePost(head)}`}, is accountable for ICT risk.`,
    provisions: [{ id: "dora-6-4", severity: "error" as const }],
    related: head.written ? [{ at: head.at, says: "leads IT" }] : [],
    fixes: [
      ...others.map((post) =>
        fix(`Make ${thePost(post)} accountable for ICT risk`, [set(at(entry, "accountable"), post.id)]),
      ),
      ...(others.length === 0 ? firstStepVacant(scope, "cro") : []),
    ],
  };
}

function inTheLine(org: Org, entry: Activity, head: Head) {
  const refs = itemsOf(entry.accountable).filter((ref) => standsUnder(org, ref, head) === "yes");
  const posts = refs.flatMap((ref) => postsBehind(org, ref));
  const [ref] = refs;
  const fixes: Fix[] = posts.length === 1 ? reportOutsideIt(org, posts[0]!) : [];
  return {
    says: `${sentence(refName(org, ref!))}, accountable for ICT risk, stands in the line of ${thePost(head.post!)}.`,
    provisions: [{ id: "dora-6-4", severity: "warning" as const }],
    related: posts.map((post) => ({ at: at(post, "reportsTo"), says: "leads to the head of IT" })),
    fixes,
    joins: posts.filter((post) => roleOf(post) === "ciso").map((post) => ({ rule: "ciso-in-it-line", at: post.at })),
  };
}

/** Those who could answer for ICT risk instead: risk, compliance or security outside IT, on the organization's own staff. */
function independent(scope: Scope, head: Post): Post[] {
  const { org } = scope;
  return scope
    .posts("cro", "ciso", "head-compliance")
    .filter(
      (post) =>
        held(post) === "yes" &&
        !isFromOutside(org, post) &&
        sharedHolders(org, post, head).length === 0 &&
        lineMeets(org, post, leadsItOrTechnology) === "no",
    );
}

const isFromOutside = (org: Org, post: Post): boolean =>
  (given(post.heldBy) ?? []).some((ref) => employerOf(org, ref) !== undefined);

export const dora: readonly Rule[] = [oversight, thirdParties, control];
