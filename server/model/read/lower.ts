import { isMap, isScalar, isSeq, type Node, type YAMLSeq } from "yaml";
import type { Edit } from "../../base/text.ts";
import type { FileState, RegimeStatus } from "../../knowledge/catalogues.ts";
import type { FieldSpec } from "../../knowledge/format.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { RegimeDefinition } from "../../knowledge/regimes.ts";
import type { Mention, OrgData, Regime, RegimeState } from "../org/entities.ts";
import type { CoverageFields, OrganizationFields, ShapeFields } from "../org/fields.ts";
import { humanize, toldApart } from "../org/names.ts";
import { fix, rename, rewrite, set } from "../words/change.ts";
import { type Fact, given, known, unknown } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { nameSlot, type ReservedWord } from "../words/values.ts";
import { quoted, words } from "../words/words.ts";
import type { Keyed, Syntax } from "../yaml/syntax.ts";
import { declaredNames } from "./declared.ts";
import { emptyDottedLines } from "./dotted-lines.ts";
import { withImpliedDuties } from "./implied-duties.ts";
import { entitySections, impliedPost, lowerEntities } from "./lower-entities.ts";
import { misplaced } from "./misplaced.ts";
import { FieldReader } from "./read-fields.ts";
import { quoteOf, reservedWordOf } from "./read-value.ts";
import { isIdForm } from "./references.ts";
import { lawMeant, usualWord } from "./slips.ts";
import { withoutKey } from "./unknown-key.ts";
import { wrongIds } from "./wrong-ids.ts";

export interface Lowered {
  readonly org: OrgData;
  readonly problems: readonly Problem[];
}

/** Reads an organization out of a YAML tree. Whatever cannot be read becomes a problem and an unknown fact; never throws. */
export function lower(syntax: Syntax, knowledge: Knowledge): Lowered {
  return new Lowering(syntax, knowledge).run();
}

class Lowering {
  readonly #syntax: Syntax;
  readonly #knowledge: Knowledge;
  readonly #root: ReadonlyMap<string, Keyed>;
  readonly #sections = new Map<string, ReadonlyMap<string, Keyed>>();
  readonly #lost = new Map<string, ReadonlyMap<string, Problem>>();
  readonly #reader: FieldReader;

  constructor(syntax: Syntax, knowledge: Knowledge) {
    this.#syntax = syntax;
    this.#knowledge = knowledge;
    const root = syntax.resolve(syntax.root);
    this.#root = isMap(root) ? syntax.entries(root) : new Map();
    this.#reader = new FieldReader(
      syntax,
      declaredNames(syntax, knowledge, (name) => this.#section(name)),
      knowledge,
      this.#isTarget(),
    );
  }

