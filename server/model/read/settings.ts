import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Text } from "../../base/text.ts";
import type { FieldSpec, Format } from "../../knowledge/format.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { OrgData } from "../org/entities.ts";
import { type Fix, fix, rename } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { quoted, type Sayable, words } from "../words/words.ts";
import type { Keyed, Syntax } from "../yaml/syntax.ts";
import { declaredNames } from "./declared.ts";
import { documentOf, type OrgDocument, syntaxOf } from "./document.ts";
import { FieldReader } from "./read-fields.ts";
import {
  quoteOf,
  type Reading,
  readChoice,
  readId,
  readNumber,
  readText,
  reservedWordOf,
  slugOf,
  wrong,
} from "./read-value.ts";
import { isIdForm } from "./references.ts";

/**
 * Reads a file of settings by the definitions of its sections: what is asked for by its place, as far as it can be read.
 * What is wrong with it is collected on the way. Never throws.
 */
export class SettingsReader {
  readonly #text: Text;
  readonly #knowledge: Knowledge;
  readonly #syntax: Syntax;
  readonly #fields: FieldReader;
  readonly #root: ReadonlyMap<string, Keyed>;

  /** `begin`: how such a file begins, for the message about one that does not. */
  constructor(text: Text, begin: string, knowledge: Knowledge) {
    this.#text = text;
    this.#knowledge = knowledge;
    this.#syntax = syntaxOf(text, begin);
    this.#fields = new FieldReader(
      this.#syntax,
      declaredNames(this.#syntax, knowledge, () => new Map()),
      knowledge,
    );
    this.#root = this.#entriesOf(this.#syntax.root);
    this.#fields.reportUnknownKeys(this.#root, new Set(knowledge.format.configSections.keys()), []);
  }

  /** The file with all that was found to be wrong with it; the organization in it is the one given. */
  document(org: OrgData): OrgDocument {
    return documentOf(this.#text, this.#syntax, { org, problems: this.#problems }, this.#knowledge);
  }

  get #format(): Format {
    return this.#knowledge.format;
  }

