import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type Committee,
  type Fix,
  type Org,
  type Ref,
  type Role,
  rule,
  type Sayable,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const steeringAllIt = rule({
  id: "steering-all-it",
  category: "committee",
  severity: "warning",
  title: "IT steering committee with nobody from the business",
  reportTitle: "IT steers itself: the steering committee has no seat for the business",
  why: "A steering committee is there so that those who need IT and those who provide it set priorities together. Where everybody at the table leads IT, priorities follow what IT finds pressing, and the rest of the organization learns the outcome. It is then a staff meeting under another name.",
  reason: "Priorities are then set without those whom IT is there for.",
  rests: ["S0-11", "rbi-7"],
  note: "Members and the chair count, by their posts. A CISO is not counted as part of IT. A provider speaks for neither side and is left out of the count.",
  remedies: ["add-member-<post>"],
  avoid: "The CIO chairs the steering committee, and its members are IT managers.",
  prefer: "Executives of the business sit on the steering committee, and one of them chairs it.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-director: { heldBy: Cy Ho, reportsTo: cio }
committees:
  it-steering: { chair: cio, members: [cio, it-director], meets: monthly }
  #                                   ^^^^^^^^^^^^^^^^^^ 💡 warning: steering-all-it
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-director: { heldBy: Cy Ho, reportsTo: cio }
committees:
  it-steering: { chair: cio, members: [cio, it-director, cfo], meets: monthly }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [cio], meets: monthly }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  it-steering: { chair: cio, meets: monthly }
`,
  },
  *check({ org, today }) {
    for (const committee of ask.meetingCommittees(org, today)) {
      const itOnly = fact.all(ask.ofType(committee, "it-steering"), allIt(org, committee));
      yield verdict(at(committee, "members"), itOnly, () => ({
        says: say.words`Everybody on ${say.theCommittee(committee)} leads IT: ${seatNames(org, committee)}.`,
        fixes: businessMembers(org, committee),
      }));
    }
  },
});

function allIt(org: Org, committee: Committee): Truth {
  const { chair, members } = committee;
  const theirs = (ref: Ref) => ask.seatOfIt(org, committee, ref, fact.every);
  // Of nobody there is nothing to say: an empty list, or no chair, is left out.
  const seats = fact.holds(members, (refs) => (refs.length === 0 ? "left-out" : fact.every(refs, theirs)));
  const parts = [
    chair.is === "none"
      ? "left-out"
      : fact.holds(chair, (refs) => (refs.length === 0 ? "left-out" : fact.every(refs, theirs))),
    members.is === "none" ? "left-out" : seats,
  ];
  return fact.every(parts, (part) => part);
}

function seatNames(org: Org, { chair, members }: Committee): Sayable {
  const refs = [...fact.itemsOf(chair), ...fact.itemsOf(members)].filter((ref) => ref.to !== "provider");
  const names = [...new Map(refs.map((ref) => [ask.refKey(ref), say.refName(org, ref)])).values()];
  return say.listOf(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names);
}

const business: readonly Role[] = ["coo", "cfo", "cro", "head-marketing", "head-hr", "general-counsel"];

/** At most two executives of the business who do not lead IT as well, then the head of the organization. */
function businessMembers(org: Org, committee: Committee): Fix[] {
  const leaders = org.allPosts.filter((post) => ask.leadsItOrTechnology(post) === "yes");
  const executives = org
    .posts(...business)
    .filter(
      (post) =>
        post.written && ask.held(post) === "yes" && [undefined, ask.unitOf(committee)].includes(ask.unitOf(post)),
    )
    .filter((post) => leaders.every((leader) => ask.sharedHolders(org, post, leader).length === 0))
    .filter((post) => ask.seatOfIt(org, committee, { to: "post", id: post.id }, fact.every) === "no")
    .slice(0, 2)
    .map((post) => ({ id: post.id, name: say.thePost(post) }));
  const head = ask.headOf(org, org.data.units.get(ask.unitOf(committee) ?? ""));
  const members = at(committee, "members");
  const seat = (id: string) =>
    fact.itemsOf(committee.members).length === 0 ? mend.set(members, [id]) : mend.add(members, id);
  return [...executives, ...(head ? [head] : [])].map(({ id, name }, i) =>
    mend.fix(
      mend.does("add-member-<post>", id),
      say.words`Make ${name} a member of ${say.theCommittee(committee)}`,
      [seat(id)],
      { preferred: i === 0 },
    ),
  );
}