  run(): Lowered {
    const reader = this.#reader;
    const root = this.#syntax.resolve(this.#syntax.root);
    const isReadable = !root || isMap(root) || isEmptyNode(root);
    if (isReadable) {
      this.#checkVersion();
      const { sections } = this.#knowledge.format;
      const lost = this.#misplaced([], this.#root, (key) => sections.has(key) || key.startsWith("x-"));
      reader.problems.push(...lost.values());
      reader.reportUnknownKeys(this.#root, new Set([...sections.keys(), ...lost.keys()]), []);
    }
    const coverage = this.#coverage();
    const complete = new Set<string>();
    for (const [name, fact] of Object.entries(coverage))
      if (fact.is === "known" && fact.value === "complete") complete.add(name);
    for (const name of entitySections) {
      this.#checkSection(name);
      reader.problems.push(...this.#lostIn(name).values());
    }
    const entities = lowerEntities(this.#syntax, reader, this.#knowledge, (name) => this.#section(name), complete);
    const { posts } = entities;
    const [regimes, interviews] = [this.#regimes(), this.#items("interviews", "interview")];
    const [accepted, recommended] = [
      this.#items("accepted", "acceptance"),
      this.#items("recommended", "recommendation"),
    ];
    const references = reader.references.toSorted((a, b) => a.start - b.start);
    const org: OrgData = {
      asOf: this.#asOf(),
      state: this.#state(),
      organization: { ...this.#organization(isReadable), at: ["organization"] },
      ...entities,
      activities: withImpliedDuties(entities.activities, entities.providers, this.#knowledge.format, (at) =>
        reader.fields("activity", undefined, at),
      ),
      regimes,
      interviews: interviews.map(({ facts, at }) => ({ ...facts, at })),
      accepted: accepted.map(({ facts, at }) => ({ ...facts, place: at })),
      recommended: recommended.map(({ facts, at }) => ({ ...facts, place: at })),
      coverage,
      sections: new Set(this.#root.keys()),
      sectionWords: this.#sectionWords(),
      mentions: this.#mentions(),
      postReferences: references.flatMap(({ ref, at }) => (ref.to === "post" ? [{ id: ref.id, at }] : [])),
      guesses: reader.guesses,
      references: references.map(({ ref, text, at }) => ({ ref, text, at })),
    };
    // A reference to a role id of the catalogue needs no entry: that post exists, everything else about it is unknown.
    for (const { id } of org.postReferences)
      if (!posts.has(id)) posts.set(id, impliedPost(reader, this.#knowledge, id));
    reader.problems.push(...emptyDottedLines(posts.values()));
    toldApart(posts, new Map([...entities.units].map(([id, { name }]) => [id, given(name) ?? humanize(id)])));
    const ofCatalogue: Readonly<Record<string, (id: string) => string | undefined>> = {
      regimes: (id) => lawMeant(id, this.#laws),
      activities: (id) => usualWord(id, this.#knowledge.format.catalogue("activityId")),
    };
    for (const name of [...entitySections, "regimes"]) {
      const meant = ofCatalogue[name] ?? (() => undefined);
      reader.problems.push(...wrongIds(name, [...this.#section(name).keys()], reader.references, meant));
    }
    return { org, problems: reader.problems };
  }

  /** Every place that names a person, in the order of the text. */
  #mentions(): Mention[] {
    const keys = [...this.#section("people")].map(([name, { keyNode }]) => ({
      mention: { name, at: ["people", name], isKey: true },
      start: keyNode.range?.[0] ?? 0,
    }));
    const named = this.#reader.references.flatMap(({ ref, text, at, start }) =>
      ref.to === "person"
        ? [{ mention: { name: text.trim() === ref.name ? text : ref.name, at, isKey: false }, start }]
        : [],
    );
    return [...keys, ...named].sort((a, b) => a.start - b.start).map(({ mention }) => mention);
  }

  #sectionWords(): Map<string, ReservedWord> {
    const words = [...this.#root].map(
      ([key, entry]) => [key, reservedWordOf(this.#syntax.resolve(entry.value))] as const,
    );
    return new Map(words.flatMap(([key, word]) => (word ? [[key, word]] : [])));
  }

  get #laws(): ReadonlySet<string> {
    return new Set(this.#knowledge.law.regimes.keys());
  }

  /** A section's own entries; keys that begin with `x-` are the user's and left alone. */
  #section(name: string): ReadonlyMap<string, Keyed> {
    const known = this.#sections.get(name) ?? this.#ownEntries(name);
    this.#sections.set(name, known);
    return known;
  }

  #ownEntries(name: string): ReadonlyMap<string, Keyed> {
    const node = this.#syntax.resolve(this.#root.get(name)?.value);
    const entries = isMap(node) ? this.#syntax.entries(node) : new Map<string, Keyed>();
    const lost = this.#lostIn(name);
    return new Map([...entries].filter(([key]) => !key.startsWith("x-") && !lost.has(key)));
  }

  /** The keys of a section that are fields of the entry above them, and only not indented below it. */
  #lostIn(name: string): ReadonlyMap<string, Problem> {
    const known = this.#lost.get(name);
    if (known) return known;
    const node = this.#syntax.resolve(this.#root.get(name)?.value);
    const lost =
      isMap(node) && !node.flow ? this.#misplaced([name], this.#syntax.entries(node), () => false) : new Map();
    this.#lost.set(name, lost);
    return lost;
  }

  #misplaced(at: Place, entries: ReadonlyMap<string, Keyed>, isKnown: (key: string) => boolean): Map<string, Problem> {
    return misplaced(this.#syntax, entries, at, this.#knowledge.format, isKnown);
  }

  #checkSection(name: string): void {
    const entry = this.#root.get(name);
    const node = this.#syntax.resolve(entry?.value);
    if (!node || isMap(node) || isEmptyNode(node) || reservedWordOf(node)) return;
    const edits = isSeq(node) ? dashesBefore(node, this.#syntax) : [];
    this.#problem({
      kind: "value",
      at: [name],
      part: "value",
      says: words`Below \`${name}\` each entry has a key of its own and a colon behind it; ${quoteOf(node)} cannot stand here.`,
      fixes:
        edits.length > 0
          ? [fix(does("mend-text"), "Leave out the dashes", [rewrite([name], edits)], { preferred: true })]
          : [],
    });
  }

  #regimes(): Map<string, Regime> {
    this.#checkSection("regimes");
    const result = new Map<string, Regime>();
    const entries = this.#section("regimes");
    const laws = this.#laws;
    for (const [id, entry] of entries) {
      const at = ["regimes", id];
      const node = this.#syntax.resolve(entry.value);
      const isDetailed = isMap(node);
      const facts = this.#reader.fields("regimeDetail", isDetailed ? node : undefined, at, (field) =>
        withCapacitiesOf(this.#knowledge.law.regimes.get(id), field),
      );
      const state = isDetailed ? facts.status : this.#reader.fieldOf("regimeDetail", "status", entry.value, at);
      const law = isIdForm(id) && !laws.has(id) ? lawMeant(id, laws) : undefined;
      if (law !== undefined && !entries.has(law)) this.#problem(otherName(at, id, law));
      else this.#reader.checkSpelling(id, ["regime"], at, entries);
      result.set(id, {
        entity: "regime",
        id,
        at,
        written: true,
        state: stateOf(state),
        as: facts.as,
        units: facts.units,
      });
    }
    return result;
  }

  #items<S extends "interview" | "acceptance" | "recommendation">(
    name: string,
    shapeName: S,
  ): { at: Place; facts: ShapeFields[S] }[] {
    const node = this.#syntax.resolve(this.#root.get(name)?.value);
    if (!node || isEmptyNode(node) || reservedWordOf(node)) return [];
    const items = isSeq(node) ? (node.items as (Node | null)[]) : [node];
    return items.flatMap((raw, index) => {
      const at = [name, index];
      const item = this.#syntax.resolve(raw);
      if (isMap(item))
        return [
          { at: isSeq(node) ? at : [name], facts: this.#reader.fields(shapeName, item, isSeq(node) ? at : [name]) },
        ];
      this.#problem({
        kind: "value",
        at,
        part: "value",
        says: words`Each entry of \`${name}\` is a group of keys; ${item ? quoteOf(item) : "an empty entry"} is none.`,
      });
      return [];
    });
  }

  #organization(report: boolean): OrganizationFields {
    const node = this.#syntax.resolve(this.#root.get("organization")?.value);
    if (report && !isMap(node)) {
      const isName = isScalar(node) && typeof node.value === "string" && !reservedWordOf(node);
      const text = isName ? withoutKey(String(node.value), "name") : undefined;
      this.#problem({
        kind: "value",
        at: this.#root.has("organization") ? ["organization"] : ["organization", "name"],
        part: this.#root.has("organization") && node ? "value" : "key",
        says: "The file must say which organization it describes: `organization`, and below it `name`.",
        fixes: [
          fix(
            does("insert-<item>", "organization"),
            text ? words`Write it as { name: ${quoted(text)} }` : "Insert `organization` with a name",
            [set(["organization"], { name: text ?? nameSlot })],
          ),
        ],
      });
    }
    return this.#reader.fields("organization", isMap(node) ? node : undefined, ["organization"]);
  }

  #coverage(): CoverageFields {
    const node = this.#syntax.resolve(this.#root.get("coverage")?.value);
    this.#checkSection("coverage");
    const facts = this.#reader.fields("coverage", isMap(node) ? node : undefined, ["coverage"]);
    // Where part of the text could not be read, what is missing may stand there: nothing counts as complete.
    if (this.#syntax.damaged) return this.#reader.fields("coverage", undefined, ["coverage"]);
    // `providers: none` says that there is no provider at all, which is a complete section.
    const isSettled = (name: string) => reservedWordOf(this.#syntax.resolve(this.#root.get(name)?.value)) === "none";
    const settled = Object.keys(facts)
      .filter(isSettled)
      .map((name) => [name, known("complete")] as const);
    return { ...facts, ...Object.fromEntries(settled) };
  }

  #checkVersion(): void {
    const entry = this.#root.get("itorg");
    const node = this.#syntax.resolve(entry?.value);
    if (isScalar(node) && node.value === 1) return;
    this.#problem({
      kind: "value",
      at: ["itorg"],
      part: entry ? "value" : "key",
      says: entry
        ? "This is format version 1, so the line must read `itorg: 1`."
        : "The file must begin with `itorg: 1`, the version of the format.",
      fixes: [fix(does("write-<item>", "itorg-1"), "Write `itorg: 1`", [set(["itorg"], 1)], { preferred: true })],
    });
  }

  /** As far as it is written plainly: what holders may be has to be known before anything else is read. */
  #isTarget(): boolean {
    const node = this.#syntax.resolve(this.#root.get("state")?.value);
    return isScalar(node) && node.value === "to-be";
  }

  #asOf(): Fact<string> {
    const entry = this.#root.get("asOf");
    const date = this.#knowledge.format.shape("post").fields.get("until")!;
    if (!entry) return unknown(["asOf"], "absent");
    return this.#reader.field({ ...date, name: "asOf" }, entry.value, ["asOf"]) as Fact<string>;
  }

  #state(): Fact<FileState> {
    const entry = this.#root.get("state");
    const state = this.#knowledge.format.sections.get("state")?.field;
    if (!entry || !state) return unknown(["state"], "absent");
    return this.#reader.field(state, entry.value, ["state"]) as Fact<FileState>;
  }

  #problem(problem: Problem): void {
    this.#reader.problems.push(problem);
  }
}

