import { type Alias, isAlias, isMap, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Span } from "../../base/text.ts";
import { contentEnd } from "./content-end.ts";
import { type Syntax, spanOf } from "./syntax.ts";
import type { Entry, Group, List, Piece, Repeat, Scalar as ScalarPiece } from "./written.ts";

/** The pieces of one text: one for each node, made when it is asked for, always the same for the same node. */
export class Pieces {
  readonly content: string;
  readonly syntax: Syntax;
  readonly #made = new Map<Node, Piece>();
  readonly #entries = new Map<Pair, Entry>();

  constructor(content: string, syntax: Syntax) {
    this.content = content;
    this.syntax = syntax;
  }

  of(node: Node | null | undefined): Piece | undefined {
    if (!node) return undefined;
    const made = this.#made.get(node) ?? this.#make(node);
    this.#made.set(node, made);
    return made;
  }

  entry(pair: Pair): Entry {
    const made = this.#entries.get(pair) ?? new PairEntry(this, pair);
    this.#entries.set(pair, made);
    return made;
  }

  #make(node: Node): Piece {
    if (isMap(node)) return new GroupOf(this, node);
    if (isSeq(node)) return new ListOf(this, node);
    if (isAlias(node)) return new RepeatOf(this, node);
    return new ScalarOf(this, node as Scalar);
  }
}

class NodePiece<Of extends Node> {
  protected readonly pieces: Pieces;
  protected readonly node: Of;

  constructor(pieces: Pieces, node: Of) {
    this.pieces = pieces;
    this.node = node;
  }

  get span(): Span {
    return spanOf(this.node);
  }

  get innerEnd(): number {
    return contentEnd(this.node, this.pieces.content);
  }

  get end(): number {
    return (isMap(this.node) || isSeq(this.node)) && this.node.flow ? this.span.end : this.innerEnd;
  }

  get anchor(): string | undefined {
    return "anchor" in this.node ? this.node.anchor : undefined;
  }

  get tag(): string | undefined {
    return this.node.tag;
  }
}

class GroupOf extends NodePiece<YAMLMap> implements Group {
  readonly kind = "group";
  #entries: readonly Entry[] | undefined;

  get isFlow(): boolean {
    return this.node.flow === true;
  }

  get entries(): readonly Entry[] {
    this.#entries ??= this.node.items.map((pair) => this.pieces.entry(pair));
    return this.#entries;
  }
}

class ListOf extends NodePiece<Extract<Node, { items: unknown[] }>> implements List {
  readonly kind = "list";
  #items: readonly (Piece | undefined)[] | undefined;

  get isFlow(): boolean {
    return this.node.flow === true;
  }

  get items(): readonly (Piece | undefined)[] {
    this.#items ??= (this.node.items as (Node | null)[]).map((item) => this.pieces.of(item));
    return this.#items;
  }
}

class ScalarOf extends NodePiece<Scalar> implements ScalarPiece {
  readonly kind = "scalar";

  get value(): unknown {
    return this.node.value;
  }

  get text(): string {
    return typeof this.node.value === "string" ? this.node.value : (this.node.source ?? "");
  }

  get style(): ScalarPiece["style"] {
    return styles[this.node.type ?? "PLAIN"];
  }
}

const styles = {
  PLAIN: "plain",
  QUOTE_DOUBLE: "double",
  QUOTE_SINGLE: "single",
  BLOCK_FOLDED: "text",
  BLOCK_LITERAL: "text",
} as const satisfies Record<Scalar.Type, ScalarPiece["style"]>;

class RepeatOf extends NodePiece<Alias> implements Repeat {
  readonly kind = "repeat";

  get name(): string {
    return this.node.source;
  }

  get meant(): Piece | undefined {
    return this.pieces.of(this.pieces.syntax.resolve(this.node));
  }
}

class PairEntry implements Entry {
  readonly #pieces: Pieces;
  readonly #pair: Pair;

  constructor(pieces: Pieces, pair: Pair) {
    this.#pieces = pieces;
    this.#pair = pair;
  }

  get key(): string {
    return this.#pieces.syntax.keyOf(this.#pair);
  }

  get keyPiece(): Piece | undefined {
    return this.#pieces.of(this.#pair.key as Node | null);
  }

  get value(): Piece | undefined {
    return this.#pieces.of(this.#pair.value as Node | null);
  }
}
