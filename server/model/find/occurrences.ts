import { addTo } from "../../base/group.ts";
import { memo } from "../../base/memo.ts";
import type { Span } from "../../base/text.ts";
import type { OrgData } from "../org/entities.ts";
import type { OrgDocument } from "../read/document.ts";
import { given, itemsOf } from "../words/fact.ts";
import { type Place, placeFromString } from "../words/place.ts";
import { namesInRemedy } from "../words/remedy-id.ts";
import { foldName, type Ref } from "../words/values.ts";
import { isScalar, type Piece, type Scalar } from "../yaml/written.ts";

/** Whatever has a name in a file: an entry of one of its sections, or a person who is only named. */
export interface Target {
  readonly section: TargetSection;
  /** Its key in the section; a person's name as it is written there. */
  readonly id: string;
}
export type TargetSection = (typeof targetSections)[number];

/** A place in the text where something is named. */
export interface Occurrence {
  readonly target: Target;
  /** The key of its entry, a reference to it, or a path such as `posts.cio.heldBy` that leads to it or into it. */
  readonly as: "declaration" | "reference" | "path";
  readonly at: Place;
  /** Where a path leads, which may be further inside than the entry. */
  readonly path?: Place;
  /** The name alone: without quotes, without `provider:`, without the rest of a path. */
  readonly span: Span;
  /** Where the name stands in the text of `piece`, as YAML reads that. */
  readonly inText: Span;
  readonly piece: Scalar;
  /** It writes the name itself, and does not mean it in another way, as a role's id means the only post of that role. */
  readonly spells: boolean;
}

/** Every occurrence in a file, in the order of its text. What aliases repeat stands in the text once. */
export const occurrences = memo((document: OrgDocument): readonly Occurrence[] => {
  const { data } = document.org;
  const found = [
    ...declarations(document, data),
    ...references(document, data),
    ...paths(document, data),
    ...remedies(document, data),
  ];
  const seen = new Map<Piece, Set<string>>();
  const once = found.filter(({ piece, target, inText }) => {
    const key = `${inText.start} ${targetKey(target)}`;
    const known = seen.get(piece) ?? new Set();
    seen.set(piece, known);
    return known.size !== known.add(key).size;
  });
  return once.sort((a, b) => a.span.start - b.span.start);
});

const byTarget = memo((document: OrgDocument): ReadonlyMap<string, readonly Occurrence[]> => {
  const groups = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences(document)) addTo(groups, targetKey(occurrence.target), occurrence);
  return groups;
});

/** Where something is named, in the order of the text. */
export const occurrencesOf = (document: OrgDocument, target: Target): readonly Occurrence[] =>
  byTarget(document).get(targetKey(target)) ?? [];

/** Under which key equal targets are equal: people by their folded name. */
export const targetKey = ({ section, id }: Target): string => `${section}:${section === "people" ? foldName(id) : id}`;

function declarations(document: OrgDocument, data: OrgData): Occurrence[] {
  return targetSections.flatMap((section) =>
    [...data[section].keys()].flatMap((id) => {
      const piece = document.map.find([section, id])?.entry?.keyPiece;
      if (!isScalar(piece)) return [];
      const inText = { start: 0, end: id.length };
      const target = { section, id };
      return occurrence(document, { target, as: "declaration", at: [section, id], inText, piece }, id, id);
    }),
  );
}

function references(document: OrgDocument, data: OrgData): Occurrence[] {
  const named = data.references.flatMap(({ ref, text, at }) => {
    const target = targetOf(data, ref);
    const name = ref.to === "person" ? ref.name : text.replace(/^(?:provider|team):/, "").trim();
    return target ? refersTo(document, at, text, target, name) : [];
  });
  return [...named, ...interviewed(document, data), ...ownActivities(document)];
}

/** Whatever a reference means. A board is a committee, whether or not the file has an entry for it. */
export function targetOf({ committees }: OrgData, ref: Ref): Target | undefined {
  switch (ref.to) {
    case "person":
      return { section: "people", id: ref.name };
    case "board": {
      const board = committees.get(ref.to) ?? [...committees.values()].find(({ type }) => given(type) === "board");
      return { section: "committees", id: board?.id ?? ref.to };
    }
    case "external":
    case "self":
    case "to-be-filled":
    case "nothing":
      return undefined;
    default:
      return { section: `${ref.to}s`, id: ref.id };
  }
}