/** The dashes of a list whose items are keys with what belongs to them; none where an item is anything else. */
function dashesBefore(list: YAMLSeq, syntax: Syntax): Edit[] {
  const edits = (list.items as (Node | null)[]).map((item): Edit | undefined => {
    const key = isMap(item) && !item.flow && item.items.length === 1 ? (item.items[0]!.key as Node | null) : undefined;
    const dash = key?.range ? /-[ \t]+$/.exec(syntax.content.slice(0, key.range[0])) : undefined;
    return dash && key?.range ? { span: { start: dash.index, end: key.range[0] }, newText: "" } : undefined;
  });
  return edits.every((edit) => edit !== undefined) ? edits : [];
}

/** A law under a name that it does not have here, whether or not a law of the user's own could be called so. */
function otherName(at: Place, id: string, law: string): Problem {
  return {
    kind: "slip",
    at,
    part: "key",
    says: words`\`${{ quoted: id }}\` is a word of your own; the law is known here as \`${law}\`. Only that is checked.`,
    fixes: [fix(does("change-to-<item>", law), `Write \`${law}\``, [rename(at, law)], { preferred: true })],
  };
}

/** A capacity belongs to one regime; for a regime of the user's own, any word will do. */
function withCapacitiesOf(definition: RegimeDefinition | undefined, field: FieldSpec): FieldSpec {
  if (field.name !== "as") return field;
  return definition ? { ...field, allowed: definition.capacities ?? [] } : { ...field, kind: "words", of: undefined };
}

function stateOf(status: Fact<RegimeStatus>): RegimeState {
  if (status.is === "known") return status.value;
  return status.is === "not-applicable" ? "not-applicable" : "unknown";
}

const isEmptyNode = (node: Node): boolean => isScalar(node) && node.value === null;
