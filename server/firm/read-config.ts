import { isMap, isScalar, isSeq, type Node } from "yaml";
import { shorten, Text } from "../base/text.ts";
import type { RegimeStatus, Role } from "../knowledge/catalogues.ts";
import { type RegimeAssumption, type Thresholds, usualConventions } from "../knowledge/conventions.ts";
import type { FieldSpec } from "../knowledge/format.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Severity } from "../knowledge/severity.ts";
import { declaredNames } from "../model/read/declared.ts";
import { documentOf, type OrgDocument, readDocument, syntaxOf } from "../model/read/document.ts";
import { FieldReader } from "../model/read/read-fields.ts";
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
} from "../model/read/read-value.ts";
import { isIdForm } from "../model/read/references.ts";
import { fix, rename } from "../model/words/change.ts";
import type { Place } from "../model/words/place.ts";
import type { Problem } from "../model/words/problem.ts";
import type { Entry, Syntax } from "../model/yaml/syntax.ts";

/** What a firm writes into its configuration, as far as it can be read. */
export interface FirmSettings {
  readonly rules: ReadonlyMap<string, Severity | "off">;
  readonly thresholds: Thresholds;
  /** By the id that the firm gives to each. */
  readonly duties: ReadonlyMap<string, FirmPair>;
  readonly titles: ReadonlyMap<string, readonly Role[]>;
  readonly regimes: ReadonlyMap<string, RegimeAssumption>;
  /** Articles and standards that the firm does not follow, by id. */
  readonly notFollowed: ReadonlySet<string>;
  readonly exclude: readonly string[];
}

/** Two duties that a firm keeps apart. */
export interface FirmPair {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly severity?: Severity;
  readonly title?: string;
  readonly reason?: string;
}

/** The id of the rule that a firm's own pair becomes. */
export const firmRuleId = (id: string): string => `duties-${id}`;

/** The rules that there are, by id; one that runs `always` keeps its weight. */
export type KnownRules = ReadonlyMap<string, { readonly always?: true }>;

/**
 * Reads a configuration. What is wrong with it is in the document's problems and left out of the settings; everything
 * else counts. Never throws.
 */
export function readConfig(
  text: Text,
  known: KnownRules,
  knowledge: Knowledge,
): { readonly document: OrgDocument; readonly settings: FirmSettings } {
  const syntax = syntaxOf(text, "rules:");
  const reader = new ConfigReader(syntax, known, knowledge);
  const settings = reader.settings();
  const nothing = readDocument(new Text(""), usualConventions(knowledge)).org.data;
  return { document: documentOf(text, syntax, { org: nothing, problems: reader.problems }, knowledge), settings };
}

class ConfigReader {
  readonly #syntax: Syntax;
  readonly #known: KnownRules;
  readonly #knowledge: Knowledge;
  readonly #fields: FieldReader;
  readonly #root: ReadonlyMap<string, Entry>;

