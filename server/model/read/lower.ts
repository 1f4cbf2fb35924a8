import { isMap, isScalar, isSeq, type Node } from "yaml";
import { shorten } from "../../base/text.ts";
import type { FileState } from "../../knowledge/catalogues.ts";
import type { FieldSpec } from "../../knowledge/format.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { RegimeDefinition } from "../../knowledge/regimes.ts";
import type {
  Acceptance,
  Activity,
  Committee,
  Interview,
  Mention,
  OrgData,
  Person,
  Post,
  Provider,
  Recommendation,
  Regime,
  RegimeState,
  Team,
  Unit,
} from "../org/entities.ts";
import type { CoverageFields, OrganizationFields } from "../org/fields.ts";
import { fix, set } from "../words/change.ts";
import { cannotTell, type Fact, given, known, type Truth, unknown } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { isReservedWord, nameSlot, type ReservedWord } from "../words/values.ts";
import type { Entry, Syntax } from "../yaml/syntax.ts";
import { withNames } from "./catalogue-names.ts";
import { declaredNames } from "./declared.ts";
import { withDefaults } from "./defaults.ts";
import { withImpliedDuties } from "./implied-duties.ts";
import { type Facts, FieldReader } from "./read-fields.ts";
import { isVacant, quoteOf, reservedWordOf } from "./read-value.ts";
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

const entitySections = ["units", "people", "posts", "teams", "providers", "committees", "activities"] as const;
type EntitySection = (typeof entitySections)[number];

class Lowering {
  readonly #syntax: Syntax;
  readonly #knowledge: Knowledge;
  readonly #root: ReadonlyMap<string, Entry>;
  readonly #reader: FieldReader;

  constructor(syntax: Syntax, knowledge: Knowledge) {
    this.#syntax = syntax;
    this.#knowledge = knowledge;
    const root = syntax.resolve(syntax.root);
    this.#root = isMap(root) ? syntax.entries(root) : new Map();
    this.#reader = new FieldReader(
      syntax,
      declaredNames(syntax, knowledge.format, (name) => this.#section(name)),
      knowledge,
    );
  }

