import { memo } from "../base/memo.ts";
import type { FieldSpec, RefTarget } from "../knowledge/format.ts";
import { fieldAt } from "../model/find/where.ts";
import { committeeName, holderNames, humanize, postName, providerName } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { given, itemsOf } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { foldName } from "../model/words/values.ts";
import { full, spoken } from "../model/words/words.ts";

/** How a fact is answered: in parts, or by one of some words. */
export interface AnswerForm {
  readonly parts: readonly AnswerPart[];
  /** Words that answer it as a whole, such as `none` and `unknown`. */
  readonly words: readonly string[];
}

export interface AnswerPart {
  /** The key below the place of the fact; empty where the place itself is meant. */
  readonly key: string;
  /** What the key is called; empty where the question says it all. */
  readonly title: string;
  readonly kind: "one" | "several" | "number" | "range" | "date" | "text";
  /** The field that it fills; undefined for the key of a new entry. */
  readonly field: FieldSpec | undefined;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  /** Names the choices, where many parts have the same; undefined where they are this part's alone. */
  readonly list: string | undefined;
  /** The id of what is asked about, which is no answer to it. */
  readonly except: string | undefined;
  /** Something else than the choices may be said. */
  readonly own: boolean;
}

/** What somebody says who is asked, and does not answer. "Not asked" is none of them: who asks later writes nothing. */
const noAnswers = ["unknown", "declined", "not-applicable"] as const;

/** The fields that an entry is asked for where it is not in the file yet, by its section. */
const firstOf: Readonly<Record<string, readonly string[]>> = {
  posts: ["heldBy"],
  activities: ["responsible", "accountable"],
  committees: ["chair", "members"],
  providers: ["name"],
  teams: ["headedBy"],
};

/** What the client may choose from, and say instead, at the place of a missing fact. */
export function answerForm(org: Org, at: Place): AnswerForm {
  const { format } = org.knowledge;
  const [section = "", id, name] = at.map(String);
  const spec = format.sections.get(section);
  if (id === undefined)
    return { parts: [{ ...part(org, at, undefined, ""), title: "", kind: "text" }], words: ["none", ...noAnswers] };
  if (at.length === 2 && section === "regimes") return { parts: [wordPart(org, "regimeStatus")], words: noAnswers };
  if (at.length === 2 && spec?.of !== undefined && spec.entity !== undefined) {
    const { fields } = format.shape(spec.of);
    const parts = (firstOf[section] ?? []).map((key) => part(org, [...at, key], fields.get(key), key));
    const words = [...(section === "posts" ? ["vacant"] : []), "none", ...noAnswers];
    return { parts: named(parts), words };
  }
  const field = fieldAt(at, format);
  if (field?.kind === "object" && field.of !== undefined) {
    const inner = [...format.shape(field.of).fields.values()];
    const parts = inner.map((one) => part(org, [...at, one.name], one, one.name));
    return { parts: named(parts), words: wordsFor(field) };
  }
  const only = part(org, at, field, "");
  // Of a nested place, such as boardReport.cadence, the question says which part is meant.
  return { parts: [{ ...only, title: "" }], words: name === undefined && !field ? noAnswers : wordsFor(field) };
}

/** One part alone needs no name beside the question. */
const named = (parts: readonly AnswerPart[]): AnswerPart[] =>
  parts.length === 1 ? parts.map((one) => ({ ...one, title: "" })) : [...parts];

/** "There is none" is an answer where somebody or something is asked for. */
function wordsFor(field: FieldSpec | undefined): string[] {
  const mayBeNone = field && ["reference", "references", "members", "words", "object"].includes(field.kind);
  const isMoney = field?.of === "money";
  return [...(field?.words ?? []), ...(mayBeNone && !isMoney ? ["none"] : []), ...noAnswers];
}

function wordPart(org: Org, catalogue: string): AnswerPart {
  const all = [...org.knowledge.format.catalogue(catalogue).values()];
  const choices = all
    .filter(({ id }) => !noAnswers.some((word) => word === id) && !["none", "not-asked"].includes(id))
    .map(({ id, title }) => ({ id, title }));
  return { key: "", title: "", kind: "one", field: undefined, choices, list: undefined, except: undefined, own: false };
}

function part(org: Org, at: Place, field: FieldSpec | undefined, key: string): AnswerPart {
  const [section, id] = at;
  const base = { key, title: field?.title ?? "", field, choices: [], list: undefined, except: undefined, own: false };
  switch (field?.kind) {
    case "yes-no":
      return { ...base, kind: "one", choices: yesOrNo(org, field.name) };
    case "choice":
    case "choices":
    case "word":
    case "words": {
      const kind = field.kind.endsWith("s") ? "several" : "one";
      return { ...base, kind, choices: catalogueOf(org, at, field), own: field.kind.startsWith("word") };
    }
    case "reference":
    case "references":
    case "members":
    case "employer": {
      const own = field.targets.some((target) => target === "person" || target === "post") || field.kind === "employer";
      return {
        ...base,
        kind: field.kind === "references" || field.kind === "members" ? "several" : "one",
        choices: whoCan(org, field),
        list: listOf(field),
        except: section === "posts" || section === "committees" ? String(id) : undefined,
        own,
      };
    }
    case "codes":
      return { ...base, kind: "several", own: true };
    case "date":
      return { ...base, kind: "date" };
    case "count":
      return { ...base, kind: "range" };
    case "integer":
    case "number":
      return { ...base, kind: "number" };
    default:
      return { ...base, kind: "text", own: true };
  }
}

