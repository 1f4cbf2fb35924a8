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
  type Found,
  type Org,
  type Place,
  type Ref,
  type Rule,
  rule,
  type Sound,
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
    ...(pair.absorbs ? { absorbs: pair.absorbs } : {}),
    remedies: ["give-<item>-to-<post>", "find-somebody"],
    avoid: pair.avoid,
    prefer: pair.prefer,
    examples: examplesOf(pair, knowledge),
    *check({ org, today }) {
      const firsts = sideOf(org, pair.first).filter((first) => ask.counted(org, pair, first) !== "no");
      const seconds = sideOf(org, pair.second);
      const comparable = ask.firstsFor(org, pair, firsts);
      const taken = takenFor(org, firsts);
      const found = (cases: readonly DutyCase[]) => reported(org, pair, cases, taken);
      const everyCase: DutyCase[] = [];
      for (const second of seconds) {
        const compared = comparable(second).map((first) => ask.compareDuties(org, pair, [first, second], today));
        const cases = compared.flatMap((one) => one.cases).sort(ask.strongestFirst);
        everyCase.push(...cases);
        const place = cases[0] ? ask.placeOfShare(cases[0].second) : entityOf(second);
        const isLater = pair.byPerson && cases.length > 0;
        const truth = fact.any(absence(org, pair.first), ...compared.map((one) => one.truth));
        if (!isLater) yield verdict(place, truth, found(cases), () => soundOf(pair, second, firsts));
        if (cases.length > 0)
          for (const { open } of compared) yield* open.map((one) => verdict(place, one, found(cases)));
      }
      if (pair.byPerson)
        for (const cases of ask.byHands(everyCase.sort(ask.strongestFirst)))
          yield verdict(ask.placeOfShare(cases[0]!.second), "yes", found(cases));
      // With one side in the file, the other is worth a question, where there are people enough to divide the two.
      const [first] = firsts;
      if (first && seconds.length === 0 && !ask.isTinyTeam(org))
        yield verdict(entityOf(first), absence(org, pair.second), () => ({ says: pair.sameHands }));
    },
  });
}

/** Both duties are in somebody's hands, as far as each of their lists is known, and in different ones. */
function soundOf(pair: DutyPair, second: Activity, firsts: readonly Activity[]): Sound | undefined {
  const met = firsts.filter((first) => first !== second && ask.canMeet(first, second));
  const isTold = ({ responsible, accountable }: Activity) =>
    fact.itemsOf(responsible).length > 0 && (!pair.compareAccountables || fact.itemsOf(accountable).length > 0);
  const isKnown = (one: Activity) => one.exists === "yes" && one.written && isTold(one);
  if (met.length === 0 || ![second, ...met].every(isKnown)) return undefined;
  const names = [...new Set([...met, second].map((one) => say.inSentence(say.activityName(one))))];
  return {
    says: say.words`${say.sentence(say.listOf(names))} lie in different hands.`,
    facts: [...met, second].map((one) => at(one, "responsible")),
  };
}

/** What is said of cases that make one finding, the strongest first. */
const reported =
  (org: Org, pair: DutyPair, cases: readonly DutyCase[], taken: ReturnType<typeof takenFor>) => (): Found => {
    const isLesser = cases.every(({ kind }) => kind === "lesser");
    const firsts = [...new Set(cases.map(({ first }) => first.activity))];
    return {
      says: say.saysDuties(org, cases),
      ...smallTeam(org, pair.sameHands),
      severity: strongest(...cases.map((one) => one.severity)),
      provisions: cases.flatMap((one) => one.hits),
      related: say.placesBeside(org, cases),
      fixes: pair.movesFirst ? giveToBearers(org, cases) : remedies(org, taken(cases[0]!.second.activity), cases),
      ...(pair.lesser && isLesser ? { joins: firsts.map((one) => ({ rule: pair.lesser!.joins, at: one.at })) } : {}),
    };
  };

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

function remedies(org: Org, { stakes, taken }: Bound, cases: readonly DutyCase[]): Fix[] {
  const { activity } = cases[0]!.second;
  const from = ask.distinct(cases.map((one) => one.second.ref));
  const itemsAs = (capacity: Capacity) =>
    cases.flatMap(({ second }) => (second.capacity === capacity ? [second.index] : []));
  const as = itemsAs("accountable").length > 0 ? "accountable" : "responsible";
  const name = say.inSentence(say.activityName(activity));
  const others = mend.candidates(org, {
    duty: ask.kindOf(activity),
    // Whoever answers for it as well is nobody from outside; what they do is still the work.
    as: as === "accountable" && itemsAs("responsible").length === 0 ? "accountable" : "responsible",
    stakes,
    taken,
    besides: [from, ask.peopleIn(activity)],
    from,
    unit: org.data.units.get(ask.unitOf(activity) ?? ""),
  });
  const able = as === "accountable" ? others.filter(({ id }) => !id.startsWith("provider:")) : others;
  if (able.length === 0) return [mend.findSomebody(say.words`take over ${name}`)];
  return able.map((one) =>
    mend.fix(mend.does("give-<item>-to-<post>", activity.id, one.id), say.words`Give ${name} to ${one.name}`, [
      ...mend.handOver(activity, "responsible", itemsAs("responsible"), one),
      ...mend.handOver(activity, "accountable", itemsAs("accountable"), one),
    ]),
  );
}

