import type { FieldSpec, Shape } from "../../knowledge/format.ts";
import { nameSlot } from "../../model/words/values.ts";
import { type Context, type Insert, newLine, stop } from "./choice.ts";

/** The keys that a new group of this shape begins with; `more` come before them. */
export function firstFields({ first, fields }: Shape, more: readonly string[] = []): FieldSpec[] {
  return [...new Set([...more, ...first])].flatMap((name) => fields.get(name) ?? []);
}

/** `{ heldBy: , reportsTo: }`, with a stop behind each colon. Nothing is filled in that nobody has said. */
export function inBraces(fields: readonly FieldSpec[], from = 1): Insert {
  if (fields.length === 0) return ["{ ", stop(0), " }"];
  const pairs = fields.flatMap((field, i): Insert => [`${i > 0 ? ", " : ""}${field.name}: `, slot(field, from + i)]);
  return ["{ ", ...pairs, " }"];
}

/** The same with each key on a line of its own, so many levels below the entry. */
export function onLines(context: Context, fields: readonly FieldSpec[], levels: number, from = 1): Insert {
  return fields.flatMap(
    (field, i): Insert => [`${i > 0 ? newLine(context, levels) : ""}${field.name}: `, slot(field, from + i)],
  );
}

/** Whether the user writes the value in words or figures of his own, so that no list opens for it. */
export const isTyped = ({ kind }: FieldSpec): boolean => ["text", "integer", "number", "count"].includes(kind);

/** An empty value is a question for the next interview; only the organization's name cannot be left empty. */
const slot = ({ nullable }: FieldSpec, number: number) => stop(number, nullable ? "" : nameSlot);