/** Where the question names two cases, "yes" would not say which of them is meant. */
const cases: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  interim: ["Only for the time being", "For good"],
  primaryDuty: ["The main duty", "On top of another job"],
};

function yesOrNo(org: Org, field: string): { id: string; title: string }[] {
  const [yes, no] = cases[field] ?? [];
  const { format } = org.knowledge;
  return [
    { id: "yes", title: yes ?? format.titleOf("yesNo", "yes") },
    { id: "no", title: no ?? format.titleOf("yesNo", "no") },
  ];
}

function catalogueOf(org: Org, [section, id]: Place, field: FieldSpec): { id: string; title: string }[] {
  const { format, law } = org.knowledge;
  const capacities = section === "regimes" && field.name === "as" ? law.regimes.get(String(id))?.capacities : undefined;
  const all = [field.of, field.also].flatMap((name) => (name ? [...format.catalogue(name).values()] : []));
  return all
    .filter((entry) => !noAnswers.some((word) => word === entry.id) && entry.id !== "not-asked")
    .filter((entry) => !capacities || capacities.some((one) => one === entry.id))
    .map((entry) => ({ id: entry.id, title: entry.title }));
}

const listOf = ({ targets, kind }: FieldSpec): string => [kind === "employer" ? kind : "", ...targets].join(" ");

const lists = memo((_: Org) => new Map<string, { id: string; title: string }[]>());

/** Whoever a field may refer to: each as it is written there, and as people call it. The same for fields alike. */
function whoCan(org: Org, field: FieldSpec): { id: string; title: string }[] {
  const known = lists(org);
  const choices = known.get(listOf(field)) ?? allWhoCan(org, field);
  known.set(listOf(field), choices);
  return choices;
}

function allWhoCan(org: Org, { targets, kind }: FieldSpec): { id: string; title: string }[] {
  const byTarget: Readonly<Record<RefTarget, () => { id: string; title: string }[]>> = {
    post: () =>
      [...org.data.posts.values()]
        .filter(({ exists, written }) => exists !== "no" && written)
        .map((post) => {
          const holders = spoken(holderNames(org, post) ?? "", full);
          const name = spoken(postName(post), full);
          return { id: post.id, title: holders === "" ? name : `${name} (${holders})` };
        }),
    person: () => personChoices(org, targets.includes("post")),
    board: () =>
      org.data.committees.has("board") || org.data.posts.has("board") ? [] : [{ id: "board", title: "Board" }],
    committee: () =>
      [...org.data.committees.values()]
        .filter(({ exists }) => exists !== "no")
        .map((one) => ({ id: one.id, title: committeeName(one) })),
    provider: () =>
      [...org.data.providers.values()].map((one) => ({
        id: kind === "employer" ? one.id : `provider:${one.id}`,
        title: spoken(providerName(one), full),
      })),
    team: () =>
      [...org.data.teams.keys()].map((id) => ({
        id: targets.includes("post") ? `team:${id}` : id,
        title: `${humanize(id)} team`,
      })),
    company: () => org.companies().map(({ id, name }) => ({ id, title: given(name) ?? humanize(id) })),
    self: () => [{ id: "self", title: "The organization as a whole" }],
    unit: () => [...org.data.units.keys()].map((id) => ({ id, title: humanize(id) })),
    external: () => [{ id: "external", title: "Somebody from outside" }],
  };
  const all = targets.flatMap((target) => byTarget[target]());
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** The people whom the file names; where posts are offered too, those without one, since the others stand behind theirs. */
function personChoices(org: Org, besidePosts: boolean): { id: string; title: string }[] {
  const inPosts = new Set(
    org.allPosts.flatMap((post) =>
      itemsOf(post.heldBy).flatMap((ref) => (ref.to === "person" ? [foldName(ref.name)] : [])),
    ),
  );
  return peopleNamed(org)
    .filter((name) => !besidePosts || !inPosts.has(foldName(name)))
    .map((name) => ({ id: name, title: name }));
}

/** Everybody whom the file names, each once, as it spells them first. */
export function peopleNamed(org: Org): string[] {
  const names = new Map<string, string>();
  for (const { name } of org.data.mentions) {
    const folded = foldName(name);
    if (!names.has(folded)) names.set(folded, name.trim());
  }
  return [...names.values()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