/** Whom the interviews were with, and who led them: a person's name, or several in one text. */
function interviewed(document: OrgDocument, data: OrgData): Occurrence[] {
  const people = new Set(data.mentions.map(({ name }) => foldName(name)));
  return data.interviews.flatMap((interview) =>
    (["with", "by"] as const).flatMap((field) => {
      const text = given(interview[field]) ?? "";
      return [...text.matchAll(/[^,;/&()]+?(?=\s+and\s|[,;/&()]|$)/gu)].flatMap(({ 0: part, index }) => {
        const name = part.replace(/^\s+and\s/u, "").trim();
        const target: Target = { section: "people", id: name };
        return people.has(foldName(name))
          ? refersTo(document, [...interview.at, field], text, target, name, text.indexOf(name, index))
          : [];
      });
    }),
  );
}

/** An activity by a name of the file's own, where a committee oversees it, or another entry is about it, too. */
function ownActivities(document: OrgDocument): Occurrence[] {
  const { activities, committees } = document.org.data;
  const known = document.org.knowledge.format.catalogue("activityId");
  const refer = (at: Place, id: string) =>
    activities.has(id) && !known.has(id) ? refersTo(document, at, id, { section: "activities", id }, id) : [];
  return [
    ...[...committees.values()].flatMap(({ at, oversees }) =>
      itemsOf(oversees).flatMap((id, i) => refer([...at, "oversees", i], id)),
    ),
    ...[...activities.values()].flatMap(({ at, activity }) => refer([...at, "activity"], given(activity) ?? "")),
  ];
}

/** The entries that the ids of recommended remedies name: `report-to-ceo` names the post `ceo`. */
function remedies(document: OrgDocument, data: OrgData): Occurrence[] {
  return data.recommended.flatMap(({ place, do: what }) => {
    const text = given(what) ?? "";
    return namesInRemedy(text).flatMap(({ section, id, start }) =>
      data[section].has(id) ? refersTo(document, [...place, "do"], text, { section, id }, id, start) : [],
    );
  });
}

/** The places that accepted risks and recommendations name. */
function paths(document: OrgDocument, data: OrgData): Occurrence[] {
  return [...data.accepted, ...data.recommended].flatMap(({ place, at }) => {
    const path = given(at) ?? "";
    const leadsTo = placeFromString(path) ?? [];
    const [first, id] = leadsTo;
    const section = targetSections.find((one) => one === first);
    if (!section || typeof id !== "string" || !data[section].has(id)) return [];
    const start = path.indexOf(id, section.length);
    const found = refersTo(document, [...place, "at"], path, { section, id }, id, start);
    return found.map((one) => ({ ...one, as: "path", path: leadsTo }));
  });
}

function refersTo(
  document: OrgDocument,
  at: Place,
  text: string,
  target: Target,
  name: string,
  start = text.lastIndexOf(name),
): Occurrence[] {
  const piece = document.map.find(at)?.value;
  // Where a name is not written as such, as with `\\` in a path, all of the text stands for it.
  const inText = start < 0 ? { start: 0, end: text.length } : { start, end: start + name.length };
  return isScalar(piece) ? [occurrence(document, { target, as: "reference", at, inText, piece }, text, name)] : [];
}

function occurrence(
  { text: { content } }: OrgDocument,
  partly: Omit<Occurrence, "span" | "spells">,
  text: string,
  name: string,
): Occurrence {
  const { piece, inText, target } = partly;
  const whole = piece.span;
  const quote = piece.style === "plain" ? 0 : 1;
  const isVerbatim = content.slice(whole.start + quote, whole.end - quote) === text;
  const start = whole.start + quote + inText.start;
  return {
    ...partly,
    span: isVerbatim ? { start, end: start + inText.end - inText.start } : whole,
    spells: target.section === "people" || name === target.id,
  };
}

/** The sections whose entries have names. */
export const targetSections = [
  "posts",
  "people",
  "teams",
  "providers",
  "committees",
  "activities",
  "units",
  "regimes",
] as const satisfies readonly (keyof OrgData)[];
