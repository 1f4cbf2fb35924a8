import type { FieldSpec, Format, SectionSpec, Shape } from "../../knowledge/format.ts";
import type { Place } from "../words/place.ts";
import { fieldAt } from "./where.ts";

/** What the format has for a place; several of these where there is a choice. */
export interface Expected {
  /** The file itself, whose keys are the sections. */
  readonly isRoot: boolean;
  /** A section whose entries have keys of their own. */
  readonly section: SectionSpec | undefined;
  /** A group with these keys. */
  readonly shape: Shape | undefined;
  /** A value of this field; of one item of it, where the place is an item's. */
  readonly field: FieldSpec | undefined;
  /** One word in place of an entry, of this section. */
  readonly entryOf: SectionSpec | undefined;
  /** The place takes a list, and is not one of its items. */
  readonly isList: boolean;
}

const nothing: Expected = {
  isRoot: false,
  section: undefined,
  shape: undefined,
  field: undefined,
  entryOf: undefined,
  isList: false,
};

const plurals: ReadonlySet<string> = new Set(["choices", "words", "references", "codes", "members"]);

export function expectedAt(place: Place, format: Format): Expected {
  const [name, entry] = place;
  if (name === undefined) return { ...nothing, isRoot: true };
  const section = typeof name === "string" ? format.sections.get(name) : undefined;
  if (!section) return nothing;
  if (place.length === 1) return sectionValue(section, format);
  if (place.length === 2 && section.entity && section.of && typeof entry === "string")
    return { ...nothing, shape: format.shape(section.of), entryOf: section };
  if (place.length === 2 && section.items && typeof entry === "number")
    return { ...nothing, shape: format.shape(section.items) };
  const field = fieldAt(place, format);
  if (!field) return nothing;
  const isItem = typeof place.at(-1) === "number";
  if (isItem && !plurals.has(field.kind)) return nothing;
  const group = field.kind === "object" && field.of ? format.shape(field.of) : undefined;
  return { ...nothing, field, shape: group, isList: !isItem && plurals.has(field.kind) };
}

function sectionValue(section: SectionSpec, format: Format): Expected {
  const { field, items, entity, of } = section;
  if (entity) return { ...nothing, section, field };
  if (items) return { ...nothing, field, shape: format.shape(items), isList: true };
  return { ...nothing, field, shape: field.kind === "object" && of ? format.shape(of) : undefined };
}
