import type { Severity } from "../knowledge/severity.ts";
import type { Overlap } from "../model/org/same-hands.ts";

/** A provision of a declared regime that the same hands in two duties touch. */
export interface DutyHit {
  readonly id: string;
  /** What it asks for. A hint where it is only to be cited. */
  readonly severity: Severity;
  /** False while its regime is only planned, or nobody has said whether the organization is covered. */
  readonly applies: boolean;
}

/**
 * How much it is that somebody has both duties. `full`: responsible in both, or responsible in one and accountable
 * where the other approves, or accountable in both where that is what the pair is about. `team`: one team has both, and
 * nobody has said whether one person in it does. `head`: whoever heads a team approves what it does. `lesser`: with a first duty that the pair weighs less. Who answers for
 * both elsewhere does neither, and is no case.
 */
export type CaseKind = "full" | "team" | "head" | "lesser";

/** One way in which the same hands have both duties. */
export interface DutyCase extends Overlap {
  readonly kind: CaseKind;
  /** What it weighs where no law is declared, after the drop for a small IT team. */
  readonly severity: Severity;
  /** The provisions of declared regimes that it touches, each with what it asks for. */
  readonly hits: readonly DutyHit[];
}
