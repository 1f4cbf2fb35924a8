import type { FieldSpec, Format } from "../../knowledge/format.ts";
import { refName } from "../../model/org/names.ts";
import type { Org } from "../../model/org/org.ts";
import type { Fact } from "../../model/words/fact.ts";
import type { Range, Ref } from "../../model/words/values.ts";
import { inSentence, listOf, type Words, words } from "../../model/words/words.ts";

/** What stands in a field, of whatever kind: the values of the generated shapes. */
export type FieldValue = string | number | boolean | Range | Ref | readonly (string | Ref)[] | Nested;
/** A group of fields below a field, such as `boardReport`. */
export interface Nested {
  readonly [field: string]: Fact<FieldValue>;
}

/** A group of fields may have one called `to`, which is a fact. */
export const isRef = (value: unknown): value is Ref =>
  typeof value === "object" && value !== null && "to" in value && typeof value.to === "string";
export const isRange = (value: unknown): value is Range =>
  typeof value === "object" && value !== null && "min" in value;

/** The single values of a list, or the one value that stands in its place. */
export const partsOf = (value: FieldValue): readonly (string | number | boolean | Range | Ref | Nested)[] =>
  Array.isArray(value) ? (value as readonly (string | Ref)[]) : [value as Exclude<FieldValue, readonly unknown[]>];

/** Under which two values of a field are equal. References are compared as `keyOf` has them. */
export function keyOfPart(part: ReturnType<typeof partsOf>[number], keyOf: (ref: Ref) => string): string {
  return isRef(part)
    ? keyOf(part)
    : JSON.stringify(part, (_, value) => (value === Number.POSITIVE_INFINITY ? "more" : value));
}

/** A fact as it is said behind its field: "strategic and tactical", "none", "not known". */
export function factWords(org: Org, field: FieldSpec, fact: Fact<FieldValue>): Words {
  switch (fact.is) {
    case "known":
      return valueWords(org, field, fact.value);
    case "none":
      return [isOfWhom(field) ? "nobody" : "none"];
    case "not-applicable":
      return ["not applicable"];
    default:
      return [fact.somebody ? "somebody, not known who" : "not known"];
  }
}

const isOfWhom = ({ kind, targets }: FieldSpec): boolean =>
  ["reference", "references", "members"].includes(kind) && targets.some((to) => to !== "unit");

function valueWords(org: Org, field: FieldSpec, value: FieldValue): Words {
  const parts = partsOf(value);
  if (parts.length === 0) return [isOfWhom(field) ? "nobody" : "none"];
  const said = listOf(parts.map((part) => partWords(org, field, part)));
  return typeof said === "string" ? [said] : said;
}

export function partWords(org: Org, field: FieldSpec, part: ReturnType<typeof partsOf>[number]): Words {
  if (isRef(part)) return refName(org, part);
  if (isRange(part)) return [rangeText(part)];
  if (typeof part === "boolean") return [part ? "yes" : "no"];
  if (typeof part === "number") return [String(part)];
  if (typeof part === "string") return textWords(org.knowledge.format, field, part);
  return nestedWords(org, field, part);
}

function rangeText({ min, max }: Range): string {
  if (min === max) return String(min);
  return max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} to ${max}`;
}

/** A word of a catalogue by its title; the file's own words as they are; free text as such. */
function textWords(format: Format, field: FieldSpec, text: string): Words {
  if (field.name === "notes") return [{ note: text }];
  if (field.of === undefined || field.kind === "object" || field.kind === "text") return [{ label: text }];
  const title = format.catalogue(field.of).get(text)?.title;
  return title === undefined ? [{ label: text }] : [inSentence(title)];
}

function nestedWords(org: Org, { of }: FieldSpec, nested: Nested): Words {
  const shape = of === undefined ? undefined : org.knowledge.format.shape(of);
  const said = [...(shape?.fields.values() ?? [])].flatMap((field) => {
    const fact = nested[field.name];
    return fact?.is === "known" ? [words`${inSentence(field.title)} ${factWords(org, field, fact)}`] : [];
  });
  return said.length === 0 ? ["yes"] : words`${listOf(said)}`;
}
