import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Span, Text } from "../../base/text.ts";
import type { Part, Place } from "../words/place.ts";
import { Pieces } from "./pieces.ts";
import { type Keyed, parseYaml, type Syntax, type SyntaxProblem, spanOf } from "./syntax.ts";
import { type Entry, isGroup, isList, type Piece } from "./written.ts";

/** What is written at a place. */
export interface Written {
  /** With its key; undefined for list items and the root. */
  readonly entry: Entry | undefined;
  /** The entry stands in another group, which a merge key takes over. */
  readonly merged: boolean;
  /** The value as written, possibly a repetition; undefined where nothing is written. */
  readonly raw: Piece | undefined;
  /** The value, or what it repeats. */
  readonly value: Piece | undefined;
}

/** The same by the reader's own nodes. */
interface Found {
  readonly entry: Keyed | undefined;
  readonly raw: Node | null;
  readonly value: Node | undefined;
}

/** A text as YAML, read by nobody yet: for texts that are no files, such as the beginning of one. */
export const sourceMap = (text: Text): SourceMap => new SourceMap(parseYaml(text, undefined, true), text);

/** The sections whose entries are entities of their own: a finding about one stands at its key. */
const entitySections = new Set([
  "posts",
  "people",
  "units",
  "teams",
  "providers",
  "committees",
  "activities",
  "regimes",
]);

/** Leads from places to text and back, for one version of one file. */
export class SourceMap {
  readonly #syntax: Syntax;
  readonly #pieces: Pieces;

  constructor(syntax: Syntax, text: Text) {
    this.#syntax = syntax;
    this.#pieces = new Pieces(text.content, syntax);
  }

  /** What the whole file is; undefined where nothing could be read. */
  get root(): Piece | undefined {
    return this.#pieces.of(this.#syntax.root);
  }

  get problems(): readonly SyntaxProblem[] {
    return this.#syntax.problems;
  }

