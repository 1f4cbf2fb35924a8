import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import {
  at,
  type Committee,
  type Fact,
  type Fix,
  type Org,
  type Post,
  provisionRule,
  type Ref,
  type RulesFrom,
  verdict,
} from "../rule.ts";
import * as say from "../say.ts";

const id = "rbi-nbfc-15";
const continuity = "rbi-nbfc-59";

const example = (committee: string, mark = "") => `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { rbi-it: { status: applies, as: [nbfc-base] } }
coverage: { committees: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Ed Ro, reportsTo: ceo }
committees:
  board: { chair: external, meets: quarterly, oversees: [it, security] }
  it-strategy: ${committee}
${mark}`;

const continuityWith = (entry: string) => `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { rbi-it: { status: applies, as: [nbfc-base] } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
activities:
  business-continuity: ${entry}
`;

const good = "{ chair: external, independent: yes, directors: 1, members: [cio, cto], meets: half-yearly }";

/** Finance companies of the base layer have another, milder chapter than banks: few directors, twice a year, no CISO. */
export const rbiBaseLayer: readonly RulesFrom[] = [
  provisionRule({
    id,
    title: "IT strategy committee of a base-layer NBFC not as the directions want it",
    reportTitle:
      "The committee on IT strategy is missing, or lacks an independent chair, the CIO, the CTO or its rhythm",
    reason: "The directions ask for that at an NBFC of the base layer; this appears to fall short of it.",
    note: "No number of directors is asked for, and twice a year is often enough. A CIO or CTO post that the file does not have is not missed.",
    remedies: ["add-committee-<committee>", "let-independent-director-chair", "add-member-<post>", "meet-half-yearly"],
    avoid: "The committee meets once a year, or without the CIO.",
    prefer: "An independent director chairs it, CIO and CTO are members, and it meets twice a year or more often.",
    examples: {
      bad: example(
        "{ chair: external, independent: yes, members: [cio], meets: half-yearly }",
        `  #                                                          ^^^^^ 💡 error: ${id}\n`,
      ),
      fixed: example("{ chair: external, independent: yes, members: [cio, cto], meets: half-yearly }"),
      good: example(good),
      unknown: example("{ chair: external, independent: yes, members: not-asked, meets: half-yearly }"),
    },
    *check({ org, today }) {
      const committees = ask
        .meetingCommittees(org, today)
        .filter((committee) => ask.ofType(committee, "it-strategy") === "yes");
      if (committees.length === 0) {
        const there = ask.someCommittee(
          org.whole,
          today,
          ["it-strategy"],
          () => "yes",
          "Is there a committee on IT strategy?",
        );
        yield verdict(ask.placeOfCommittee(org, ["it-strategy"]), fact.not(there), () => ({
          says: "No committee on IT strategy meets.",
          fixes: formed(org),
        }));
      }
      const technology = org.posts("cio", "cto").filter((post) => ask.held(post) === "yes");
      for (const committee of committees) {
        const name = say.theCommittee(committee);
        const led = committee.independent.is === "none" ? "yes" : fact.holds(committee.independent, (yes) => !yes);
        yield verdict(at(committee, "independent"), led, () => ({
          says: say.words`${say.sentence(name)} is not chaired independently.`,
          fixes: [
            mend.fix(
              mend.does("let-independent-director-chair"),
              say.words`Let an independent director chair ${name}`,
              [mend.set(at(committee, "independent"), "yes")],
            ),
          ],
        }));
        for (const post of technology)
          yield verdict(at(committee, "members"), fact.not(ask.seatedOn(org, committee, post)), () => ({
            says: say.words`${say.sentence(say.thePost(post))} is not a member of ${name}.`,
            fixes: [seat(committee, post)],
          }));
        yield verdict(at(committee, "meets"), ask.rarerThan(committee.meets, "half-yearly"), () => ({
          says: say.words`More than six months pass between two meetings of ${name}.`,
          fixes: [
            mend.fix(mend.does("meet-half-yearly"), say.words`Let ${name} meet twice a year`, [
              mend.set(at(committee, "meets"), "half-yearly"),
            ]),
          ],
        }));
      }
    },
  }),
  provisionRule({
    id: continuity,
    title: "Business continuity of a base-layer NBFC not in the CIO's hands",
    reportTitle: "The plan for business continuity is not in the hands of the CIO",
    reason: "The directions give the plan for business continuity to the CIO; it appears to lie elsewhere.",
    note: "It is enough that the CIO is responsible or accountable; others may work on it. Where nobody does it at all, that is another finding, and where there is no CIO as well.",
    remedies: ["make-accountable-<post>"],
    avoid: "The COO answers for business continuity, and the CIO has no part in it.",
    prefer: "The CIO answers for it.",
    examples: {
      bad: continuityWith(
        `{ accountable: coo, responsible: [coo] }\n  #                                   ^^^ 💡 error: ${continuity}`,
      ),
      fixed: continuityWith("{ accountable: cio, responsible: [coo] }"),
      good: continuityWith("{ accountable: coo, responsible: [cio] }"),
      unknown: continuityWith("{ accountable: coo, responsible: not-asked }"),
    },
    *check({ org }) {
      const officers = org.posts("cio").filter((post) => ask.held(post) === "yes");
      const [officer] = officers;
      if (!officer) return;
      const anOfficer = (ref: Ref) => fact.some(officers, (post) => ask.inPost(org, ref, post));
      const named = (refs: Fact<readonly Ref[]>) => fact.holds(refs, (all) => fact.some(all, anOfficer));
      for (const entry of org.activities("business-continuity").filter(({ written }) => written)) {
        const somebody = fact.any(fact.not(fact.lacking(entry.accountable)), fact.not(fact.lacking(entry.responsible)));
        const without = fact.not(fact.any(named(entry.accountable), named(entry.responsible)));
        yield verdict(at(entry, "accountable"), fact.all(entry.exists, somebody, without), () => ({
          says: say.words`${say.sentence(say.thePost(officer))} has no part in business continuity.`,
          fixes: [
            mend.fix(
              mend.does("make-accountable-<post>", officer.id),
              say.words`Make ${say.thePost(officer)} accountable for business continuity`,
              [mend.set(at(entry, "accountable"), officer.id)],
            ),
          ],
        }));
      }
    },
  }),
];

function seat(committee: Committee, post: Post): Fix {
  const members = at(committee, "members");
  const change =
    fact.itemsOf(committee.members).length === 0 ? mend.set(members, [post.id]) : mend.add(members, post.id);
  return mend.fix(
    mend.does("add-member-<post>", post.id),
    say.words`Make ${say.thePost(post)} a member of ${say.theCommittee(committee)}`,
    [change],
  );
}

function formed(org: Org): Fix[] {
  const isFree = org.data.committees.get("it-strategy")?.exists !== "yes";
  const key = isFree ? "it-strategy" : mend.freeId(org.data.committees, "it-strategy");
  const members = org
    .posts("cio", "cto")
    .filter((post) => ask.held(post) === "yes")
    .map((post) => post.id);
  const entry = {
    ...(isFree ? {} : { type: "it-strategy" }),
    chair: "external",
    independent: "yes",
    ...(members.length > 0 ? { members } : {}),
    meets: "half-yearly",
  };
  return [
    mend.fix(mend.does("add-committee-<committee>", key), "Add an IT strategy committee that meets twice a year", [
      mend.set(["committees", key], entry),
    ]),
  ];
}