/** Who cannot take a second duty over: those who do the first, with all below them, and those barred for themselves. */
interface Bound {
  readonly stakes: readonly Ref[];
  readonly taken: readonly Ref[];
}

/** The first duties go to whoever bears the risk, and never to who does or answers for the second. */
function giveToBearers(org: Org, cases: readonly DutyCase[]): Fix[] {
  const firsts = [...new Set(cases.map(({ first }) => first.activity))];
  const seconds = cases.map(({ second }) => second.activity);
  const [one] = seconds;
  const isOne = seconds.every((second) => second === one);
  const busy = one && isOne ? ask.everybodyIn(one) : seconds.flatMap(ask.everybodyIn);
  const duty = firsts.every((one) => ask.kindOf(one) === "ict-risk") ? "ict-risk" : "risk-acceptance";
  const able = mend.candidates(org, { duty, as: "responsible", stakes: busy });
  const names = say.listOf(firsts.map((one) => say.inSentence(say.activityName(one))));
  const itemsOf = (activity: Activity, capacity: Capacity) =>
    cases.flatMap(({ first }) => (first.activity === activity && first.capacity === capacity ? [first.index] : []));
  if (able.length === 0) return [mend.findSomebody(say.words`take over ${names}`)];
  return able.map((bearer) =>
    mend.fix(
      mend.does("give-<item>-to-<post>", firsts[0]!.id, bearer.id),
      say.words`Give ${names} to ${bearer.name}`,
      firsts.flatMap((one) => [
        ...mend.handOver(one, "responsible", itemsOf(one, "responsible"), bearer),
        ...mend.handOver(one, "accountable", itemsOf(one, "accountable"), bearer),
      ]),
    ),
  );
}

/** Those who cannot take a second duty over. Worked out once for all second duties that meet the same others. */
function takenFor(org: Org, firsts: readonly Activity[]): (second: Activity) => Bound {
  const known = new Map<string, Bound>();
  return (second) => {
    const key = JSON.stringify([ask.kindOf(second), fact.given(second.scope), fact.given(second.unit)]);
    const found = known.get(key);
    if (found) return found;
    const answering = firsts.flatMap((first) => fact.itemsOf(first.accountable));
    const all: Bound = {
      stakes: ask.distinct(firsts.flatMap((first) => fact.itemsOf(first.responsible))),
      taken: ask.distinct([...answering, ...ask.barredFrom(org, second, "responsible")]),
    };
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
  const [taker, added] = takerOf(second, activities);
  const head = `
itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director }
${added}`;
  // Whoever answers for an approval is asked as well, and whoever does what somebody else answers for.
  const besides = (who: string, id: ActivityId) =>
    pair.compareAccountables ? `, responsible: ${who}` : duties.approving.has(id) ? ", accountable: it-director" : "";
  const write = (one: string, other: string, isMarked = false) => `${head}activities:
${line(first, one)}${isMarked ? marks(first, second) : ""}${line(second, other, scope)}${isMarked ? marks(second, first) : ""}`;
  return {
    bad: write("it-manager", "it-manager", true),
    fixed: pair.movesFirst ? write("ceo", "it-manager") : write("it-manager", taker),
    good: `${head}activities:
${line(first, "it-manager", besides("it-manager", first))}${line(second, "ceo", `${besides("ceo", second)}${scope}`)}# ${"^".repeat(second.length)} sound: ${pair.id}
`,
    unknown: write("it-manager", "not-asked"),
  };
}

/** Who takes the second duty of an example over, with the line that adds them to it. */
function takerOf(second: ActivityId, { business, examining }: Knowledge["activities"]): [string, string] {
  if (examining.includes(second))
    return ["head-internal-audit", "  head-internal-audit: { heldBy: Gil Ash, reportsTo: board }\n"];
  const buyer = "  cfo: { heldBy: Dee Fox, reportsTo: ceo }\n";
  if (second === "processing-purpose-decision") return ["ceo", buyer];
  return business.includes(second) ? ["cfo", buyer] : ["it-director", ""];
}
