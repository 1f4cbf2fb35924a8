import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Change, type Committee, type Fix, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

const fewest = 3;

export const strategyCommitteeComposition = rule({
  id: "strategy-committee-composition",
  category: "committee",
  severity: "hint",
  title: "IT strategy committee without enough independent weight",
  reportTitle: "The IT strategy committee has few directors, or a chair from management",
  why: "A committee on IT strategy lends the board's weight to the long-term direction of IT. With one or two directors it depends on single voices, and under a chair from management those who propose the plan also lead the discussion of it. The Reserve Bank of India asks banks for three directors and an independent chair.",
  reason: "The board's weight then rests on single voices, or on those who propose the plan.",
  rests: ["rbi-6"],
  note: "It reads the number of directors and whether the chair is independent, as the file states them; members are not counted. Outside the scope of that law it is a hint.",
  remedies: ["seat-three-directors", "let-independent-director-chair"],
  avoid: "One director and four managers make up the IT strategy committee.",
  prefer: "Three directors sit on it, and one who is independent of management chairs it.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  it-strategy: { chair: ceo, directors: 1, independent: no, meets: quarterly }
  #^^^^^^^^^^ 💡 hint: strategy-committee-composition
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  it-strategy: { chair: ceo, directors: 3, independent: yes, meets: quarterly }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  it-strategy: { chair: external, directors: 4, independent: yes, meets: quarterly }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
committees:
  it-strategy: { chair: ceo, directors: 3, meets: quarterly }
`,
  },
  *check({ org, today }) {
    for (const committee of ask.meetingCommittees(org, today)) {
      const { tooFew, led } = weighed(committee);
      yield verdict(committee.at, fact.all(ask.ofType(committee, "it-strategy"), fact.any(tooFew, led)), () => {
        const directors = fact.given(committee.directors) ?? 0;
        const few = `has ${directors === 0 ? "no directors" : directors === 1 ? "one director" : `${directors} directors`}`;
        const faults = [...(tooFew === "yes" ? [few] : []), ...(led === "yes" ? ["is not chaired independently"] : [])];
        return {
          says: `${say.sentence(say.theCommittee(committee))} ${faults.join(" and ")}.`,
          fixes: [recompose(committee)],
        };
      });
    }
  },
});

/** Whether a committee has too few directors, and whether management leads it. */
function weighed({ directors, independent }: Committee): { tooFew: Truth; led: Truth } {
  return {
    tooFew: directors.is === "none" ? "yes" : fact.holds(directors, (count) => count < fewest),
    led: independent.is === "none" ? "yes" : fact.holds(independent, (yes) => !yes),
  };
}

function recompose(committee: Committee): Fix {
  const { tooFew, led } = weighed(committee);
  const name = say.theCommittee(committee);
  const changes: Change[] = [
    ...(tooFew === "yes" ? [mend.set(at(committee, "directors"), fewest)] : []),
    ...(led === "yes" ? [mend.set(at(committee, "independent"), "yes")] : []),
  ];
  const more = led === "yes" ? ", with an independent one as its chair" : "";
  const title =
    tooFew === "yes" ? `Have three directors on ${name}${more}` : `Let an independent director chair ${name}`;
  return mend.fix(
    mend.does(tooFew === "yes" ? "seat-three-directors" : "let-independent-director-chair"),
    title,
    changes,
  );
}
