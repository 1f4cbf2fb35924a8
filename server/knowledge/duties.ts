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
  /** A team on both sides says nothing: its work is that the one does what the other wrote. */
  readonly notInTeams?: boolean;
  /** Whoever heads a team that has the first duty, and has the second, is a case as well, of information. */
  readonly headOfTeam?: boolean;
  /** Other rules whose finding about the same second activity is the same fact. */
  readonly absorbs?: readonly string[];
  /** What counts is being responsible for both, also where the second approves. */
  readonly responsibleOnly?: boolean;
  /** A provider, or somebody of it, on both sides is no case. */
  readonly insideOnly?: boolean;
  /** It is no case where IT has three people or fewer. */
  readonly notInTinyTeams?: boolean;
  /** The field of the second activity that ends it where it says yes. */
  readonly endedBy?: "offlineCopy";
  /** First duties that weigh less, and count only in large organizations, or under one of these regimes. */
  readonly lesser?: {
    readonly first: readonly ActivityId[];
    readonly severity: Severity;
    readonly regimes: readonly string[];
    /** The provision whose own finding states the same fact. */
    readonly joins: string;
  };
  /** One finding for everybody who has both, however many activities that takes; else one for each second activity. */
  readonly byPerson?: boolean;
  /** It is the first duty that goes to others, to whoever bears the risk. */
  readonly movesFirst?: boolean;
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

/** The file of duties, as it is written. */
export interface DutiesFile {
  readonly note: string;
  readonly approving: readonly ActivityId[];
  readonly alike: readonly (readonly ActivityId[])[];
  readonly pairs: readonly DutyPair[];
}

/** What is known of duties that should not lie in the same hands. Immutable. */
export class Duties {
  readonly pairs: readonly DutyPair[];
  /** What holds for all pairs, for their pages. */
  readonly note: string;
  /** Duties that approve or review the work of others. */
  readonly approving: ReadonlySet<string>;
  readonly #alike: DutiesFile["alike"];

  constructor({ note, approving, alike, pairs }: DutiesFile) {
    this.note = note;
    this.approving = new Set(approving);
    this.#alike = alike;
    this.pairs = pairs.map((pair) => ({
      ...pair,
      first: this.withAlike(pair.first),
      second: this.withAlike(pair.second),
    }));
  }

  /** A side with the activities that count as one of its own; what the pair itself names stays in front. */
  withAlike(side: readonly ActivityId[]): ActivityId[] {
    const others = this.#alike.filter((group) => group.some((id) => side.includes(id))).flat();
    return [...new Set([...side, ...others])];
  }
}
