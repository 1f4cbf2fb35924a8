import { applyEdits, type Edit, Text } from "../base/text.ts";
import type { Org } from "../model/org/org.ts";
import { add, type Change, set, type Value } from "../model/words/change.ts";
import { given } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { foldName, isReservedWord } from "../model/words/values.ts";
import { full, spoken } from "../model/words/words.ts";
import { textEdits } from "../model/write/edit.ts";
import { type AnswerPart, answerForm } from "./answer-form.ts";
import type { Finding } from "./finding.ts";
import { type Snapshot, withText } from "./snapshot.ts";

/** What somebody said of a fact: a word of the form's, or values by the keys of its parts. */
export interface Answer {
  readonly at: Place;
  readonly word?: string;
  readonly values?: ReadonlyMap<string, string | readonly string[]>;
}

/** With whom the talk is; `by` and `note` only if given. */
export interface Talk {
  readonly with: string;
  readonly by?: string;
  readonly note?: string;
}

/** The edits of the text; or that there is no such place, or what would be wrong with the value, in a sentence. */
export type Written =
  | { readonly edits: readonly Edit[] }
  | { readonly refused: "place" | "value"; readonly says: string };

/**
 * Writes an answer as the smallest edit, and with the first of a day that there was such a talk. What would bring a new
 * problem of form into the file is not written.
 */
export function writeAnswer(snapshot: Snapshot, answer: Answer | undefined, talk: Talk | undefined): Written {
  const { analysis } = snapshot;
  const { document } = analysis;
  const changes = [
    ...(answer ? changesFor(document.org, answer) : []),
    ...(talk ? talkChanges(document.org, talk, analysis.today) : []),
  ];
  const edits = textEdits(document, changes);
  if (changes.length === 0 || edits.length === 0) return { refused: "place", says: "" };
  const after = withText(snapshot, new Text(applyEdits(snapshot.text.content, edits)));
  const before = new Set(analysis.findings.filter(isOfForm).map(said));
  const [problem] = after.analysis.findings.filter(isOfForm).filter((one) => !before.has(said(one)));
  return problem ? { refused: "value", says: spoken(problem.says, full) } : { edits };
}

/** What an answer itself may do wrong; what it brings to light, such as who else must be asked, is welcome. */
const isOfForm = ({ category, severity }: Finding): boolean =>
  category === "format" && (severity === "error" || severity === "warning");

const said = ({ rule, says }: Finding): string => `${rule} ${spoken(says, full)}`;

function changesFor(org: Org, { at, word, values }: Answer): Change[] {
  const form = answerForm(org, at);
  if (word !== undefined) return form.words.includes(word) ? [set(at, word)] : [];
  const filled = form.parts.flatMap((part) => {
    const value = filledIn(part, values?.get(part.key));
    return value === undefined ? [] : [{ part, value }];
  });
  if (filled.length === 0) return [];
  const [first] = filled;
  if (at.length === 1) return typeof first!.value.value === "string" ? newEntry(at, first!.value.value) : [];
  if (first!.part.key === "") return [{ do: "set", at, ...first!.value }];
  const isThere = isGroupAt(org, at);
  if (isThere) return filled.map(({ part, value }) => ({ do: "set", at: [...at, part.key], ...value }));
  const group = Object.fromEntries(filled.map(({ part, value }) => [part.key, value.value]));
  const quoted = filled.some(({ value }) => value.quoted);
  return [{ do: "set", at, value: group, ...(quoted ? { quoted } : {}) }];
}

/** Whether the entry at a place has fields of its own already. */
function isGroupAt(org: Org, [section, id]: Place): boolean {
  if (section === "organization") return false;
  if (section !== "posts" && section !== "activities" && section !== "committees" && section !== "providers")
    return false;
  const entry = org.data[section].get(String(id));
  return entry?.exists === "yes" && (section !== "posts" || org.data.posts.get(String(id))?.written === true);
}

/** A firm or a body that is only named: its key is made of the name. */
function newEntry([section]: Place, name: string): Change[] {
  const key = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 64);
  if (key === "") return [];
  return [set([String(section), key], section === "providers" ? { name } : {})];
}

interface Filled {
  readonly value: Value;
  readonly quoted?: boolean;
}

/** What is written for a part; undefined where nothing was said, or nothing that can be meant. */
function filledIn(part: AnswerPart, said: string | readonly string[] | undefined): Filled | undefined {
  const all = (typeof said === "string" ? [said] : (said ?? [])).map((one) => one.trim()).filter((one) => one !== "");
  const known = all.filter((one) => part.own || part.choices.length === 0 || part.choices.some(({ id }) => id === one));
  if (known.length === 0) return undefined;
  // A person called "none" is no word of the format.
  const isOwn = (one: string) => !part.choices.some(({ id }) => id === one);
  const quoted = known.some((one) => isOwn(one) && isReservedWord(one)) ? { quoted: true } : {};
  const [first = ""] = known;
  switch (part.kind) {
    case "several":
      return { value: known.length === 1 && part.field?.kind.startsWith("reference") ? first : known, ...quoted };
    case "number":
      return { value: asNumber(first) };
    case "range":
      return { value: asNumber(first.replace(/\s*[-\u2013]\s*/, "-")) };
    default:
      return { value: first, ...quoted };
  }
}

/** "1,200" and "1 200" are numbers as people write them. */
function asNumber(text: string): string | number {
  const plain = text.replace(/(?<=\d)[, '\u00a0](?=\d{3}(?!\d))/g, "");
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** An entry a person and day, with the first answer; a note replaces the one that stands there. */
function talkChanges(org: Org, talk: Talk, today: string): Change[] {
  const isSame = (one: Org["data"]["interviews"][number]) =>
    given(one.date) === today && foldName(given(one.with) ?? "") === foldName(talk.with);
  const known = org.data.interviews.find(isSame);
  const note = talk.note?.trim();
  if (known) return note ? [set([...known.at, "note"], note)] : [];
  return [
    add(["interviews"], {
      date: today,
      with: talk.with,
      ...(talk.by ? { by: talk.by } : {}),
      ...(note ? { note } : {}),
    }),
  ];
}
