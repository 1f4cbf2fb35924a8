import type { FieldSpec } from "../../knowledge/format.ts";
import { fix, set } from "../words/change.ts";
import { type Fact, somebody, unknown } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { nameSlot } from "../words/values.ts";
import type { Reading } from "./read-value.ts";
import type { Meant } from "./who-is-meant.ts";

/** A reference to what the file does not declare; it is reported where it stands. */
export function leadsNowhere(value: unknown): boolean {
  return typeof value === "object" && value !== null && "to" in value && value.to === "nothing";
}

export function mapReading<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return "value" in reading ? { value: change(reading.value) } : reading;
}

/** Of a place where not all is known: somebody where anybody is named, or said to be there. */
export const openFact = ({ open, refs }: Meant, at: Place): Fact<unknown> =>
  open === "somebody" || refs.length > 0 ? somebody(at) : unknown(at, "unknown");

/** What is told of a field that must be written and is not. */
export function missingField(spec: FieldSpec, at: Place): Problem {
  const place = [...at, spec.name];
  const value = spec.name === "name" ? nameSlot : "not-asked";
  return {
    kind: "value",
    at: place,
    part: "key",
    says: `\`${spec.name}\` is missing here. ${spec.description}`,
    fixes: [fix(does("insert-<item>", spec.name), `Insert \`${spec.name}\``, [set(place, value)])],
  };
}