  get #problems(): Problem[] {
    return this.#fields.problems;
  }

  /** The keys of a section, but for the user's own. */
  keys(section: string): string[] {
    return [...this.#section(section).keys()];
  }

  /** Whether keys stand at a place, and not one value. */
  isGroup(at: Place): boolean {
    return isMap(this.#syntax.resolve(this.#rawAt(at)));
  }

  /** Says which keys of a section are not among those known. `what` is what the known ones are. */
  reportUnknown(section: string, known: ReadonlySet<string>, what: string): void {
    this.#fields.reportUnknownKeys(this.#section(section), known, [section], { what });
  }

  /** Says which key of a section is nearly one of a catalogue's. */
  checkSpelling(section: string, key: string, catalogue: string): void {
    this.#fields.checkSpelling(key, [catalogue], [section, key], this.#section(section));
  }

  /** Whether a key can be an id of at most so many characters; it is said where it cannot. */
  isGoodId(id: string, at: Place, most: number): boolean {
    if (isIdForm(id) && id.length <= most) return true;
    const slug = slugOf(id).slice(0, most).replace(/-+$/, "");
    const fixes =
      slug === ""
        ? []
        : [fix(does("change-to-<item>", slug), `Write \`${slug}\``, [rename(at, slug)], { preferred: true })];
    const says = words`\`${quoted(id)}\` cannot be a key here: small letters, digits and hyphens, at most ${most}.`;
    this.report(at, says, { part: "key", fixes });
    return false;
  }

  /** The texts of a list; none where nothing stands. */
  texts(at: Place, what: string): readonly string[] {
    const node = this.#syntax.resolve(this.#rawAt(at));
    if (!node || isEmpty(node)) return [];
    return this.#list(node, at, (item, place) => readText(item, place, what)) ?? [];
  }

  /** The fields of a group of keys, as far as they can be read; undefined where something else stands there. */
  group<Fields extends object>(
    shapeName: string,
    at: Place,
    refine = (field: FieldSpec) => field,
  ): Partial<Fields> | undefined {
    const node = this.#syntax.resolve(this.#rawAt(at));
    const { fields } = this.#format.shape(shapeName);
    const isSection = at.length === 1;
    if (!isMap(node)) {
      if (!isSection || (node && !isEmpty(node))) {
        const keys = [...fields.keys()].map((key) => `\`${key}\``).join(", ");
        this.report(
          at,
          words`Only keys such as ${keys} can stand here${node && !isEmpty(node) ? words`, not ${quoteOf(node)}` : ""}.`,
        );
      }
      return undefined;
    }
    const entries = this.#syntax.entries(node);
    this.#fields.reportUnknownKeys(entries, new Set(fields.keys()), at);
    const read: Record<string, unknown> = {};
    for (const field of fields.values()) {
      const place = [...at, field.name];
      const value = entries.has(field.name) ? this.value(refine(field), place) : undefined;
      // A field that could not be read counts as left out.
      if (value !== undefined) read[field.name] = value;
      if (!entries.has(field.name) && field.required)
        this.report(at, `\`${field.name}\` is missing here. ${field.description}`, { part: "key" });
    }
    return read as Partial<Fields>;
  }

  /** The value at a place, of the type that the field's definition gives it; undefined where it cannot be read. */
  value<Value>(spec: FieldSpec, at: Place): Value | undefined {
    const node = this.#syntax.resolve(this.#rawAt(at));
    if (!node || isEmpty(node)) {
      this.report(at, `A value is missing here. ${spec.description}`);
      return undefined;
    }
    if (spec.kind === "choices")
      return this.#list(node, at, (item, place) => readChoice(item, place, spec, this.#format), 1) as Value;
    if (spec.kind === "words") return this.#list(node, at, (item, place) => this.#word(spec, item, place), 1) as Value;
    const reading = this.#single(spec, node, at);
    if ("value" in reading) return reading.value as Value;
    this.#reportReading(at, reading);
    return undefined;
  }

  report(
    at: Place,
    says: Sayable,
    { part = "value", fixes = [] }: { readonly part?: "key" | "value"; readonly fixes?: readonly Fix[] } = {},
  ): void {
    this.#problems.push({ kind: "value", at, part, says, fixes });
  }

  #section(name: string): ReadonlyMap<string, Keyed> {
    const node = this.#syntax.resolve(this.#root.get(name)?.value);
    if (node && !isMap(node) && !isEmpty(node)) {
      const says = words`Below \`${name}\` each entry has a key and a colon behind it; ${quoteOf(node)} cannot stand here.`;
      this.report([name], says);
    }
    return new Map([...this.#entriesOf(node)].filter(([key]) => !key.startsWith("x-")));
  }

  #rawAt(at: Place): Node | null {
    let raw: Node | null = this.#syntax.root;
    for (const step of at) raw = this.#entriesOf(raw).get(String(step))?.value ?? null;
    return raw;
  }

  #entriesOf(node: Node | null | undefined): ReadonlyMap<string, Keyed> {
    const map = this.#syntax.resolve(node);
    return isMap(map) ? this.#syntax.entries(map) : new Map();
  }

  #single(spec: FieldSpec, node: Node, at: Place): Reading<unknown> {
    if (spec.kind === "integer") return readNumber(node, at, true, spec);
    if (spec.kind === "choice") return readChoice(node, at, spec, this.#format);
    return spec.kind === "word" ? this.#word(spec, node, at) : readText(node, at);
  }

  /** A word of a catalogue or of the firm's own; the words that stand in place of a fact mean nothing here. */
  #word({ of }: FieldSpec, node: Node, at: Place): Reading<string> {
    const reserved = reservedWordOf(node);
    if (reserved) return wrong(`\`${reserved}\` means nothing in a configuration. Leave the line out instead.`);
    const word = readId(node, at);
    if ("value" in word && of !== undefined) this.#fields.checkSpelling(word.value, [of], at);
    return word;
  }

  /** The items that can be read; undefined where fewer are left than there must be. One value is a list of one. */
  #list<Item>(
    node: Node,
    at: Place,
    read: (item: Node, at: Place) => Reading<Item>,
    least = 0,
  ): readonly Item[] | undefined {
    const items = isSeq(node) ? node.items.map((item) => this.#syntax.resolve(item as Node | null)) : [node];
    const values: Item[] = [];
    for (const [i, item] of items.entries()) {
      const place = isSeq(node) ? [...at, i] : at;
      const reading = item && !isEmpty(item) ? read(item, place) : wrong("An empty item stands in this list.");
      if ("value" in reading) values.push(reading.value);
      else this.#reportReading(place, reading);
    }
    if (isSeq(node) && items.length < least) this.report(at, "This list is empty; something must stand in it.");
    return values.length < least ? undefined : values;
  }

  #reportReading(at: Place, reading: Reading<unknown>): void {
    if (!("value" in reading)) this.report(at, reading.says, { fixes: reading.fixes });
  }
}

const isEmpty = (node: Node): boolean => isScalar(node) && node.value === null;
