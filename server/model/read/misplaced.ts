import { isMap, isScalar, type Node } from "yaml";
import { type Edit, shorten } from "../../base/text.ts";
import type { Format, SectionSpec } from "../../knowledge/format.ts";
import { fix, rewrite } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { type Piece, type Words, words } from "../words/words.ts";
import type { Keyed, Syntax } from "../yaml/syntax.ts";
import { columnOf, endOfLine } from "../yaml/text-layout.ts";

/** What a line belongs to that stands too far left, or below another section. */
interface Home {
  readonly name: string;
  /** The column that it should begin in. */
  readonly column: number;
  /** Where it should stand, if not where it is: the offset behind the last line of its section. */
  readonly behind?: number;
  /** Its section is not written yet. */
  readonly isNew?: boolean;
}

/**
 * What is told of keys that only stand in the wrong column or section: each gets one remedy for all of its kind that
 * follow one another. By key; a key that belongs nowhere else is none of them.
 */
export function misplaced(
  syntax: Syntax,
  entries: ReadonlyMap<string, Keyed>,
  at: Place,
  format: Format,
  isKnown: (key: string) => boolean,
): Map<string, Problem> {
  const top = syntax.resolve(syntax.root);
  const root = isMap(top) ? syntax.entries(top) : new Map<string, Keyed>();
  const found = new Map<string, Problem>();
  const list = [...entries.values()].filter(({ merged }) => !merged);
  let run: Keyed[] = [];
  let home: Home | undefined;
  const settle = () => {
    for (const entry of run) found.set(entry.key, problemOf(syntax, run, entry, [...at, entry.key], home!));
    run = [];
  };
  let before: Keyed | undefined;
  for (const entry of list) {
    const next = isKnown(entry.key) ? undefined : homeOf(syntax, entry, before, at, format, root);
    if (run.length > 0 && (next?.name !== home?.name || next?.behind !== home?.behind)) settle();
    if (!next) {
      before = entry;
      continue;
    }
    home = next;
    run.push(entry);
  }
  if (run.length > 0) settle();
  return found;
}

/** `before` is the nearest entry above that is in its place. */
function homeOf(
  syntax: Syntax,
  { key, value, keyNode }: Keyed,
  before: Keyed | undefined,
  at: Place,
  format: Format,
  root: ReadonlyMap<string, Keyed>,
): Home | undefined {
  if (!keyNode?.range) return undefined;
  const column = columnOf(syntax.content, keyNode.range[0]);
  if (at.length === 1) {
    // A field beside the entry that it is a field of, which has no value of its own.
    const fields = fieldsOf(format.sections.get(String(at[0])), format);
    const isField = fields?.has(key) === true && !isEntityLike(syntax, value, fields);
    if (isField && before && isEmpty(syntax, before.value)) return { name: before.key, column: column + 2 };
    const other = sectionLike(syntax, value, String(at[0]), format);
    return other === undefined ? undefined : elsewhere(syntax, other, root, true);
  }
  if (!before?.keyNode?.range) return undefined;
  if (at.length > 1) return undefined;
  const section = format.sections.get(before.key);
  const group = syntax.resolve(before.value);
  const fields = fieldsOf(section, format);
  if (fields?.has(key) && isMap(group) && !group.flow && !isEntityLike(syntax, value, fields)) {
    const last = group.items.at(-1);
    const lastKey = last?.key as Node | null | undefined;
    if (last && isScalar(lastKey) && lastKey.range && isEmpty(syntax, (last.value as Node | null) ?? null))
      return { name: String(lastKey.value), column: columnOf(syntax.content, lastKey.range[0]) + 2 };
  }
  const own = sectionsWith(key, format);
  const isIts = fields !== undefined && isEntityLike(syntax, value, fields) && own.length === 0;
  if (section && (own.includes(before.key) || isIts)) {
    if (!isMap(group) && !isEmpty(syntax, before.value)) return undefined;
    return isMap(group) && group.flow ? undefined : { name: before.key, column: columnIn(syntax, group) };
  }
  return own.length === 1 ? elsewhere(syntax, own[0]!, root) : undefined;
}

/** The section that an entry belongs to, where it does not stand right below that; `isInside`: it stands in another. */
function elsewhere(
  syntax: Syntax,
  name: string,
  entries: ReadonlyMap<string, Keyed>,
  isInside = false,
): Home | undefined {
  const entry = entries.get(name);
  if (!entry) return { name, column: 2, isNew: true, ...(isInside ? { behind: endOfText(syntax.content) } : {}) };
  const group = syntax.resolve(entry.value);
  if (!isMap(group) || group.flow || !entry.keyNode?.range) return undefined;
  const last = group.items.at(-1);
  const end = Math.max(...[last?.key, last?.value].map((node) => (node as Node | null)?.range?.[1] ?? 0));
  const text = syntax.content.slice(0, end).trimEnd();
  const lineEnd = endOfLine(syntax.content, text.length);
  return { name, column: columnIn(syntax, group), behind: lineEnd };
}

/** Behind the last line with anything on it. */
const endOfText = (content: string): number => content.trimEnd().length;

const columnIn = (syntax: Syntax, group: Node | undefined): number => {
  const first = isMap(group) ? (group.items[0]?.key as Node | null | undefined) : undefined;
  return first?.range ? columnOf(syntax.content, first.range[0]) : 2;
};

const fieldsOf = (section: SectionSpec | undefined, format: Format): ReadonlyMap<string, unknown> | undefined =>
  section?.entity && section.of ? format.shape(section.of).fields : undefined;