  run(): Lowered {
    const reader = this.#reader;
    const root = this.#syntax.resolve(this.#syntax.root);
    const isReadable = !root || isMap(root) || isEmptyNode(root);
    if (isReadable) {
      this.#checkVersion();
      reader.reportUnknownKeys(this.#root, new Set(this.#knowledge.format.sections.keys()), []);
    }
    const coverage = this.#coverage();
    const complete = new Set<string>();
    for (const [name, fact] of Object.entries(coverage))
      if (fact.is === "known" && fact.value === "complete") complete.add(name);
    const entities = Object.fromEntries(
      entitySections.map((name) => [name, this.#entities(name, complete.has(name))]),
    ) as unknown as {
      [Section in EntitySection]: Map<string, never>;
    };
    const posts: Map<string, Post> = entities.posts;
    const [regimes, interviews] = [this.#regimes(), this.#items("interviews")];
    const [accepted, recommended] = [this.#items("accepted"), this.#items("recommended")];
    const references = reader.references.toSorted((a, b) => a.start - b.start);
    const org: OrgData = {
      asOf: this.#asOf(),
      state: this.#state(),
      organization: { ...this.#organization(isReadable), at: ["organization"] },
      posts,
      teams: entities.teams as Map<string, Team>,
      providers: entities.providers as Map<string, Provider>,
      committees: entities.committees as Map<string, Committee>,
      activities: withImpliedDuties(
        entities.activities as Map<string, Activity>,
        entities.providers as Map<string, Provider>,
        this.#knowledge.format,
      ),
      people: entities.people as Map<string, Person>,
      units: entities.units as Map<string, Unit>,
      regimes,
      interviews: interviews.map((item) => ({ ...item.facts, at: item.at }) as unknown as Interview),
      accepted: accepted.map((item) => ({ ...item.facts, place: item.at }) as unknown as Acceptance),
      recommended: recommended.map((item) => ({ ...item.facts, place: item.at }) as unknown as Recommendation),
      coverage,
      sections: new Set(this.#root.keys()),
      sectionWords: this.#sectionWords(),
      mentions: this.#mentions(),
      postReferences: references.flatMap(({ ref, at }) => (ref.to === "post" ? [{ id: ref.id, at }] : [])),
      references: references.map(({ ref, text, at }) => ({ ref, text, at })),
    };
    // A reference to a role id of the catalogue needs no entry: that post exists, everything else about it is unknown.
    for (const { id } of org.postReferences) if (!posts.has(id)) posts.set(id, this.#impliedPost(id));
    for (const name of [...entitySections, "regimes"])
      reader.problems.push(...wrongIds(name, [...this.#section(name).keys()], reader.references));
    return { org, problems: reader.problems };
  }

  /** Every place that names a person, in the order of the text. */
  #mentions(): Mention[] {
    const keys = [...this.#section("people")].map(([name, { keyNode }]) => ({
      mention: { name, at: ["people", name], isKey: true },
      start: keyNode.range?.[0] ?? 0,
    }));
    const named = this.#reader.references.flatMap(({ ref, text, at, start }) =>
      ref.to === "person" ? [{ mention: { name: text, at, isKey: false }, start }] : [],
    );
    return [...keys, ...named].sort((a, b) => a.start - b.start).map(({ mention }) => mention);
  }

  #sectionWords(): Map<string, ReservedWord> {
    const words = [...this.#root].map(
      ([key, entry]) => [key, reservedWordOf(this.#syntax.resolve(entry.value))] as const,
    );
    return new Map(words.flatMap(([key, word]) => (word ? [[key, word]] : [])));
  }

  /** A section's own entries; keys that begin with `x-` are the user's and left alone. */
  #section(name: string): Map<string, Entry> {
    const node = this.#syntax.resolve(this.#root.get(name)?.value);
    const entries = isMap(node) ? this.#syntax.entries(node) : new Map<string, Entry>();
    return new Map([...entries].filter(([key]) => !key.startsWith("x-")));
  }

  #entities(name: EntitySection, complete: boolean): Map<string, unknown> {
    this.#checkSection(name);
    const { format, roles } = this.#knowledge;
    const kind = format.sections.get(name)?.entity ?? name;
    const shapeName = format.sections.get(name)?.of ?? kind;
    const result = new Map<string, unknown>();
    // Where part of the text could not be read, what seems to be left out may stand there.
    const settled = this.#syntax.damaged ? "nothing" : complete ? "all" : "beside";
    const entries = this.#section(name);
    for (const [id, entry] of entries) {
      const at = [name, id];
      const { exists, facts } = this.#entity(name, shapeName, entry, at);
      const title = kind === "post" ? (given(facts.title as Fact<string>) ?? "") : undefined;
      result.set(id, {
        entity: kind,
        id,
        at,
        exists,
        written: true,
        ...(title === undefined ? {} : { titledAs: roles.leadingWithTitle(title) }),
        ...withNames(kind, id, withDefaults(kind, id, facts, settled, format), format),
      });
      if (name === "activities" && facts.activity?.is !== "known") {
        this.#reader.checkSpelling(id, ["activityId"], at, entries);
      }
    }
    return result;
  }

  #entity(section: EntitySection, shapeName: string, entry: Entry, at: Place): { exists: Truth; facts: Facts } {
    const node = this.#syntax.resolve(entry.value);
    const empty = () => this.#reader.fields(shapeName, undefined, at);
    if (isMap(node)) return { exists: "yes", facts: this.#reader.fields(shapeName, node, at) };
    if (!node || isEmptyNode(node)) return { exists: this.#existsWithoutValue(section, at), facts: empty() };
    const word = reservedWordOf(node);
    if (word === "none") return { exists: "no", facts: empty() };
    if (word === "not-applicable") return { exists: "left-out", facts: empty() };
    if (word) return { exists: cannotTell({ at, why: word }), facts: empty() };
    if (section === "posts" && isVacant(node)) {
      return { exists: "yes", facts: { ...empty(), heldBy: known([]) } };
    }
    this.#reportEntity(section, node, at);
    return {
      exists: section === "posts" || isSeq(node) ? cannotTell({ at, why: "unreadable" }) : "yes",
      facts: empty(),
    };
  }

  /** A post that is merely named exists; whether a team, a committee or a duty does has yet to be asked. */
  #existsWithoutValue(section: EntitySection, at: Place): Truth {
    return section === "posts" || section === "people" || section === "units"
      ? "yes"
      : cannotTell({ at, why: "not-asked" });
  }

  #reportEntity(section: EntitySection, node: Node, at: Place): void {
    const field = {
      posts: "heldBy",
      activities: "responsible",
      providers: "name",
      committees: "chair",
      teams: "headedBy",
      units: "name",
      people: "employedBy",
    }[section];
    const text = isScalar(node) && typeof node.value === "string" ? withoutKey(node.value, field) : undefined;
    // A word about the entry as a whole names nobody, also where quotes keep it from being read as that word.
    const meant = text === undefined ? undefined : entryWordIn(text, section);
    const wanted =
      text === undefined
        ? []
        : meant
          ? [fix(`Change it to \`${meant}\``, [set(at, meant)])]
          : [fix(`Write it as { ${field}: ${shorten(text)} }`, [set(at, { [field]: text })], { preferred: true })];
    this.#problem({
      kind: "value",
      at,
      part: "value",
      says: meant
        ? `Only keys such as \`${field}\`, or a word such as \`none\` without quotes, can stand here.`
        : `Only keys such as \`${field}\`, or a word such as \`none\`, can stand here, not ${quoteOf(node)}.`,
      fixes: wanted,
    });
  }

  #checkSection(name: string): void {
    const entry = this.#root.get(name);
    const node = this.#syntax.resolve(entry?.value);
    if (!node || isMap(node) || isEmptyNode(node) || reservedWordOf(node)) return;
    this.#problem({
      kind: "value",
      at: [name],
      part: "value",
      says: `Below \`${name}\` each entry has a key of its own and a colon behind it; ${quoteOf(node)} cannot stand here.`,
    });
  }

