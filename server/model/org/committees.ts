import { type Cadence, type CommitteeType, cadences, type Oversees } from "../../knowledge/catalogues.ts";
import { all, any, type Fact, given, holds, missing, some, type Truth, truth } from "../words/fact.ts";
import type { Committee } from "./entities.ts";
import { isDormant } from "./links.ts";
import { type Org, type Scope, unitOf } from "./org.ts";

/** What a committee has to oversee to be one that looks after IT or its security. */
export const itAndSecurity = ["security", "ict-risk", "it"] as const satisfies readonly Oversees[];

/**
 * The committees of these types that meet and serve a scope, in the order of the file. One that has not met for a year
 * counts as absent. `today` is a date as YYYY-MM-DD.
 */
export function activeCommittees(scope: Scope, today: string, ...types: readonly CommitteeType[]): Committee[] {
  return [...scope.org.data.committees.values()].filter(
    (committee) => all(servesAs(scope, committee, types), truth(!isDormant(committee, today))) === "yes",
  );
}

/** Every committee of the file that is known to exist and not to be dormant, whichever unit it belongs to. */
export const meetingCommittees = (org: Org, today: string): Committee[] =>
  [...org.data.committees.values()].filter((one) => one.exists === "yes" && !isDormant(one, today));

/** Every type that a committee can be of. */
export const committeeTypes = ({ knowledge }: Org): CommitteeType[] => [
  ...(knowledge.format.catalogue("committeeType").keys() as Iterable<CommitteeType>),
];

/** Whether a committee is of one of these types. */
export const ofType = ({ type }: Committee, ...types: readonly CommitteeType[]): Truth =>
  holds(type, (one) => types.includes(one));

/**
 * Whether a committee of one of these types meets that also is as asked. A type of which the file mentions none may
 * still be there, unless the file says that its committees are all there are; `question` asks for it.
 */
export function someCommittee(
  scope: Scope,
  today: string,
  types: readonly CommitteeType[],
  also: (committee: Committee) => Truth,
  question: string,
): Truth {
  const { org } = scope;
  const committees = [...org.data.committees.values()];
  const there = some(committees, (committee) =>
    all(servesAs(scope, committee, types), truth(!isDormant(committee, today)), also(committee)),
  );
  const isMentioned = (type: CommitteeType) =>
    committees.some((one) => given(one.type) === type && serves(scope, one) === "yes");
  const isSettled = org.isComplete("committees") || types.every(isMentioned);
  return isSettled ? there : any(there, missing(["committees"], question));
}

/** Whether a committee of one of these types meets and oversees one of these subjects, or activities. */
export const overseen = (
  scope: Scope,
  today: string,
  types: readonly CommitteeType[],
  subjects: readonly string[],
  question: string,
): Truth => someCommittee(scope, today, types, (committee) => overseesAny(committee, subjects), question);

/** Whether a committee oversees at least one of these subjects, or activities. */
export const overseesAny = ({ oversees }: Committee, subjects: readonly string[]): Truth =>
  holds(oversees, (words) => words.some((word) => subjects.includes(word)));

function servesAs(scope: Scope, committee: Committee, types: readonly CommitteeType[]): Truth {
  return all(committee.exists, ofType(committee, ...types), serves(scope, committee));
}

/** A company's own committee never stands for the organization's; that of a department or a site may. */
function serves({ org, unit }: Scope, committee: Committee): Truth {
  const own = unitOf(committee);
  if (unit) return truth(own === unit.id);
  const kind = own === undefined ? undefined : org.data.units.get(own)?.kind;
  return kind ? holds(kind, (one) => one !== "company") : "yes";
}

/** Whether something happens more rarely than asked; what never happens does. */
export const rarerThan = (cadence: Fact<Cadence>, asked: Cadence): Truth =>
  cadence.is === "none" ? "yes" : holds(cadence, (one) => cadences.indexOf(one) > cadences.indexOf(asked));
