import { isScalar } from "yaml";
import type { FieldSpec } from "../../knowledge/format.ts";
import { fix, remove, set, type Value } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { type Does, does } from "../words/remedy-id.ts";
import { quoted, words } from "../words/words.ts";
import type { Keyed } from "../yaml/syntax.ts";
import { withoutForeignQuotes } from "./foreign-quotes.ts";
import { isIdForm } from "./references.ts";

/**
 * What is told of the second half of a value with a comma in it, as in `{ heldBy: Lee, Ann }`, which YAML reads as a key
 * without a value. Undefined for any other key. `before` is the entry in front of it, between the same braces.
 */
export function secondHalf(
  { key, value }: Keyed,
  before: Keyed | undefined,
  at: Place,
  field: FieldSpec | undefined,
): Problem | undefined {
  const first = before?.value;
  if (value !== null || !before || !isScalar(first) || first.value === null) return undefined;
  const source = String(first.source ?? first.value);
  const isList = field !== undefined && listKinds.has(field.kind);
  const isThousands = /^\d{1,3}$/.test(source) && /^\d{3}$/.test(key);
  const isDecimal = !isThousands && field?.kind === "number" && /^\d+$/.test(source) && /^\d+$/.test(key);
  const isNumber = isThousands || isDecimal;
  const both = `${source}, ${key}`;
  const whole = isThousands
    ? Number(source + key)
    : isDecimal
      ? Number(`${source}.${key}`)
      : (withoutForeignQuotes(both) ?? both);
  const advice = isThousands
    ? "Write large numbers without commas."
    : isDecimal
      ? "Write a point in front of the part of a whole."
      : isList
        ? several
        : inQuotes;
  const write = (how: Does, as: string, value: Value, preferred: boolean) =>
    fix(how, words`Write it as ${quoted(as)}`, [set([...at, before.key], value), remove([...at, key])], { preferred });
  const list =
    isList && !isNumber ? [write(does("write-as-list"), `[${source}, ${key}]`, [source, key], isIdForm(key))] : [];
  const text = write(
    does(isNumber ? "write-as-number" : "write-as-text"),
    isNumber ? String(whole) : `"${whole}"`,
    whole,
    !isList || !isIdForm(key),
  );
  // Numbers where no number stands are a slip of another kind: nobody is called "2, 5".
  const isMeant = isNumber || /\p{L}/u.test(both);
  return {
    kind: "key",
    at: [...at, key],
    part: "key",
    says: words`Inside \`{ }\` a comma begins a new key, and \`${quoted(key)}\` is none. ${advice}`,
    fixes: !isMeant ? [] : isIdForm(key) && isList ? list : [text, ...list],
  };
}

/** Fields that take several values. */
export const listKinds: ReadonlySet<FieldSpec["kind"]> = new Set([
  "choices",
  "words",
  "references",
  "codes",
  "members",
]);

const inQuotes = "A value that has a comma in it stands in quotes.";
const several = "Several values stand in `[ ]`, and a value that has a comma in it in quotes.";
