import { isMap, isScalar, isSeq, type Node } from "yaml";
import { nearest } from "../base/spelling.ts";
import { catalogue, type FieldSpec, type Shape, shape } from "../knowledge/format.ts";
import { type Fix, fix, remove, rename, set } from "./change.ts";
import type { Mention, PostReference } from "./entities.ts";
import { type Fact, known, none, notApplicable, unknown } from "./fact.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import {
  quoteOf,
  type Reading,
  readChoice,
  readCount,
  readDate,
  readId,
  readNumber,
  readPattern,
  readPlace,
  readText,
  readYesNo,
  reservedWordOf,
  wrong,
} from "./read-value.ts";
import { type Declared, explainUnresolved, fixesForUnresolved, resolveReference } from "./references.ts";
import type { Entry, Syntax } from "./syntax.ts";
import type { Ref } from "./values.ts";

export type Facts = Readonly<Record<string, Fact<unknown>>>;

/** Reads the fields of mappings as their shapes say, and collects what is wrong on the way. Never throws. */
export class FieldReader {
  readonly problems: Problem[] = [];
  readonly mentions: Mention[] = [];
  readonly postReferences: PostReference[] = [];
  readonly #syntax: Syntax;
  readonly #declared: Declared;

  constructor(syntax: Syntax, declared: Declared) {
    this.#syntax = syntax;
    this.#declared = declared;
  }

  /** The facts of one mapping: every field of the shape, given or not. */
  fields(shapeName: string, node: Node | undefined, at: Place): Facts {
    const spec = shape(shapeName);
    const entries = isMap(node) ? this.#syntax.entries(node) : new Map<string, Entry>();
    const facts: Record<string, Fact<unknown>> = Object.create(null);
    for (const field of spec.fields.values()) {
      const entry = entries.get(field.name);
      const place = [...at, field.name];
      if (entry) facts[field.name] = this.field(field, entry.value, place);
      else {
        facts[field.name] = unknown(place, "absent");
        if (field.required && isMap(node)) this.#reportMissing(field, at);
      }
    }
    this.reportUnknownKeys(entries, new Set(spec.fields.keys()), at);
    return facts;
  }

  field(spec: FieldSpec, raw: Node | null, at: Place): Fact<unknown> {
    const node = this.#syntax.resolve(raw);
    if (!node || (isScalar(node) && node.value === null)) {
      if (!spec.nullable) this.#report(at, wrong(`\`${spec.name}\` needs a value. ${spec.description}`));
      return unknown(at, "not-asked");
    }
    const word = reservedWordOf(node);
    if (word === "none") return this.#noneOf(spec);
    if (word === "not-applicable") return notApplicable;
    if (word) return unknown(at, word);
    if (spec.words.includes("vacant") && isScalar(node) && node.value === "vacant" && node.type === "PLAIN")
      return known([]);
    return this.#value(spec, node, at);
  }

  reportUnknownKeys(entries: ReadonlyMap<string, Entry>, knownKeys: ReadonlySet<string>, at: Place): void {
    for (const { key, merged } of entries.values()) {
      if (knownKeys.has(key) || key.startsWith("x-") || merged) continue;
      const place = [...at, key];
      const near = nearest(
        key,
        [...knownKeys].filter((known) => !entries.has(known)),
      );
      const isCertain = near.length === 1 && nearest(key, near, 1).length === 1;
      const fixes: Fix[] = near
        .slice(0, 3)
        .map((candidate, i) =>
          fix(`Change it to \`${candidate}\``, [rename(place, candidate)], { preferred: i === 0, safe: isCertain }),
        );
      fixes.push(fix(`Remove \`${key}\``, [remove(place)]));
      const says = near[0]
        ? `\`${key}\` is not a key that can stand here. Did you mean \`${near[0]}\`?`
        : `\`${key}\` is not a key that can stand here. A key of your own begins with \`x-\`.`;
      this.problems.push({ rule: "unknown-key", at: place, part: "key", says, fixes });
    }
  }

