import type { FieldSpec } from "../../knowledge/format.ts";
import {
  activityName,
  holderNames,
  humanize,
  providerName,
  refName,
  theCommittee,
  thePost,
} from "../../model/org/names.ts";
import type { Org } from "../../model/org/org.ts";
import { type Fact, given, itemsOf, none, unknown } from "../../model/words/fact.ts";
import type { Place } from "../../model/words/place.ts";
import { type Ref, refKey } from "../../model/words/values.ts";
import { aside, inSentence, listOf, sentence, type Words, words } from "../../model/words/words.ts";
import { type Keyed, Pairs } from "./pairs.ts";
import { type FieldValue, factWords, isRange, isRef, keyOfPart, type Nested, partsOf, partWords } from "./values.ts";

export type ChangeKind = "added" | "removed" | "changed" | "renamed";
export type Subject = "post" | "holder" | "line" | "duty" | "committee" | "provider" | "regime" | "fact";

/** One difference between two files about a client. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly what: Subject;
  /** In the later file; of what is gone, in the earlier one. */
  readonly at: Place;
  /** What stood there, and what stands there now; null where there was nothing, or is nothing. */
  readonly was: Words | null;
  readonly is: Words | null;
  /** In the words of a person: "The CISO now reports to the CEO, no longer to the CIO." */
  readonly says: Words;
}

/** What changed in the organization, in the order of the format; an id that was changed is one change. */
export function differencesOf(before: Org, after: Org, pairs = new Pairs(before, after)): Difference[] {
  const compared = new Compared(before, after, pairs);
  return [
    ...compared.fields("organization", ["organization"], before.data.organization, after.data.organization, [
      "the organization",
    ]),
    ...pairs.all.flatMap(({ was, is }) => compared.entry(was, is)),
    ...compared.regimes(),
    ...compared.fields("coverage", ["coverage"], before.data.coverage, after.data.coverage, ["what the file covers"]),
  ];
}

const subjects: Readonly<Record<Keyed["entity"], Subject>> = {
  post: "post",
  team: "fact",
  activity: "duty",
  committee: "committee",
  provider: "provider",
  person: "fact",
  unit: "fact",
};
const ofPosts: Readonly<Record<string, Subject>> = {
  heldBy: "holder",
  interim: "holder",
  until: "holder",
  reportsTo: "line",
  dottedLineTo: "line",
};

class Compared {
  readonly #before: Org;
  readonly #after: Org;
  readonly #pairs: Pairs;

  constructor(before: Org, after: Org, pairs: Pairs) {
    this.#before = before;
    this.#after = after;
    this.#pairs = pairs;
  }

