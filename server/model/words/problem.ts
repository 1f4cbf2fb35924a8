import type { Span } from "../../base/text.ts";
import type { Fix } from "./change.ts";
import type { Part, Place } from "./place.ts";

/** The structural rules whose findings come out of reading the file itself. */
export type ProblemRule = "yaml-syntax" | "unknown-key" | "invalid-value" | "unresolved-reference" | "near-miss";

/** Something wrong with how the file is written. */
export interface Problem {
  readonly rule: ProblemRule;
  readonly at: Place;
  readonly part?: Part;
  /** Where the place alone does not tell, as for the second of two equal keys. */
  readonly span?: Span;
  readonly says: string;
  readonly fixes?: readonly Fix[];
}
