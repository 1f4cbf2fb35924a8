/**
 * The file format as data, read from the JSON Schema that other editors use too: which fields an entity has, of
 * what kind each is, what a catalogue offers. The schema's `x-` annotations are described in schemas/README.md.
 */

export type FieldKind =
  | "text"
  | "yes-no"
  | "date"
  | "integer"
  | "number"
  | "count"
  | "choice"
  | "choices"
  | "word"
  | "words"
  | "reference"
  | "references"
  | "members"
  | "employer"
  | "codes"
  | "object"
  | "place"
  | "rule"
  | "remedy"
  | "sections"
  | "items";

export type RefTarget =
  | "post"
  | "board"
  | "committee"
  | "person"
  | "provider"
  | "team"
  | "unit"
  /** A unit of kind company. */
  | "company"
  /** The organization as a whole, beside its companies. */
  | "self"
  | "external";

export interface FieldSpec {
  readonly name: string;
  readonly title: string;
  readonly kind: FieldKind;
  /** The catalogue of its values, or the shape of a nested object. */
  readonly of: string | undefined;
  /** The values that it can have for one entity, where that is less than the catalogue. */
  readonly allowed?: readonly string[];
  /** A second catalogue whose words count too. */
  readonly also: string | undefined;
  readonly targets: readonly RefTarget[];
  /** Reserved words beyond the usual ones, such as `vacant`. */
  readonly words: readonly string[];
  readonly required: boolean;
  readonly description: string;
  readonly examples: readonly unknown[];
  /** What to ask in an interview where the fact is missing, with `{the}` for the entity. */
  readonly question: string | undefined;
  /** The consultant judges this; the client is not asked. */
  readonly judge: boolean;
  readonly ask: string | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** Words of the user's own may be any text here; elsewhere they have the form of an id. */
  readonly ownText: boolean;
  /** The one value that it can have. */
  readonly constant: string | undefined;
  /** The key may stand without a value. */
  readonly nullable: boolean;
  /** The claims that it comes from. */
  readonly sources: readonly string[];
}

export interface Shape {
  readonly name: string;
  readonly description: string;
  /** The keys that a new one begins with, in their order. */
  readonly first: readonly string[];
  readonly fields: ReadonlyMap<string, FieldSpec>;
  readonly question: string | undefined;
}

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** For a service: the activity that whoever supplies it is responsible for. */
  readonly implies: string | undefined;
  /** The claims that it comes from. */
  readonly sources: readonly string[];
}

export interface SectionSpec {
  readonly name: string;
  readonly description: string;
  /** The shape of its entries: entities by key, or items of a list. Undefined for a section that is a value itself. */
  readonly entity: string | undefined;
  readonly items: string | undefined;
  readonly of: string | undefined;
  /** The catalogue of its entries' keys, where there is one. */
  readonly keys: string | undefined;
  /** The words that can stand in place of an entry. */
  readonly words: readonly string[];
  /** The section as a field of the file. */
  readonly field: FieldSpec;
}

/** A top-level key of the configuration: keys of the user's with a value or a shape each, one shape, or a list. */
export interface ConfigSection {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The shape of what stands below it, or of each of its entries. */
  readonly of: string | undefined;
  readonly keyed: boolean;
  /** What an entry holds where it is a single value. */
  readonly value: FieldSpec | undefined;
}

/** A JSON Schema with our annotations, as far as the format is read from it. */
export interface RawSchema {
  readonly description?: string;
  readonly title?: string;
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly "x-own"?: string;
  readonly "x-also"?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly definitions?: Readonly<Record<string, RawSchema>>;
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly RawSchema[];
  readonly oneOf?: readonly RawSchema[];
  readonly $ref?: string;
  readonly "x-kind"?: string;
  readonly "x-of"?: string;
  readonly "x-to"?: readonly string[];
  readonly "x-words"?: readonly string[];
  readonly "x-question"?: string;
  readonly "x-judge"?: boolean;
  readonly "x-ask"?: string;
  readonly "x-entity"?: string;
  readonly "x-keys"?: string;
  readonly "x-first"?: readonly string[];
  readonly "x-value"?: string;
  readonly "x-items"?: string;
  readonly "x-implies"?: string;
  readonly "x-sources"?: readonly string[];
}

/** What a file and a configuration may say, read from their two schemas. Immutable. */
export class Format {
  /** Every top-level key, in the order in which the schema presents them. */
  readonly sections: ReadonlyMap<string, SectionSpec>;
  /** The same for the firm's configuration, `itorg.config.yaml`. */
  readonly configSections: ReadonlyMap<string, ConfigSection>;
  readonly #definitions: ReadonlyMap<string, RawSchema>;
  readonly #shapes = new Map<string, Shape>();
  readonly #catalogues = new Map<string, ReadonlyMap<string, CatalogueEntry>>();
  readonly #patterns = new Map<string, RegExp>();