  /** An entry that has come, has gone, is called otherwise, or of which something is said otherwise. */
  entry(was: Keyed | undefined, is: Keyed | undefined): Difference[] {
    // An entry of `people` holds facts about somebody who may be in the file without one.
    const [person] = [is, was].filter((one) => one?.entity === "person");
    if (person && !(was && is))
      return this.fields("person", person.at, was ?? {}, is ?? {}, nameOf(is ? this.#after : this.#before, person));
    const there = (one: Keyed | undefined) => (one?.exists === "yes" ? one : undefined);
    const [old, now] = [there(was), there(is)];
    if (old && !now) return [this.#removed(old, is)];
    if (now && !old) return [this.#added(now, was)];
    if (!old || !now) return this.#settled(was, is);
    const what = subjects[now.entity];
    const renamed: Difference[] =
      old.id === now.id || now.entity === "person"
        ? []
        : [
            {
              kind: "renamed",
              what,
              at: now.at,
              was: [{ label: old.id }],
              is: [{ label: now.id }],
              says: words`${sentence(nameOf(this.#after, now))} is now called ${{ label: now.id }} in the file, no longer ${{ label: old.id }}.`,
            },
          ];
    return [...renamed, ...this.fields(now.entity, now.at, old, now, nameOf(this.#after, now))];
  }

  #added(now: Keyed, was: Keyed | undefined): Difference {
    const name = nameOf(this.#after, now);
    const more = moreOf(this.#after, now);
    const says = was?.exists === "no" ? words`There is now ${name}${more}.` : words`New in the file: ${name}${more}.`;
    return {
      kind: "added",
      what: subjects[now.entity],
      at: now.at,
      was: was?.exists === "no" ? ["none"] : null,
      is: name,
      says,
    };
  }

  /** That the later file does not speak of it does not mean that it is gone. */
  #removed(old: Keyed, is: Keyed | undefined): Difference {
    const name = nameOf(this.#before, old);
    const isNone = is?.exists === "no";
    const says = isNone
      ? words`${sentence(name)}: there is none any more.`
      : words`The file says nothing of ${name} any more.`;
    return {
      kind: "removed",
      what: subjects[old.entity],
      at: is?.at ?? old.at,
      was: name,
      is: isNone ? ["none"] : null,
      says,
    };
  }

  /** Of what there is in neither file: whether that is known by now. */
  #settled(was: Keyed | undefined, is: Keyed | undefined): Difference[] {
    if (is?.exists !== "no" || was?.exists === "no") return [];
    const name = nameOf(this.#after, is);
    return [
      {
        kind: "changed",
        what: subjects[is.entity],
        at: is.at,
        was: ["not known"],
        is: ["none"],
        says: words`${sentence(name)}: there is none, which was not known before.`,
      },
    ];
  }

  /** What is said otherwise of one entry, field by field. `of` names it inside a sentence. */
  fields(shape: string, at: Place, was: object, is: object, of: Words): Difference[] {
    const [old, now] = [was as Nested, is as Nested];
    return [...this.#after.knowledge.format.shape(shape).fields.values()].flatMap((field) => {
      const fieldIn = (all: Nested) => emptyAsNone(all[field.name] ?? unknown([...at, field.name], "absent"));
      const [one, other] = [fieldIn(old), fieldIn(now)];
      if (this.#isSame(one, other)) return [];
      const what = shape === "post" ? (ofPosts[field.name] ?? "fact") : shapeSubject(shape);
      return [
        {
          kind: "changed" as const,
          what,
          at: [...at, field.name],
          was: isSaid(one) ? factWords(this.#before, field, one) : null,
          is: isSaid(other) ? factWords(this.#after, field, other) : null,
          says: this.#says(shape, field, one, other, of),
        },
      ];
    });
  }

  #isSame(was: Fact<FieldValue>, is: Fact<FieldValue>): boolean {
    if (was.is !== is.is) return false;
    if (was.is !== "known" || is.is !== "known")
      return !("somebody" in was) && !("somebody" in is) ? true : "somebody" in was === "somebody" in is;
    const [one] = partsOf(was.value);
    const [other] = partsOf(is.value);
    if (isNested(one) && isNested(other))
      return Object.keys({ ...one, ...other }).every((key) => this.#isSame(one[key] ?? notSaid, other[key] ?? notSaid));
    const before = this.#keys(was.value, true);
    const after = this.#keys(is.value, false);
    return before.size === after.size && [...before].every((key) => after.has(key));
  }

  #keys(value: FieldValue, isBefore: boolean): Set<string> {
    return new Set(partsOf(value).map((part) => keyOfPart(part, (ref) => this.#keyOf(ref, isBefore))));
  }

  #keyOf(ref: Ref, isBefore: boolean): string {
    return isBefore ? this.#pairs.keyNow(ref) : refKey(ref);
  }

  #says(shape: string, field: FieldSpec, was: Fact<FieldValue>, is: Fact<FieldValue>, of: Words): Words {
    if (field.name === "notes") return words`The notes on ${of} have changed.`;
    if (shape === "post" && field.name === "heldBy") return this.#holder(field, was, is, of);
    const now = factWords(this.#after, field, is);
    const verb = verbs[`${shape}.${field.name}`];
    if (verb && isSaid(is) && isSaid(was))
      return words`${sentence(of)} ${verb.startsWith("is ") ? verb.replace("is ", "is now ") : `now ${verb}`} ${now}${this.#noLonger(field, was, verb)}.`;
    if (verb && isSaid(is)) return words`${sentence(of)} ${verb} ${now}, which was not known before.`;
    const head = headOf(shape, field, of);
    if (was.is === "known" && is.is === "known" && partsOf(was.value).length + partsOf(is.value).length > 2)
      return words`${head} ${this.#lists(field, was.value, is.value)}.`;
    if (!isSaid(was)) return words`${head} ${now}, which was not known before.`;
    return words`${head} ${isSaid(is) ? now : "not said any more"}, before ${factWords(this.#before, field, was)}.`;
  }

  /** ", no longer to the CIO", for what was led to somebody. */
  #noLonger(field: FieldSpec, was: Fact<FieldValue>, verb: string): Words {
    const to = verb.endsWith(" to") ? "to " : verb.endsWith(" by") ? "by " : "";
    return was.is === "known" && isRefs(was.value) && partsOf(was.value).length > 0
      ? words`, no longer ${to}${factWords(this.#before, field, was)}`
      : [];
  }

  /** Where posts alone are named, that somebody else is in one is all that is said. */
  #holder(field: FieldSpec, was: Fact<FieldValue>, is: Fact<FieldValue>, of: Words): Words {
    const [old, now] = [factWords(this.#before, field, was), factWords(this.#after, field, is)];
    const the = sentence(of);
    if (is.is === "none")
      return words`${the} is vacant now${was.is === "known" ? aside(words`; ${old} held it`) : []}.`;
    if (!isSaid(is))
      return words`Who holds ${of} is not said any more${was.is === "known" ? aside(words`; it was ${old}`) : []}.`;
    if (!isSaid(was)) return words`It is now known who holds ${of}${aside(words`: ${now}`)}.`;
    if (was.is === "none") return words`${the} is held now${aside(words`, by ${now}`)}; it was vacant.`;
    return words`${the} has another holder${aside(words`: ${now}, no longer ${old}`)}.`;
  }

  /** "with backup and network, without helpdesk". */
  #lists(field: FieldSpec, was: FieldValue, is: FieldValue): Words {
    const [before, after] = [this.#keys(was, true), this.#keys(is, false)];
    const come = partsOf(is).filter((part) => !before.has(keyOfPart(part, (ref) => this.#keyOf(ref, false))));
    const gone = partsOf(was).filter((part) => !after.has(keyOfPart(part, (ref) => this.#keyOf(ref, true))));
    const said = [
      ...(come.length > 0 ? [words`now also ${listOf(come.map((part) => partWords(this.#after, field, part)))}`] : []),
      ...(gone.length > 0
        ? [words`no longer ${listOf(gone.map((part) => partWords(this.#before, field, part)))}`]
        : []),
    ];
    return words`${listOf(said)}`;
  }

  /** Laws and standards that are declared, or whose state or capacity is said otherwise. */
  regimes(): Difference[] {
    const [before, after] = [this.#before.data.regimes, this.#after.data.regimes];
    const { law } = this.#after.knowledge;
    return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
      const [old, now] = [before.get(id), after.get(id)];
      const [was, is] = [old && stateWords(old.state, itemsOf(old.as)), now && stateWords(now.state, itemsOf(now.as))];
      if (was === is) return [];
      const name = law.regimes.get(id)?.short ?? id;
      const kind = old ? (now ? "changed" : "removed") : "added";
      const says = now
        ? `${name}: ${is}${old ? `, before ${was}` : ""}.`
        : `${name} is not declared any more; before: ${was}.`;
      return [
        {
          kind,
          what: "regime",
          at: ["regimes", id],
          was: was ? [was] : null,
          is: is ? [is] : null,
          says: [says],
        } satisfies Difference,
      ];
    });
  }
}

const stateWords = (state: string, as: readonly string[]): string =>
  `${state.replaceAll("-", " ")}${as.length > 0 ? ` (as ${as.map((one) => one.replaceAll("-", " ")).join(", ")})` : ""}`;

const notSaid: Fact<FieldValue> = unknown([], "absent");
/** A list without items says the same as `none`. */
const emptyAsNone = (fact: Fact<FieldValue>): Fact<FieldValue> =>
  fact.is === "known" && Array.isArray(fact.value) && fact.value.length === 0 ? none : fact;
const isSaid = (fact: Fact<FieldValue>): boolean => fact.is !== "unknown" || fact.somebody === true;
const isRefs = (value: FieldValue): boolean => partsOf(value).every(isRef);
const isNested = (part: unknown): part is Nested =>
  typeof part === "object" && part !== null && !isRef(part) && !isRange(part);

const shapeSubject = (shape: string): Subject =>
  Object.hasOwn(subjects, shape)
    ? subjects[shape as Keyed["entity"]] === "post"
      ? "fact"
      : subjects[shape as Keyed["entity"]]
    : "fact";

/** What an entry does to whom it names, behind "now". */
const verbs: Readonly<Record<string, string>> = {
  "post.reportsTo": "reports to",
  "post.appointedBy": "is appointed by",
  "committee.chair": "is chaired by",
  "committee.reportsTo": "reports to",
  "provider.overseenBy": "is overseen by",
  "team.headedBy": "is headed by",
};

const duties = new Set(["responsible", "accountable", "consulted", "informed"]);

/** "Accountable for change approval:", "The CIO: level". */
const headOf = (shape: string, { title, name }: FieldSpec, of: Words): Words =>
  shape === "activity" && duties.has(name) ? words`${title} for ${of}:` : words`${sentence(of)}: ${inSentence(title)}`;

/** An entry as it is named inside a sentence. */
function nameOf(org: Org, entry: Keyed): Words {
  switch (entry.entity) {
    case "post":
      return thePost(entry);
    case "activity":
      return [{ label: inSentence(activityName(entry)) }];
    case "committee":
      return [{ label: theCommittee(entry) }];
    case "provider":
      return providerName(entry);
    case "team":
      return refName(org, { to: "team", id: entry.id });
    case "person":
      return [{ person: entry.id }];
    default:
      return [{ label: given(entry.name) ?? humanize(entry.id) }];
  }
}

/** What is said of something new in one breath. */
function moreOf(org: Org, entry: Keyed): Words {
  switch (entry.entity) {
    case "post": {
      const holders = holderNames(org, entry);
      const held = entry.heldBy.is === "none" ? [", vacant"] : holders ? aside(words`, held by ${holders}`) : [];
      const line = entry.reportsTo.is === "known" ? words`, reporting to ${refName(org, entry.reportsTo.value)}` : [];
      return words`${held}${line}`;
    }
    case "activity": {
      const accountable = itemsOf(entry.accountable);
      return accountable.length === 0
        ? []
        : words`, for which ${listOf(accountable.map((ref) => refName(org, ref)))} ${accountable.length === 1 ? "is" : "are"} accountable`;
    }
    case "committee":
      return entry.chair.is === "known" && entry.chair.value.length > 0
        ? words`, chaired by ${listOf(entry.chair.value.map((ref) => refName(org, ref)))}`
        : [];
    case "provider":
      return entry.overseenBy.is === "known" && entry.overseenBy.value.length > 0
        ? words`, overseen by ${listOf(entry.overseenBy.value.map((ref) => refName(org, ref)))}`
        : [];
    default:
      return [];
  }
}
