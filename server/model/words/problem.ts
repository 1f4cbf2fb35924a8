import type { Span } from "../../base/text.ts";
import type { Fix } from "./change.ts";
import type { Part, Place } from "./place.ts";
import type { Sayable } from "./words.ts";

/** What reading a file can find wrong with it: no YAML, a key nobody knows, no value of this field, nobody of that name; or a likely slip. */
export type ProblemKind = "syntax" | "key" | "value" | "reference" | "slip";

/** Something wrong with how the file is written. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly at: Place;
  readonly part?: Part;
  /** Where the place alone does not tell, as for the second of two equal keys. */
  readonly span?: Span;
  readonly says: Sayable;
  /** Where it is more than its kind is by itself. */
  readonly severity?: "warning";
  readonly fixes?: readonly Fix[];
}
