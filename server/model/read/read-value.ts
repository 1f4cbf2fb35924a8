import { isMap, isScalar, isSeq, type Node } from "yaml";
import { isDay } from "../../base/day.ts";
import { isCertain, nearest, plainLetters } from "../../base/spelling.ts";
import type { FieldSpec, Format } from "../../knowledge/format.ts";
import { type Fix, fix, rewrite, set, setQuoted } from "../words/change.ts";
import { type Place, placeFromString } from "../words/place.ts";
import { does } from "../words/remedy-id.ts";
import { asReservedWord, type Range, type ReservedWord } from "../words/values.ts";
import { quoted, type Sayable, type Words, words } from "../words/words.ts";
import { isPlain } from "../yaml/syntax.ts";
import { countryMeant, daysMeant, numberMeant, usualWord } from "./slips.ts";

export function reservedWordOf(node: Node | undefined): ReservedWord | undefined {
  return isPlain(node) && typeof node.value === "string" ? asReservedWord(node.value) : undefined;
}

/** `vacant`, which is a word of its own only where a post or its holder can stand. */
export const isVacant = (node: Node | undefined): boolean => isPlain(node) && node.value === "vacant";

/** A scalar read as one kind of value, or what is wrong with it and how it could be mended. */
export type Reading<T> = { readonly value: T } | { readonly says: Sayable; readonly fixes: readonly Fix[] };

export const wrong = (says: Sayable, fixes: readonly Fix[] = []): Reading<never> => ({ says, fixes });

export function readText(node: Node, at: Place, what = "text"): Reading<string> {
  if (!isScalar(node)) return wrong(`A ${what} belongs here, not ${nounOf(node)}.`);
  if (typeof node.value === "string") {
    return node.value.trim() === ""
      ? wrong(`This ${what} is empty. Write it, or \`not-asked\` to keep the slot.`)
      : { value: node.value };
  }
  const source = sourceOf(node);
  return wrong(words`\`${quoted(source)}\` is read as ${nounOf(node)}; a ${what} belongs here. Put it in quotes.`, [
    fix(does("put-in-quotes"), words`Put it in quotes: "${quoted(source)}"`, [setQuoted(at, source)], {
      preferred: true,
    }),
  ]);
}

export function readYesNo(node: Node, at: Place): Reading<boolean> {
  const value = isScalar(node) ? node.value : undefined;
  if (value === true || value === "yes") return { value: true };
  if (value === false || value === "no") return { value: false };
  return wrong(
    words`Write \`yes\` or \`no\` here, not ${quoteOf(node)}.`,
    offered(node, at, ["yes", "no"], { y: "yes", n: "no", ja: "yes", nein: "no", oui: "yes", non: "no" }),
  );
}

export function readChoice(node: Node, at: Place, spec: FieldSpec, format: Format): Reading<string> {
  const allowed = spec.allowed ?? [...format.catalogue(spec.of ?? spec.name).keys()];
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === "string" && allowed.includes(value)) return { value };
  if (allowed.length === 0) return wrong(words`${quoteOf(node)} means nothing here: there is no value to choose from.`);
  // Several values in a list, with no comma between them.
  const several = typeof value === "string" ? value.split(/\s+/) : [];
  if (
    several.length > 1 &&
    typeof at.at(-1) === "number" &&
    several.every((word) => allowed.includes(word)) &&
    node.range
  ) {
    const edits = [{ span: { start: node.range[0], end: node.range[1] }, newText: several.join(", ") }];
    const says = `A comma is missing between ${several.map((word) => `\`${word}\``).join(" and ")}.`;
    return wrong(says, [
      fix(does("write-as-list"), `Write \`${several.join(", ")}\``, [rewrite(at, edits)], { preferred: true }),
    ]);
  }
  const list =
    allowed.length <= 20 ? allowed.join(", ") : `${allowed.slice(0, 8).join(", ")} and ${allowed.length - 8} more`;
  return wrong(words`${quoteOf(node)} is not one of the values known here: ${list}.`, offered(node, at, allowed));
}