/** The section that a group of keys is an entry of, where it has no field of its own section and one or more of that. */
function sectionLike(syntax: Syntax, value: Node | null, own: string, format: Format): string | undefined {
  const node = syntax.resolve(value);
  if (!isMap(node) || node.items.length === 0) return undefined;
  const keys = [...syntax.entries(node).keys()];
  const fits = (name: string, least: number) => {
    const fields = fieldsOf(format.sections.get(name), format);
    return fields !== undefined && keys.filter((key) => fields.has(key)).length >= least;
  };
  if (fits(own, 1)) return undefined;
  const others = [...format.sections.keys()].filter((name) => name !== own && fits(name, keys.length));
  return others.length === 1 ? others[0] : undefined;
}

/** A group of which at least half of the keys are fields of such an entry. */
function isEntityLike(syntax: Syntax, value: Node | null, fields: ReadonlyMap<string, unknown>): boolean {
  const node = syntax.resolve(value);
  if (!isMap(node) || node.items.length === 0) return false;
  const keys = [...syntax.entries(node).keys()];
  return keys.filter((key) => fields.has(key)).length * 2 > keys.length;
}

function isEmpty(syntax: Syntax, value: Node | null): boolean {
  const node = syntax.resolve(value);
  return !node || (isScalar(node) && node.value === null);
}

/** The sections whose entries may have this key, because a catalogue lists it. */
function sectionsWith(key: string, format: Format): string[] {
  return [...format.sections.values()].flatMap(({ name, keys }) =>
    keys !== undefined && format.catalogue(keys).has(key) ? [name] : [],
  );
}

function problemOf(syntax: Syntax, run: readonly Keyed[], { key }: Keyed, at: Place, home: Home): Problem {
  const isField = home.behind === undefined && !home.isNew && home.column > 2;
  // An entry may be called by somebody's name; a section never is.
  const where: Piece = isField ? { quoted: home.name } : home.name;
  const edits = editsFor(syntax, run, home);
  // A key that stands in the wrong place may be anything, a person's name too.
  const keys = run.map(({ key }): Words => words`\`${{ quoted: shorten(key) }}\``);
  const shown = keys.length > 3 ? keys.slice(0, 3) : keys;
  const list = shown.flatMap((key, i): Words => (i === 0 ? key : [", ", ...key]));
  const named = keys.length > 3 ? words`${list} and ${String(keys.length - 3)} more` : list;
  const own: Piece = { quoted: key };
  const blanks = numbers[home.column] ?? String(home.column);
  const staysInPlace = home.behind === undefined && !home.isNew;
  const says = staysInPlace
    ? words`\`${own}\` belongs ${isField ? "to" : "below"} \`${where}\`. Begin its line with ${blanks} blanks.`
    : words`\`${own}\` belongs below \`${where}\`, not here.`;
  const title = staysInPlace ? words`Indent ${named} below \`${where}\`` : words`Move ${named} below \`${where}\``;
  return {
    kind: "key",
    at,
    part: "key",
    says,
    fixes:
      edits.length > 0
        ? [fix(does("move-below-<item>", home.name), title, [rewrite(at, edits)], { preferred: true })]
        : [],
  };
}

const numbers: Readonly<Record<number, string>> = { 2: "two", 4: "four", 6: "six", 8: "eight" };

/** Indents the lines of some entries, and takes them to the end of their section where that stands elsewhere. */
function editsFor(syntax: Syntax, run: readonly Keyed[], home: Home): Edit[] {
  const { content } = syntax;
  const eol = content.includes("\r\n") ? "\r\n" : "\n";
  const pieces = run.map(({ keyNode, value }) => {
    const start = keyNode.range![0];
    const lineStart = content.lastIndexOf("\n", start - 1) + 1;
    const textEnd = content.slice(0, Math.max(keyNode.range![1], value?.range?.[1] ?? 0)).trimEnd().length;
    return { lineStart, end: endOfLine(content, textEnd), by: home.column - columnOf(content, start) };
  });
  const least = home.behind === undefined ? 1 : 0;
  if (pieces.some(({ lineStart, by }) => by < least || content.slice(lineStart).startsWith("\t"))) return [];
  const indented = ({ lineStart, end, by }: (typeof pieces)[number]) =>
    content.slice(lineStart, end).replaceAll(/^(?=[^\r\n])/gm, " ".repeat(by));
  if (home.behind === undefined) {
    const opens = home.isNew ? `${home.name}:${eol}` : "";
    return pieces.map((piece, i) => ({
      span: { start: piece.lineStart, end: piece.end },
      newText: (i === 0 ? opens : "") + indented(piece),
    }));
  }
  const { behind } = home;
  const moved = pieces.map((piece) => eol + indented(piece)).join("");
  const breakAt = (end: number) => /^\r?\n/.exec(content.slice(end))?.[0].length ?? 0;
  if (home.isNew) {
    // The lines may be the last of the file, so all from the first of them on is written anew.
    const { lineStart: start } = pieces[0]!;
    let rest = "";
    let at = start;
    for (const { lineStart, end } of pieces) {
      rest += content.slice(at, lineStart);
      at = Math.min(end + breakAt(end), behind);
    }
    rest = (rest + content.slice(at, behind)).trimEnd();
    const newText = `${rest}${rest === "" ? "" : eol}${home.name}:${moved}`;
    return [{ span: { start, end: behind }, newText }];
  }
  const cuts = pieces.map(({ lineStart, end }) => {
    return { span: { start: lineStart, end: end + breakAt(end) }, newText: "" };
  });
  return [{ span: { start: behind, end: behind }, newText: moved }, ...cuts];
}