  #regimes(): Map<string, Regime> {
    this.#checkSection("regimes");
    const result = new Map<string, Regime>();
    const { format, law } = this.#knowledge;
    const status = format.shape("regimeDetail").fields.get("status")!;
    const entries = this.#section("regimes");
    for (const [id, entry] of entries) {
      const at = ["regimes", id];
      const node = this.#syntax.resolve(entry.value);
      const facts: Facts = isMap(node)
        ? this.#reader.fields("regimeDetail", node, at, (field) => withCapacitiesOf(law.regimes.get(id), field))
        : {
            ...this.#reader.fields("regimeDetail", undefined, at),
            status: this.#reader.field(status, entry.value, at),
          };
      this.#reader.checkSpelling(id, ["regime"], at, entries);
      const as = facts.as as Regime["as"];
      result.set(id, { entity: "regime", id, at, written: true, state: stateOf(facts.status as Fact<string>), as });
    }
    return result;
  }

  #items(name: "interviews" | "accepted" | "recommended"): { at: Place; facts: Facts }[] {
    const shapeName = this.#knowledge.format.sections.get(name)?.items ?? name;
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
        says: `Each entry of \`${name}\` is a group of keys; ${item ? quoteOf(item) : "an empty entry"} is none.`,
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
          fix(text ? `Write it as { name: ${shorten(text)} }` : "Insert `organization` with a name", [
            set(["organization"], { name: text ?? nameSlot }),
          ]),
        ],
      });
    }
    return this.#reader.fields("organization", isMap(node) ? node : undefined, [
      "organization",
    ]) as unknown as OrganizationFields;
  }

  #coverage(): CoverageFields {
    const node = this.#syntax.resolve(this.#root.get("coverage")?.value);
    this.#checkSection("coverage");
    const facts = this.#reader.fields("coverage", isMap(node) ? node : undefined, ["coverage"]);
    // Where part of the text could not be read, what is missing may stand there: nothing counts as complete.
    if (this.#syntax.damaged)
      return this.#reader.fields("coverage", undefined, ["coverage"]) as unknown as CoverageFields;
    // `providers: none` says that there is no provider at all, which is a complete section.
    const settled = Object.keys(facts).filter(
      (name) => reservedWordOf(this.#syntax.resolve(this.#root.get(name)?.value)) === "none",
    );
    return {
      ...facts,
      ...Object.fromEntries(settled.map((name) => [name, known("complete")])),
    } as unknown as CoverageFields;
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
      fixes: [fix("Write `itorg: 1`", [set(["itorg"], 1)], { preferred: true })],
    });
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

  #impliedPost(id: string): Post {
    const { format } = this.#knowledge;
    const at = ["posts", id];
    const facts = this.#reader.fields("post", undefined, at);
    return {
      entity: "post",
      id,
      at,
      exists: "yes",
      written: false,
      titledAs: [],
      ...withNames("post", id, withDefaults("post", id, facts, "nothing", format), format),
    } as unknown as Post;
  }

  #problem(problem: Problem): void {
    this.#reader.problems.push(problem);
  }
}

/** A capacity belongs to one regime; for a regime of the user's own, any word will do. */
function withCapacitiesOf(definition: RegimeDefinition | undefined, field: FieldSpec): FieldSpec {
  if (field.name !== "as") return field;
  return definition ? { ...field, allowed: definition.capacities ?? [] } : { ...field, kind: "words", of: undefined };
}

/** The word about a whole entry that a text there must mean, in quotes or not. Only a post can be vacant. */
function entryWordIn(text: string | undefined, section: EntitySection): string | undefined {
  if (text === undefined || !isReservedWord(text)) return undefined;
  return text === "vacant" && section !== "posts" ? "none" : text;
}

function stateOf(status: Fact<string>): RegimeState {
  if (status.is === "known") return status.value as RegimeState;
  return status.is === "not-applicable" ? "not-applicable" : "unknown";
}

const isEmptyNode = (node: Node): boolean => isScalar(node) && node.value === null;
