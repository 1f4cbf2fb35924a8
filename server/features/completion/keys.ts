import type { FieldSpec, Format, SectionSpec, Shape } from "../../knowledge/format.ts";
import { type Choice, type Context, type Insert, newLine, stop } from "./choice.ts";
import { firstFields, inBraces, isTyped, onLines } from "./groups.ts";
import { inShort } from "./in-short.ts";

/**
 * The keys that a group can still have: required ones first, then those that a new one begins with. Last what an entry
 * is, where its own key says so: the role of `ciso`.
 */
export function keys(context: Context, { name: shapeName, fields, first }: Shape): Choice[] {
  const [section, id] = context.cursor.place;
  const { format } = context.org.knowledge;
  const known = format.sections.get(String(section))?.keys;
  const told = known !== undefined && format.catalogue(known).has(String(id)) ? known : undefined;
  const rank = ({ name, required, of }: FieldSpec) =>
    required ? 0 : first.includes(name) ? 1 : told !== undefined && of === told ? 3 : 2;
  return [...fields.values()]
    .filter(({ name }) => !context.cursor.taken.has(name))
    .sort((a, b) => rank(a) - rank(b))
    .map((field) => ({
      label: field.name,
      kind: "key",
      detail: about(field),
      about: { is: "field", shape: shapeName, name: field.name },
      ...keyOnly(context, field.name, () => keyWithValue(field, format)),
    }));
}

const about = (field: FieldSpec): string => `${inShort(field.name, field)}${field.required ? " (required)" : ""}`;

/** The sections that a file can still have, and the beginning of a whole file where there is nothing yet. */
export function fileKeys(context: Context): Choice[] {
  const { taken, inFlow, hasColon, adopts } = context.cursor;
  const open = [...context.org.knowledge.format.sections.values()].filter(({ name }) => !taken.has(name));
  const rank = ({ field }: SectionSpec) => (field.required ? 0 : 1);
  const choices = open
    .sort((a, b) => rank(a) - rank(b))
    .map(
      (section): Choice => ({
        label: section.name,
        kind: "section",
        detail: about(section.field),
        about: { is: "section", name: section.name },
        ...keyOnly(context, section.name, () => sectionKey(context, section)),
      }),
    );
  const isNew = taken.size === 0 && !inFlow && !hasColon && !adopts;
  return isNew ? [wholeFile(context), ...choices] : choices;
}

/** The name alone before a colon that is there already, or where what follows on the next lines becomes the value. */
export function keyOnly(
  { cursor: { hasColon, adopts } }: Context,
  text: string,
  whole: () => Pick<Choice, "insert" | "again">,
): Pick<Choice, "insert" | "again"> {
  if (hasColon) return { insert: [text] };
  return adopts ? { insert: [`${text}:`] } : whole();
}

function keyWithValue(field: FieldSpec, format: Format): Pick<Choice, "insert" | "again"> {
  const { name, kind, of } = field;
  const first = kind === "object" && of ? firstFields(format.shape(of)) : [];
  if (first.length > 0) return { insert: [`${name}: `, ...inBraces(first)] };
  return { insert: [`${name}: `, stop(0)], again: !isTyped(field) };
}

function sectionKey(
  context: Context,
  { name, entity, items, of, field }: SectionSpec,
): Pick<Choice, "insert" | "again"> {
  if (field.constant !== undefined) return { insert: [`${name}: ${field.constant}`] };
  if (context.cursor.inFlow || field.kind !== "object") {
    const below = context.cursor.inFlow ? " " : items ? `${newLine(context)}- ` : entity ? newLine(context) : " ";
    return { insert: [`${name}:${below}`, stop(0)], again: true };
  }
  const first = of ? firstFields(context.org.knowledge.format.shape(of)) : [];
  if (first.length === 0) return { insert: [`${name}: `, ...inBraces([])], again: true };
  return { insert: [`${name}:${newLine(context)}`, ...onLines(context, first, 1)] };
}

/** The beginning of a file after a first talk: the client, and who leads it. */
function wholeFile(context: Context): Choice {
  const line = newLine(context, 0);
  const { format } = context.org.knowledge;
  const organization = firstFields(format.shape("organization"));
  const post = firstFields(format.shape("post"));
  const insert: Insert = [
    `itorg: 1${line}organization:${newLine(context)}`,
    ...onLines(context, organization, 1),
    `${line}posts:${newLine(context)}ceo: `,
    ...inBraces(post, organization.length + 1),
    newLine(context),
    stop(0),
  ];
  return {
    label: "new organization",
    kind: "snippet",
    detail: "A file to begin with",
    insert,
    filter: "itorg new organization",
  };
}
