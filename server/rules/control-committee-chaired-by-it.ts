import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Committee, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

/** What a committee can oversee that is IT's own; one that oversees more decides over the whole organization's risks. */
const ofIt: readonly string[] = ["it", "security", "ict-risk", "projects", "changes"];

export const controlCommitteeChairedByIt = rule({
  id: "control-committee-chaired-by-it",
  category: "committee",
  severity: "warning",
  title: "Audit or risk committee chaired by IT",
  reportTitle: "A committee that controls is chaired from within IT",
  why: "An audit or a risk committee is there to ask whether work was done as it should be, and IT's work is among it. A chair from IT sets the agenda, and what is uncomfortable for IT comes last or not at all.",
  reason: "Whoever is looked at would lead the talk about what is found.",
  rests: ["practice"],
  note: "A committee of risk that oversees nothing but IT's own subjects is information; one of audit, or of risks beyond IT, is a warning. Below 50 people it is silent. A security committee is a finding of its own.",
  remedies: ["let-<post>-chair"],
  avoid: "The CIO chairs the audit committee, or the committee that decides on the organization's risks.",
  prefer: "A director, the head of risk or the head of the organization chairs it; IT is invited.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  audit: { chair: cio, members: [ceo], oversees: [is-audit], meets: quarterly }
  #               ^^^ 💡 warning: control-committee-chaired-by-it
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  audit: { chair: ceo, members: [ceo], oversees: [is-audit], meets: quarterly }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  audit: { chair: external, members: [ceo], oversees: [is-audit], meets: quarterly }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  audit: { members: [ceo], oversees: [is-audit], meets: quarterly }
`,
  },
  *check({ org, today }) {
    const isTooSmall = org.small() === "yes";
    for (const committee of isTooSmall ? [] : ask.meetingCommittees(org, today)) {
      // A chair that somebody from elsewhere shares is not in the hands of IT.
      const theirs = fact.holds(committee.chair, (chairs) =>
        chairs.length === 0 ? "no" : fact.every(chairs, (chair) => ask.seatOfIt(org, committee, chair, fact.some)),
      );
      yield verdict(at(committee, "chair"), fact.all(ask.ofType(committee, "audit", "risk"), theirs), () => {
        const chairs = fact.itemsOf(committee.chair);
        const posts = chairs.flatMap((chair) => (chair.to === "post" ? (org.data.posts.get(chair.id) ?? []) : []));
        const who = say.sentence(say.listOf(chairs.map((chair) => say.refName(org, chair))));
        const isKnown = posts.length === chairs.length;
        return {
          says: say.words`${who}${isKnown ? "" : chairs.length > 1 ? ", who lead IT," : ", who leads IT,"} ${chairs.length > 1 ? "share the chair of" : "chairs"} ${say.theCommittee(committee)}.`,
          severity: looksBeyondIt(committee) ? "warning" : "info",
          related: posts
            .filter(({ written }) => written)
            .map((post) => ({ at: post.at, says: "leads IT and chairs the committee" })),
          fixes: mend.otherChairs(org, committee),
        };
      });
    }
  },
});

const looksBeyondIt = ({ type, oversees }: Committee): boolean =>
  fact.given(type) === "audit" || fact.itemsOf(oversees).some((one) => !ofIt.includes(one));