  #noneOf(spec: FieldSpec): Fact<unknown> {
    if (spec.kind === "yes-no") return known(false);
    const isList = ["choices", "words", "references", "codes", "members"].includes(spec.kind);
    return isList ? known([]) : none;
  }

  #value(spec: FieldSpec, node: Node, at: Place): Fact<unknown> {
    switch (spec.kind) {
      case "choices":
        return this.#list(node, at, (item, place) => readChoice(item, place, spec));
      case "words":
        return this.#list(node, at, (item, place) => this.#word(item, place, spec));
      case "codes":
        return this.#list(node, at, (item, place) =>
          readPattern(item, place, codePattern, "country or state code such as US, DE or US-NY"),
        );
      case "references":
        return this.#list(node, at, (item, place) => this.#reference(item, place, spec));
      case "members":
        if (isScalar(node) && typeof node.value === "number") return this.#fact(readNumber(node, at, true), at);
        return this.#list(node, at, (item, place) => this.#reference(item, place, spec));
      case "object":
        if (isMap(node)) return known(this.fields(spec.of ?? "", node, at));
        return this.#fact(
          wrong(`${capital(quoteOf(node))} cannot stand here. Write ${keysOf(spec)} below \`${spec.name}\`.`),
          at,
        );
      default:
        return this.#fact(this.#single(spec, node, at), at);
    }
  }

  #single(spec: FieldSpec, node: Node, at: Place): Reading<unknown> {
    // A list of one item stands for the item, as one value stands for a list of one.
    const only = isSeq(node) && node.items.length === 1 ? this.#syntax.resolve(node.items[0] as Node) : undefined;
    if (only && spec.kind === "choice")
      return wrong(`Only one value can stand here, so it needs no list.`, unwrapped(only, at));
    switch (spec.kind) {
      case "yes-no":
        return readYesNo(node, at);
      case "date":
        return readDate(node, at);
      case "integer":
        return readNumber(node, at, true, spec);
      case "number":
        return readNumber(node, at, false, spec);
      case "count":
        return readCount(node, at);
      case "choice":
        return readChoice(node, at, spec);
      case "word":
        return this.#word(node, at, spec);
      case "reference":
        return this.#reference(node, at, spec);
      case "employer":
        return this.#employer(node, at);
      case "place":
        return readPlace(node, at);
      default:
        return spec.of === "currency"
          ? readPattern(node, at, currencyPattern, "currency code such as USD or EUR")
          : readText(node, at);
    }
  }

  #list(node: Node, at: Place, read: (item: Node, place: Place) => Reading<unknown>): Fact<unknown> {
    if (isMap(node)) return this.#fact(wrong("A list belongs here, such as [a, b], not a group of keys."), at);
    if (!isSeq(node))
      return this.#fact(
        mapReading(read(node, at), (value) => [value]),
        at,
      );
    const values: unknown[] = [];
    let complete = true;
    for (const [index, raw] of node.items.entries()) {
      const item = this.#syntax.resolve(raw as Node | null);
      const place = [...at, index];
      const reading = item ? this.#item(item, place, read) : wrong("An empty item stands in this list.");
      if ("value" in reading) {
        values.push(reading.value);
        complete &&= !leadsNowhere(reading.value);
      } else {
        complete = false;
        this.#report(place, reading);
      }
    }
    // A list with an unreadable item is not known as a whole: "nobody else is a member" would be a guess.
    return complete ? known(values) : unknown(at, "unreadable");
  }

  #item(item: Node, place: Place, read: (item: Node, place: Place) => Reading<unknown>): Reading<unknown> {
    const word = reservedWordOf(item);
    if (!word)
      return isScalar(item) && item.value === null ? wrong("An empty item stands in this list.") : read(item, place);
    return wrong(
      `\`${word}\` says something about a whole list and cannot be one of its items. Write it in place of the list, or in quotes if it is a name.`,
    );
  }

  #word(node: Node, at: Place, spec: FieldSpec): Reading<string> {
    if (spec.ownText) return readText(node, at);
    const word = readId(node, at);
    if ("value" in word && spec.of) this.checkSpelling(word.value, spec.of, at);
    return word;
  }

  /** A word of the user's own that is nearly one of the catalogue's. */
  checkSpelling(word: string, catalogueName: string, at: Place, part?: "key"): void {
    const entries = catalogue(catalogueName);
    if (entries.has(word)) return;
    const near = nearest(word, entries.keys()).slice(0, 3);
    if (near.length === 0) return;
    const fixes = near.map((candidate, i) =>
      fix(`Change it to \`${candidate}\``, [part === "key" ? rename(at, candidate) : set(at, candidate)], {
        preferred: i === 0,
        safe: near.length === 1 && nearest(word, near, 1).length === 1,
      }),
    );
    const title = entries.get(near[0]!)?.title ?? near[0]!;
    this.problems.push({
      rule: "near-miss",
      at,
      ...(part ? { part } : {}),
      says: `\`${word}\` is a word of your own, but nearly \`${near[0]}\` (${title}). Only the latter is checked.`,
      fixes,
    });
  }

  #reference(node: Node, at: Place, spec: FieldSpec): Reading<Ref> {
    const text = readText(node, at, "name");
    if (!("value" in text)) return text;
    const value = text.value.trim();
    const ref = resolveReference(value, spec.targets, this.#declared);
    if (ref.to === "person") this.mentions.push({ name: text.value, at, isKey: false });
    if (ref.to === "post") this.postReferences.push({ id: ref.id, at });
    if (ref.to === "nothing") {
      this.problems.push({
        rule: "unresolved-reference",
        at,
        part: "value",
        says: explainUnresolved(value, spec.targets),
        fixes: fixesForUnresolved(at, value, spec.targets, this.#declared),
      });
    }
    return { value: ref };
  }

  /** A provider's id, with or without `provider:`; anything else is an employer outside the file. */
  #employer(node: Node, at: Place): Reading<Ref> {
    const text = readText(node, at, "name");
    if (!("value" in text)) return text;
    const id = text.value.replace(/^provider:\s*/, "").trim();
    if (this.#declared.providers.has(id)) return { value: { to: "provider", id } };
    if (text.value !== id)
      return this.#reference(node, at, { ...shape("person").fields.get("employedBy")!, targets: ["provider"] });
    return { value: { to: "nothing", text: text.value } };
  }

  #fact(reading: Reading<unknown>, at: Place): Fact<unknown> {
    if ("value" in reading) {
      const read: unknown = reading.value;
      const isDangling = Array.isArray(read) ? read.some(leadsNowhere) : leadsNowhere(read);
      return isDangling && at.at(-1) !== "employedBy" ? unknown(at, "unreadable") : known(read);
    }
    this.#report(at, reading);
    return unknown(at, "unreadable");
  }

  #report(at: Place, reading: Reading<unknown>): void {
    if ("value" in reading) return;
    this.problems.push({ rule: "invalid-value", at, part: "value", says: reading.says, fixes: reading.fixes });
  }

  #reportMissing(spec: FieldSpec, at: Place): void {
    const place = [...at, spec.name];
    const value = spec.name === "name" ? "Name of the organization" : "not-asked";
    this.problems.push({
      rule: "invalid-value",
      at: place,
      part: "key",
      says: `\`${spec.name}\` is missing here. ${spec.description}`,
      fixes: [fix(`Insert \`${spec.name}\``, [set(place, value)])],
    });
  }
}

/** A reference to what the file does not declare; it is reported where it stands. */
function leadsNowhere(value: unknown): boolean {
  return typeof value === "object" && value !== null && "to" in value && value.to === "nothing";
}

const currencyPattern = /^[A-Z]{3}$/u;
const codePattern = /^(?:EU|UK|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$/u;

function mapReading<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return "value" in reading ? { value: change(reading.value) } : reading;
}

function unwrapped(only: Node, at: Place): Fix[] {
  const value = isScalar(only) && typeof only.value === "string" ? only.value : undefined;
  return value === undefined ? [] : [fix(`Write \`${value}\` without the list`, [set(at, value)], { preferred: true })];
}

function keysOf(spec: FieldSpec): string {
  const names: Shape = shape(spec.of ?? "");
  return [...names.fields.keys()].map((key) => `\`${key}\``).join(", ");
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
