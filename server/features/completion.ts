import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import type { FieldSpec, Shape } from "../knowledge/format.ts";
import { type Cursor, cursorAt } from "../model/find/cursor.ts";
import { type Expected, expectedAt } from "../model/find/expected.ts";
import { acceptances } from "./completion/acceptances.ts";
import { type Choice, type Context, type Insert, stop } from "./completion/choice.ts";
import { configChoices } from "./completion/configuration.ts";
import { entries } from "./completion/entries.ts";
import { firstFields, inBraces, isTyped, onLines } from "./completion/groups.ts";
import { fileKeys, keys } from "./completion/keys.ts";
import { entryWords, values, wordsFor } from "./completion/values.ts";

export type { About, ChoiceKind, Insert, Stop } from "./completion/choice.ts";
export { explained } from "./completion/explained.ts";

export interface Completion extends Choice {
  /** What is replaced; it holds the cursor and does not leave its line. */
  readonly span: Span;
}

/**
 * What can be written at an offset (UTF-16), best first: keys that are missing, values, whole entries. Line breaks in what
 * is inserted carry their full indentation, and are `\n` in every file: editors make them the file's own. Empty where nothing fits.
 * `typed` is the sign that made the editor ask, where the user did not.
 */
export function completions(snapshot: Snapshot, offset: number, typed?: string): Completion[] {
  const cursor = cursorAt(snapshot.analysis.document, offset);
  if (!cursor) return [];
  const { org } = cursor.document;
  const expected = expectedAt(cursor.place, org.knowledge.format);
  if (typed === ":" && mayGoOnBelow(expected)) return [];
  const context: Context = { snapshot, cursor, expected, org };
  const seen = new Set<string>();
  const all = snapshot.is === "configuration" ? configChoices(context) : offered(context);
  return [...all.filter(({ last }) => !last), ...all.filter(({ last }) => last)]
    .filter((choice) => isMeant(context, choice) && !seen.has(choice.label) && seen.add(choice.label))
    .map((choice) => ({ ...choice, insert: placed(context, choice), span: cursor.span }));
}

/** Behind such a key's colon comes Enter more often than a word, and an open list would take the Enter for itself. */
const mayGoOnBelow = ({ isRoot, section, shape, isList }: Expected): boolean =>
  isRoot || section !== undefined || shape !== undefined || isList;

function offered(context: Context): Choice[] {
  const { cursor, expected } = context;
  const { isRoot, section, shape, field, entryOf, isList } = expected;
  const isItem = typeof cursor.place.at(-1) === "number";
  const isKey = cursor.part === "key" || cursor.ownLine || (isItem && shape !== undefined);
  if (cursor.quote && (isKey || !field)) return [];
  if (isRoot) return fileKeys(context);
  if (section)
    return isKey
      ? entries(context, section)
      : entryWords([...context.org.knowledge.format.catalogue("reservedWord").keys()], section, context);
  if (shape && isKey) return groupAt(context, shape, isItem, isList);
  if (cursor.part === "key") return [];
  if (entryOf && shape) return [...group(context, shape), ...entryWords(entryOf.words, entryOf, context)];
  return field ? valuesAt(context, field, isItem, isList, shape) : [];
}

/** The keys of a group; where it is a new item of a list, whole items first, and the dash where it is missing. */
function groupAt(context: Context, shape: Shape, isItem: boolean, isList: boolean): Choice[] {
  const { part, ownLine, inFlow, adopts, taken } = context.cursor;
  if (part === "key") return keys(context, shape);
  const wantsDash = isList && ownLine;
  const isNew = !adopts && taken.size === 0;
  const whole = isNew && (isItem || wantsDash) ? wholeItem(context, shape) : [];
  // In `[ ]`, a key would still need its braces.
  const all = isItem && inFlow ? whole : [...whole, ...keys(context, shape)];
  return wantsDash ? dashed(all) : all;
}

function valuesAt(
  context: Context,
  field: FieldSpec,
  isItem: boolean,
  isList: boolean,
  shape: Shape | undefined,
): Choice[] {
  const { cursor } = context;
  const found = values(context, field).filter(({ label }) => !isItem || !cursor.taken.has(label));
  if (isList && cursor.ownLine) return dashed(found);
  const words = isItem || cursor.quote ? [] : wordsFor(field, context);
  const several: Choice[] =
    isList && !isItem && cursor.word === "" && !cursor.quote && found.length > 0 ? [bracket] : [];
  return [...(shape ? group(context, shape) : []), ...found, ...several, ...words];
}

const bracket: Choice = { label: "[ ]", kind: "snippet", detail: "Several", insert: ["[", stop(0), "]"], again: true };

/** A whole group as a value on the same line. */
function group({ cursor }: Context, shape: Shape): Choice[] {
  if (cursor.word !== "") return [];
  const fields = firstFields(shape);
  return [
    {
      label: "{ }",
      kind: "snippet",
      detail: fields.map(({ title }) => title).join(", "),
      insert: inBraces(fields),
      ...(fields.length === 0 ? { again: true } : {}),
    },
  ];
}

/** A whole entry of a list. */
function wholeItem(context: Context, shape: Shape): Choice[] {
  const isDashed = context.cursor.ownLine;
  const inner: Context = isDashed ? { ...context, cursor: deeper(context.cursor) } : context;
  const fields = firstFields(shape);
  const insert: Insert = context.cursor.inFlow ? inBraces(fields) : onLines(inner, fields, 0);
  const all = shape.name === "acceptance" ? acceptances(inner) : [];
  return [
    ...all,
    { label: `new ${shape.name}`, kind: "snippet", detail: fields.map(({ title }) => title).join(", "), insert },
  ];
}

const deeper = (cursor: Cursor): Cursor => ({ ...cursor, column: cursor.column + 2 });

const dashed = (choices: readonly Choice[]): Choice[] =>
  choices.map((choice) => ({ ...choice, insert: ["- ", ...choice.insert] }));

/** In the middle of several words of text, only what goes on like them. */
function isMeant({ cursor: { word }, expected: { field } }: Context, { label, kind }: Choice): boolean {
  const isText = field !== undefined && (field.ownText || field.kind === "date" || isTyped(field));
  const isLoose = !/\s/.test(word) && !(isText && kind === "word" && word !== "");
  return isLoose || label.toLowerCase().startsWith(word.toLowerCase());
}

function placed({ cursor: { lead, trail, quote } }: Context, { insert, label }: Choice): Insert {
  const inside = quote ? [quoted(label, quote)] : insert;
  return [lead, ...inside, trail].filter((part) => part !== "");
}

const quoted = (text: string, quote: string): string =>
  quote === '"' ? JSON.stringify(text).slice(1, -1) : text.replaceAll("'", "''");
