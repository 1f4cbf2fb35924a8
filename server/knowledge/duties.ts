import data from "../../schemas/definitions/duties.yaml";
import type { ActivityId } from "./catalogues.ts";
import type { Severity } from "./severity.ts";

/** Two duties that should not lie in one pair of hands. Each pair is a rule of its own. */
export interface DutyPair {
  readonly id: string;
  readonly first: readonly ActivityId[];
  readonly second: readonly ActivityId[];
  /** It is who answers for the two that counts. */
  readonly compareAccountables: boolean;
  readonly onlyScope?: readonly string[];
  readonly severity: Severity;
  readonly rests: readonly string[];
  readonly title: string;
  readonly reportTitle: string;
  readonly why: string;
  /** Why it matters, in one short sentence for messages. */
  readonly sameHands: string;
  readonly avoid: string;
  readonly prefer: string;
  readonly note?: string;
}

const file = data as {
  readonly note: string;
  readonly approving: readonly ActivityId[];
  readonly alike: readonly (readonly ActivityId[])[];
  readonly pairs: readonly DutyPair[];
};

export const dutyPairs: readonly DutyPair[] = file.pairs.map((pair) => ({
  ...pair,
  first: withAlike(pair.first),
  second: withAlike(pair.second),
}));
/** What holds for all pairs, for their pages. */
export const dutiesNote = file.note;
/** Duties that approve or review the work of others. */
export const approvingDuties: ReadonlySet<string> = new Set(file.approving);

/** A side with the activities that count as one of its own; what the pair itself names stays in front. */
export function withAlike(side: readonly ActivityId[]): ActivityId[] {
  const others = file.alike.filter((group) => group.some((id) => side.includes(id))).flat();
  return [...new Set([...side, ...others])];
}