  constructor(syntax: Syntax, known: KnownRules, knowledge: Knowledge) {
    this.#syntax = syntax;
    this.#known = known;
    this.#knowledge = knowledge;
    this.#fields = new FieldReader(
      syntax,
      declaredNames(syntax, knowledge.format, () => new Map()),
      knowledge,
    );
    this.#root = this.#entriesOf(syntax.root);
  }

  get problems(): Problem[] {
    return this.#fields.problems;
  }

  settings(): FirmSettings {
    this.#fields.reportUnknownKeys(this.#root, new Set(this.#knowledge.format.configSections.keys()), []);
    const duties = this.#duties();
    return {
      rules: this.#rules([...duties.keys()].map(firmRuleId)),
      thresholds: this.#thresholds(),
      duties,
      titles: this.#titles(),
      regimes: this.#regimes(),
      notFollowed: this.#notFollowed(),
      exclude: this.#exclude(),
    };
  }

  #rules(own: readonly string[]): Map<string, Severity | "off"> {
    const entries = this.#section("rules");
    this.#fields.reportUnknownKeys(entries, new Set([...this.#known.keys(), ...own]), ["rules"], { what: "check" });
    const spec = this.#valueIn("rules");
    const rules = new Map<string, Severity | "off">();
    for (const [id, { value }] of entries) {
      const at = ["rules", id];
      if (!this.#known.has(id) && !own.includes(id)) continue;
      if (this.#known.get(id)?.always) {
        const says = "This check keeps its weight: without it, a file that was read by half would look clean.";
        this.#report(at, wrong(says), "key");
        continue;
      }
      const setting = this.#value<Severity | "off">(spec, value, at);
      if (setting !== undefined) rules.set(id, setting);
    }
    return rules;
  }

  #thresholds(): Thresholds {
    const standard = usualConventions(this.#knowledge).thresholds;
    const thresholds = { ...standard, ...this.#object<Partial<Thresholds>>("thresholds", ["thresholds"]) };
    if (thresholds.small <= thresholds.large) return thresholds;
    const says = `Small begins below ${thresholds.small} and large at ${thresholds.large}, so that some organizations would be both. Neither is used.`;
    this.#report(["thresholds", this.#section("thresholds").has("small") ? "small" : "large"], wrong(says));
    return { ...thresholds, small: standard.small, large: standard.large };
  }

  #duties(): Map<string, FirmPair> {
    const pairs = new Map<string, FirmPair>();
    for (const [id, { value }] of this.#section("duties")) {
      const at = ["duties", id];
      const pair = this.#object<Partial<FirmPair>>("firmPair", at, value);
      // The id is part of a rule's id, which is no longer than others are.
      if (!this.#isGoodId(id, at, 48) || !pair?.first || !pair.second) continue;
      if (this.#known.has(firmRuleId(id))) {
        this.#report(at, wrong("There is a check of this name already. Give the pair another."), "key");
        continue;
      }
      const { first, second } = pair;
      const both = first.find((duty) => second.includes(duty));
      if (both === undefined) pairs.set(id, { ...pair, first, second });
      else
        this.#report(at, wrong(`\`${both}\` stands on both sides, and nobody can keep it apart from itself.`), "key");
    }
    return pairs;
  }

  #isGoodId(id: string, at: Place, most: number): boolean {
    if (isIdForm(id) && id.length <= most) return true;
    const slug = slugOf(id).slice(0, most).replace(/-+$/, "");
    const fixes = slug === "" ? [] : [fix(`Change it to \`${slug}\``, [rename(at, slug)], { preferred: true })];
    const says = `\`${shorten(id)}\` cannot be a key here: small letters, digits and hyphens, at most ${most}.`;
    this.#report(at, wrong(says, fixes), "key");
    return false;
  }

  #titles(): Map<string, readonly Role[]> {
    const spec = this.#valueIn("titles");
    const titles = new Map<string, readonly Role[]>();
    for (const [title, { value }] of this.#section("titles")) {
      const at = ["titles", title];
      if (title.trim() === "") this.#report(at, wrong("A title is missing before this colon."), "key");
      const roles = this.#value<readonly Role[]>(spec, value, at);
      if (roles && title.trim() !== "") titles.set(title, roles);
    }
    return titles;
  }

  #regimes(): Map<string, RegimeAssumption> {
    const spec = this.#valueIn("regimes");
    const regimes = new Map<string, RegimeAssumption>();
    const entries = this.#section("regimes");
    for (const [id, { value }] of entries) {
      const at = ["regimes", id];
      if (!this.#isGoodId(id, at, 64)) continue;
      this.#fields.checkSpelling(id, ["regime"], at, entries);
      const definition = this.#knowledge.law.regimes.get(id);
      const allowed = definition && (definition.capacities ?? []);
      const detail = isMap(this.#syntax.resolve(value))
        ? this.#object<{ status?: RegimeStatus; as?: string }>("regimeDefault", at, value, (field) =>
            field.name !== "as" ? field : allowed ? { ...field, allowed } : { ...field, kind: "word", of: undefined },
          )
        : { status: this.#value<RegimeStatus>(spec, value, at) };
      if (detail?.status) {
        const as = "as" in detail && detail.as !== undefined ? [detail.as] : [];
        regimes.set(id, { status: detail.status, as });
      }
    }
    return regimes;
  }

  #notFollowed(): Set<string> {
    const entries = this.#section("sources");
    const { sources, standards } = this.#knowledge.evidence;
    const known = new Set([...sources.keys(), ...standards.keys()]);
    this.#fields.reportUnknownKeys(entries, known, ["sources"], { what: "article or standard" });
    const spec = this.#valueIn("sources");
    const ids = [...entries].filter(
      ([id, { value }]) => known.has(id) && this.#value(spec, value, ["sources", id]) === "not-followed",
    );
    return new Set(ids.map(([id]) => id));
  }

  #exclude(): readonly string[] {
    const entry = this.#root.get("exclude");
    const node = this.#syntax.resolve(entry?.value);
    if (!node || isEmpty(node)) return [];
    return this.#list(node, ["exclude"], (item, at) => readText(item, at, "path")) ?? [];
  }

  /** What an entry of a section holds, where it is a single value. */
  #valueIn(section: string): FieldSpec {
    return this.#knowledge.format.configSections.get(section)!.value!;
  }

  /** The entries of a section that are no key of the user's own. */
  #section(name: string): ReadonlyMap<string, Entry> {
    const node = this.#syntax.resolve(this.#root.get(name)?.value);
    if (node && !isMap(node) && !isEmpty(node)) {
      const says = `Below \`${name}\` each entry has a key and a colon behind it; ${quoteOf(node)} cannot stand here.`;
      this.#report([name], wrong(says));
    }
    return new Map([...this.#entriesOf(node)].filter(([key]) => !key.startsWith("x-")));
  }

  #entriesOf(node: Node | null | undefined): ReadonlyMap<string, Entry> {
    const map = this.#syntax.resolve(node);
    return isMap(map) ? this.#syntax.entries(map) : new Map();
  }

  /** The fields of a group of keys, as far as they can be read; undefined where something else stands there. */
  #object<Fields extends object>(
    shapeName: string,
    at: Place,
    raw: Node | null = this.#root.get(String(at[0]))?.value ?? null,
    refine = (field: FieldSpec) => field,
  ): Fields | undefined {
    const node = this.#syntax.resolve(raw);
    const { fields } = this.#knowledge.format.shape(shapeName);
    const isSection = at.length === 1;
    if (!isMap(node)) {
      if (!isSection || (node && !isEmpty(node))) {
        const keys = [...fields.keys()].map((key) => `\`${key}\``).join(", ");
        this.#report(
          at,
          wrong(`Only keys such as ${keys} can stand here${node && !isEmpty(node) ? `, not ${quoteOf(node)}` : ""}.`),
        );
      }
      return undefined;
    }
    const entries = this.#syntax.entries(node);
    this.#fields.reportUnknownKeys(entries, new Set(fields.keys()), at);
    const read: Record<string, unknown> = {};
    for (const field of fields.values()) {
      const entry = entries.get(field.name);
      if (entry) read[field.name] = this.#value(refine(field), entry.value, [...at, field.name]);
      else if (field.required)
        this.#report(at, wrong(`\`${field.name}\` is missing here. ${field.description}`), "key");
    }
    // A field that could not be read counts as left out.
    return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Fields;
  }

  #value<Value>(spec: FieldSpec, raw: Node | null, at: Place): Value | undefined {
    const node = this.#syntax.resolve(raw);
    if (!node || isEmpty(node)) {
      this.#report(at, wrong(`A value is missing here. ${spec.description}`));
      return undefined;
    }
    if (spec.kind === "choices")
      return this.#list(node, at, (item, place) => readChoice(item, place, spec, this.#knowledge.format), 1) as Value;
    if (spec.kind === "words") return this.#list(node, at, (item, place) => this.#word(spec, item, place), 1) as Value;
    const reading = this.#single(spec, node, at);
    if ("value" in reading) return reading.value as Value;
    this.#report(at, reading);
    return undefined;
  }

  #single(spec: FieldSpec, node: Node, at: Place): Reading<unknown> {
    if (spec.kind === "integer") return readNumber(node, at, true, spec);
    if (spec.kind === "choice") return readChoice(node, at, spec, this.#knowledge.format);
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
      else this.#report(place, reading);
    }
    if (isSeq(node) && items.length < least) this.#report(at, wrong("This list is empty; something must stand in it."));
    return values.length < least ? undefined : values;
  }

  #report(at: Place, reading: Reading<unknown>, part: "key" | "value" = "value"): void {
    if ("value" in reading) return;
    this.problems.push({ kind: "value", at, part, says: reading.says, fixes: reading.fixes });
  }
}

const isEmpty = (node: Node): boolean => isScalar(node) && node.value === null;
