import { isMap, isScalar, isSeq, type Node } from "yaml";
import { shorten } from "../../base/text.ts";
import type { FieldSpec, Format, RefTarget, Shape } from "../../knowledge/format.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { ShapeFields } from "../org/fields.ts";
import { type Fix, fix, set } from "../words/change.ts";
import { type Fact, known, none, notApplicable, somebody, unknown } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { foldName, type Ref, toBeFilled } from "../words/values.ts";
import { sentence, words } from "../words/words.ts";
import { isPlain, type Keyed, type Syntax } from "../yaml/syntax.ts";
import { listKinds, secondHalf } from "./comma-in-braces.ts";
import { leadsNowhere, mapReading, missingField, openFact } from "./field-parts.ts";
import { misreadName } from "./misread-name.ts";
import { nearWord } from "./near-word.ts";
import {
  isVacant,
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
import {
  type Declared,
  explainUnresolved,
  fixesForUnresolved,
  isIdForm,
  resolveReference,
  type WrittenRef,
} from "./references.ts";
import { Repetition } from "./repetition.ts";
import {
  keysOf,
  moneyFixes,
  repeatedItem,
  severalSuperiors,
  slippedText,
  splitPrefix,
  unwrapped,
} from "./slipped-values.ts";
import { readToBeFilled } from "./to-be-filled.ts";
import { unknownKey } from "./unknown-key.ts";
import { employerMeant, type Meant, whoIsMeant } from "./who-is-meant.ts";

const code = "country or state code such as US, DE or US-NY";

/** Reads the fields of mappings as their shapes say, and collects what is wrong on the way. Never throws. */
export class FieldReader {
  readonly problems: Problem[] = [];
  /** Every reference that was read, in the order of reading. */
  readonly references: WrittenRef[] = [];
  /** The values that are read from a word which is not the format's own: no error is to rest on them. */
  readonly guesses: Place[] = [];
  readonly #syntax: Syntax;
  readonly #declared: Declared;
  readonly #knowledge: Knowledge;
  readonly #isTarget: boolean;
  readonly #repetition = new Repetition(this.problems);
  readonly #reportedKeys = new Set<Node>();
  /** How many ids misspelt ones were compared with, all in all. */

  constructor(syntax: Syntax, declared: Declared, knowledge: Knowledge, isTarget = false) {
    this.#isTarget = isTarget;
    this.#syntax = syntax;
    this.#declared = declared;
    this.#knowledge = knowledge;
  }

  get #format(): Format {
    return this.#knowledge.format;
  }

  /** The facts of one mapping: every field of the shape, given or not. `refine` narrows a field for this entity. */
  fields<S extends keyof ShapeFields>(
    shapeName: S,
    node: Node | undefined,
    at: Place,
    refine = (field: FieldSpec) => field,
  ): ShapeFields[S] {
    // Each field of the shape was read as its definition says, from which its type was generated.
    return this.#facts(shapeName, node, at, refine) as ShapeFields[S];
  }

  #facts(shapeName: string, node: Node | undefined, at: Place, refine = (field: FieldSpec) => field): object {
    const spec = this.#format.shape(shapeName);
    const written = isMap(node) ? this.#syntax.entries(node) : new Map<string, Keyed>();
    const entries =
      node && !this.#repetition.isWorthReading(node, written.size, at) ? new Map<string, Keyed>() : written;
    const facts: Record<string, Fact<unknown>> = Object.create(null);
    for (const field of spec.fields.values()) {
      const entry = entries.get(field.name);
      const place = [...at, field.name];
      if (entry) facts[field.name] = this.field(refine(field), entry.value, place);
      else {
        facts[field.name] = unknown(place, "absent");
        if (field.required && isMap(node)) this.problems.push(missingField(field, at));
      }
    }
    const inBraces = isMap(node) && node.flow === true ? spec : undefined;
    this.reportUnknownKeys(entries, new Set(spec.fields.keys()), at, { inBraces });
    return facts;
  }

  /** The fact of one field of a shape, written where the whole group could stand. */
  fieldOf<S extends keyof ShapeFields, Name extends keyof ShapeFields[S] & string>(
    shapeName: S,
    name: Name,
    raw: Node | null,
    at: Place,
  ): ShapeFields[S][Name] {
    // As for `fields`: the type was generated from the definition that the field is read by.
    return this.field(this.#format.shape(shapeName).fields.get(name)!, raw, at) as ShapeFields[S][Name];
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
    if (spec.words.includes("vacant") && isVacant(node)) return known([]);
    const slip =
      spec.kind === "text" || spec.kind === "place" ? slippedText(node, at, this.#syntax.content) : undefined;
    if (slip) this.problems.push(slip);
    return this.#value(spec, node, at);
  }

  /** `what` is what the known keys are, where they are no keys of the format; `inBraces`: what stands in `{ }` there. */
  reportUnknownKeys(
    entries: ReadonlyMap<string, Keyed>,
    knownKeys: ReadonlySet<string>,
    at: Place,
    { what, inBraces }: { readonly what?: string; readonly inBraces?: Shape | undefined } = {},
  ): void {
    let before: Keyed | undefined;
    for (const entry of entries.values()) {
      const { key, keyNode } = entry;
      const half = inBraces ? secondHalf(entry, before, at, inBraces.fields.get(before?.key ?? "")) : undefined;
      before = entry;
      // Through aliases and merge keys the same key is met again and again; it stands in the text once.
      if (knownKeys.has(key) || key.startsWith("x-") || this.#reportedKeys.has(keyNode)) continue;
      this.#reportedKeys.add(keyNode);
      const problem = unknownKey(entry, entries, knownKeys, at, this.#format, what);
      const isSlip = problem.fixes?.some(({ preferred }) => preferred) === true;
      this.problems.push(isSlip ? problem : (half ?? problem));
    }
  }

  #noneOf(spec: FieldSpec): Fact<unknown> {
    if (spec.kind === "yes-no") return known(false);
    return listKinds.has(spec.kind) ? known([]) : none;
  }

  #value(spec: FieldSpec, node: Node, at: Place): Fact<unknown> {
    switch (spec.kind) {
      case "choices":
        return this.#list(node, at, (item, place) => readChoice(item, place, spec, this.#format));
      case "words":
        return this.#list(node, at, (item, place) => this.#word(item, place, spec));
      case "codes":
        return this.#list(node, at, (item, place) =>
          readPattern(item, place, this.#format.patternOf("jurisdiction"), code),
        );
      case "members":
        if (isScalar(node) && (typeof node.value === "number" || /^\d+-\d+$/.test(String(node.value))))
          return this.#fact(readCount(node, at), at);
        return this.#list(node, at, (item, place) => this.#reference(item, place, spec), spec);
      case "references":
        return this.#list(node, at, (item, place) => this.#reference(item, place, spec), spec);
      case "reference": {
        const meant = this.#meant(node, at, spec);
        if (meant) return meant.open || meant.refs.length > 1 ? openFact(meant, at) : known(meant.refs[0]);
        return this.#fact(this.#single(spec, node, at), at);
      }
      case "object":
        if (isMap(node)) return known(this.#facts(spec.of ?? "", node, at));
        return this.#fact(
          wrong(
            words`${sentence(quoteOf(node))} cannot stand here. Write ${keysOf(this.#format.shape(spec.of ?? ""))} below \`${spec.name}\`.`,
            spec.of === "money" ? moneyFixes(node, at) : [],
          ),
          at,
        );
      default:
        return this.#fact(this.#single(spec, node, at), at);
    }
  }

  #single(spec: FieldSpec, node: Node, at: Place): Reading<unknown> {
    // A list of one item stands for the item, as one value stands for a list of one.
    const only = isSeq(node) && node.items.length === 1 ? this.#syntax.resolve(node.items[0] as Node) : undefined;
    if (only) return wrong("Only one value can stand here, so it needs no list.", unwrapped(only, at));
    if (isSeq(node))
      return severalSuperiors(node, at, spec, this.#syntax) ?? wrong("Only one value can stand here, not a list.");
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
        return readChoice(node, at, spec, this.#format);
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
          ? readPattern(node, at, this.#format.patternOf("currency"), "currency code such as USD or EUR")
          : readText(node, at);
    }
  }

  #list(node: Node, at: Place, read: (item: Node, place: Place) => Reading<unknown>, names?: FieldSpec): Fact<unknown> {
    if (isMap(node)) return this.#fact(wrong("A list belongs here, such as [a, b], not a group of keys."), at);
    const one = names && this.#meant(node, at, names);
    if (one) return one.open ? openFact(one, at) : known(one.refs);
    if (!isSeq(node))
      return this.#fact(
        mapReading(read(node, at), (value) => [value]),
        at,
      );
    if (!this.#repetition.isWorthReading(node, node.items.length, at)) return unknown(at, "unreadable");
    const values: unknown[] = [];
    let complete = true;
    let open: Fact<unknown> | undefined;
    for (const [index, raw] of node.items.entries()) {
      const item = this.#syntax.resolve(raw as Node | null);
      const place = [...at, index];
      // A word of the format that is no item is an error below, and stands for nobody.
      const meant = item && names && !wordInList(item, place) ? this.#meant(item, place, names) : undefined;
      if (meant) {
        values.push(...meant.refs);
        if (meant.open || meant.refs.length === 0) open = openFact(meant, at);
        continue;
      }
      const reading = item ? this.#item(item, place, read) : wrong("An empty item stands in this list.");
      if ("value" in reading) {
        values.push(reading.value);
        complete &&= !leadsNowhere(reading.value);
      } else {
        complete = false;
        this.#report(place, reading);
      }
    }
    const isOfPeople = at[0] === "posts" || at[0] === "committees";
    const twice = isOfPeople ? repeatedItem(node, at, this.#syntax) : undefined;
    if (twice) this.problems.push(twice);
    // A list with an unreadable item is not known as a whole: "nobody else is a member" would be a guess.
    if (!complete) return unknown(at, "unreadable");
    return open ? (values.length > 0 ? somebody(at) : open) : known(values);
  }

  #item(item: Node, place: Place, read: (item: Node, place: Place) => Reading<unknown>): Reading<unknown> {
    const word = wordInList(item, place);
    if (!word)
      return isScalar(item) && item.value === null ? wrong("An empty item stands in this list.") : read(item, place);
    return wrong(
      `\`${word}\` says something about a whole list and cannot be one of its items. Write it in place of the list, or in quotes if it is a name.`,
    );
  }

  #word(node: Node, at: Place, spec: FieldSpec): Reading<string> {
    if (spec.ownText) return readText(node, at);
    const catalogues = [spec.of, spec.also].filter((name) => name !== undefined);
    const word = readId(node, at, new Map(catalogues.flatMap((name) => [...this.#format.catalogue(name)])));
    if ("value" in word) this.checkSpelling(word.value, catalogues, at);
    return word;
  }

  /** Says where a word of the user's own is nearly one of a catalogue's. `beside` are its neighbours, where it is a key. */
  checkSpelling(word: string, catalogues: readonly string[], at: Place, beside?: ReadonlyMap<string, unknown>): void {
    const near = nearWord(word, catalogues, at, this.#format, beside);
    if (near) this.problems.push(near);
  }

  /** What stands where a name is read and is more, or less, than one. */
  #meant(node: Node, at: Place, { targets }: FieldSpec): Meant | undefined {
    if (!isScalar(node) || !isPlain(node) || typeof node.value !== "string") return undefined;
    const meant = whoIsMeant(node.value.trim(), at, targets, this.#declared, this.#knowledge);
    if (!meant) return undefined;
    this.problems.push(meant.problem);
    if (meant.isGuess) this.guesses.push(at);
    for (const ref of meant.refs)
      if (ref.to === "person") this.references.push({ ref, text: node.value, at, start: node.range?.[0] ?? 0 });
    return meant;
  }

  #reference(node: Node, at: Place, spec: FieldSpec): Reading<Ref> {
    const split = splitPrefix(node);
    if (split) {
      return wrong(words`Write \`${{ quoted: split }}\` without the blank behind the colon.`, [
        fix(does("change-to-<item>", split), words`Write \`${{ quoted: split }}\``, [set(at, split)], {
          preferred: true,
        }),
      ]);
    }
    const text = readText(node, at, "name");
    if (!("value" in text)) return text;
    const value = text.value.trim();
    const { targets } = spec;
    if (value === toBeFilled && isPlain(node)) return readToBeFilled(at, this.#isTarget);
    const resolved = resolveReference(value, !isPlain(node), targets, this.#declared);
    const isTwo = resolved.to === "person" && this.#declared.twoSexes.has(foldName(value));
    const ref: Ref = isTwo ? { ...resolved, apart: true } : resolved.to === "external" ? { ...resolved, at } : resolved;
    this.references.push({ ref, text: text.value, at, start: node.range?.[0] ?? 0 });
    if (ref.to === "nothing") {
      this.problems.push({
        kind: "reference",
        at,
        part: "value",
        says: explainUnresolved(shorten(value), targets, this.#declared),
        fixes: this.#fixesFor(value, at, targets),
      });
    }
    const misread =
      ref.to === "person" && isPlain(node)
        ? misreadName(value, at, targets, this.#declared, this.#knowledge.roles)
        : undefined;
    if (misread) this.problems.push(misread);
    return { value: ref };
  }

  /** A title in full means the post that has it; else what is spelled alike. */
  #fixesFor(value: string, at: Place, targets: readonly RefTarget[]): readonly Fix[] {
    const titled = isIdForm(value) ? undefined : misreadName(value, at, targets, this.#declared, this.#knowledge.roles);
    const isMeant = titled?.fixes?.some(({ preferred }) => preferred) === true;
    if (isMeant) return titled?.fixes ?? [];
    return fixesForUnresolved(at, value, targets, this.#declared);
  }

  /** A provider's id, with or without `provider:`; anything else is an employer outside the file. */
  #employer(node: Node, at: Place): Reading<Ref> {
    const text = readText(node, at, "name");
    if (!("value" in text)) return text;
    const id = text.value.replace(/^provider:\s*/, "").trim();
    if (this.#declared.providers.has(id)) {
      const ref: Ref = { to: "provider", id };
      this.references.push({ ref, text: text.value, at, start: node.range?.[0] ?? 0 });
      return { value: ref };
    }
    const named = isPlain(node) ? employerMeant(id, at, this.#declared) : undefined;
    if (named) {
      this.problems.push(named.problem);
      return { value: { to: "provider", id: named.id } };
    }
    if (text.value !== id)
      return this.#reference(node, at, {
        ...this.#format.shape("person").fields.get("employedBy")!,
        targets: ["provider"],
      });
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
    this.problems.push({ kind: "value", at, part: "value", says: reading.says, fixes: reading.fixes });
  }
}

/** The word at an item of a list that says something of the whole list: a reserved one, or `vacant` among holders. */
const wordInList = (item: Node, place: Place): string | undefined =>
  reservedWordOf(item) ?? (isVacant(item) && place.at(-2) === "heldBy" ? "vacant" : undefined);
