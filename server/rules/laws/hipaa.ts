import * as ask from "../ask.ts";
import * as mend from "../mend.ts";
import { type Place, provisionRule, type RulesFrom, type Scope, verdict } from "../rule.ts";
import * as say from "../say.ts";

const designations = "hipaa-164-530-a1";

const example = (official: string, complaints: string) => `
itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { hipaa: { status: applies, as: [covered-entity] } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  ${official}
activities:
  ${complaints}
`;
const inOffice = "hipaa-privacy-official: { heldBy: Gil Roe, reportsTo: ceo }";

export const hipaa: readonly RulesFrom[] = [
  provisionRule({
    id: designations,
    title: "No privacy official, or nobody for complaints about privacy",
    reportTitle: "A designation that the privacy rule asks for is missing",
    reason:
      "The law has a covered entity designate a privacy official and a contact for complaints; that appears to be missing.",
    note: "It speaks of covered entities: the file says so in `as`, and where it does not, that is a question. Health plans that an insurer runs in full may be excused, which a file cannot show.",
    remedies: ["add-post-<post>", "make-accountable-<post>", "supply-<item>-from-outside"],
    avoid: "Nobody is designated for privacy, or nobody receives complaints about it.",
    prefer: "A privacy official is in office, and it is settled who receives complaints.",
    examples: {
      bad: example(
        `hipaa-privacy-official: none\n  #^^^^^^^^^^^^^^^^^^^^^ error: ${designations}`,
        `privacy-complaints: none\n  #^^^^^^^^^^^^^^^^^ 💡 error: ${designations}`,
      ),
      fixed: example(inOffice, "privacy-complaints: { accountable: ceo }"),
      good: example(inOffice, "privacy-complaints: { accountable: hipaa-privacy-official }"),
      unknown: example("hipaa-privacy-official: unknown", "privacy-complaints: not-asked"),
    },
    *check({ org }) {
      const demand = org.knowledge.law.provisions.get(designations)!.demands!;
      for (const scope of ask.scopesAsked(org, designations)) {
        const where = scope.unit ? ` in ${scope.name}` : "";
        yield verdict(ask.placeOfMissing(scope, demand.roles), ask.demandUnmet(scope, demand), () => ({
          says: `There is no privacy official${where}.`,
          related: say.ifThisIsIt(scope, demand.roles),
          fixes: mend.fillDemand(scope, demand),
        }));
      }
      yield verdict(
        ask.placeOfMissingActivity(org, "privacy-complaints"),
        org.whole.notDone("privacy-complaints"),
        () => ({
          says: "Nobody receives complaints about privacy.",
          fixes: complaintsTo(org.whole),
        }),
      );
    },
  }),
];

/** The privacy official, unless nobody is in that post; else the head of the organization. */
function complaintsTo(scope: Scope) {
  const isVacant = scope.held("hipaa-privacy-official") === "no";
  const [official] = isVacant ? [] : scope.posts("hipaa-privacy-official");
  const head = ask.headOf(scope.org);
  const who = official ? { id: official.id, name: "the privacy official" } : head;
  const [entry] = scope.activities("privacy-complaints");
  const place: Place = entry?.at ?? ["activities", mend.freeId(scope.org.data.activities, "privacy-complaints")];
  return who
    ? [
        mend.fix(
          mend.does("make-accountable-<post>", who.id),
          say.words`Make ${who.name} accountable for privacy complaints`,
          [mend.set(place, { accountable: who.id })],
        ),
      ]
    : [];
}