  constructor(root: RawSchema, configRoot: RawSchema) {
    // The configuration's own definitions stand beside those of the format, which it refers to.
    this.#definitions = new Map([
      ...Object.entries(root.definitions ?? {}),
      ...Object.entries(configRoot.definitions ?? {}),
    ]);
    this.sections = new Map(
      Object.entries(root.properties ?? {}).map(([name, raw]) => [
        name,
        sectionSpec(name, raw, root.required?.includes(name) ?? false),
      ]),
    );
    this.configSections = new Map(
      Object.entries(configRoot.properties ?? {}).map(([name, raw]) => [name, this.#configSection(name, raw)]),
    );
  }

  /** The fields of a named object of the format. Throws on a name that the schema does not define. */
  shape(name: string): Shape {
    const remembered = this.#shapes.get(name);
    if (remembered) return remembered;
    const raw = this.#definitionOf(name);
    const required = new Set(raw.required ?? []);
    const fields = new Map(
      Object.entries(raw.properties ?? {}).map(([field, spec]) => [field, fieldSpec(field, spec, required.has(field))]),
    );
    const first = raw["x-first"] ?? [];
    const result: Shape = { name, description: raw.description ?? "", first, fields, question: raw["x-question"] };
    this.#shapes.set(name, result);
    return result;
  }

  /** A catalogue's entries by id, in the schema's order. Throws on a name that the schema does not define. */
  catalogue(name: string): ReadonlyMap<string, CatalogueEntry> {
    const remembered = this.#catalogues.get(name);
    if (remembered) return remembered;
    const entries = new Map<string, CatalogueEntry>();
    this.#collectEntries(this.#definitionOf(name), entries);
    this.#catalogues.set(name, entries);
    return entries;
  }

  /** What a catalogue calls a value; the value itself where it is not in there. */
  titleOf(catalogue: string, id: string): string {
    return this.catalogue(catalogue).get(id)?.title ?? id;
  }

  /** All that the format takes from a claim: where it stands ("sector: software"), and the claims. */
  drawnFromSources(): { readonly where: string; readonly sources: readonly string[] }[] {
    return [...this.#definitions].flatMap(([name, raw]) => [
      ...(raw.oneOf ?? []).map((entry) => ({ where: `${name}: ${entry.const}`, sources: entry["x-sources"] ?? [] })),
      ...Object.entries(raw.properties ?? {}).map(([field, spec]) => ({
        where: `${name}.${field}`,
        sources: spec["x-sources"] ?? [],
      })),
    ]);
  }

  /** What a text of a named kind must look like. Throws where the schema does not say. */
  patternOf(name: string): RegExp {
    const remembered = this.#patterns.get(name);
    if (remembered) return remembered;
    const { pattern } = this.#definitionOf(name);
    if (pattern === undefined) throw new Error(`schemas/itorg.schema.json has no pattern for "${name}"`);
    const result = new RegExp(pattern, "u");
    this.#patterns.set(name, result);
    return result;
  }

  #configSection(name: string, raw: RawSchema): ConfigSection {
    return {
      name,
      title: raw.title ?? name,
      description: raw.description ?? "",
      of: raw["x-of"],
      keyed: raw["x-kind"] === "sections",
      value: raw["x-value"] === undefined ? undefined : this.#valueSpec(raw["x-value"]),
    };
  }

  /** One value of a catalogue, where the definition says nothing else. */
  #valueSpec(name: string): FieldSpec {
    return fieldSpec(name, { "x-kind": "choice", "x-of": name, ...this.#definitionOf(name) }, false);
  }

  #collectEntries(raw: RawSchema, entries: Map<string, CatalogueEntry>): void {
    if (raw.const !== undefined) {
      const id = String(raw.const);
      entries.set(id, {
        id,
        title: raw.title ?? id,
        description: raw.description ?? "",
        implies: raw["x-implies"],
        sources: raw["x-sources"] ?? [],
      });
    }
    const reference = raw.$ref?.replace(/^.*#\/definitions\//, "");
    if (reference) this.#collectEntries(this.#definitionOf(reference), entries);
    for (const part of [...(raw.oneOf ?? []), ...(raw.anyOf ?? [])]) this.#collectEntries(part, entries);
  }

  #definitionOf(name: string): RawSchema {
    const raw = this.#definitions.get(name);
    if (!raw) throw new Error(`schemas/itorg.schema.json defines no "${name}"`);
    return raw;
  }
}

function sectionSpec(name: string, raw: RawSchema, required: boolean): SectionSpec {
  return {
    name,
    description: raw.description ?? "",
    entity: raw["x-entity"],
    items: raw["x-items"],
    of: raw["x-of"],
    keys: raw["x-keys"],
    words: raw["x-words"] ?? [],
    field: fieldSpec(name, raw, required),
  };
}

function fieldSpec(name: string, raw: RawSchema, required: boolean): FieldSpec {
  return {
    name,
    title: raw.title ?? name,
    kind: (raw["x-kind"] ?? "text") as FieldKind,
    of: raw["x-of"],
    also: raw["x-also"],
    targets: (raw["x-to"] ?? []) as readonly RefTarget[],
    words: raw["x-words"] ?? [],
    required,
    description: raw.description ?? "",
    examples: raw.examples ?? [],
    question: raw["x-question"],
    judge: raw["x-judge"] ?? false,
    ask: raw["x-ask"],
    minimum: raw.minimum,
    maximum: raw.maximum,
    ownText: raw["x-own"] === "text",
    constant: raw.const === undefined ? undefined : String(raw.const),
    nullable: raw.anyOf !== undefined,
    sources: raw["x-sources"] ?? [],
  };
}
