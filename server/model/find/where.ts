import type { Span } from "../../base/text.ts";
import type { FieldSpec, Format } from "../../knowledge/format.ts";
import type {
  Acceptance,
  Activity,
  Committee,
  OrgData,
  Person,
  Post,
  Provider,
  Regime,
  Team,
  Unit,
} from "../org/entities.ts";
import type { OrgDocument } from "../read/document.ts";
import type { Part } from "../words/place.ts";
import { type Place, samePlace } from "../words/place.ts";
import type { Ref } from "../words/values.ts";
import { everyPiece, isRepeat, isScalar, meantBy } from "../yaml/written.ts";
import { type Occurrence, occurrences } from "./occurrences.ts";

export type Entity = Post | Team | Provider | Committee | Activity | Person | Unit | Regime;

/** What stands at a position of a file: the one entry from an offset to its meaning. */
export interface Where {
  readonly place: Place;
  readonly part: Part;
  /** The key, value or item under the position, without comments and blanks. */
  readonly span: Span;
  /** Its text as YAML reads it. */
  readonly text: string;
  /** Written without quotes: only then a reserved word is one. */
  readonly isPlain: boolean;
  /** The top-level key that it belongs to. */
  readonly section: string;
  /** The entry of a section that it belongs to, where the section has entries by key. */
  readonly entity: Entity | undefined;
  /** The entry of `accepted` that it belongs to. */
  readonly acceptance: Acceptance | undefined;
  /** The specification of the field that it belongs to; of the inner one where fields nest. */
  readonly field: FieldSpec | undefined;
  /** The item of a list, from 0. */
  readonly index: number | undefined;
}

/** What is at an offset (UTF-16). Undefined in comments, blanks and punctuation. */
export function entityAt(document: OrgDocument, offset: number): Where | undefined {
  const { place, part } = document.map.placeAt(offset);
  const [section, id] = place;
  if (typeof section !== "string") return undefined;
  const written = document.map.find(place);
  const piece = part === "key" ? written?.entry?.keyPiece : written?.raw;
  if (!isScalar(piece)) return undefined;
  const { span } = piece;
  if (offset < span.start || offset > span.end) return undefined;
  const last = place.at(-1);
  return {
    place,
    part,
    span,
    text: piece.text,
    isPlain: piece.style === "plain",
    section,
    entity: typeof id === "string" ? entitiesOf(document.org.data, section).get(id) : undefined,
    acceptance:
      section === "accepted"
        ? document.org.data.accepted.find(({ place: at }) => samePlace(at, place.slice(0, 2)))
        : undefined,
    field: fieldAt(place, document.org.knowledge.format),
    index: typeof last === "number" ? last : undefined,
  };
}

/** What an offset (UTF-16) names: on an alias, what the text that it repeats names. */
export function occurrenceAt(document: OrgDocument, offset: number): Occurrence | undefined {
  const all = occurrences(document);
  // Where names touch, as in `a, b`, the one that begins at the offset is meant.
  const direct = all.findLast(({ span }) => span.start <= offset && offset <= span.end);
  if (direct) return direct;
  const { place, part } = document.map.placeAt(offset);
  const written = document.map.find(place);
  const piece = part === "key" ? written?.entry?.keyPiece : written?.raw;
  if (!piece || offset < piece.span.start || offset > piece.span.end) return undefined;
  const home = meantBy(piece);
  return all.find((one) => one.piece === home);
}

/** The alias at an offset (UTF-16), and the text that it repeats. */
export function aliasAt({ map }: OrgDocument, offset: number): { readonly span: Span; readonly of: Span } | undefined {
  for (const piece of everyPiece(map.root)) {
    const { span } = piece;
    if (!isRepeat(piece) || !piece.meant || offset < span.start || offset > span.end) continue;
    return { span, of: { start: piece.meant.span.start, end: piece.meant.end } };
  }
  return undefined;
}

/** The field that a place belongs to, whether or not anything is written there. */
export function fieldAt(place: Place, format: Format): FieldSpec | undefined {
  const [section, ...steps] = place;
  const spec = typeof section === "string" ? format.sections.get(section) : undefined;
  if (!spec) return undefined;
  // One group may stand for a list of one.
  const isKeyed = spec.entity !== undefined || typeof steps[0] === "number";
  let of = spec.items ?? spec.of;
  let field: FieldSpec | undefined;
  for (const step of isKeyed ? steps.slice(1) : steps) {
    if (typeof step === "number") continue;
    field = of === undefined ? undefined : format.shape(of).fields.get(step);
    if (!field) return undefined;
    of = field.kind === "object" ? field.of : undefined;
  }
  return field;
}

/** The reference at a place, as the file's reader has resolved it. */
export function refAt({ entity, acceptance, field, place }: Where): Ref | undefined {
  const holder: unknown = entity ?? acceptance;
  if (!holder || !field) return undefined;
  const steps = place.slice(2);
  const index = typeof steps.at(-1) === "number" ? (steps.pop() as number) : 0;
  const fact = steps.reduce(valueIn, holder);
  const value = factValue(fact);
  const ref: unknown = Array.isArray(value) ? value[index] : value;
  return isRef(ref) ? ref : undefined;
}

/** The entries of a section by their keys; none where the section has no entries of that kind. */
export function entitiesOf(data: OrgData, section: string): ReadonlyMap<string, Entity> {
  switch (section) {
    case "posts":
    case "teams":
    case "providers":
    case "committees":
    case "activities":
    case "people":
    case "units":
    case "regimes":
      return data[section];
    default:
      return new Map();
  }
}

/** Values of facts nest: `boardReport.to` is a fact inside the value of a fact. */
function valueIn(holder: unknown, step: string | number): unknown {
  const value = factValue(holder) ?? holder;
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string | number, unknown>)[step]
    : undefined;
}

const factValue = (fact: unknown): unknown =>
  typeof fact === "object" && fact !== null && "is" in fact && fact.is === "known" && "value" in fact
    ? fact.value
    : undefined;

const isRef = (value: unknown): value is Ref => typeof value === "object" && value !== null && "to" in value;
