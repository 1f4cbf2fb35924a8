import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type Committee,
  type CommitteeType,
  type Fix,
  type Org,
  type Post,
  rule,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const cisoAbsentFromCommittees = rule({
  id: "ciso-absent-from-committees",
  category: "committee",
  severity: "info",
  title: "CISO without a seat where IT is steered",
  reportTitle: "Security has no seat where IT is planned and steered",
  why: "Which systems are bought and which projects go first decides what has to be protected later. A security officer who is not in the room hears of it when it is settled, and can then only slow it down. A seat, or a standing invitation, brings the question of safety in while it is still cheap.",
  reason: "Security then hears of plans once they are settled, when changes are dear.",
  rests: ["rbi-24d"],
  note: "A seat on the committee for IT strategy or on the one for IT steering is enough, as chair, member or standing guest. It looks only where the file has one of the two.",
  remedies: ["add-member-<post>", "invite-<post>"],
  avoid: "The IT steering committee decides on projects, and the CISO is neither a member nor invited.",
  prefer: "The CISO is always invited to the committees on IT strategy and IT steering.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [cio], meets: quarterly }
  #                                   ^^^^^ 💡 info: ciso-absent-from-committees
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [cio, ciso], meets: quarterly }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, members: [cio], invitees: [ciso], meets: quarterly }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
committees:
  it-steering: { chair: ceo, meets: quarterly }
`,
  },
  *check({ org, today }) {
    for (const ciso of ask.leadingGuards(org)) {
      const scope = ask.scopeOf(org, ciso);
      const own = ask.activeCommittees(scope, today, ...types);
      const first = own[0];
      if (!first) continue;
      // A seat with the group is enough for the CISO of one of its companies.
      const known = [...new Set([...own, ...ask.activeCommittees(org.whole, today, ...types)])];
      const sitsOnNone = fact.every(known, (committee) => fact.not(seatedAnywhere(org, committee, ciso)));
      yield verdict(at(first, "members"), fact.all(fact.truth(ask.held(ciso) !== "no"), sitsOnNone), () => ({
        says: say.words`${say.sentence(say.thePost(ciso))} is neither a member of ${say.listOf(own.map(say.theCommittee), "or")} nor invited to ${own.length > 1 ? "either" : "it"}.`,
        related: [
          ...(ciso.written ? [{ at: ciso.at, says: "has no seat" }] : []),
          ...own.slice(1).map((committee) => ({ at: at(committee, "members"), says: "names no CISO either" })),
        ],
        fixes: own.slice(0, 2).flatMap((committee) => seats(committee, ciso)),
      }));
    }
  },
});

const types: readonly CommitteeType[] = ["it-steering", "it-strategy"];

/** Where nothing is known of a committee's members, that is the one question to ask. */
function seatedAnywhere(org: Org, committee: Committee, ciso: Post): Truth {
  const seated = ask.sitsIn(org, committee, ciso);
  if (committee.members.is !== "unknown") return seated;
  return fact.asking(seated, at(committee, "members"), "Who are the members of {the}, and who is always invited?");
}

function seats(committee: Committee, ciso: Post): Fix[] {
  const into = (field: "members" | "invitees") =>
    fact.itemsOf(committee[field]).length === 0
      ? mend.set(at(committee, field), [ciso.id])
      : mend.add(at(committee, field), ciso.id);
  return [
    mend.fix(
      mend.does("add-member-<post>", ciso.id),
      say.words`Make ${say.thePost(ciso)} a member of ${say.theCommittee(committee)}`,
      [into("members")],
    ),
    mend.fix(
      mend.does("invite-<post>", ciso.id),
      say.words`Always invite ${say.thePost(ciso)} to ${say.theCommittee(committee)}`,
      [into("invitees")],
    ),
  ];
}