  /** Whether part of the text that could not be read stands inside of a span, or on its lines. An empty span is a point. */
  isDamaged({ start, end }: Span): boolean {
    return this.#syntax.damage.some((damage) =>
      start === end ? damage.start < start && start < damage.end : start < damage.end && damage.start < end,
    );
  }

  /** What is written at exactly this place. */
  find(place: Place): Written | undefined {
    const found = this.#find(place);
    return (
      found && {
        entry: found.entry && this.#pieces.entry(found.entry.pair),
        merged: found.entry?.merged === true,
        raw: this.#pieces.of(found.raw),
        value: this.#pieces.of(found.value),
      }
    );
  }

  #find(place: Place): Found | undefined {
    let written: Found = { entry: undefined, raw: this.#syntax.root, value: this.#syntax.resolve(this.#syntax.root) };
    for (const step of place) {
      const next = this.#step(written, step);
      if (!next) return undefined;
      written = next;
    }
    return written;
  }

  /** The same place without the index of an item that stands alone, where one value is written for a list of one. */
  asWritten(place: Place): Place {
    if (typeof place.at(-1) !== "number") return place;
    const list = place.slice(0, -1);
    return isScalar(this.#find(list)?.value) ? list : place;
  }

  /** The keys written in the mapping at a place, aliases followed; none where something else stands there. */
  keysIn(place: Place): string[] {
    const { value } = this.#find(place) ?? {};
    return isMap(value) ? [...this.#syntax.entries(value).keys()] : [];
  }

  /** The same without those that a merge key takes over, which can be written once more. */
  ownKeysIn(place: Place): string[] {
    const { value } = this.#find(place) ?? {};
    return isMap(value) ? [...this.#syntax.entries(value)].flatMap(([key, { merged }]) => (merged ? [] : [key])) : [];
  }

  /**
   * The range to mark for a place: the value of a field, the key of an entity or of a value that spans lines.
   * An absent place takes its nearest written ancestor's key, the root the file's first key; so this never fails.
   */
  span(place: Place, part?: Part): Span {
    for (let length = place.length; length > 0; length--) {
      const written = this.#find(place.slice(0, length));
      if (!written) continue;
      const exact = length === place.length;
      const wanted = exact ? (part ?? usualPart(place, written)) : "key";
      const span = this.#spanOf(written, wanted);
      if (span) return span;
    }
    const root = this.#syntax.resolve(this.#syntax.root);
    const first = isMap(root) ? (root.items[0]?.key as Node | null | undefined) : undefined;
    return first?.range ? spanOf(first) : { start: 0, end: 0 };
  }

  /** The innermost place whose text holds the offset, and whether the offset is on its key or its value. */
  placeAt(offset: number): { place: Place; part: Part } {
    const place: (string | number)[] = [];
    let node: Node | null | undefined = this.#syntax.root;
    while (node) {
      if (isMap(node)) {
        const pair = pairAt(node, offset);
        if (!pair) break;
        place.push(this.#syntax.keyOf(pair));
        const key = pair.key as Node | null;
        const value = pair.value as Node | null;
        if (key?.range && offset <= key.range[1]) return { place, part: "key" };
        node = value?.range && offset >= value.range[0] && offset <= value.range[2] ? value : undefined;
      } else if (isSeq(node)) {
        const index = itemAt(node, offset);
        if (index < 0) break;
        place.push(index);
        node = node.items[index] as Node | null;
      } else break;
    }
    return { place, part: "value" };
  }

  /** The place of a piece as it is written: of a key, its entry; of a value, the value. Walks the file. */
  placeOf(piece: Piece): Place | undefined {
    const open: { piece: Piece; place: Place }[] = this.root ? [{ piece: this.root, place: [] }] : [];
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.piece === piece) return next.place;
      const { place } = next;
      if (isGroup(next.piece)) {
        for (const { key, keyPiece, value } of next.piece.entries) {
          const inner = [...place, key];
          if (keyPiece === piece) return inner;
          if (value) open.push({ piece: value, place: inner });
        }
      } else if (isList(next.piece)) {
        for (const [i, item] of next.piece.items.entries()) if (item) open.push({ piece: item, place: [...place, i] });
      }
    }
    return undefined;
  }

  #step(from: Found, step: string | number): Found | undefined {
    const { value } = from;
    if (typeof step === "string") {
      const entry = isMap(value) ? this.#syntax.entries(value).get(step) : undefined;
      return entry && { entry, raw: entry.value, value: this.#syntax.resolve(entry.value) };
    }
    if (isSeq(value)) {
      if (step >= value.items.length) return undefined;
      const raw = (value.items[step] as Node | null) ?? null;
      return { entry: undefined, raw, value: this.#syntax.resolve(raw) };
    }
    // One value may stand for a list of one.
    return step === 0 && isScalar(value) ? from : undefined;
  }

  #spanOf(written: Found, part: Part): Span | undefined {
    const { entry, raw, value } = written;
    if (part === "key" && entry?.keyNode?.range) return spanOf(entry.keyNode);
    if (part === "key" && entry === undefined && value) return firstLineOf(value);
    // An alias points elsewhere: the text to mark is where the value is written.
    if (value?.range && !(isScalar(value) && value.value === null && value.range[0] === value.range[1])) {
      return spanOf(isAlias(raw) ? value : (raw ?? value));
    }
    return entry?.keyNode?.range ? spanOf(entry.keyNode) : undefined;
  }
}

function usualPart(place: Place, { entry, value }: Found): Part {
  if (place.length === 2 && entitySections.has(String(place[0]))) return "key";
  const isBlock = (isMap(value) || isSeq(value)) && !value.flow;
  return entry === undefined && isBlock ? "key" : isBlock || (place.length === 1 && isMap(value)) ? "key" : "value";
}

/** The first entry of a mapping that is itself a list item, so that a finding does not underline ten lines. */
function firstLineOf(node: Node): Span {
  if (!isMap(node) || node.flow) return spanOf(node);
  const first = node.items[0];
  const key = first?.key as Node | null | undefined;
  const value = first?.value as Node | null | undefined;
  if (!key?.range) return spanOf(node);
  return { start: key.range[0], end: isScalar(value) && value.range ? value.range[1] : key.range[1] };
}

function pairAt(map: YAMLMap, offset: number): Pair | undefined {
  let found: Pair | undefined;
  for (const pair of map.items) {
    const start = (pair.key as Node | null)?.range?.[0];
    if (start === undefined || start > offset) continue;
    found = pair;
  }
  return found;
}

function itemAt(seq: YAMLSeq, offset: number): number {
  return seq.items.findLastIndex((item) => {
    const range = (item as Node | null)?.range;
    return range && range[0] <= offset && offset <= range[2];
  });
}
