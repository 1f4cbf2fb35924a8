import type { DutyPair } from "../knowledge/duties.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { strongest } from "../knowledge/severity.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Activity,
  type ActivityId,
  at,
  type Capacity,
  type DutyCase,
  type Fix,
  type Org,
  type Place,
  type Ref,
  type Rule,
  rule,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

/** One rule for each pair of the data file. */
export const duties = (knowledge: Knowledge): Rule[] => knowledge.duties.pairs.map((pair) => dutyRule(pair, knowledge));

/** The rule about one pair, also one that does not stand in the data file. */
export function dutyRule(pair: DutyPair, knowledge: Knowledge): Rule {
  return rule({
    id: pair.id,
    category: "duties",
    severity: pair.severity,
    title: pair.title,
    reportTitle: pair.reportTitle,
    why: pair.why,
    reason: pair.sameHands,
    rests: pair.rests,
    note: [pair.note, knowledge.duties.note].filter((text) => text !== undefined).join(" "),
    remedies: ["give-<item>-to-<post>"],
    avoid: pair.avoid,
    prefer: pair.prefer,
    examples: examplesOf(pair, knowledge),
    *check({ org, today }) {
      const firsts = sideOf(org, pair.first);
      const seconds = sideOf(org, pair.second);
      const comparable = ask.firstsFor(org, pair, firsts);
      const taken = takenFor(org, firsts);
      for (const second of seconds) {
        const compared = comparable(second).map((first) => ask.compareDuties(org, pair, [first, second], today));
        const cases = compared.flatMap((one) => one.cases).sort(ask.strongestFirst);
        const place = cases[0] ? ask.placeOfShare(cases[0].second) : entityOf(second);
        const found = () => ({
          says: say.saysDuties(org, cases),
          ...smallTeam(org, pair.sameHands),
          severity: strongest(...cases.map((one) => one.severity)),
          provisions: cases.flatMap((one) => one.hits),
          related: say.placesBeside(org, cases),
          fixes: remedies(org, taken(second), cases),
        });
        yield verdict(place, fact.any(absence(org, pair.first), ...compared.map((one) => one.truth)), found);
        if (cases.length > 0) for (const { open } of compared) yield* open.map((one) => verdict(place, one, found));
      }
      // With one side in the file, the other is worth a question; it can be no finding.
      const [first] = firsts;
      if (first && seconds.length === 0)
        yield verdict(entityOf(first), absence(org, pair.second), () => ({ says: pair.sameHands }));
    },
  });
}

const sideOf = (org: Org, ids: DutyPair["first"]): Activity[] =>
  ids.flatMap((id) => org.activities(id)).filter(({ exists }) => exists !== "no" && exists !== "left-out");

/** Cannot tell for want of a side of which the file does not speak at all; never true. */
function absence(org: Org, ids: DutyPair["first"]): Truth {
  const isTold = org.isComplete("activities") || ids.some((id) => org.activities(id).length > 0);
  return isTold ? "no" : fact.missing(["activities", ids[0]!]);
}

/** That a small team can hardly divide the work is a fact to weigh, and no decision to live with it. */
function smallTeam(org: Org, reason: string): { reason?: string } {
  if (!ask.isTinyTeam(org)) return {};
  const { min, max } = fact.given(org.data.organization.itHeadcount)!;
  const people = min === max ? `${max}` : `${min} to ${max}`;
  const size = max === 0 ? "nobody of its own" : max === 1 ? "one person" : `${people} people`;
  return { reason: `${reason} IT has ${size}.` };
}

function remedies(org: Org, taken: readonly Ref[], cases: readonly DutyCase[]): Fix[] {
  const { activity } = cases[0]!.second;
  const from = cases.map((one) => one.second.ref);
  const itemsAs = (capacity: Capacity) =>
    cases.flatMap(({ second }) => (second.capacity === capacity ? [second.index] : []));
  return mend
    .otherHands(org, from, [...taken, ...from], ask.kindOf(activity))
    .slice(0, 3)
    .map((post) =>
      mend.fix(
        mend.does("give-<item>-to-<post>", activity.id, post.id),
        say.words`Give ${say.inSentence(say.activityName(activity))} to ${say.thePost(post)}`,
        [
          ...mend.handOver(activity, "responsible", itemsAs("responsible"), post),
          ...mend.handOver(activity, "accountable", itemsAs("accountable"), post),
        ],
      ),
    );
}

/** Those who cannot take a second duty over. Worked out once for all second duties that meet the same others. */
function takenFor(org: Org, firsts: readonly Activity[]): (second: Activity) => readonly Ref[] {
  const known = new Map<string, readonly Ref[]>();
  return (second) => {
    const key = JSON.stringify([ask.kindOf(second), fact.given(second.scope), fact.given(second.unit)]);
    const found = known.get(key);
    if (found) return found;
    const inFirsts = firsts.flatMap((first) => [
      ...fact.itemsOf(first.responsible),
      ...fact.itemsOf(first.accountable),
    ]);
    const all = ask.distinct([...inFirsts, ...ask.barredFrom(org, second, "responsible")]);
    known.set(key, all);
    return all;
  };
}

/** The entry of an activity, or of the provider whose services imply it. */
function entityOf(activity: Activity): Place {
  const ref = fact.itemsOf(activity.responsible)[0];
  if (activity.written || !ref) return at(activity);
  return ask.placeOfShare({ activity, capacity: "responsible", index: 0, ref }).slice(0, 2);
}

/** The same little organization for every pair, so that a new pair needs no code. */
function examplesOf(pair: DutyPair, { duties, activities }: Knowledge): Rule["examples"] {
  const [first, second] = [pair.first[0]!, pair.second[0]!];
  const capacity: Capacity = pair.compareAccountables ? "accountable" : "responsible";
  const scope = pair.onlyScope ? `, scope: [${pair.onlyScope[0]}]` : "";
  const line = (id: string, who: string, more = "") => `  ${id}: { ${capacity}: ${who}${more} }\n`;
  const all = duties.pairs.some(({ id }) => id === pair.id) ? duties.pairs : [...duties.pairs, pair];
  const marks = (id: ActivityId, other: ActivityId) =>
    all
      .filter((one) => one.id === pair.id || !one.onlyScope)
      .filter((one) => one.second.includes(id) && one.first.includes(other))
      .map((one) => `  #${" ".repeat(id.length + capacity.length + 5)}^^^^^^^^^^ 💡 ${one.severity}: ${one.id}\n`)
      .join("");
  const isOfBusiness = activities.business.includes(second);
  const buyer = "  cfo: { heldBy: Dee Fox, reportsTo: ceo }\n";
  const write = (one: string, other: string, isMarked = false) => `
itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director }
${isOfBusiness ? buyer : ""}activities:
${line(first, one)}${isMarked ? marks(first, second) : ""}${line(second, other, scope)}${isMarked ? marks(second, first) : ""}`;
  return {
    bad: write("it-manager", "it-manager", true),
    fixed: write("it-manager", isOfBusiness ? "cfo" : "it-director"),
    good: write("it-manager", "ceo"),
    unknown: write("it-manager", "not-asked"),
  };
}