export interface Bounds {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

export function readNumber(node: Node, at: Place, whole: boolean, bounds: Bounds = {}): Reading<number> {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === "number" && Number.isFinite(value) && (!whole || Number.isInteger(value))) {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = bounds;
    if (value >= minimum && value <= maximum) return { value };
    return wrong(`${value} is ${value < minimum ? `less than ${minimum}` : `more than ${maximum}`}, which cannot be.`);
  }
  const source = isScalar(node) ? sourceOf(node) : "";
  const meant = numberMeant(source, whole);
  // Where only digits and separators stand there, nothing else can be meant; "ca. 180" is more than its number.
  const isExact = /^[\d.,'_\s“”„‟«»‘’]+$/u.test(source);
  const title = words`Write ${meant ?? ""}${isExact ? "" : words` in place of \`${quoted(source)}\``}`;
  const fixes =
    meant === undefined
      ? partOfWeek(source, at)
      : [fix(does("write-<item>", String(meant)), title, [set(at, meant)], { preferred: isExact })];
  return wrong(
    words`A ${whole ? "whole number" : "number"} belongs here, written without separators; ${quoteOf(node)} is none.`,
    fixes,
  );
}

/** Part-time work is often given as a share of the week. */
function partOfWeek(source: string, at: Place): Fix[] {
  const share = at.at(-1) === "daysPerWeek" ? /^(\d{1,3})\s*%$/.exec(source)?.[1] : undefined;
  const days = Number(share) / 20;
  return share === undefined || days > 7
    ? []
    : [
        fix(does("write-<item>", String(days)), `Write ${days}, which is ${share}% of five days`, [set(at, days)], {
          preferred: true,
        }),
      ];
}

/** A head count: a whole number, or a range such as `50-250`. */
export function readCount(node: Node, at: Place): Reading<Range> {
  const value = isScalar(node) ? node.value : undefined;
  const range = typeof value === "string" ? /^(\d+)\s*(?:-|–|to)\s*(\d+)$/u.exec(value.trim()) : null;
  if (range) {
    const ends = [Number(range[1]), Number(range[2])];
    const [min, max] = [Math.min(...ends), Math.max(...ends)];
    const written = `${min}-${max}`;
    if (value === `${range[1]}-${range[2]}` && ends[0] === min) return { value: { min, max } };
    return wrong(`Write this range as ${written}.`, [
      fix(does("write-<item>", written), `Write ${written}`, [set(at, written)], { preferred: true }),
    ]);
  }
  const number = readNumber(node, at, true, { minimum: 0 });
  if ("value" in number) return { value: { min: number.value, max: number.value } };
  return wrong(
    words`A whole number or a range such as 50-250 belongs here; ${quoteOf(node)} is neither.`,
    number.fixes,
  );
}

export function readDate(node: Node, at: Place): Reading<string> {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === "string" && isDay(value)) return { value };
  const meant = daysMeant(isScalar(node) ? sourceOf(node) : "");
  const fixes = meant.map((day) =>
    fix(does("write-<item>", day), `Write ${day}`, [set(at, day)], { preferred: meant.length === 1 }),
  );
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return wrong(words`${quoteOf(node)} is no day of the calendar. Write the day that it was or will be.`);
  return wrong(words`A date belongs here, written year-month-day as in 2026-11-20; ${quoteOf(node)} is none.`, fixes);
}

/** A text of a given pattern, such as a country or currency code. Capitals are offered where they would make it fit. */
export function readPattern(node: Node, at: Place, pattern: RegExp, what: string): Reading<string> {
  const text = readText(node, at);
  if (!("value" in text) || pattern.test(text.value)) return text;
  const upper = text.value.trim().toUpperCase();
  const country = countryMeant(text.value);
  const meant = [pattern.test(upper) ? upper : country].flatMap((code) =>
    code !== undefined && pattern.test(code) ? [code] : [],
  );
  return wrong(
    words`\`${{ quoted: text.value }}\` is no ${what}.`,
    meant.map((code) => fix(does("write-<item>", code), `Write ${code}`, [set(at, code)], { preferred: true })),
  );
}

/** One word: of a catalogue, which has those that are `known`, or of the user's own in the form of an id. */
export function readId(node: Node, at: Place, known: { has(word: string): boolean } = new Set()): Reading<string> {
  const text = readText(node, at, "word");
  if (!("value" in text) || /^[a-z0-9-]{1,64}$/.test(text.value)) return text;
  const id = usualWord(text.value, known) ?? slugOf(text.value);
  const fixes =
    id === ""
      ? []
      : [fix(does("change-to-<item>", id), words`Write \`${{ quoted: id }}\``, [set(at, id)], { preferred: true })];
  return wrong(
    words`${quoteOf(node)} is not written as a word of this format: small letters, digits and hyphens.`,
    fixes,
  );
}

/** The nearest thing to a text that can be an id; empty where nothing of it can. */
export function slugOf(text: string): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 64)
    .replace(/^-+|-+$/g, "");
}

export function readPlace(node: Node, at: Place): Reading<string> {
  const text = readText(node, at);
  if (!("value" in text) || placeFromString(text.value)) return text;
  return wrong(
    words`\`${quoted(text.value)}\` is no place in this file. Write one as in posts.ciso or activities.log-review.`,
  );
}

/** The nearest value first; all of them where there are few. */
function offered(node: Node, at: Place, allowed: readonly string[], shorthands: Record<string, string> = {}): Fix[] {
  const source = isScalar(node) ? sourceOf(node) : "";
  const folded = source
    .replace(/^[[{"'“”„‘’]+|[\]}"'“”‘’]+$/gu, "")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const meant = allowed.filter((value) => value === folded || value === shorthands[folded]);
  const alike = nearest(folded, allowed);
  // Two letters are near to too much; the one word that begins with them is meant.
  const begun = folded.length === 2 ? allowed.filter((value) => value.startsWith(folded)) : [];
  const near = meant.length > 0 ? meant : alike.length === 0 && begun.length === 1 ? begun : alike;
  const isMeant = meant.length > 0;
  const listed = isMeant
    ? meant
    : allowed.length <= 5
      ? [...near, ...allowed.filter((value) => !near.includes(value))]
      : near.slice(0, 3);
  const safe = meant.includes(folded) || isCertain(folded, alike);
  return listed.map((value) =>
    fix(
      does("change-to-<item>", value),
      words`Write \`${value}\`${isMeant || value === near[0] ? "" : words` in place of \`${quoted(source)}\``}`,
      [set(at, value)],
      {
        preferred: value === near[0],
        safe: safe && value === near[0],
      },
    ),
  );
}

export function quoteOf(node: Node): Words {
  return isScalar(node) ? words`\`${quoted(sourceOf(node))}\`` : [nounOf(node)];
}

function sourceOf(node: Node): string {
  if (!isScalar(node)) return "";
  return node.source ?? String(node.value);
}

function nounOf(node: Node): string {
  if (isMap(node)) return "a group of keys";
  if (isSeq(node)) return "a list";
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === "number" || typeof value === "bigint") return "a number";
  if (typeof value === "boolean") return "a yes/no value";
  return value === null ? "an empty value" : "a text";
}
